import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { notebook } from '../support/notebook.ts';
import { runCli } from '../support/run-cli.ts';
import { makeFolder, runInFolder } from '../support/run-in-folder.ts';
import { hasTool } from '../support/tools.ts';

const OLD = 'knuth97';
const NEW = 'knuth1997';
const entry = (key: string, more = '') =>
  `@book{${key},\n  title = {Sorting},\n  author = {Knuth, Donald E.},\n  publisher = {Addison-Wesley},\n  year = 1997${more}\n}\n`;

type Files = Readonly<Record<string, string>>;

/** Every way a key is written that we know of: projects in which `OLD` stands wherever it is to be renamed. */
const projects: readonly (readonly [string, Files])[] = [
  [
    'Pandoc, BibTeX',
    {
      'refs.bib': `${entry(OLD)}\n${entry('part', `,\n  crossref = {${OLD}}`).replace('@book', '@inbook')}`,
      'a.md': `---\nbibliography: refs.bib\nnocite: |\n  @${OLD}, @part\n---\n\nSee [@${OLD}, p. 3; -@${OLD}], @${OLD} [p. 4], @{${OLD}} and ^[a note: @${OLD}].\n\n[^n]: See @${OLD}.\n\nA use.[^n]\n`,
    },
  ],
  [
    'BibLaTeX: ids, xdata, related, entryset',
    {
      'refs.bib': [
        `@book{other,\n  ids = {x, ${OLD}},\n  xdata = {shared},\n  title = {Sorting},\n  author = {Knuth, D. E.},\n  publisher = {MIT Press},\n  date = {1997}\n}`,
        `@book{third,\n  related = {${OLD}},\n  title = {Searching},\n  author = {Knuth, D. E.},\n  publisher = {MIT Press},\n  date = {1998}\n}\n`,
      ].join('\n\n'),
      'a.md': `---\nbibliography: refs.bib\n---\n\nSee [@third].\n`,
    },
  ],
  [
    'Quarto, CSL-JSON',
    {
      '_quarto.yml': 'project:\n  type: website\nbibliography: refs.json\n',
      'refs.json': `[{"id": "${OLD}", "type": "book", "title": "Sorting", "author": [{"family": "Knuth"}], "publisher": "MIT Press", "issued": {"date-parts": [[1997]]}}]\n`,
      'index.qmd': `---\ntitle: Sorting\n---\n\nSee @${OLD}.\n`,
      'sub/b.qmd': `---\ntitle: "Of @${OLD}"\n---\n\nSee [see @${OLD}].\n`,
    },
  ],
  [
    'front matter entries',
    {
      'a.md': `---\nreferences:\n- id: ${OLD}\n  type: book\n  title: Sorting\n  author:\n  - family: Knuth\n  publisher: MIT Press\n  issued:\n    year: 1997\n- id: "other"\n  type: book\n  title: Searching\n---\n\nSee [@${OLD}; @other].\n`,
    },
  ],
  [
    'CSL-YAML',
    {
      'refs.yaml': `references:\n- id: '${OLD}'\n  type: book\n  title: Sorting\n  author:\n  - family: Knuth\n  publisher: MIT Press\n  issued:\n    year: 1997\n`,
      'a.md': `---\nbibliography: refs.yaml\n---\n\nSee [@${OLD}].\n`,
    },
  ],
  [
    'RIS',
    {
      'refs.ris': `TY  - BOOK\nID  - ${OLD}\nAU  - Knuth, Donald E.\nTI  - Sorting\nPB  - MIT Press\nPY  - 1997\nER  - \n`,
      'a.md': `---\nbibliography: refs.ris\n---\n\nSee [@${OLD}].\n`,
    },
  ],
  [
    'Hugo, reference texts',
    {
      'hugo.toml': 'title = "Notes"\n',
      'content/a.md': `---\ntitle: A\ndate: 2024-05-01\n---\na{{< cite "${OLD}" "Knuth, D. E. (1997). *Sorting*. MIT Press." >}} b{{< cite ${OLD} >}} c{{% cite key=\`${OLD}\` %}}\n`,
      'content/b.md': `---\ntitle: B\ndate: 2024-05-01\n---\na{{< cite "${OLD}" "Knuth, D. E. (1997). *Sorting*. MIT Press." >}}\n`,
    },
  ],
  [
    'Jekyll',
    {
      '_config.yml': 'title: Notes\nscholar:\n  bibliography: refs.bib\n',
      '_bibliography/refs.bib': `${entry(OLD)}\n${entry('other')}`,
      '_posts/2024-05-01-a.md': `---\ntitle: A\n---\n\nSee {% cite ${OLD} other --locator 3 %}, {% cite "${OLD}" %}, {% cite_details ${OLD} %}, {% reference ${OLD} %}.\n\n{% quote ${OLD} %}Words.{% endquote %}\n\n{% nocite ${OLD} %}\n\n{% bibliography --cited %}\n`,
    },
  ],
  [
    'MyST',
    {
      'myst.yml': 'version: 1\nproject:\n  bibliography:\n    - refs.bib\n',
      'refs.bib': `${entry(OLD)}\n${entry('other')}`,
      'a.md': `# A\n\nSee {cite:p}\`${OLD},other\`, {cite:t}\`${OLD}\`, {cite}\`{see}${OLD}{p. 3}\`, [@${OLD}; @other] and @${OLD}.\n`,
    },
  ],
  [
    'Distill',
    {
      '_config.yml': 'title: Notes\n',
      'assets/bibliography/refs.bib': `${entry(OLD)}\n${entry('other')}`,
      '_posts/2024-05-01-a.md': `---\nlayout: distill\ntitle: A\nbibliography: refs.bib\n---\n\nSee <d-cite key="${OLD}"></d-cite> and <d-cite key="other,${OLD}"></d-cite>.\n`,
    },
  ],
  [
    'Documenter',
    {
      'docs/make.jl':
        'using Documenter, DocumenterCitations\nCitationBibliography(joinpath(@__DIR__, "refs.bib"))\n',
      'docs/refs.bib': `${entry(OLD)}\n${entry('other')}`,
      'docs/src/a.md': `See [${OLD}](@cite), [other,${OLD}; p. 3](@citet*) and [the book](@cite ${OLD}).\n`,
      'docs/src/b.md': `\`\`\`@bibliography\nPages = []\n\n${OLD}\n\`\`\`\n`,
    },
  ],
];

