import type { Region } from '../model.ts';

/** Pages from `first` to `last`; only `first` for a single page or an article number. */
export interface PageRange {
  readonly first: string;
  readonly last?: string;
  /** `17+` or `17ff.`: and the following. */
  readonly open?: true;
}

/** What is wrong with a `pages` field, one word a defect. */
export type PagesProblemKind =
  | 'order' // the range ends before it starts
  | 'label' // “pp.” inside the field: the style adds its own
  | 'letter' // `10--1O`: an O for a zero in one end of the range
  | 'long-dash' // `10---16`: an em dash to LaTeX and Pandoc
  | 'two-dashes' // `201-–210`, a hyphen and a dash: both are printed
  | 'incomplete' // a range without end or start, `17--`
  | 'placeholder'; // `??`, `0--0`, `xx--xx`, `n/a-n/a`, a dash alone

/** What is wrong with pages, at its place in the value. */
export interface PagesProblem {
  readonly kind: PagesProblemKind;
  /** Inside the text given. */
  readonly region: Region;
  readonly found: string;
}

/** The ranges of a field of pages, and what is wrong with them. */
export interface PagesReading {
  readonly ranges: readonly PageRange[];
  readonly problems: readonly PagesProblem[];
  /** Places of single hyphens between two pages, where BibTeX wants two. */
  readonly hyphens: readonly Region[];
}

/**
 * Reads pages of any format: `230--265`, `230–65` (the end is short for 265), `xii--xv`, `S1–S10`, `12:1--12:27`,
 * `17+`, `7, 41, 73--97`, article numbers. What is no number is a page all the same; only an end that is surely before
 * its start is a problem. Never throws.
 */
export function readPages(text: string): PagesReading {
  const ranges: PageRange[] = [];
  const problems: PagesProblem[] = [];
  const hyphens: Region[] = [];
  for (const { start, end } of splitList(text)) {
    const from = start + (LABEL.exec(text.slice(start, end))?.[0].length ?? 0);
    if (from > start)
      problems.push({ kind: 'label', region: { start, end: from }, found: text.slice(start, from) });
    readRange(text, { start: from, end }, ranges, problems, hyphens);
  }
  return { ranges, problems, hyphens };
}

/** Pieces between commas, semicolons, `&` and “and”, without their blanks; `\,` and `\;` are LaTeX's thin blanks. */
function splitList(text: string): Region[] {
  const pieces: Region[] = [];
  let start = 0;
  for (const { index, 0: separator } of text.matchAll(/(?<!\\)[,;]|\\?&|\sand\s|$/g)) {
    const piece = text.slice(start, index);
    const from = start + piece.length - piece.trimStart().length;
    const to = start + piece.trimEnd().length;
    if (to > from) pieces.push({ start: from, end: to });
    start = index + separator.length;
  }
  return pieces;
}

/** Once, or twice where a program wrote its own before that of the field. */
const LABEL = /^(?:pp?\.\s?|pp?\s|pages?:?\s|S\.\s|Seiten?\s){1,2}(?=\d|[A-Z]\d|[ivxlc])/i;
const PLACEHOLDER =
  /^(?:\?+|0+|todo|tbd|n\/a|none|nan|null|undefined)$|^(xx+|\?+|0+|n\/a)\s?(?:-{1,3}|[–—])\s?\1$/i;
const DASH =
  /\s{0,3}(?:-{0,2}[–—‒−][-–—‒−]{1,2}|-{1,2}[–—‒−]|-{2,3}|[–—‒−]|\\textendash(?:\{\})?)\s{0,3}|\s{1,3}(?:-|to|bis)\s{1,3}/;

