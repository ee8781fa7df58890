import type { Citation, Cite, DocumentFacts, Project } from '../../src/model.ts';
import { citesBibliography } from './keys.ts';

/** A cite whose key no entry of its document has, letter by letter. */
export interface UnknownCite {
  readonly citation: Citation;
  readonly cite: Cite;
}

/**
 * The cites without an entry, of documents that have a bibliography: nearly all cites have one, so what several rules
 * ask of the others is asked of a few. Ask for it by `project.shared`.
 */
export function unknownCites(project: Project): ReadonlyMap<DocumentFacts, readonly UnknownCite[]> {
  const unknown = new Map<DocumentFacts, UnknownCite[]>();
  for (const document of project.documents) {
    const entries = project.entriesFor(document);
    if (entries.size === 0 && !citesBibliography(project, document)) continue;
    const found: UnknownCite[] = [];
    for (const citation of project.citationsOf(document)) {
      for (const cite of citation.cites) if (!entries.has(cite.key)) found.push({ citation, cite });
    }
    if (found.length > 0) unknown.set(document, found);
  }
  return unknown;
}
