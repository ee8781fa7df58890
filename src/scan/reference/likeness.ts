import type { Token } from './token.ts';
import { CONFERENCE_WORDS, PERIODICAL_WORDS, PLACES, PUBLISHER_WORDS, REGIONS, STOP_WORDS } from './words.ts';

/** What the words of a range are evidence for; counts of words. */
export interface WordCounts {
  readonly words: number;
  /** Small words that are no articles or prepositions: a phrase has them, a name has none. */
  readonly phrase: number;
  readonly periodical: number;
  readonly conference: number;
  readonly publisher: number;
  readonly place: number;
  readonly region: number;
  /** Words cut short by a full stop: `Phys.`, `Rev.`. */
  readonly shortened: number;
}

/** Counts what the words of `from` to `to` are evidence for. */
export function countWords(tokens: readonly Token[], from: number, to: number): WordCounts {
  const counts = {
    words: 0,
    phrase: 0,
    periodical: 0,
    conference: 0,
    publisher: 0,
    place: 0,
    region: 0,
    shortened: 0,
  };
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word') continue;
    const lower = token.text.toLowerCase();
    counts.words++;
    if (token.shape === 'lower') {
      if (!STOP_WORDS.has(lower) && token.text.length > 1) counts.phrase++;
      if (PERIODICAL_WORDS.has(lower) && lower.length > 4) counts.periodical++;
      continue;
    }
    const stop = tokens[i + 1]?.text === '.' && i + 1 < to;
    if (stop && token.text.length <= 8) counts.shortened++;
    if (PERIODICAL_WORDS.has(lower)) counts.periodical++;
    if (CONFERENCE_WORDS.has(lower)) counts.conference++;
    if (PUBLISHER_WORDS.has(lower)) counts.publisher++;
    if (PLACES.has(lower)) counts.place++;
    if (REGIONS.has(lower)) counts.region++;
  }
  return counts;
}

/** How much a range reads like the name of a periodical or of proceedings; above 0 it may be one. */
export function periodicalLikeness(tokens: readonly Token[], from: number, to: number): number {
  const counts = countWords(tokens, from, to);
  if (counts.words === 0) return -9;
  const first = tokens[from]!;
  const numbered = first.kind === 'number' || /^[IVX]+$/.test(first.text);
  const start = numbered || (first.kind === 'word' && first.shape === 'lower') ? -2 : 0;
  const long = counts.words > 14 ? -2 : counts.words > 10 ? -1 : 0;
  return (
    start +
    long +
    1 -
    1.2 * counts.phrase +
    1.5 * Math.min(3, counts.periodical + counts.conference) +
    Math.min(2, counts.shortened)
  );
}

/** How much a range reads like a publisher with or without a place; above 0 it may be one. */
export function publisherLikeness(tokens: readonly Token[], from: number, to: number): number {
  const counts = countWords(tokens, from, to);
  if (counts.words === 0) return -9;
  const long = counts.words > 10 ? -3 : counts.words > 7 ? -1 : 0;
  return (
    0.5 +
    long -
    1.5 * counts.phrase +
    2 * Math.min(2, counts.publisher) +
    1.5 * Math.min(2, counts.place) +
    0.5 * Math.min(2, counts.region)
  );
}
