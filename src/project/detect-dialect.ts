import type { DialectName, SiteDialect } from '../model.ts';
import { once } from '../text/once.ts';
import { documentsOf, foldersOutside } from './detect-documents.ts';
import {
  below,
  type Folder,
  filesBelow,
  indexFolders,
  inherited,
  inside,
  isForeign,
  type SiteView,
} from './detect-folders.ts';
import { candidateOf, generatorSigns, MKDOCS, QUARTZ, type Sign } from './detect-generators.ts';
import { createJekyllReader, type JekyllReader } from './detect-jekyll-pages.ts';
import { jekyllTags, keyFields, listInTemplates } from './detect-jekyll-tags.ts';
import { findLooseSites } from './detect-loose.ts';
import { asRecord, clean, strings } from './detect-settings.ts';
import { openSite } from './detect-site.ts';
import { readYaml } from './site-bibliographies.ts';

export { documentsOf } from './detect-documents.ts';
export type { SiteView } from './detect-folders.ts';

/** A site with the documents that are its own. */
export interface SiteWithDocuments {
  readonly dialect: SiteDialect;
  readonly documents: readonly string[];
}

/**
 * Every site of a project with its dialect and the reason for it. A site above comes before the sites below it, and where
 * two claim one document the later is right. A Jekyll site whose pages are partly written for Distill is listed twice.
 * Throws `ParserNotLoaded` where a configuration is YAML and `loadParser('yaml')` has not been called.
 */
export function detectSites(view: SiteView): SiteDialect[] {
  return detect(view, jekyllReader(view));
}

/** The sites with their documents, each document in one site only; what both need of a page is read once. */
export function sitesWithDocuments(view: SiteView): SiteWithDocuments[] {
  const jekyll = jekyllReader(view);
  const claimed = new Set<string>();
  const read = (path: string): string | undefined => view.read(path);
  const sorted = [...view.files].sort();
  const topLevel = sorted.filter((path) => !path.includes('/'));
  const sites = detect(view, jekyll)
    .reverse()
    .map((dialect) => {
      const readsAll = dialect.root === '' || foldersOutside(dialect, read).length > 0;
      const files = readsAll ? sorted : [...topLevel, ...filesBelow(sorted, dialect.root)];
      const documents = documentsOf(dialect, files, read, jekyll).filter((path) => !claimed.has(path));
      for (const path of documents) claimed.add(path);
      return { dialect, documents };
    });
  return sites.reverse();
}

function jekyllReader(view: SiteView): JekyllReader {
  return createJekyllReader((path) => view.read(path));
}

function detect(view: SiteView, jekyll: JekyllReader): SiteDialect[] {
  const folders = indexFolders(view.files);
  const configured = [...folders.values()].flatMap((folder) => findConfigured(folder, folders, view));
  const names = new Map<string, DialectName[]>();
  for (const { root, name } of configured) names.set(root, [...(names.get(root) ?? []), name]);
  const sites = configured.flatMap((site) =>
    site.name === 'jekyll' ? splitDistill(site, view, jekyll) : [site],
  );
  const resolvesIdentifiers = filterTest(view, folders);
  const notes = view.files.filter((path) => NOTE_ON_A_WORK.test(path));
  const loose = findLooseSites({ view, folders, sites: names }).map((found) => siteOf(found, found.root));
  return [...sites, ...loose]
    .map((site) => (hasUnreadPages(site, view) ? { ...site, hasUnreadPages: true as const } : site))
    .map((site) => withMkdocs(site, view))
    .map((site) => (hasWikiLinks(site, notes, folders) ? { ...site, hasWikiLinks: true as const } : site))
    .map((site) => (resolvesIdentifiers(site) ? { ...site, resolvesIdentifiers: true as const } : site))
    .map((site) => withTags(site, view))
    .map((site) => withLanguage(site, view))
    .map((site) => ({ ...site, crossReferencePrefixes: crossReferencePrefixes(site, view) }))
    .sort((a, b) => depthOf(a.root) - depthOf(b.root));
}

function findConfigured(folder: Folder, folders: ReadonlyMap<string, Folder>, view: SiteView): SiteDialect[] {
  if (isForeign(folder.path)) return [];
  const candidate = candidateOf(folder, folders, view);
  return generatorSigns.flatMap((sign) => {
    const found = sign(candidate);
    return found === undefined ? [] : [siteOf(found, folder.path)];
  });
}

function siteOf({ name, reason }: Sign, root: string): SiteDialect {
  return { name, root, reason, shortcodes: {}, shortcodesComplete: false, crossReferencePrefixes: [] };
}

function depthOf(root: string): number {
  return root === '' ? 0 : root.split('/').length;
}

