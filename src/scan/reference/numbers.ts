import type { DateFinding } from './dates.ts';
import { isYear } from './dates.ts';
import type { Draft } from './draft.ts';
import type { Token } from './token.ts';
import { MONTHS } from './words.ts';

/** Tokens of one number part, without its label. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
}

/** Volume, issue and pages that stand together: `27(3), 379–423`, `vol. 27, no. 3, pp. 379–423`. */
export interface NumberCluster {
  readonly from: number;
  readonly to: number;
  readonly volume?: NumberRange;
  readonly issue?: NumberRange;
  readonly pages?: NumberRange;
}

type Label = 'volume' | 'issue' | 'pages';

const LABELS: ReadonlyMap<string, Label> = new Map<string, Label>([
  ['vol', 'volume'],
  ['vols', 'volume'],
  ['volume', 'volume'],
  ['volumes', 'volume'],
  ['v', 'volume'],
  ['bd', 'volume'],
  ['band', 'volume'],
  ['jg', 'volume'],
  ['jahrgang', 'volume'],
  ['t', 'volume'],
  ['tome', 'volume'],
  ['tom', 'volume'],
  ['т', 'volume'],
  ['том', 'volume'],
  ['tomo', 'volume'],
  ['no', 'issue'],
  ['nos', 'issue'],
  ['number', 'issue'],
  ['issue', 'issue'],
  ['iss', 'issue'],
  ['nr', 'issue'],
  ['n', 'issue'],
  ['n°', 'issue'],
  ['num', 'issue'],
  ['núm', 'issue'],
  ['heft', 'issue'],
  ['h', 'issue'],
  ['№', 'issue'],
  ['nº', 'issue'],
  ['numéro', 'issue'],
  ['pp', 'pages'],
  ['p', 'pages'],
  ['pages', 'pages'],
  ['page', 'pages'],
  ['pgs', 'pages'],
  ['pg', 'pages'],
  ['s', 'pages'],
  ['seiten', 'pages'],
  ['seite', 'pages'],
  ['pág', 'pages'],
  ['págs', 'pages'],
  ['с', 'pages'],
  ['стр', 'pages'],
  ['páginas', 'pages'],
  ['art', 'pages'],
  ['article', 'pages'],
]);

interface Reader {
  readonly draft: Draft;
  readonly dates: readonly DateFinding[];
  readonly limit: number;
  /** The title is not read yet, so a range of years may be part of it. */
  readonly beforeTitle: boolean;
}

interface Item {
  readonly label: Label | undefined;
  readonly from: number;
  readonly to: number;
  /** The mark before it. */
  readonly after: string;
  readonly range: boolean;
  readonly year: boolean;
  /** A word such as “Part” is no sure label. */
  readonly weak?: boolean;
}

/** The first cluster at or after `from` that cannot be part of a title; dates inside it are passed over, not read. */
export function findNumbers(
  draft: Draft,
  from: number,
  limit: number,
  dates: readonly DateFinding[], beforeTitle = false): NumberCluster | undefined {
  const reader = { draft, dates, limit, beforeTitle };
  for (let i = from; i < limit; i++) {
    if (draft.taken[i] === 1 || !canStart(draft.tokens, i)) continue;
    const cluster = readCluster(reader, i);
    if (cluster !== undefined) return cluster;
  }
  return undefined;
}

function canStart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (token.kind === 'number') return token.spaced || !"-'’‘".includes(tokens[at - 1]?.text ?? ' ');
  return token.kind !== 'url' && (labelAt(tokens, at) !== undefined || isRoman(token));
}

function readCluster(reader: Reader, at: number): NumberCluster | undefined {
  const { tokens } = reader.draft;
  const items: Item[] = [];
  let i = at;
  let to = at;
  let after = '';
  while (i < reader.limit) {
    const token = tokens[i]!;
    if (token.kind === 'mark' && ',;:()[].–-/&'.includes(token.text)) {
      if (token.text === '.' && !continuesAfterStop(reader, i)) break;
      after = after === '(' && token.text !== ')' ? after : token.text;
      i++;
      continue;
    }
    const date = dateAt(reader, i);
    const item =
      date === undefined
        ? readItem(reader, i, after)
        : { label: undefined, from: i, to: date.to, after, range: false, year: true };
    if (item === undefined) break;
    items.push(item);
    i = item.to;
    to = i;
    after = '';
  }
  return assess(reader, at, to, items);
}

