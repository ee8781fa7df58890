import type {
  BibEntry,
  BibliographyPath,
  DialectName,
  FrontMatterField,
  Json,
  SiteDialect,
} from '../model.ts';
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

/** `bibliography.primary` and `bibliography_software`: Pandoc filters for several lists of references take these. */
function isOneOfSeveral(name: string, value: Json): boolean {
  return (
    name.startsWith('bibliography') &&
    /^bibliography(?:[._-]\w[\w-]*)$/.test(name) &&
    typeof value === 'string' &&
    /\.(?:bib|bibtex|json|ya?ml|ris)$/i.test(value.trim())
  );
}

/** Hugo takes keys in any case, and its templates tell which parameters they read; one answer for all pages of a site. */
function hugoKeys({ shortcodes }: SiteDialect): (name: string) => boolean {
  let keys = keysOfSites.get(shortcodes);
  if (keys === undefined) {
    const told = Object.values(shortcodes).flatMap(({ cite }) => cite?.sources?.parameters ?? []);
    keys = new Set([...HUGO_KEYS, ...told].map((name) => name.toLowerCase()));
    keysOfSites.set(shortcodes, keys);
  }
  const known = keys;
  // Newer pages have their own parameters under `params`.
  return (name) => known.has(name.toLowerCase().replace(/^params\./, ''));
}

const keysOfSites = new WeakMap<SiteDialect['shortcodes'], ReadonlySet<string>>();

const HUGO_KEYS = ['bibFile', 'bibliography'];

/** Reads the paths of bibliographies and styles, and the entries written in the front matter itself. */
export function collectMetadata(fields: readonly FrontMatterField[], dialect: SiteDialect): Metadata {
  if (fields.length === 0) return NOTHING;
  const keys = BIBLIOGRAPHY_KEYS[dialect.name] ?? DEFAULT_KEYS;
  const isHugo = dialect.name === 'hugo';
  const isKey = isHugo ? hugoKeys(dialect) : (name: string) => keys.includes(name);
  const isList = (name: string): boolean =>
    isHugo ? isKey(name) || /^(?:params\.)?references$/.test(name) : name === 'references';
  let hasReferences = false;
  const bibliographies: BibliographyPath[] = [];
  for (const field of fields) {
    if (isList(field.name) && Array.isArray(field.value)) hasReferences = true;
    const name = field.name.replace(/\.\d+$/, '');
    const isBibliography = isKey(name) || isOneOfSeveral(name, field.value);
    const role = isBibliography ? 'bibliography' : name === 'csl' ? 'style' : undefined;
    if (role === undefined || typeof field.value !== 'string' || field.value.trim() === '') continue;
    bibliographies.push({ path: field.value.trim(), region: field.region, role });
  }
  if (!hasReferences) return bibliographies.length === 0 ? NOTHING : { bibliographies, entries: [] };
  const { entriesOfFrontMatter, entriesOfParameters } = parser('front-matter-entries');
  const entries = isHugo ? entriesOfParameters(fields, isList) : entriesOfFrontMatter(fields);
  return { bibliographies, entries };
}
