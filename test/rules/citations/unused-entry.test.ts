import { describe, expect, test } from 'vitest';
import unusedEntry from '../../../rules/citations/unused-entry.ts';
import { findingLines, lintFiles, summarizeFindings } from '../../support/lint-files.ts';
import { notebook } from '../../support/notebook.ts';

const book = (key: string) =>
  `@book{${key},\n  author = {Knuth, Donald E.},\n  title = {The Art of Computer Programming},\n  publisher = {Addison-Wesley},\n  year = {1997}\n}\n`;
const site = (page: string) => ({
  'myst.yml': 'version: 1\nproject:\n  bibliography: [refs.bib]\n',
  'refs.bib': book('knuth1997'),
  'a.md': page,
});

test('an entry that only another entry points at', async () => {
  const child =
    '@incollection{hoare1972,\n  title = {Notes on data structuring},\n  crossref = {knuth1997}\n}\n';
  const files = { ...site('a {cite:p}`hoare1972`\n'), 'refs.bib': child + book('knuth1997') };
  expect((await lintFiles(files, unusedEntry)).findings).toEqual([]);
});

test('cited from any page of the site', async () => {
  const files = { ...site('nothing here\n'), 'b.md': 'a {cite:p}`knuth1997`\n' };
  expect((await lintFiles(files, unusedEntry)).findings).toEqual([]);
});

describe('code of a page of R Markdown or Quarto that may cite', () => {
  const unused = async (page: string, name = 'a.Rmd') => {
    const front = '---\ntitle: A\nbibliography: refs.bib\n---\n';
    const files = { [name]: `${front}\n${page}\n`, 'refs.bib': book('knuth1997') };
    return (await lintFiles(files, unusedEntry)).findings.length;
  };

  test.each([
    ['```{r}\nkable(x, caption = "From [@knuth1997].")\n```'],
    ['```{r}\ncap <- "From @knuth1997: all"\n```\n\n```{r plot, fig.cap=cap}\nplot(x)\n```'],
    ['Complex `r citep(bib[["knuth1997"]])` code.'],
    ['```{r, results="asis"}\nNoCite(bib, "knuth1997")\nPrintBibliography(bib)\n```'],
    ['As `r paste0("[", "@{knuth1997}", "]")` says.'],
  ])('%s', async (page) => {
    expect(await unused(page)).toBe(0);
    expect(await unused(page.replace('{r}', '{python}').replace('`r ', '`{r} '), 'a.qmd')).toBe(0);
  });

  test.each([
    ['```{r}\nx <- object@knuth1997\n```'],
    ['```{r}\nread.csv("knuth1997")\n```'],
    ['```r\nkable(x, caption = "From [@knuth1997].")\n```'],
    ['```{{r}}\nkable(x, caption = "From [@knuth1997].")\n```'],
  ])('%s cites nothing', async (page) => {
    expect(await unused(page)).toBe(1);
  });
});

test.each([
  ['\\cite{knuth1997}', 0],
  ['\\citep[see][p. 3]{hoare1972, knuth1997}', 0],
  ['\\begin{figure}\n\\caption{From \\textcite*{knuth1997}.}\n\\end{figure}', 0],
  ['\\nocite{*}', 0],
  ['\\textbf{knuth1997}', 1],
])('%s in a page of Pandoc, which LaTeX reads', async (page, count) => {
  const files = {
    Makefile: 'thesis.pdf:\n\tpandoc --biblatex --bibliography=refs.bib -o thesis.tex a.md\n',
    'a.md': `As @hoare1972 says.\n\n${page}\n`,
    'refs.bib': book('knuth1997') + book('hoare1972'),
  };
  expect((await lintFiles(files, unusedEntry)).findings).toHaveLength(count);
});

test('never cited', async () => {
  const files = site('nothing here\n');
  const result = await lintFiles(files, unusedEntry);
  expect(summarizeFindings(result, files)).toEqual(['refs.bib:1:7 unused "knuth1997"']);
});

test.each([
  ['a byte order mark', '\uFEFF---\ntitle: A\n---\n'],
  ['a blank line', '\n---\ntitle: A\n---\n'],
  ['no delimiter', 'title: A\n---\n'],
])('a page that Jekyll copies as it is, for %s opens it: what it cites is not read', async (_, opening) => {
  const files = (front: string) => ({
    '_config.yml': 'scholar:\n  style: apa\n',
    '_bibliography/references.bib': book('knuth1997'),
    'a.md': `${front}{% cite knuth1997 %}\n`,
    'b.md': '---\n---\nNotes on sorting.\n',
  });
  expect((await lintFiles(files(opening), unusedEntry)).findings).toEqual([]);
  expect((await lintFiles(files('{% comment %}'), unusedEntry)).findings).toHaveLength(1);
});

