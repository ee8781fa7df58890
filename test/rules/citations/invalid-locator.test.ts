import { expect, test } from 'vitest';
import invalidLocator from '../../../rules/citations/invalid-locator.ts';
import { findingLines } from '../../support/lint-files.ts';

const lint = (files: Record<string, string>) => findingLines(files, invalidLocator);

const entry = (key: string, rest = '') =>
  `@article{${key},\n  author = {Shannon, Claude E.},\n  title = {A Mathematical Theory of Communication},\n  journal = {Bell System Technical Journal},\n  year = {1948}${rest}\n}\n`;

const lintCite = (cite: string, rest = ',\n  pages = {379--423}') =>
  lint({
    'paper.md': `---\nbibliography: refs.bib\n---\nKnown ${cite}.\n`,
    'refs.bib': entry('shannon1948', rest),
  });

test.each(['[@shannon1948, p. 424]', '[@shannon1948, pp. 370-380]', '[@shannon1948, 12]'])(
  '%s',
  async (cite) => {
    expect(await lintCite(cite)).toEqual([expect.stringContaining('outside')]);
  },
);

test('pages that end before they begin', async () => {
  expect(await lintCite('[@shannon1948, pp. 399-381]')).toEqual([expect.stringContaining('backwards')]);
});

test.each([
  '[@shannon1948, p. 379]',
  '[@shannon1948, pp. 380-423]',
  '[@shannon1948, pp. 380-3]',
  '[@shannon1948, chap. 3]',
  '[@shannon1948]',
  '[@shannon1948, p. S3]',
  '[@shannon1948, p. iv]',
])('%s is there', async (cite) => {
  expect(await lintCite(cite)).toEqual([]);
});

test('the pages of a book are their number, an article number is no range', async () => {
  expect(await lintCite('[@shannon1948, p. 3]', ',\n  pages = {45}')).toEqual([]);
  expect(await lintCite('[@shannon1948, p. 3]', ',\n  pages = {379--423, 623--656}')).toEqual([]);
});

test.each([
  ['paper.md', '', '[@shannon1948, S. 623]', {}, false],
  ['paper.md', 'lang: de\n', '[@shannon1948, S. 623]', {}, true],
  ['paper.md', 'lang: de\n', '[@shannon1948, p. 623]', {}, false],
  ['paper.qmd', '', '[@shannon1948, S. 623]', { '_quarto.yml': 'lang: de\n' }, true],
  ['paper.qmd', 'lang: en\n', '[@shannon1948, S. 623]', { '_quarto.yml': 'lang: de\n' }, false],
])('%s with %j: %s, in the language of the page', async (path, lang, cite, more, isPage) => {
  const files = {
    [path]: `---\nbibliography: refs.bib\n${lang}---\nKnown ${cite}.\n`,
    'refs.bib': entry('shannon1948', ',\n  pages = {379--423}'),
    ...more,
  };
  expect(await lint(files)).toEqual(isPage ? [expect.stringContaining('outside')] : []);
});
