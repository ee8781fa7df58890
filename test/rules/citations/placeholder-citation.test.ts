import { expect, test } from 'vitest';
import placeholderCitation from '../../../rules/citations/placeholder-citation.ts';
import { findingLines } from '../../support/lint-files.ts';

const book = (key: string) =>
  `@book{${key},\n  author = {Knuth, Donald E.},\n  title = {The Art of Computer Programming},\n  publisher = {Addison-Wesley},\n  year = {1997}\n}\n`;
const site = (page: string) => ({
  'myst.yml': 'version: 1\nproject:\n  bibliography: [refs.bib]\n',
  'refs.bib': book('knuth1997'),
  'a.md': page,
});
const lintPage = (page: string) => findingLines(site(page), placeholderCitation);

test.each(['TODO', 'tbd', 'citation-needed', 'FIXME'])('%s', async (key) => {
  expect(await lintPage(`a {cite:p}\`${key}\`\n`)).toHaveLength(1);
});

test('a key that only begins like one', async () => {
  expect(await lintPage('a {cite:p}`todorov1970`\n')).toEqual([]);
});
