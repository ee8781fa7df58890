import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DialectName } from '../../../src/model.ts';
import { detectSites, documentsOf, sitesWithDocuments } from '../../../src/project/detect/dialect.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { hasShared, shared } from '../../support/shared.ts';

beforeAll(loadAllParsers);

type Files = Readonly<Record<string, string>>;

const viewOf = (files: Files) => ({ files: Object.keys(files), read: (path: string) => files[path] });
const dialects = (files: Files): string[] =>
  detectSites(viewOf(files)).map(({ name, root }) => `${name}:${root}`);
const documents = (files: Files): string[] =>
  sitesWithDocuments(viewOf(files)).flatMap(({ dialect, documents: own }) =>
    own.map((path) => `${dialect.name} ${path}`),
  );

const PAGE = '---\ntitle: Art\n---\nText\n';
const QUARTZ_PACKAGE = '{"dependencies":{"rehype-citation":"^2.2.2"}}';
const JOSS =
  '---\ntitle: Art\nauthors:\n  - name: Knuth\naffiliations:\n  - name: Stanford\n    index: 1\nbibliography: paper.bib\n---\n[@knuth97]\n';

describe('a site is known by its generator', () => {
  test.each<[string, Files, string[]]>([
    ['Hugo', { 'hugo.toml': '', 'content/a.md': PAGE }, ['hugo:']],
    ['Hugo in a folder', { 'README.md': '', 'docs/hugo.yaml': '', 'docs/content/a.md': '' }, ['hugo:docs']],
    ['Hugo before 0.110', { 'config.toml': 'baseURL = "x"', 'content/a.md': '' }, ['hugo:']],
    [
      'Hugo with a folder of settings',
      { 'config/_default/hugo.toml': 'title = "x"', 'content/a.md': '' },
      ['hugo:'],
    ],
    [
      'a page of Sphinx that is called paper.md, and a paper beside it',
      {
        'docs/conf.py': 'extensions = ["myst_parser"]\n',
        'docs/paper.md': 'See {cite:p}`knuth97`.\n',
        'docs/refs.bib': '',
        'docs/joss/paper.md': JOSS,
        'docs/joss/paper.bib': '',
      },
      ['sphinx:docs', 'pandoc:docs/joss'],
    ],
    [
      'a paper of JOSS that has forgotten its bibliography, in a repository whose MkDocs cites',
      {
        'mkdocs.yml': 'plugins:\n  - bibtex:\n      bib_file: docs/refs.bib\n',
        'docs/index.md': 'See [@knuth97].\n',
        'docs/refs.bib': '',
        'paper/paper.md': JOSS.replace('bibliography: paper.bib\n', ''),
        'paper/paper.bib': '',
      },
      ['mkdocs-bibtex:', 'pandoc:paper'],
    ],
    [
      'Hugo by a shortcode whose end is what is broken',
      {
        'content/posts/a.md': '---\ntitle: Art\n---\nSorting{{< cite "knuth97" "Knuth, D. E. (1997)." >}.\n',
      },
      ['hugo:'],
    ],
    [
      'Hugo by its templates',
      { 'layouts/shortcodes/cite.html': '{{ .Get 0 }}', 'content/a.md': '' },
      ['hugo:'],
    ],
    [
      'not Hugo but Zola',
      { 'config.toml': 'base_url = "x"\ntheme = "y"', 'content/a.md': '+++\n+++\n' },
      ['markdown:'],
    ],
    ['not Hugo: any config.yml', { 'config.yml': 'port: 80', 'content/a.txt': '' }, []],
    ['Jekyll', { '_config.yml': 'scholar:\n  style: apa\n', 'a.md': PAGE }, ['jekyll:']],
    ['Jekyll by its folders', { '_config.yml': 'title: x\n', '_posts/2020-01-01-a.md': PAGE }, ['jekyll:']],
    [
      'Jekyll by its Gemfile',
      { '_config.yml': 'title: x\n', Gemfile: 'gem "jekyll"', 'a.md': PAGE },
      ['jekyll:'],
    ],
    [
      'not Jekyll but Hexo',
      { '_config.yml': 'theme: x\nsource_dir: source\n', 'source/_posts/a.md': '{% cite "x" %}' },
      ['markdown:'],
    ],
    [
      'mdBook, whose mdbook-bib has citations of its own',
      {
        'book.toml': '[book]\ntitle = "x"\n[preprocessor.bib]\n',
        'src/a.md': '{{#cite knuth84}} and [@knuth84]\n',
        'src/refs.bib': '',
      },
      ['markdown:'],
    ],
    [
      'mdBook with citations of Pandoc',
      {
        'book.toml': '[book]\n[preprocessor.bib]\ncitation-syntax = "pandoc"\n',
        'src/a.md': '[@knuth84]\n',
        'src/refs.bib': '',
      },
      ['pandoc:src'],
    ],
    [
      'Documenter.jl',
      { 'docs/make.jl': 'using Documenter\n# using DocumenterCitations\n', 'docs/src/a.md': '# A\n' },
      ['markdown:docs'],
    ],
    [
      'Documenter.jl with its plugin',
      { 'docs/make.jl': 'using Documenter,\n  DocumenterCitations\n', 'docs/src/a.md': '# A\n' },
      ['documenter:docs'],
    ],
    [
      'not Hugo but Nikola',
      { 'conf.py': 'BLOG_TITLE = "x"\n', 'posts/a.md': '{{% gist 1234 %}}\n' },
      ['markdown:'],
    ],
    [
      'not Jekyll but Eleventy',
      { '.eleventy.js': 'module.exports = {}', 'src/a.md': '{% cite "knuth84" %}\n' },
      ['markdown:'],
    ],
    [
      'not Jekyll but Markdoc',
      { 'package.json': '{"dependencies": {"@markdoc/markdoc": "^0.4.0"}}', 'a.md': '{% cite knuth84 %}\n' },
      ['markdown:'],
    ],
    ['not Jekyll by tags with attributes', { 'a.md': '{% cite key="knuth84" /%}\n' }, ['markdown:']],
    ['Jekyll by its tags', { 'a.md': 'See {%- cite "knuth84" -%}\n' }, ['jekyll:']],
    [
      'not Jekyll but Pelican',
      { 'pelicanconf.py': 'AUTHOR = "x"\n', 'content/a.md': 'Title: x\n\n{% cite knuth84 %}\n' },
      ['markdown:'],
    ],
    [
      'Jupyter Book',
      { '_config.yml': 'title: x\nexecute:\n  x: y\n', '_toc.yml': 'format: jb-book\n', 'a.md': '' },
      ['sphinx:'],
    ],
    [
      'Sphinx with MyST',
      { 'docs/conf.py': 'extensions = ["myst_parser"]', 'docs/a.md': '' },
      ['sphinx:docs'],
    ],
    ['MyST', { 'docs/myst.yml': 'version: 1\n', 'docs/a.md': '' }, ['myst:docs']],
    ['Quarto', { '_quarto.yml': 'project:\n  type: book\n', 'index.qmd': '' }, ['quarto:']],
    [
      'Quarto documents',
      { 'paper/a.qmd': '', 'paper/more/b.qmd': '', 'talk/c.qmd': '' },
      ['quarto:paper', 'quarto:talk'],
    ],
    ['bookdown', { 'book/_bookdown.yml': '', 'book/index.Rmd': '' }, ['rmarkdown:book']],
    [
      'vignettes',
      { DESCRIPTION: 'Package: x', 'vignettes/a.Rmd': '', 'README.Rmd': '' },
      ['rmarkdown:vignettes'],
    ],
    ['Manubot', { 'content/metadata.yaml': 'title: x', 'content/01.a.md': '' }, ['manubot:']],
    [
      'mkdocs-bibtex',
      { 'mkdocs.yml': 'plugins:\n  - search\n  - bibtex:\n      bib_dir: refs\n', 'docs/a.md': '' },
      ['mkdocs-bibtex:'],
    ],
    ['MkDocs', { 'mkdocs.yml': 'plugins:\n  - search\n', 'docs/a.md': '' }, ['markdown:']],
    [
      'rehype-citation',
      { 'astro.config.mjs': "import rehypeCitation from 'rehype-citation'", 'src/a.md': '' },
      ['rehype-citation:'],
    ],
    [
      'a line that would load rehype-citation, commented out',
      { 'docusaurus.config.js': "// const citation = require('rehype-citation');\n", 'docs/a.md': '' },
      ['markdown:'],
    ],
    [
      'rehype-citation by its package',
      { 'package.json': '{"dependencies":{"rehype-citation":"^2.0.0"}}', 'a.mdx': '' },
      ['rehype-citation:'],
    ],
    [
      'Quartz with its plugin Citations',
      { 'package.json': QUARTZ_PACKAGE, 'quartz.config.ts': '  Plugin.Citations(),\n', 'content/a.md': '' },
      ['rehype-citation:'],
    ],
    [
      'Quartz without it',
      {
        'package.json': QUARTZ_PACKAGE,
        'quartz.config.ts': '  // Plugin.Citations(),\n',
        'content/a.md': '',
      },
      ['markdown:'],
    ],
    ['Docusaurus', { 'docusaurus.config.js': 'module.exports = {}', 'docs/a.md': '' }, ['markdown:']],
    [
      'a JOSS paper',
      { 'package.json': '{}', 'paper/paper.md': JOSS, 'paper/paper.bib': '', 'docs/a.md': '' },
      ['pandoc:paper'],
    ],
    [
      'a thesis with a script, and a program in its folder',
      {
        'package.json': '{"name":"thesis"}',
        'pandoc.sh': 'pandoc --bibliography=refs.bib text/a.md -o thesis.pdf\n',
        'refs.bib': '',
        'text/a.md': 'As [@knuth97] says.\n',
      },
      ['pandoc:text'],
    ],
    [
      'not one with a script that makes a page of the README',
      {
        'package.json': '{"name":"sort"}',
        'man.sh': 'pandoc README.md -o sort.1\n',
        'docs/a.md': '[@types/node]\n',
      },
      ['markdown:docs'],
    ],
    [
      'a thesis with a Makefile',
      { Makefile: 'all:\n\tpandoc a.md\n', 'source/a.md': 'x' },
      ['pandoc:source'],
    ],
    [
      'a thesis by its citations',
      { 'source/a.md': '[@knuth97]', 'source/b.md': 'x', 'source/r.bib': '' },
      ['pandoc:source'],
    ],
    [
      'the handle of an author in the style of the APA',
      { 'a.md': 'Obama, B. [@BarackObama]. (2012, November 6). *Four more years* [Tweet]. Twitter.\n' },
      ['markdown:'],
    ],
    ['links of Obsidian', { 'a.md': '[[@knuth84]] and [[@knuth84|Knuth]]' }, ['markdown:']],
    [
      'links whose labels are scoped packages',
      {
        'a.md':
          'An [array][@types/node] by [Knuth][@knuth:1997].\n\n[@types/node]: https://a.example\n[@knuth:1997]: <https://b.example>\n',
      },
      ['markdown:'],
    ],
    ['notes', { 'a.md': 'Text[^1]\n\n[^1]: Note', 'b/c.md': '' }, ['markdown:']],
    ['Hugo content alone', { 'content/posts/a.md': '{{< cite "a" "b" >}}' }, ['hugo:']],
    [
      'packages are no citations',
      { 'package.json': '{}', 'docs/a.md': 'Use [@types/node] and [@scope]' },
      ['markdown:docs'],
    ],
    ['braces of TeX are no shortcodes', { 'a.md': 'x {{% y' }, ['markdown:']],
    ['fixtures are no sites', { 'tests/site/hugo.toml': '', 'tests/site/content/a.md': '' }, []],
    [
      'themes are no sites',
      { 'hugo.toml': '', 'content/a.md': '', 'themes/x/exampleSite/hugo.toml': '' },
      ['hugo:'],
    ],
    ['a repository alone', { 'README.md': '', 'CHANGELOG.md': '', 'NEWS.md': '', 'LICENSE.md': '' }, []],
    ['nothing', {}, []],
  ])('%s', (_, files, expected) => {
    expect(dialects(files)).toEqual(expected);
  });

  test('pelican-cite: a plugin is not denied because nobody here reads its citations', () => {
    const reasons = (settings: string) =>
      detectSites(viewOf({ 'pelicanconf.py': settings, 'content/a.md': '[@@knuth84]\n' })).map(
        (site) => site.reason,
      );
    expect(reasons("PLUGINS = ['pelican-cite']\n")).toEqual([
      'pelicanconf.py loads no plugin that is known to cite',
    ]);
    expect(reasons("PLUGINS = ['sitemap']\n")).toEqual(['pelicanconf.py loads no plugin that cites']);
    const pandoc = (args: string) => reasons(`PLUGINS = ['pandoc_reader']\nPANDOC_ARGS = [${args}]\n`);
    expect(pandoc("'--mathjax',\n  '--citeproc'")).toEqual([
      'pelicanconf.py has Pandoc read the pages and cite',
    ]);
    expect(pandoc("'--mathjax'")).toEqual(['pelicanconf.py loads no plugin that cites']);
  });

  test('with a reason in plain words', () => {
    const reason = (files: Files) => detectSites(viewOf(files))[0]?.reason;
    expect(reason({ 'docs/hugo.toml': '', 'docs/content/a.md': '' })).toBe('hugo.toml stands in docs');
    expect(reason({ '_quarto.yml': '' })).toBe('_quarto.yml stands in the root folder');
    expect(reason({ 'a.md': '[@a]' })).toBe('a.md holds Pandoc citations');
    expect(reason({ 'docs/conf.py': 'import myst_parser' })).toBe('conf.py loads myst_parser');
  });
});

