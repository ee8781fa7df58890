import type {
  BibEntry,
  Located,
  Location,
  Project,
  Reference,
  ReferenceReading,
  Region,
  Work,
} from '../model.ts';
import { compareWorks, describeDifferences, isSameWork, textDifferences, workKeys } from '../work/compare.ts';
import { isNumbering, isPageConstruct } from '../work/page-keys.ts';
import { normalizeReferenceText } from '../work/titles.ts';
import type { ExtractionNote, ReferenceConflict, ReferencePlace } from './extraction.ts';

/** A work while the texts of it are gathered. */
export interface Draft {
  readonly key: string;
  readonly aliases: string[];
  /** What every text of the key is compared with: the entry a page's bibliography has, or else the first text. */
  readonly work: Work;
  readonly reading: ReferenceReading;
  readonly place: ReferencePlace;
  readonly entry?: Located<BibEntry>;
  /** Texts that were compared, normalised, and whether they say what the first says. */
  readonly texts: Map<string, boolean>;
}

/** All drafts, and what was found while gathering them. */
export interface Drafts {
  readonly project: Project;
  /** By key and by alias. */
  readonly byKey: Map<string, Draft>;
  /** By what their works are called (`workKeys`). */
  readonly byWork: Map<string, Draft[]>;
  /** By the key within its site or page. */
  readonly scopes: Map<string, Draft>;
  /** References whose text the entry can stand in for. */
  readonly agreeing: Map<Reference, Draft>;
  readonly conflicts: ReferenceConflict[];
  readonly notes: ExtractionNote[];
  /** Entries that pages see, by what their works are called. */
  readonly entries: Map<unknown, ReadonlyMap<string, Located<BibEntry>[]>>;
}

/** Drafts of the works of a project, of which there is none yet. */
export function createDrafts(project: Project): Drafts {
  return {
    project,
    byKey: new Map(),
    byWork: new Map(),
    scopes: new Map(),
    agreeing: new Map(),
    conflicts: [],
    notes: [],
    entries: new Map(),
  };
}

/** How far a key holds: for the site, for its page, or, where it is a number or lacks, not at all. */
export type Rank = 'site' | 'page' | 'none';

/** How far the key of a reference holds. */
export function rankOf({ reference: { key = '', construct } }: ReferencePlace): Rank {
  if (key === '' || isNumbering(key)) return 'none';
  return isPageConstruct(construct) ? 'page' : 'site';
}

/** The name of a key with the part of the project it holds for; undefined where it holds for nothing. */
export function scopeOf({ project }: Drafts, place: ReferencePlace): string | undefined {
  const { document, reference } = place;
  const rank = rankOf(place);
  if (rank === 'none') return undefined;
  const part =
    rank === 'page' ? `${document.path}\n${reference.construct}` : project.dialectOf(document).root;
  return `${part}\n${reference.key}`;
}

/** Starts a draft with its first text. */
export function addDraft(
  drafts: Drafts,
  place: ReferencePlace,
  key: string,
  entry?: Located<BibEntry>,
): Draft {
  const { project, byKey } = drafts;
  const reading = project.readingOf(place.reference);
  const work = entry === undefined ? reading : project.workOf(entry);
  const draft: Draft = {
    key,
    aliases: [],
    work,
    reading,
    place,
    ...(entry === undefined ? {} : { entry }),
    texts: new Map(),
  };
  byKey.set(key, draft);
  for (const name of workKeys(work)) addTo(drafts.byWork, name, draft);
  return draft;
}

/** More than a handful under one name is a pattern of the site. */
const MOST_UNDER_ONE_NAME = 20;

function addTo<T>(buckets: Map<string, T[]>, name: string, item: T): void {
  const bucket = buckets.get(name);
  if (bucket === undefined) buckets.set(name, [item]);
  else if (bucket.length < MOST_UNDER_ONE_NAME) bucket.push(item);
}

/** The one entry a page sees under a key; of two `duplicate-key` speaks. */
export function entryOf(
  { project }: Drafts,
  { document }: ReferencePlace,
  key: string,
): Located<BibEntry> | undefined {
  const [entry, another] = project.entriesFor(document).get(key) ?? [];
  return another === undefined ? entry : undefined;
}

/** The draft, or else the entry of the page's bibliography, that is about the same work under whatever key. */
export function findSameWork(drafts: Drafts, place: ReferencePlace): Draft | undefined {
  const reading = drafts.project.readingOf(place.reference);
  if (reading.confidence < 0.5) return undefined;
  const names = workKeys(reading);
  const isSame = (work: Work): boolean =>
    isSameWork(work, reading) &&
    !compareWorks(work, reading).differences.some(({ part }) => part === 'preprint');
  const draft = names.flatMap((name) => drafts.byWork.get(name) ?? []).find(({ work }) => isSame(work));
  if (draft !== undefined) return draft;
  const index = entriesByWork(drafts, place);
  const entry = names
    .flatMap((name) => index.get(name) ?? [])
    .find((candidate) => isSame(drafts.project.workOf(candidate)));
  if (entry === undefined || drafts.byKey.has(entry.key)) return undefined;
  return addDraft(drafts, place, entry.key, entry);
}

function entriesByWork(
  { project, entries }: Drafts,
  { document }: ReferencePlace,
): ReadonlyMap<string, Located<BibEntry>[]> {
  const visible = project.entriesFor(document);
  const known = entries.get(visible);
  if (known !== undefined) return known;
  const index = new Map<string, Located<BibEntry>[]>();
  for (const [entry, another] of visible.values()) {
    if (entry === undefined || another !== undefined) continue;
    for (const name of workKeys(project.workOf(entry))) addTo(index, name, entry);
  }
  entries.set(visible, index);
  return index;
}

/** Notes whether a text says what its draft says; a text that says something else is told of once. */
export function agree(drafts: Drafts, draft: Draft, place: ReferencePlace): void {
  const { reference } = place;
  const text = normalizeReferenceText(reference.text);
  let agrees = draft.texts.get(text);
  if (agrees === undefined) {
    agrees = draft.texts.size === 0 && draft.entry === undefined ? true : compare(drafts, draft, place);
    draft.texts.set(text, agrees);
  }
  if (agrees) drafts.agreeing.set(reference, draft);
}

/** Part by part where both can be read as works, word by word where they cannot. */
function compare({ project, conflicts }: Drafts, draft: Draft, place: ReferencePlace): boolean {
  const { entry } = draft;
  const { differences, compared } = compareWorks(draft.work, project.readingOf(place.reference));
  if (entry !== undefined && differences.length === 0) return true;
  const agrees = differences.length === 0 && compared.length >= 2;
  const said =
    differences.length > 0 ? differences : textDifferences(draft.place.reference.text, place.reference.text);
  conflicts.push({
    key: draft.key,
    difference: describeDifferences(said),
    used: entry === undefined ? locationIn(draft.place, said[0]?.leftRegion) : entry.at,
    other: locationIn(place, said[0]?.rightRegion),
    wordingOnly: agrees,
  });
  return agrees;
}

/** A part of a reference text in its file: exact where the text stands there as it is read. */
function locationIn({ document, reference: { region, text } }: ReferencePlace, part?: Region): Location {
  const { path } = document;
  if (part === undefined || region.end - region.start !== text.length) return { path, region };
  return { path, region: { start: region.start + part.start, end: region.start + part.end } };
}
