import { once } from '../../../text/once.ts';
import { endOfForeignQuotes } from './bare-text.ts';
import {
  isLineEnd,
  isNameCode,
  isWideSpace,
  skipBlanks,
  skipName,
  skipSpace,
  trimEnd,
} from './characters.ts';
import { isEntryStart } from './entry-start.ts';
import { findLateEquals, isFieldName, isFieldStart } from './field-start.ts';
import { enginesRejectingField } from './names.ts';
import { type BibtexReader, type OpenEntry, replace, report } from './reader.ts';
import { skipSpaceAndComments } from './space.ts';
import { skipUnexpected } from './unexpected.ts';

/** A field's name, and where its value begins. */
export interface FieldName {
  /** Lower-cased. */
  readonly name: string;
  readonly start: number;
  readonly end: number;
  readonly valueAt: number;
}

/**
 * A name with its equals sign, and with what is too much between them. Undefined where there is no field: that is
 * reported then, and `reader.at` is behind it.
 */
export function readFieldName(reader: BibtexReader, entry: OpenEntry, start: number): FieldName | undefined {
  const { text } = reader;
  const end = skipName(text, start);
  const space = skipSpace(text, end);
  const equals = isWideSpace(text.charCodeAt(space)) ? skipSpaceAndComments(reader, entry, space) : space;
  const code = text.charCodeAt(equals);
  if (code === 61 && end > start) {
    const name = knownName(reader, entry, start, end);
    return { name, start, end, valueAt: skipGarbage(reader, entry, equals + 1) };
  }
  const late = findLateEquals(text, start);
  if (late !== -1 && late > start) {
    const name = nameWithGarbage(reader, entry, start, late);
    return { name, start, end: trimEnd(text, start, late), valueAt: skipGarbage(reader, entry, late + 1) };
  }
  const stray = strayBeforeEquals(text, end, equals);
  if (stray !== -1) {
    reportGarbage(reader, entry, equals, equals + 1, true);
    const name = text.slice(start, end) + text.slice(equals + 1, stray).trim();
    return { name: name.toLowerCase(), start, end, valueAt: skipGarbage(reader, entry, stray + 1) };
  }
  // `author: {` and `author- {`: a colon or hyphen is in the place of the sign, though names may hold one.
  const nameEnd = end > start + 1 && ':-'.includes(text.charAt(end - 1)) ? end - 1 : end;
  const isName = end > start;
  const name = text.slice(start, nameEnd).toLowerCase();
  const data = { key: entry.key, name };
  if (isName && (code === 123 || code === 34)) {
    const isOnLine = !/[\r\n]/.test(text.slice(end, equals));
    // With its sign, a name that some program refuses would be the next problem.
    const fix =
      enginesRejectingField(name) === '' && HAS_LETTER().test(name)
        ? replace('Insert an equals sign', nameEnd, isOnLine ? equals : end, isOnLine ? ' = ' : ' =')
        : undefined;
    report(reader, 'missing-equals', start, end, fix === undefined ? { data } : { data, fix });
    return { name, start, end: nameEnd, valueAt: equals };
  }
  if (isName && (code === 44 || code === entry.closer)) {
    if (HAS_LETTER().test(name)) report(reader, 'missing-equals', start, end, { data });
    else reportGarbage(reader, entry, start, end, true);
    reader.at = code === 44 ? equals + 1 : equals;
  } else skipUnexpected(reader, entry, start);
  return undefined;
}

const HAS_LETTER = once(() => /[\p{L}\d]/u);

/** The lower-cased name; reports one that some program refuses. Names repeat, so both are looked up. */
function knownName(reader: BibtexReader, entry: OpenEntry, start: number, end: number): string {
  const written = reader.text.slice(start, end);
  let known = reader.fieldNames.get(written);
  if (known === undefined) {
    known = { name: written.toLowerCase(), engines: enginesRejectingField(written) };
    reader.fieldNames.set(written, known);
  }
  if (known.engines !== '') {
    const data = { key: entry.key, name: written, engines: known.engines };
    const messageId = entry.key === '@string' ? 'invalid-macro-name' : 'invalid-field-name';
    report(reader, messageId, start, end, { data });
  }
  return known.name;
}

/** A name with a blank or a sign in it: `date added =`, `#author =`, `note :=`. What is too much is reported. */
function nameWithGarbage(reader: BibtexReader, entry: OpenEntry, start: number, equals: number): string {
  const { text } = reader;
  const end = trimEnd(text, start, equals);
  let from = start;
  while (from < end && isLetterLike(text.charCodeAt(from))) from++;
  from = Math.min(skipBlanks(text, from), end - 1);
  let to = from;
  while (to < end && !isLetterLike(text.charCodeAt(to))) to++;
  const isSign = to > from;
  if (!isSign) to = end;
  // Where more signs follow, they would be the next problem.
  let rest = to;
  while (rest < end && isLetterLike(text.charCodeAt(rest))) rest++;
  reportGarbage(reader, entry, from, to, isSign && rest === end);
  return (text.slice(start, from) + (isSign ? text.slice(to, end) : '')).trim().toLowerCase();
}

function isLetterLike(code: number): boolean {
  return code > 127 || code === 45 || code === 95 || (code > 47 && code < 58) || (code | 32) > 96;
}

function reportGarbage(
  reader: BibtexReader,
  entry: OpenEntry,
  from: number,
  to: number,
  canGo: boolean,
): void {
  const text = reader.text.slice(from, to);
  const data = { key: entry.key, text };
  const fix = canGo ? { fix: replace(`Remove \`${text}\``, from, to, '') } : {};
  report(reader, 'unexpected-text', from, to, { data, ...fix });
}

/** The equals sign behind a delimiter that slipped into the name: `mon}th = jul`, `title , = {`; -1 where none did. */
function strayBeforeEquals(text: string, nameEnd: number, at: number): number {
  const rest = skipBlanks(text, at + 1);
  const restEnd = skipName(text, rest);
  const equals = skipBlanks(text, restEnd);
  if (text.charCodeAt(equals) !== 61 || !'{}",'.includes(text.charAt(at))) return -1;
  if (restEnd === rest) return equals;
  return at === nameEnd && rest === at + 1 && text.charCodeAt(at) !== 44 ? equals : -1;
}

/** `number = , volume = ,`: the comma ends a field without a value, and the next one follows. */
function isEmptyField(text: string, comma: number, next: number): boolean {
  return text.charCodeAt(comma) === 44 && isFieldName(text, next);
}

const GARBAGE = "=:;#()@\\',";

/** Signs between the equals sign and the value: `title == {`, `title = \{`, `year = ,1997`. */
function skipGarbage(reader: BibtexReader, entry: OpenEntry, at: number): number {
  const { text } = reader;
  const start = skipSpaceAndComments(reader, entry, at);
  let end = start;
  let next = start;
  while (next < text.length && GARBAGE.includes(text.charAt(next))) {
    end = next + 1;
    next = skipBlanks(text, end);
  }
  if (end === start || (text.charCodeAt(start) === 64 && isEntryStart(text, start))) return start;
  if (endOfForeignQuotes(text, start) !== -1) return start;
  const code = text.charCodeAt(next);
  const opensValue = code === 123 || code === 34 || (isNameCode(code) && !isLineEnd(code));
  if (next >= text.length || !opensValue || isFieldStart(text, next) || isEmptyField(text, start, next))
    return start;
  reportGarbage(reader, entry, start, end, true);
  return next;
}
