/** What every citation has is `@`, what every note has is `[^` or `^[`; the bare characters are found at the speed of a copy. */

/** Where the first citation from `at` on could begin, or `Infinity`. */
export function citationFrom(text: string, at: number): number {
  const found = text.indexOf('@', at);
  return found === -1 ? Number.POSITIVE_INFINITY : found;
}

/** Where the first note or use of a note from `at` on could begin, or `Infinity`. */
export function noteFrom(text: string, at: number): number {
  for (let caret = text.indexOf('^', at); caret !== -1; caret = text.indexOf('^', caret + 1)) {
    if (caret > at && text[caret - 1] === '[') return caret - 1;
    if (text[caret + 1] === '[') return caret;
  }
  return Number.POSITIVE_INFINITY;
}

/** Whether citations or notes can stand in the text from `at` on; if not, its inlines need not be read. */
export function hasCandidate(text: string, at = 0): boolean {
  return text.includes('@', at) || noteFrom(text, at) < text.length;
}
