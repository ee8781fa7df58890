import { expect, test } from 'vitest';
import swallowedCitation from '../../../rules/citations/swallowed-citation.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const site = (page: string) => ({
  'astro.config.mjs':
    "import rehypeCitation from 'rehype-citation';\nexport default { markdown: { rehypePlugins: [rehypeCitation] } };\n",
  'refs.bib':
    '@book{knuth1997,\n  author = {Knuth, Donald E.},\n  title = {The Art of Computer Programming},\n  year = {1997}\n}\n',
  'src/a.mdx': `---\nbibliography: refs.bib\n---\n${page}`,
});

test('a citation in a paragraph is found by the plugin', async () => {
  expect((await lintFiles(site('Merging [@knuth1997] is old.\n'), swallowedCitation)).findings).toEqual([]);
});

test('a citation inside emphasis is not', async () => {
  const files = site('*Merging [@knuth1997] is old.*\n');
  expect(await findingLines(files, swallowedCitation)).toHaveLength(1);
});

test('**[@types/node]**, *[@ada]*: what no bibliography knows is no citation', async () => {
  const page = site('## By [@ada]\n\nThanks to *[@ada]* for **[@types/node]**.\n');
  expect((await lintFiles(page, swallowedCitation)).findings).toEqual([]);
});

test('Follow @ada: what stands behind a handle in the same text is not looked at', async () => {
  const files = site(
    'Follow @ada, who merges [@knuth1997].\n\nSee [@knuth1997], @ada and `@ada` [@knuth1997].\n',
  );
  expect(await findingLines(files, swallowedCitation)).toEqual(['src/a.mdx:4:25 stopped "[@knuth1997]"']);
});

test('(@knuth1997) is printed as it stands, and an address is left alone', async () => {
  const files = site('Merging (@knuth1997) is old, writes (me@knuth1997.org) and (@ada).\n');
  expect(await findingLines(files, swallowedCitation)).toEqual([
    'src/a.mdx:4:10 glued-citation "@knuth1997"',
  ]);
});

test('nothing is looked for where no bibliography is named', async () => {
  const files = { ...site(''), 'src/a.mdx': 'Follow @ada, who merges [@knuth1997].\n' };
  expect((await lintFiles(files, swallowedCitation)).findings).toEqual([]);
});

const lintPandoc = async (body: string) => {
  const files = { ...site(''), 'src/a.mdx': '', 'paper.md': `---\nbibliography: refs.bib\n---\n${body}\n` };
  const { 'astro.config.mjs': _, 'src/a.mdx': __, ...paper } = files;
  return findingLines(paper, swallowedCitation);
};

test.each([
  ['\\begin{quote}\nSorting is old [@knuth1997].\n\\end{quote}', '5:16'],
  ['\\begin{center}\n[see -@knuth1997, p. 3; @x]\n\\end{center} and [@knuth1997].', '5:1'],
  ['\\begin{figure}[t]\n\\includegraphics{a.png}\n\\caption{Heaps [@knuth1997]}\n\\end{figure}', '6:16'],
  ['\\begin{tabular}{l@{}r}\na & [@knuth1997] \\\\\n\\end{tabular}', '5:5'],
  ['As\\footnote{See [@knuth1997]} he says.', '4:17'],
  ['- *A \\textcolor{red}{B [@knuth1997]}*', '4:24'],
  ['\\noindent [@knuth1997] says so.', '4:11'],
  ['\\begin{quote}\n$a$, 5\\% \\$ and $$b$$ [@knuth1997]\n\\end{quote}', '5:23'],
])('%j: raw TeX of Pandoc', async (body, place) => {
  expect(await lintPandoc(body)).toEqual([
    expect.stringMatching(new RegExp(`^paper\\.md:${place} citation-in-tex "\\[`)),
  ]);
});

test.each([
  '\\begin{verbatim}\n[@knuth1997]\n\\end{verbatim}',
  '\\begin{lstlisting}\n[@knuth1997]\n\\end{lstlisting}',
  '\\begin{minted}{md}\n[@knuth1997]\n\\end{minted}',
  '\\begin{comment}\n[@knuth1997]\n\\end{comment}',
  '\\begin{equation}\na [@knuth1997]\n\\end{equation}',
  '\\begin{quote}\n$a [@knuth1997]$\n% [@knuth1997]\n\\end{quote}',
  '\\begin{quote}\n@knuth1997 and [@ada]\n\\end{quote}',
  '\\newcommand{\\known}{[@knuth1997]}',
  '```\n\\footnote{[@knuth1997]}\n```',
  '`\\footnote{[@knuth1997]}`',
  '\\vspace{1em}\n[@knuth1997] and \\LaTeX [@knuth1997], \\\\[@knuth1997]',
])('%j: no raw text, or no citation', async (body) => {
  expect(await lintPandoc(body)).toEqual([]);
});

