import { isYear } from './dates.ts';
import { type Draft, take } from './draft.ts';
import { GENRE } from './lexicon.ts';
import { closingBracket } from './spans.ts';
import { isMark, isOneOf, type Token, type TokenRange } from './token.ts';

/** What sort of work the text says it is, and where: “Doctoral dissertation”, “Technical Report No. 12”, “[Internet]”. */
export interface GenreFinding extends TokenRange {
  readonly kind: 'thesis' | 'report' | 'manuscript' | 'other';
}

const THESIS =
  /^(?:thesis|dissertation|diss|thèse|tesis|dissertação|diplomarbeit|habilitationsschrift|masterarbeit|bachelorarbeit|proefschrift)$/;
const MANUSCRIPT = /^(?:manuscript|preprint|draft|unpublished|internet-draft)$/;
const REPORT = /^(?:report|reports|memorandum|memo|rapport|bericht|rfc)$/;
const MEDIUM =
  /^(?:internet|online|computer|software|data|video|audio|blog|motion|film|dvd|cd|cd-rom|web|preprint|manuscript|podcast|tweet|lecture|working|no|slides|en|electronic)$/;

/** Finds the first genre phrase after `from` that stands on its own and takes it. */
export function readGenre(draft: Draft, from: number): GenreFinding | undefined {
  const { tokens, taken } = draft;
  if ((draft.source.bits & GENRE) === 0 && !draft.bracketed) return undefined;
  for (let i = from; i < tokens.length; i++) {
    if (taken[i] === 1 || !standsAlone(tokens, i, from)) continue;
    const found = isOneOf(tokens[i], '([') ? readBracketed(tokens, i) : readPhrase(tokens, i);
    if (found === undefined) continue;
    take(draft, found.from, found.to);
    return found;
  }
  return undefined;
}

/** A phrase begins the rest or stands after punctuation. */
function standsAlone(tokens: readonly Token[], at: number, from: number): boolean {
  const before = tokens[at - 1];
  if (at === from || before === undefined || before.kind === 'close-quote') return true;
  return isOneOf(before, '.,;()[]') || isOneOf(tokens[at], '([');
}

/** `[Doctoral dissertation, MIT]`, `(Technical Report No. 12)`, `[Internet]`, `[Motion picture]`. */
function readBracketed(tokens: readonly Token[], at: number): GenreFinding | undefined {
  const close = closingBracket(tokens, at);
  if (close < 0 || close - at > 16) return undefined;
  const kind = kindWithin(tokens, at + 1, close);
  if (kind !== 'other') return { kind, from: at, to: close + 1 };
  const medium = tokens[at]!.text === '[' && MEDIUM.test(tokens[at + 1]!.lower);
  return medium || isPatent(tokens, at + 1, close) ? { kind, from: at, to: close + 1 } : undefined;
}

/** `U.S. Patent No. 3,541,541`, `European Patent EP0123456`. */
function isPatent(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to && i < from + 6; i++) if (tokens[i]!.lower === 'patent') return true;
  return false;
}

/** The phrase itself, without its bracket and what stands behind a comma in it. */
export function genreName(tokens: readonly Token[], { from, to }: TokenRange): TokenRange {
  if (!isOneOf(tokens[from], '([')) return { from, to };
  const comma = commaWithin(tokens, from + 1, to - 1);
  return { from: from + 1, to: comma < 0 ? to - 1 : comma };
}

/** `[Doctoral dissertation, University of California, Irvine]` names the university too, perhaps with the year. */
export function institutionWithin(tokens: readonly Token[], genre: GenreFinding): TokenRange | undefined {
  if (!isOneOf(tokens[genre.from], '([') || (genre.kind !== 'thesis' && genre.kind !== 'report'))
    return undefined;
  const comma = commaWithin(tokens, genre.from + 1, genre.to - 1);
  let to = genre.to - 1;
  while (to > comma + 1 && (isYear(tokens[to - 1]) || isOneOf(tokens[to - 1], ',.;'))) to--;
  const named = comma > 0 && tokens[comma + 1]!.kind === 'word' && !isNumbering(tokens[comma + 1]!);
  return named && to > comma + 1 ? { from: comma + 1, to } : undefined;
}