describe('documents are what the generator prints', () => {
  test('Hugo: content, in any of its formats', () => {
    const files = {
      'hugo.toml': '',
      'README.md': '',
      'archetypes/default.md': '',
      'content/a.md': '',
      'content/b/index.html': '',
      'content/c.Rmd': '',
      'content/c.knit.md': '',
      'content/c.md': '',
      'content/e/index.Rmarkdown': '',
      'content/e/index.markdown': '',
      'content/resources/d.org': '',
      'public/a.md': '',
      'themes/x/README.md': '',
    };
    expect(documents(files)).toEqual([
      'hugo content/a.md',
      'hugo content/b/index.html',
      'hugo content/resources/d.org',
      'rmarkdown content/c.Rmd',
      'rmarkdown content/e/index.Rmarkdown',
    ]);
  });

  test.each<[string, Files]>([
    ['TOML', { 'hugo.toml': 'contentDir = "pages"\n' }],
    ['YAML', { 'hugo.yaml': 'languages:\n  en:\n    contentDir: pages\n' }],
    ['a mount', { 'hugo.toml': '[[module.mounts]]\nsource = "pages"\ntarget = "content"\n' }],
  ])('Hugo: contentDir in %s', (_, settings) => {
    expect(documents({ ...settings, 'content/a.md': '', 'pages/b.md': '' })).toEqual(['hugo pages/b.md']);
  });

  // Each was given to Hugo 0.111.
  test.each([
    ['excludeFiles = ["draft.md", "posts/old*.md"]', 'posts/draft.md posts/new.md'],
    ['excludeFiles = "posts"', 'draft.md'],
    ['excludeFiles = "/Posts/**"', 'draft.md'],
    ['excludeFiles = "posts/{OLD,new}*"', 'draft.md posts/draft.md'],
    ['includeFiles = "*.md"', 'draft.md'],
    ['includeFiles = ["posts/*"]', 'posts/draft.md posts/new.md posts/old1.md'],
    ['includeFiles = "posts/**"\nexcludeFiles = "**/old1.md"', 'posts/draft.md posts/new.md posts/old1.md'],
  ])('Hugo: a mount with %s', (filter, pages) => {
    const settings = `[[module.mounts]]\nsource = "content"\ntarget = "content"\n${filter}\n`;
    const names = ['draft.md', 'posts/draft.md', 'posts/new.md', 'posts/old1.md'];
    const files = Object.fromEntries(names.map((name) => [`content/${name}`, '']));
    expect(documents({ 'hugo.toml': settings, ...files })).toEqual(
      pages.split(' ').map((name) => `hugo content/${name}`),
    );
  });

  test.each<[string, Files]>([
    ['TOML', { 'hugo.toml': '[languages.en]\nweight = 1\n[languages.de]\ncontentDir = "inhalt"\n' }],
    [
      'a file of its own',
      {
        'config/_default/hugo.yaml': 'title: x',
        'config/_default/languages.yaml': 'en: {}\nde:\n  contentdir: inhalt/\n',
      },
    ],
  ])('Hugo: a language without a contentDir has the folder of the site, in %s', (_, settings) => {
    const files = { ...settings, 'content/a.md': '', 'inhalt/b.md': '', 'pages/c.md': '' };
    expect(documents(files)).toEqual(['hugo content/a.md', 'hugo inhalt/b.md']);
  });

  test('Hugo: hidden files, and those of editors, are no pages', () => {
    const files = { 'hugo.toml': '', 'content/.a.md': '', 'content/#b.md': '', 'content/c.md': '' };
    expect(documents(files)).toEqual(['hugo content/c.md']);
  });

  test('Jekyll: what has front matter, in pages, posts, drafts and collections', () => {
    const files = {
      '_config.yml': 'collections:\n  books:\n    output: true\ninclude: [_pages]\nexclude: [old]\n',
      'README.md': '# x\n',
      'index.md': PAGE,
      'static.md': 'x\n',
      'bom.md': '\uFEFF' + PAGE,
      'blog/_posts/2020-01-01-a.md': PAGE,
      '_drafts/b.md': PAGE,
      '_books/c.md': PAGE,
      '_pages/d.html': PAGE,
      '_layouts/bib.html': PAGE,
      '_includes/e.md': PAGE,
      '_site/index.md': PAGE,
      'old/f.md': PAGE,
      'vendor/g.md': PAGE,
    };
    // Jekyll copies bom.md as it is; it stays in sight so that `ignored-front-matter` can say so.
    expect(documents(files).sort()).toEqual([
      'jekyll _books/c.md',
      'jekyll _drafts/b.md',
      'jekyll _pages/d.html',
      'jekyll blog/_posts/2020-01-01-a.md',
      'jekyll bom.md',
      'jekyll index.md',
    ]);
  });

  test('al-folio: Distill posts beside pages that cite with tags', () => {
    const files = {
      '_config.yml': 'scholar:\n  source: /_bibliography/\n',
      '_posts/a.md': '---\nlayout: distill\n---\n<d-cite key="knuth97"></d-cite>\n',
      '_posts/b.md': '---\nlayout: post\n---\n{% cite knuth97 %}\n',
      '_posts/c.md': '---\nlayout: old\n---\n<dt-cite key="knuth97"></dt-cite>\n',
    };
    expect(documents(files)).toEqual(['jekyll _posts/b.md', 'distill _posts/a.md', 'distill _posts/c.md']);
  });

  test('bookdown: rmd_files, or what stands beside the configuration', () => {
    const chapters = { 'index.Rmd': '', '01.Rmd': '', '_old.Rmd': '', 'README.Rmd': '', 'sub/02.Rmd': '' };
    expect(documents({ '_bookdown.yml': '', ...chapters })).toEqual(
      ['rmarkdown index.Rmd', 'rmarkdown 01.Rmd'].sort(),
    );
    expect(documents({ '_bookdown.yml': 'rmd_subdir: [sub]\n', ...chapters, 'sub/a/03.Rmd': '' })).toEqual([
      'rmarkdown 01.Rmd',
      'rmarkdown index.Rmd',
      'rmarkdown sub/02.Rmd',
      'rmarkdown sub/a/03.Rmd',
    ]);
    expect(
      documents({ '_bookdown.yml': 'rmd_files: [a.md]\n', ...chapters, 'a.md': '', 'b.md': '' }),
    ).toEqual(['rmarkdown a.md', 'rmarkdown index.Rmd']);
    expect(documents({ '_bookdown.yml': 'book_filename: thesis\n', ...chapters, 'thesis.Rmd': '' })).toEqual([
      'rmarkdown 01.Rmd',
      'rmarkdown index.Rmd',
    ]);
    const listed = { '_bookdown.yml': 'rmd_files:\n  html: [01.Rmd, sub/02.Rmd]\n', ...chapters };
    expect(documents(listed).sort()).toEqual([
      'rmarkdown 01.Rmd',
      'rmarkdown index.Rmd',
      'rmarkdown sub/02.Rmd',
    ]);
  });

  test('Quarto: what project.render says, with the partials', () => {
    const pages = {
      'index.qmd': '',
      'a.md': '',
      '_part.qmd': '',
      'old/b.qmd': '',
      'README.md': '',
      '_book/c.md': '',
    };
    expect(documents({ '_quarto.yml': '', ...pages }).sort()).toEqual(
      ['quarto _part.qmd', 'quarto a.md', 'quarto index.qmd', 'quarto old/b.qmd'].sort(),
    );
    const render = 'project:\n  render:\n    - "*.qmd"\n    - "!old/"\n';
    expect(documents({ '_quarto.yml': render, ...pages }).sort()).toEqual([
      'quarto _part.qmd',
      'quarto index.qmd',
    ]);
  });

  test('Quarto: not what it leaves on the way, with keep-md or of R', () => {
    const files = {
      '_quarto.yml': '',
      'a.qmd': '',
      'a.rmarkdown': '',
      'a.html.md': '',
      'a.pdf.md': '',
      'b.rmarkdown': '',
      'b.html.md': '',
    };
    expect(documents(files)).toEqual(['quarto a.qmd', 'quarto b.rmarkdown']);
    const loose = { 'a.qmd': '', 'a.rmarkdown': '[@a]', 'a.html.md': '[@a]', 'a.en.md': '[@a]', 'x.bib': '' };
    expect(documents(loose)).toEqual(['pandoc a.en.md', 'quarto a.qmd']);
  });

  test('Quarto: what a page includes, whatever it is called', () => {
    const files = {
      '_quarto.yml': 'project:\n  render: [index.qmd, posts/]\n',
      'index.qmd': '{{< include _parts/a.md >}}\n\n{{<include "chapters/b.qmd">}}\n',
      '_parts/a.md': '{{< include _c.md >}}\n',
      '_parts/_c.md': '',
      '_parts/_unused.md': '',
      'posts/p.qmd': '{{< include /_parts/d.qmd >}} {{< include ../README.md >}}\n',
      '_parts/d.qmd': '{{< include ../posts/p.qmd >}}\n',
      'chapters/b.qmd': '',
      'chapters/unused.qmd': '',
      'README.md': '',
    };
    expect(documents(files)).toEqual(
      ['_parts/_c.md', '_parts/a.md', '_parts/d.qmd', 'chapters/b.qmd', 'index.qmd', 'posts/p.qmd'].map(
        (path) => `quarto ${path}`,
      ),
    );
  });

  test('Quarto: not what it wrote into its output', () => {
    const settings = 'project:\n  type: website\n  output-dir: ./docs/\n';
    const files = { '_quarto.yml': settings, 'index.qmd': '', 'docs/index.llms.md': '', 'docs/a/b.qmd': '' };
    expect(documents(files)).toEqual(['quarto index.qmd']);
    const here = { '_quarto.yml': 'project:\n  output-dir: .\n', 'index.qmd': '', 'docs/a.qmd': '' };
    expect(documents(here)).toEqual(['quarto docs/a.qmd', 'quarto index.qmd']);
  });

  test('Quarto: of a book the chapters that it lists, in other languages as well, and what these take in', () => {
    const chapters =
      'index.qmd\n    - { part: one.qmd, chapters: [a/b.qmd, { text: C, file: ./c.md }] }\n  appendices: [d.Rmd]\n';
    const book = `book:\n  chapters:\n    - ${chapters}`;
    const files = {
      'index.qmd': '',
      'one.qmd': '{{< include parts/e.qmd >}}\n',
      'a/b.qmd': '```{r}\n#| child: ["../parts/f.qmd", "../parts/g.Rmd"]\n```\n',
      'c.md': '',
      'c.es.md': '',
      'd.Rmd': '',
      'parts/e.qmd': '',
      'parts/f.qmd': '',
      'parts/g.Rmd': '',
      'intro.qmd': 'See @knuth84 for additional discussion of literate programming.\n',
      'notes.md': '',
      '404.qmd': '',
    };
    const listed = Object.keys(files).filter((path) => path !== 'intro.qmd' && path !== 'notes.md');
    const pages = (...settings: [string, string][]): string[] =>
      documents({ ...Object.fromEntries(settings), ...files }).map((page) => page.replace('quarto ', ''));
    const project = 'project:\n  type: book\n';
    expect(pages(['_quarto.yml', project + book])).toEqual(listed.sort());
    expect(pages(['_quarto.yml', project], ['_quarto-print.yml', book])).toEqual(listed.sort());
    const all = Object.keys(files).sort();
    expect(pages(['_quarto.yml', project])).toEqual(all);
    expect(pages(['_quarto.yml', book])).toEqual(all);
    expect(
      pages(['_quarto.yml', project + book], ['_quarto-web.yml', 'project:\n  type: website\n']),
    ).toEqual(all);
  });

  test('bookdown: the children of a chunk', () => {
    const files = {
      '_bookdown.yml': '',
      'index.Rmd':
        "```{r, child=\"parts/_a.Rmd\"}\n```\n\n```{r child = c('parts/b.Rmd', 'parts/c.md')}\n```\n",
      'parts/_a.Rmd': '',
      'parts/b.Rmd': '',
      'parts/c.md': '',
      'parts/d.Rmd': '',
    };
    expect(documents(files)).toEqual(
      ['index.Rmd', 'parts/_a.Rmd', 'parts/b.Rmd', 'parts/c.md'].map((path) => `rmarkdown ${path}`),
    );
  });

  test('in a repository of software only the paper and the vignettes', () => {
    const files = {
      DESCRIPTION: 'Package: x',
      'README.md': '',
      'NEWS.md': '@handle',
      'CONTRIBUTING.md': '',
      '.github/ISSUE_TEMPLATE/bug.md': '',
      'docs/a.md': 'Use `x`',
      'inst/joss/paper.md': JOSS,
      'inst/joss/paper.bib': '',
      'inst/joss/notes.md': '',
      'inst/rmarkdown/templates/x/skeleton/skeleton.Rmd': '',
      'vignettes/a.Rmd': '',
      'tests/testthat/b.Rmd': '',
    };
    expect(documents(files).sort()).toEqual(['pandoc inst/joss/paper.md', 'rmarkdown vignettes/a.Rmd']);
  });

  test.each<[string, Files, string[]]>([
    [
      'MyST',
      { 'myst.yml': 'project:\n  exclude: [drafts/**]\n', 'drafts/x.md': '' },
      ['a.md', 'b/README.md'],
    ],
    [
      'Sphinx',
      { 'conf.py': 'extensions = ["myst_parser"]\nexclude_patterns = ["drafts"]', 'drafts/x.md': '' },
      ['a.md', 'b/README.md'],
    ],
    [
      'MyST with a README that is listed',
      { 'myst.yml': 'project:\n  toc:\n    - file: README.md\n    - file: a.md\n' },
      ['README.md', 'a.md'],
    ],
    [
      'MyST with a table of contents: what it lists, and what these pages include or export',
      {
        'myst.yml':
          'project:\n  exclude: [c/draft.md]\n  toc:\n    - file: a\n    - title: Part\n      children:\n        - pattern: c/*.md\n' +
          'site:\n  parts:\n    footer: parts/footer.md\n',
        'a.md':
          '---\nexports:\n  - format: pdf\n    article: paper.md\n---\n:::{include} parts/intro.md\n:::\n',
        'c/d.md': '',
        'c/draft.md': '',
        'c/e/f.md': '',
        'paper.md': '',
        'parts/footer.md': '',
        'parts/intro.md': '',
        'unlisted.md': '',
      },
      ['a.md', 'c/d.md', 'paper.md', 'parts/footer.md', 'parts/intro.md'],
    ],
    [
      'Jupyter Book with a README that is listed',
      { '_toc.yml': 'format: jb-book\nroot: README\nchapters:\n- file: a\n' },
      ['a.md', 'b/README.md', 'README.md'],
    ],
    ['MkDocs', { 'mkdocs.yml': 'docs_dir: b\nplugins:\n  - bibtex\n' }, ['b/README.md']],
    ['Astro', { 'astro.config.mjs': '', 'node_modules/x/a.md': '', 'dist/a.md': '' }, ['a.md']],
  ])('%s', (_, settings, expected) => {
    const files = { 'README.md': '', 'a.md': '', 'b/README.md': '', ...settings };
    expect(documents(files).map((document) => document.split(' ')[1])).toEqual(expected);
  });

  test('sites inside a site have their own', () => {
    const files = {
      'myst.yml': 'version: 1\n',
      'a.md': '',
      'examples/blog/hugo.toml': '',
      'examples/blog/content/b.md': '',
      'examples/blog/README.md': '',
      'examples/book/_quarto.yml': '',
      'examples/book/c.qmd': '',
    };
    expect(documents(files)).toEqual([
      'myst a.md',
      'hugo examples/blog/content/b.md',
      'quarto examples/book/c.qmd',
    ]);
    const [outer] = detectSites(viewOf(files));
    expect(documentsOf(outer!, Object.keys(files), viewOf(files).read)).toEqual(['a.md']);
  });

  test.each([
    ['several pages cite its entries', '# B\n\nHeaps [@floyd1964, p. 3].\n', 'pandoc:docs/text'],
    ['one page does', '# B\n\nSee [@types/node].\n', 'markdown:docs/text'],
    ['an address names one', '# B\n\n[mail](mailto:a@floyd1964)\n', 'markdown:docs/text'],
  ])('docs/bib/refs.bib beside docs/text/*.md of a program: %s', (_, second, expected) => {
    const files = {
      'pyproject.toml': '[project]\n',
      'docs/bib/refs.bib': '@book{knuth1997,\n}\n@article{floyd1964,\n}\n',
      'docs/text/01-sorting.md': '# A\n\nSorting [@knuth1997] and [@knuth1998].\n',
      'docs/text/02-heaps.md': second,
    };
    expect(dialects(files)).toEqual([expected]);
  });

  test.each<[string, Files, string | undefined]>([
    ['_quarto.yml', { '_quarto.yml': 'project:\n  type: book\nlang: de # Deutsch\n', 'a.qmd': '' }, 'de'],
    ['bookdown', { '_bookdown.yml': '', 'index.Rmd': '---\nlang: "pt-BR"\n---\n' }, 'pt-BR'],
    ['Manubot', { 'content/metadata.yaml': "title: x\nlang: 'fr'\n", 'content/01.md': '' }, 'fr'],
    ['no lang', { '_quarto.yml': 'language:\n  title: x\n', 'a.qmd': '' }, undefined],
    ['a page of R Markdown', { 'index.Rmd': '---\nlang: de\n---\n', 'b.Rmd': '' }, undefined],
  ])('lang of a site: %s', (_, files, expected) => {
    expect(detectSites(viewOf(files))[0]?.language).toBe(expected);
  });

  test('Manubot joins the numbered files and no letter to reviewers', () => {
    const files = {
      'content/metadata.yaml': 'title: x',
      'content/01.abstract.md': '',
      'content/2-methods.md': '',
      'content/response-to-reviewers.md': '',
      'content/reviews/01.first.md': '',
    };
    expect(documents(files)).toEqual(['manubot content/01.abstract.md', 'manubot content/2-methods.md']);
  });
});

