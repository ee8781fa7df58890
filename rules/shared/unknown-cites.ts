import type { Citation, Cite, DocumentFacts, Project } from '../../src/model.ts';
import { citesBibliography } from './keys.ts';

/**
 * Comparisons of an unknown key with an entry that a rule makes at most: as many as take a second. A project with more
 * undefined keys has another trouble than slips.
 */
export const MOST_COMPARISONS = 5_000_000;

/** A cite whose key no entry of its document has, letter by letter, and no page of its site labels. */
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
  const gaps = gapsOfShared(project);
  for (const document of project.documents) {
    const entries = project.entriesFor(document);
    if (entries.size === 0 && !citesBibliography(project, document)) continue;
    const missing = gaps.get(entries);
    if (missing?.size === 0) continue;
    const labels = project.labelsOf(document);
    const found: UnknownCite[] = [];
    for (const citation of project.citationsOf(document)) {
      for (const cite of citation.cites) {
        const isMissing = missing?.has(cite.key) ?? !entries.has(cite.key);
        if (isMissing && !labels.has(cite.key)) found.push({ citation, cite });
      }
    }
    if (found.length > 0) unknown.set(document, found);
  }
  return unknown;
}

type Entries = ReturnType<Project['entriesFor']>;

/**
 * The keys cited anywhere in the project that a bibliography lacks, for one that at least half of the documents load: a
 * work is cited on many pages, so each key is looked up once, and where none is lacking no page has to be looked at.
 */
function gapsOfShared(project: Project): ReadonlyMap<Entries, ReadonlySet<string>> {
  const readers = new Map<Entries, number>();
  for (const document of project.documents) {
    const entries = project.entriesFor(document);
    readers.set(entries, (readers.get(entries) ?? 0) + 1);
  }
  const gaps = new Map<Entries, ReadonlySet<string>>();
  for (const [entries, count] of readers) {
    if (entries.size === 0 || count * 2 < project.documents.length) continue;
    gaps.set(entries, new Set([...project.citedKeys()].filter((key) => !entries.has(key))));
  }
  return gaps;
}
