import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/dangling-crossref.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { alone, entry, findingsOf } from './bibliography-project.ts';

beforeAll(loadAllParsers);

const parent = entry({ title: '{STOC}', year: '1998', ids: '{stoc98}' }, 'proceedings', 'stoc');

test.each(['stoc', 'stoc98', 'STOC'])('a parent by key, by alias, in another case: %s', async (key) => {
  expect(await findingsOf(rule, alone(entry({ crossref: `{${key}}` }) + parent))).toEqual([]);
});

test('one of several is missing, and one is misspelt', async () => {
  const text = entry({ xdata: '{stoc, nowhere}', related: '{stocc}' });
  expect(await findingsOf(rule, alone(text + parent))).toEqual([
    'missing "{stoc, nowhere}"',
    'misspelt "{stocc}"',
  ]);
});

test('circles', async () => {
  expect(await findingsOf(rule, alone(entry({ crossref: '{knuth1998}' })))).toEqual(['circle "{knuth1998}"']);
  const two = entry({ crossref: '{b}' }, 'book', 'a') + entry({ crossref: '{a}' }, 'book', 'b');
  expect(await findingsOf(rule, alone(two))).toEqual(['circle "{b}"', 'circle "{a}"']);
});

test('a parent in another file of the document', async () => {
  const files = {
    'a.bib': entry({ crossref: '{stoc}' }),
    'b.bib': parent,
    'paper.md': '---\ntitle: x\nbibliography: [a.bib, b.bib]\n---\n\n[@knuth1998]\n',
  };
  expect(await findingsOf(rule, files)).toEqual([]);
});

test('a parent in a file beside it, where no document loads either', async () => {
  const files = { 'refs.bib': entry({ crossref: '{stoc}' }), 'crossref.bib': parent };
  expect(await findingsOf(rule, files)).toEqual([]);
});

test("BibTeX's order is asked for", async () => {
  const text = parent + entry({ crossref: '{stoc}' });
  expect(await findingsOf(rule, alone(text))).toEqual([]);
  expect(await findingsOf(rule, alone(text), { bibtexOrder: true })).toEqual(['order "{stoc}"']);
});
