import type { BibEntry, DocumentFacts, Located, Project, Reference } from '../../src/model.ts';
import { compareWorks, type Difference, isSameWork, workKeys } from '../../src/work/compare.ts';
import { createEntryFinder } from './known-works.ts';
import { isLocal } from './placed-works.ts';

/** A footnote or an item of a list that is the work of an entry, or of another note of its page, and says otherwise. */
export interface PageConflict {
  readonly document: DocumentFacts;
  readonly reference: Reference;
  readonly entry?: Located<BibEntry>;
  readonly other?: Reference;
  /** Left is the other, right this one; never empty. */
  readonly differences: readonly Difference[];
}

/**
 * Notes and lists have no keys that tell which work they mean, so they are held to whatever is surely the same work: the
 * entry of the page's bibliography, or else an earlier note of the page. Two items of one list are one item too many.
 */
export function* pageConflicts(project: Project): Iterable<PageConflict> {
  const findEntry = createEntryFinder(project);
  for (const document of project.documents) {
    if (!document.references.some(isLocal)) continue;
    const earlier = new Map<string, Reference[]>();
    for (const reference of document.references) {
      if (!isLocal(reference)) continue;
      const work = project.readingOf(reference);
      if (work.confidence < 0.5) continue;
      const entry = findEntry(document, reference, work);
      const names = workKeys(work);
      const other = names
        .flatMap((name) => earlier.get(name) ?? [])
        .find((known) => isOtherPlace(known, reference) && isSameWork(project.readingOf(known), work));
      for (const name of names) earlier.set(name, [...(earlier.get(name) ?? []), reference].slice(0, 20));
      const against = entry === undefined ? other : entry;
      if (against === undefined) continue;
      const { differences } = compareWorks(project.workOf(against), work);
      if (differences.length === 0 || differences.some(({ part }) => part === 'preprint')) continue;
      yield { document, reference, differences, ...(entry === undefined ? { other: other! } : { entry }) };
    }
  }
}

function isOtherPlace(a: Reference, b: Reference): boolean {
  return a.construct !== 'list-item' || b.construct !== 'list-item';
}
