import { expect, test } from 'vitest';
import malformedCitation from '../../../rules/citations/malformed-citation.ts';
import invalidArxivId from '../../../rules/identifiers/invalid-arxiv-id.ts';
import invalidDoi from '../../../rules/identifiers/invalid-doi.ts';
import invalidIsbn from '../../../rules/identifiers/invalid-isbn.ts';
import invalidPmid from '../../../rules/identifiers/invalid-pmid.ts';
import { lintFiles, summarizeFindings } from '../../support/lint-files.ts';

const RULES = [invalidDoi, invalidIsbn, invalidArxivId, invalidPmid, malformedCitation];

/** A manuscript of Manubot that cites one key. */
const manuscript = (key: string) => ({
  'build/build.sh': 'manubot process --content-directory=content\n',
  'content/metadata.yaml': 'title: Sorting\n',
  'content/01.sorting.md': `## Sorting\n\nSorting is old [@${key}].\n`,
});

test.each([
  ['doi:10.1093', 'invalid-doi "10.1093"'],
  ['doi:1093/comjnl/5.1.10', 'invalid-doi "1093"'],
  ['isbn:0-201-07616-2', 'invalid-isbn "0-201-07616-2"'],
  ['arxiv:1713.03762', 'invalid-arxiv-id "1713.03762"'],
  ['pmid:x123', 'invalid-pmid "x"'],
])('[@%s] cites what is not there', async (key, expected) => {
  const files = manuscript(key);
  const result = await lintFiles(files, RULES);
  const [place] = summarizeFindings(result, files).map((line) => line.replace(/^\S+ \S+ /, ''));
  expect(result.findings.map(({ ruleId }) => `${ruleId} ${place}`)).toEqual([expected]);
});

test.each([
  'doi:10.1093/comjnl/5.1.10',
  'DOI:10.1093/comjnl/5.1.10',
  'doi:10/b8wzpg',
  'isbn:0-201-07616-0',
  'arxiv:1706.03762',
  'pmid:4541168',
  'pmcid:PMC4304851',
  'tag:quicksort',
])('[@%s] is left alone', async (key) => {
  expect((await lintFiles(manuscript(key), RULES)).findings).toEqual([]);
});

test('a DOI that ends too early is told once', async () => {
  const { findings } = await lintFiles(manuscript('doi:10.1002/(SICI)1097-0258(19980815)17'), RULES);
  expect(findings.map(({ ruleId }) => ruleId)).toEqual(['malformed-citation']);
});

test('a key of another engine is no more than a key', async () => {
  const files = {
    'refs.bib': '@misc{doi:10.1093,\n  title = {Quicksort},\n}\n',
    'paper.md': '---\ntitle: Sorting\nbibliography: refs.bib\n---\nSorting is old [@doi:10.1093].\n',
  };
  expect((await lintFiles(files, RULES)).findings).toEqual([]);
});
