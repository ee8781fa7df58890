import type { DocumentFacts, Project } from '../model.ts';
import { compareWorks } from '../work/compare.ts';
import {
  addDraft,
  agree,
  createDrafts,
  type Draft,
  type Drafts,
  entryOf,
  findSameWork,
  rankOf,
  scopeOf,
} from './drafts.ts';
import type { BibliographyTarget, ExtractedWork, Extraction, ReferencePlace } from './extraction.ts';
import { bibtexKey, freeKey, makeKey } from './keys.ts';
import { isReadable, publicationDate } from './plain-parts.ts';

/** What the bibliography is made for. */
export interface ExtractOptions {
  readonly format: BibliographyTarget;
  /** Leaves out what the pages' bibliographies have already, and texts that cannot be read. */
  readonly onlyMissing: boolean;
}

/**
 * Makes a bibliography of the references that are written out in documents: one entry a work, under the key it is cited
 * by. Of several texts under one key the first is used, as the site prints it. Footnotes, lists and texts without a key
 * that means anything get one of author and year. The order of the documents decides what is first; equal input gives
 * equal output.
 */
export function extract(
  project: Project,
  documents: readonly DocumentFacts[],
  options: ExtractOptions,
): Extraction {
  const drafts = createDrafts(project);
  const places = documents.flatMap((document) =>
    document.references.map((reference): ReferencePlace => ({ document, reference })),
  );
  // Keys that are cited come first: those that are made up give way to them.
  for (const rank of ['site', 'page', 'none'] as const) {
    for (const place of places) if (rankOf(place) === rank) add(drafts, place, options);
  }
  return finish(drafts, options);
}

function add(drafts: Drafts, place: ReferencePlace, { onlyMissing }: ExtractOptions): void {
  const { document, reference } = place;
  const scope = scopeOf(drafts, place);
  const known = scope === undefined ? undefined : drafts.scopes.get(scope);
  const reading = drafts.project.readingOf(reference);
  if (onlyMissing && known?.entry === undefined && !isReadable(reading)) {
    const at = { path: document.path, region: reference.region };
    drafts.notes.push({ key: reference.key ?? '', kind: 'unread', at });
    return;
  }
  const draft = known ?? draftFor(drafts, place);
  if (scope !== undefined) drafts.scopes.set(scope, draft);
  agree(drafts, draft, place);
}

/** The draft a text belongs to that is the first of its key. */
function draftFor(drafts: Drafts, place: ReferencePlace): Draft {
  switch (rankOf(place)) {
    case 'site':
      return draftOfSite(drafts, place, place.reference.key!);
    case 'page':
      return draftOfPage(drafts, place, place.reference.key!);
    default:
      return findSameWork(drafts, place) ?? addDraft(drafts, place, ownKey(drafts, place));
  }
}

/** A key that holds for the site keeps its name; two such keys of one work become one entry with an alias. */
function draftOfSite(drafts: Drafts, place: ReferencePlace, key: string): Draft {
  const taken = drafts.byKey.get(key);
  if (taken !== undefined) return taken;
  const entry = entryOf(drafts, place, key);
  if (entry !== undefined) return addDraft(drafts, place, key, entry);
  const same = findSameWork(drafts, place);
  const reading = drafts.project.readingOf(place.reference);
  if (same === undefined || compareWorks(same.work, reading).differences.length > 0)
    return addDraft(drafts, place, key);
  const at = { path: place.document.path, region: place.reference.region };
  drafts.notes.push({ key, kind: 'same-work', other: same.key, at });
  same.aliases.push(key);
  drafts.byKey.set(key, same);
  return same;
}

/** The label of a footnote names its work unless another work has that name. */
function draftOfPage(drafts: Drafts, place: ReferencePlace, key: string): Draft {
  const same = findSameWork(drafts, place);
  if (same !== undefined) return same;
  const entry = entryOf(drafts, place, key);
  const taken = drafts.byKey.get(key);
  const other = taken?.work ?? (entry === undefined ? undefined : drafts.project.workOf(entry));
  if (other === undefined) return addDraft(drafts, place, key);
  const reading = drafts.project.readingOf(place.reference);
  if (compareWorks(other, reading).verdict !== 'different')
    return taken ?? addDraft(drafts, place, key, entry);
  const draft = addDraft(drafts, place, ownKey(drafts, place));
  const at = { path: place.document.path, region: place.reference.region };
  drafts.notes.push({ key: draft.key, kind: 'other-work', other: key, at });
  return draft;
}

/** A key of author and year that nothing else has. */
function ownKey(drafts: Drafts, { document, reference }: ReferencePlace): string {
  const entries = drafts.project.entriesFor(document);
  const key = makeKey(drafts.project.readingOf(reference));
  return freeKey(key, (candidate) => drafts.byKey.has(candidate) || entries.has(candidate));
}

function finish(drafts: Drafts, { format, onlyMissing }: ExtractOptions): Extraction {
  const works: ExtractedWork[] = [];
  const names = new Map<Draft, string>();
  const used = new Set<string>();
  for (const draft of new Set(drafts.byKey.values())) {
    const isWritten = draft.entry === undefined || !onlyMissing;
    const key = format === 'bibtex' && isWritten ? bibtexKey(draft.key) : draft.key;
    const name =
      key === draft.key ? key : freeKey(key, (other) => drafts.byKey.has(other) || used.has(other));
    used.add(name);
    names.set(draft, name);
    if (!isWritten) continue;
    const work = workOf(draft, name, format);
    tell(drafts, draft, work);
    works.push(work);
  }
  return {
    works: works.sort((a, b) => (a.key < b.key ? -1 : 1)),
    conflicts: drafts.conflicts,
    notes: drafts.notes,
    keys: new Map([...drafts.agreeing].map(([reference, draft]) => [reference, names.get(draft)!])),
  };
}

function workOf(
  { aliases, place: { document, reference }, reading }: Draft,
  key: string,
  format: BibliographyTarget,
): ExtractedWork {
  return {
    key,
    aliases: format === 'bibtex' ? aliases.map(bibtexKey) : aliases,
    reading,
    text: reference.text,
    at: { path: document.path, region: reference.region },
  };
}

function tell({ notes }: Drafts, { key }: Draft, { key: written, reading, at }: ExtractedWork): void {
  if (written !== key) notes.push({ key, kind: 'renamed', other: written, at });
  if (!isReadable(reading)) notes.push({ key: written, kind: 'unread', at });
  else if (reading.year === undefined && publicationDate(reading).date === undefined)
    notes.push({ key: written, kind: 'no-year', at });
}
