import { expect, test } from 'vitest';
import repeatedKey from '../../../rules/citations/repeated-key.ts';
import { fixFiles } from '../../support/fix-files.ts';
import { findingLines } from '../../support/lint-files.ts';

const book = (key: string) =>
  `@book{${key},\n  author = {Knuth, Donald E.},\n  title = {The Art of Computer Programming},\n  publisher = {Addison-Wesley},\n  year = {1997}\n}\n`;
const site = (page: string) => ({
  'myst.yml': 'version: 1\nproject:\n  bibliography: [refs.bib]\n',
  'refs.bib': book('knuth1997'),
  'a.md': page,
});
const lintPage = (page: string) => findingLines(site(page), repeatedKey);

test('once more in the same citation', async () => {
  expect(await lintPage('a [@knuth1997; @knuth1997] b\n')).toEqual(['a.md:1:17 repeated "knuth1997"']);
});

test('two places in one work are two cites', async () => {
  expect(await lintPage('a [@knuth1997, p. 3; @knuth1997, p. 9] b\n')).toEqual([]);
});

const books = ['knuth1997', 'hoare1962'].map((key) => book(key)).join('\n');
const jekyll = (body: string) => ({
  '_config.yml': 'title: Notes\nscholar:\n  bibliography: refs.bib\n',
  '_bibliography/refs.bib': books,
  '_posts/2024-05-01-a.md': `---\ntitle: A\n---\n\n${body}\n`,
});
const pandoc = (body: string) => ({
  'refs.bib': books,
  'a.md': `---\nbibliography: refs.bib\n---\n\n${body}\n`,
});
const myst = (body: string) => ({ ...site(`${body}\n`), 'refs.bib': books });

test.each([
  [myst, '[@knuth1997; @knuth1997]', '[@knuth1997]'],
  [myst, '{cite:p}`knuth1997,hoare1962, knuth1997`', '{cite:p}`knuth1997,hoare1962`'],
  [pandoc, '[@knuth1997; @hoare1962; @knuth1997]', '[@knuth1997; @hoare1962]'],
  [pandoc, '[@knuth1997;@knuth1997;@knuth1997]', '[@knuth1997]'],
  [pandoc, '[@{knuth1997}; @{knuth1997}]', '[@{knuth1997}]'],
  [pandoc, '[-@knuth1997; -@knuth1997]', '[-@knuth1997]'],
  [pandoc, '[see @knuth1997; @knuth1997]', '[see @knuth1997; @knuth1997]'],
  [pandoc, '[@knuth1997; -@knuth1997]', '[@knuth1997; -@knuth1997]'],
  [pandoc, '[@knuth1997, p. 3; @knuth1997, p. 3]', '[@knuth1997, p. 3; @knuth1997, p. 3]'],
  [pandoc, '@knuth1997 [@knuth1997]', '@knuth1997 [@knuth1997]'],
  [jekyll, '{% cite knuth1997 hoare1962 knuth1997 %}', '{% cite knuth1997 hoare1962 %}'],
  [jekyll, '{% cite knuth1997 knuth1997 --locator 3 %}', '{% cite knuth1997 knuth1997 --locator 3 %}'],
])('the second is taken out where that is plain: %#', async (files, before, after) => {
  expect((await fixFiles(files(before), repeatedKey)).files).toEqual(files(after));
});
