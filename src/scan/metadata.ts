import type {
  BibEntry,
  BibliographyPath,
  DialectName,
  FrontMatterField,
  Json,
  SiteDialect,
} from '../model.ts';
import { remember } from '../text/remember.ts';
import { parser } from './parsers.ts';

/** What a document's front matter says about bibliographies. */
export interface Metadata {
  readonly bibliographies: readonly BibliographyPath[];
  readonly entries: readonly BibEntry[];
}

const NOTHING: Metadata = { bibliographies: [], entries: [] };

/** Front-matter keys that name bibliographies, by dialect; each may hold one path or a list. */
const BIBLIOGRAPHY_KEYS: Partial<Readonly<Record<DialectName, readonly string[]>>> = {
  jekyll: ['scholar.bibliography', 'bibliography'],
  distill: ['bibliography'],
};

const DEFAULT_KEYS: readonly string[] = ['bibliography'];
/** `format: { pdf: { bibliography: refs.bib } }` of Quarto, which holds where that format is printed. */
const OF_FORMAT = /^format\.[^.]+\.bibliography$/;

/**
 * `bibliography.primary` and `bibliography_software`: Pandoc filters for several lists of references take these. A filter
 * for `[@extends:knuth84]` takes `cito-bibliography`, since Pandoc by itself would look `extends:knuth84` up.
 */
const ONE_OF_SEVERAL = /^(?:bibliography[._-]\w[\w-]*|cito[-_]bibliography)$/;
/** What the value under such a name looks like. */
const ONE_PATH = /\.(?:bib|bibtex|json|ya?ml|ris)$/i;

/** Whether a field names one bibliography of several, each with a list of its own. */
export function isOneOfSeveral(name: string, value: string): boolean {
  return ONE_OF_SEVERAL.test(name.replace(/\.\d+$/, '')) && ONE_PATH.test(value);
}

/** A library of Zotero, which filters of Pandoc ask for every key: as little at hand as what lies behind an address. */
export const ZOTERO = 'zotero://select/library';
/** Options of these filters. RStudio has a `zotero` for its editor, which is true or the name of a library. */
const ASKS_ZOTERO = /^zotero(?:-bibliography$|\.(?:client|library|csl-style|author-in-text|scannable-cite)$)/;

/** `output: { pdf_document: { pandoc_args: ["--bibliography=refs.bib"] } }`. */
const ARGUMENT = /^output\..+\.pandoc_args$/;
const NAMED_BY_ARGUMENT = /^--bibliography[= ](\S{1,300})$/;

/** Hugo takes keys in any case, and its templates tell which parameters they read; one answer for all pages of a site. */
function hugoKeys({ shortcodes }: SiteDialect): (name: string) => boolean {
  let keys = keysOfSites.get(shortcodes);
  if (keys === undefined) {
    keys = new Set([...HUGO_KEYS, ...toldParameters({ shortcodes })].map((name) => name.toLowerCase()));
    keysOfSites.set(shortcodes, keys);
  }
  const known = keys;
  // Newer pages have their own parameters under `params`.
  return (name) => known.has(name.toLowerCase().replace(/^params\./, ''));
}

/** The parameters of pages that templates read bibliographies from. */
function toldParameters({ shortcodes }: Pick<SiteDialect, 'shortcodes'>): string[] {
  return Object.values(shortcodes).flatMap(({ cite }) => cite?.sources?.parameters ?? []);
}

const keysOfSites = new WeakMap<SiteDialect['shortcodes'], ReadonlySet<string>>();

const HUGO_KEYS = ['bibFile', 'bibliography'];

/** What front matter may say of bibliographies under one name. */
interface NameRole {
  /** The name of a list of entries. */
  readonly isList: boolean;
  readonly role: BibliographyPath['role'] | undefined;
  /** A bibliography if its value looks like the path of one. */
  readonly mayBeOneOfSeveral: boolean;
  /** The option of a filter that looks the keys up in Zotero. */
  readonly asksZotero: boolean;
  /** An argument that R Markdown hands to Pandoc. */
  readonly isArgument: boolean;
}

