import { describe, expect, test } from 'vitest';
import { createMemorySource } from '../../src/host/memory.ts';
import { loadProject } from '../../src/project/load-project.ts';

const BIB = '@book{knuth1997, title = {The Art of Computer Programming}}\n';

/** The bibliographies a page loads: path and, where it is not found, its status. */
async function linksOf(files: Readonly<Record<string, string>>, page: string): Promise<string[]> {
  const { project } = await loadProject({ source: createMemorySource(files) });
  const document = project.documents.find(({ path }) => path === page);
  if (document === undefined)
    throw new Error(`${page} is no document: ${project.documents.map(({ path }) => path)}`);
  return project
    .linksOf(document)
    .filter(({ role }) => role === 'bibliography')
    .map(({ path, written, status }) => (status === 'found' ? (path ?? '') : `${status} ${written}`));
}

const page = (...lines: string[]) =>
  `---\ntitle: Sorting\n${lines.map((line) => `${line}\n`).join('')}---\n\nSee [@knuth1997].\n`;
const bibs = (...paths: string[]) => Object.fromEntries(paths.map((path) => [path, BIB]));

describe('Pandoc', () => {
  test.each<[string, Record<string, string>, string[]]>([
    [
      'beside the page',
      { 'a/p.md': page('bibliography: refs.bib'), ...bibs('a/refs.bib', 'refs.bib') },
      ['a/refs.bib'],
    ],
    [
      'in the working directory',
      { 'a/p.md': page('bibliography: refs.bib'), ...bibs('refs.bib') },
      ['refs.bib'],
    ],
    [
      'a list',
      { 'a/p.md': page('bibliography: [one.bib, two.bib]'), ...bibs('a/one.bib', 'a/two.bib') },
      ['a/one.bib', 'a/two.bib'],
    ],
    [
      'above the page',
      { 'a/b/p.md': page('bibliography: ../refs.bib'), ...bibs('a/refs.bib') },
      ['a/refs.bib'],
    ],
    [
      'with an escape of Markdown',
      { 'a/p.md': page("bibliography: 'over\\_view.bib'"), ...bibs('a/over_view.bib') },
      ['a/over_view.bib'],
    ],
    [
      'as a link of Obsidian',
      { 'notes/p.md': page('bibliography: "[[lib/refs.bib|Library]]"'), ...bibs('a/lib/refs.bib') },
      ['a/lib/refs.bib'],
    ],
    [
      'as a link of Obsidian that leads nowhere',
      { 'notes/p.md': page('bibliography:', '  - "[[refs.bib]]"'), ...bibs('notes/other.bib') },
      ['missing [[refs.bib]]'],
    ],
    ['without extension', { 'a/p.md': page('bibliography: refs'), ...bibs('a/refs.bib') }, ['a/refs.bib']],
    [
      'one of several lists',
      {
        'a/p.md': page('bibliography:', '  main: a.bib', '  software: b.bib'),
        ...bibs('a/a.bib', 'a/b.bib'),
      },
      ['a/a.bib', 'a/b.bib'],
    ],
    [
      'a list of a filter',
      { 'a/p.md': page('bibliography_software: b.bib'), ...bibs('a/b.bib') },
      ['a/b.bib'],
    ],
    [
      'for a filter that reads why a key is cited',
      { 'a/p.md': page('cito-bibliography: b.bib'), ...bibs('a/b.bib', 'refs.bib') },
      ['a/b.bib'],
    ],
    ['missing', { 'a/p.md': page('bibliography: refs.bib') }, ['missing refs.bib']],
    [
      'missing, with a style from zotero.org, which writes no bibliography',
      { 'a/p.md': page('bibliography: refs.bib', 'csl: https://www.zotero.org/styles/apa') },
      ['missing refs.bib'],
    ],
    ['outside', { 'a/p.md': page('bibliography: ../../refs.bib') }, ['outside ../../refs.bib']],
    ['in a home', { 'a/p.md': page('bibliography: ~/Zotero/refs.bib') }, ['outside ~/Zotero/refs.bib']],
    ['absolute', { 'a/p.md': page('bibliography: /home/ada/refs.bib') }, ['outside /home/ada/refs.bib']],
    ['absolute, elsewhere', { 'a/p.md': page('bibliography: /var/refs.bib') }, ['outside /var/refs.bib']],
    ['on a drive', { 'a/p.md': page("bibliography: 'C:\\refs.bib'") }, ['outside C:\\refs.bib']],
    [
      'in the clone of whoever wrote it',
      {
        'posts/a/p.md': page('bibliography: /Users/ada/blog/posts/a/refs.bib'),
        ...bibs('posts/a/refs.bib'),
      },
      ['posts/a/refs.bib'],
    ],
    [
      'in the clone of whoever wrote it, on a drive',
      { 'a/b/p.md': page("bibliography: 'C:\\blog\\a\\b\\refs.bib'"), ...bibs('a/b/refs.bib') },
      ['a/b/refs.bib'],
    ],
    [
      'in a home, in a folder that the project has too',
      { 'a/p.md': page('bibliography: /Users/ada/bib/refs.bib'), ...bibs('bib/refs.bib') },
      ['outside /Users/ada/bib/refs.bib'],
    ],
    [
      'an argument that R Markdown hands to Pandoc',
      {
        'a/p.md': page(
          'output:',
          '  pdf_document:',
          '    pandoc_args: ["--bibliography=a.bib", "--csl=x.csl"]',
        ),
        ...bibs('a/a.bib'),
      },
      ['a/a.bib'],
    ],
    [
      'a file address',
      { 'a/p.md': page('bibliography: file:///etc/passwd') },
      ['outside file:///etc/passwd'],
    ],
    [
      'remote',
      { 'a/p.md': page('bibliography: https://example.org/refs.bib') },
      ['remote https://example.org/refs.bib'],
    ],
    [
      'told on the command line',
      {
        'a/p.md': page(),
        Makefile: 'pandoc --citeproc --bibliography refs.bib a/p.md\n',
        ...bibs('refs.bib'),
      },
      ['refs.bib'],
    ],
    [
      'in a folder beside that of the chapters',
      { 'chapters/p.md': page(), ...bibs('lib/refs.bib', 'tests/fixtures/odd.bib') },
      ['lib/refs.bib'],
    ],
    [
      'beside the folder of the chapters, but with no key that they cite',
      { 'chapters/p.md': page(), 'paper/paper.bib': '@book{hopper1952, title = {Compilers}}\n' },
      [],
    ],
    [
      'a library exported from Zotero',
      {
        'notes/p.md': page(),
        'My Library.json': '[{"id":"hopper1952","type":"book"},{"id":"knuth1997","type":"book"}]\n',
        'refs.json': '{"id": "other"}\n',
        'tests/library.json': '[{"id":"knuth1997"}]\n',
      },
      ['My Library.json'],
    ],
    [
      'above the chapters rather than beside them',
      { 'a/text/p.md': page(), ...bibs('a/x/refs.bib', 'refs.bib') },
      ['refs.bib'],
    ],
    [
      'told on a command line that takes it from a variable',
      {
        'text/p.md': page(),
        Makefile: 'BIB ?= lib/sorting.json\n\nall:\n\tpandoc --citeproc --bibliography=$(BIB) text/*.md\n',
        'lib/sorting.json': '[{"id": "knuth1997", "type": "book", "title": "Sorting"}]\n',
      },
      ['lib/sorting.json'],
    ],
    [
      'in the folder of the file of options, which says so',
      {
        'text/p.md': page(),
        'defaults.yaml': `bibliography: \${.}/lib/refs.json\n`,
        'lib/refs.json': '[{"id": "knuth1997", "type": "book", "title": "Sorting"}]\n',
      },
      ['lib/refs.json'],
    ],
    [
      'in Zotero, which a filter asks',
      { 'a/p.md': page('zotero:', '  client: zotero'), 'a/q.md': page('zotero-bibliography: refs.json') },
      ['remote zotero://select/library'],
    ],
    [
      'in Zotero, which a filter on a command line asks',
      {
        'text/p.md': page('zotero: true'),
        Makefile: 'pandoc --lua-filter tools/zotero.lua text/*.md\n',
        ...bibs('template/sample.bib'),
      },
      ['outside zotero://select/library', 'template/sample.bib'],
    ],
    [
      'in Zotero, which a filter among the options asks',
      { 'text/p.md': page(), 'defaults.yaml': 'filters:\n  - pandoc-zotxt\n' },
      ['outside zotero://select/library'],
    ],
    [
      'Hakyll: `bibliography: refs`, of which its program makes a path',
      {
        'site.hs': 'import Hakyll\n',
        'posts/p.md': page('bibliography: refs'),
        ...bibs('bib/refs.bib'),
      },
      ['bib/refs.bib'],
    ],
    [
      'Hakyll: a name of which nobody knows what its program makes',
      { 'site.hs': 'import           Hakyll\n', 'posts/p.md': page('bibliography: works') },
      ['generated works'],
    ],
    [
      'Hakyll: a program that names the bibliography',
      { 'app/Main.hs': 'import qualified Hakyll as H\n', 'posts/p.md': page() },
      ['outside the settings of the program that shows the pages'],
    ],
    [
      'told by a workflow of GitHub, in a hidden folder',
      {
        'p.md': page(),
        '.github/workflows/print.yml':
          'jobs:\n  print:\n    steps:\n      - run: pandoc --citeproc --bibliography=refs/lit.json p.md\n',
        'refs/lit.json': '[{"id": "knuth1997", "type": "book", "title": "The Art of Computer Programming"}]',
      },
      ['refs/lit.json'],
    ],
    [
      'told on a server of GitLab',
      { 'p.md': page(), '.gitlab-ci.yml': 'print:\n  script: pandoc -C --bibliography=/srv/lit.json p.md\n' },
      ['outside /srv/lit.json'],
    ],
    [
      'told as metadata on a command line',
      {
        'text/p.md': page(),
        Makefile: 'pandoc --citeproc -M bibliography=lib/sorting.json text/*.md\n',
        'lib/sorting.json': '[{"id": "knuth1997", "type": "book", "title": "Sorting"}]\n',
      },
      ['lib/sorting.json'],
    ],
    [
      'named by another page, with which Pandoc joins it',
      {
        'text/p.md': page(),
        'text/00.md': page('bibliography: [export/sorting.json, ~/all.bib, gone.bib]'),
        'export/sorting.json': '[{"id": "knuth1997", "type": "book", "title": "Sorting"}]\n',
      },
      ['export/sorting.json', 'outside ~/all.bib', 'outside gone.bib'],
    ],
    [
      'listed by another page, with which Pandoc joins it',
      { 'text/p.md': page(), 'text/00.md': page('references:', '  - id: knuth1997', '    type: book') },
      ['outside text/00.md'],
    ],
    [
      'of the home, on a command line',
      {
        'text/p.md': page(),
        'build.sh': 'pandoc --citeproc --bibliography "$HOME/refs.bib" text/*.md\n',
        ...bibs('template/sample.bib'),
      },
      ['outside $HOME/refs.bib', 'template/sample.bib'],
    ],
    [
      'on a command line that nothing more is known of',
      { 'text/p.md': page(), 'README.md': 'pandoc text/p.md --citeproc --bibliography=refs.bib\n' },
      ['outside refs.bib'],
    ],
    [
      'in the settings of the program for notes',
      { 'text/p.md': page(), 'text/q.md': 'See [[sorting]] and [@knuth1997].\n' },
      ['outside the settings of the program that shows the pages'],
    ],
    [
      'for a page whose numbers lead to its own list',
      {
        'a/p.md':
          '---\ntitle: Sorting\n---\n\nSee [1] and [2].\n\n## References\n\n' +
          '1. Knuth, D. E. (1998). *Sorting and Searching*. Addison-Wesley.\n' +
          '2. Hoare, C. A. R. (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16.\n',
        Makefile: 'pandoc a/p.md\n',
        ...bibs('refs.bib'),
      },
      [],
    ],
    [
      'in a file of metadata above the page, from where Pandoc is called, beside what the command line may name',
      {
        'text/01/p.md': page(),
        'text/metadata.yml': 'title: Sorting\nbibliography: [text/refs.bib]\nnocite: "@*"\n',
        Makefile: 'pandoc --citeproc text/01/*.md text/metadata.yml\n',
        ...bibs('text/refs.bib', 'text/01/more.bib'),
      },
      ['text/refs.bib', 'text/01/more.bib'],
    ],
    [
      'works that a file of metadata lists',
      {
        'text/p.md': page(),
        'bibliography.yml': '---\nreferences:\n  - id: knuth1997\n    type: book\n---\n',
        'metadata.yml': 'title: Sorting\n',
        'build.sh': 'pandoc --citeproc bibliography.yml metadata.yml text/*.md\n',
      },
      ['bibliography.yml'],
    ],
    [
      'fetched by a Makefile',
      {
        'a/p.md': page('bibliography: zotero.bib'),
        'a/Makefile': 'zotero.bib:\n\tcurl -o zotero.bib https://api.zotero.org/x\n',
      },
      ['generated zotero.bib'],
    ],
    [
      'in a folder of the resource path',
      {
        'a/p.md': page('bibliography: refs.bib'),
        Makefile: 'p.html:\n\tpandoc --citeproc --resource-path=.:lib a/p.md\n',
        ...bibs('lib/refs.bib'),
      },
      ['lib/refs.bib'],
    ],
    [
      'in another folder, where no resource path is told',
      { 'a/p.md': page('bibliography: refs.bib'), ...bibs('lib/refs.bib') },
      ['missing refs.bib'],
    ],
    [
      'made by a rule of a Makefile',
      {
        'a/p.md': page('bibliography: lib/refs.bib'),
        Makefile: 'all: a/lib/refs.bib\n\na/lib/refs.bib: all.bib\n\tbibtidy $< $@\n',
      },
      ['generated lib/refs.bib'],
    ],
    [
      'which a Makefile only needs',
      {
        'a/p.md': page('bibliography: refs.bib'),
        Makefile: 'p.pdf: a/p.md refs.bib\n\tpandoc --bibliography refs.bib a/p.md > p.html\n',
      },
      ['missing refs.bib'],
    ],
    [
      'written by a script',
      { 'a/p.md': page('bibliography: refs.bib'), 'bib.py': 'with open("refs.bib", "w") as file:\n' },
      ['generated refs.bib'],
    ],
    [
      'in a submodule that was not fetched',
      {
        'a/p.md': page('bibliography: ../lib/bib/refs.bib'),
        '.gitmodules': '[submodule "bib"]\n\tpath = lib/bib\n\turl = ../bib.git\n',
      },
      ['generated ../lib/bib/refs.bib'],
    ],
    [
      'left out by git',
      { 'a/p.md': page('bibliography: zotero.bib'), '.gitignore': '*.bib\n!refs.bib\n' },
      ['generated zotero.bib'],
    ],
  ])('%s', async (_, files, expected) => {
    const path = Object.keys(files).find((name) => name.endsWith('.md')) ?? '';
    expect(await linksOf({ 'refs.csl': '<style/>', ...files }, path)).toEqual(expected);
  });
});

