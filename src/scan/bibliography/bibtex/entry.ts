import { isDigitCode, isLineEnd, isNameCode, lineEnd, skipBlanks, skipSpace, trimEnd } from './characters.ts';
import { isEntryStart } from './entry-start.ts';
import { isFieldName } from './field-start.ts';
import { readFields } from './fields.ts';
import { invalidKeyCharacter, nameOfCharacter } from './names.ts';
import { type BibtexReader, type ItemHead, type OpenEntry, openEntry, replace, report } from './reader.ts';
import { skipSpaceAndComments } from './space.ts';

interface Key {
  readonly start: number;
  readonly end: number;
}

/** Reads an entry from behind its brace: the key, the fields, the closer. */
export function readEntry(reader: BibtexReader, item: ItemHead): void {
  const written = readKey(reader, item);
  const key = withoutBraces(reader.text, written);
  const name = reader.text.slice(key.start, key.end);
  const entry = openEntry(reader.text, item, name);
  reportKey(reader, item, written);
  reader.at = written.end;
  if (readCommaBehindKey(reader, item, written)) readFields(reader, entry);
  addEntry(reader, item, name, key, entry);
}

/** `@book{{knuth1997,`: with the brace that is one too many, no page would cite the entry. */
function withoutBraces(text: string, { start, end }: Key): Key {
  if (text.charCodeAt(start) !== 123) return { start, end };
  const to = text.charCodeAt(end - 1) === 125 ? end - 1 : end;
  return start + 1 < to ? { start: start + 1, end: to } : { start, end };
}

/** A head that every program reads, with the key and its comma. */
const PLAIN_HEAD = /@([a-z]+)\{([\w:./+*&!?;$-]+),/iy;
const COMMANDS = new Set(['comment', 'preamble', 'string']);

/**
 * Reads the entry at this `@` if nothing is out of the ordinary up to the comma behind its key, as in nearly all of them;
 * false means that nothing was read. It exists for speed alone: `readEntry` reads it to the same result.
 *
 * ```
 * @book{knuth1997,
 * ^--------------^
 * ```
 */
export function readPlainEntry(reader: BibtexReader, at: number): boolean {
  const { text } = reader;
  PLAIN_HEAD.lastIndex = at;
  const [, written = '', name = ''] = PLAIN_HEAD.exec(text) ?? [];
  const type = written.toLowerCase();
  if (type === '' || COMMANDS.has(type)) return false;
  const start = at + 1;
  const open = start + type.length;
  const item = { at, start, end: open, open, type };
  const entry = openEntry(text, item, name);
  reader.at = PLAIN_HEAD.lastIndex;
  readFields(reader, entry);
  addEntry(reader, item, name, { start: open + 1, end: open + 1 + name.length }, entry);
  return true;
}

function addEntry(
  reader: BibtexReader,
  item: ItemHead,
  key: string,
  keyRegion: Key,
  { fields }: OpenEntry,
): void {
  reader.entries.push({
    key,
    keyRegion,
    region: { start: item.at, end: reader.at },
    type: item.type,
    typeRegion: { start: item.start, end: item.end },
    // A list that grew keeps room for many more.
    fields: fields.slice(),
  });
}

/**
 * The key, up to a comma, the line's end or the closer. It may hold anything else, as it may for BibTeX, and blanks too,
 * as in bibtex-ruby; what some program refuses is reported. Empty where the first field stands in its place.
 *
 * ```
 * @book{ knuth1997 , title = {…}
 *        ^-------^
 * ```
 */
function readKey(reader: BibtexReader, item: ItemHead): Key {
  const { text } = reader;
  const { open } = item;
  const start = behindComment(reader, item, skipSpace(text, open + 1));
  const closer = text.charCodeAt(open) === 40 ? 41 : 125;
  let depth = 0;
  let offset = start;
  for (; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 44 || isLineEnd(code)) break;
    if (code === 123) depth++;
    else if (code === closer && depth-- === 0) break;
    else if (code === 61 && isFieldEquals(text, start, offset)) return keyBeforeField(text, start, offset);
    else if (code === 64 && offset > start && isEntryStart(text, offset)) break;
  }
  const end = trimEnd(text, start, offset);
  const isField = isLineEnd(text.charCodeAt(offset)) && text.charCodeAt(skipSpace(text, offset)) === 61;
  return isField || end === start ? { start, end: start } : { start, end };
}

/** A comment may stand before the key, and behind it must be something that can be one. */
function behindComment(reader: BibtexReader, item: ItemHead, start: number): number {
  const { text } = reader;
  if (text.charCodeAt(start) !== 37) return start;
  const next = skipSpace(text, lineEnd(text, start));
  if (!isNameCode(text.charCodeAt(next))) return start;
  return skipSpaceAndComments(reader, openEntry(text, item, ''), start);
}

/** `author = {` and `title="` are fields; in `a=b` the sign belongs to the key. */
function isFieldEquals(text: string, start: number, equals: number): boolean {
  if (equals === start) return false;
  const code = text.charCodeAt(skipBlanks(text, equals + 1));
  return (
    code === 123 || code === 34 || text.charCodeAt(equals - 1) === 32 || isFieldNumber(text, start, equals)
  );
}

function isFieldNumber(text: string, start: number, equals: number): boolean {
  return (
    /^(?:year|volume|number)$/i.test(text.slice(start, equals)) && isDigitCode(text.charCodeAt(equals + 1))
  );
}

/** The key before `author =`: nothing, or the word before it where only the comma is missing. */
function keyBeforeField(text: string, start: number, equals: number): Key {
  const nameEnd = trimEnd(text, start, equals);
  const words = text.slice(start, nameEnd);
  const blank = words.search(/[ \t]/);
  return { start, end: blank === -1 ? start : start + blank };
}

function reportKey(reader: BibtexReader, item: ItemHead, { start, end }: Key): void {
  const key = reader.text.slice(start, end);
  if (key === '') {
    const type = reader.text.slice(item.start, item.end);
    report(reader, 'missing-key', item.start, item.open + 1, { data: { type } });
    return;
  }
  const invalid = invalidKeyCharacter(key);
  if (invalid === undefined) return;
  const { offset, character, engines } = invalid;
  const data = { key, character: nameOfCharacter(character), engines };
  report(reader, 'invalid-key-character', start + offset, start + offset + character.length, { data });
}

/** The comma behind the key. False where the entry ends here; `reader.at` is behind its closer then. */
function readCommaBehindKey(reader: BibtexReader, item: ItemHead, key: Key): boolean {
  const { text } = reader;
  const entry = openEntry(text, item, text.slice(key.start, key.end));
  const hasKey = key.start < key.end;
  const at = skipSpaceAndComments(reader, entry, key.end);
  const code = text.charCodeAt(at);
  reader.at = at;
  if (code === 44) reader.at = at + 1;
  else if (code === entry.closer) {
    reader.at = at + 1;
    if (hasKey) {
      const data = { key: entry.key, type: item.type, engines: 'biber, Pandoc' };
      report(reader, 'no-fields', key.start, key.end, { data });
    }
    return false;
  } else if (hasKey && isFieldName(text, at)) {
    const fix = replace('Insert a comma', key.end, key.end, ',');
    report(reader, 'missing-comma', key.end - 1, key.end, { data: { key: entry.key, name: entry.key }, fix });
  }
  return true;
}