test('of Quartz the notes, less what it ignores and its own manual', () => {
  const files = {
    'quartz.config.ts': 'ignorePatterns: ["private", "templates"],\n Plugin.Citations()',
    'content/a.md': '',
    'content/private/b.md': '',
    'docs/plugins/c.md': '',
  };
  expect(documents(files)).toEqual(['rehype-citation content/a.md']);
});

test('of Zensical, which follows MkDocs, the same', () => {
  const files = {
    'zensical.toml': `[project]
site_name = "Notes"
docs_dir = "pages"
[project.markdown_extensions.pymdownx.snippets]
auto_append = ["includes/notes.md"]
`,
    'includes/notes.md': '[^knuth1997]: The Art of Computer Programming.\n',
    'pages/a.md': '',
    'other/b.md': '',
  };
  const [site] = sitesWithDocuments(viewOf(files));
  expect(site?.documents).toEqual(['pages/a.md']);
  expect(site?.dialect).toMatchObject({ name: 'markdown', isMkdocs: true, appendedFootnotes: ['knuth1997'] });
});

test.each([
  ['plugins:\n  - search\n  - macros\n', true],
  ['plugins:\n  macros:\n    module_name: m\n', true],
  ['plugins: [search, macros]\n', true],
  ['plugins:\n  - search\nextra:\n  macros_used: none\n', undefined],
])('whether MkDocs runs Jinja over its pages: %j', (config, expected) => {
  const [site] = detectSites(viewOf({ 'mkdocs.yml': config, 'docs/a.md': '' }));
  expect(site?.runsJinja).toBe(expected);
});

