import { expect, test } from 'vitest';
import rule from '../../../rules/identifiers/invalid-isbn.ts';
import misplaced from '../../../rules/identifiers/misplaced-identifier.ts';
import { lintFiles } from '../../support/lint-files.ts';
import { findingsOf, jsonPaperWith, pageWith, paperWith } from './identifier-project.ts';

test.each([
  ['0-201-89683-5', 'checksum "0-201-89683-5"'],
  ['978-0-201-89683-2', 'checksum "978-0-201-89683-2"'],
  ['977-0-201-89683-1', 'prefix "977-0-201-89683-1"'],
  ['978-0-201-8968-1', 'length "978-0-201-8968-1"'],
  ['O-201-89683-4', 'character "O"'],
  ['unknown', 'shape "unknown"'],
  ['0-00-000000-0', 'range "0-00-000000-0"'],
  ['0-201-89683-4, 0-201-89683-5', 'checksum "0-201-89683-5"'],
])('%s', async (isbn, finding) => {
  expect(await findingsOf(rule, paperWith({ isbn }, 'book'))).toEqual([finding]);
});

test.each([
  '0-201-89683-4',
  '0 201 89683 4',
  '978-0-201-89683-1 (hardcover)',
  '0-201-89683-4 9780201896831',
  '0-8044-2957-X pbk.',
])('%s is left alone', async (isbn) => {
  expect(await findingsOf(rule, paperWith({ isbn }, 'book'))).toEqual([]);
});

test('CSL-JSON, reference texts', async () => {
  expect(await findingsOf(rule, jsonPaperWith({ ISBN: '0-201-89683-5' }))).toEqual([
    'checksum "0-201-89683-5"',
  ]);
  const text = 'Knuth, D. E. (1997). Fundamental algorithms. Addison-Wesley. ISBN 0-201-89683-5';
  expect(await findingsOf(rule, pageWith(text))).toEqual(['checksum "0-201-89683-5"']);
  expect(await findingsOf(rule, pageWith(text.replace(/5$/, '4')))).toEqual([]);
});

test('an ISSN in the field is another rule’s business', async () => {
  expect(await findingsOf(rule, paperWith({ isbn: '0001-0782' }, 'book'))).toEqual([]);
});

test('numbers that Mendeley parts by the line breaks of its form', async () => {
  const br = '$\\backslash$';
  for (const isbn of [`0-201-89683-4${br}r978-0-201-89683-1`, `${br}n0001-0782`])
    expect(await findingsOf(rule, paperWith({ isbn }, 'book'))).toEqual([]);
  const isbn = `0-201-89683-4${br}n0-201-89683-5`;
  expect(await findingsOf(rule, paperWith({ isbn }, 'book'))).toEqual(['checksum "0-201-89683-5"']);
  expect(await findingsOf(misplaced, paperWith({ isbn: `${br}n0001-0782` }))).toHaveLength(1);
});

test('a DOI in its field is left to misplaced-identifier', async () => {
  expect(await findingsOf(rule, paperWith({ isbn: '10.1093/comjnl/5.1.10' }, 'book'))).toEqual([]);
});

test('a Cyrillic Х for the check digit is named', async () => {
  const files = paperWith({ isbn: '0-8044-2957-\u0425' }, 'book');
  expect((await lintFiles(files, rule)).findings.map(({ message }) => message)).toEqual([
    'ISBN `0-8044-2957-\u0425` contains a Cyrillic `\u0425` (U+0425).',
  ]);
});
