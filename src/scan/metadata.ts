import type { BibEntry, BibliographyPath, DialectName, FrontMatterField } from '../model.ts';
import { entriesOfFrontMatter } from './bibliography/front-matter-entries.ts';

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

/** Reads the paths of bibliographies and styles, and the entries written in the front matter itself. */
export function collectMetadata(fields: readonly FrontMatterField[], dialect: DialectName): Metadata {
  const keys = BIBLIOGRAPHY_KEYS[dialect] ?? DEFAULT_KEYS;
  let hasReferences = false;
  const bibliographies: BibliographyPath[] = [];
  for (const field of fields) {
    if (field.name === 'references') hasReferences = true;
    const name = field.name.replace(/\.\d+$/, '');
    const role = keys.includes(name) ? 'bibliography' : name === 'csl' ? 'style' : undefined;
    if (role === undefined || typeof field.value !== 'string' || field.value.trim() === '') continue;
    bibliographies.push({ path: field.value.trim(), region: field.region, role });
  }
  if (bibliographies.length === 0 && !hasReferences) return NOTHING;
  return { bibliographies, entries: hasReferences ? entriesOfFrontMatter(fields) : [] };
}