test('of Jupyter Book the pages of its table of contents, where it is asked for these alone', () => {
  const files = {
    '_config.yml': 'title: Notes\nonly_build_toc_files: true\n',
    '_toc.yml': `format: jb-book\nroot: intro\nchapters:\n  - file: parts/a b.md\n    sections:\n      - glob: more/*\n`,
    'intro.md': '```{include} shared/c.md\n```\n',
    'parts/a b.md': '',
    'parts/old.md': '',
    'more/d.md': '',
    'shared/c.md': '',
  };
  const built = ['intro.md', 'more/d.md', 'parts/a b.md', 'shared/c.md'];
  expect(documents(files)).toEqual(built.map((path) => `sphinx ${path}`));
  expect(documents({ ...files, '_config.yml': 'title: Notes\n' })).toHaveLength(5);
});

test('of Docusaurus in website/ the pages in the folders beside it that it reads', () => {
  const config = `export default {
  presets: [['classic', { docs: { path: '../docs' }, blog: { path: path.resolve(__dirname, "../blog") } }]],
  // plugins: [['content-docs', { path: '../drafts' }]],
};
`;
  const files = {
    'website/docusaurus.config.ts': config,
    'website/src/pages/index.md': '',
    'docs/sorting.md': '',
    'docs/old/mkdocs.yml': '',
    'docs/old/docs/a.md': '',
    'blog/2024-05-01-shannon.mdx': '',
    'drafts/a.md': '',
    'other/a.md': '',
  };
  const site = sitesWithDocuments(viewOf(files)).find(({ dialect }) => dialect.root === 'website');
  expect(site?.documents).toEqual([
    'website/src/pages/index.md',
    'docs/sorting.md',
    'blog/2024-05-01-shannon.mdx',
  ]);
});

