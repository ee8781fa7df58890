import { isFullStop } from './boundaries.ts';
import { type Draft, dateFrom, hasDateWithin, trimEnd } from './draft.ts';
import { countWords, publisherLikeness } from './likeness.ts';
import type { NumberCluster } from './numbers.ts';
import { closingBracket } from './spans.ts';
import { isMark, isOneOf } from './token.ts';

/** A container in running text ends before numbers, dates, place and publisher, a bracket, or a full stop. */
export function endOfContainer(draft: Draft, from: number, numbers: NumberCluster | undefined): number {
  const { tokens, taken } = draft;
  for (let i = from; i < tokens.length; i++) {
    if ((taken[i] === 1 && i > from) || i === numbers?.from) return trimEnd(draft, from, i);
    if (i > from && isEndMark(draft, i, from, numbers)) return i;
  }
  return trimEnd(draft, from, tokens.length);
}

function isEndMark(draft: Draft, at: number, from: number, numbers: NumberCluster | undefined): boolean {
  const token = draft.tokens[at]!;
  if (token.kind !== 'mark') return false;
  switch (token.text) {
    case '.':
      return isFullStop(draft.tokens, at, from);
    case ';':
      return true;
    case '(':
      return bracketEndsContainer(draft, at, numbers);
    case ',':
      return commaEndsContainer(draft, at);
    default:
      return false;
  }
}

/** The bracket holds a date, numbers, place and publisher, or editors. */
export function bracketEndsContainer(draft: Draft, at: number, numbers: NumberCluster | undefined): boolean {
  const { tokens } = draft;
  const close = closingBracket(tokens, at);
  if (close < 0 || hasDateWithin(draft, at, close)) return true;
  if (numbers !== undefined && numbers.from > at && numbers.from < close) return true;
  return (
    /^(?:vol|pp|p|eds?|no|series)$/.test(tokens[at + 1]!.lower) ||
    publisherLikeness(tokens, at + 1, close) > 1.5
  );
}

const SMALL_ENDS = /^(?:vol|no|pp|ed|eds|edited|p|ser|series|volume|at|held|presented)$/;

/** What follows the comma is no more of the container: a date, a place, a publisher. */
export function commaEndsContainer(draft: Draft, comma: number): boolean {
  const { tokens, taken } = draft;
  const next = tokens[comma + 1];
  if (next === undefined || taken[comma + 1] === 1 || dateFrom(draft, comma + 1) !== undefined) return true;
  if (next.shape === 'lower' && next.kind === 'word') return SMALL_ENDS.test(next.text);
  const to = endOfSegment(draft, comma + 1);
  const counts = countWords(tokens, comma + 1, to);
  if (counts.conference > 0) return false;
  if (counts.place > 0 || counts.publisher > 0 || (counts.country > 0 && counts.words <= 2)) return true;
  return isCityBeforeCountry(draft, comma + 1, to) || /^(?:ser|series|volume|lncs)$/.test(next.lower);
}

/** `Orlando, Florida`, `White Plains, NY`: a short name before a state or a country. */
function isCityBeforeCountry(draft: Draft, from: number, to: number): boolean {
  const { tokens } = draft;
  if (to - from > 3 || !isMark(tokens[to], ',') || countWords(tokens, from, to).phrase > 0) return false;
  const next = tokens[to + 1];
  if (next === undefined || next.shape === 'lower') return false;
  const counts = countWords(tokens, to + 1, endOfSegment(draft, to + 1));
  return counts.country > 0 && counts.words <= 2;
}

/** Index of the next comma, full stop, semicolon, colon, bracket or taken token. */
export function endOfSegment({ tokens, taken }: Draft, from: number): number {
  let i = from;
  while (i < tokens.length && taken[i] === 0) {
    if (isOneOf(tokens[i], ',;:()[]') || (isMark(tokens[i], '.') && isFullStop(tokens, i, from))) break;
    i++;
  }
  return i;
}
