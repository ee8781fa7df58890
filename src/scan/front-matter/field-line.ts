import { once } from '../../text/once.ts';

/** What stands between key and value. */
export type Separator = ':' | '=';

/** A line `key: value` or `key = value` at the margin, as places in the text. */
export interface FieldLine {
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly valueStart: number;
}

const PATTERNS = once(
  (): Readonly<Record<Separator, RegExp>> => ({
    ':': /(["']?)([\p{L}_][\p{L}\p{N}_.$ -]{0,80}?)\1[ \t]{0,80}:(?=[ \t\r\n]|$)[ \t]*/uy,
    '=': /(["']?)([\w.-]{1,80})\1[ \t]*=[ \t]*/y,
  }),
);

/** Reads a line that looks like a field, without a parser; `undefined` for any other line. */
export function readFieldLine(text: string, lineStart: number, separator: Separator): FieldLine | undefined {
  const pattern = PATTERNS()[separator];
  pattern.lastIndex = lineStart;
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const nameStart = lineStart + (match[1] ?? '').length;
  return { nameStart, nameEnd: nameStart + (match[2] ?? '').length, valueStart: pattern.lastIndex };
}

/** Keys that begin so many pages that a line with one of them is front matter and not prose. */
const WELL_KNOWN = new Set(
  [
    'abstract aliases author authors bibliography categories category citation-style cover csl date description draft',
    'excerpt featured_image id image jupyter jupytext kernelspec keywords lang lastmod layout link-citations math name',
    'nocite numbersections output page permalink pubDate published publishDate references sidebar_label',
    'sidebar_position series slug subtitle summary tags title toc type url weight',
  ].flatMap((line) => line.split(' ')),
);

/** Whether a key, as written, is one that front matter is made of. */
export const isWellKnownKey = (key: string): boolean => WELL_KNOWN.has(key);

/** Keys that are front matter even where they stand alone; a line `name: …` or `image: …` may be text. */
const TELLING = new Set(
  'title date draft layout tags categories bibliography output permalink headless'.split(' '),
);

/** Whether one line with a key, as written, is enough to tell front matter from text. */
export const isTellingKey = (key: string): boolean => TELLING.has(key);

/** Offset of the first character of the line behind `at`, at most `end`; LF, CRLF and CR end a line. */
export function nextLine(text: string, at: number, end: number): number {
  const stop = lineEnd(text, at, end);
  if (stop >= end) return end;
  return text.charCodeAt(stop) === 13 && text.charCodeAt(stop + 1) === 10 && stop + 1 < end
    ? stop + 2
    : stop + 1;
}

/** Offset behind the last character of the line at `at`, its line break left out. */
export function lineEnd(text: string, at: number, end: number): number {
  let stop = at;
  while (stop < end && text.charCodeAt(stop) !== 10 && text.charCodeAt(stop) !== 13) stop += 1;
  return stop;
}
