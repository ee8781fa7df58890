import { expect, test } from 'vitest';
import footnoteShouldCite from '../../../rules/footnotes/footnote-should-cite.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const lint = (files: Record<string, string>) => findingLines(files, footnoteShouldCite);

const entry = (key: string, rest = '') =>
  `@article{${key},\n  author = {Shannon, Claude E.},\n  title = {A Mathematical Theory of Communication},\n  journal = {Bell System Technical Journal},\n  year = {1948}${rest}\n}\n`;

const page = (note: string, bibliography = entry('shannon1948')) => ({
  'myst.yml': 'version: 1\nproject:\n  bibliography: [refs.bib]\n',
  'refs.bib': bibliography,
  'a.md': `Known.[^1]\n\n[^1]: ${note}\n`,
});
const shannon =
  'Shannon, C. E. (1948). A mathematical theory of communication. *Bell System Technical Journal*, *27*(3), 379–423.';
const hoare = 'Hoare, C. A. R. (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16.';

test('a work that the bibliography has', async () => {
  const { findings } = await lintFiles(page(shannon), footnoteShouldCite);
  expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('`shannon1948`')]);
});

test('a work that it could have', async () => {
  expect(await lint(page(hoare))).toEqual([expect.stringContaining('unknown')]);
});

test.each(['So Shannon called it in 1948, and nobody objected.', 'See [the paper](https://example.org).'])(
  '%s',
  async (note) => {
    expect(await lint(page(note))).toEqual([]);
  },
);

test('a page without a bibliography', async () => {
  expect(await lint({ 'a.md': `Known.[^1]\n\n[^1]: ${shannon}\n` })).toEqual([]);
});

test('a page of Quarto', async () => {
  const files = {
    '_quarto.yml': 'project:\n  type: website\nbibliography: refs.bib\n',
    'refs.bib': entry('shannon1948'),
    'a.qmd': `---\ntitle: A\n---\nKnown.[^1]\n\n[^1]: ${shannon}\n`,
  };
  const { findings } = await lintFiles(files, footnoteShouldCite);
  expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('`shannon1948`')]);
});