describe('Quarto', () => {
  const site = {
    '_quarto.yml': 'project:\n  type: book\nbook:\n  bibliography: book.bib\nbibliography: refs.bib\n',
  };

  test('the project, a folder and the page', async () => {
    const files = {
      ...site,
      'a/_metadata.yml': 'bibliography: folder.bib\n',
      'a/p.qmd': page('bibliography: own.bib'),
      ...bibs('refs.bib', 'book.bib', 'a/folder.bib', 'a/own.bib'),
    };
    expect(await linksOf(files, 'a/p.qmd')).toEqual(['a/own.bib', 'a/folder.bib', 'refs.bib', 'book.bib']);
  });

  test('a part may be read by a page that names more', async () => {
    const files = {
      ...site,
      '_parts/a.md': 'See [@knuth1997].\n',
      'index.qmd': '---\nbibliography: own.bib\n---\n\n{{< include _parts/a.md >}}\n',
      ...bibs('refs.bib', 'book.bib', 'own.bib'),
    };
    expect(await linksOf(files, '_parts/a.md')).toEqual(['refs.bib', 'book.bib', 'own.bib']);
  });

  test('profiles and files of metadata', async () => {
    const files = {
      '_quarto.yml':
        'project:\n  type: website\nmetadata-files: [shared/meta.yml]\nformat:\n  html:\n    bibliography: html.bib\n',
      '_quarto-draft.yml': 'bibliography: draft.bib\n',
      'shared/meta.yml': 'bibliography: shared.bib\n',
      'p.qmd': page(),
      ...bibs('html.bib', 'draft.bib', 'shared/shared.bib'),
    };
    expect((await linksOf(files, 'p.qmd')).sort()).toEqual(['draft.bib', 'html.bib', 'shared/shared.bib']);
  });

  test('a format of the project or of the page', async () => {
    const files = {
      '_quarto.yml': 'format:\n  acm-pdf:\n    bibliography: acm.bib\n',
      'p.qmd': page('format:', '  revealjs:', '    bibliography: slides.bib'),
      ...bibs('acm.bib', 'slides.bib', 'other.bib'),
    };
    expect(await linksOf(files, 'p.qmd')).toEqual(['slides.bib', 'acm.bib']);
  });

  test('files of metadata that a page names', async () => {
    const files = {
      ...site,
      'a/p.qmd': page('metadata-files:', '  - ../shared/lecture.yml', '  - ../gone.yml'),
      'shared/lecture.yml': 'bibliography: [lecture.bib]\n',
      ...bibs('refs.bib', 'book.bib', 'shared/lecture.bib'),
    };
    expect(await linksOf(files, 'a/p.qmd')).toEqual(['shared/lecture.bib', 'refs.bib', 'book.bib']);
  });

  test('a leading slash is the root of the project', async () => {
    const files = { ...site, 'a/p.qmd': page('bibliography: /refs.bib'), ...bibs('refs.bib', 'book.bib') };
    expect((await linksOf(files, 'a/p.qmd'))[0]).toBe('refs.bib');
  });
});

