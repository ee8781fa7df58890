import { CONFERENCE, COUNTRY, PERIODICAL, PLACE, PUBLISHER, SMALL } from './lexicon.ts';
import { isMark, type Token } from './token.ts';

/** What the words of a range are evidence for; counts of words. */
export interface WordCounts {
  words: number;
  /** Small words that are no articles or prepositions: a phrase has them, a name has none. */
  phrase: number;
  periodical: number;
  conference: number;
  publisher: number;
  place: number;
  country: number;
  /** Words cut short by a full stop: `Phys.`, `Rev.`. */
  shortened: number;
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
    country: 0,
    shortened: 0,
  };
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word') continue;
    counts.words++;
    if (token.shape === 'lower') countSmall(counts, token);
    else {
      if (token.text.length <= 8 && i + 1 < to && isMark(tokens[i + 1], '.')) counts.shortened++;
      if (token.bits !== 0) countCapital(counts, token);
    }
  }
  return counts;
}

function countSmall(counts: WordCounts, { bits, text }: Token): void {
  if ((bits & SMALL) === 0 && text.length > 1) counts.phrase++;
  if ((bits & PERIODICAL) !== 0 && text.length > 4) counts.periodical++;
}

function countCapital(counts: WordCounts, token: Token): void {
  const { bits } = token;
  if ((bits & PERIODICAL) !== 0) counts.periodical++;
  if ((bits & CONFERENCE) !== 0) counts.conference++;
  if ((bits & PUBLISHER) !== 0) counts.publisher++;
  if ((bits & PLACE) !== 0) counts.place++;
  if (isCountry(token)) counts.country++;
}

/** `Florida`, `FL`, `Calif`; `De` and `In` are no states. */
export function isCountry({ bits, shape, text }: Token): boolean {
  return (bits & COUNTRY) !== 0 && shape !== 'lower' && (text.length > 2 || shape === 'caps');
}

/** How much a range reads like the name of a periodical or of proceedings; above 0 it may be one. */
export function periodicalLikeness(
  tokens: readonly Token[],
  from: number,
  to: number,
  counts = countWords(tokens, from, to),
): number {
  if (counts.words === 0) return -9;
  const first = tokens[from]!;
  const numbered = first.kind === 'number' || /^[IVX]+$/.test(first.text);
  const start = numbered || (first.kind === 'word' && first.shape === 'lower') ? -2 : 0;
  const long = counts.words > 14 ? -2 : counts.words > 10 ? -1 : 0;
  const named = 1.5 * Math.min(3, counts.periodical + counts.conference) + Math.min(2, counts.shortened);
  return start + long + 1 - 1.2 * counts.phrase + named;
}

/** How much a range reads like a publisher with or without a place; above 0 it may be one. */
export function publisherLikeness(
  tokens: readonly Token[],
  from: number,
  to: number,
  counts = countWords(tokens, from, to),
): number {
  if (counts.words === 0) return -9;
  const long = counts.words > 10 ? -3 : counts.words > 7 ? -1 : 0;
  const named =
    2 * Math.min(2, counts.publisher) + 1.5 * Math.min(2, counts.place) + 0.5 * Math.min(2, counts.country);
  return 0.5 + long - 1.5 * counts.phrase + named;
}
