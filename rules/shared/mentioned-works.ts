import type { MentionedWork, PersonName, Project, Work } from '../../src/model.ts';
import { personsOf } from '../../src/work/compare-authors.ts';
import { identifierValues } from '../../src/work/compare-parts.ts';
import { foldName } from '../../src/work/fold-names.ts';
import { yearNumber } from '../../src/work/years.ts';

type Entries = ReturnType<Project['entriesFor']>;

interface Known {
  readonly key: string;
  readonly work: Work;
}

/** The works of a bibliography by what running text calls them. */
export interface MentionIndex {
  /** The key of the one work that author and year can mean; undefined where none or several can. */
  byAuthorYear(mentioned: MentionedWork): string | undefined;
  /** The key of the one work with an identifier. */
  byIdentifier(kind: string, value: string): string | undefined;
}

/** Indexes each bibliography once, however many pages load it. */
export function createMentionIndexes(project: Project): (entries: Entries) => MentionIndex {
  const indexes = new Map<Entries, MentionIndex>();
  return (entries) => {
    const known = indexes.get(entries) ?? indexEntries(project, entries);
    indexes.set(entries, known);
    return known;
  };
}

function indexEntries(project: Project, entries: Entries): MentionIndex {
  const byYear = new Map<number, Known[]>();
  const byIdentifier = new Map<string, string[]>();
  for (const [key, [entry]] of entries) {
    if (entry === undefined) continue;
    const work = project.workOf(entry);
    const year = yearNumber(work.year?.value ?? '');
    if (year !== undefined) add(byYear, year, { key, work });
    for (const kind of ['doi', 'arxiv', 'pmid', 'pmcid'] as const) {
      for (const value of identifierValues(work, kind)) add(byIdentifier, `${kind}:${value}`, key);
    }
  }
  return {
    byAuthorYear(mentioned) {
      const candidates = byYear.get(yearNumber(mentioned.year) ?? 0) ?? [];
      return only(candidates.filter(({ work }) => hasNames(work, mentioned)))?.key;
    },
    byIdentifier: (kind, value) => only(byIdentifier.get(`${kind}:${value.toLowerCase()}`) ?? []),
  };
}

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** One name for one author, two for two, “et al.” for more: author-date styles say how many there are. */
function hasNames(work: Work, { names, othersOmitted }: MentionedWork): boolean {
  const persons = personsOf(work);
  const isCounted = othersOmitted
    ? persons.length > names.length || work.othersOmitted
    : persons.length === names.length && !work.othersOmitted;
  return isCounted && names.every((name, index) => endsInFamily(name, persons[index]?.value));
}

/** `As Knuth`, `Donald Knuth`: the family name stands last. */
function endsInFamily(written: string, person: PersonName | undefined): boolean {
  return person !== undefined && familyLength(written, person) > 0;
}

/** How much of the end of a written name is the family name, particle included; 0 where it is another. */
export function familyLength(written: string, { family, particle }: PersonName): number {
  for (const name of particle === undefined ? [family] : [`${particle} ${family}`, family]) {
    const words = name.trim().split(/\s+/).length;
    const last = written.trim().split(/\s+/).slice(-words).join(' ');
    if (foldName(last) === foldName(name)) return last.length;
  }
  return 0;
}