/** The names that say nothing of bibliographies: nearly all, and every page of a site repeats them. */
const plainNamesOfSites = new WeakMap<SiteDialect, Set<string>>();
/** A page may have thousands of names of its own. */
const MOST_PLAIN_NAMES = 1000;

/** What the names of a dialect's fields mean; `undefined` for a name that says nothing of bibliographies. */
function nameRoles(dialect: SiteDialect): (name: string) => NameRole | undefined {
  const plain = remember(plainNamesOfSites, dialect, () => new Set<string>());
  return (written) => {
    if (plain.has(written)) return undefined;
    const isList = listTest(dialect)(written);
    const name = written.replace(/\.\d+$/, '');
    const isArgument = ARGUMENT.test(name);
    const isPlace = isArgument || keyTest(dialect)(name);
    const role = isPlace ? 'bibliography' : name === 'csl' ? 'style' : undefined;
    const mayBeOneOfSeveral = ONE_OF_SEVERAL.test(name);
    const asksZotero = dialect.name !== 'hugo' && ASKS_ZOTERO.test(name);
    if (isList || role !== undefined || mayBeOneOfSeveral || asksZotero)
      return { isList, role, mayBeOneOfSeveral, asksZotero, isArgument };
    if (plain.size < MOST_PLAIN_NAMES) plain.add(written);
    return undefined;
  };
}

function keyTest(dialect: SiteDialect): (name: string) => boolean {
  if (dialect.name === 'hugo') return hugoKeys(dialect);
  const keys = BIBLIOGRAPHY_KEYS[dialect.name] ?? DEFAULT_KEYS;
  const mayBeOfFormat = dialect.name === 'quarto';
  return (name) => keys.includes(name) || (mayBeOfFormat && OF_FORMAT.test(name));
}

function listTest(dialect: SiteDialect): (name: string) => boolean {
  if (dialect.name !== 'hugo') {
    const told = toldParameters(dialect);
    return (name) => name === 'references' || told.includes(name);
  }
  const isKey = hugoKeys(dialect);
  return (name) => isKey(name) || /^(?:params\.)?references$/.test(name);
}

/** Reads the paths of bibliographies and styles, and the entries written in the front matter itself. */
export function collectMetadata(fields: readonly FrontMatterField[], dialect: SiteDialect): Metadata {
  if (fields.length === 0) return NOTHING;
  const roleOf = nameRoles(dialect);
  const readsParameters = dialect.name === 'hugo' || toldParameters(dialect).length > 0;
  let hasReferences = false;
  const bibliographies: BibliographyPath[] = [];
  for (const { name, value, region } of fields) {
    const known = roleOf(name);
    if (known === undefined) continue;
    if (known.asksZotero) bibliographies.push({ path: ZOTERO, region, role: 'bibliography' });
    if (known.isList && (readsParameters ? isObject(value) : Array.isArray(value))) hasReferences = true;
    if (typeof value !== 'string' || value.trim() === '') continue;
    const path = known.isArgument ? NAMED_BY_ARGUMENT.exec(value)?.[1] : value.trim();
    if (path === undefined) continue;
    const role = known.role ?? (known.mayBeOneOfSeveral && ONE_PATH.test(path) ? 'bibliography' : undefined);
    if (role !== undefined) bibliographies.push({ path, region, role });
  }
  if (!hasReferences) return bibliographies.length === 0 ? NOTHING : { bibliographies, entries: [] };
  const { entriesOfFrontMatter, entriesOfParameters } = parser('front-matter-entries');
  const entries = readsParameters
    ? entriesOfParameters(fields, listTest(dialect))
    : entriesOfFrontMatter(fields);
  return { bibliographies, entries };
}

function isObject(value: Json): boolean {
  return typeof value === 'object' && value !== null;
}
