import { isDigit, wordWidth } from './characters.ts';
import { FAIL, skipIndent } from './lexical.ts';
import { markerEnd } from './marker-end.ts';

/** `one` is a lone `i`, which begins Roman numbers before letters. */
type NumberStyle = 'decimal' | 'example' | 'default' | 'one' | 'i' | 'I' | 'a' | 'A';

/** A marker of an ordered list. */
interface OrderedStart {
  readonly end: number;
  readonly style: NumberStyle;
  readonly delimiter: '.' | ')' | '()';
  /** `(@label)`: where the label stands. */
  readonly label?: { readonly start: number; readonly end: number };
}

const STYLES: readonly NumberStyle[] = ['decimal', 'example', 'default', 'one', 'a', 'i', 'A', 'I'];

/** A marker at `at`; with `wanted`, only one that continues that list (`#.` continues any). */
export function orderedStart(
  text: string,
  at: number,
  limit: number,
  wanted?: OrderedStart,
): OrderedStart | undefined {
  const start = skipIndent(text, at, limit);
  if (start === FAIL || start >= limit || isPageNumber(text, start)) return undefined;
  const parenthesised = text[start] === '(';
  const number = parenthesised ? start + 1 : start;
  if (wanted !== undefined && (wanted.delimiter === '()') !== parenthesised) return undefined;
  if (!mayEndNumber(text, number, limit)) return undefined;
  const delimiters = parenthesised ? [')'] : ['.', ')'];
  for (const closing of delimiters) {
    const delimiter = parenthesised ? '()' : (closing as '.' | ')');
    if (wanted !== undefined && wanted.delimiter !== delimiter) continue;
    for (const style of wanted === undefined ? STYLES : (['default', wanted.style] as const)) {
      const found = markerOf(text, number, limit, style, closing);
      if (found !== undefined) return { ...found, delimiter, style: wanted?.style ?? found.style };
    }
  }
  return undefined;
}

/** Cheap proof that no marker begins here: what ends the word is neither full stop nor parenthesis. */
function mayEndNumber(text: string, at: number, limit: number): boolean {
  let end = at;
  while (end < limit && (wordWidth(text, end) > 0 || '@#-_'.includes(text[end]!))) end += 1;
  return end < limit && (text[end] === '.' || text[end] === ')');
}

function markerOf(text: string, at: number, limit: number, style: NumberStyle, closing: string) {
  for (const [end, kind] of numberEnds(text, at, limit, style)) {
    if (end >= limit || text[end] !== closing) continue;
    const behind = markerEnd(text, end + 1, limit);
    if (behind === FAIL || (closing === '.' && mightBeInitial(text, at, end, limit))) return undefined;
    return style === 'example'
      ? { end: behind, style: kind, label: { start: at + 1, end } }
      : { end: behind, style: kind };
  }
  return undefined;
}

const ROMAN = { i: /[mdclxvi]+/y, I: /[MDCLXVI]+/y } as const;

/** Where a number of the style may end; `a` stands for one letter, `i` for a Roman numeral. */
function numberEnds(text: string, at: number, limit: number, style: NumberStyle): [number, NumberStyle][] {
  if (at >= limit) return [];
  switch (style) {
    case 'decimal': {
      let end = at;
      while (end < limit && isDigit(text, end)) end += 1;
      return end > at ? [[end, style]] : [];
    }
    case 'default':
      return text[at] === '#' ? [[at + 1, style]] : [];
    case 'example':
      return text[at] === '@' ? [[exampleLabel(text, at + 1, limit), style]] : [];
    case 'one':
      return text[at] === 'i' || text[at] === 'I' ? [[at + 1, text[at] as 'i' | 'I']] : [];
    case 'i':
    case 'I': {
      const pattern = ROMAN[style];
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      return match === null || !isRoman(match[0].toUpperCase()) ? [] : [[at + match[0].length, style]];
    }
    case 'a':
      return text[at]! >= 'a' && text[at]! <= 'z' ? [[at + 1, style]] : [];
    case 'A':
      return text[at]! >= 'A' && text[at]! <= 'Z' ? [[at + 1, style]] : [];
  }
}

function isRoman(numeral: string): boolean {
  return /^M*(?:CM)?D?(?:CD)?C*(?:XC)?L?(?:XL)?X*(?:IX)?V?(?:IV)?I*$/.test(numeral);
}

/** Letters and digits, with single `-` and `_` between them. */
function exampleLabel(text: string, at: number, limit: number): number {
  let end = at;
  while (end < limit) {
    const inner = text[end] === '-' || text[end] === '_' ? 1 : 0;
    const width = end + inner < limit ? wordWidth(text, end + inner) : 0;
    if (width === 0) break;
    end += inner + width;
  }
  return end;
}

/** `p. 3` is a page, no item. */
function isPageNumber(text: string, at: number): boolean {
  return text.startsWith('p. ', at) && isDigit(text, at + 3);
}

/** `B. Russell` is a name, no item: a capital and one blank. */
function mightBeInitial(text: string, at: number, end: number, limit: number): boolean {
  if (end !== at + 1 || text[at]! < 'A' || text[at]! > 'Z') return false;
  const second = end + 2;
  return text[end + 1] === ' ' && second < limit && text[second] !== ' ' && text[second] !== '\n';
}
