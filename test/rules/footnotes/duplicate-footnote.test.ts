import { expect, test } from 'vitest';
import duplicateFootnote from '../../../rules/footnotes/duplicate-footnote.ts';
import { findingLines, lintFiles, summarizeFindings } from '../../support/lint-files.ts';

const page = (body: string) => ({
  'hugo.toml': 'title = "Notes"\n',
  'content/a.md': `---\ntitle: A\n---\n${body}\n`,
});
const lintPage = (body: string) => findingLines(page(body), duplicateFootnote);

test('names who wins in Hugo', async () => {
  const { findings } = await lintFiles(page('x[^a]\n\n[^a]: First.\n\n[^a]: Second.'), duplicateFootnote);
  expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('Hugo prints the first')]);
});

test('labels that differ by case are two in Hugo', async () => {
  expect(await lintPage('x[^A] y[^a]\n\n[^A]: First.\n\n[^a]: Second.')).toEqual([]);
});

test('a second definition that was to define the only lost label', async () => {
  expect(await lintPage('x[^1] y[^2]\n\n[^1]: Shannon (1948).\n[^1]: Knuth (1984).')).toEqual([
    'content/a.md:7:3 renamed "1"',
  ]);
  expect(await lintPage('x[^1] y[^2] z[^3]\n\n[^1]: First.\n[^1]: Second.')).toEqual([
    'content/a.md:7:3 duplicate "1"',
  ]);
});

test('MkDocs prints the last', async () => {
  const files = {
    'mkdocs.yml': 'site_name: Notes\n',
    'docs/a.md': 'x[^a]\n\n[^a]: First.\n\n[^a]: Second.\n',
  };
  const { findings } = await lintFiles(files, duplicateFootnote);
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringContaining('Python-Markdown prints the last'),
  ]);
});

test('one label in two chapters that bookdown joins', async () => {
  const chapters = {
    'index.Rmd':
      '---\nsite: bookdown::bookdown_site\n---\n\nx[^1] y[^a]\n\n[^1]: Shannon.\n\n[^a]: Turing.\n',
    'sorting.Rmd': 'z[^1] w[^b]\n\n[^1]: Knuth.\n\n[^b]: Hoare.\n',
  };
  const book = { '_bookdown.yml': 'rmd_files: [index.Rmd, sorting.Rmd]\n', ...chapters };
  const { findings } = await lintFiles(book, duplicateFootnote);
  expect(summarizeFindings({ findings }, book)).toEqual(['sorting.Rmd:3:3 joined "1"']);
  expect(findings[0]?.message).toBe(
    'Footnote `[^1]` is also defined in index.Rmd; bookdown joins the pages, and the last text is printed for both.',
  );
  const perFormat = {
    '_bookdown.yml': 'rmd_files:\n  html: [index.Rmd]\n  latex: [sorting.Rmd]\n',
    ...chapters,
  };
  const pages = { '_site.yml': 'name: notes\n', ...chapters };
  for (const files of [perFormat, pages])
    expect((await lintFiles(files, duplicateFootnote)).findings).toEqual([]);
});

test('one label in two parts of a manuscript that Manubot joins', async () => {
  const files = {
    'content/metadata.yaml': 'title: Notes\n',
    'content/01.abstract.md': 'x[^1]\n\n[^1]: Shannon.\n',
    'content/02.methods.md': 'z[^1]\n\n[^1]: Knuth.\n',
    'content/response.md': '[^1]: Turing.\n',
  };
  const { findings } = await lintFiles(files, duplicateFootnote);
  expect(findings.map(({ message }) => message)).toEqual([
    'Footnote `[^1]` is also defined in content/01.abstract.md; Manubot joins the pages, and the last text is printed for both.',
  ]);
});