describe('R Markdown', () => {
  test.each<[string, string[]]>([
    [`"\`r here::here('a.bib')\`"`, ['vignettes/a.bib']],
    ['!expr c("a.bib", "../b.bib")', ['vignettes/a.bib', 'b.bib']],
    [
      `["\`r system.file('REFERENCES.bib', package = 'sorting')\`", a.bib]`,
      ['inst/REFERENCES.bib', 'vignettes/a.bib'],
    ],
    [
      `"\`r rbbt::bbt_write_bib('a.bib', overwrite = TRUE)\`"`,
      ["generated `r rbbt::bbt_write_bib('a.bib', overwrite = TRUE)`"],
    ],
    ['!expr file.path(folder, "c.bib")', ['missing file.path(folder, "c.bib")']],
  ])('code: %s', async (code, expected) => {
    const files = {
      DESCRIPTION: 'Package: sorting\n',
      'vignettes/v.Rmd': page(`bibliography: ${code}`),
      ...bibs('vignettes/a.bib', 'b.bib', 'inst/REFERENCES.bib'),
    };
    expect(await linksOf(files, 'vignettes/v.Rmd')).toEqual(expected);
  });

  test('papaja writes the packages of R', async () => {
    const files = {
      'paper.Rmd': `${page('bibliography: [r-references.bib, refs.bib]')}\n\`\`\`{r}\npapaja::r_refs("r-references.bib")\n\`\`\`\n`,
      ...bibs('refs.bib'),
    };
    expect(await linksOf(files, 'paper.Rmd')).toEqual(['generated r-references.bib', 'refs.bib']);
  });

  test('rbbt::bbt_update_bib() writes the entries of Zotero that the page cites', async () => {
    const files = {
      'paper.Rmd': page('bibliography: library.bib'),
      '_targets.R': 'rbbt::bbt_update_bib(path = "paper.Rmd", path_bib = "library.bib")\n',
    };
    expect(await linksOf(files, 'paper.Rmd')).toEqual(['generated library.bib']);
  });

  test('a child without front matter has what the page with the JSON of Zotero names', async () => {
    const files = {
      'main.Rmd': `${page('bibliography: lib/sorting.json')}\n\`\`\`{r child="_a.Rmd"}\n\`\`\`\n`,
      '_a.Rmd': 'See [@knuth1997].\n',
      'other.Rmd': page(),
      'lib/sorting.json': '[{"id": "knuth1997", "type": "book", "title": "Sorting"}]\n',
    };
    expect(await linksOf(files, '_a.Rmd')).toEqual(['lib/sorting.json']);
    expect(await linksOf(files, 'other.Rmd')).toEqual([]);
  });

  test('index.Rmd makes a book of its folder without _bookdown.yml', async () => {
    const files = {
      'index.Rmd': page('site: bookdown::bookdown_site', 'bibliography: [book.bib, packages.bib]'),
      'packages.R': 'knitr::write_bib("knitr", "packages.bib")\n',
      'sorting.Rmd': 'See [@knuth1997].\n',
      ...bibs('book.bib'),
    };
    expect(await linksOf(files, 'sorting.Rmd')).toEqual(['book.bib', 'generated packages.bib']);
  });

  test('the first chapter holds for every other, whatever it is called', async () => {
    const files = {
      '_bookdown.yml': 'rmd_files: ["thesis.Rmd", "chapters/sorting.Rmd"]\n',
      'thesis.Rmd': page('bibliography: book.bib'),
      'chapters/sorting.Rmd': 'See [@knuth1997].\n',
      ...bibs('book.bib', 'other.bib'),
    };
    expect(await linksOf(files, 'chapters/sorting.Rmd')).toEqual(['book.bib']);
    const marked = { ...files, 'thesis.Rmd': `\ufeff${files['thesis.Rmd']}` };
    expect(await linksOf(marked, 'chapters/sorting.Rmd')).toEqual(['book.bib']);
  });

  test('index.Rmd and _bookdown.yml hold for every chapter; packages.bib is written by knitr', async () => {
    const files = {
      '_bookdown.yml': 'book_filename: sorting\nbibliography: extra.bib\n',
      'index.Rmd': `${page('site: bookdown::bookdown_site', 'bibliography: [book.bib, packages.bib]')}\n\`\`\`{r}\nknitr::write_bib("knitr", "packages.bib")\n\`\`\`\n`,
      '01-intro.Rmd': 'See [@knuth1997].\n',
      ...bibs('book.bib', 'extra.bib'),
    };
    expect(await linksOf(files, '01-intro.Rmd')).toEqual(['book.bib', 'generated packages.bib', 'extra.bib']);
  });
});

