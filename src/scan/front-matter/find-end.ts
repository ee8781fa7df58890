import { lineEnd, nextLine } from './field-line.ts';

/**
 * Offset behind the brace that balances the one at `start`, by Hugo's count (`lexFrontMatterJSON`): quotes toggle, a
 * backslash skips a character. `undefined` at the end of the file.
 */
export function findJsonEnd(text: string, start: number): number | undefined {
  let quoted = false;
  let level = 0;
  for (let at = start; at < text.length; at++) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '"') quoted = !quoted;
    else if (character === '{' && !quoted) level += 1;
    else if (character === '}' && !quoted) level -= 1;
    if (level === 0) return Math.min(at + 1, text.length);
  }
  return undefined;
}

/** Offset behind the last of the lines that begin with `#+`, its line break left out. */
export function findOrgEnd(text: string, start: number): number {
  let end = start;
  for (let at = start; at < text.length && text.startsWith('#+', at); at = nextLine(text, end, text.length)) {
    end = lineEnd(text, at, text.length);
  }
  return end;
}
