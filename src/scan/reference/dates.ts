import { bitsOf, MONTH, WORDY_DATE } from './lexicon.ts';
import { isMark, isOneOf, type Token, type TokenRange } from './token.ts';
import { readWordyDate } from './wordy-dates.ts';

/** A place that can be the date of publication. */
export interface DateFinding extends TokenRange {
  /** Tokens of the year itself. */
  readonly yearFrom: number;
  readonly yearTo: number;
  /** The bracket around it; it belongs to the date's tokens. */
  readonly bracket: '' | '(' | '[';
  /** The date is all the bracket holds. */
  readonly alone: boolean;
  /** Words such as “n.d.” or “in press” stand for the year. */
  readonly wordy: boolean;
  /** Years a title is about, `(1885–1914)`: another date follows. */
  readonly span: boolean;
}

const YEAR = /^(?:1[4-9]|20)\d\d[a-z]?$/;
const FULL = /^\d{1,2}\.\d{1,2}\.(?:1[4-9]|20)\d\d$/;

/** Whether the token is written as a year between 1400 and 2099, with or without a letter. */
export function isYear(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'number') return false;
  const { length } = token.text;
  return length === 4 || length === 5 ? YEAR.test(token.text) : length >= 8 && FULL.test(token.text);
}

/** Every place in the text that could be a date of publication, in order. */
export function findDates(tokens: readonly Token[]): DateFinding[] {
  const found: DateFinding[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    let date: DateFinding | undefined;
    if (isYear(token) && !isSection(tokens[i - 1]) && !isPage(tokens, i)) date = readDate(tokens, i);
    else if ((token.bits & WORDY_DATE) !== 0) date = readWordyDate(tokens, i);
    if (date === undefined) continue;
    found.push(date);
    i = date.to - 1;
  }
  return found;
}

/** `42 U.S.C. § 1983`: the number of a law. */
const isSection = (before: Token | undefined): boolean => isMark(before, '§');

/** `365(19):1771-80` and `1395-1411`, but not `ISO 690:2010`: the number of a page that looks like a year. */
function isPage(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const first = tokens[at - 2];
  if (tokens[at]!.spaced || before === undefined || first === undefined) return false;
  if (isMark(before, ':')) return isMark(first, ')') || (first.kind === 'number' && isDash(tokens[at + 1]));
  if (!isDash(before) || first.kind !== 'number' || first.text.length < 3) return false;
  return !isYear(first) || isPage(tokens, at - 2);
}

function isDash(token: Token | undefined): boolean {
  return isOneOf(token, '-–') && !token!.spaced;
}

function readDate(tokens: readonly Token[], at: number): DateFinding {
  const yearTo = endOfYears(tokens, at);
  let from = backOverDay(tokens, at);
  const to = overEastAsianDay(tokens, yearTo) ?? overDay(tokens, yearTo);
  const before = tokens[from - 1];
  if (isMark(before, '.') && isApproximate(tokens[from - 2])) from -= 2;
  else if (isMark(before, '©') || isApproximate(before)) from--;
  return inBracket(tokens, {
    from,
    to,
    yearFrom: at,
    yearTo,
    bracket: '',
    alone: false,
    wordy: false,
    span: false,
  });
}

/** `1973年`, `1980年版`, `2010年10月1日`; undefined where no 年 follows. */
function overEastAsianDay(tokens: readonly Token[], at: number): number | undefined {
  const unit = tokens[at];
  if (unit?.shape !== 'cjk' || unit.spaced || !/^年版?$/.test(unit.text)) return undefined;
  let to = at + 1;
  for (const name of ['月', '日']) if (isDay(tokens[to]) && tokens[to + 1]?.text === name) to += 2;
  return to;
}

function isApproximate(token: Token | undefined): boolean {
  return token !== undefined && (token.text === 'c' || token.text === 'ca' || token.text === 'circa');
}

/** `1998–2003`, `1997/98`, `1781/1998`. */
function endOfYears(tokens: readonly Token[], at: number): number {
  const dash = tokens[at + 1];
  const second = tokens[at + 2];
  if (dash === undefined || second === undefined || second.kind !== 'number') return at + 1;
  if (!isOneOf(dash, '-–—/') || second.spaced !== dash.spaced) return at + 1;
  const slash = dash.text === '/';
  if (isYear(second)) {
    return Number.parseInt(second.text, 10) > Number.parseInt(tokens[at]!.text, 10) - (slash ? 600 : 0)
      ? at + 3
      : at + 1;
  }
  return slash && second.text.length === 2 && !isOneOf(tokens[at + 3], '-/') ? at + 3 : at + 1;
}

