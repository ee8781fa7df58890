import { expect, test } from 'vitest';
import repeatedKey from '../../../rules/citations/repeated-key.ts';
import { lintFiles, summarizeFindings } from '../../support/lint-files.ts';

const book = (key: string) =>
  `@book{${key},\n  author = {Knuth, Donald E.},\n  title = {The Art of Computer Programming},\n  publisher = {Addison-Wesley},\n  year = {1997}\n}\n`;
const site = (page: string) => ({
  'myst.yml': 'version: 1\nproject:\n  bibliography: [refs.bib]\n',
  'refs.bib': book('knuth1997'),
  'a.md': page,
});
const lintPage = async (page: string) => {
  const files = site(page);
  return summarizeFindings(await lintFiles(files, repeatedKey), files);
};

test('once more in the same citation', async () => {
  expect(await lintPage('a [@knuth1997; @knuth1997] b\n')).toEqual(['a.md:1:17 repeated "knuth1997"']);
});

test('two places in one work are two cites', async () => {
  expect(await lintPage('a [@knuth1997, p. 3; @knuth1997, p. 9] b\n')).toEqual([]);
});
