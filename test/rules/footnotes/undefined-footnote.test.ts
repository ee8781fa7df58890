import { expect, test } from 'vitest';
import undefinedFootnote from '../../../rules/footnotes/undefined-footnote.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const page = (body: string) => ({
  'hugo.toml': 'title = "Notes"\n',
  'content/a.md': `---\ntitle: A\n---\n${body}\n`,
});
const lintPage = (body: string) => findingLines(page(body), undefinedFootnote);

test('a misspelt label gets a suggestion', async () => {
  expect(await lintPage('x[^lovelace]\n\n[^lovelaec]: Notes by the translator.')).toEqual([
    'content/a.md:4:2 misspelt "[^lovelace]"',
  ]);
});

test('the note to a mark in a part of a Quarto page may stand in the page', async () => {
  const files = {
    '_quarto.yml': '',
    'index.qmd': 'x[^1], y[^1]\n\n{{< include _part.qmd >}}\n\n[^1]: Notes by the translator.\n',
    '_part.qmd': 'x[^1]\n',
  };
  expect(await findingLines(files, undefinedFootnote)).toEqual([]);
});

test('marks in %%comments%% of Obsidian are no footnotes, on plain pages neither', async () => {
  const files = {
    'notes/engine.md': 'x %%see [^z]%% y[^lost]\n\n%%\n\nz[^y]\n\n%%\n\n50%% of it[^q]\n',
  };
  expect(await findingLines(files, undefinedFootnote)).toEqual([
    'notes/engine.md:1:17 undefined "[^lost]"',
    'notes/engine.md:9:11 undefined "[^q]"',
  ]);
});

test('marks in code are no footnotes', async () => {
  expect(await lintPage('`x[^1]`\n\n```\ny[^2]\n```')).toEqual([]);
});

test('marks in what a shortcode prints as code are no footnotes', async () => {
  expect(await lintPage('{{< highlight c >}}\nx[^1]\n{{< /highlight >}}')).toEqual([]);
});

test('classes of characters are no footnotes, for Pandoc neither', async () => {
  const text =
    'The class [^a-z] and [^"] and [^x]* match others, as do s/[^x]//g and grep [^:], a note[^lost] does not.';
  expect(await lintPage(text)).toEqual([expect.stringContaining('[^lost]')]);
  const files = { '_quarto.yml': 'project:\n  type: website\n', 'a.qmd': `---\ntitle: A\n---\n${text}\n` };
  expect(await findingLines(files, undefinedFootnote)).toEqual([expect.stringContaining('[^lost]')]);
});

test('of several lost numbers none is a misspelling of the only unused one', async () => {
  expect(
    await lintPage('x[^10], y[^11] z[^lovelace]\n\n[^1]: Turing (1936).\n\n[^lovelaec]: Notes (1843).'),
  ).toEqual([
    'content/a.md:4:2 undefined "[^10]"',
    'content/a.md:4:10 undefined "[^11]"',
    'content/a.md:4:17 misspelt "[^lovelace]"',
  ]);
  expect(await lintPage('x[^10]\n\n[^1]: Turing (1936).')).toEqual(['content/a.md:4:2 misspelt "[^10]"']);
});

test('a note with the colon of Chinese and Japanese', async () => {
  expect(await lintPage('图灵[^1]。\n\n[^1]：图灵. 论可计算数[J]. 1936.')).toEqual([
    'content/a.md:6:1 colonless "[^1]"',
  ]);
});

test('a mark at the end of emphasis is no class of characters with a quantifier', async () => {
  const text = '**Knuth says so[^a]** and (*so[^b]* does Lamport), ***both[^c]***';
  expect(await lintPage(`${text}, 2*[^x]*, **bold** a[^y]*, *[^z]*, s*a[^x]*.`)).toEqual([
    expect.stringContaining('[^a]'),
    expect.stringContaining('[^b]'),
    expect.stringContaining('[^c]'),
  ]);
  const files = { '_quarto.yml': 'project:\n  type: website\n', 'a.qmd': `---\ntitle: A\n---\n${text}\n` };
  expect((await lintFiles(files, undefinedFootnote)).findings).toHaveLength(3);
});

test('the only unused note is meant by the only lost mark, unlike as they are', async () => {
  expect(await lintPage('x[^watch]\n\n[^clock]: Lamport, L. (1978).')).toEqual([
    'content/a.md:4:2 misspelt "[^watch]"',
  ]);
});