test('a layout or a plugin of Jekyll may print what no page cites', async () => {
  const files = {
    '_config.yml': 'scholar:\n  style: apa\n',
    '_bibliography/references.bib': book('knuth1997') + book('knuth1998'),
    'a.md': '---\n---\n{% cite knuth1997 %}\n',
  };
  const unused = async (more: Record<string, string>) =>
    (await lintFiles({ ...files, ...more }, unusedEntry)).findings.length;
  expect(await unused({})).toBe(1);
  expect(await unused({ '_includes/cited.html': '{% bibliography --cited %}' })).toBe(1);
  expect(await unused({ '_includes/all.html': '{% bibliography -f references %}' })).toBe(0);
  const plugin = "class Cite < Liquid::Tag; end\nLiquid::Template.register_tag('cite', Cite)\n";
  expect(await unused({ '_plugins/cite.rb': plugin })).toBe(0);
});

test.each([
  ['"@*"', []],
  ['"[@hoare1962; @knuth1997, p. 3]"', []],
  ['"@hoare1962"', ['refs.bib:1:7 unused "knuth1997"']],
])('nocite: %s in the settings of a Quarto site', async (nocite, expected) => {
  const files = {
    '_quarto.yml': `bibliography: refs.bib\nnocite: ${nocite}\n`,
    'refs.bib': book('knuth1997'),
    'index.qmd': 'nothing here\n',
  };
  expect(await findingLines(files, unusedEntry)).toEqual(expected);
});

test('Documenter, where nothing but pages cites: other code has docstrings', async () => {
  const files = {
    'docs/make.jl':
      'using Documenter, DocumenterCitations\nCitationBibliography(joinpath(@__DIR__, "refs.bib"))\n',
    'docs/refs.bib': book('knuth1997') + book('hoare1962'),
    'docs/src/a.md': 'See [hoare1962](@cite).\n',
  };
  expect(await findingLines(files, unusedEntry)).toEqual(['docs/refs.bib:1:7 unused "knuth1997"']);
  expect(await findingLines({ ...files, 'src/Sorting.jl': '' }, unusedEntry)).toEqual([]);
  const listed = { ...files, 'docs/src/b.md': '```@bibliography\n*\n```\n' };
  expect(await findingLines(listed, unusedEntry)).toEqual([]);
});

describe('silent', () => {
  const sphinx = {
    'conf.py': 'extensions = ["myst_parser", "sphinxcontrib.bibtex"]\nbibtex_bibfiles = ["refs.bib"]\n',
    'refs.bib': book('knuth1997'),
    'a.md': 'nothing here\n',
  };

  test.each<[string, Record<string, string>]>([
    ['MyST with LaTeX, which may cite', { ...site('nothing here\n'), 'parts/a.tex': '' }],
    [
      'MyST with a notebook that cites',
      { ...site('nothing here\n'), 'b.ipynb': notebook(['{cite}`knuth1997`']) },
    ],
    ['MyST with a broken notebook, which may cite', { ...site('nothing here\n'), 'b.ipynb': '{' }],
    ['Sphinx with notebooks of nbsphinx', { ...sphinx, 'b.ipynb': notebook(['']) }],
    ['Sphinx with reStructuredText', { ...sphinx, 'b.rst': '' }],
    [
      'Sphinx with docstrings',
      { ...sphinx, 'conf.py': `${sphinx['conf.py']}extensions += ["sphinx.ext.autodoc"]\n` },
    ],
    ['Sphinx where a list holds all entries', { ...sphinx, 'b.md': '```{bibliography}\n:all:\n```\n' }],
  ])('%s', async (_, files) => {
    expect((await lintFiles(files, unusedEntry)).findings).toEqual([]);
  });

  test('not where all pages are read', async () => {
    expect((await lintFiles(sphinx, unusedEntry)).findings).toHaveLength(1);
  });
});

test.each(['Knuth1997', 'knuht1997', 'knuth97'])('the sole citation is misspelt: %s', async (key) => {
  const files = { ...site(`a {cite:p}\`${key}\`\n`), 'refs.bib': book('knuth1997') + book('hoare1972') };
  const result = await lintFiles(files, unusedEntry);
  expect(summarizeFindings(result, files)).toEqual(['refs.bib:7:7 unused "hoare1972"']);
});