const renamed = (files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll(OLD, NEW)]));

test.each(projects)('%s: every place, and back again', async (_, files) => {
  const run = await runCli(['rename', OLD, NEW], files);
  expect(run.stderr).toMatch(/^bibliolint: knuth97 is knuth1997 now, in \d+ places? in \d+ files?\.\n$/);
  expect(run).toMatchObject({ code: 0, stdout: '' });
  const after = { ...files, ...inSite(run.written) };
  expect(after).toEqual(renamed(files));
  const back = await runCli(['rename', NEW, OLD], after);
  expect({ ...after, ...inSite(back.written) }).toEqual(files);
});

function inSite(written: ReadonlyMap<string, string>): Files {
  return Object.fromEntries([...written].map(([path, text]) => [path.replace('/site/', ''), text]));
}

const [, paper = {}] = projects[0]!;

describe('nothing is renamed', () => {
  const refusal = async (args: readonly string[], files: Files = paper): Promise<string> => {
    const run = await runCli(['rename', ...args], files);
    expect(run).toMatchObject({ code: 2, stdout: '', written: new Map() });
    return run.stderr;
  };

  test.each([
    [['gray78', 'gray1978'], 'No page cites `gray78`, and no bibliography has it.'],
    [['knuth79', NEW], 'Did you mean knuth97?'],
    [[OLD, 'part'], '`part` is a cite key already, in refs.bib.'],
    [[OLD, OLD], '`knuth97` is its name already.'],
    [[OLD, 'a b'], 'A cite key cannot hold white space.'],
    [[OLD, ''], 'A cite key cannot be empty.'],
    [[OLD, '*'], 'A cite key cannot hold `*`.'],
    [[OLD, 'knuth97.'], 'a.md: The new key would not be read there as it is meant.'],
    [[OLD, 'gone.md', 'gone.md'], 'gone.md does not exist.'],
    [[OLD], 'bibliolint rename wants <old> <new>'],
    [[OLD, NEW, '--stdin'], 'A key is renamed in files, not in standard input.'],
  ])('%j', async (args, message) => {
    expect(await refusal(args)).toContain(message);
  });

  test('where the engine in use would not read the key', async () => {
    const files = { ...paper, '_quarto.yml': 'project:\n  type: website\n', 'a.qmd': paper['a.md'] ?? '' };
    expect(await refusal([OLD, 'fig-knuth'], files)).toContain('fig-knuth');
  });

  test('where one place is written in a way that cannot be replaced', async () => {
    const files = {
      '_config.yml': 'title: Notes\nscholar:\n  bibliography: refs.bib\n',
      '_bibliography/refs.bib': entry('knuth'),
      '_posts/2024-05-01-a.md':
        '---\ntitle: A\n---\n\n{% assign works = "knuth" %}See {% cite works %} and {% cite knuth %}.\n\n{% bibliography --cited %}\n',
    };
    expect(await refusal(['knuth', 'knuth97'], files)).toContain('2024-05-01-a.md');
  });

  test('where a file must not be written, and then in none', async () => {
    const root = makeFolder(paper);
    chmodSync(join(root, 'refs.bib'), 0o444);
    const run = await runInFolder(root, ['rename', OLD, NEW]);
    expect(run).toEqual({
      code: 2,
      stdout: '',
      stderr: 'bibliolint: refs.bib: Nothing was renamed: it is read-only.\n',
    });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe(paper['a.md']);
  });
});