/** Pages with `<d-cite>` or `layout: distill` are read as Distill, the others as Jekyll; both through Liquid. */
function splitDistill(site: SiteDialect, view: SiteView, reader: JekyllReader): SiteDialect[] {
  const shortcodes = jekyllTags(site.root, view);
  const list = listInTemplates(site.root, view, shortcodes);
  const fields = keyFields(site.root, view);
  const jekyll = {
    ...site,
    shortcodes,
    ...(list === undefined ? {} : { listInTemplates: list }),
    ...(fields.length === 0 ? {} : { keyFields: fields }),
  };
  const pages = reader.pages(openSite(site.root, view.files, (path) => view.read(path)));
  const distill = pages.find((path) => reader.kindOf(path) === 'distill');
  if (distill === undefined) return [jekyll];
  const reason = `${distill} is written for the Distill template`;
  const isMixed = pages.some((path) => reader.kindOf(path) === 'jekyll');
  const page = { ...jekyll, name: 'distill', reason } as const;
  return isMixed ? [jekyll, page] : [page];
}

const QUARTO_PREFIXES = [
  ...[
    'fig',
    'tbl',
    'lst',
    'tip',
    'nte',
    'wrn',
    'imp',
    'cau',
    'thm',
    'lem',
    'cor',
    'prp',
    'cnj',
    'def',
    'exm',
  ],
  ...['exr', 'sol', 'rem', 'alg', 'eq', 'sec'],
].map((prefix) => prefix + '-');

/** pandoc-crossref's, which Manubot and thesis templates use; what Pandoc alone would cite under them exists nowhere. */
const CROSSREF_PREFIXES = ['fig:', 'tbl:', 'eq:', 'sec:', 'lst:'];

/** With these mystmd's documentation begins its labels. */
const MYST_PREFIXES = ['fig', 'tbl', 'tab', 'table', 'eq', 'sec', 'code', 'lst', 'alg', 'thm', 'nb'].flatMap(
  (name) => [`${name}:`, `${name}-`, `${name}_`],
);

/** What the engines print besides the Markdown that is read here. */
const UNREAD: Readonly<Partial<Record<DialectName, RegExp>>> = {
  myst: /\.(?:ipynb|tex)$/i,
  sphinx: /\.(?:ipynb|rst)$/i,
  quarto: /\.ipynb$/i,
  'mkdocs-bibtex': /\.ipynb$/i,
};

/** Extensions of Sphinx that print the docstrings of a program. */
const DOCSTRINGS = /\b(?:autodoc2?|autosummary|autoapi|numpydoc|napoleon|sphinx_gallery)\b/;

function hasUnreadPages({ name, root }: SiteDialect, view: SiteView): boolean {
  const pattern = UNREAD[name];
  if (pattern === undefined) return false;
  if (name === 'sphinx' && DOCSTRINGS.test(view.read(below(root, 'conf.py')) ?? '')) return true;
  return view.files.some((path) => pattern.test(path) && inside(root, path) !== undefined);
}

/** Before it read `[@tag:flow]: doi:…` in the text, Manubot had a table of tags, and reads it still. */
function withTags(site: SiteDialect, view: SiteView): SiteDialect {
  const table =
    site.name === 'manubot' ? view.read(below(site.root, 'content/citation-tags.tsv')) : undefined;
  if (table === undefined) return site;
  const [, ...lines] = table.split(/\r?\n/);
  const tags = lines.flatMap((line) => {
    const tag = line.split('\t')[0]!.trim();
    return tag === '' ? [] : [`tag:${tag}`];
  });
  return { ...site, tags };
}

