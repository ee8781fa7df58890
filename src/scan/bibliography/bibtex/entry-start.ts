import { isLetterCode, isLineEnd, skipBlanks, skipName, skipSpace } from './characters.ts';

/**
 * Whether an entry begins at this `@`, as a person sees it: it stands first on its line, or behind the brace that
 * closed another entry, and goes on like an entry. This is where reading resumes after a broken entry.
 *
 * ```
 *   year = 1997            <- the closing brace is missing
 *
 * @book{knuth1997,
 * ^
 * ```
 */
export function isEntryStart(text: string, at: number): boolean {
  const first = startsLine(text, at);
  if (!first && text.charCodeAt(previousVisible(text, at)) !== 125) return false;
  const open = openingOf(text, at);
  if (open === -1) return false;
  if (first && text.charCodeAt(open) === 123) return true;
  const key = skipSpace(text, open + 1);
  const keyEnd = skipName(text, key);
  return keyEnd > key && text.charCodeAt(skipSpace(text, keyEnd)) === 44;
}

/** Offset of the `{` or `(` behind `@letters`, or -1. */
function openingOf(text: string, at: number): number {
  let offset = at + 1;
  while (isLetterCode(text.charCodeAt(offset))) offset++;
  if (offset === at + 1) return -1;
  offset = skipBlanks(text, offset);
  const code = text.charCodeAt(offset);
  return code === 123 || code === 40 ? offset : -1;
}

/** Whether nothing but blanks stands before `at` on its line. */
export function startsLine(text: string, at: number): boolean {
  const before = previousVisible(text, at);
  return before < 0 || isLineEnd(text.charCodeAt(before));
}

function previousVisible(text: string, at: number): number {
  let offset = at - 1;
  for (let code = text.charCodeAt(offset); code === 32 || code === 9; code = text.charCodeAt(offset))
    offset--;
  return text.charCodeAt(offset) === 0xfeff ? -1 : offset;
}

/**
 * Whether the entry that begins at `at` is quoted inside a value, as in an abstract about BibTeX: it is closed before
 * the next one begins, and what follows it is neither another entry nor the end of the file.
 */
export function isQuotedEntry(text: string, at: number): boolean {
  let depth = 0;
  for (let offset = at + 1; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 123) depth++;
    else if (code === 125) {
      if (--depth > 0) continue;
      const next = skipSpace(text, offset + 1);
      const after = text.charCodeAt(next);
      return next < text.length && after !== 37 && !(after === 64 && isEntryStart(text, next));
    } else if (code === 64 && isEntryStart(text, offset)) return false;
  }
  return false;
}
