import { endOfAsciiWord, isSpace, wordWidth } from './characters.ts';
import { balanced, FAIL } from './lexical.ts';
import type { SourceText } from './work.ts';

/** A cite key as written: `-@key`, `@key`, `@{any text}`. */
export interface CiteKey {
  readonly key: string;
  /** Of the key alone, without `@` and braces. */
  readonly start: number;
  readonly end: number;
  /** Behind the closing brace, if there is one. */
  readonly next: number;
  /** Written `-@key`: the author is not printed. */
  readonly suppressed: boolean;
}

const INNER_PUNCTUATION = ':.#$%&-+?<>~/';

/**
 * Reads a key at `-@` or `@`; whether a word stands right before it (`me@example.org`) is the caller's to know. One
 * mark of punctuation at a time may stand inside a key, none at its end (Pandoc's Parsing.Citations).
 *
 *     > | [-@knuth:84, p. 3]
 *          ^^^^^^^^^
 */
export function readCiteKey(source: SourceText, at: number, limit: number): CiteKey | undefined {
  const { text } = source;
  const suppressed = text[at] === '-';
  const sign = suppressed ? at + 1 : at;
  if (sign >= limit || text[sign] !== '@') return undefined;
  const start = sign + 1;
  const end = simpleKey(text, start, limit);
  if (end !== FAIL) return { key: text.slice(start, end), start, end, next: end, suppressed };
  const next = balanced(source, start, limit, '{}', nonSpace);
  if (next === FAIL) return undefined;
  return { key: text.slice(start + 1, next - 1), start: start + 1, end: next - 1, next, suppressed };
}

/** Behind the key that starts at `start`, `FAIL` where no key can start. */
export function simpleKey(text: string, start: number, limit: number): number {
  const first = start < limit ? keyCharacter(text, start) || (text[start] === '*' ? 1 : 0) : 0;
  if (first === 0) return FAIL;
  for (let position = start + first; ; ) {
    position = endOfAsciiWord(text, position);
    if (position >= limit) return limit;
    const width = keyCharacter(text, position) || innerPunctuation(text, position, limit);
    if (width === 0) return position;
    position += width;
  }
}

function keyCharacter(text: string, at: number): number {
  return text.charCodeAt(at) === 95 ? 1 : wordWidth(text, at);
}

function innerPunctuation(text: string, at: number, limit: number): number {
  const character = text[at]!;
  if (!INNER_PUNCTUATION.includes(character) || at + 1 >= limit) return 0;
  if (keyCharacter(text, at + 1) > 0) return 1;
  return (character === ':' || character === '/') && text[at + 1] === '/' ? 1 : 0;
}

function nonSpace(text: string, at: number): number {
  return isSpace(text.charCodeAt(at)) ? FAIL : at + 1;
}
