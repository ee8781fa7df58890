import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/empty-field.ts';
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
  const text = '[{"id": "a", "type": "book", "title": "", "issued": {}, "note": null}]';
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
