import { expect, test } from 'vitest';
import invalidIsbn from '../../../rules/identifiers/invalid-isbn.ts';
import rule from '../../../rules/identifiers/invalid-issn.ts';
import { findingsOf, jsonPaperWith, pageWith, paperWith } from './identifier-project.ts';

test.each([
  ['0001-0728', 'checksum "0001-0728"'],
  ['0001-078', 'length "0001-078"'],
  ['0001-O782', 'character "O"'],
  ['0001-0782, 1557-7318', 'checksum "1557-7318"'],
])('%s', async (issn, finding) => {
  expect(await findingsOf(rule, paperWith({ issn }))).toEqual([finding]);
});

test.each([
  '0001-0782',
  '00010782',
  '0001-0782 (Print)',
  '2434-561x',
  '0001-0782, 1557-7317',
  '978-0-201-89683-1',
])('%s is left alone', async (issn) => {
  expect(await findingsOf(rule, paperWith({ issn }))).toEqual([]);
});

test('CSL-JSON, reference texts', async () => {
  expect(await findingsOf(rule, jsonPaperWith({ ISSN: ['0001-0782'] }))).toEqual([]);
  expect(await findingsOf(rule, jsonPaperWith({ ISSN: '0001-0728' }))).toEqual(['checksum "0001-0728"']);
  const text = 'Lamport, L. (1978). Time, clocks. CACM, 21(7), 558–565. ISSN 0001-0728';
  expect(await findingsOf(rule, pageWith(text))).toEqual(['checksum "0001-0728"']);
});

test('numbers that Mendeley parts by the line breaks of its form', async () => {
  const issn = '0001-0782 (Print)$\\backslash$r1557-7317 (Electronic)';
  expect(await findingsOf(rule, paperWith({ issn }))).toEqual([]);
});

test.each([
  ['THES', '978-0-201-89683-2', 'isbn', 'checksum "978-0-201-89683-2"'],
  ['GEN', '0-201-89683-5', 'isbn', 'checksum "0-201-89683-5"'],
  ['CONF', '1063-6910', 'issn', 'checksum "1063-6910"'],
])('SN of a %s: %s is an %s', async (type, number, kind, finding) => {
  const files = {
    'refs.ris': `TY  - ${type}\nTI  - Digital Typography\nPY  - 1999\nSN  - ${number}\nER  - \n`,
  };
  const [right, wrong] = kind === 'isbn' ? [invalidIsbn, rule] : [rule, invalidIsbn];
  expect(await findingsOf(right, files)).toEqual([finding]);
  expect(await findingsOf(wrong, files)).toEqual([]);
});