describe('Hugo', () => {
  const site = { 'hugo.toml': 'title = "Notes"\n', 'layouts/shortcodes/cite.html': '{{ .Get 0 }}\n' };
  const post = (...lines: string[]) => page(...lines).replace('[@knuth1997]', '{{< cite "knuth1997" >}}');
  const json = '[{"id": "knuth1997", "type": "book", "title": "Sorting"}]\n';

  test.each<[string, Record<string, string>, string[]]>([
    [
      'bibFile from the root',
      { 'content/p.md': post('bibFile: content/bib.json'), 'content/bib.json': json },
      ['content/bib.json'],
    ],
    [
      'bibFile in data',
      { 'content/p.md': post('bibFile: bib.json'), 'data/bib.json': json },
      ['data/bib.json'],
    ],
    [
      'the page bundle',
      { 'content/sorting/index.md': post(), 'content/sorting/bib.json': json },
      ['content/sorting/bib.json'],
    ],
    [
      'the bundle above',
      { 'content/a/sorting/index.md': post(), 'content/a/bib.json': json },
      ['content/a/bib.json'],
    ],
    [
      'a resource of the bundle that the template names',
      {
        'layouts/shortcodes/cite.html':
          '{{ $all := .Page.Resources.GetMatch "data/reference.yml" | transform.Unmarshal }}{{ range where $all "id" (.Get 0) }}{{ .title }}{{ end }}\n',
        'content/sorting/index.md': post(),
        'content/sorting/data/reference.yml': '- id: knuth1997\n  title: Sorting\n',
      },
      ['content/sorting/data/reference.yml'],
    ],
    [
      'cite.bib of a publication',
      { 'content/publication/x/index.md': post(), 'content/publication/x/cite.bib': BIB },
      ['content/publication/x/cite.bib'],
    ],
    [
      'a data file',
      { 'content/p.md': post(), 'data/bibliography.yaml': 'knuth1997:\n  title: x\n' },
      ['data/bibliography.yaml'],
    ],
    [
      'a data file that holds customers, who are references as well',
      {
        'content/p.md': post(),
        'data/references.yaml': '- name: Ada\n  url: example.com/ada\n  date: 2024-05-01\n',
        'data/references.json': '[{"title": "Analyst", "author": "Ada", "quote": "It counts."}]\n',
      },
      [],
    ],
    [
      'a data file of works without titles',
      { 'content/p.md': post(), 'data/references.toml': '[knuth1997]\nauthor = "Knuth"\nyear = 1997\n' },
      ['data/references.toml'],
    ],
    [
      'a data file whose fields only the template knows',
      {
        'layouts/shortcodes/cite.html': '{{ (index site.Data.references (.Get 0)).name }}\n',
        'content/p.md': post(),
        'data/references.yaml': 'knuth1997:\n  name: Sorting and Searching\n',
      },
      ['data/references.yaml'],
    ],
    [
      'a parameter',
      {
        'content/p.md': post(),
        'config/_default/params.toml': 'bibFile = "refs/lib.json"\n',
        'refs/lib.json': json,
      },
      ['refs/lib.json'],
    ],
    [
      'a parameter whose file the templates take from the assets',
      {
        'content/p.md': post(),
        'config/_default/params.toml': 'bibFile = "refs/lib.json"\n',
        'assets/refs/lib.json': json,
      },
      ['assets/refs/lib.json'],
    ],
    [
      'a parameter that names what the data file was made of',
      {
        'content/p.md': post(),
        'config/_default/params.toml': 'bibFile = "library.bib"\n',
        'data/library.json': json,
      },
      ['data/library.json'],
    ],
    [
      'a parameter that names a data file',
      {
        'content/p.md': post(),
        'config/_default/params.toml': 'bib = "library"\n',
        'data/library.json': json,
      },
      ['data/library.json'],
    ],
  ])('%s', async (_, files, expected) => {
    const path = Object.keys(files).find((name) => name.endsWith('.md')) ?? '';
    expect(await linksOf({ ...site, ...files }, path)).toEqual(expected);
  });
});

