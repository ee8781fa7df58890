import type { DocumentFacts, Located, Location, Reference, ReferenceReading } from '../model.ts';
import type { CalendarDate } from '../work/dates.ts';

/** What a bibliography is written as. */
export type BibliographyTarget = 'bibtex' | 'csl-json';

/** A reference text in its page. */
export interface ReferencePlace {
  readonly document: DocumentFacts;
  readonly reference: Reference;
}

/** One work of the bibliography that is made. */
export interface ExtractedWork {
  readonly key: string;
  /** Other keys of the site for the same work. */
  readonly aliases: readonly string[];
  readonly reading: ReferenceReading;
  /** The text it was read from, Markdown included. */
  readonly text: string;
  /** Where that text stands. */
  readonly at: Location;
}

/** Two texts under one key that say different things; the first is used. */
export interface ReferenceConflict {
  readonly key: string;
  /** “year 1997 ≠ 1998”: left is the text that is used. */
  readonly difference: string;
  readonly used: Location;
  readonly other: Location;
  /** Only words differ, no part of the work: nothing contradicts. */
  readonly wordingOnly: boolean;
}

/** Something else a user should know of an entry. */
export type ExtractionNote = Located<{
  readonly key: string;
  readonly kind: 'no-year' | 'unread' | 'same-work' | 'other-work' | 'renamed';
  /** The other key of `same-work`, `other-work` and `renamed`. */
  readonly other?: string;
}>;

/** The bibliography of a site's inline references, and what became of each of them. */
export interface Extraction {
  /** Sorted by key. */
  readonly works: readonly ExtractedWork[];
  readonly conflicts: readonly ReferenceConflict[];
  readonly notes: readonly ExtractionNote[];
  /** For each reference that the bibliography can stand in for, the key to cite. */
  readonly keys: ReadonlyMap<Reference, string>;
}

/** When a work came out, as bibliographies write it. */
export interface PublicationDate {
  readonly date?: CalendarDate;
  /** Of a range of years. */
  readonly endYear?: number;
  /** Of the first edition, `1781/1998`. */
  readonly firstYear?: number;
  /** Not out yet. */
  readonly state?: 'inpress' | 'forthcoming' | 'submitted' | 'inpreparation';
}
