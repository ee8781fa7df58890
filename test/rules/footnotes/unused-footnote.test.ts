import { describe, expect, test } from 'vitest';
import unusedFootnote from '../../../rules/footnotes/unused-footnote.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const page = (body: string) => ({
  'hugo.toml': 'title = "Notes"\n',
  'content/a.md': `---\ntitle: A\n---\n${body}\n`,
});
const lintPage = (body: string) => findingLines(page(body), unusedFootnote);

test('a definition in code is none', async () => {
  expect(await lintPage('```\n[^1]: note\n```')).toEqual([]);
});

test('the mark to a note in a part of a Quarto page may stand in the page', async () => {
  const files = {
    '_quarto.yml': '',
    'index.qmd': 'x[^lovelace]\n\n{{< include _notes.md >}}\n',
    '_notes.md': '[^lovelace]: Notes by the translator.\n',
  };
  expect((await lintFiles(files, unusedFootnote)).findings).toEqual([]);
});

test('title: "Lovelace and Babbage[^1]": Pandoc reads the marks of the metadata', async () => {
  const notes = '[^1]: For Menabrea.\n\n[^2]: For Faraday.\n\n[^3]: Never used.\n';
  const lines = ['---', 'title: "Lovelace and Babbage[^1]"', 'author:', '  - name: Ada Lovelace[^2]', '---'];
  const files = { '_quarto.yml': '', 'index.qmd': `${lines.join('\n')}\n\nText.\n\n${notes}` };
  expect(await findingLines(files, unusedFootnote)).toEqual(['index.qmd:13:3 unused "3"']);
});

test('the unused one of two', async () => {
  expect(await lintPage('x[^a]\n\n[^a]: Notes.\n\n[^b]: More notes.')).toHaveLength(1);
});

test('a footnote that a misspelt use meant is spoken of once, at the use', async () => {
  const files = { 'hugo.toml': '', 'content/a.md': 'Text[^second].\n\n[^secnd]: Note.\n' };
  expect((await lintFiles(files, unusedFootnote)).findings).toEqual([]);
});

test('{{< cite-ref "knuth1997" >}}: a template that reads the page for the note of its key', async () => {
  const note = '\n\n[^knuth1997]: Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley.';
  expect(await lintPage(`x {{< cite "knuth1997" >}}${note}`)).toEqual([]);
  expect(await lintPage(`x {{< cite "knuth1998" >}}${note}`)).toHaveLength(1);
});

test('the mark in <summary> of a file called .mdx, whatever else stands in it', async () => {
  const body = '<details>\n<summary>Note G[^a]</summary>\n\nText.\n\n</details>\n\n[^a]: Notes.\n';
  const files = { 'docusaurus.config.js': 'module.exports = {};\n', 'docs/a.mdx': body };
  expect((await lintFiles(files, unusedFootnote)).findings).toEqual([]);
});

describe('MkDocs', () => {
  const lint = async (body: string, config = '') => {
    const files = { 'mkdocs.yml': `site_name: Notes\n${config}`, 'docs/a.md': body };
    return findingLines(files, unusedFootnote);
  };

  test("{{ read_csv('rates.csv') }} and {{ timetable() }}: what is put there may call a note", async () => {
    const page = (call: string) => `x[^a]\n\n${call}\n\n[^a]: Notes.\n\n[^b]: More notes.\n`;
    const macros = 'plugins:\n  - macros\n';
    expect(await lint(page("{{ read_csv('rates.csv') }}"), 'plugins: [table-reader]\n')).toEqual([]);
    expect(await lint(page('{{ timetable() }}'), macros)).toEqual([]);
    expect(await lint(page('{{ version }}'), macros)).toHaveLength(1);
  });

  test('prints a note that nothing uses', async () => {
    const body = 'x[^a]\n\n[^a]: Notes.\n\n[^b]: More notes.\n';
    expect(await lint(body)).toEqual(['docs/a.md:5:3 printed "b"']);
    expect(await lint(body, 'plugins:\n  - bibtex\n')).toEqual(['docs/a.md:5:3 printed "b"']);
  });

  test('<div markdown>: a mark in HTML, where Python-Markdown has Markdown', async () => {
    expect(await lint('x[^a]\n\n<div markdown>\nGrid [^b]: all\n</div>\n\n[^a]: A.\n\n[^b]: B.\n')).toEqual(
      [],
    );
  });

  test('a file of notes alone, which pages take in', async () => {
    expect(await lint('[^a]: Notes.\n[^b]: More notes.\n')).toEqual([]);
  });
});

test('a note that is called in the arguments of a tag or in an included file', async () => {
  const lint = async (body: string) => {
    const files = { '_config.yml': 'theme: minima\n', 'a.md': `---\n---\n${body}\n\n[^1]: Note.\n` };
    return (await lintFiles(files, unusedFootnote)).findings.length;
  };
  expect(await lint('{% include note.html content="Known.[^1]" %}')).toBe(0);
  expect(await lint('{% include part.md %}')).toBe(0);
  expect(await lint('{% include note.html content="Known.[^2]" %}')).toBe(1);
});

test('a mark in HTML or in code is text, and shown', async () => {
  for (const mark of ['<figcaption>x[^1]</figcaption>', '`x[^1]`', 'x\\[^1]', 'https://example.org/x[^1]']) {
    const files = page(`${mark}\n\n[^1]: Note.`);
    const { findings } = await lintFiles(files, unusedFootnote);
    expect(findings.map(({ messageId, related }) => [messageId, related.length])).toEqual([['unread', 1]]);
  }
});

test.each([
  ['Eleventy', '.eleventy.js', 'module.exports = () => ({ dir: { input: "content" } });\n', 0],
  ['Eleventy with linkify', '.eleventy.js', 'const md = markdownIt({ linkify: true });\n', 1],
  ['Zola', 'config.toml', 'base_url = "https://example.org"\n', 0],
  ['Pelican', 'pelicanconf.py', "SITENAME = 'Notes'\n", 0],
  ['Astro', 'astro.config.mjs', 'export default {};\n', 1],
])('a mark glued to a bare address, of which %s makes a link or none', async (_, config, settings, found) => {
  const files = {
    [config]: settings,
    'content/a.md': '---\ntitle: A\n---\nhttps://example.org/lovelace[^g]\n\n[^g]: Note G.\n',
  };
  expect((await lintFiles(files, unusedFootnote)).findings).toHaveLength(found);
});

test('a note in another chapter of a book that bookdown joins', async () => {
  const files = {
    '_bookdown.yml': '',
    'index.Rmd': '---\nsite: bookdown::bookdown_site\n---\n\nx[^a] y[^lost]\n',
    'notes.Rmd': '[^a]: Turing.\n\n[^unused]: Hoare.\n',
  };
  const { findings } = await lintFiles(files, unusedFootnote);
  expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('unused')]);
});

test('Documenter prints a note that nothing calls', async () => {
  const files = {
    'docs/make.jl': 'using Documenter, DocumenterCitations\n',
    'docs/src/a.md': 'Known.[^Knuth1997]\n\n[^Knuth1997]: One.\n\n[^Hoare1962]:\n    > Another.\n',
  };
  expect(await findingLines(files, unusedFootnote)).toEqual(['docs/src/a.md:5:3 printed "Hoare1962"']);
});
