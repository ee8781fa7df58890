import ignore from 'ignore';
import type { SiteDialect } from '../../model.ts';
import { globTest } from '../../text/glob.ts';
import { below, folderOf, inside, join, nameOf, withoutExtension } from '../../text/path.ts';
import { asRecord, readYaml, stringsOf } from '../site-settings.ts';
import { isAboutRepository } from './folders.ts';
import { MKDOCS, QUARTZ } from './generators.ts';
import { hugoDocuments } from './hugo-content.ts';
import { createJekyllReader, type JekyllReader } from './jekyll-pages.ts';
import { distillPages, hasManifest, isJossPaper, looseDocuments } from './loose.ts';
import { readsNotebooks, withoutTwins } from './notebooks.ts';
import { clean } from './settings.ts';
import { openSite, type Read, type Site, type SiteFile } from './site.ts';

const MARKDOWN = /\.(?:md|markdown|mdown|mkd|mkdn)$/i;
const MARKDOWN_OR_NOTEBOOK = /\.(?:md|markdown|mdown|mkd|mkdn|ipynb)$/i;
const MARKDOWN_OR_MDX = /\.(?:md|mdx|markdown)$/i;

/**
 * The documents of a site: what its generator would print, in the order of `files`. Pages about the repository (README,
 * NEWS), outputs, templates and the sites inside the site are left out, and so is what another file is rendered to. Reads
 * the site's configuration, and for Jekyll every page, once for each `jekyll`; throws `ParserNotLoaded` until YAML is there.
 */
export function documentsOf(
  dialect: SiteDialect,
  files: readonly string[],
  read: Read,
  jekyll: JekyllReader = createJekyllReader(read),
): string[] {
  const site = openSite(dialect.root, files, read);
  const isRendered = renderedTest(files);
  const documents = isConfigured(dialect, site)
    ? [...configuredDocuments(dialect, site, jekyll), ...documentsOutside(dialect, files, read)]
    : looseOf(dialect, site, files, read, jekyll);
  return [...withoutTwins(documents.filter((path) => !isRendered(path)))];
}

/**
 * Whether a file is what another beside it is rendered to: `post.md` where `post.Rmd` stands, or on the way `post.knit.md`,
 * `post.html.md` and, of Quarto with R, `post.rmarkdown`.
 */
function renderedTest(files: readonly string[]): (path: string) => boolean {
  const sources = new Set(files.filter((path) => SOURCE.test(path)).map(withoutExtension));
  if (sources.size === 0) return () => false;
  const quarto = new Set(files.filter((path) => path.endsWith('.qmd')).map(withoutExtension));
  return (path) =>
    path.endsWith('.rmarkdown')
      ? quarto.has(withoutExtension(path))
      : sources.has(RENDERED.exec(path)?.[1] ?? '');
}

const RENDERED =
  /^(.*?)(?:\.(?:knit|utf8|html|pdf|docx|odt|epub|pptx|revealjs|beamer|latex|typst|gfm))?\.(?:md|markdown|html)$/;
const SOURCE = /\.(?:rmd|rmarkdown|qmd)$/i;

/** The configuration files of the dialects that have any; without one of them the site is a loose one. */
const CONFIGURATION: Readonly<Partial<Record<SiteDialect['name'], RegExp>>> = {
  hugo: /^(?:hugo|config)\.(?:toml|ya?ml|json)$|^config\/_default\/|^layouts\/_?shortcodes\//,
  jekyll: /^_config\.ya?ml$/,
  distill: /^_config\.ya?ml$/,
  quarto: /^_quarto\.ya?ml$/,
  rmarkdown: /^_(?:bookdown|site)\.ya?ml$/,
  myst: /^myst\.ya?ml$/,
  sphinx: /^(?:conf\.py|_config\.ya?ml|_toc\.ya?ml)$/,
  manubot: /^content\//,
  'mkdocs-bibtex': /^mkdocs\.ya?ml$/,
  'rehype-citation': /^package\.json$|^[\w.-]+\.config\.\w+$/,
  markdown:
    /^mkdocs\.ya?ml$|^zensical\.toml$|^(?:astro|next|docusaurus|eleventy|quartz)\.config\.\w+$|^\.eleventy\.js$|^pelicanconf\.py$|^book\.toml$|^make\.jl$/,
};