/** `12 May 2019`, `May 12, 2019`, `May 2019`, `12/05/2019`. */
function backOverDay(tokens: readonly Token[], at: number): number {
  let i = at;
  const before = tokens[i - 1];
  if (before === undefined) return at;
  if (isOneOf(before, '-/') && isDay(tokens[i - 2])) {
    return tokens[i - 3]?.text === before.text && isDay(tokens[i - 4]) ? i - 4 : at;
  }
  if (
    isMark(before, ',') &&
    (isMonth(tokens[i - 2]) || (isDay(tokens[i - 2]) && isMonthBefore(tokens, i - 2)))
  )
    i--;
  else if (isMark(before, '.') && isMonth(tokens[i - 2]) && isShortMonth(tokens[i - 2]!)) i--;
  if (isMonth(tokens[i - 1])) return backOverDays(tokens, i - 1);
  if (isDay(tokens[i - 1]) && isMonthBefore(tokens, i - 1)) return backOverDays(tokens, i);
  return isOf(tokens[i - 1]) && isMonth(tokens[i - 2]) ? backOverDays(tokens, i - 2) : at;
}

/** `20 de julio del 2010`, `20 de julho de 2010`. */
function isOf(token: Token | undefined): boolean {
  return token?.text === 'de' || token?.text === 'del';
}

/** Months that a full stop may shorten; “May.” is a name at the end of a list. */
function isShortMonth({ lower }: Token): boolean {
  return lower !== 'may' && lower !== 'mai' && lower !== 'fall' && lower.length <= 7;
}

/** Over days, months, and the marks between them, leftwards: `3–5 `, `June/July `, `12. `. */
function backOverDays(tokens: readonly Token[], at: number): number {
  let i = at;
  while (i > 0) {
    const before = tokens[i - 1]!;
    const joins = isOneOf(before, '-–/&.') && (isDay(tokens[i - 2]) || isMonth(tokens[i - 2]));
    const named = isOf(before) && isDay(tokens[i - 2]);
    if (!joins && !named && !isDay(before) && !isMonth(before)) break;
    i--;
  }
  return i;
}

function isMonthBefore(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (isMonth(before)) return true;
  if (isMark(before, '.')) return isMonth(tokens[at - 2]);
  return isOneOf(before, '-–') && isDay(tokens[at - 2]) && isMonth(tokens[at - 3]);
}

/** `2019, May 12`, `2019 May`, `2019-05-12`, `2004 Jun 15`, `2019, 12 de mayo`. */
function overDay(tokens: readonly Token[], at: number): number {
  const next = tokens[at];
  if (next === undefined) return at;
  if (isOneOf(next, '-/') && !next.spaced && isDay(tokens[at + 1])) {
    const again = tokens[at + 2];
    if (again?.text === next.text && !again.spaced && isDay(tokens[at + 3])) return at + 4;
    const month = tokens[at + 1]!.text;
    return month.length === 2 && Number(month) <= 12 ? at + 2 : at;
  }
  const i = isMark(next, ',') ? at + 1 : at;
  const month = tokens[isOf(tokens[i + 1]) ? i + 2 : i + 1];
  const dayFirst = i !== at && isDay(tokens[i]) && isMonth(month);
  return isMonth(tokens[i]) || dayFirst ? overDays(tokens, i) : at;
}

function overDays(tokens: readonly Token[], at: number): number {
  let i = at;
  while (i < tokens.length) {
    const token = tokens[i]!;
    const joins = isOneOf(token, '-–/.') && (isDay(tokens[i + 1]) || isMonth(tokens[i + 1]));
    const shortens = isMark(token, '.') && isMonth(tokens[i - 1]) && isOneOf(tokens[i + 1], ')];,');
    const named = isOf(token) && isMonth(tokens[i + 1]);
    if (!joins && !shortens && !named && !isMonth(token) && !isDay(token)) break;
    i++;
  }
  return i;
}

/** `May`, `déc`, `January-February`; Portuguese writes months small, and Rio de Janeiro large. */
export function isMonth(token: Token | undefined): boolean {
  if (token === undefined || token.kind !== 'word' || token.text.length < 3) return false;
  if (token.lower === 'janeiro' && token.shape !== 'lower') return false;
  if ((token.bits & MONTH) !== 0) return true;
  const hyphen = token.lower.indexOf('-');
  return hyphen > 2 && (bitsOf(token.lower.slice(0, hyphen)) & MONTH) !== 0;
}

const DAY = /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/;

function isDay(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'number' && token.text.length <= 4 && DAY.test(token.text);
}

/** The date with the brackets it stands in. */
export function inBracket(tokens: readonly Token[], date: DateFinding): DateFinding {
  const open = tokens[date.from - 1];
  const close = tokens[date.to];
  const opens = isOneOf(open, '([');
  const closes = isOneOf(close, ')]');
  if (!opens && !closes) return date;
  const bracket = (opens ? open!.text === '[' : close!.text === ']') ? '[' : '(';
  const { yearFrom, yearTo, wordy, span } = date;
  return {
    from: opens ? date.from - 1 : date.from,
    to: closes ? date.to + 1 : date.to,
    yearFrom,
    yearTo,
    bracket,
    alone: opens && closes,
    wordy,
    span,
  };
}

/** Two years more than one apart: `(1885–1914)`, `1950-1100`. */
export function isSpan(tokens: readonly Token[], { yearFrom, yearTo }: DateFinding): boolean {
  if (yearTo - yearFrom !== 3 || isMark(tokens[yearFrom + 1], '/')) return false;
  return Number.parseInt(tokens[yearTo - 1]!.text, 10) - Number.parseInt(tokens[yearFrom]!.text, 10) > 1;
}
