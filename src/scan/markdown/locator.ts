import { once } from '../../text/once.ts';
import { ENGLISH, type LocatorTerms } from './locator-terms.ts';

/** A suffix taken apart as citeproc does it. */
interface SplitSuffix {
  /** One of CSL's locator terms. */
  readonly label?: string;
  readonly locator?: string;
  /** What is left, the comma before it included; absent where nothing is left. */
  readonly suffix?: string;
}

/** No label is longer, so a label that does not end within these tokens is none. */
const LONGEST_LABEL = 6;

const TOKEN = once(
  () => /\uE010[^\uE011]*\uE011|\s|(?!:)\p{P}|[^\s\p{P}]+(?::+[^\s\p{P}]*)*|:+[^\s\p{P}]*/gu,
);
const MATH = '\uE010$';
const DIGIT = /[0-9]/;
const DIGITS = /[0-9]/g;
const PUNCTUATION = once(() => /^\p{P}$/u);
const ROMAN = /^(?=[mdclxvi])m*(?:cm)?d?(?:cd)?c*(?:xc)?l?(?:xl)?x*(?:ix)?v?(?:iv)?i*$/i;
const PAIRS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Marks what is one token, whatever is in it: emphasis, quotes, code, math. To citeproc `*p. 3*` is a number, and no label. */
export const asOneToken = (text: string): string => `\uE010${text}\uE011`;

const withoutMarks = (text: string): string =>
  text.includes('\uE010') ? text.replace(/[\uE010\uE011]/g, '') : text;

/**
 * Splits what stands behind a cite key into label, locator and the rest: `, p. 33, passim` is page 33 and `, passim`.
 * A label or a digit must come first, a comma may stand before it; `{…}` says outright what is the locator, `{}` that
 * nothing is. Only the first locator counts, and labels are those of the page's language. Follows
 * Text.Pandoc.Citeproc.Locator, on text instead of inlines.
 */
export function splitLocator(text: string, terms = ENGLISH): SplitSuffix {
  const cut = cutOf(text, terms);
  if (cut === undefined) return withSuffix({}, text);
  const locator = withoutMarks(text.slice(cut.from, cut.end)).trim();
  return withSuffix(locator === '' ? {} : { label: cut.label, locator }, text.slice(cut.rest));
}

/** Where the locator stands in a text, and where the suffix behind it begins. */
interface Cut {
  readonly label: string;
  readonly from: number;
  readonly end: number;
  readonly rest: number;
}

/** Texts that differ in their digits only are cut alike, and most suffixes are `, p. 33` with another number. */
const cuts = new Map<string, Cut | undefined>();
const MOST_CUTS = 1000;

function cutOf(text: string, terms: LocatorTerms): Cut | undefined {
  const shape = text.replace(DIGITS, '0');
  // What has no digits is a piece of the page, and would keep it in memory.
  if (shape === text) return findCut(text, terms);
  const key = terms === ENGLISH ? shape : `${terms.language}\n${shape}`;
  if (cuts.has(key)) return cuts.get(key);
  if (cuts.size >= MOST_CUTS) cuts.clear();
  const cut = findCut(text, terms);
  cuts.set(key, cut);
  return cut;
}

function findCut(text: string, terms: LocatorTerms): Cut | undefined {
  const tokens = text.match(TOKEN()) ?? [];
  let start = tokens[0] === ',' ? 1 : 0;
  if (isBlank(tokens[start])) start += 1;
  const found = delimited(tokens, start, terms) ?? integrated(tokens, start, terms);
  if (found === undefined) return undefined;
  const { label, from, end, rest = end } = found;
  return { label, from: lengthOf(tokens, from), end: lengthOf(tokens, end), rest: lengthOf(tokens, rest) };
}

function lengthOf(tokens: readonly string[], count: number): number {
  let length = 0;
  for (let at = 0; at < count && at < tokens.length; at += 1) length += tokens[at]!.length;
  return length;
}

function withSuffix(found: SplitSuffix, rest: string): SplitSuffix {
  const suffix = withoutMarks(rest).trim();
  return suffix === '' ? found : { ...found, suffix };
}

/** The same in tokens. */
interface Found {
  readonly label: string;
  readonly from: number;
  readonly end: number;
  /** Where the suffix begins, if not at `end`. */
  readonly rest?: number;
}

/** `{pp. 3, 4–7}`. */
function delimited(tokens: readonly string[], at: number, terms: LocatorTerms): Found | undefined {
  if (tokens[at] !== '{') return undefined;
  let depth = 0;
  let end = at;
  for (; end < tokens.length; end += 1) {
    if (tokens[end] === '{') depth += 1;
    else if (tokens[end] === '}') depth -= 1;
    if (depth === 0) break;
  }
  if (end === tokens.length) return undefined;
  let from = at + 1;
  while (isBlank(tokens[from])) from += 1;
  const named = labelAt(tokens.slice(0, end), from, terms, () => true);
  return { label: named?.label ?? 'page', from: named?.end ?? Math.min(from, end), end, rest: end + 1 };
}

