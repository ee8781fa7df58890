import type { Citation, DialectName, DocumentFacts, Project, SiteDialect } from '../model.ts';
import { once } from '../text/once.ts';
import { remember } from '../text/remember.ts';
import { isTypedKey, withoutTypes } from './citation-types.ts';
import type { ProjectMemory } from './project-memory.ts';

/**
 * MyST writes citations and cross-references alike: what no bibliography defines and some page of the site labels is a
 * cross-reference. mystmd asks the bibliography first. In the Pandoc family, keys may say why they are cited.
 */
export function citationLookup(
  { documents, citedKeys }: Pick<Project, 'documents' | 'citedKeys'>,
  dialectOf: (document: DocumentFacts) => SiteDialect,
  entriesFor: Project['entriesFor'],
  memory: ProjectMemory,
): Project['citationsOf'] {
  const labels = labelsBySite(documents, ['myst'], dialectOf);
  const untyped = new Map<DocumentFacts, readonly Citation[]>();
  // Few projects type a citation, and each key is asked once.
  const areTyped = once(() => [...citedKeys()].some(isTypedKey));
  const withoutTypesOf = (document: DocumentFacts): readonly Citation[] => {
    const entries = entriesFor(document);
    return memory.citations(
      document,
      withoutTypes(document.citations, (key) => entries.has(key)),
    );
  };
  return (document) => {
    if (PANDOC_FAMILY.includes(document.dialect)) {
      if (!areTyped()) return document.citations;
      return remember(untyped, document, () => withoutTypesOf(document));
    }
    const known = document.dialect === 'myst' ? labels.get(dialectOf(document).root) : undefined;
    if (known === undefined) return document.citations;
    const entries = entriesFor(document);
    const isLabel = (key: string): boolean =>
      !entries.has(key) && (known.has(key) || known.has(key.toLowerCase()));
    return memory.citations(document, withoutLabels(document.citations, isLabel));
  };
}

const NO_LABELS: ReadonlySet<string> = new Set();

/** Dialects in which `@name` may be a label of any page. */
const PANDOC_FAMILY: readonly DialectName[] = ['pandoc', 'quarto', 'rmarkdown', 'manubot'];

/** What the pages of each site label, with the aliases that Manubot keeps in a file. */
export function labelLookup(
  documents: readonly DocumentFacts[],
  dialectOf: (document: DocumentFacts) => SiteDialect,
  memory: ProjectMemory,
): Project['labelsOf'] {
  const labels = new Map(labelsBySite(documents, PANDOC_FAMILY, dialectOf));
  const manubot = new Set(documents.filter(({ dialect }) => dialect === 'manubot').map(dialectOf));
  for (const { root, tags } of manubot) {
    if (tags !== undefined) labels.set(root, new Set([...(labels.get(root) ?? []), ...tags]));
  }
  const known = new Map<string, ReadonlySet<string>>();
  for (const [site, found] of labels) known.set(site, memory.names(site, found));
  return (document) => {
    const mayHold = known.size > 0 && PANDOC_FAMILY.includes(document.dialect);
    return (mayHold ? known.get(dialectOf(document).root) : undefined) ?? NO_LABELS;
  };
}

function labelsBySite(
  documents: readonly DocumentFacts[],
  dialects: readonly DialectName[],
  dialectOf: (document: DocumentFacts) => SiteDialect,
): ReadonlyMap<string, ReadonlySet<string>> {
  const labels = new Map<string, Set<string>>();
  for (const document of documents) {
    if (document.labels.length === 0 || !dialects.includes(document.dialect)) continue;
    const site = dialectOf(document).root;
    const known = labels.get(site) ?? new Set<string>();
    for (const { name } of document.labels) known.add(name);
    labels.set(site, known);
  }
  return labels;
}

function withoutLabels(
  citations: readonly Citation[],
  isLabel: (key: string) => boolean,
): readonly Citation[] {
  const kept = citations.map((citation) => {
    if (citation.construct !== 'in-text' && citation.construct !== 'bracketed') return citation;
    const cites = citation.cites.filter(({ key }) => !isLabel(key));
    return cites.length === citation.cites.length ? citation : { ...citation, cites };
  });
  return kept.filter((citation, index) => citation.cites.length > 0 || citation === citations[index]);
}