test('of MkDocs the pages in docs_dir, less exclude_docs', () => {
  const files = {
    'mkdocs.yml': 'docs_dir: pages\nexclude_docs: |\n  # parts\n  /drafts/\n  *.tmpl.md\n  !kept.tmpl.md\n',
    'pages/a.md': '',
    'pages/drafts/b.md': '',
    'pages/c/d.tmpl.md': '',
    'pages/c/drafts/e.md': '',
    'pages/kept.tmpl.md': '',
    'docs/f.md': '',
  };
  expect(documents(files)).toEqual([
    'markdown pages/a.md',
    'markdown pages/c/drafts/e.md',
    'markdown pages/kept.tmpl.md',
  ]);
});

test.each([
  ['      auto_append:\n        - notes/all.md\n      check_paths: true\n', ['knuth1997']],
  ['      auto_append: ["./notes/all.md", "abbr.md"]\n', ['knuth1997']],
  ['      base_path: notes\n', undefined],
])('notes that MkDocs appends to every page: %j', (options, expected) => {
  const files = {
    'mkdocs.yml': `markdown_extensions:\n  - pymdownx.snippets:\n${options}`,
    'docs/a.md': '',
    'includes/notes/all.md': '*[MIX]: a machine\n[^knuth1997]: The Art of Computer Programming.\n',
  };
  expect(detectSites(viewOf(files))[0]?.appendedFootnotes).toEqual(expected);
});