describe('Jekyll', () => {
  const post = (...lines: string[]) => page(...lines).replace('[@knuth1997]', '{% cite knuth1997 %}');
  const path = '_posts/2024-01-01-sorting.md';

  test.each<[string, string, Record<string, string>, string[]]>([
    ['the default', '', bibs('_bibliography/references.bib'), ['_bibliography/references.bib']],
    ['the default that is not there', '', {}, []],
    [
      'source and name without extension',
      'scholar:\n  source: ./bib\n  bibliography: library\n',
      bibs('bib/library.bib'),
      ['bib/library.bib'],
    ],
    [
      'a source with a leading slash',
      'scholar:\n  source: /_bibliography/\n  bibliography: papers.bib\n',
      bibs('_bibliography/papers.bib'),
      ['_bibliography/papers.bib'],
    ],
    [
      'a pattern',
      'scholar:\n  bibliography: "*.bib"\n',
      bibs('_bibliography/a.bib', '_bibliography/b.bib'),
      ['_bibliography/a.bib', '_bibliography/b.bib'],
    ],
    [
      'Liquid',
      'scholar:\n  bibliography: "{{ page.slug }}.bib"\n',
      bibs('_bibliography/a.bib'),
      ['_bibliography/a.bib'],
    ],
    ['missing', 'scholar:\n  bibliography: library\n', {}, ['missing library.bib']],
  ])('%s', async (_, config, files, expected) => {
    expect(
      await linksOf(
        { '_config.yml': `title: Notes\nplugins: [jekyll-scholar]\n${config}`, [path]: post(), ...files },
        path,
      ),
    ).toEqual(expected);
  });

  test('a tag names a file of the source folder', async () => {
    const files = {
      '_config.yml': 'title: Notes\nplugins: [jekyll-scholar]\nscholar:\n  source: ./bib\n',
      [path]: page().replace('[@knuth1997]', '{% cite knuth1997 --file extra %}'),
      ...bibs('bib/extra.bib', 'bib/references.bib'),
    };
    expect(await linksOf(files, path)).toContain('bib/extra.bib');
  });

  const references = {
    '_config.yml': 'title: Notes\nplugins: [jekyll-scholar]\nscholar:\n  bibliography: papers\n',
    ...bibs('_bibliography/papers.bib', '_bibliography/talks.bib', 'other/papers.bib', 'other/talks.bib'),
  };

  test('the file of one tag is read beside what the other tags read', async () => {
    const files = { ...references, [path]: post().concat('\n{% bibliography --file talks %}\n') };
    expect(await linksOf(files, path)).toEqual(['_bibliography/papers.bib', '_bibliography/talks.bib']);
  });

  test.each<[string, string, string[]]>([
    ['{{ page.refs }}', 'refs: talks', ['_bibliography/papers.bib', '_bibliography/talks.bib']],
    ['{{page.refs}}.bib', 'refs: talks', ['_bibliography/papers.bib', '_bibliography/talks.bib']],
    ['{{ page.slug }}', 'refs: talks', ['_bibliography/papers.bib', '_bibliography/talks.bib']],
    ['{{ page.slug }}_talks', 'refs: talks', ['_bibliography/papers.bib', 'missing {{ page.slug }}_talks']],
  ])('Liquid in the file of a tag: %s', async (file, field, expected) => {
    const text = `---\ntitle: Sorting\n${field}\n---\n\n{% cite knuth1997 --file ${file} %}\n`;
    expect(await linksOf({ ...references, [path]: text }, path)).toEqual(expected);
  });

  test('Liquid in the configuration is filled in from the page', async () => {
    const files = {
      ...references,
      '_config.yml': 'plugins: [jekyll-scholar]\nscholar:\n  bibliography: "{{ page.refs }}"\n',
      [path]: '---\ntitle: Sorting\nrefs: talks\n---\n\n{% cite knuth1997 %}\n',
    };
    expect(await linksOf(files, path)).toEqual(['_bibliography/talks.bib']);
  });

  test.each<[string, string[]]>([
    ['bibliography: talks', ['_bibliography/talks.bib']],
    ['bibliography: "*.bib"', ['_bibliography/papers.bib', '_bibliography/talks.bib']],
    ['source: /other/', ['other/papers.bib']],
    ['source: ./other\n  bibliography: talks', ['other/talks.bib']],
    ['style: apa', ['_bibliography/papers.bib']],
  ])('front matter lays scholar over that of the site: %s', async (scholar, expected) => {
    const text = `---\ntitle: Sorting\nscholar:\n  ${scholar}\n---\n\n{% cite knuth1997 %}\n`;
    expect(await linksOf({ ...references, [path]: text }, path)).toEqual(expected);
  });

  test('a Distill post', async () => {
    const files = {
      '_config.yml': 'title: Notes\n',
      [path]:
        '---\ntitle: Sorting\nlayout: distill\nbibliography: sorting.bib\n---\n\nSee <d-cite key="knuth1997"></d-cite>.\n',
      ...bibs('assets/bibliography/sorting.bib'),
    };
    expect(await linksOf(files, path)).toEqual(['assets/bibliography/sorting.bib']);
    const scholar = { ...files, ...bibs('_bibliography/references.bib') };
    expect(await linksOf(scholar, path)).toEqual(['assets/bibliography/sorting.bib']);
    const both = { ...scholar, [path]: `${scholar[path]}\n{% cite knuth1997 %}\n` };
    expect(await linksOf(both, path)).toEqual([
      'assets/bibliography/sorting.bib',
      '_bibliography/references.bib',
    ]);
  });
});

