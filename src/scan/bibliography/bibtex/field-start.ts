import { isDigitCode, isLetterCode, isLineEnd, skipBlanks, skipName, skipSpace } from './characters.ts';
import { isEntryStart } from './entry-start.ts';

/**
 * Whether a field begins at `at`, as a person sees it: a name, an equals sign, and a value or its opening.
 *
 * ```
 * year = 1997,
 * ^^^^^^^^^^^
 * ```
 */
export function isFieldStart(text: string, at: number): boolean {
  if (!isLetterCode(text.charCodeAt(at))) return false;
  const nameEnd = skipName(text, at);
  const equals = skipBlanks(text, nameEnd);
  if (text.charCodeAt(equals) !== 61) return false;
  const value = skipBlanks(text, equals + 1);
  const code = text.charCodeAt(value);
  if (code === 123 || code === 34) return true;
  if (!isLetterCode(code) && !isDigitCode(code)) return false;
  const after = skipBlanks(text, skipName(text, value));
  const next = text.charCodeAt(after);
  return after >= text.length || next === 44 || next === 35 || next === 125 || isLineEnd(next);
}

/** Whether a field or an entry begins on the line that starts at `at`, blanks and a comma apart. */
export function isFieldLine(text: string, at: number): boolean {
  let start = skipBlanks(text, at);
  if (text.charCodeAt(start) === 44) start = skipBlanks(text, start + 1);
  return isFieldStart(text, start) || (text.charCodeAt(start) === 64 && isEntryStart(text, start));
}

/** Offset of the first line between `from` and `to` on which a field or an entry begins, or -1. */
export function findFieldLine(text: string, from: number, to: number): number {
  for (let offset = from; offset < to; offset++) {
    if (isLineEnd(text.charCodeAt(offset)) && isFieldLine(text, offset + 1)) return offset + 1;
  }
  return -1;
}

/** Offset of the comma behind which a field begins, on the line of `from` and before `to`; -1 where there is none. */
export function findFieldComma(text: string, from: number, to: number): number {
  for (let offset = from; offset < to; offset++) {
    const code = text.charCodeAt(offset);
    if (isLineEnd(code)) return -1;
    if (code !== 44) continue;
    const start = skipBlanks(text, offset + 1);
    if (start < to && isFieldStart(text, start)) return offset;
  }
  return -1;
}

/**
 * Offset of the equals sign that makes a field of what stands at `at`, whatever else stands before it on the line; -1
 * where a comma, a brace or a quote comes first.
 */
export function findLateEquals(text: string, at: number): number {
  const nameEnd = skipName(text, at);
  for (let offset = at; offset < at + LONGEST_NAME; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 61) return offset;
    if (code === 44 || code === 123 || code === 125 || isLineEnd(code) || !(offset < text.length)) return -1;
    if (code === 34 && offset > nameEnd) return -1;
  }
  return -1;
}

const LONGEST_NAME = 60;

/** Whether a field's name and equals sign stand at `at`, whatever follows. */
export function isFieldName(text: string, at: number): boolean {
  const nameEnd = skipName(text, at);
  return nameEnd > at && text.charCodeAt(skipSpace(text, nameEnd)) === 61;
}