function commaWithin(tokens: readonly Token[], from: number, to: number): number {
  for (let i = from; i < to; i++) if (isOneOf(tokens[i], ',;') && tokens[i + 1]!.spaced) return i;
  return -1;
}

function kindWithin(tokens: readonly Token[], from: number, to: number): GenreFinding['kind'] {
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if ((token.bits & GENRE) === 0) continue;
    if (THESIS.test(token.lower)) return 'thesis';
    if ((REPORT.test(token.lower) && i - from <= 3) || isWorkingPaper(tokens, i)) return 'report';
  }
  return 'other';
}

function isWorkingPaper(tokens: readonly Token[], at: number): boolean {
  return /^papers?$/.test(tokens[at]!.lower) && tokens[at - 1]?.lower === 'working';
}

/** Most words of a phrase: “unpublished doctoral dissertation in philosophy”. */
const MOST_WORDS = 6;

/** `Ph.D. thesis`, `Doctoral dissertation`, `Technical Report CSL-83-8`, up to the next comma or full stop. */
function readPhrase(tokens: readonly Token[], at: number): GenreFinding | undefined {
  for (let i = at, words = 0; i < tokens.length && words < MOST_WORDS; i++) {
    const token = tokens[i]!;
    if (token.kind === 'word') {
      if ((token.bits & GENRE) === 0) return undefined;
      words++;
      const kind = kindAt(tokens, at, i, words);
      if (kind === 'report') return { kind, from: at, to: endOfNumber(tokens, i + 1) };
      if (kind !== undefined) return endsHere(tokens[i + 1]) ? { kind, from: at, to: i + 1 } : undefined;
    } else if (!isOneOf(token, '.-')) return undefined;
  }
  return undefined;
}

function kindAt(
  tokens: readonly Token[],
  from: number,
  at: number,
  words: number,
): GenreFinding['kind'] | undefined {
  const { lower } = tokens[at]!;
  if (THESIS.test(lower)) return 'thesis';
  if (MANUSCRIPT.test(lower) && endsHere(tokens[at + 1])) return 'manuscript';
  if (words > 1 && (REPORT.test(lower) || isWorkingPaper(tokens, at))) return 'report';
  if (lower === 'report' && isNumberWord(tokens[at + 1])) return 'report';
  return lower === 'rep' && /^(?:tech|technical)$/.test(tokens[from]!.lower) ? 'report' : undefined;
}

/** `Dissertation Abstracts International` is a periodical. */
function endsHere(next: Token | undefined): boolean {
  return next === undefined || next.kind !== 'word' || next.shape === 'lower';
}

/** Over `No. 12`, `CSL-83-8`, `, 349` after the name of a series of reports. */
function endOfNumber(tokens: readonly Token[], from: number): number {
  let i = isMark(tokens[from], '.') && /^rep$/.test(tokens[from - 1]!.lower) ? from + 1 : from;
  while (i < tokens.length && i < from + 10) {
    const token = tokens[i]!;
    const joins = isOneOf(token, '.-/:–') && tokens[i + 1]?.spaced === false;
    const abbreviated = isMark(token, '.') && isNumberWord(tokens[i - 1]);
    const introduced = isMark(token, ':') && (isNumberWord(tokens[i - 1]) || isNumberWord(tokens[i - 2]));
    if (!joins && !abbreviated && !introduced && !isNumbering(token)) break;
    i++;
  }
  return i;
}

function isNumberWord(token: Token | undefined): boolean {
  return token !== undefined && /^(?:no|nos|nr|number)$/.test(token.lower);
}

function isNumbering(token: Token): boolean {
  if (token.kind === 'number' || isMark(token, '#')) return true;
  if (token.kind !== 'word') return false;
  if (isNumberWord(token)) return true;
  return token.shape !== 'lower' && token.shape !== 'capital' && /[\d-]|^[A-Z]{2,}$/.test(token.text);
}
