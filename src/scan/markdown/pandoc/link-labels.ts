import { FAIL } from './lexical.ts';

/** Behind the `[^label]` at `at`. Labels have no blanks, brackets or carets. */
export function noteMarker(text: string, at: number, limit: number): number {
  if (!text.startsWith('[^', at)) return FAIL;
  let position = at + 2;
  while (position < limit && !' \n^[]'.includes(text[position]!)) position += 1;
  return position > at + 2 && position < limit && text[position] === ']' ? position + 1 : FAIL;
}

/** What a link label is compared by: brackets gone, lower case, blanks made one. */
export function linkLabel(bracketed: string): string {
  const inner = bracketed.slice(bracketed.startsWith('[') ? 1 : 0, bracketed.endsWith(']') ? -1 : undefined);
  return inner.toLowerCase().split(/\s+/).filter(Boolean).join(' ');
}
