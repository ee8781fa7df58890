import { readDestination, readTitle, skipWhitespace } from './link-parts.ts';

const MAX_LABEL = 999;

/** The form in which link labels are compared (CommonMark 0.31, 4.7): blanks collapsed, case folded. */
export function linkIdentifier(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase().toUpperCase();
}

/**
 * Takes link reference definitions off the start of a paragraph: adds their identifiers to `into` and returns the place
 * where the paragraph's own text begins, always the start of a line.
 * ```
 * [knuth]: https://example.org "Title"
 * ^        ^destination        ^title
 * ```
 */
export function takeDefinitions(text: string, into: Set<string>): number {
  let at = 0;
  while (text[at] === '[') {
    const close = labelEnd(text, at);
    if (close === -1 || text[close + 1] !== ':') break;
    const identifier = linkIdentifier(text.slice(at + 1, close));
    const end = definitionEnd(text, close + 2);
    if (identifier === '' || end === -1) break;
    into.add(identifier);
    at = end;
  }
  return at;
}

/** The `]` that closes the label opened at `at`; -1 where a bracket stands inside or none closes it. */
export function labelEnd(text: string, at: number): number {
  const limit = Math.min(text.length, at + MAX_LABEL + 2);
  for (let to = at + 1; to < limit; to++) {
    const char = text[to];
    if (char === ']') return to;
    if (char === '[') return -1;
    if (char === '\\') to += 1;
  }
  return -1;
}

function definitionEnd(text: string, at: number): number {
  const start = skipWhitespace(text, at);
  const destination = readDestination(text, start);
  if (destination === undefined || (destination.end === start && text[start] !== '<')) return -1;
  const plain = lineEnd(text, destination.end);
  const titleStart = skipWhitespace(text, destination.end);
  if (titleStart === destination.end) return plain;
  const title = readTitle(text, titleStart);
  const titled = title === -1 ? -1 : lineEnd(text, title);
  return titled === -1 ? plain : titled;
}

/** The start of the next line when only blanks stand before it, else -1. */
function lineEnd(text: string, at: number): number {
  let to = at;
  while (text[to] === ' ' || text[to] === '\t') to += 1;
  if (to === text.length) return to;
  return text[to] === '\n' ? to + 1 : -1;
}
