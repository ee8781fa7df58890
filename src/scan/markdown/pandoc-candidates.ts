/** What every citation and every note has: `@`, `[^` or `^[`. */
const CANDIDATE = /@|\[(?=\^)|\^(?=\[)/g;

/** Where the first candidate behind `at` stands, or `Infinity`. */
export function candidateFrom(text: string, at: number): number {
  CANDIDATE.lastIndex = at;
  return CANDIDATE.test(text) ? CANDIDATE.lastIndex - 1 : Number.POSITIVE_INFINITY;
}

/** Whether citations or notes can stand in the text; if not, its inlines need not be read. */
export function hasCandidate(text: string): boolean {
  return candidateFrom(text, 0) < text.length;
}