test('a citation of Pandoc or LaTeX on a page of Sphinx, whose key has an entry', async () => {
  const files = {
    'conf.py': 'extensions = ["myst_parser", "sphinxcontrib.bibtex"]\nbibtex_bibfiles = ["refs.bib"]\n',
    'refs.bib': site('')['refs.bib'],
    'a.md': [
      'As [@knuth1997] says, and [@jane]; \\cite{knuth1997}, not \\cite{jane}.',
      '```{eval-rst}\nAs :cite:`knuth1997` says.\n```',
      '```{code-block} md\n[@knuth1997]\n```\n',
    ].join('\n\n'),
  };
  expect(await findingLines(files, swallowedCitation)).toEqual([
    'a.md:1:4 foreign-citation "[@knuth1997]"',
    'a.md:1:36 foreign-citation "\\\\cite{knuth1997}"',
  ]);
});

const BOOK = site('')['refs.bib'];
const FOREIGN = 'Sorting [@knuth1997] and \\cite{knuth1997}, [@jane], `[@knuth1997]`, [@knuth1997](k.md).\n';

test.each<[string, Record<string, string>, string, number]>([
  [
    'Jekyll',
    {
      '_config.yml': 'plugins: [jekyll-scholar]\n',
      '_bibliography/references.bib': BOOK,
      '_posts/2024-01-01-a.md': `---\ntitle: A\n---\n{% cite knuth1997 %}\n\n${FOREIGN}`,
    },
    '_posts/2024-01-01-a.md',
    6,
  ],
  [
    'Distill',
    {
      '_config.yml': 'title: A\n',
      'assets/bibliography/a.bib': BOOK,
      '_posts/2024-01-01-a.md': `---\nlayout: distill\nbibliography: a.bib\n---\n<d-cite key="knuth1997"></d-cite>\n\n${FOREIGN}`,
    },
    '_posts/2024-01-01-a.md',
    7,
  ],
  [
    'Hugo',
    {
      'hugo.toml': 'title = "A"\n',
      'layouts/shortcodes/cite.html':
        '{{ $e := index .Site.Data.references (.Get 0) }}<cite>{{ $e.author }}</cite>\n',
      'data/references.yaml':
        'knuth1997:\n  author: Knuth, D. E.\n  title: Sorting and searching\n  year: 1997\n',
      'content/a.md': `---\ntitle: A\n---\n{{< cite knuth1997 >}}\n\n${FOREIGN}`,
    },
    'content/a.md',
    6,
  ],
  [
    'Documenter',
    {
      'docs/make.jl':
        'using Documenter, DocumenterCitations\nbib = CitationBibliography(joinpath(@__DIR__, "src", "refs.bib"))\n',
      'docs/src/refs.bib': BOOK,
      'docs/src/a.md': FOREIGN,
    },
    'docs/src/a.md',
    1,
  ],
])('[@knuth1997] and \\cite{knuth1997} on a page of %s', async (_, files, path, line) => {
  expect(await findingLines(files, swallowedCitation)).toEqual([
    `${path}:${line}:9 foreign-citation "[@knuth1997]"`,
    `${path}:${line}:26 foreign-citation "\\\\cite{knuth1997}"`,
  ]);
});

test('\\cite{knuth1997} in a page for rehype-citation, which reads the other form', async () => {
  expect(await findingLines(site(FOREIGN), swallowedCitation)).toEqual([
    'src/a.mdx:4:26 foreign-citation "\\\\cite{knuth1997}"',
  ]);
});

test('\\textcite{knuth1997} on a page of MkDocs that cites [@knuth1997]; a fork of the plugin reads nothing else', async () => {
  const tex =
    'In \\textcite{knuth1997}, `\\cite{knuth1997}`, $a \\cite{knuth1997}$, \\cite{jane}, \\\\cite{knuth1997}.\n';
  const files = {
    'mkdocs.yml': 'site_name: A\nplugins:\n  - bibtex:\n      bib_file: refs.bib\n',
    'refs.bib': BOOK,
    'docs/a.md': `Sorting [@knuth1997].\n\n${tex}`,
    'docs/b.md': tex,
  };
  expect(await findingLines(files, swallowedCitation)).toEqual([
    'docs/a.md:3:4 foreign-citation "\\\\textcite{knuth1997}"',
  ]);
});

