import type { DateFinding } from './dates.ts';
import { type Draft, dateFrom } from './draft.ts';
import {
  isLettered,
  isRoman,
  isSocietyVolume,
  labelAt,
  type NumberItem,
  type NumberPart,
  readItem,
} from './number-items.ts';
import { isMark, isOneOf, type Token, type TokenRange } from './token.ts';

/** Volume, issue and pages that stand together: `27(3), 379–423`, `vol. 27, no. 3, pp. 379–423`. */
export interface NumberCluster extends TokenRange {
  readonly volume: TokenRange | undefined;
  readonly issue: TokenRange | undefined;
  readonly pages: TokenRange | undefined;
}

/** What a cluster is read in. */
interface Reader {
  readonly draft: Draft;
  /** The title is not read yet, so a range of years may be part of it. */
  readonly beforeTitle: boolean;
}

/** The first cluster at or after `from` that cannot be part of a title; dates inside it are passed over, not read. */
export function findNumbers(draft: Draft, from: number, beforeTitle: boolean): NumberCluster | undefined {
  const reader = { draft, beforeTitle };
  for (let i = from; i < draft.tokens.length; i++) {
    if (draft.taken[i] === 1 || !canStart(draft.tokens, i) || isDay(draft, i)) continue;
    const cluster = readCluster(reader, i);
    if (cluster !== undefined) return cluster;
  }
  return undefined;
}

/** The day in `November 11, 2002` is no volume. */
function isDay({ dates }: Draft, at: number): boolean {
  return dates.some(({ from, yearFrom, bracket }) => {
    const first = bracket === '' ? from : from + 1;
    return at > first && at < yearFrom;
  });
}

function canStart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (isProduct(tokens, at) || isSeries(tokens, at)) return false;
  if (token.strong >= 0 && isLettered(token)) return true;
  if (token.kind === 'number') return token.spaced || !isOneOf(tokens[at - 1], "-'’‘");
  return (
    (token.kind === 'word' &&
      (labelAt(tokens, at) !== undefined || isRoman(token) || isSocietyVolume(tokens, at))) ||
    token.text === '№'
  );
}

/** `2 x 2 tables`: two numbers and what stands between them. */
function isProduct(tokens: readonly Token[], at: number): boolean {
  const isTimes = (token: Token | undefined): boolean => token?.text === 'x' || token?.text === '×';
  const isNumber = (token: Token | undefined): boolean => token?.kind === 'number';
  if (isTimes(tokens[at])) return isNumber(tokens[at - 1]) && isNumber(tokens[at + 1]);
  return isNumber(tokens[at]) && isTimes(tokens[at + 1]) && isNumber(tokens[at + 2]);
}

/** `Ann. of Math. (2) 141 (1995)`: the second series of the journal. */
function isSeries(tokens: readonly Token[], at: number): boolean {
  if (!isMark(tokens[at - 1], '(') || !isMark(tokens[at + 1], ')') || tokens[at]!.text.length > 1)
    return false;
  return tokens[at + 2]?.kind === 'number' && tokens[at + 2]!.spaced;
}

/** Most numbers of a cluster: volume, issue, pages and date, some of them twice. */
const MOST_ITEMS = 12;

function readCluster(reader: Reader, at: number): NumberCluster | undefined {
  const { tokens } = reader.draft;
  const items: NumberItem[] = [];
  let to = at;
  let after = '';
  for (let i = at; i < tokens.length && items.length < MOST_ITEMS; ) {
    const token = tokens[i]!;
    if (isOneOf(token, ',;:()[].–-/&')) {
      if (token.text === '.' && !continuesAfterStop(tokens, i)) break;
      after = after === '(' && token.text !== ')' ? after : token.text;
      i++;
      continue;
    }
    const date = dateAt(reader.draft, i);
    const item = date === undefined ? readItem(tokens, i, tokens.length, after) : yearItem(i, date, after);
    if (item === undefined || isMillions(tokens, item.from)) break;
    items.push(item);
    i = item.to;
    to = i;
    after = '';
  }
  if (!isCluster(reader, at, to, items)) return undefined;
  const { volume, issue, pages } = assign(items);
  return { from: at, to, volume, issue, pages };
}

/** `3,541,541`, the number of a patent: one number of three groups, which is no volume, issue and page. */
function isMillions(tokens: readonly Token[], at: number): boolean {
  const isGroup = (i: number): boolean =>
    tokens[i]?.kind === 'number' &&
    /^\d{3}$/.test(tokens[i].text) &&
    !tokens[i].spaced &&
    isMark(tokens[i - 1], ',') &&
    !tokens[i - 1]!.spaced;
  let first = at;
  while (first > at - 6 && isGroup(first)) first -= 2;
  return tokens[first]?.kind === 'number' && isGroup(first + 2) && isGroup(first + 4);
}

function yearItem(at: number, date: DateFinding, after: string): NumberItem {
  return { label: undefined, from: at, to: date.to, after, range: false, year: true, weak: false };
}