test('directives, code and other words stay', async () => {
  const body = (key: string) =>
    `---\nbibliography: refs.bib\n---\n\n<!-- bibliolint-disable-next-line undefined-key -- not ${OLD} -->\nSee [@${key}] and \`[@${OLD}]\`, ${OLD} and [@${OLD}x].\n`;
  const run = await runCli(['rename', OLD, NEW], { 'refs.bib': entry(OLD), 'a.md': body(OLD) });
  expect(run.written.get('/site/a.md')).toBe(body(NEW));
});

test('a notebook that is renamed is not told to be left, though the bibliography alone is named', async () => {
  const files = {
    'myst.yml': 'version: 1\nproject:\n  bibliography: [refs.bib]\n',
    'refs.bib': entry(OLD),
    'a.ipynb': notebook([`See {cite:p}\`${OLD}\`.`]),
  };
  const { stderr } = await runCli(['rename', OLD, NEW, 'refs.bib', '--dry-run'], files);
  expect(stderr).toBe('bibliolint: knuth97 would be knuth1997 now, in 2 places in 2 files.\n');
});

test('kable(x, caption = "[@knuth97]"): code that may cite is told, for it stays as it is', async () => {
  const rename = (files: Files) =>
    runCli(['rename', OLD, NEW], {
      '_quarto.yml': 'bibliography: refs.bib\n',
      'refs.bib': entry(OLD),
      'a.qmd': `See [@${OLD}].\n`,
      ...files,
    });
  const count = 'bibliolint: knuth97 is knuth1997 now, in 2 places in 2 files.\n';
  const chunk = (key: string) => `\`\`\`{r}\nkable(x, caption = "[@${key}]")\n\`\`\`\n`;
  expect((await rename({ 'b.qmd': chunk(OLD), 'c.Rmd': `\`r citep(bib["${OLD}"])\`\n` })).stderr).toBe(
    `${count}bibliolint: knuth97 stays in b.qmd, c.Rmd: it stands in code, which is left as it is.\n`,
  );
  expect((await rename({ 'tables.R': `kable(x, caption = "From @${OLD}.")\n` })).stderr).toBe(
    `${count}bibliolint: knuth97 stays in tables.R: no page, so not read.\n`,
  );
  expect((await rename({ 'b.qmd': chunk('knuth97b'), 'tables.R': `${OLD} <- 1\n` })).stderr).toBe(count);
});

