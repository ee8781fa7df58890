import type { Region } from '../../../model.ts';

/** What stands between `{%` and `%}`: a name and the rest, which Liquid calls the markup. */
export interface LiquidTag {
  readonly name: string;
  readonly nameRegion: Region;
  /** Behind the name and its blanks, up to the closing `-%}` or `%}`. */
  readonly markup: Region;
}

/**
 * Reads the inside of a tag as Liquid's `FullToken` does (block_body.rb); `undefined` where no name follows the opener,
 * which Liquid reports as a tag that was not terminated. A name is ASCII: `{% größe %}` is the tag `gr`.
 *
 * ```
 * {%- cite knuth97 -%}
 *   ^from          ^to
 *     ^name ^markup
 * ```
 */
export function readLiquidTag(text: string, from: number, to: number): LiquidTag | undefined {
  const tag = readLiquidLine(text, text[from] === '-' && from < to ? from + 1 : from, to);
  if (tag === undefined || tag.markup.start === to || text[to - 1] !== '-') return tag;
  return { ...tag, markup: { start: tag.markup.start, end: to - 1 } };
}

/** Reads one line of a `{% liquid %}` tag: a tag without delimiters. */
export function readLiquidLine(text: string, from: number, to: number): LiquidTag | undefined {
  const start = skipBlanks(text, from, to);
  const end = text[start] === '#' && start < to ? start + 1 : skipWord(text, start, to);
  if (end === start) return undefined;
  return {
    name: text.slice(start, end),
    nameRegion: { start, end },
    markup: { start: skipBlanks(text, end, to), end: to },
  };
}

/** Ruby's `\s`: no-break space and its kin are not blanks. */
export function isBlank(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

function skipBlanks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** Ruby's `\w`: ASCII letters, digits and `_`. */
function skipWord(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isWord(text.charCodeAt(at))) at += 1;
  return at;
}

function isWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
  );
}

/** One word of a tag's markup. */
export interface LiquidWord extends Region {
  readonly text: string;
}

/** Splits at blanks as Ruby's `split(/\s+/)` does. */
export function splitWords(text: string, { start, end }: Region): LiquidWord[] {
  const words: LiquidWord[] = [];
  let at = skipBlanks(text, start, end);
  while (at < end) {
    let stop = at;
    while (stop < end && !isBlank(text.charCodeAt(stop))) stop += 1;
    words.push({ text: text.slice(at, stop), start: at, end: stop });
    at = skipBlanks(text, stop, end);
  }
  return words;
}

/** The place of a word without its text. */
export function regionOf({ start, end }: Region): Region {
  return { start, end };
}