/** `27. 3`, `1994. 2(4)`: numbers go on after the full stop. */
function continuesAfterStop(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.kind === 'number' || isOneOf(next, ',;:)') || labelAt(tokens, at + 1) !== undefined;
}

/** The date that begins at the token, or in a bracket before it; a range such as `1339–1375` is rather pages. */
function dateAt(draft: Draft, at: number): DateFinding | undefined {
  const { tokens } = draft;
  const date = dateFrom(draft, at) ?? (isOneOf(tokens[at - 1], '([') ? dateFrom(draft, at - 1) : undefined);
  if (date === undefined || date.wordy) return undefined;
  const range =
    date.bracket === '' && date.yearTo - date.yearFrom === 3 && !isMark(tokens[date.yearFrom + 1], '/');
  return range ? undefined : date;
}

// ---- is it one? ----

/** Numbers make a cluster by a label, by being two, or by one beside a year; and no phrase goes on after them. */
function isCluster(
  { draft: { tokens, taken }, beforeTitle }: Reader,
  from: number,
  to: number,
  items: readonly NumberItem[],
): boolean {
  const plain = items.filter((item) => !item.year);
  const first = plain[0];
  if (first === undefined || isCitedPage(tokens, items)) return false;
  if (isLastNumber(tokens, from, to, items)) return true;
  if (isTitleVolume(tokens, from, to, plain)) return false;
  if ((beforeTitle || isMark(tokens[to], ':')) && isTitleRange(tokens, to, items)) return false;
  if (plain.some((item) => item.label !== undefined && !item.weak)) return true;
  const alone = plain.length === 1 && !first.range;
  const years = items.length - plain.length;
  if (
    alone &&
    (years === 0 || isRoman(tokens[from]) || items.some((item) => item.year && item.after === ':'))
  )
    return false;
  if (alone && years === 1 && items[0]!.year && !';,'.includes(items[1]!.after)) return false;
  const next = tokens[to];
  // `58–69 arxiv:math/0208125`: an identifier is no phrase.
  if (next === undefined || taken[to] === 1) return true;
  return !(next.kind === 'word' && next.spaced && next.shape === 'lower');
}

/** `(New York: Wiley, 1987), 424.`: the page that a note means. */
function isCitedPage(tokens: readonly Token[], items: readonly NumberItem[]): boolean {
  const number = items.at(-1)!;
  if (items.some((item) => !item.year && item !== number)) return false;
  if (number.year || number.range || number.label !== undefined) return false;
  return isMark(tokens[number.from - 1], ',') && isMark(tokens[number.from - 2], ')');
}

/** `Volume 1: Fundamental Algorithms`: a volume with a title of its own belongs to the title. */
function isTitleVolume(
  tokens: readonly Token[],
  from: number,
  to: number,
  items: readonly NumberItem[],
): boolean {
  if (items.length !== 1 || items[0]!.label !== 'volume' || !isMark(tokens[to], ':')) return false;
  return tokens[to + 1]?.kind === 'word' && from > 0;
}

/** `Provincial Society, 950-1100. Cambridge: …`: years of a title, when more than numbers follows. */
function isTitleRange(tokens: readonly Token[], to: number, items: readonly NumberItem[]): boolean {
  const [only] = items;
  if (items.length !== 1 || only?.range !== true || only.label !== undefined) return false;
  return isOneOf(tokens[to], '.:') && tokens[to + 1]?.kind === 'word';
}

/** `Artificial Intelligence, 19.`: a lone volume at the very end, after a comma. */
function isLastNumber(
  tokens: readonly Token[],
  from: number,
  to: number,
  items: readonly NumberItem[],
): boolean {
  if (items.length !== 1 || items[0]!.label !== undefined || tokens[from]!.text.length > 3) return false;
  return (
    isMark(tokens[from - 1], ',') &&
    (to >= tokens.length || (isMark(tokens[to], '.') && to + 1 >= tokens.length))
  );
}

// ---- which is which? ----

interface Parts {
  volume?: TokenRange;
  issue?: TokenRange;
  pages?: TokenRange;
}

/** Gives each number its part: by label, else in the order volume, issue, pages. */
function assign(items: readonly NumberItem[]): Parts {
  const parts: Parts = {};
  const plain = items.filter((item) => !item.year);
  for (let i = 0; i < plain.length; i++) {
    const item = plain[i]!;
    const last = i > 0 && i === plain.length - 1;
    const part = item.label ?? guess(item, parts, last, plain.length);
    parts[part] ??= { from: item.from, to: item.to };
  }
  return parts;
}

function guess(item: NumberItem, parts: Parts, last: boolean, count: number): NumberPart {
  const bracketed = item.after === '(' || item.after === '/' || item.after === '[';
  const issues = bracketed && !last && parts.issue === undefined;
  if (item.range && !issues && (parts.volume !== undefined || count === 1 || last)) return 'pages';
  // `pp. 228–235, 423`: another page.
  if (parts.volume === undefined) return parts.pages === undefined ? 'volume' : 'pages';
  return parts.issue === undefined && (bracketed || !last) ? 'issue' : 'pages';
}
