import { type NameList, readFamilies, readNames } from './authors.ts';
import type { DateFinding } from './dates.ts';
import { type Draft, dateFrom, nextDate, take } from './draft.ts';
import { isGenreMark } from './gbt7714.ts';
import { endOfAside, endOfLabel, endOfRepetition } from './labels.ts';
import { GIVEN } from './lexicon.ts';
import { withRemains } from './name-remains.ts';
import { readOrganisation } from './organisations.ts';
import { endOfOthers } from './roles.ts';
import { spanFrom } from './spans.ts';
import { isMark, isOneOf, type Token } from './token.ts';
import { endOfTopic } from './topics.ts';

/** What a reference starts with: a label, names, perhaps the date. */
export interface Head {
  /** After `[12]` or `12.`. */
  readonly start: number;
  readonly names: NameList | undefined;
  /** A dash stands for the names of the reference before. */
  readonly repeated: boolean;
  /** The date where it follows the names. */
  readonly date: DateFinding | undefined;
  /** Where the title begins. */
  readonly next: number;
}

/** Reads label, names and a date right after the names; takes their tokens. */
export function readHead(draft: Draft): Head {
  const { tokens } = draft;
  const start = endOfLabel(tokens) || endOfTopic(draft);
  take(draft, 0, start);
  const repeated = endOfRepetition(tokens, start);
  if (repeated > start) {
    take(draft, start, repeated);
    return withDate(draft, start, undefined, true, repeated);
  }
  const names = readHeadNames(draft, start);
  if (names === undefined) return withDate(draft, start, names, false, start);
  const next = endOfAside(tokens, Math.max(names.to, names.roleTo));
  take(draft, names.from, next);
  return withDate(draft, start, names, false, next);
}

/** Names or an organisation at `start`; what is linked there is a title, unless it is names and nothing else. */
function readHeadNames(draft: Draft, start: number): NameList | undefined {
  const { tokens } = draft;
  const linked = spanFrom(draft, 'link', start);
  if (linked !== undefined) {
    const names = readNames(tokens, start, linked.to);
    const shortened = names?.form === 'inverted' || names?.form === 'direct' || names?.form === 'run-on';
    return shortened && names.to === linked.to ? names : undefined;
  }
  const { limit, bounded } = findLimit(draft, start);
  const names = readNames(tokens, start, limit, hasRunOnMarks(draft));
  const bare = bounded && names !== undefined && isBarePair(tokens, names);
  return (
    (bare ? readFamilies(tokens, start, limit, bounded) : undefined) ??
    (names === undefined ? undefined : withRemains(draft, names)) ??
    readFamilies(tokens, start, limit, bounded) ??
    readOrganisation(tokens, start, limit, bounded)
  );
}

/** `Vinh, Epps` of `Vinh, Epps, and Bailey (2010)`: the second word is no given name that is known, so it may be a family. */
function isBarePair(
  tokens: readonly Token[],
  { names: [first, ...others], form, othersOmitted }: NameList,
): boolean {
  if (form !== 'inverted-full' || othersOmitted || others.some((name) => name.form !== 'literal'))
    return false;
  return first!.to - first!.from === 3 && (tokens[first!.to - 1]!.bits & GIVEN) === 0;
}

/** The head with the date that follows the names, taken. */
function withDate(
  draft: Draft,
  start: number,
  names: NameList | undefined,
  repeated: boolean,
  next: number,
): Head {
  const found = dateAfter(draft, next, names !== undefined || repeated);
  const first = found === undefined ? undefined : wholeBracket(draft.tokens, found);
  if (first !== undefined) take(draft, first.from, first.to);
  const date = first === undefined ? undefined : (editionAfter(draft, first) ?? first);
  if (date === undefined) return { start, names, repeated, date, next };
  const said = dateFrom(draft, date.to);
  const to = said?.wordy === true && said.alone ? said.to : date.to; // `2020 (in press).`
  take(draft, date.from, to);
  return { start, names, repeated, date, next: to };
}

/** Most tokens of a bracket with a date and what is said about it. */
const LONGEST_BRACKET = 16;

