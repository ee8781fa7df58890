import { FAIL, skipSpaces } from './lexical.ts';

/** One blank or the line end behind a marker, and up to three blanks more. */
export function markerEnd(text: string, at: number, limit: number): number {
  if (at >= limit) return FAIL;
  if (text[at] === '\n') return at;
  if (text[at] !== ' ') return FAIL;
  const more = skipSpaces(text, at + 1, limit);
  return more - at - 1 <= 3 ? more : at + 1;
}
