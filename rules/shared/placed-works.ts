import type {
  BibEntry,
  DocumentFacts,
  Location,
  Project,
  Reference,
  ReferenceUse,
  Region,
  Work,
} from '../../src/model.ts';
import { isControlType } from '../../src/work/entry-types.ts';
import { isPageConstruct } from '../../src/work/page-keys.ts';
import { firstOfEachDocument, regionInReference } from './reference-uses.ts';

/** An entry or a reference text, read as a work: what holds for it holds in all its places. */
export type WorkSource =
  | { readonly work: Work; readonly path: string; readonly entry: BibEntry; readonly uses?: never }
  | { readonly work: Work; readonly uses: readonly ReferenceUse[]; readonly entry?: never };

/**
 * Every entry and every reference text of the project that could be read with some certainty. To read either as a work
 * costs time, so a rule may say which entries and which texts it cares for.
 */
export function* workSources(
  project: Project,
  isOfInterest: (entry: BibEntry) => boolean = () => true,
  isTextOfInterest: (text: string) => boolean = () => true,
): Iterable<WorkSource> {
  for (const { path, entry } of project.entries()) {
    const type = entry.type.toLowerCase();
    if (NO_WORKS.has(type) || isControlType(type) || !isOfInterest(entry)) continue;
    yield { work: project.workOf(entry), path, entry };
  }
  for (const [text, uses] of project.referencesByText()) {
    if (!isTextOfInterest(text)) continue;
    const [first] = uses;
    const work = first === undefined ? undefined : project.readingOf(first.reference);
    if (work !== undefined && work.confidence >= 0.5) yield { work, uses };
  }
}

/** Entry types that hold data for other entries. */
const NO_WORKS = new Set(['set', 'xdata', 'comment', 'preamble', 'string', 'bibnote']);

/** A work in one of its places. */
export interface PlacedWork {
  readonly key: string;
  readonly work: Work;
  readonly path: string;
  /** The source is one of the two. */
  readonly entry?: BibEntry;
  readonly reference?: Reference;
  readonly document?: DocumentFacts;
  /** A part of the work in its file; without one the key of an entry, or the whole reference text. */
  at(part?: Region): Location;
}

/** The places of a work; a text that a page repeats comes once. */
export function* placesOf(source: WorkSource): Iterable<PlacedWork> {
  const { work } = source;
  if (source.entry !== undefined) {
    const { path, entry } = source;
    yield { key: entry.key, work, path, entry, at: (region = entry.keyRegion) => ({ path, region }) };
    return;
  }
  for (const { document, reference } of firstOfEachDocument(source.uses)) {
    const { path } = document;
    const at = (part?: Region): Location => ({ path, region: regionInReference(reference, part) });
    yield { key: reference.key ?? '', work, path, reference, document, at };
  }
}

/** Whether a reference has no key that tells which work it means. */
export const isLocal = ({ construct }: Reference): boolean => isPageConstruct(construct);