/** `(1985?)`, `(2001 [1985])`, `(1985; 2nd ed. 2001)`: all that the bracket says of the date. */
function wholeBracket(tokens: readonly Token[], date: DateFinding): DateFinding {
  if (date.bracket !== '(' || date.alone || !isMark(tokens[date.from], '(')) return date;
  let depth = 1;
  for (let i = date.to; i < date.from + LONGEST_BRACKET && i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.emphasis >= 0 || token.quote >= 0 || isSentenceEnd(tokens, i)) return date;
    if (isMark(token, '(')) depth++;
    if (isMark(token, ')') && --depth === 0) return { ...date, to: i + 1, alone: true };
  }
  return date;
}

/** A full stop behind a word that is no abbreviation. */
function isSentenceEnd(tokens: readonly Token[], at: number): boolean {
  return isMark(tokens[at], '.') && tokens[at + 1]?.spaced === true && tokens[at - 1]!.text.length > 4;
}

/** `(1859) 2003.`: the year of the edition behind that of the original. */
function editionAfter(draft: Draft, original: DateFinding): DateFinding | undefined {
  const date = original.bracket !== '' && original.alone ? dateFrom(draft, original.to) : undefined;
  return date?.bracket === '' && isMark(draft.tokens[date.to], '.') ? date : undefined;
}

/** `; 1997`, `1997;27`, `[M]`: marks of styles that write names as `Knuth DE`. */
function hasRunOnMarks({ tokens, dates, bracketed }: Draft): boolean {
  for (const date of dates) {
    if (isMark(tokens[date.from - 1], ';')) return true;
    if (isMark(tokens[date.to], ';') && tokens[date.to + 1]?.kind === 'number') return true;
  }
  const last = tokens.at(-1);
  if (isMark(last, ';')) return true;
  return bracketed && tokens.some((_, i) => isGenreMark(tokens, i));
}

interface NameLimit {
  readonly limit: number;
  /** A date in brackets, a quotation, emphasis or a link stands there. */
  readonly bounded: boolean;
}

/** The first place names cannot pass: a date, a quotation, emphasis, a link, an identifier. */
function findLimit(draft: Draft, start: number): NameLimit {
  const { tokens, taken } = draft;
  const date = nextDate(draft, start, false);
  for (let i = start; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (i === date?.from) return { limit: i, bounded: isMark(token, '(') };
    if (token.kind === 'open-quote' && !isNickname(tokens, i)) return { limit: i, bounded: true };
    if (token.emphasis >= 0 && tokens[i - 1]?.emphasis !== token.emphasis && endOfOthers(tokens, i) === i) {
      return { limit: i, bounded: true };
    }
    if (i > start && token.link >= 0) return { limit: i, bounded: true };
    if (i > start && taken[i] === 1) return { limit: i, bounded: false };
  }
  return { limit: tokens.length, bounded: false };
}

/** `Robert "Uncle Bob" Martin`. */
function isNickname(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.text !== '"' || tokens[at - 1]?.kind !== 'word') return false;
  for (let i = at + 1; i < at + 5 && i < tokens.length; i++) {
    if (tokens[i]!.kind === 'close-quote') return tokens[i + 1]?.shape === 'capital';
  }
  return false;
}

/**
 * The date that follows the names: `(1997)`, `1997.`, `, 1997,`, and with no mark behind it `2013 Building Mound A`; after
 * the full stop of `Turing AM. 1936 On computable numbers` it is one where the rest has none.
 */
function dateAfter(draft: Draft, at: number, named: boolean): DateFinding | undefined {
  const { tokens } = draft;
  let i = at;
  while (i < at + 2 && isOneOf(tokens[i], '.,:;')) i++;
  const date = dateFrom(draft, i);
  if (date === undefined || date.span) return undefined;
  if (date.bracket !== '') return named || date.alone ? date : undefined;
  if (!named) return undefined;
  const after = tokens[date.to];
  if (after === undefined || isOneOf(after, '.,:;—–-') || after.kind === 'open-quote' || after.emphasis >= 0)
    return date;
  if (isMark(after, '(') && dateFrom(draft, date.to)?.wordy === true) return date;
  const isNext = i === at || (i === at + 1 && isMark(tokens[at], '.') && !nextDate(draft, date.to));
  return isNext && tokens[i]!.spaced && after.kind === 'word' && after.shape !== 'lower' ? date : undefined;
}