test('a note without its colon is told once, at the note', async () => {
  for (const before of ['[^1]: Shannon (1948).\n', '[^1]: Shannon (1948).\n\n', '']) {
    const body = `x[^2], y[^1], z[^2]\n\n${before}[^2] Knuth, D. E. (1984).`;
    const line = 6 + before.split('\n').length - 1;
    const undefined1 = before === '' ? ['content/a.md:4:9 undefined "[^1]"'] : [];
    expect(await lintPage(body)).toEqual([...undefined1, `content/a.md:${line}:1 colonless "[^2]"`]);
  }
});

test.each([
  ['[[^2]: Knuth, D. E. (1984).', 'content/a.md:6:2 bracket "[^2]"'],
  ['[^2]]: Knuth, D. E. (1984).', 'content/a.md:6:1 bracket "[^2]"'],
  ['[^2]. Knuth, D. E. (1984).', 'content/a.md:6:1 colonless "[^2]"'],
])('a note with a bracket too many or a full stop is told once, there: %s', async (note, finding) => {
  expect(await lintPage(`x[^2]\n\n${note}`)).toEqual([finding]);
  expect(await lintPage('As x shows[^2], and so does y\n[^2]. In the end it holds.')).toHaveLength(2);
});

test.each(['[^2]; Knuth, D. E. (1984).', '[^2] : Knuth, D. E. (1984).'])(
  'a note with another sign than the colon is told once, there: %s',
  async (note) => {
    expect(await lintPage(`x[^2]\n\n${note}`)).toEqual(['content/a.md:6:1 colonless "[^2]"']);
    expect(await lintPage('As x shows[^2]; and so does y\n[^2]; in the end.')).toHaveLength(2);
  },
);

test('Pandoc: a note without its colon, or without the blank line before it, is told once', async () => {
  const lintQuarto = async (body: string) => {
    const files = { '_quarto.yml': 'project:\n  type: website\n', 'a.qmd': body };
    return findingLines(files, undefinedFootnote);
  };
  expect(await lintQuarto('x[^2]\n\n[^2] Knuth, D. E. (1984).\n')).toEqual(['a.qmd:3:1 colonless "[^2]"']);
  expect(await lintQuarto('x[^2]\n[^2]: Knuth, D. E. (1984).\n')).toEqual(['a.qmd:2:1 glued "[^2]"']);
});

test('a mark that begins a line of running text is no note', async () => {
  expect(await lintPage('As x shows[^2] and so does y\n[^2] in the end.')).toEqual([
    'content/a.md:4:11 undefined "[^2]"',
    'content/a.md:5:1 undefined "[^2]"',
  ]);
});

test('the label of a second definition is told once, there', async () => {
  expect(await lintPage('x[^1] y[^2]\n\n[^1]: Shannon (1948).\n[^1]: Knuth (1984).')).toEqual([]);
});

const partial = '[^inc]: Shannon (1948).\n';
test.each<[string, Record<string, string>]>([
  ['Jekyll', { '_config.yml': 'theme: minima\n', 'a.md': '---\n---\nx[^inc]\n\n{% include notes.md %}\n' }],
  [
    'Jekyll, a file beside',
    {
      '_config.yml': 'theme: minima\n',
      'a.md': '---\n---\nx[^inc]\n\n{%- include_relative notes.html -%}\n',
    },
  ],
  [
    'Jekyll, any file',
    { '_config.yml': 'theme: minima\n', 'a.md': '---\n---\nx[^inc]\n\n{% include {{ page.notes }} %}\n' },
  ],
  ['Hugo', { 'hugo.toml': 'title = "A"\n', 'content/a.md': 'x[^inc]\n\n{{% include "notes.md" %}}\n' }],
  [
    'Quarto',
    {
      '_quarto.yml': '',
      '_notes.qmd': `${partial}\ny[^page]\n`,
      'a.qmd': 'x[^inc]\n\n{{< include _notes.qmd >}}\n\n[^page]: Knuth (1984).\n',
    },
  ],
  ['MyST', { 'myst.yml': 'version: 1\n', 'a.md': 'x[^inc]\n\n```{include} notes.txt\n```\n' }],
])('%s: an included file may hold the note', async (_, files) => {
  expect((await lintFiles(files, undefinedFootnote)).findings).toEqual([]);
});

test('a template that is included holds no notes', async () => {
  const files = {
    '_config.yml': 'theme: minima\n',
    'a.md': '---\n---\nx[^1]\n\n{% include figure.html src="a.png" %}\n',
  };
  expect((await lintFiles(files, undefinedFootnote)).findings).toHaveLength(1);
});

