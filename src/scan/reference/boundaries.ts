import type { Draft } from './draft.ts';
import { ABBREVIATION, SHORTENED } from './lexicon.ts';
import { isMark, isOneOf, type Token } from './token.ts';

/** A place where a title may end. */
export interface Boundary {
  /** The mark itself; the title ends before it, but keeps `?` and `!`. */
  readonly at: number;
  readonly strength: 'stop' | 'question' | 'comma' | 'semicolon' | 'initial';
}

/** More than any title and its container have; a text with more is no reference. */
const MOST_BOUNDARIES = 60;

/** Places between `from` and `to` where one part may end and another begin, in order. */
export function findBoundaries({ tokens }: Draft, from: number, to: number): Boundary[] {
  const found: Boundary[] = [];
  let depth = 0;
  for (let i = from; i < to && found.length < MOST_BOUNDARIES; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'mark') continue;
    if (isOneOf(token, '([')) depth++;
    else if (isOneOf(token, ')]')) depth = Math.max(0, depth - 1);
    if (depth > 0 || token.quote >= 0) continue;
    const strength = strengthAt(tokens, i, from);
    if (strength !== undefined) found.push({ at: i, strength });
  }
  return found;
}

function strengthAt(tokens: readonly Token[], at: number, from: number): Boundary['strength'] | undefined {
  switch (tokens[at]!.text) {
    case '.':
      return isFullStop(tokens, at, from) ? 'stop' : isInitialStop(tokens, at, from) ? 'initial' : undefined;
    case '?':
    case '!':
      return tokens[at + 1]?.spaced !== false && startsPart(tokens[at + 1]) ? 'question' : undefined;
    case ',':
      return 'comma';
    case ';':
      return 'semicolon';
    default:
      return undefined;
  }
}

/** A full stop that ends a sentence begun at `from`: not that of `J.`, `vs.`, `U.S.`, `2.0` or `Proc. Int. Conf.`. */
export function isFullStop(tokens: readonly Token[], at: number, from: number): boolean {
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (next === undefined) return true;
  if (before === undefined || at === from) return false;
  const eastAsian = before.shape === 'cjk' || next.shape === 'cjk';
  if (!next.spaced && next.kind !== 'open-quote' && next.kind !== 'url' && !eastAsian) return false;
  if (!startsPart(next) || isInitialBefore(tokens, at - 1, from)) return false;
  return (before.bits & ABBREVIATION) === 0 && !isShortening(tokens, at);
}

/** `Proc. Int. Conf.`, `Aquacult. Eng., 20`: a stop that shortens a word of a periodical's or a conference's name. */
function isShortening(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (before?.kind !== 'word' || before.shape === 'lower') return false;
  if ((before.bits & SHORTENED) !== 0 && isOrdinal(next)) return true;
  if (next?.kind !== 'word') return false;
  if ((before.bits & SHORTENED) !== 0) return true;
  if (before.text.length > 9 || next.shape === 'lower' || !followsShortening(tokens, at)) return false;
  const after = tokens[at + 2];
  return (
    isMark(after, '.') ||
    after?.kind === 'number' ||
    (isMark(after, ',') && tokens[at + 3]?.kind === 'number')
  );
}

/** `21st` in `Proc. 21st IEEE Conf.` */
function isOrdinal(token: Token | undefined): boolean {
  return token?.kind === 'number' && /^\d{1,3}(?:st|nd|rd|th)$/.test(token.text);
}

/** The word before the stop at `at` begins a piece, or another shortened word stands before it. */
function followsShortening(tokens: readonly Token[], at: number): boolean {
  const opened = tokens[at - 2];
  if (isMark(opened, ',')) return true;
  return isMark(opened, '.') && ((tokens[at - 3]?.bits ?? 0) & SHORTENED) !== 0;
}

/** `Advanced R. Boca Raton`: the stop after a single letter may end a title all the same. */
function isInitialStop(tokens: readonly Token[], at: number, from: number): boolean {
  const next = tokens[at + 1];
  if (at - from < 2 || next?.spaced !== true || next.kind !== 'word' || next.text.length <= 1) return false;
  // `SIAM J. Matrix Anal. Appl.`
  if (tokens[at - 1]!.text === 'J' && tokens[at - 2]!.shape === 'caps') return false;
  return tokens[at - 1]!.text.length === 1 && tokens[at - 2]!.kind === 'word';
}

/** A single capital before a full stop: an initial or part of `U.S.A.`, not the end of “vitamin D.” after a small word. */
function isInitialBefore(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at]!;
  if (token.shape !== 'caps' || token.text.length > 1) return false;
  if (at === from) return true;
  const before = tokens[at - 1]!;
  return before.shape !== 'lower' || before.kind !== 'word' || tokens[at + 2]?.shape !== 'capital';
}

const SMALL_STARTS = /^(?:in|arxiv|pp?|eds?|vol|no|trans|retrieved|accessed|available|doi|e-?print)$/;

/** A part begins with a capital, a number, a bracket or a quotation. */
function startsPart(token: Token | undefined): boolean {
  if (token === undefined) return true;
  if (token.kind === 'word')
    return token.shape !== 'lower' || token.emphasis >= 0 || SMALL_STARTS.test(token.text);
  return token.kind !== 'mark' || '([“—–-.'.includes(token.text);
}
