import type { DialectName, SiteDialect } from '../model.ts';
import {
  crossReferencesOf,
  NUMBERING_FILTERS,
  NUMBERS_EXAMPLES,
  OF_NUMBERING_FILTERS,
} from '../scan/dialects/pandoc-cross-references.ts';
import { once } from '../text/once.ts';
import { below, folderOf, inside } from '../text/path.ts';
import { isHexoConfig } from './detect/config-yml-sites.ts';
import { type Folder, inherited, type SiteView } from './detect/folders.ts';
import { QUARTZ } from './detect/framework-sites.ts';
import { MKDOCS } from './detect/generators.ts';
import { ZOLA_KEY } from './detect/hugo-sites.ts';
import { readsNotebooks } from './detect/notebooks.ts';
import { clean } from './detect/settings.ts';
import { asRecord, readYaml, stringsOf } from './site-settings.ts';

/**
 * Makes a function that adds to a site what its own files say beyond the dialect: what nobody reads of it, what runs over
 * its pages before and after they are Markdown, in which language they are, and what its cross-references begin with.
 */
export function siteTraits(
  view: SiteView,
  folders: ReadonlyMap<string, Folder>,
): (site: SiteDialect) => SiteDialect {
  const resolvesIdentifiers = filterTest(RESOLVING, view, folders);
  const numbersExamples = filterTest(NUMBERS_EXAMPLES, view, folders);
  const notes = view.files.filter((path) => NOTE_ON_A_WORK.test(path));
  return (plain) => {
    const site: SiteDialect = {
      ...plain,
      ...(hasUnreadPages(plain, view) && { hasUnreadPages: true as const }),
      ...mkdocsTraits(plain, view),
      ...(isHexo(plain, view) && { isHexo: true as const }),
      ...(leavesAddresses(plain, view) && { leavesAddresses: true as const }),
      ...(hasWikiLinks(plain, notes, folders) && { hasWikiLinks: true as const }),
      ...(joinsPages(plain, view) && { joinsPages: true as const }),
      ...(resolvesIdentifiers(plain) && { resolvesIdentifiers: true as const }),
      ...(numbersExamples(plain) && { numbersExamples: true as const }),
      ...manubotTags(plain, view),
      ...languageOf(plain, view),
    };
    return { ...site, crossReferencePrefixes: crossReferencePrefixes(site, view) };
  };
}

/** With these mystmd's documentation begins its labels. */
const MYST_PREFIXES = ['fig', 'tbl', 'tab', 'table', 'eq', 'sec', 'code', 'lst', 'alg', 'thm', 'nb'].flatMap(
  (name) => [`${name}:`, `${name}-`, `${name}_`],
);

/** What the engines print besides the Markdown that is read here. */
const UNREAD: Readonly<Partial<Record<DialectName, RegExp>>> = {
  myst: /\.tex$/i,
  sphinx: /\.rst$/i,
  'mkdocs-bibtex': /\.ipynb$/i,
};
const UNREAD_IN_SPHINX = /\.(?:ipynb|rst)$/i;

/** Extensions of Sphinx that print the docstrings of a program. */
const DOCSTRINGS = /\b(?:autodoc2?|autosummary|autoapi|numpydoc|napoleon|sphinx_gallery)\b/;

function hasUnreadPages({ name, root }: SiteDialect, view: SiteView): boolean {
  // Documenter prints the docstrings of a package, and pages that Literate makes of scripts.
  if (name === 'documenter')
    return view.files.some((path) => path.endsWith('.jl') && folderOf(path) !== root);
  const settings = name === 'sphinx' ? (view.read(below(root, 'conf.py')) ?? '') : '';
  const pattern = name === 'sphinx' && !readsNotebooks(name, settings) ? UNREAD_IN_SPHINX : UNREAD[name];
  if (pattern === undefined) return false;
  if (DOCSTRINGS.test(settings)) return true;
  return view.files.some((path) => pattern.test(path) && inside(root, path) !== undefined);
}

/** Before it read `[@tag:flow]: doi:…` in the text, Manubot had a table of tags, and reads it still. */
function manubotTags(site: SiteDialect, view: SiteView): Pick<SiteDialect, 'tags'> {
  const table =
    site.name === 'manubot' ? view.read(below(site.root, 'content/citation-tags.tsv')) : undefined;
  if (table === undefined) return {};
  const [, ...lines] = table.split(/\r?\n/);
  const tags = lines.flatMap((line) => {
    const tag = line.split('\t')[0]!.trim();
    return tag === '' ? [] : [`tag:${tag}`];
  });
  return { tags };
}