test('a path of Distill that begins at the root of the server', async () => {
  const page =
    '<d-article><d-cite key="knuth1997"></d-cite></d-article>\n<d-bibliography src="/refs.bib"></d-bibliography>\n';
  const files = { 'pages/index.html': page, ...bibs('public/refs.bib') };
  expect(await linksOf(files, 'pages/index.html')).toEqual(['public/refs.bib']);
  expect(await linksOf({ 'pages/index.html': page }, 'pages/index.html')).toEqual(['missing /refs.bib']);
});

describe('MyST, Sphinx and MkDocs', () => {
  test.each<[string, Record<string, string>, string[]]>([
    [
      'mystmd: every .bib',
      { 'myst.yml': 'version: 1\nproject: {}\n', ...bibs('a.bib', 'docs/b.bib') },
      ['a.bib', 'docs/b.bib'],
    ],
    [
      'mystmd: declared',
      { 'myst.yml': 'version: 1\nproject:\n  bibliography: [b.bib]\n', ...bibs('a.bib', 'b.bib') },
      ['b.bib'],
    ],
    [
      'mystmd: declared, whatever a page names',
      {
        'myst.yml': 'version: 1\nproject:\n  bibliography: [b.bib]\n',
        'docs/p.md': page('bibliography: [own.bib, lost.bib]'),
        ...bibs('docs/own.bib', 'b.bib'),
      },
      ['b.bib'],
    ],
    [
      'mystmd: extended',
      {
        'myst.yml': 'version: 1\nextends: [shared/myst.yml]\nproject: {}\n',
        'shared/myst.yml': 'version: 1\nproject:\n  bibliography: [b.bib]\n',
        ...bibs('a.bib', 'shared/b.bib'),
      },
      ['shared/b.bib'],
    ],
    [
      'Sphinx',
      {
        'conf.py':
          'extensions = ["myst_parser", "sphinxcontrib.bibtex"]\n# bibtex_bibfiles = ["old.bib"]\nbibtex_bibfiles = ["refs.bib", \'b.bib\']\n',
        ...bibs('refs.bib', 'b.bib', 'c.bib'),
      },
      ['refs.bib', 'b.bib'],
    ],
    [
      'Sphinx: made by code',
      {
        'conf.py':
          'extensions = ["myst_parser", "sphinxcontrib.bibtex"]\nbibtex_bibfiles = [str(p) for p in Path(".").glob("*.bib")]\n',
        ...bibs('refs.bib'),
      },
      ['refs.bib'],
    ],
    [
      'Sphinx: a list with comments and a type, which grows',
      {
        'conf.py': [
          'extensions = ["myst_parser", "sphinxcontrib.bibtex"]',
          'bibtex_bibfiles: list[str] = [',
          '    "refs.bib",  # the main one',
          '    "b#1.bib",',
          ']',
          'bibtex_bibfiles += ["c.bib"]',
          "bibtex_bibfiles.append('d.bib')",
          '',
        ].join('\n'),
        ...bibs('refs.bib', 'b#1.bib', 'c.bib', 'd.bib', 'e.bib'),
      },
      ['refs.bib', 'b#1.bib', 'c.bib', 'd.bib'],
    ],
    [
      'Sphinx: a path that code makes may lie outside of the site',
      {
        'docs/conf.py':
          'extensions = ["myst_parser", "sphinxcontrib.bibtex"]\nbibtex_bibfiles = [str(ROOT / "paper" / "refs.bib")]\n',
        'docs/p.md': 'See {cite:p}`knuth1997`.\n',
        ...bibs('paper/refs.bib'),
      },
      ['paper/refs.bib'],
    ],
    [
      'Sphinx: settings of another file',
      {
        'docs/conf.py': 'from shared_conf import *\nextensions += ["myst_parser"]\n',
        'docs/p.md': 'See {cite:p}`knuth1997`.\n',
        ...bibs('docs/refs.bib'),
      },
      ['docs/refs.bib'],
    ],
    [
      'Jupyter Book',
      {
        '_config.yml': 'title: Notes\nbibtex_bibfiles:\n  - refs.bib\n',
        '_toc.yml': 'format: jb-book\nroot: p\n',
        ...bibs('refs.bib'),
      },
      ['refs.bib'],
    ],
  ])('%s', async (_, files, expected) => {
    const page = 'docs/p.md' in files ? 'docs/p.md' : 'p.md';
    expect(await linksOf({ 'p.md': '# Sorting\n\nSee {cite:p}`knuth1997`.\n', ...files }, page)).toEqual(
      expected,
    );
  });

  test.each<[string, string, Record<string, string>, string[]]>([
    ['bib_file', '      bib_file: "docs/refs.bib"\n', bibs('docs/refs.bib', 'docs/b.bib'), ['docs/refs.bib']],
    [
      'bib_dir',
      '      bib_dir: refs\n',
      bibs('refs/a.bib', 'refs/more/b.bib', 'c.bib'),
      ['refs/a.bib', 'refs/more/b.bib'],
    ],
    [
      'bib_file that is remote',
      '      bib_file: "https://example.org/refs.bib"\n',
      {},
      ['remote https://example.org/refs.bib'],
    ],
    ['nothing', '      bib_by_default: true\n', bibs('docs/a.bib'), ['docs/a.bib']],
    [
      'an environment with a default',
      "      bib_file: !ENV [BIB, 'a.bib']\n",
      bibs('a.bib', 'b.bib'),
      ['a.bib'],
    ],
    ['an environment without', '      bib_file: !ENV BIB\n', bibs('a.bib', 'b.bib'), ['a.bib', 'b.bib']],
    ['an environment in a list', '      bib_file: !ENV [BIB]\n', bibs('a.bib', 'b.bib'), ['a.bib', 'b.bib']],
  ])('MkDocs: %s', async (_, options, files, expected) => {
    const config = `site_name: Notes\nmarkdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:material.extensions.emoji.twemoji\nplugins:\n  - search\n  - bibtex:\n${options}`;
    expect(
      await linksOf({ 'mkdocs.yml': config, 'docs/p.md': 'See [@knuth1997].\n', ...files }, 'docs/p.md'),
    ).toEqual(expected);
  });
});