function integrated(tokens: readonly string[], at: number, terms: LocatorTerms): Found | undefined {
  const named = labelAt(tokens, at, terms, (end) => hasNumber(word(tokens, end, true)));
  if (named === undefined && word(tokens, at, true)?.digits !== true) return undefined;
  const wanted = named === undefined ? (found?: Word) => found?.digits === true : hasNumber;
  const from = named?.end ?? at;
  const first = word(tokens, from, named !== undefined);
  if (first === undefined || !wanted(first)) return undefined;
  let { end } = first;
  for (
    let next = word(tokens, end, false);
    next !== undefined && wanted(next);
    next = word(tokens, end, false)
  ) {
    ({ end } = next);
  }
  return { label: named?.label ?? 'page', from, end };
}

/** The longest label at `at` that something wanted follows. */
function labelAt(
  tokens: readonly string[],
  at: number,
  { names, beginnings }: LocatorTerms,
  follows: (end: number) => boolean,
) {
  let best: { label: string; end: number } | undefined;
  let written = '';
  for (let end = at; end < tokens.length && end < at + LONGEST_LABEL; end += 1) {
    written += tokens[end]!;
    const name = withoutMarks(written).trim().toLowerCase();
    if (!beginnings.has(name)) break;
    const label = names.get(name);
    if (label !== undefined && end + 1 < tokens.length && follows(end + 1)) best = { label, end: end + 1 };
  }
  return best;
}

interface Word {
  readonly end: number;
  /** It has an arabic digit. */
  readonly digits: boolean;
  /** It has a Roman numeral or an arabic digit. */
  readonly numeral: boolean;
}

const hasNumber = (found?: Word): boolean => found?.numeral === true;

/** One number with what belongs to it: `33–35`, `34(1)(i)`, `[17]`; with the separator before it unless it is first. */
function word(tokens: readonly string[], at: number, first: boolean): Word | undefined {
  let start = at;
  if (!first && (tokens[start] === ',' || tokens[start] === ';')) start += 1;
  if (isBlank(tokens[start])) start += 1;
  let end = start;
  let digits = false;
  let numeral = false;
  for (let part = wordPart(tokens, end); part !== undefined; part = wordPart(tokens, end)) {
    digits ||= part.digits;
    numeral ||= part.numeral;
    end = part.end;
  }
  return end === start ? undefined : { end, digits, numeral };
}

function wordPart(tokens: readonly string[], at: number): Word | undefined {
  const closing = PAIRS[tokens[at] ?? ''];
  if (closing === undefined) return pageSequence(tokens, at);
  const inner = pageSequence(tokens, at + 1);
  const end = inner?.end ?? at + 1;
  if (tokens[end] !== closing) return undefined;
  return { end: end + 1, digits: inner?.digits === true, numeral: inner?.numeral === true };
}

/** `1`, `1.2.3`, `.2`; a full stop at the end belongs to the text. */
function pageSequence(tokens: readonly string[], at: number): Word | undefined {
  let result = pageUnit(tokens, at);
  let position = result?.end ?? at;
  while (tokens[position] === '.') {
    const next = pageUnit(tokens, position + 1);
    if (next === undefined) break;
    result = {
      end: next.end,
      digits: result?.digits === true || next.digits,
      numeral: result?.numeral === true || next.numeral,
    };
    position = next.end;
  }
  return result;
}

function pageUnit(tokens: readonly string[], at: number): Word | undefined {
  if (ROMAN.test(withoutMarks(tokens[at] ?? ''))) return { end: at + 1, digits: false, numeral: true };
  let end = at;
  while (end < tokens.length && !isBlank(tokens[end]) && !endsUnit(tokens[end]!)) end += 1;
  if (end === at) return undefined;
  const digits = holdsDigit(tokens, at, end);
  return { end, digits, numeral: digits };
}

function holdsDigit(tokens: readonly string[], start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    if (DIGIT.test(tokens[at]!) && !tokens[at]!.startsWith(MATH)) return true;
  }
  return false;
}

const GOES_ON: ReadonlySet<string> = new Set([':', '-', '\u2013']);

/** Punctuation ends a number, dashes and colons excepted. */
function endsUnit(token: string): boolean {
  return token.length < 3 && PUNCTUATION().test(token) && !GOES_ON.has(token);
}

function isBlank(token: string | undefined): boolean {
  return token !== undefined && token.trim() === '';
}
