import type { BibEntry, BibliographyPath, DialectName, FrontMatterField, Json } from '../model.ts';
import { parser } from './parsers.ts';

/** What a document's front matter says about bibliographies. */
export interface Metadata {
  readonly bibliographies: readonly BibliographyPath[];
  readonly entries: readonly BibEntry[];
}

const NOTHING: Metadata = { bibliographies: [], entries: [] };

/** Front-matter keys that name bibliographies, by dialect; each may hold one path or a list. */
const BIBLIOGRAPHY_KEYS: Partial<Readonly<Record<DialectName, readonly string[]>>> = {
  hugo: ['bibFile', 'bibfile', 'bibliography'],
  jekyll: ['scholar.bibliography', 'bibliography'],
  distill: ['bibliography'],
};

const DEFAULT_KEYS: readonly string[] = ['bibliography'];

/** `bibliography.primary` and `bibliography_software`: Pandoc filters for several lists of references take these. */
function isOneOfSeveral(name: string, value: Json): boolean {
  return (
    /^bibliography(?:[._-]\w[\w-]*)$/.test(name) &&
    typeof value === 'string' &&
    /\.(?:bib|bibtex|json|ya?ml|ris)$/i.test(value.trim())
  );
}

/** Reads the paths of bibliographies and styles, and the entries written in the front matter itself. */
export function collectMetadata(fields: readonly FrontMatterField[], dialect: DialectName): Metadata {
  const keys = BIBLIOGRAPHY_KEYS[dialect] ?? DEFAULT_KEYS;
  let hasReferences = false;
  const bibliographies: BibliographyPath[] = [];
  for (const field of fields) {
    if (field.name === 'references') hasReferences = true;
    const name = field.name.replace(/\.\d+$/, '');
    const isBibliography = keys.includes(name) || isOneOfSeveral(name, field.value);
    const role = isBibliography ? 'bibliography' : name === 'csl' ? 'style' : undefined;
    if (role === undefined || typeof field.value !== 'string' || field.value.trim() === '') continue;
    bibliographies.push({ path: field.value.trim(), region: field.region, role });
  }
  if (bibliographies.length === 0 && !hasReferences) return NOTHING;
  return {
    bibliographies,
    entries: hasReferences ? parser('front-matter-entries').entriesOfFrontMatter(fields) : [],
  };
}