describe('rehype-citation', () => {
  test('Quartz', async () => {
    const files = {
      'quartz.config.ts':
        'Plugin.Citations({ bibliographyFile: "./content/works.bib", linkCitations: true }),\n',
      ...bibs('content/works.bib', 'content/draft.bib'),
    };
    expect(await linksOf({ ...files, 'content/a.md': 'See [@knuth1997].\n' }, 'content/a.md')).toEqual([
      'content/works.bib',
    ]);
  });

  const site = (options: string) => ({
    'package.json': '{"dependencies": {"astro": "5", "rehype-citation": "2"}}',
    'astro.config.mjs': `import rehypeCitation from 'rehype-citation';\nexport default { markdown: { rehypePlugins: [[rehypeCitation, ${options}]] } };\n`,
  });
  const path = 'src/content/blog/sorting.md';

  test.each<[string, string, string, Record<string, string>, string[]]>([
    ['an option', "{ bibliography: './refs.bib' }", page(), bibs('refs.bib'), ['refs.bib']],
    [
      'a list',
      "{ bibliography: ['a.bib', 'data/b.bib'] }",
      page(),
      bibs('a.bib', 'data/b.bib'),
      ['a.bib', 'data/b.bib'],
    ],
    [
      'a join',
      "{ bibliography: path.join(root, 'data', 'refs.bib') }",
      page(),
      bibs('data/refs.bib'),
      ['data/refs.bib'],
    ],
    [
      'the page, below the option `path`',
      "{ path: path.join(root, 'library') }",
      page('bibliography: refs.bib'),
      bibs('library/refs.bib'),
      ['library/refs.bib'],
    ],
    [
      'the page, beside it',
      '{}',
      page('bibliography: refs.bib'),
      bibs('src/content/blog/refs.bib'),
      ['src/content/blog/refs.bib'],
    ],
    ['missing', "{ bibliography: './refs.bib' }", page(), {}, ['missing ./refs.bib']],
    [
      'an option in quotes, with another path in the comment behind it',
      '{ "bibliography": \'src/works.bib\', // "https://example.org/works.bib"\n"linkCitations": true }',
      page(),
      bibs('src/works.bib', 'src/drafts.bib'),
      ['src/works.bib'],
    ],
    [
      'a join to the folder of the process',
      "{ bibliography: path.join(process.cwd(), 'data', 'refs.bib') }",
      page(),
      bibs('data/refs.bib', 'data/old.bib'),
      ['data/refs.bib'],
    ],
    [
      'a constant that is a pattern',
      "{ bibliography: WORKS }]] } };\nconst WORKS: string[] = glob.sync('public/works/**/*.bib');//",
      page(),
      bibs('public/works/a.bib', 'public/works/b/b.bib', 'drafts.bib'),
      ['public/works/a.bib', 'public/works/b/b.bib'],
    ],
    [
      'one of the documents and one of the blog',
      "{ bibliography: 'docs.bib' }], [rehypeCitation, { bibliography: 'blog.bib' }",
      page(),
      bibs('blog.bib', 'docs.bib', 'old.bib'),
      ['docs.bib', 'blog.bib'],
    ],
  ])('%s', async (_, options, text, files, expected) => {
    expect(await linksOf({ ...site(options), [path]: text, ...files }, path)).toEqual(expected);
  });
});

