import { isNameCode, skipBlanks, skipSpace, trimEnd } from './characters.ts';
import type { BibtexReader, OpenEntry } from './reader.ts';

/**
 * A field that holds nothing out of the ordinary, up to behind its comma or to the brace that ends the entry. One
 * expression finds where it ends: V8 runs a loop of ours slowly until half of a library is read. A brace or a closing
 * quote behind a backslash, an `@` and braces nested deeper or more than fifty are for `readField`: V8 notes each, and its
 * notes are bounded.
 */
const PLAIN_FIELD = (() => {
  const space = '[\\0-\\x20]*';
  const group = (inside: string) => `[^{}@]*(?:(?<!\\\\)\\{${inside}(?<!\\\\)\\}[^{}@]*){0,50}`;
  const braced = `\\{${group(group('[^{}@]*'))}(?<!\\\\)\\}`;
  const quoted = `"[^"{}@]*(?:\\{${group('[^{}@]*')}\\}[^"{}@]*){0,50}(?<!\\\\)"`;
  const value = `(?:${braced}|${quoted}|\\d+(?=[,} \\r\\n]))`;
  return new RegExp(`[a-z][\\w:+-]*${space}=${space}${value}${space}(?:,|(?=\\}))`, 'iy');
})();

/**
 * Reads such a field, under a name that was seen before. It exists for speed alone: false means that nothing was read,
 * and `readField`, which reads every field, reads this one to the same result. A test holds both to it.
 *
 * ```
 *   title = {The Art of Computer Programming},
 *   ^----------------------------------------^
 * ```
 */
export function readPlainField(reader: BibtexReader, entry: OpenEntry, start: number): boolean {
  const { text } = reader;
  PLAIN_FIELD.lastIndex = start;
  if (!PLAIN_FIELD.test(text)) return false;
  const after = PLAIN_FIELD.lastIndex;
  const isLast = text.charCodeAt(after - 1) !== 44;
  if (isLast && entry.closer !== 125) return false;
  const equals = text.indexOf('=', start);
  const nameEnd = trimEnd(text, start, equals);
  const known = reader.fieldNames.get(text.slice(start, nameEnd));
  if (known === undefined) return false;
  const valueAt = skipSpace(text, equals + 1);
  const end = trimEnd(text, valueAt, isLast ? after : after - 1);
  const code = text.charCodeAt(valueAt);
  const isNumber = code !== 123 && code !== 34;
  if (isNumber && !isLast && isNameCode(text.charCodeAt(skipBlanks(text, after)))) return false;
  entry.fields.push({
    name: known.name,
    nameRegion: { start, end: nameEnd },
    value: isNumber ? text.slice(valueAt, end) : text.slice(valueAt + 1, end - 1),
    region: { start: valueAt, end },
    written: isNumber ? 'number' : code === 123 ? 'braced' : 'quoted',
  });
  reader.at = after;
  return true;
}
