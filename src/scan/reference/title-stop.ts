import { type Draft, dateFrom, hasDateWithin, nextDate } from './draft.ts';
import { isGenreMark } from './gbt7714.ts';
import { PERIODICAL, PLACE } from './lexicon.ts';
import { publisherLikeness } from './likeness.ts';
import type { NumberCluster } from './numbers.ts';
import { isDoubleSlash, isEditionWord, isIn, startsBracketPhrase, startsPhrase } from './phrases.ts';
import { isAllPublisher } from './publisher-alone.ts';
import { closingBracket, spanFrom } from './spans.ts';
import { isMark, isOneOf, type Token, type TokenRange } from './token.ts';

/** The first thing a title in running text cannot reach into. */
export interface TitleStop {
  readonly at: number;
  /** The title goes right up to the stop: no container stands between. */
  readonly sure: boolean;
  /** Volume or pages stop it, so that a periodical stands before them. */
  readonly numbers: boolean;
  /** The place of publication follows, and nothing else before the year. */
  readonly place?: TokenRange;
}

/** Finds where the title that begins at `from` must end at the latest. */
export function findStop(draft: Draft, from: number, numbers: NumberCluster | undefined): TitleStop {
  const { tokens, taken } = draft;
  for (let i = from; i < tokens.length; i++) {
    if (taken[i] === 1) return { at: i, sure: false, numbers: false };
    const comma = i > from ? commaBeforePlace(draft, from, i) : -1;
    if (comma > from) return { at: comma, sure: true, numbers: false, place: { from: comma + 1, to: i } };
    if (i === numbers?.from) return { at: i, sure: false, numbers: true };
    if (i === from) continue;
    if (isSureStop(tokens, i) || isPeriodicalHere(draft, i, numbers))
      return { at: i, sure: true, numbers: false };
    if (isStop(draft, i)) return { at: i, sure: false, numbers: false };
  }
  return { at: tokens.length, sure: false, numbers: false };
}

/** `…, Berlin 2021 (= Reihe 114).`: the comma before the place that a last year follows without a mark; -1 where none is. */
function commaBeforePlace(draft: Draft, from: number, at: number): number {
  const { tokens } = draft;
  const date = dateFrom(draft, at);
  if (date?.bracket !== '' || date.span || nextDate(draft, date.to) !== undefined) return -1;
  if (tokens[at - 1]!.kind !== 'word' || tokens[at - 1]!.shape === 'lower' || !endsReference(tokens, date.to))
    return -1;
  let comma = at - 1;
  while (comma > from && comma > at - 6 && !isOneOf(tokens[comma], ',;:')) comma--;
  if (!isMark(tokens[comma], ',')) return -1;
  const isKnown = (tokens[comma + 1]!.bits & PLACE) !== 0;
  const isAlone = comma === at - 2 && (tokens[at - 1]!.bits & PERIODICAL) === 0;
  const isUnknown = isAlone && isMark(tokens[from - 1], ':') && isEndOrSeries(tokens, date.to);
  return isKnown || isUnknown ? comma : -1;
}

/** `Nature 2021 (12), 3` and `Spiegel 2021, S. 12` are no places. */
function isEndOrSeries(tokens: readonly Token[], at: number): boolean {
  return isMark(tokens[at], '(') ? isMark(tokens[at + 1], '=') : !isOneOf(tokens[at], ',[');
}

/** The end, a series or a note in brackets, or the pages that are meant. */
function endsReference(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (next === undefined || isOneOf(next, '([')) return true;
  if (isMark(next, '.')) return at + 1 >= tokens.length;
  return isMark(next, ',') && /^(?:s|hier)$/.test(tokens[at + 1]?.lower ?? '');
}

/** Emphasis that begins a part, “in”, or a mark of GB/T 7714. */
function isSureStop(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  const before = tokens[at - 1]!;
  const begins = token.emphasis >= 0 && before.emphasis !== token.emphasis;
  if (begins && (before.kind === 'close-quote' || isOneOf(before, '.,?!;:'))) return true;
  return isIn(tokens, at) || isDoubleSlash(tokens, at) || isGenreMark(tokens, at);
}

/** `go to statements *Computing Surveys* 6, 261–301`: the mark before an emphasised periodical is missing. */
function isPeriodicalHere(draft: Draft, at: number, numbers: NumberCluster | undefined): boolean {
  if (numbers === undefined || draft.tokens[at]!.emphasis < 0) return false;
  const span = spanFrom(draft, 'emphasis', at);
  if (span === undefined) return false;
  const next = isMark(draft.tokens[span.to], ',') ? span.to + 1 : span.to;
  return numbers.from > at && numbers.from <= next;
}

function isStop(draft: Draft, at: number): boolean {
  if (startsPhrase(draft.tokens, at)) return true;
  if (isOneOf(draft.tokens[at], '([') && isClosingBracket(draft, at)) return true;
  return isDateHere(draft, at);
}

/** A bracket that holds what stands after a title: place and publisher, a date, an edition, editors, a genre. */
function isClosingBracket(draft: Draft, at: number): boolean {
  const { tokens } = draft;
  const close = closingBracket(tokens, at);
  if (close < 0) return false;
  const phrase = startsBracketPhrase(tokens, at + 1);
  if (tokens[at]!.text === '[') return close - at <= 12 && phrase;
  if (isPhraseGoingOn(tokens[close + 1])) return false;
  if (phrase || isEditionWithin(tokens, at + 1) || hasDateWithin(draft, at, close, false)) return true;
  if (isAllPublisher(tokens, at + 1, close)) return true;
  return hasColon(tokens, at, close) && publisherLikeness(tokens, at + 1, close) > 1.5;
}

function isPhraseGoingOn(after: Token | undefined): boolean {
  return (
    after?.kind === 'word' && after.shape === 'lower' && !/^(?:in|edited|pp?|vol|trans)$/.test(after.text)
  );
}

function hasColon(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (isMark(tokens[i], ':')) return true;
  return false;
}

function isEditionWithin(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < at + 4 && i < tokens.length; i++) if (isEditionWord(tokens, i)) return true;
  return false;
}

/** A date after punctuation, not a year inside the title such as “Summer 1969: a memoir”. */
function isDateHere(draft: Draft, at: number): boolean {
  const { tokens } = draft;
  const date = dateFrom(draft, at);
  if (date === undefined || date.span) return false;
  if (date.bracket !== '') return true;
  const after = tokens[date.to];
  const closed = after === undefined || isOneOf(after, '.,;)[') || after.kind === 'url';
  return closed && isOneOf(tokens[at - 1], '.,;(');
}
