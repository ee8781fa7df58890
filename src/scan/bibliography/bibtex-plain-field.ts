import { isDigitCode, isLineEnd, isNameCode, skipBlanks, skipName, skipSpace } from './bibtex-characters.ts';
import type { BibtexReader, OpenEntry } from './bibtex-reader.ts';

/**
 * Reads a field that holds nothing out of the ordinary: a known name, one group or number, and a comma or the closer. It
 * exists for speed alone, and leaves whatever else there is to `readField`; false means that nothing was read. A test
 * holds both to the same result.
 *
 * ```
 *   title = {The Art of Computer Programming},
 *   ^----------------------------------------^
 * ```
 */
export function readPlainField(reader: BibtexReader, entry: OpenEntry, start: number): boolean {
  const { text } = reader;
  const nameEnd = skipName(text, start);
  const known = reader.fieldNames.get(text.slice(start, nameEnd));
  if (known === undefined || known.engines !== '') return false;
  const equals = skipSpace(text, nameEnd);
  if (text.charCodeAt(equals) !== 61) return false;
  const valueAt = skipSpace(text, equals + 1);
  const code = text.charCodeAt(valueAt);
  const end =
    code === 123
      ? endOfBraces(text, valueAt)
      : code === 34
        ? endOfQuotes(text, valueAt)
        : endOfNumber(text, valueAt);
  if (end === -1) return false;
  const after = skipSpace(text, end);
  const next = text.charCodeAt(after);
  if (next !== 44 && next !== entry.closer) return false;
  const isNumber = code !== 123 && code !== 34;
  if (isNumber && next === 44 && isNameCode(text.charCodeAt(skipBlanks(text, after + 1)))) return false;
  entry.fields.push({
    name: known.name,
    nameRegion: { start, end: nameEnd },
    value: isNumber ? text.slice(valueAt, end) : text.slice(valueAt + 1, end - 1),
    region: { start: valueAt, end },
    written: isNumber ? 'number' : code === 123 ? 'braced' : 'quoted',
  });
  reader.at = next === 44 ? after + 1 : after;
  return true;
}

/** Behind the `}` that closes the group; -1 where it holds an `@` on a line of its own, or does not close. */
function endOfBraces(text: string, open: number): number {
  let depth = 0;
  for (let offset = open; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code !== 123 && code !== 125 && code !== 64) continue;
    if (code === 64) {
      if (mayStartEntry(text, offset)) return -1;
    } else {
      if (text.charCodeAt(offset - 1) === 92) return -1;
      depth += code === 123 ? 1 : -1;
      if (depth === 0) return offset + 1;
    }
  }
  return -1;
}

function endOfQuotes(text: string, open: number): number {
  let depth = 0;
  for (let offset = open + 1; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 34 && depth === 0) return offset + 1;
    if (code === 123) depth++;
    else if (code === 125) {
      if (--depth < 0) return -1;
    } else if (code === 64 && mayStartEntry(text, offset)) return -1;
  }
  return -1;
}

/** An e-mail address and `\@` are the only ones in an ordinary value. */
function mayStartEntry(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return before <= 32 || before === 125;
}

function endOfNumber(text: string, start: number): number {
  let end = start;
  while (isDigitCode(text.charCodeAt(end))) end++;
  const code = text.charCodeAt(end);
  return end > start && (code === 44 || code === 32 || code === 125 || isLineEnd(code)) ? end : -1;
}