function isConfigured({ name }: SiteDialect, { files }: Site): boolean {
  const pattern = CONFIGURATION[name];
  return pattern !== undefined && files.some(({ relative }) => pattern.test(relative));
}

function configuredDocuments(dialect: SiteDialect, site: Site, jekyll: JekyllReader): string[] {
  switch (dialect.name) {
    case 'hugo':
      return hugoDocuments(site);
    case 'jekyll':
    case 'distill':
      return jekyll.pages(site).filter((path) => jekyll.kindOf(path) === dialect.name);
    case 'quarto':
      return quartoDocuments(site);
    case 'rmarkdown':
      return rmarkdownDocuments(site);
    case 'myst':
      return mystDocuments(site);
    case 'sphinx':
      return sphinxDocuments(site);
    case 'manubot':
      return site.files.filter(({ relative }) => MANUSCRIPT.test(relative)).map(({ path }) => path);
    case 'mkdocs-bibtex':
      return mkdocsDocuments(site);
    default:
      if (MKDOCS.some((name) => site.has(name))) return mkdocsDocuments(site);
      return QUARTZ.some((name) => site.has(name))
        ? quartzDocuments(site)
        : pages(site, MARKDOWN_OR_MDX, []).filter((path) => !isAboutRepository(path));
  }
}

/** The pages in the folders beside a site that its configuration names. */
function documentsOutside(dialect: SiteDialect, files: readonly string[], read: Read): string[] {
  return foldersOutside(dialect, read).flatMap((folder) =>
    pages(openSite(folder, files, read), MARKDOWN_OR_MDX, []).filter((path) => !isAboutRepository(path)),
  );
}

/** Docusaurus in `website/` prints the pages of `../docs` where its configuration says so. */
export function foldersOutside({ name, root }: SiteDialect, read: Read): string[] {
  if (root === '' || (name !== 'markdown' && name !== 'rehype-citation')) return [];
  const code = DOCUSAURUS.map((file) => read(below(root, file)) ?? '').join('\n');
  const written = code.replace(COMMENT_LINE, '').matchAll(PATH_OUTSIDE);
  const folders = [...written].map(([, path = '']) => join(root, path));
  return [...new Set(folders)].filter((folder) => folder !== '' && !folder.startsWith('..'));
}

const DOCUSAURUS = ['js', 'ts', 'mjs', 'mts', 'cjs'].map((extension) => `docusaurus.config.${extension}`);

const COMMENT_LINE = /^[ \t]{0,99}(?:\/\/|\*).*$/gm;

