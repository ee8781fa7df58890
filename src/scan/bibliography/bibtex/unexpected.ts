import { isLineEnd, lineEnd, skipBlanks, trimEnd } from './characters.ts';
import { isEntryStart } from './entry-start.ts';
import { isFieldLine, isFieldStart } from './field-start.ts';
import { type BibtexReader, type OpenEntry, report } from './reader.ts';
import { skipSpaceAndComments } from './space.ts';

/** Offset behind the comma that stands at `at`, white space apart; where none does, of what stands there. */
export function skipComma(reader: BibtexReader, entry: OpenEntry, at: number): number {
  const next = skipSpaceAndComments(reader, entry, at);
  return reader.text.charCodeAt(next) === 44 ? next + 1 : next;
}

/** Reports text that is no field and skips it, up to the next field, the closer or the next entry. */
export function skipUnexpected(reader: BibtexReader, entry: OpenEntry, start: number): void {
  const { text } = reader;
  if (isConflictMarker(text, start)) {
    skipConflictMarker(reader, entry, start);
    return;
  }
  const end = trimEnd(text, start + 1, Math.min(lineEnd(text, start), start + 60));
  reader.at = resumeAt(text, start + 1);
  entry.confused = true;
  const shownEnd = Math.max(start + 1, Math.min(end, reader.at));
  const data = { key: entry.key, text: text.slice(start, shownEnd) };
  report(reader, 'unexpected-text', start, shownEnd, { data });
}

/** Where reading makes sense again: at a field behind a comma or on its own line, at an entry, at a `}` too many. */
function resumeAt(text: string, from: number): number {
  let depth = 0;
  for (let offset = from; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 123) depth++;
    else if (code === 125 && depth-- === 0) return offset;
    else if (isLineEnd(code) && isFieldLine(text, offset + 1)) return offset;
    else if (code === 44 && depth === 0 && isFieldStart(text, skipBlanks(text, offset + 1)))
      return offset + 1;
    else if (code === 64 && isEntryStart(text, offset)) return offset;
  }
  return text.length;
}

/** git leaves its marks in files that were merged halfway. */
export function isConflictMarker(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 60 && code !== 61 && code !== 62) return false;
  if (at > 0 && !isLineEnd(text.charCodeAt(at - 1))) return false;
  return /^(?:<{7} |={7}(?:[\r\n]|$)|>{7} )/.test(text.slice(at, at + 8));
}

/** Skips the line of a marker; the first of the three reports the conflict. */
export function skipConflictMarker(reader: BibtexReader, entry: OpenEntry, at: number): void {
  const end = lineEnd(reader.text, at);
  if (reader.text.charCodeAt(at) === 60) {
    report(reader, 'conflict-marker', at, end, { data: { key: entry.key } });
  }
  reader.at = end;
}