test('what docstrings and reStructuredText cite is told, for it stays as it is', async () => {
  const rename = (files: Files) =>
    runCli(['rename', OLD, NEW], {
      'docs/conf.py':
        'extensions = ["myst_parser", "sphinxcontrib.bibtex"]\nbibtex_bibfiles = ["refs.bib"]\n',
      'docs/refs.bib': entry(OLD),
      'docs/a.md': `See {cite:p}\`${OLD}\`.\n`,
      ...files,
    });
  const count = 'bibliolint: knuth97 is knuth1997 now, in 2 places in 2 files.\n';
  const cites = `See :cite:p:\`${OLD}\`.\n`;
  expect((await rename({ 'docs/b.rst': cites, 'src/sort.py': `# ${cites}` })).stderr).toBe(
    `${count}bibliolint: knuth97 stays in docs/b.rst, src/sort.py: no page, so not read.\n`,
  );
  const many = Object.fromEntries(['b', 'c', 'd', 'e'].map((name) => [`docs/${name}.rst`, cites]));
  expect((await rename(many)).stderr).toContain('docs/b.rst, docs/c.rst, docs/d.rst, 1 more file:');
  const odd = { 'a.bib': entry('knuth-97.(a)'), 'b.tex': '\\cite{knuth-97.(a)}' };
  expect((await runCli(['rename', 'knuth-97.(a)', NEW], odd)).stderr).toContain('stays in b.tex:');
  const others = { 'docs/b.rst': 'See :cite:p:`knuth97b`.\n', 'src/sort.py': 'knuth97 = 1\n' };
  expect((await rename(others)).stderr).toBe(count);
});

test('a footnote of the same name stays', async () => {
  const body = (key: string) =>
    `---\nbibliography: refs.bib\n---\n\nSee [@${key}].[^${OLD}]\n\n[^${OLD}]: A note.\n`;
  const run = await runCli(['rename', OLD, NEW], { 'refs.bib': entry(OLD), 'a.md': body(OLD) });
  expect(run.written.get('/site/a.md')).toBe(body(NEW));
});

test('BOM, line ends and a missing last line end stay', async () => {
  const crlf = `\ufeff---\r\nbibliography: refs.bib\r\n---\r\n\r\n😀 See [@${OLD}].`;
  const run = await runCli(['rename', OLD, NEW], { 'refs.bib': `\ufeff${entry(OLD)}`, 'a.md': crlf });
  expect(run.written.get('/site/a.md')).toBe(crlf.replaceAll(OLD, NEW));
  expect(run.written.get('/site/refs.bib')).toBe(`\ufeff${entry(NEW)}`);
});

test('--dry-run prints the places and writes nothing', async () => {
  const run = await runCli(['rename', OLD, NEW, '--dry-run'], {
    'refs.bib': entry(OLD),
    'a.md': `---\nbibliography: refs.bib\n---\n\nSee [@${OLD}].\n`,
  });
  expect(run).toEqual({
    code: 0,
    stdout: 'a.md:5:7\nrefs.bib:1:7\n',
    stderr: 'bibliolint: knuth97 would be knuth1997 now, in 2 places in 2 files.\n',
    written: new Map(),
  });
});

test.skipIf(!hasTool('git', 'no patch is applied'))(
  '--diff prints a patch that git apply takes',
  async () => {
    const root = makeFolder(paper);
    execFileSync('git', ['init', '-q'], { cwd: root });
    const run = await runInFolder(root, ['rename', OLD, NEW, '--diff']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    execFileSync('git', ['apply', '-'], { cwd: root, input: run.stdout });
    for (const [path, text] of Object.entries(renamed(paper))) {
      expect(readFileSync(join(root, path), 'utf8')).toBe(text);
    }
  },
);