test("tags of a Jekyll site's plugins are known by name", () => {
  const plugin = [
    'class Note < Liquid::Block; end',
    'class Cite < Liquid::Tag; end',
    "Liquid::Template.register_tag('note', Jekyll::Note)",
    'Liquid::Template.register_tag "cite", Jekyll::Cite',
  ].join('\n');
  const scholar = "class Jekyll::Scholar::My < Liquid::Tag; end\nregister_tag('quote', My)";
  const files = {
    '_config.yml': 'plugins: []\n',
    '_plugins/a.rb': plugin,
    '_plugins/b.rb': scholar,
    'a.md': PAGE,
  };
  const [site] = detectSites(viewOf(files));
  expect(site?.shortcodes).toEqual({
    note: { name: 'note', template: '_plugins/a.rb', paired: true },
    cite: { name: 'cite', template: '_plugins/a.rb', paired: false },
  });
});

test('a plugin that has a Scholar of its own is no part of jekyll-scholar', () => {
  const plugin = [
    "require './_plugins/gtn/scholar'",
    'module Jekyll',
    '  class CiteTag < Liquid::Tag',
    '    def render(context) = Gtn::Scholar.load_bib(site)',
    '  end',
    'end',
    "Liquid::Template.register_tag('cite', Jekyll::CiteTag)",
  ].join('\n');
  const files = { '_config.yml': 'plugins: []\n', '_plugins/cite.rb': plugin, 'a.md': PAGE, 'a.bib': '' };
  expect(detectSites(viewOf(files))[0]?.shortcodes).toEqual({
    cite: { name: 'cite', template: '_plugins/cite.rb', paired: false },
  });
});

