import { expect, test } from 'vitest';
import shadowedKey from '../../../rules/citations/shadowed-key.ts';
import { QUARTO_CROSS_REFERENCES } from '../../../src/scan/dialects/pandoc-cross-references.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const lint = (files: Record<string, string>) => findingLines(files, shadowedKey);

const entry = (key: string, rest = '') =>
  `@article{${key},\n  author = {Shannon, Claude E.},\n  title = {A Mathematical Theory of Communication},\n  journal = {Bell System Technical Journal},\n  year = {1948}${rest}\n}\n`;

const book = (key: string) => ({
  '_quarto.yml': 'project:\n  type: website\nbibliography: refs.bib\n',
  'a.qmd': '---\ntitle: A\n---\nKnown.\n',
  'b.qmd': '---\ntitle: B\n---\nKnown.\n',
  'refs.bib': entry(key),
});

test.each(QUARTO_CROSS_REFERENCES)('%s', async (prefix) => {
  expect(await lint(book(`${prefix}1948`))).toEqual([`refs.bib:1:10 shadowed "${prefix}1948"`]);
});

test('the first letter may be a capital', async () => {
  expect(await lint(book('Fig-1948'))).toHaveLength(1);
});

test.each(['shannon1948', 'figure-1948', 'def1990', 'remy-1990', 'secret'])('%s', async (key) => {
  expect(await lint(book(key))).toEqual([]);
});

test('Pandoc alone cites it', async () => {
  const files = {
    'a.md': '---\nbibliography: refs.bib\n---\nKnown [@def-1990].\n',
    'refs.bib': entry('def-1990'),
  };
  expect(await lint(files)).toEqual([]);
});

test('another key is suggested for the entry', async () => {
  const { findings } = await lintFiles(book('def-1948'), shadowedKey);
  expect(findings[0]?.fixes).toMatchObject([{ safety: 'suggest', edits: [{ text: 'def_1948' }] }]);
});
