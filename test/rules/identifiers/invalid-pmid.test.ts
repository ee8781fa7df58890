import { expect, test } from 'vitest';
import rule from '../../../rules/identifiers/invalid-pmid.ts';
import { findingsOf, pageWith, paperWith } from './identifier-project.ts';

test.each([
  ['130546921', 'range "130546921"'],
  ['013054692', 'range "013054692"'],
  ['1305469a', 'character "a"'],
])('%s', async (pmid, finding) => {
  expect(await findingsOf(rule, paperWith({ pmid }))).toEqual([finding]);
});

test.each(['13054692', 'PMID: 13054692', 'https://pubmed.ncbi.nlm.nih.gov/13054692/', 'PMC2174844'])(
  '%s is left alone',
  async (pmid) => {
    expect(await findingsOf(rule, paperWith({ pmid }))).toEqual([]);
  },
);

test('eprint and reference texts', async () => {
  expect(await findingsOf(rule, paperWith({ eprint: '130546921', eprinttype: 'pubmed' }))).toHaveLength(1);
  const text =
    'Watson, J. D., & Crick, F. H. C. (1953). Molecular structure. Nature, 171, 737–738. PMID: 130546921';
  expect(await findingsOf(rule, pageWith(text))).toEqual(['range "130546921"']);
});