test('a note right behind a line of a paragraph is told once, at the note', async () => {
  const body = 'x[^1], y[^2]\n[^1]: Shannon (1948).\n[^2]: Knuth (1984).';
  const files = { '_config.yml': 'theme: minima\n', 'a.md': `---\ntitle: A\n---\n${body}\n` };
  const found = await findingLines(files, undefinedFootnote);
  expect(found).toEqual(['a.md:5:1 glued "[^1]"', 'a.md:6:1 glued "[^2]"']);
  expect(await lintPage(body)).toEqual([]);
});

test('mathematics holds no footnotes', async () => {
  expect(await lintPage('a $f[^2]$, $$g[^3]$$, $x_{[^b]}$')).toEqual([]);
  expect(await lintPage('it costs $5[^a], or $6')).toHaveLength(1);
  expect(await lintPage('a \\([^x]f\\), \\[[^y]g\\], \\\\(h[^z]\\\\)\n\n\\[\n[^w]\n\\]')).toEqual([]);
  expect(await lintPage('a \\(b), c[^a], \\(d')).toHaveLength(1);
});

test('kramdown swallows a note behind an indented line of another', async () => {
  const page = 'a[^1] b[^2]\n\n[^1]: Shannon (1948).\n    A theory.\n[^2]: Knuth (1984).';
  const files = { '_config.yml': 'theme: minima\n', 'a.md': `---\ntitle: A\n---\n${page}\n` };
  const found = await findingLines(files, undefinedFootnote);
  expect(found).toEqual(['a.md:8:1 glued "[^2]"']);
  expect(await lintPage(page)).toEqual([]);
});

test('attributes and the end-of-block marker of kramdown end a paragraph', async () => {
  for (const end of ['{: .prompt-tip }', '{:.note}', '^']) {
    const page = `---\ntitle: A\n---\na[^1]\n${end}\n[^1]: Shannon (1948).\n`;
    const files = { '_config.yml': 'theme: minima\n', 'a.md': page };
    expect((await lintFiles(files, undefinedFootnote)).findings).toEqual([]);
  }
});

test("kramdown's comments are not printed, and its abbreviations are blocks of their own", async () => {
  const jekyll = (body: string) => ({
    '_config.yml': 'theme: minima\n',
    'a.md': `---\ntitle: A\n---\n${body}`,
  });
  const comment = '{::comment}\nx[^lost]\n{:/comment}\n[^1]: Shannon (1948).\n\nx[^1] {::comment}[^2]{:/}\n';
  expect((await lintFiles(jekyll(comment), undefinedFootnote)).findings).toEqual([]);
  const abbreviation = '*[DOI]: Digital Object Identifier\n[^1]: Shannon (1948).\n\nx[^1]\n';
  expect((await lintFiles(jekyll(abbreviation), undefinedFootnote)).findings).toEqual([]);
  const text = 'x[^1]\n*[DOI]: Digital Object Identifier\n[^1]: Shannon (1948).\n';
  expect((await lintFiles(jekyll(text), undefinedFootnote)).findings).toHaveLength(1);
});

test('labels that kramdown refuses, [^größe] and [^a b], whose notes are there', async () => {
  const body =
    'x[^größe] y[^a b] z[^ok], [^äöü] is a class.\n\n[^größe]: Knuth (1997).\n\n[^a b]: http://example.org\n\n[^ok]: Turing (1936).\n';
  const jekyll = { '_config.yml': 'theme: minima\n', 'a.md': `---\ntitle: A\n---\n${body}` };
  expect(await findingLines(jekyll, undefinedFootnote)).toEqual([
    'a.md:4:2 refused-label "[^größe]"',
    'a.md:4:12 refused-label "[^a b]"',
  ]);
  const tag = '---\n---\nx[^{{ page.n }}]\n\n[^{{ page.n }}]: Knuth (1997).\n';
  expect((await lintFiles({ ...jekyll, 'a.md': tag }, undefinedFootnote)).findings).toEqual([]);
  expect(await lintPage(body.replace(', [^äöü] is a class', ''))).toEqual([]);
});

test('a note that MkDocs appends to every page', async () => {
  const files = {
    'mkdocs.yml':
      'markdown_extensions:\n  - pymdownx.snippets:\n      auto_append:\n        - includes/notes.md\n',
    'includes/notes.md': '[^knuth1997]: The Art of Computer Programming.\n',
    'docs/a.md': 'x[^knuth1997] y[^lost] z[^Note]\n\n[^note]: Labels keep their case.\n',
  };
  expect(await findingLines(files, undefinedFootnote)).toEqual([
    'docs/a.md:1:16 undefined "[^lost]"',
    'docs/a.md:1:25 misspelt "[^Note]"',
  ]);
});

