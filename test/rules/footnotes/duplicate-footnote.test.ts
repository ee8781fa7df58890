import { expect, test } from 'vitest';
import duplicateFootnote from '../../../rules/footnotes/duplicate-footnote.ts';
import { lintFiles, summarizeFindings } from '../../support/lint-files.ts';

const page = (body: string) => ({
  'hugo.toml': 'title = "Notes"\n',
  'content/a.md': `---\ntitle: A\n---\n${body}\n`,
});
const lintPage = async (body: string) => {
  const files = page(body);
  return summarizeFindings(await lintFiles(files, duplicateFootnote), files);
};

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
