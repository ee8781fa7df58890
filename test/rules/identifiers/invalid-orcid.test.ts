import { expect, test } from 'vitest';
import rule from '../../../rules/identifiers/invalid-orcid.ts';
import { findingsOf, jsonPaperWith } from './identifier-project.ts';

const paper = (orcid: string) => ({
  'paper.md': `---\ntitle: Notes\nauthors:\n  - name: Josiah Carberry\n    orcid: ${orcid}\n---\n\nPsychoceramics.\n`,
});

test.each([
  ['0000-0002-1825-0079', 'checksum "0000-0002-1825-0079"'],
  ['0000-0000-0000-0000', 'placeholder "0000-0000-0000-0000"'],
  ['0000-0002-1825-009', 'length "0000-0002-1825-009"'],
  ['TODO', 'malformed "TODO"'],
])('%s', async (orcid, finding) => {
  expect(await findingsOf(rule, paper(orcid))).toEqual([finding]);
});

test.each([
  '0000-0002-1825-0097',
  'https://orcid.org/0000-0002-1694-233X',
  'http://orcid.org/0000-0002-1694-233X',
  '""',
])('%s is left alone', async (orcid) => {
  expect(await findingsOf(rule, paper(orcid))).toEqual([]);
});

test('authors of structured data, as Crossref gives them', async () => {
  const author = (ORCID: string) => [
    { family: 'Carberry', given: 'Josiah', ORCID: `http://orcid.org/${ORCID}` },
  ];
  expect(await findingsOf(rule, jsonPaperWith({ author: author('0000-0002-1825-0079') }))).toHaveLength(1);
  expect(await findingsOf(rule, jsonPaperWith({ author: author('0000-0002-1825-0097') }))).toEqual([]);
});

const AUTHOR = (name: string, orcid: string) => `  - name: ${name}\n    orcid: ${orcid}\n`;
const KNUTH = '0000-0002-1825-0097';
const HOARE = '0000-0002-1694-233X';

test.each([
  [[AUTHOR('Donald E. Knuth', KNUTH), AUTHOR('Tony Hoare', KNUTH)], ['shared "0000-0002-1825-0097"']],
  [[AUTHOR('Donald E. Knuth', KNUTH), AUTHOR('Tony Hoare', HOARE)], []],
  [[AUTHOR('Donald E. Knuth', KNUTH), AUTHOR('Knuth, D. E.', KNUTH)], []],
  [[AUTHOR('Andrey Kolmogorov', KNUTH), AUTHOR('Андрей Колмогоров', KNUTH)], []],
  [
    [
      AUTHOR('{given: Donald, family: Knuth}', KNUTH),
      AUTHOR('{given: Tony, family: Hoare}', `https://orcid.org/${KNUTH}`),
    ],
    ['shared "https://orcid.org/0000-0002-1825-0097"'],
  ],
])('one iD for two authors: %j', async (authors, found) => {
  const page = `---\ntitle: Notes\nauthors:\n${authors.join('')}---\n\nPsychoceramics.\n`;
  expect(await findingsOf(rule, { 'paper.md': page })).toEqual(found);
});

test('one iD for an author and an editor, or for two authors of CITATION.cff', async () => {
  const lists = `---\ntitle: Notes\nauthor:\n${AUTHOR('Donald E. Knuth', KNUTH)}editor:\n${AUTHOR('Tony Hoare', KNUTH)}---\n\nA.\n`;
  expect(await findingsOf(rule, { 'paper.md': lists })).toEqual([]);
  const person = (given: string, family: string) =>
    `  - given-names: ${given}\n    family-names: ${family}\n    orcid: https://orcid.org/${KNUTH}\n`;
  const cff = `cff-version: 1.2.0\nmessage: Cite it.\ntitle: TeX\nauthors:\n${person('Donald', 'Knuth')}${person('Tony', 'Hoare')}`;
  expect(await findingsOf(rule, { 'CITATION.cff': cff, 'a.md': 'A.\n' })).toHaveLength(1);
});

test('orcid_id: the name that Distill has for the iD', async () => {
  const page = `---\ntitle: Notes\nauthor:\n  - name: Donald E. Knuth\n    orcid_id: 0000-0002-1825-0079\n---\n\nA.\n`;
  expect(await findingsOf(rule, { 'paper.md': page })).toEqual(['checksum "0000-0002-1825-0079"']);
});
