/**
 * Recognisers of the lines that start a block, after CommonMark 0.31. Each looks at `text` from `at`, the first character
 * of the line that is not blank, to `end`, the end of the line, and never beyond.
 */

const TAB = 9;
const SPACE = 32;

/** An opening code fence. */
export interface Fence {
  readonly marker: '`' | '~' | ':';
  readonly length: number;
  readonly infoStart: number;
}

/** A run of one character from `at`. */
export function runLength(text: string, at: number, end: number): number {
  const code = text.charCodeAt(at);
  let to = at + 1;
  while (to < end && text.charCodeAt(to) === code) to += 1;
  return to - at;
}

/** The first place from `at` that holds neither space nor tab. */
export function skipBlanks(text: string, at: number, end: number): number {
  let to = at;
  while (to < end && isBlank(text.charCodeAt(to))) to += 1;
  return to;
}

/** The place behind the last character from `start` that is neither space nor tab. */
export function trimBlanks(text: string, start: number, end: number): number {
  let to = end;
  while (to > start && isBlank(text.charCodeAt(to - 1))) to -= 1;
  return to;
}

/** Whether a UTF-16 unit is a blank or a tab. */
export function isBlank(code: number): boolean {
  return code === SPACE || code === TAB;
}

/**
 * ```
 * ```js
 *    ^infoStart      a backtick fence may not hold a backtick in its info
 * ```
 */
export function openFence(text: string, at: number, end: number, colons: boolean): Fence | undefined {
  const marker = text[at];
  if (marker !== '`' && marker !== '~' && !(colons && marker === ':')) return undefined;
  const length = runLength(text, at, end);
  if (length < 3) return undefined;
  const infoStart = at + length;
  if (marker === '`') {
    const tick = text.indexOf('`', infoStart);
    if (tick !== -1 && tick < end) return undefined;
  }
  return { marker, length, infoStart };
}

/** Whether the line closes `fence`: at least as many of its marker, then blanks. */
export function closesFence(text: string, at: number, end: number, fence: Fence): boolean {
  if (text[at] !== fence.marker) return false;
  const length = runLength(text, at, end);
  return length >= fence.length && skipBlanks(text, at + length, end) === end;
}

/**
 * The level of an ATX heading, 0 for none.
 * ```
 * ## Heading ##
 * ^at                 one to six, then blank or the end of the line
 * ```
 */
export function headingLevel(text: string, at: number, end: number): number {
  if (text[at] !== '#') return 0;
  const level = runLength(text, at, end);
  return level <= 6 && (at + level === end || isBlank(text.charCodeAt(at + level))) ? level : 0;
}

/** Where the text of an ATX heading ends: its closing sequence is cut off. */
export function headingTextEnd(text: string, start: number, end: number): number {
  const trimmed = trimBlanks(text, start, end);
  let hashes = trimmed;
  while (hashes > start && text[hashes - 1] === '#') hashes -= 1;
  if (hashes === start) return start;
  return hashes < trimmed && isBlank(text.charCodeAt(hashes - 1)) ? trimBlanks(text, start, hashes) : trimmed;
}

/** The level a setext underline gives to the paragraph above it, 0 for none. */
export function underlineLevel(text: string, at: number, end: number): 0 | 1 | 2 {
  const marker = text[at];
  if (marker !== '=' && marker !== '-') return 0;
  if (skipBlanks(text, at + runLength(text, at, end), end) !== end) return 0;
  return marker === '=' ? 1 : 2;
}

/** Three or more of one of `*`, `-` and `_`, with blanks anywhere between. */
export function isThematicBreak(text: string, at: number, end: number): boolean {
  const marker = text.charCodeAt(at);
  if (marker !== 42 && marker !== 45 && marker !== 95) return false;
  let count = 0;
  for (let to = at; to < end; to++) {
    const code = text.charCodeAt(to);
    if (code === marker) count += 1;
    else if (!isBlank(code)) return false;
  }
  return count >= 3;
}

/** A list marker. */
export interface ListMarker {
  /** Behind the marker, before any blank. */
  readonly end: number;
  /** The number of an ordered item as written. */
  readonly ordinal?: string;
}

/**
 * ```
 * - item      12) item
 * ^at         ^at            a blank or the end of the line must follow
 * ```
 */
export function listMarker(text: string, at: number, end: number): ListMarker | undefined {
  const code = text.charCodeAt(at);
  if (code === 42 || code === 43 || code === 45)
    return endsMarker(text, at + 1, end) ? { end: at + 1 } : undefined;
  let digits = at;
  while (digits < end && digits < at + 10 && isDigit(text.charCodeAt(digits))) digits += 1;
  if (digits === at || digits > at + 9) return undefined;
  const delimiter = text.charCodeAt(digits);
  if (digits === end || (delimiter !== 41 && delimiter !== 46)) return undefined;
  return endsMarker(text, digits + 1, end) ? { end: digits + 1, ordinal: text.slice(at, digits) } : undefined;
}

function endsMarker(text: string, at: number, end: number): boolean {
  return at === end || isBlank(text.charCodeAt(at));
}

/** Whether a UTF-16 unit is a digit of ASCII. */
export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