/** `27. 3`, `1994. 2(4)`: numbers go on after the full stop. */
function continuesAfterStop(reader: Reader, at: number): boolean {
  const next = reader.draft.tokens[at + 1];
  if (next === undefined) return false;
  return (
    next.kind === 'number' || labelAt(reader.draft.tokens, at + 1) !== undefined || ',;:)'.includes(next.text)
  );
}

function dateAt(reader: Reader, at: number): DateFinding | undefined {
  for (const date of reader.dates) {
    if (date.from > at) return undefined;
    if (at >= date.from && at < date.to && !date.wordy)
      return isRange(reader.draft.tokens, date) ? undefined : date;
  }
  return undefined;
}

/** `1339–1375`: rather pages than years, where another date is there. */
function isRange(tokens: readonly Token[], date: DateFinding): boolean {
  return (
    date.yearTo - date.yearFrom === 3 &&
    '-–—'.includes(tokens[date.yearFrom + 1]!.text) &&
    date.bracket === ''
  );
}

function labelAt(tokens: readonly Token[], at: number): Label | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const label = LABELS.get(token.text.toLowerCase());
  if (label === undefined) return undefined;
  const next = tokens[at + 1];
  const skip = next !== undefined && '.°:'.includes(next.text) ? 2 : 1;
  const number = tokens[at + skip];
  if (number === undefined) return undefined;
  if (token.text.length <= 2 && skip === 1 && number.spaced === false && token.text !== '№') return undefined;
  const roman = isRoman(number) && label !== 'issue';
  const lettered = label === 'pages' && number.kind === 'word' && /^[A-Za-z]{1,3}\d+$/.test(number.text);
  return number.kind === 'number' || roman || lettered ? label : undefined;
}

function isRoman(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind === 'word' &&
    /^(?:[IVXLC]+|[ivxlc]+)$/.test(token.text) &&
    token.text !== 'I' &&
    token.text !== 'C'
  );
}

function readItem(reader: Reader, at: number, after: string): Item | undefined {
  const { tokens } = reader.draft;
  const label = labelAt(tokens, at);
  let from = at;
  if (label !== undefined) {
    from++;
    while (from < reader.limit && '.°:'.includes(tokens[from]!.text)) from++;
  } else if (
    isSupplement(tokens[at]!) ||
    (tokens[at]!.kind === 'word' && MONTHS.has(tokens[at]!.text.toLowerCase()))
  ) {
    return { label: 'issue', from: at, to: at + 1, after, range: false, year: false, weak: true };
  } else if (!isBareNumber(tokens[at]!) && !isRoman(tokens[at])) return undefined;
  let to = from + 1;
  let range = false;
  while (to + 1 < reader.limit && '-–—−‑‐'.includes(tokens[to]!.text) && isBareNumber(tokens[to + 1]!)) {
    range = true;
    to += 2;
  }
  if ('fF'.includes(tokens[to]?.text ?? ' ') || tokens[to]?.text === 'ff') to++;
  if (label === undefined && isCountOfPages(tokens, to))
    return { label: 'pages', from: at, to: endOfPageWord(tokens, to), after, range, year: false };
  return { label, from, to, after, range, year: isYear(tokens[from]) && !range && label === undefined };
}

/** `379`, `e0012`, `S12`, `379a`. */
function isBareNumber(token: Token): boolean {
  return (
    token.kind === 'number' ||
    (token.kind === 'word' && /^[A-Za-z]{1,3}\d+$/.test(token.text)) ||
    (token.kind === 'word' && /^[ivxlc]{1,6}$/.test(token.text) && token.text !== 'c')
  );
}

function isSupplement(token: Token): boolean {
  return /^(?:suppl|supplement|supp|pt|part|sonderheft|special)$/i.test(token.text);
}