describe('without a document', () => {
  const read = async (files: Record<string, string>, targets?: string[]) => {
    const { project } = await loadProject({
      source: createMemorySource(files),
      ...(targets ? { targets } : {}),
    });
    return project.bibliographies.map(({ path, format }) => `${path} ${format}`);
  };
  const csl = '[{"id": "knuth1997", "type": "book"}]\n';

  test('what is a bibliography by its name is read', async () => {
    const files = {
      'refs.bib': BIB,
      'refs.ris': 'TY  - BOOK\nER  - \n',
      'CITATION.cff': 'cff-version: 1.2.0\n',
      'data.json': csl,
    };
    expect(await read(files)).toEqual(['CITATION.cff cff', 'refs.bib bibtex', 'refs.ris ris']);
  });

  test('a file of another name is read where it is named and holds items', async () => {
    const files = {
      'a.json': csl,
      'package.json': '{"name": "x"}\n',
      'b.yaml': 'references:\n- id: a\n  type: book\n',
    };
    expect(await read(files, ['a.json', 'package.json', 'b.yaml'])).toEqual([
      'a.json csl-json',
      'b.yaml csl-yaml',
    ]);
  });
});

test('manubot-output-bibliography: what the filter of Manubot writes is there when Pandoc cites', async () => {
  const files = {
    '_quarto.yml':
      'filters: [quarto-manubot-cite]\nmanubot-output-bibliography: auto.json\nbibliography: [refs.bib, auto.json]\n',
    'index.qmd': 'See [@knuth1997].\n',
    ...bibs('refs.bib'),
  };
  expect(await linksOf(files, 'index.qmd')).toEqual(['refs.bib', 'generated auto.json']);
});

describe('Documenter', () => {
  const site = (code: string) => ({
    'docs/make.jl': `using Documenter, DocumenterCitations\n${code}\n`,
    'docs/src/p.md': 'See [knuth1997](@cite).\n',
  });

  test.each<[string, Record<string, string>, string[]]>([
    [
      'below the folder of make.jl',
      {
        ...site('CitationBibliography(joinpath(@__DIR__, "src", "refs.bib"); style=:numeric)'),
        ...bibs('docs/src/refs.bib', 'src/refs.bib'),
      },
      ['docs/src/refs.bib'],
    ],
    [
      'with slashes, and the other name of the folder',
      {
        ...site('file = joinpath(dirname(@__FILE__), "src/refs.bib")\nCitationBibliography(file)'),
        ...bibs('docs/src/refs.bib'),
      },
      ['docs/src/refs.bib'],
    ],
    [
      'above it',
      { ...site('CitationBibliography(joinpath(@__DIR__, "..", "CITATION.bib"))'), ...bibs('CITATION.bib') },
      ['CITATION.bib'],
    ],
    [
      'where the build is called',
      { ...site('CitationBibliography("docs/refs.bib")'), ...bibs('docs/refs.bib') },
      ['docs/refs.bib'],
    ],
    [
      'where a function of the site says',
      { ...site('CitationBibliography(projectdir("bib", "refs.bib"))'), ...bibs('lib/bib/refs.bib') },
      ['lib/bib/refs.bib'],
    ],
    [
      'any that is there, where code makes the name',
      { ...site('CitationBibliography(first(glob("*.bib")))'), ...bibs('refs.bib') },
      ['refs.bib'],
    ],
    [
      'in a script that make.jl includes',
      {
        'docs/make.jl': 'using Documenter\ninclude("pages.jl")\n',
        'docs/pages.jl':
          'using DocumenterCitations\nbib = CitationBibliography(joinpath(@__DIR__, "src", "r.bib"))\n',
        'docs/src/p.md': 'See [knuth1997](@cite).\n',
        ...bibs('docs/src/r.bib'),
      },
      ['docs/src/r.bib'],
    ],
    [
      'and no other that make.jl speaks of',
      {
        ...site('cp("CITATION.bib", "a.bib")\nCitationBibliography(\n  "refs.bib";\n  style=:numeric)'),
        ...bibs('CITATION.bib', 'docs/refs.bib', 'docs/a.bib'),
      },
      ['docs/refs.bib'],
    ],
    [
      'that is not there',
      {
        ...site('CitationBibliography(joinpath(@__DIR__, "src", "refs.bib")) # "old.bib"'),
        ...bibs('lib/src/refs.bib'),
      },
      ['missing src/refs.bib'],
    ],
    [
      'that the build writes',
      { ...site('cp("library.bib", "refs.bib")\nCitationBibliography("refs.bib")'), ...bibs('library.bib') },
      ['generated refs.bib'],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await linksOf(files, 'docs/src/p.md')).toEqual(expected);
  });
});

describe('several lists of references, which settings name', () => {
  const one = 'bibliography_primary: refs/a.json\nbibliography_other: refs/b.json\n';
  const mapping = 'bibliography:\n  primary: refs/a.json\n  other: [refs/b.json]\n';
  const found = { 'refs/a.json': '[]', 'refs/b.json': '[]' };
  const both = ['refs/a.json', 'refs/b.json'];

  test.each<[string, string, Record<string, string>]>([
    ['_quarto.yml of a book', 'p.qmd', { '_quarto.yml': `project:\n  type: book\n${one}` }],
    ['_quarto.yml, as a mapping', 'p.qmd', { '_quarto.yml': `project:\n  type: website\n${mapping}` }],
    ['_metadata.yml', 'p.qmd', { '_quarto.yml': 'project:\n  type: website\n', '_metadata.yml': one }],
    ['a file of metadata for Pandoc', 'p.md', { 'metadata.yaml': one }],
    [
      'a file of defaults for Pandoc',
      'p.md',
      { 'defaults.yaml': `metadata:\n  ${mapping.replace(/\n(?=.)/g, '\n  ')}` },
    ],
    ['index.Rmd of a book', 'p.Rmd', { '_bookdown.yml': '{}\n', 'index.Rmd': `---\n${mapping}---\n` }],
  ])('in %s', async (_, path, files) => {
    expect(await linksOf({ ...files, ...found, [path]: 'See [@knuth1997].\n' }, path)).toEqual(both);
  });
});