/** `path: '../docs'`, or what is made of that. */
const PATH_OUTSIDE = /\bpath: (?:[\w.]+\(__dirname, )?["'](\.\.\/[^"'\n]+)["']/g;

/** Without a configuration file; a paper in a repository of something else is its only document. */
function looseOf(
  dialect: SiteDialect,
  site: Site,
  files: readonly string[],
  read: Read,
  jekyll: JekyllReader,
): string[] {
  const { name, root } = dialect;
  const paths = site.files.map(({ path }) => path);
  const isPaper = name === 'pandoc' && site.has('paper.md');
  if (isPaper && (isJossPaper(site.read('paper.md')) || hasManifest(new Set(files))))
    return [below(root, 'paper.md')];
  if (name === 'jekyll') return jekyll.pages(site).filter((path) => jekyll.kindOf(path) !== 'static');
  const texts = looseDocuments(name, root, paths);
  if (name !== 'distill') return texts;
  // Beside a page in HTML, Markdown is written for Distill only where it shows that itself.
  const areForDistill = texts.some((path) => /<d-cite\b/.test(read(path) ?? ''));
  return [...(areForDistill ? texts : []), ...distillPages(paths, read)];
}

/** The documents of a folder of the site, less what the configuration excludes, in the manner of a `.gitignore`. */
function pages(site: Site, pattern: RegExp, excluded: readonly string[], folder = ''): string[] {
  const rules = ignore({ allowRelativePaths: true }).add([...excluded]);
  return site.files.flatMap(({ path, relative }) => {
    const isPage = pattern.test(relative) && inside(folder, relative) !== undefined;
    if (!isPage || rules.ignores(relative)) return [];
    return isAboutRepository(path) && folderOf(path) === '' ? [] : [path];
  });
}

/** `manubot process` joins `content/[0-9]*.md`; the letters to reviewers that lie beside them quote what they like. */
const MANUSCRIPT = /^content\/[0-9][^/]*\.md$/;

const IN_TABLE = /^[ \t-]*(?:file|root):[ \t]*["']?([^\s"'#]+)/gm;

/** The documents, with pages about the repository that the table of contents lists: there `README.md` is a chapter. */
function withListed(documents: readonly string[], site: Site, table: string): string[] {
  const listed = [...site.read(table).matchAll(IN_TABLE)].map(([, name = '']) => name.replace(/^\.\//, ''));
  const names = new Set(listed.flatMap((name) => [name, `${name}.md`]));
  const added = site.files.filter(({ path, relative }) => isAboutRepository(path) && names.has(relative));
  return [...new Set([...documents, ...added.map(({ path }) => path)])];
}

/** Sphinx prints all pages it finds; of Jupyter Book it can be asked to print those of the table of contents alone. */
function sphinxDocuments(site: Site): string[] {
  const printed = readsNotebooks('sphinx', site.read('conf.py')) ? MARKDOWN_OR_NOTEBOOK : MARKDOWN;
  const all = withListed(pages(site, printed, sphinxExcludes(site)), site, '_toc.yml');
  if (readYaml(site.read('_config.yml'))['only_build_toc_files'] !== true) return all;
  const listed = [...site.read('_toc.yml').matchAll(BOOK_ENTRY)].map(([, name = '']) => clean(name));
  if (listed.length === 0) return all;
  const names = new Set(listed);
  const patterns = listed.filter((name) => name.includes('*')).map(globTest);
  const known = new Set(all);
  const sources = site.files.filter(({ path }) => known.has(path));
  const built = sources.filter(({ relative }) => {
    const name = withoutExtension(relative);
    return names.has(name) || names.has(relative) || patterns.some((test) => test(name) || test(relative));
  });
  return withIncluded(built, sources, site, NAMED_PAGE).map(({ path }) => path);
}

const BOOK_ENTRY = /^[ \t-]*(?:file|root|glob):[ \t]*["']?([^"'\n\r#]+)/gm;

/**
 * mystmd builds what `project.toc` lists, and every page where there is none. What a page includes or exports, and the parts
 * that the configuration names, are printed as well.
 */
function mystDocuments(site: Site): string[] {
  const text = site.read('myst.yml');
  const project = asRecord(readYaml(text)['project']);
  const excluded = stringsOf(project['exclude']);
  const { toc } = project;
  if (!Array.isArray(toc) || toc.length === 0) return pages(site, MARKDOWN_OR_NOTEBOOK, excluded);
  const entries = entriesOf(toc);
  const named = new Set(
    [
      ...entries.flatMap(({ file }) => stringsOf(file)),
      ...[...text.matchAll(NAMED_PAGE)].map(([, name]) => name!),
    ].map(clean),
  );
  const patterns = entries.flatMap(({ pattern }) => stringsOf(pattern)).map((glob) => globTest(clean(glob)));
  const isExcluded = ignore({ allowRelativePaths: true }).add(excluded);
  const sources = site.files.filter(({ relative }) => MARKDOWN_OR_NOTEBOOK.test(relative));
  const built = sources.filter(
    ({ relative }) =>
      named.has(relative) ||
      named.has(withoutExtension(relative)) ||
      (patterns.some((test) => test(relative)) && !isExcluded.ignores(relative)),
  );
  return withIncluded(built, sources, site, NAMED_PAGE).map(({ path }) => path);
}

/** The entries of a table of contents with those below them. */
function entriesOf(toc: readonly unknown[]): Record<string, unknown>[] {
  return toc.map(asRecord).flatMap((entry) => {
    const { children } = entry;
    return Array.isArray(children) ? [entry, ...entriesOf(children)] : [entry];
  });
}

/** `{include} parts/intro.md`, and a file as the value of a field or in a list: `article: paper.md`. */
const NAMED_PAGE =
  /(?:\{include\}[ \t]{1,9}|^[ \t-]{0,40}(?:[\w-]{1,40}:[ \t]{1,9})?["']?)([^\s"'`]{1,200}\.md)\b/gm;

const QUARTO_SOURCE = /\.(?:qmd|rmd|rmarkdown|md|ipynb)$/i;

/**
 * Quarto prints what `project.render` matches, or all it can read, of a book the chapters it lists; a partial
 * (`_intro.qmd`) is part of another page, and so is whatever a page includes.
 */
function quartoDocuments(site: Site): string[] {
  const settings = readYaml(site.read('_quarto.yml') || site.read('_quarto.yaml'));
  const project = asRecord(settings['project']);
  const render = stringsOf(project['render']);
  const [output = ''] = stringsOf(project['output-dir']).map(clean);
  const printed = ignore({ allowRelativePaths: true }).add(render.filter((rule) => !rule.startsWith('!')));
  const negated = render.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1));
  const skipped = ignore({ allowRelativePaths: true }).add(negated);
  const chapters = chaptersOf(site);
  const isListed = (path: string): boolean => chapters.has(path) || chapters.has(withoutLanguage(path));
  const isPrinted = (path: string): boolean =>
    (chapters.size > 0 && isListed(path)) ||
    ((render.length === negated.length ? chapters.size === 0 : printed.ignores(path)) &&
      !skipped.ignores(path));
  const sources = site.files.filter(
    ({ path, relative }) => QUARTO_SOURCE.test(relative) && !isAboutRepository(path),
  );
  const pages = sources.filter(({ relative }) => {
    if (/(?:^|\/)_[^/]*\//.test(relative)) return false;
    if (output !== '' && inside(output, relative) !== undefined) return false;
    return nameOf(relative).startsWith('_') ? /\.qmd$/i.test(relative) : isPrinted(relative);
  });
  return withIncluded(pages, sources, site, INCLUDE, CHILD).map(({ path }) => path);
}

/** The pages that a book of Quarto is made of in any of its profiles; none where it is no book, or does not list them. */
function chaptersOf(site: Site): ReadonlySet<string> {
  const profiles = site.files
    .filter(({ relative }) => /^_quarto(?:-[\w.-]+)?\.ya?ml$/.test(relative))
    .map(({ relative }) => readYaml(site.read(relative)));
  const types = profiles.flatMap(({ project }) => stringsOf(asRecord(project)['type']));
  if (types.length === 0 || types.some((type) => type !== 'book')) return new Set();
  const listed = profiles.flatMap(({ book }) => pagesIn(book)).map(clean);
  return new Set(listed.length === 0 ? [] : [...listed, '404.qmd', '404.md']);
}

/** `{ part: a.qmd, chapters: [b.qmd, { file: c.qmd }] }`, however deep. */
function pagesIn(value: unknown): string[] {
  if (typeof value === 'string') return QUARTO_SOURCE.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pagesIn) : [];
}

/** `intro.es.qmd` is what babelquarto prints for `intro.qmd` in the Spanish book. */
const withoutLanguage = (path: string): string =>
  path.replace(/\.[a-z]{2,3}(?:-[A-Za-z]{2,4})?(?=\.\w+$)/, '');

/** `{{< include _intro.md >}}` of Quarto. */
const INCLUDE = /\{\{<\s{0,9}include\s{1,9}["']?([^\s"'<>]{1,200})["']?\s{0,9}>\}\}/g;

/** `child="parts/intro.Rmd"` among the options of a chunk, or several in `c(…)`; `#| child: intro.qmd` below its fence. */
const CHILD =
  /(?:\bchild\s{0,9}=\s{0,9}(?=c\(|["'])|^#\|[ \t]{0,9}child:)((?:[ \t]{0,9}c\(\s{0,9})?[^)}\n]{1,500})/gm;

/** The pages with those of the other sources that they name, and that these name in turn. */
function withIncluded(
  pages: readonly SiteFile[],
  sources: readonly SiteFile[],
  site: Site,
  ...naming: readonly RegExp[]
): readonly SiteFile[] {
  const found = new Set(pages);
  const others = new Map(sources.map((file) => [file.relative, file]));
  for (const page of pages) others.delete(page.relative);
  if (others.size === 0) return pages;
  // A set hands out what is added to it while it is walked through.
  for (const { relative } of found) {
    const text = site.read(relative);
    for (const [, named = ''] of naming.flatMap((pattern) => [...text.matchAll(pattern)])) {
      const names = named.split(/["'\s,()[\]]+/).filter((name) => name.includes('.'));
      for (const name of names) {
        const included = others.get(join(folderOf(relative), name)) ?? others.get(clean(name));
        if (included !== undefined) found.add(included);
      }
    }
  }
  return sources.filter((file) => found.has(file));
}

const R_MARKDOWN = /\.rmd$/i;

/** Distill for R has a folder for each article of a collection: `_posts/2024-05-01-sorting/sorting.Rmd`. */
const COLLECTED = /^_[^/]+\/(?:[^/]+\/)?[^/]+\/[^/_][^/]*\.rmd$/i;

/**
 * bookdown reads `rmd_files`, or every .Rmd beside its configuration (below it, too, with `rmd_subdir`) less the one it
 * joins them in; knitr knits the children that a chunk names.
 */
function rmarkdownDocuments(site: Site): string[] {
  const settings = readYaml(site.read('_bookdown.yml') || site.read('_bookdown.yaml'));
  const listed = settings['rmd_files'];
  const chapters = Array.isArray(listed)
    ? stringsOf(listed)
    : Object.values(asRecord(listed)).flatMap(stringsOf);
  const names = new Set(['index.Rmd', ...chapters.map(clean)]);
  const folders = settings['rmd_subdir'];
  const isBook = site.has('_bookdown.yml');
  const isDistill = /\bdistill\b/.test(site.read('_site.yml') + site.read('index.Rmd'));
  const merged = `${String(settings['book_filename'] ?? '_main')}.rmd`.toLowerCase();
  const sources = site.files.filter(
    ({ path, relative }) =>
      (R_MARKDOWN.test(relative) || MARKDOWN.test(relative)) &&
      !isAboutRepository(path) &&
      relative.toLowerCase() !== merged,
  );
  const pages = sources.filter(({ relative }) => {
    if (chapters.length > 0) return names.has(relative);
    if (isDistill && COLLECTED.test(relative)) return true;
    const isRead =
      folderOf(relative) === '' ||
      folders === true ||
      stringsOf(folders).some((name) => inside(clean(name), relative) !== undefined);
    return isRead && (R_MARKDOWN.test(relative) || !isBook) && !nameOf(relative).startsWith('_');
  });
  return withIncluded(pages, sources, site, CHILD).map(({ path }) => path);
}

function sphinxExcludes(site: Site): string[] {
  const list =
    /^exclude_patterns[ \t]{0,9}\+?=[ \t]{0,9}\[([^\]]{0,5000})\]/m.exec(site.read('conf.py'))?.[1] ?? '';
  const fromPython = [...list.matchAll(/["']([^"']+)["']/g)].map((match) => match[1]!);
  const settings = readYaml(site.read('_config.yml'));
  return [...fromPython, ...stringsOf(settings['exclude_patterns'])];
}

/** Quartz prints the notes in `content` less its `ignorePatterns`; its own manual lies beside them in every copy of it. */
function quartzDocuments(site: Site): string[] {
  const code = QUARTZ.map((name) => site.read(name)).join('\n');
  const list = /\bignorePatterns\s{0,9}:\s{0,9}\[([^\]]{0,5000})\]/.exec(code)?.[1] ?? '';
  const excluded = [...list.matchAll(/["']([^"'\n]+)["']/g)].map((match) => match[1]!);
  const notes = pages(site, MARKDOWN, excluded, 'content');
  return notes.length > 0 ? notes : pages(site, MARKDOWN, excluded);
}

function mkdocsDocuments(site: Site): string[] {
  const text = MKDOCS.map((name) => site.read(name)).find((config) => config !== '') ?? '';
  const folder = /^docs_dir[ \t]*[:=][ \t]*["']?([^"'\n\r#]+)/m.exec(text)?.[1];
  const docs = folder === undefined ? 'docs' : clean(folder);
  const excluded = readYaml(text)['exclude_docs'];
  const rules = typeof excluded === 'string' ? excluded.split('\n').map((rule) => anchored(rule, docs)) : [];
  return pages(site, MARKDOWN, rules, docs);
}

/** A line of a `.gitignore` for one folder as the folder above would have it: with a slash inside, it begins there. */
function anchored(rule: string, folder: string): string {
  const [, not = '', pattern = ''] = /^(!?)(.*)$/.exec(rule.trim())!;
  return /\/./.test(pattern) ? not + below(folder, pattern.replace(/^\//, '')) : not + pattern;
}