/** Where the `lang` of all pages stands: bookdown joins the chapters behind the front matter of the first. */
const LANGUAGE_IN: Readonly<Partial<Record<DialectName, readonly string[]>>> = {
  quarto: ['_quarto.yml', '_quarto.yaml'],
  manubot: ['content/metadata.yaml', 'content/metadata.yml'],
  rmarkdown: ['index.Rmd'],
};
const LANGUAGE = /^lang:[ \t]{1,20}["']?([a-z]{2,3}(?:[-_][a-z]{2,8})?)["']?[ \t\r]*(?:#.*)?$/im;

function withLanguage(site: SiteDialect, view: SiteView): SiteDialect {
  const { name, root } = site;
  const isBook = name !== 'rmarkdown' || view.read(below(root, '_bookdown.yml')) !== undefined;
  const files = isBook ? (LANGUAGE_IN[name] ?? []) : [];
  const settings = files.map((file) => view.read(below(root, file))).find((text) => text !== undefined);
  const language = LANGUAGE.exec(settings ?? '')?.[1];
  return language === undefined ? site : { ...site, language };
}

/** The note on a work as Obsidian's plugins name it: `literature/@knuth84.md`. */
const NOTE_ON_A_WORK = /(?:^|\/)@[^/]+\.md$/;

/** Whether the pages are notes of Obsidian: one on a work stands among them, or Quartz prints them. */
function hasWikiLinks(
  { name, root }: SiteDialect,
  notes: readonly string[],
  folders: ReadonlyMap<string, Folder>,
): boolean {
  if (name === 'rehype-citation' && QUARTZ.some((file) => folders.get(root)?.files.has(file))) return true;
  if (name !== 'pandoc' && name !== 'rehype-citation') return false;
  return notes.some((path) => inside(root, path) !== undefined);
}

/** What the configuration of MkDocs does to the pages before and after they are Markdown. */
function withMkdocs(site: SiteDialect, view: SiteView): SiteDialect {
  if (site.name !== 'mkdocs-bibtex' && site.name !== 'markdown') return site;
  const config = MKDOCS.map((file) => view.read(below(site.root, file)) ?? '').join('');
  if (config === '') return site;
  const appendedFootnotes = footnotesAppended(config, site, view);
  return {
    ...site,
    isMkdocs: true,
    ...(appendedFootnotes.length > 0 && { appendedFootnotes }),
    ...(runsJinja(config) && { runsJinja: true as const }),
  };
}

/** The labels of the notes in the files that `pymdownx.snippets` appends; they lie below any of its `base_path`. */
function footnotesAppended(config: string, { root }: SiteDialect, view: SiteView): string[] {
  if (!config.includes('auto_append')) return [];
  const extensions = readYaml(config)['markdown_extensions'];
  const inYaml: unknown[] = Array.isArray(extensions) ? extensions : [extensions];
  const appended = inYaml.flatMap((each) =>
    strings(asRecord(asRecord(each)['pymdownx.snippets'])['auto_append']),
  );
  // Zensical: `auto_append = ["includes/notes.md"]`.
  const list = config.split(/\bauto_append[ \t]{0,9}=/)[1]?.split(/[[\]]/)[1] ?? '';
  const inToml = Array.from(list.matchAll(TOML_STRING), ([quoted]) => quoted.slice(1, -1));
  return [...appended, ...inToml]
    .map(clean)
    .flatMap((name) =>
      view.files
        .filter((path) => inside(root, path) !== undefined && `/${path}`.endsWith(`/${name}`))
        .flatMap((path) => [...(view.read(path) ?? '').matchAll(FOOTNOTE)].map(([, label]) => label!)),
    );
}

const TOML_STRING = /"[^"\n]*"|'[^'\n]*'/g;

const FOOTNOTE = /^\[\^([^[\]\n]{1,200})\]:/gm;

/** Whether `mkdocs.yml` names the plugin `macros`, with the delimiters that Jinja has of itself. */
function runsJinja(config: string): boolean {
  return (MACROS.test(config) || MACROS_IN_LIST.test(config)) && !OWN_DELIMITERS.test(config);
}

const MACROS = /^[ \t]{0,20}(?:-[ \t]{1,9})?["']?macros["']?[ \t]{0,9}(?:[:#]|$)/m;
const MACROS_IN_LIST = /^plugins:[ \t]{0,9}\[[^[\]]*\bmacros\b/m;
const OWN_DELIMITERS = /^[ \t]*j2_\w+_start_string[ \t]*:/m;

/** Filters of Pandoc that ask a service for what a key identifies, as files of the project or by name where it is built. */
const RESOLVING = /manubot[-_]cite|doi2cite|url2cite/;
const BUILT_BY =
  /^(?:(?:GNU)?[Mm]akefile|[Jj]ustfile|package\.json|_quarto\.ya?ml|(?:defaults?|meta(?:data)?|pandoc)[\w.-]{0,40}\.ya?ml|[\w-]{1,40}\.sh)$/;
const TAKES_FILTERS: ReadonlySet<DialectName> = new Set(['pandoc', 'quarto', 'rmarkdown']);

/** Whether such a filter runs on the pages of a site; each folder and the names of the files are looked through once. */
function filterTest(view: SiteView, folders: ReadonlyMap<string, Folder>): (site: SiteDialect) => boolean {
  const hasFilter = once(() => view.files.some((path) => RESOLVING.test(path)));
  const isNamedIn = inherited<boolean>((path, above) => {
    const names = [...(folders.get(path)?.files ?? [])].filter((name) => BUILT_BY.test(name));
    return above === true || names.some((name) => RESOLVING.test(view.read(below(path, name)) ?? ''));
  });
  return ({ name, root }) => TAKES_FILTERS.has(name) && (hasFilter() || isNamedIn(root));
}

function crossReferencePrefixes(site: SiteDialect, view: SiteView): readonly string[] {
  const { name, root } = site;
  if (name === 'pandoc' || name === 'manubot') return CROSSREF_PREFIXES;
  if (name === 'myst') return site.hasUnreadPages ? MYST_PREFIXES : [];
  if (name !== 'quarto') return [];
  const settings = ['_quarto.yml', '_quarto.yaml'].map((file) => view.read(below(root, file))).join('\n');
  if (!/^[ \t]*custom[ \t]*:/m.test(settings)) return QUARTO_PREFIXES;
  return [...QUARTO_PREFIXES, ...customPrefixes(settings)];
}

/** `crossref.custom[].key` of `_quarto.yml`. */
function customPrefixes(settings: string): string[] {
  const crossref = readYaml(settings)['crossref'] as { readonly custom?: unknown } | undefined;
  const custom: unknown = crossref?.custom;
  if (!Array.isArray(custom)) return [];
  return custom.flatMap((entry: { readonly key?: unknown } | null) =>
    typeof entry?.key === 'string' ? [entry.key + '-'] : [],
  );
}
