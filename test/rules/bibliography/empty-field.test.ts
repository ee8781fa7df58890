import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/empty-field.ts';
import missingField from '../../../rules/bibliography/missing-field.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { alone, entry, findingsOf, fixed, inPandoc } from './bibliography-project.ts';

beforeAll(loadAllParsers);

test.each(['{}', '""', '{  }', '{{}}'])('%s', async (value) => {
  expect(await findingsOf(rule, alone(entry({ title: '{x}', note: value })))).toEqual([
    `empty ${JSON.stringify(value)}`,
  ]);
});

test('the field goes, and its comma with it', async () => {
  expect(await fixed(rule, '@misc{k,\n  note = {},\n  year = 1998,\n  doi = {}\n}\n')).toBe(
    '@misc{k,\n  year = 1998\n}\n',
  );
});

test('an empty field keeps the parent from lending its own', async () => {
  expect(await findingsOf(rule, alone(entry({ crossref: '{stoc}', organization: '""' })))).toEqual([]);
});

test('CSL-JSON', async () => {
  const text = '[{"id": "a", "type": "book", "title": "", "publisher": "", "issued": {}, "note": null}]';
  expect(await findingsOf(rule, inPandoc(text, 'refs.json'))).toEqual([
    'empty "\\"\\""',
    'empty "{}"',
    'empty "null"',
  ]);
});

test('a comment between the fields keeps the empty one from being taken out', async () => {
  const text = '@article{knuth1998,\n  doi = {}, % ask the publisher\n  year = 1998\n}\n';
  expect(await fixed(rule, text)).toBe(text);
});

test('journal = {}: what an article needs is for missing-field to say', async () => {
  const work = { author: '{Knuth, Donald E.}', title: '{Literate Programming}', year: '1984' };
  expect(await findingsOf(rule, alone(entry({ ...work, journal: '{}', note: '{}' })))).toEqual([
    'empty "{}"',
  ]);
  expect(await findingsOf(missingField, alone(entry({ ...work, journal: '{}', note: '{}' })))).toEqual([
    'missing "knuth1998"',
  ]);
});

test('editor = {} beside an author', async () => {
  const book = {
    author: '{Knuth, Donald E.}',
    title: '{Literate Programming}',
    publisher: '{CSLI}',
    year: '1992',
  };
  expect(await findingsOf(rule, alone(entry({ ...book, editor: '{}' }, 'book')))).toEqual(['empty "{}"']);
});