/** `298 pp.`, `40 p.`: how long the book is. */
function isCountOfPages(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  return (
    next !== undefined &&
    next.kind === 'word' &&
    /^(?:pp|p|pages|pgs|seiten|s)$/.test(next.text) &&
    next.spaced &&
    tokens[at + 1]?.kind !== 'number' &&
    !(tokens[at + 1]?.text === '.' && tokens[at + 2]?.kind === 'number')
  );
}

function endOfPageWord(tokens: readonly Token[], at: number): number {
  return at + 1 < tokens.length && tokens[at + 1]!.text === '.' ? at + 1 : at + 1;
}

/** Numbers make a cluster by a label, by being two, or by one beside a year; and no phrase goes on after them. */
function assess(reader: Reader, from: number, to: number, items: readonly Item[]): NumberCluster | undefined {
  const plain = items.filter((item) => !item.year);
  if (isLastNumber(reader, from, to, plain) && items.length === 1) return { from, to, ...assign(plain) };
  const labelled = plain.some((item) => item.label !== undefined && !item.weak);
  const years = items.length - plain.length;
  if (plain.length === 0 || (!labelled && plain.length < 2 && years === 0 && !plain[0]!.range))
    return undefined;
  const { tokens } = reader.draft;
  if (isTitleVolume(tokens, from, to, plain) || ((reader.beforeTitle || tokens[to]?.text === ':') && isTitleRange(tokens, to, items))) return undefined;
  if (
    !labelled &&
    plain.length === 1 &&
    !plain[0]!.range &&
    years === 1 &&
    items[0]!.year &&
    items[1]!.after !== ';' &&
    items[1]!.after !== ','
  )
    return undefined;
  const next = tokens[to];
  if (
    next !== undefined &&
    to < reader.limit &&
    next.kind === 'word' &&
    next.spaced &&
    next.shape === 'lower' &&
    !labelled
  )
    return undefined;
  if (from > 0 && !labelled && isRoman(tokens[from]) && plain.length < 2) return undefined;
  return { from, to, ...assign(plain) };
}

/** `Volume 1: Fundamental Algorithms`: a volume with a title of its own belongs to the title. */
function isTitleVolume(tokens: readonly Token[], from: number, to: number, items: readonly Item[]): boolean {
  if (items.length !== 1 || items[0]!.label !== 'volume' || tokens[to]?.text !== ':') return false;
  return tokens[to + 1]?.kind === 'word' && from > 0;
}

/** `Provincial Society, 950-1100. Cambridge: …`: years of a title, when more than numbers follows. */
function isTitleRange(tokens: readonly Token[], to: number, items: readonly Item[]): boolean {
  const [only] = items;
  if (items.length !== 1 || only?.range !== true || only.label !== undefined) return false;
  return (tokens[to]?.text === '.' || tokens[to]?.text === ':') && tokens[to + 1]?.kind === 'word';
}

/** `Artificial Intelligence, 19.`: a lone volume at the very end, after a comma. */
function isLastNumber({ draft: { tokens } }: Reader, from: number, to: number, items: readonly Item[]): boolean {
  if (items.length !== 1 || items[0]!.label !== undefined || tokens[from]!.text.length > 3) return false;
  return tokens[from - 1]?.text === ',' && (to >= tokens.length || (tokens[to]!.text === '.' && to + 1 >= tokens.length));
}

/** Gives each number its part: by label, else in the order volume, issue, pages. */
function assign(items: readonly Item[]): { volume?: NumberRange; issue?: NumberRange; pages?: NumberRange } {
  const parts: { volume?: NumberRange; issue?: NumberRange; pages?: NumberRange } = {};
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    const last = i === items.length - 1;
    const part = item.label ?? guess(item, parts, last && items.length > 1, items.length);
    if (parts[part] === undefined) parts[part] = { from: item.from, to: item.to };
  }
  return parts;
}

function guess(
  item: Item,
  parts: { volume?: NumberRange; issue?: NumberRange },
  last: boolean,
  count: number,
): Label {
  if (item.range && (parts.volume !== undefined || count === 1 || last)) return 'pages';
  if (parts.volume === undefined) return 'volume';
  if (item.after === '(' || item.after === '/' || item.after === '[')
    return parts.issue === undefined ? 'issue' : 'pages';
  return last ? 'pages' : parts.issue === undefined ? 'issue' : 'pages';
}