test('[@knuth1997] on a page of Jekyll that cites by no tag: a plugin may read it', async () => {
  const files = {
    '_config.yml': 'plugins: [jekyll-scholar]\n',
    '_bibliography/references.bib': BOOK,
    '_posts/2024-01-01-a.md': `---\ntitle: A\n---\n${FOREIGN}`,
    '_posts/2024-01-02-b.md': `---\ntitle: B\n---\n{% cite hoare1962 %}\n\n${FOREIGN}`,
  };
  expect(await findingLines(files, swallowedCitation)).toEqual([]);
});

test('(@knuth1997) at the beginning of a paragraph is an example to Pandoc', async () => {
  const lint = (body: string) =>
    lintFiles(
      { 'refs.bib': site('')['refs.bib'], 'a.md': `---\nbibliography: refs.bib\n---\n\n${body}` },
      swallowedCitation,
    );
  const places = async (body: string) => (await lint(body)).findings.map(({ at }) => at.region.start - 32);
  expect(await places('(@knuth1997) says so.\n\nAs @knuth1997 says.\n')).toEqual([2]);
  expect(await places('- (@knuth1997) in an item\n')).toEqual([4]);
  expect(await places('So says Knuth\n(@knuth1997) again, and (@knuth1997).\n')).toEqual([]);
  expect(await places('\\(@knuth1997) says so.\n')).toEqual([]);
  expect(await places('(@good) An example.\n\nAs (@good) shows.\n')).toEqual([]);
  const [finding] = (await lint('(@knuth1997) says so.\n')).findings;
  expect(finding?.fixes[0]).toMatchObject({
    safety: 'suggest',
    edits: [{ region: { start: 32, end: 32 }, text: '\\' }],
  });
});

test('[hoare1962; knuth1997](@cite): behind a semicolon Documenter reads a note', async () => {
  const files = (page: string) => ({
    'docs/make.jl':
      'using Documenter, DocumenterCitations\nCitationBibliography(joinpath(@__DIR__, "refs.bib"))\n',
    'docs/refs.bib': site('')['refs.bib'],
    'docs/src/a.md': page,
  });
  const { findings } = await lintFiles(files('[hoare1962; knuth1997](@citet)\n'), swallowedCitation);
  expect(findings[0]).toMatchObject({
    messageId: 'noted-key',
    at: { region: { start: 12, end: 21 } },
    fixes: [{ safety: 'suggest', edits: [{ region: { start: 10, end: 12 }, text: ', ' }] }],
  });
  const notes =
    '[hoare1962; appendix](@cite), [hoare1962;knuth1997](@cite), [hoare1962; see knuth1997](@cite)\n';
  expect((await lintFiles(files(notes), swallowedCitation)).findings).toEqual([]);
});

test('nocite: knuth1997 lists nothing without an @', async () => {
  const quarto = (nocite: string, body = 'Text.') => ({
    '_quarto.yml': '',
    'refs.bib': site('')['refs.bib'],
    'a.qmd': `---\nbibliography: refs.bib\nnocite: ${nocite}\n---\n\n${body}\n`,
  });
  const lint = (nocite: string, body?: string) => findingLines(quarto(nocite, body), swallowedCitation);
  expect(await lint('knuth1997')).toEqual(['a.qmd:3:9 unsigned-key "knuth1997"']);
  expect(await lint('hoare1962, knuth1997')).toEqual(['a.qmd:3:20 unsigned-key "knuth1997"']);
  expect(await lint('\n  - "knuth1997"\n  - "@hoare1962"')).toEqual(['a.qmd:4:6 unsigned-key "knuth1997"']);
  expect(await lint('|\n  hoare1962, knuth1997')).toHaveLength(1);
  expect(await lint('"@knuth1997"')).toEqual([]);
  expect(await lint('all of them')).toEqual([]);
  expect(await lint('knuth1997', 'As [@knuth1997] says.')).toEqual([]);
  const { findings } = await lintFiles(quarto('knuth1997'), swallowedCitation);
  expect(findings[0]?.fixes).toMatchObject([{ safety: 'suggest', edits: [{ text: '"@knuth1997"' }] }]);
});
