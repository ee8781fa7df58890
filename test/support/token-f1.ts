import type { ReferenceReading, Region } from '../../src/model.ts';

/** One row of a labelled set: a text and its pieces by label, punctuation included. */
export interface LabelledReference {
  readonly id: string;
  readonly text: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

/** The fields that AnyStyle labels and this reader finds as well. */
export const FIELDS = ['author', 'date', 'title', 'container-title'] as const;
/** One of these fields. */
export type FieldName = (typeof FIELDS)[number];

/** Words that join parts and belong to none: the labels count them now here, now there. */
const JOINING = new Set(['and', 'in', 'et', 'al', 'the', 'eds', 'ed']);

/** Words and numbers of a text in lower case, accents kept, punctuation gone. */
function wordsOf(text: string): string[] {
  return (text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => !JOINING.has(word));
}

/** Words a row's labels give to a field: of the date its years alone, of the container journals and books alike. */
export function expectedWords(row: LabelledReference, field: FieldName): string[] {
  const pieces = (...labels: string[]): string =>
    labels.flatMap((label) => row.fields[label] ?? []).join(' ');
  if (field === 'date') return yearsOf(pieces('date')).slice(0, 1);
  if (field === 'container-title') return wordsOf(pieces('container-title', 'journal'));
  return wordsOf(pieces(field));
}

function yearsOf(text: string): string[] {
  return text.match(/(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/g) ?? [];
}

/** The same words as the reading has them, taken from the text at the regions it gives. */
export function foundWords(reading: ReferenceReading, text: string, field: FieldName): string[] {
  const at = (region: Region | undefined): string =>
    region === undefined ? '' : text.slice(region.start, region.end);
  if (field === 'date') return yearsOf(at(reading.year?.region)).slice(0, 1);
  if (field === 'title') return wordsOf(at(reading.title?.region));
  if (field === 'container-title') return wordsOf(at(reading.container?.region));
  return reading.authors.flatMap((author) => wordsOf(at(author.region)));
}

/** Words of one field, counted over rows: those labelled, those found, those that are both, and the rows where all agree. */
export interface Tally {
  both: number;
  found: number;
  expected: number;
  exact: number;
  rows: number;
}

/** Adds a row to a tally; words are counted as a bag. */
export function addTo(tally: Tally, expected: readonly string[], found: readonly string[]): boolean {
  const left = new Map<string, number>();
  for (const word of expected) left.set(word, (left.get(word) ?? 0) + 1);
  let both = 0;
  for (const word of found) {
    const count = left.get(word) ?? 0;
    if (count > 0) {
      both++;
      left.set(word, count - 1);
    }
  }
  const exact = both === expected.length && both === found.length;
  tally.both += both;
  tally.found += found.length;
  tally.expected += expected.length;
  tally.exact += exact ? 1 : 0;
  tally.rows++;
  return exact;
}

/** Harmonic mean of precision and recall over all words of a field. */
export const f1Of = (tally: Tally): number => (2 * tally.both) / Math.max(1, tally.found + tally.expected);

/** A count before the first row. */
export const emptyTally = (): Tally => ({ both: 0, found: 0, expected: 0, exact: 0, rows: 0 });
