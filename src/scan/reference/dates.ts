import type { Token } from './token.ts';
import { MONTHS } from './words.ts';

/** A place that can be the date of publication. */
export interface DateFinding {
  /** First token of the whole date, bracket included. */
  readonly from: number;
  /** After its last token, bracket included. */
  readonly to: number;
  /** Tokens of the year itself. */
  readonly yearFrom: number;
  readonly yearTo: number;
  /** The bracket around it. */
  readonly bracket: '' | '(' | '[';
  /** The date is all the bracket holds. */
  readonly alone: boolean;
  /** Words such as “n.d.” or “in press” stand for the year. */
  readonly wordy: boolean;
}

const YEAR = /^(?:1[4-9]|20)\d\d[a-z]?$/;
const FULL = /^\d{1,2}\.\d{1,2}\.(?:1[4-9]|20)\d\d$/;

/** Whether the token is written as a year between 1400 and 2099, with or without a letter. */
export function isYear(token: Token | undefined): boolean {
  return token !== undefined && token.kind === 'number' && (YEAR.test(token.text) || FULL.test(token.text));
}

/** Every place in the text that could be a date of publication, in order. */
export function findDates(tokens: readonly Token[]): DateFinding[] {
  const found: DateFinding[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    let date: DateFinding | undefined;
    if (isYear(token)) date = readDate(tokens, i);
    else if (token.kind === 'word') date = readWordyDate(tokens, i);
    if (date === undefined) continue;
    found.push(date);
    i = date.to - 1;
  }
  return found;
}

function readDate(tokens: readonly Token[], at: number): DateFinding | undefined {
  const yearTo = endOfYears(tokens, at);
  let from = at;
  let to = yearTo;
  from = backOverDay(tokens, from);
  to = overDay(tokens, to);
  const before = tokens[from - 1];
  if (before?.text === '.' && isApproximate(tokens[from - 2])) from -= 2;
  else if (before?.text === '©' || isApproximate(before)) from--;
  return bracketed(tokens, { from, to, yearFrom: at, yearTo, bracket: '', alone: false, wordy: false });
}

function isApproximate(token: Token | undefined): boolean {
  return token !== undefined && (token.text === 'c' || token.text === 'ca' || token.text === 'circa');
}

/** `1998–2003`, `1997/98`, `1781/1998`. */
function endOfYears(tokens: readonly Token[], at: number): number {
  const dash = tokens[at + 1];
  const second = tokens[at + 2];
  if (dash === undefined || second === undefined || second.kind !== 'number') return at + 1;
  if (!'-–—/'.includes(dash.text) || second.spaced !== dash.spaced) return at + 1;
  if (
    isYear(second) &&
    Number.parseInt(second.text, 10) > Number.parseInt(tokens[at]!.text, 10) - (dash.text === '/' ? 600 : 0)
  ) {
    return at + 3;
  }
  return dash.text === '/' && second.text.length === 2 && !'-/'.includes(tokens[at + 3]?.text ?? ' ')
    ? at + 3
    : at + 1;
}

/** `12 May 2019`, `May 12, 2019`, `May 2019`, `12/05/2019`. */
function backOverDay(tokens: readonly Token[], at: number): number {
  let i = at;
  const before = tokens[i - 1];
  if (before !== undefined && '-/'.includes(before.text) && isDay(tokens[i - 2])) {
    const more = tokens[i - 3];
    return more?.text === before.text && isDay(tokens[i - 4]) ? i - 4 : at;
  }
  if (
    before?.text === ',' &&
    (isMonth(tokens, i - 2) || (isDay(tokens[i - 2]) && isMonthBefore(tokens, i - 2)))
  )
    i--;
  else if (before?.text === '.' && isMonth(tokens, i - 2) && !/^(?:may|mai|mayo|fall)$/i.test(tokens[i - 2]!.text)) i--;
  if (isMonth(tokens, i - 1)) {
    i--;
    return backOverDays(tokens, i);
  }
  if (isDay(tokens[i - 1]) && isMonthBefore(tokens, i - 1)) return backOverDays(tokens, i);
  if (tokens[i - 1]?.text === 'de' && isMonth(tokens, i - 2)) return backOverDays(tokens, i - 2);
  return at;
}

/** Over days, months, and the marks between them, leftwards: `3–5 `, `June/July `, `12. `. */
function backOverDays(tokens: readonly Token[], at: number): number {
  let i = at;
  while (i > 0) {
    const before = tokens[i - 1]!;
    const joins = '-–/&.'.includes(before.text) && (isDay(tokens[i - 2]) || isMonth(tokens, i - 2));
    if (isDay(before) || isMonth(tokens, i - 1)) i--;
    else if (joins || (before.text === 'de' && isDay(tokens[i - 2]))) i--;
    else break;
  }
  return i;
}