test('a tag that is made out of one of jekyll-scholar cites', () => {
  const plugin = [
    'module Jekyll',
    '  class Scholar',
    '    class CiteTTag < CiteTag; end',
    '    class YearsTag < BibliographyTag; end',
    '  end',
    'end',
    "Liquid::Template.register_tag('citet', Jekyll::Scholar::CiteTTag)",
    "Liquid::Template.register_tag('years', Jekyll::Scholar::YearsTag)",
  ].join('\n');
  const files = { '_config.yml': 'plugins: []\n', '_plugins/citet.rb': plugin, 'a.md': PAGE };
  const [site] = detectSites(viewOf(files));
  expect(Object.keys(site!.shortcodes)).toEqual(['citet', 'years']);
  expect(site!.shortcodes['citet']?.cite).toBeDefined();
  expect(site!.shortcodes['years']?.cite).toBeUndefined();
});

test('the source of a Jekyll site may be the folder itself', () => {
  for (const source of ['.', './', '""']) {
    const files = { '_config.yml': `source: ${source}\ntheme: minima\n`, '_posts/a.md': PAGE };
    expect(documents(files)).toEqual(['jekyll _posts/a.md']);
  }
});

test('Distill for R has its articles in folders of their own', () => {
  const files = {
    '_site.yml': 'output: distill::distill_article\n',
    'index.Rmd': '',
    '_posts/2024-05-01-sorting/sorting.Rmd': '',
    '_posts/2024-05-01-sorting/sorting.html': '<d-article><d-cite key="a"></d-cite></d-article>',
    '_talks/2024/merging/merging.Rmd': '',
    'drafts/a.Rmd': '',
  };
  const found = ['_posts/2024-05-01-sorting/sorting.Rmd', '_talks/2024/merging/merging.Rmd', 'index.Rmd'];
  expect(documents(files)).toEqual(found.map((path) => `rmarkdown ${path}`));
  expect(documents({ ...files, '_site.yml': 'name: x\n' })).toEqual(['rmarkdown index.Rmd']);
});

test('plugins stand in the folder that the configuration names', () => {
  const plugin = 'class Cite < Liquid::Tag; end\nLiquid::Template.register_tag(:cite, Cite)';
  const names = (config: string, path: string) => {
    const files = { '_config.yml': config, [path]: plugin, '_posts/2020-01-01-a.md': PAGE, 'a.bib': '' };
    return Object.keys(detectSites(viewOf(files))[0]!.shortcodes);
  };
  expect(names('plugins: plugins\n', 'plugins/cite.rb')).toEqual(['cite']);
  expect(names('plugins_dir: [lib/tags]\n', 'lib/tags/cite.rb')).toEqual(['cite']);
  expect(names('source: src\n', 'src/_plugins/cite.rb')).toEqual(['cite']);
  expect(names('plugins: [a]\n', 'lib/cite.rb')).toEqual([]);
});

