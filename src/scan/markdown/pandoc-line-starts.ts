import { isDigit, isPunctuation, isSpace, wordWidth } from './pandoc-characters.ts';
import {
  attributes,
  blankLine,
  blankLines,
  FAIL,
  nextLine,
  rawAttribute,
  skipIndent,
  skipSpaces,
} from './pandoc-lexical.ts';
import type { SourceText } from './pandoc-work.ts';

/** What a line may begin with: the parsers that both the block reader and the end of a line in running text ask. */

/** `- `, `* `, `+ ` at `at`, unless the line is a rule; behind the marker and its blanks. */
export function bulletStart(text: string, at: number, limit: number): number {
  const marker = skipIndent(text, at, limit);
  if (marker === FAIL || marker >= limit || !'*+-'.includes(text[marker]!)) return FAIL;
  return horizontalRule(text, marker, limit) === FAIL ? markerEnd(text, marker + 1, limit) : FAIL;
}

/** `: ` or `~ ` at `at`: a definition. */
export function definitionStart(text: string, at: number, limit: number): number {
  const marker = skipIndent(text, at, limit);
  if (marker === FAIL || marker >= limit || (text[marker] !== ':' && text[marker] !== '~')) return FAIL;
  return markerEnd(text, marker + 1, limit);
}

/** One blank or the line end behind a marker, and up to three blanks more. */
function markerEnd(text: string, at: number, limit: number): number {
  if (at >= limit) return FAIL;
  if (text[at] === '\n') return at;
  if (text[at] !== ' ') return FAIL;
  const more = skipSpaces(text, at + 1, limit);
  return more - at - 1 <= 3 ? more : at + 1;
}

/** `one` is a lone `i`, which begins Roman numbers before letters. */
export type NumberStyle = 'decimal' | 'example' | 'default' | 'one' | 'i' | 'I' | 'a' | 'A';

/** A marker of an ordered list. */
export interface OrderedStart {
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

/** Something that begins an item: inside a list it ends a paragraph. */
export function listStart(text: string, at: number, limit: number): boolean {
  const first = skipSpaces(text, at, Math.min(limit, at + 4));
  if (first >= limit) return false;
  const code = text.charCodeAt(first);
  if (code < 128 && !LIST_FIRST[code]) return false;
  return (
    bulletStart(text, at, limit) !== FAIL ||
    definitionStart(text, at, limit) !== FAIL ||
    orderedStart(text, at, limit) !== undefined
  );
}

const LIST_FIRST = new Uint8Array(128);
for (const character of '*+-:~(#@0123456789') LIST_FIRST[character.charCodeAt(0)] = 1;
for (let code = 65; code < 91; code += 1) LIST_FIRST[code] = LIST_FIRST[code + 32] = 1;

/** Three or more of one of `* - _`, blanks between allowed. */
export function horizontalRule(text: string, at: number, limit: number): number {
  let position = skipSpaces(text, at, limit);
  const mark = text[position];
  if (position >= limit || (mark !== '*' && mark !== '-' && mark !== '_')) return FAIL;
  let count = 0;
  while (position < limit && (text[position] === mark || text[position] === ' ')) {
    if (text[position] === mark) count += 1;
    position += 1;
  }
  return count >= 3 && position < limit && text[position] === '\n' ? position + 1 : FAIL;
}

/** Three or more colons and nothing else: the end of a fenced division. */
export function divFenceEnd(text: string, at: number, limit: number): number {
  if (!text.startsWith(':::', at)) return FAIL;
  let position = at + 3;
  while (position < limit && text[position] === ':') position += 1;
  return blankLines(text, position, limit);
}

/**
 * A whole fenced code block, blank lines behind it included. Without a closing fence there is none: Pandoc then reads
 * the lines as text. Braces behind the fence must be attributes: `{r}` is no code block either.
 */
export function fencedCode(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  const start = skipIndent(text, at, limit);
  if (start === FAIL || start >= limit) return FAIL;
  const mark = text[start]!;
  if (mark !== '`' && mark !== '~') return FAIL;
  const open = runEnd(text, start, limit, mark);
  if (open - start < 3) return FAIL;
  const info = infoString(source, open, limit);
  if (info === FAIL) return FAIL;
  for (let line = info; line < limit; line = nextLine(text, line, limit)) {
    source.spend(4);
    const fence = skipIndent(text, line, limit);
    if (fence === FAIL || text[fence] !== mark) continue;
    const close = runEnd(text, fence, limit, mark);
    const end = close - fence >= open - start ? blankLines(text, close, limit) : FAIL;
    if (end !== FAIL) return end;
  }
  return FAIL;
}

/** Language and attributes behind an opening fence, to the next line. */
function infoString(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  const start = skipSpaces(text, at, limit);
  const raw = rawAttribute(text, start, limit);
  if (raw !== FAIL) return blankLine(text, raw, limit);
  let position = start;
  while (position < limit && !'`{}'.includes(text[position]!) && !isSpace(text.charCodeAt(position))) {
    position += 1;
  }
  position = skipSpaces(text, position, limit);
  const attributed = attributes(source, position, limit);
  return blankLine(text, attributed === FAIL ? position : attributed, limit);
}

/** Behind the run of one character. */
export function runEnd(text: string, at: number, limit: number, mark: string): number {
  let position = at;
  while (position < limit && text[position] === mark) position += 1;
  return position;
}

/** `:` not followed by punctuation, or `Table:`: what a caption begins with; behind it. */
export function captionStart(text: string, at: number, limit: number): number {
  const start = skipIndent(text, at, limit);
  if (start === FAIL || start >= limit) return FAIL;
  if (text[start] === ':') {
    return start + 1 < limit && isPunctuation(text.slice(start + 1, start + 3)) ? FAIL : start + 1;
  }
  return text.startsWith('able:', start + 1) && (text[start] === 'T' || text[start] === 't')
    ? start + 6
    : FAIL;
}
