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