test.each([
  ['without a plugin', 'markdown_extensions: [footnotes, def_list]\n'],
  ['with mkdocs-bibtex', 'plugins:\n  - bibtex:\n      bib_file: refs.bib\n'],
])('MkDocs %s: a note in a definition is a note', async (_, config) => {
  const body = [
    'Sorting[^knuth], entropy[^shannon], notes[^lovelace].',
    'Sorting\n:   As in Knuth.\n\n    [^knuth]: Knuth, D. E. (1997).',
    'Entropy\n:   [^shannon]: Shannon, C. E. (1948).',
    'Notes\nProgram\n:   By the translator\n    [^lovelace]: Lovelace, A. A. (1843).',
  ].join('\n\n');
  const files = { 'mkdocs.yml': config, 'docs/a.md': `${body}\n` };
  expect((await lintFiles(files, undefinedFootnote)).findings).toEqual([]);
  const plain = { 'mkdocs.yml': config, 'docs/a.md': 'x[^a]\n    [^a]: Knuth, D. E. (1997).\n' };
  expect(await findingLines(plain, undefinedFootnote)).toEqual(['docs/a.md:2:5 glued "[^a]"']);
});

test('a note in another chapter of a book that bookdown joins', async () => {
  const files = {
    '_bookdown.yml': '',
    'index.Rmd': '---\nsite: bookdown::bookdown_site\n---\n\nx[^a] y[^lost]\n',
    'notes.Rmd': '[^a]: Turing.\n\n[^unused]: Hoare.\n',
  };
  const { findings } = await lintFiles(files, undefinedFootnote);
  expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('lost')]);
});

const textForLabel =
  'Melatonin[^Note that this notion is [not uncontroversial](https://example.org)] and\n' +
  'differ[^The reason this is the way it\nis probably because].';

test('[^Note that …] has the text of a note for its label, whatever the engine', async () => {
  for (const [config, path] of [
    ['hugo.toml', 'content/a.md'],
    ['_config.yml', '_posts/2024-05-01-a.md'],
    ['myst.yml', 'a.md'],
  ] as const) {
    const files = { [config]: '', [path]: `---\ntitle: A\n---\n${textForLabel}\n` };
    expect(await findingLines(files, undefinedFootnote)).toEqual([
      `${path}:4:10 note-in-label "[^"`,
      `${path}:5:7 note-in-label "[^"`,
    ]);
  }
});

test('for Pandoc [^Note that …] was to begin with ^[', async () => {
  const files = { '_quarto.yml': '', 'a.qmd': `${textForLabel}\n` };
  expect(await findingLines(files, undefinedFootnote)).toEqual([
    'a.qmd:1:10 caret-in-bracket "[^"',
    'a.qmd:2:7 caret-in-bracket "[^"',
  ]);
});

test('links behind a caret, classes of letters, code and labels of several words are no notes', async () => {
  const body =
    '[^ back to top of page](#top) and [^a b c], ![^Note that this is](x.png), `[^Note that this is]`\n' +
    'and [^Knuth and Plass 1981].\n\n[^Knuth and Plass 1981]: Breaking paragraphs into lines.';
  expect(await lintPage(body)).toEqual([]);
  expect(await findingLines({ '_quarto.yml': '', 'a.qmd': body }, undefinedFootnote)).toEqual([]);
});

test('a plain page may be for an editor that takes [^some text] for a note', async () => {
  const cited = 'See [@lovelace1843].\n';
  expect(await findingLines({ 'notes/a.md': textForLabel }, undefinedFootnote)).toEqual([]);
  expect(
    await findingLines({ 'notes/a.md': `${textForLabel} x[^1]\n\n[^1]: Note G.\n` }, undefinedFootnote),
  ).toEqual(['notes/a.md:1:10 note-in-label "[^"', 'notes/a.md:2:7 note-in-label "[^"']);
  expect(await findingLines({ 'a.md': `${textForLabel} ${cited}` }, undefinedFootnote)).toHaveLength(2);
});

test('an inline note that a blank line parts is not closed', async () => {
  const body =
    'Next ^[see Knuth for more and nothing\n\ncloses] it ^[but this one is closed] and \\^[see his note';
  expect(await findingLines({ '_quarto.yml': '', 'a.qmd': body }, undefinedFootnote)).toEqual([
    'a.qmd:1:6 unclosed-note "^["',
  ]);
});
