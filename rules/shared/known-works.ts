import type { BibEntry, DocumentFacts, Located, Project, Reference, Work } from '../../src/model.ts';
import { compareWorks, isSameWork, workKeys } from '../../src/work/compare.ts';

type Entries = ReturnType<Project['entriesFor']>;

/** An entry of a bibliography, read as a work. */
interface KnownWork {
  readonly entry: Located<BibEntry>;
  readonly work: Work;
}

/** More than a handful under one name is a pattern of the file, and comparing all of them costs too much. */
const MOST_UNDER_ONE_NAME = 20;

/** Finds the entry of a page's bibliography that is the work of a note or an item of a list. */
export type EntryFinder = (
  document: DocumentFacts,
  reference: Reference,
  work: Work,
) => Located<BibEntry> | undefined;

/**
 * Finds entries by the work, and by the label of the reference where that is a key of the bibliography and the work does
 * not plainly differ. Each bibliography is indexed once, however many pages load it.
 */
export function createEntryFinder(project: Project): EntryFinder {
  const indexes = new Map<Entries, ReadonlyMap<string, KnownWork[]>>();
  return (document, { key = '' }, work) => {
    const entries = project.entriesFor(document);
    if (entries.size === 0) return undefined;
    const [named, another] = entries.get(key) ?? [];
    const isNamed = named !== undefined && another === undefined;
    if (isNamed && compareWorks(project.workOf(named), work).verdict !== 'different') return named;
    const index = indexes.get(entries) ?? indexWorks(project, entries);
    indexes.set(entries, index);
    return workKeys(work)
      .flatMap((name) => index.get(name) ?? [])
      .find((known) => isSameWork(known.work, work))?.entry;
  };
}

function indexWorks(project: Project, entries: Entries): ReadonlyMap<string, KnownWork[]> {
  const index = new Map<string, KnownWork[]>();
  for (const [entry] of entries.values()) {
    if (entry === undefined) continue;
    const work = project.workOf(entry);
    for (const name of workKeys(work)) {
      const same = index.get(name);
      if (same === undefined) index.set(name, [{ entry, work }]);
      else if (same.length < MOST_UNDER_ONE_NAME) same.push({ entry, work });
    }
  }
  return index;
}