test("without a sign of jekyll-scholar its everyday words are another plugin's", () => {
  const names = (files: Files) =>
    Object.keys(
      detectSites(viewOf({ '_config.yml': 'plugins: [a]\n', 'a.md': PAGE, ...files }))[0]!.shortcodes,
    );
  expect(names({})).toEqual(['quote', 'reference']);
  expect(names({ 'refs.bib': '' })).toEqual([]);
  expect(names({ Gemfile: 'gem "jekyll-scholar"\n' })).toEqual([]);
  expect(names({ '_config.yml': 'scholar:\n  style: apa\n' })).toEqual([]);
  expect(names({ '_config.yml': 'plugins: [jekyll/scholar]\n' })).toEqual([]);
});

test('cross-references have prefixes', () => {
  const prefixes = (files: Files) => detectSites(viewOf(files))[0]?.crossReferencePrefixes;
  expect(prefixes({ 'a.md': '[@a]' })).toContain('fig:');
  const custom = 'crossref:\n  custom:\n    - kind: float\n      key: vid\n';
  expect(prefixes({ '_quarto.yml': custom })).toEqual(expect.arrayContaining(['fig-', 'sec-', 'vid-']));
  expect(prefixes({ '_bookdown.yml': '' })).toEqual([]);
  const filters = 'filters:\n  - pandoc-crossref\n';
  expect(prefixes({ '_quarto.yml': custom + filters })).toEqual(expect.arrayContaining(['vid-', 'fig:']));
  const output = 'html_document:\n  pandoc_args: [-F, pandoc-fignos]\n';
  expect(prefixes({ '_bookdown.yml': '', '_output.yml': output })).toContain('fig:');
});

test('a broken configuration is no reason to stop', () => {
  expect(dialects({ '_config.yml': 'a: [', '_posts/a.md': PAGE })).toEqual(['jekyll:']);
  expect(dialects({ 'package.json': '{', 'hugo.toml': '= =', 'content/a.md': '' })).toEqual(['hugo:']);
  expect(
    documents({ 'hugo.toml': '[[module.mounts]]\ntarget = "content"\n= =', 'content/a.md': '' }),
  ).toEqual(['hugo content/a.md']);
});

test.each<[string, string[]]>([
  ['one site of 50,000 pages', ['hugo.toml', ...numbered(50_000, (i) => `content/s${i % 300}/p${i}.md`)]],
  [
    '2,000 sites',
    numbered(2000, (i) => `s${i}/hugo.toml`).concat(numbered(2000, (i) => `s${i}/content/a.md`)),
  ],
  ['20,000 notes', numbered(20_000, (i) => `a/s${i % 300}/p${i}.md`)],
  ['deep folders', numbered(2000, (i) => `${'d/'.repeat(i % 500)}p${i}.md`)],
])('%s are found in linear time', (_, files) => {
  const start = performance.now();
  sitesWithDocuments({ files, read: (path) => (path.endsWith('.md') ? 'Text [@knuth97]' : 'title = "x"') });
  expect(performance.now() - start).toBeLessThan(5000);
});

test.each<[string, (index: number) => boolean, string, number]>([
  ['of one mind, fifty pages speak', () => false, 'pandoc', 60],
  ['with another mind where the first are asked, the others speak too', (i) => i % 24 === 0, 'pandoc', 400],
])('for a thousand pages %s', (_, isOther, name, most) => {
  const asked = new Set<string>();
  const read = (path: string): string => {
    asked.add(path);
    return isOther(Number(/\d+/.exec(path))) ? 'Text {cite:p}`knuth97`' : 'Text [@knuth97]';
  };
  const files = numbered(1000, (i) => `p${String(i).padStart(4, '0')}.md`);
  expect(sitesWithDocuments({ files, read }).map(({ dialect }) => dialect.name)).toEqual([name]);
  expect(asked.size).toBeLessThanOrEqual(most);
});

function numbered(count: number, name: (index: number) => string): string[] {
  return Array.from({ length: count }, (_, index) => name(index));
}

describe.skipIf(!hasShared)('real repositories', () => {
  const expected: Readonly<Record<string, readonly DialectName[]>> = {
    'BetterCLI+bettercli.org': ['hugo'],
    'EmanueleGhelfi+emanueleghelfi.github.io': ['jekyll'],
    'greenelab+meta-review': ['manubot'],
    'jax-ml+scaling-book': ['jekyll', 'distill'],
    'jupyter-book+mystmd': ['myst'],
    'loup-brun+hugo-cite': ['hugo'],
    'markrussinovich+refchecker': ['pandoc'],
    'ropensci+ruODK': ['rmarkdown', 'pandoc'],
    'rstudio+bookdown': ['rmarkdown', 'rmarkdown'],
    'tidymodels+TMwR': ['rmarkdown'],
    'tompollard+phd_thesis_markdown': ['pandoc'],
  };

  test('have the dialects and documents the truth names', () => {
    const table: string[] = [];
    for (const [site, names] of Object.entries(expected)) {
      const root = shared(`corpus/sites/${site}/`);
      const view = {
        files: walk(root).map((path) => path.slice(root.length)),
        read: (path: string) => (existsSync(root + path) ? readFileSync(root + path, 'utf8') : undefined),
      };
      const found = sitesWithDocuments(view);
      const truth = JSON.parse(readFileSync(shared(`corpus/truth/${site}.json`), 'utf8')) as {
        readonly files: Readonly<Record<string, { readonly citations: readonly string[] }>>;
      };
      const own = new Set(found.flatMap((entry) => entry.documents));
      expect(found.map(({ dialect }) => dialect.name)).toEqual(names);
      const missed = Object.keys(truth.files).filter((path) => !own.has(path));
      for (const path of missed) expect(truth.files[path]?.citations).toEqual([]);
      const roots = found.map(({ dialect, documents: of }) => `${dialect.name}:${dialect.root} ${of.length}`);
      table.push(
        `${site}: ${roots.join(', ')}; of the truth ${Object.keys(truth.files).length - missed.length}, not ${missed.join(' ') || 'none'}`,
      );
    }
    console.log(table.join('\n'));
  });
});

function walk(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = folder + name;
    return statSync(path).isDirectory() ? walk(path + '/') : [path];
  });
}