function readRange(
  text: string,
  region: Region,
  ranges: PageRange[],
  problems: PagesProblem[],
  hyphens: Region[],
): void {
  const written = text.slice(region.start, region.end);
  const problem = (kind: PagesProblemKind) => problems.push({ kind, region, found: written });
  const dash = DASH.exec(written) ?? singleHyphen(written);
  if (PLACEHOLDER.test(written)) {
    problem('placeholder');
    if (dash !== null) return;
  }
  if (dash === null) {
    const open = /^(.+?)(?:\s?\+|\s?ff?\.?|\s?sqq?\.?)$/.exec(written);
    ranges.push(open !== null && /\d$/.test(open[1]!) ? { first: open[1]!, open: true } : { first: written });
    return;
  }
  const first = written.slice(0, dash.index).trim();
  const short = written.slice(dash.index + dash[0].length).trim();
  if (dash[0] === '-') {
    hyphens.push({ start: region.start + dash.index, end: region.start + dash.index + 1 });
  }
  if (isNoPage(first) || isNoPage(short)) {
    problem(isNoPage(first) && isNoPage(short) ? 'placeholder' : 'incomplete');
    ranges.push({ first: isNoPage(first) ? short : first });
    return;
  }
  // `15-1` is the first page of the fifteenth paper; `e01424-22` is an article of 2022, also where `--` was made of it.
  const isNumbered = (dash[0] === '-' && short === '1' && first !== '1') || isArticle(first, short);
  if (isNumbered) {
    ranges.push({ first: written });
    return;
  }
  const kind = kindOfDash(dash[0].trim());
  if (kind !== undefined) {
    const start = region.start + dash.index;
    problems.push({ kind, region: { start, end: start + dash[0].length }, found: written });
  }
  if (isMistyped(first, short) || isMistyped(short, first)) problem('letter');
  const last = completeEnd(first, short);
  ranges.push({ first, last });
  if ((comparePages(first, last) ?? 0) > 0) problem('order');
}

/**
 * Letters that look like digits behind a digit, beside an end of digits alone: `O1--O9` are pages of their own, and so may
 * `64--64I` be.
 */
const isMistyped = (page: string, other: string): boolean =>
  /^\d+$/.test(other) && /^\d[\dOIl]*$/.test(page) && /[OIl]/.test(page) && !page.startsWith(other);

function kindOfDash(dash: string): 'long-dash' | 'two-dashes' | undefined {
  if (dash === '---') return 'long-dash';
  return /^[-–—‒−]{2}/.test(dash) && dash !== '--' ? 'two-dashes' : undefined;
}

/** `e01424-22`: the journals of the American Society for Microbiology put the year behind the number of an article. */
const isArticle = (first: string, short: string): boolean => /^e\d{5}$/.test(first) && /^\d\d$/.test(short);

/** Nothing, or a label alone, as in `6--pp`. */
const isNoPage = (text: string): boolean => /^(?:pp?\.?|\?+)?$/i.test(text);

/** A hyphen alone in its piece, or in the middle of two alike: `230-265`, `e1-e20`, but not `12-3-15`. */
function singleHyphen(written: string): { index: number; 0: string } | null {
  const index = written.indexOf('-');
  if (index < 0 || written.includes('-', index + 1)) return null;
  const sides = [written.slice(0, index), written.slice(index + 1)];
  const page = /^\s?(?:[A-Za-z]{0,3}\d{1,7}[A-Za-z]?|[ivxlcdm]{1,8}|)\s?$/i;
  return sides.every((side) => page.test(side)) ? { index, 0: '-' } : null;
}

/** Writes an abbreviated end in full: `1234--56` ends at 1256, `S101--9` at S109. */
function completeEnd(first: string, last: string): string {
  const [, prefix = '', digits = ''] = /^(.*?)(\d+)$/.exec(first.slice(-40)) ?? [];
  if (digits === '' || !/^\d+$/.test(last)) return last;
  const number = last.length < digits.length ? digits.slice(0, digits.length - last.length) + last : last;
  return prefix + number;
}

/** Negative, zero or positive as page `a` comes before, at or behind `b`; undefined where they are of two kinds. */
export function comparePages(a: string, b: string): number | undefined {
  const left = pageNumber(a);
  const right = pageNumber(b);
  if (left === undefined || right === undefined || left.kind !== right.kind) return undefined;
  return left.number - right.number;
}

/** A page as a number of its kind: the letters before it, or `roman`. */
function pageNumber(page: string): { kind: string; number: number } | undefined {
  const arabic = /^(\D{0,20}|[\w.]{1,20}[:.])(\d{1,9})$/.exec(page);
  if (arabic !== null) return { kind: arabic[1]!.toLowerCase(), number: Number(arabic[2]) };
  const roman = romanNumber(page);
  return roman === undefined ? undefined : { kind: 'roman', number: roman };
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };

/** Value of a Roman numeral in either case, or undefined for any other text. */
export function romanNumber(text: string): number | undefined {
  const numeral = text.toLowerCase();
  if (!/^(?=.)m{0,4}(?:cm|cd|d?c{0,4})(?:xc|xl|l?x{0,4})(?:ix|iv|v?i{0,4})$/.test(numeral)) return undefined;
  let sum = 0;
  for (let at = 0; at < numeral.length; at += 1) {
    const value = ROMAN[numeral[at]!]!;
    sum += value < (ROMAN[numeral[at + 1] ?? ''] ?? 0) ? -value : value;
  }
  return sum;
}