/** Where the `lang` of all pages stands: bookdown joins the chapters behind the front matter of the first. */
const LANGUAGE_IN: Readonly<Partial<Record<DialectName, readonly string[]>>> = {
  quarto: ['_quarto.yml', '_quarto.yaml'],
  manubot: ['content/metadata.yaml', 'content/metadata.yml'],
  rmarkdown: ['index.Rmd'],
};
const LANGUAGE = /^lang:[ \t]{1,20}["']?([a-z]{2,3}(?:[-_][a-z]{2,8})?)["']?[ \t\r]*(?:#.*)?$/im;

function languageOf({ name, root }: SiteDialect, view: SiteView): Pick<SiteDialect, 'language'> {
  const isBook = name !== 'rmarkdown' || view.read(below(root, '_bookdown.yml')) !== undefined;
  const files = isBook ? (LANGUAGE_IN[name] ?? []) : [];
  const settings = files.map((file) => view.read(below(root, file))).find((text) => text !== undefined);
  const language = LANGUAGE.exec(settings ?? '')?.[1];
  return language === undefined ? {} : { language };
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
  // Without a configuration every folder of a vault is a site of its own: the notes on works may lie in another.
  if (name === 'pandoc') return notes.length > 0;
  return name === 'rehype-citation' && notes.some((path) => inside(root, path) !== undefined);
}

/** Whether Manubot or bookdown makes one text of all pages; a book that lists other chapters for each format is several. */
function joinsPages({ name, root }: SiteDialect, view: SiteView): boolean {
  if (name !== 'rmarkdown') return name === 'manubot';
  const settings = ['_bookdown.yml', '_bookdown.yaml'].map((file) => view.read(below(root, file)));
  const book = settings.find((text) => text !== undefined);
  return book !== undefined && Object.keys(asRecord(readYaml(book)['rmd_files'])).length === 0;
}

function isHexo({ name, root }: SiteDialect, view: SiteView): boolean {
  const config = name === 'markdown' ? view.read(below(root, '_config.yml')) : undefined;
  return config !== undefined && isHexoConfig(readYaml(config));
}

/** Configurations of generators whose Markdown has no links without brackets of its own. */
const OF_PLAIN_MARKDOWN = [
  '.eleventy.js',
  ...['js', 'mjs', 'cjs', 'ts'].map((extension) => `eleventy.config.${extension}`),
  'pelicanconf.py',
] as const;

/** Settings of markdown-it, plugins of Python-Markdown, and another engine in its place. */
const MAKES_LINKS = /linkify|urlize|magiclink|autolink|remark/i;

function leavesAddresses({ name, root }: SiteDialect, view: SiteView): boolean {
  if (name !== 'markdown') return false;
  if (ZOLA_KEY.test(view.read(below(root, 'config.toml')) ?? '')) return true;
  const settings = OF_PLAIN_MARKDOWN.map((file) => view.read(below(root, file))).find(
    (text) => text !== undefined,
  );
  return settings !== undefined && !MAKES_LINKS.test(settings);
}

/** What the configuration of MkDocs does to the pages before and after they are Markdown. */
function mkdocsTraits(site: SiteDialect, view: SiteView): Partial<SiteDialect> {
  if (site.name !== 'mkdocs-bibtex' && site.name !== 'markdown') return {};
  const config = MKDOCS.map((file) => view.read(below(site.root, file)) ?? '').join('');
  if (config === '') return {};
  const appendedFootnotes = footnotesAppended(config, site, view);
  return {
    isMkdocs: true,
    ...(site.name === 'mkdocs-bibtex' && !LEAVES_BARE_KEYS.test(config) && { citesBareKeys: true as const }),
    ...(appendedFootnotes.length > 0 && { appendedFootnotes }),
    ...(runsJinja(config) && { runsJinja: true as const }),
  };
}

/** The option of mkdocs-bibtex 4 that says so, or one that only earlier versions have. */
const LEAVES_BARE_KEYS =
  /^[ \t]*(?:enable_inline_citations[ \t]*:[ \t]*["']?(?:false|no|off)\b|cite_(?:inline|style)[ \t]*:)/im;

/** The labels of the notes in the files that `pymdownx.snippets` appends; they lie below any of its `base_path`. */
function footnotesAppended(config: string, { root }: SiteDialect, view: SiteView): string[] {
  if (!config.includes('auto_append')) return [];
  const extensions = readYaml(config)['markdown_extensions'];
  const inYaml: unknown[] = Array.isArray(extensions) ? extensions : [extensions];
  const appended = inYaml.flatMap((each) =>
    stringsOf(asRecord(asRecord(each)['pymdownx.snippets'])['auto_append']),
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
function filterTest(
  filter: RegExp,
  view: SiteView,
  folders: ReadonlyMap<string, Folder>,
): (site: SiteDialect) => boolean {
  const hasFilter = once(() => view.files.some((path) => filter.test(path)));
  const isNamedIn = inherited<boolean>((path, above) => {
    const names = [...(folders.get(path)?.files ?? [])].filter((name) => BUILT_BY.test(name));
    return above === true || names.some((name) => filter.test(view.read(below(path, name)) ?? ''));
  });
  return ({ name, root }) => TAKES_FILTERS.has(name) && (hasFilter() || isNamedIn(root));
}

function crossReferencePrefixes(site: SiteDialect, view: SiteView): readonly string[] {
  const { name, root } = site;
  const own = crossReferencesOf(name);
  if (name === 'myst') return site.hasUnreadPages ? MYST_PREFIXES : own;
  const settings = (SETTINGS[name] ?? []).map((file) => view.read(below(root, file))).join('\n');
  if (settings === '') return own;
  const ofFilter = NUMBERING_FILTERS.test(settings) ? OF_NUMBERING_FILTERS : [];
  const isCustom = name === 'quarto' && /^[ \t]*custom[ \t]*:/m.test(settings);
  return [...own, ...(isCustom ? customPrefixes(settings) : []), ...ofFilter];
}

/** Where the filters of all pages stand: bookdown joins the chapters behind the front matter of the first. */
const SETTINGS: Readonly<Partial<Record<DialectName, readonly string[]>>> = {
  quarto: ['_quarto.yml', '_quarto.yaml'],
  rmarkdown: ['_output.yml', '_output.yaml', '_site.yml', '_litedown.yml', 'index.Rmd'],
};

/** `crossref.custom[].key` of `_quarto.yml`. */
function customPrefixes(settings: string): string[] {
  const crossref = readYaml(settings)['crossref'] as { readonly custom?: unknown } | undefined;
  const custom: unknown = crossref?.custom;
  if (!Array.isArray(custom)) return [];
  return custom.flatMap((entry: { readonly key?: unknown } | null) =>
    typeof entry?.key === 'string' ? [entry.key + '-'] : [],
  );
}