function isMonthBefore(tokens: readonly Token[], at: number): boolean {
  return (
    isMonth(tokens, at - 1) ||
    (tokens[at - 1]?.text === '.' && isMonth(tokens, at - 2)) ||
    ('-–'.includes(tokens[at - 1]?.text ?? ' ') && isDay(tokens[at - 2]) && isMonth(tokens, at - 3))
  );
}

/** `2019, May 12`, `2019 May`, `2019-05-12`, `2004 Jun 15`. */
function overDay(tokens: readonly Token[], at: number): number {
  const next = tokens[at];
  if (next === undefined) return at;
  if ('-/'.includes(next.text) && !next.spaced && isDay(tokens[at + 1])) {
    const again = tokens[at + 2];
    if (again?.text === next.text && !again.spaced && isDay(tokens[at + 3])) return at + 4;
    return tokens[at + 1]!.text.length === 2 && Number(tokens[at + 1]!.text) <= 12 ? at + 2 : at;
  }
  const i = next.text === ',' ? at + 1 : at;
  if (!isMonth(tokens, i))
    return i !== at && isDay(tokens[i]) && isMonth(tokens, i + 1) ? overDays(tokens, i) : at;
  return overDays(tokens, i);
}

function overDays(tokens: readonly Token[], at: number): number {
  let i = at;
  while (i < tokens.length) {
    const token = tokens[i]!;
    if (isMonth(tokens, i) || isDay(token)) i++;
    else if ('-–/.'.includes(token.text) && (isDay(tokens[i + 1]) || isMonth(tokens, i + 1))) i++;
    else if (token.text === '.' && isMonth(tokens, i - 1) && ')];,'.includes(tokens[i + 1]?.text ?? ' ')) i++;
    else break;
  }
  return i;
}

function isMonth(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token === undefined || token.kind !== 'word' || token.text.length < 3) return false;
  const hyphen = token.text.indexOf('-');
  return MONTHS.has((hyphen < 0 ? token.text : token.text.slice(0, hyphen)).toLowerCase());
}

function isDay(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind === 'number' &&
    /^(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?$/.test(token.text)
  );
}

/** Takes the brackets in where the date stands in some. */
function bracketed(tokens: readonly Token[], date: DateFinding): DateFinding {
  const open = tokens[date.from - 1]?.text;
  const close = tokens[date.to]?.text;
  const opens = open === '(' || open === '[';
  const closes = close === ')' || close === ']';
  const bracket = open === '[' ? '[' : '(';
  if (opens && closes) return { ...date, from: date.from - 1, to: date.to + 1, bracket, alone: true };
  if (opens) return { ...date, from: date.from - 1, bracket };
  if (closes) return { ...date, to: date.to + 1, bracket: close === ']' ? '[' : '(' };
  return date;
}

const WORDY: readonly (readonly string[])[] = [
  ['n', '.', 'd', '.'],
  ['n', '.', 'd'],
  ['nd'],
  ['no', 'date'],
  ['undated'],
  ['in', 'press'],
  ['forthcoming'],
  ['in', 'preparation'],
  ['to', 'appear'],
  ['s', '.', 'a', '.'],
  ['s', '.', 'd', '.'],
  ['o', '.', 'D', '.'],
  ['o', '.', 'J', '.'],
  ['o', '.', 'j', '.'],
  ['under', 'review'],
  ['submitted'],
  ['accepted'],
  ['im', 'druck'],
  ['im', 'erscheinen'],
  ['sous', 'presse'],
  ['à', 'paraître'],
  ['в', 'печати'],
];
const WORDY_STARTS: ReadonlySet<string> = new Set(WORDY.map((words) => words[0]!));

/** “n.d.”, “in press”: only where it cannot be a word of the title. */
function readWordyDate(tokens: readonly Token[], at: number): DateFinding | undefined {
  const opener = tokens[at - 1]?.text;
  const exact = opener !== '(' && opener !== '[';
  const spell = (token: Token | undefined): string | undefined => (exact && token?.text.length === 1 ? token.text : token?.text.toLowerCase());
  const first = spell(tokens[at])!;
  if (!WORDY_STARTS.has(first)) return undefined;
  for (const words of WORDY) {
    if (words[0] !== first || !words.every((word, i) => spell(tokens[at + i]) === word))
      continue;
    const to = at + words.length;
    const before = tokens[at - 1];
    const after = tokens[to];
    const opened = before === undefined || '.,(;['.includes(before.text);
    const closed = after === undefined || '.,);:-–]'.includes(after.text) || words.at(-1) === '.';
    if (!opened || !closed) return undefined;
    const yearTo = after?.text === '-' && /^[a-z]$/.test(tokens[to + 1]?.text ?? '') ? to + 2 : to;
    return bracketed(tokens, {
      from: at,
      to: yearTo,
      yearFrom: at,
      yearTo,
      bracket: '',
      alone: false,
      wordy: true,
    });
  }
  return undefined;
}
