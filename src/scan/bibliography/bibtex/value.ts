import type { Field } from '../../../model.ts';
import { endOfForeignQuotes, reportForeignQuotes } from './bare-text.ts';
import { isDigitCode, isNameCode, skipName } from './characters.ts';
import { readBounded, readBraced, readEscapedBraces, readQuoted } from './groups.ts';
import { mendGroup } from './mending.ts';
import { type BibtexReader, type OpenEntry, replace, report, VALUE_LIMIT } from './reader.ts';
import { skipSpaceAndComments } from './space.ts';

/** A value as written, and what it stands for. */
export interface BibtexValue {
  readonly start: number;
  readonly end: number;
  /** Where its last part begins: the part that a missing brace or quote makes too long. */
  readonly lastPart: number;
  readonly value: string;
  readonly written: NonNullable<Field['written']>;
  readonly macros: readonly string[];
}

interface Part {
  readonly end: number;
  readonly value: string;
  readonly written: NonNullable<Field['written']>;
  /** Lower-cased name of the macro it is. */
  readonly macro?: string;
}

/**
 * Reads a value: parts joined by `#`, each a group in braces or quotes, a number or the name of a macro. Undefined where
 * no value stands; nothing is reported then.
 */
export function readValue(reader: BibtexReader, entry: OpenEntry, start: number): BibtexValue | undefined {
  let part = readPart(reader, entry, start);
  if (part === undefined) return undefined;
  let lastPart = start;
  let { value, written } = part;
  const macros: string[] = [];
  for (;;) {
    if (part.macro !== undefined) macros.push(part.macro);
    const hash = skipSpaceAndComments(reader, entry, part.end);
    if (reader.text.charCodeAt(hash) !== 35) break;
    const next = skipHashes(reader, entry, hash);
    const more = readPart(reader, entry, next);
    if (more === undefined) {
      report(reader, 'missing-value', hash, hash + 1, { data: { key: entry.key, name: '#' } });
      return { start, end: hash + 1, lastPart, value, written, macros };
    }
    value = join(value, more.value);
    written = 'concatenated';
    lastPart = next;
    part = more;
  }
  return { start, end: part.end, lastPart, value, written, macros };
}

/** Behind the `#` at `hash`; reports those that follow it without a value between them. */
function skipHashes(reader: BibtexReader, entry: OpenEntry, hash: number): number {
  const next = skipSpaceAndComments(reader, entry, hash + 1);
  let end = next;
  while (reader.text.charCodeAt(end) === 35) end = skipSpaceAndComments(reader, entry, end + 1);
  if (end > next) {
    const data = { key: entry.key, text: '#' };
    report(reader, 'unexpected-text', next, next + 1, { data, fix: replace('Remove `#`', next, end, '') });
  }
  return end;
}

/** Values grow by doubling macros, so that a few hundred bytes can mean gigabytes: what is too long is cut. */
function join(left: string, right: string): string {
  return left.length >= VALUE_LIMIT ? left : left + right.slice(0, VALUE_LIMIT - left.length);
}

function readPart(reader: BibtexReader, entry: OpenEntry, start: number): Part | undefined {
  const code = reader.text.charCodeAt(start);
  if (code === 123) return readGroup(reader, entry, start, 'braced');
  if (code === 34) return readGroup(reader, entry, start, 'quoted');
  if (code === 39 || code === 40) return readForeignQuotes(reader, entry, start);
  return isNameCode(code) && start < reader.text.length ? readWord(reader, entry, start) : undefined;
}

/** `'Sorting'`, which is a value to a person alone. */
function readForeignQuotes(reader: BibtexReader, entry: OpenEntry, start: number): Part | undefined {
  const end = endOfForeignQuotes(reader.text, start);
  if (end === -1) return undefined;
  reportForeignQuotes(reader, entry, { start, end });
  return { end, value: reader.text.slice(start + 1, end - 1), written: 'braced' };
}

function readGroup(
  reader: BibtexReader,
  entry: OpenEntry,
  start: number,
  written: 'braced' | 'quoted',
): Part {
  const { text } = reader;
  const group = entry.mended
    ? readBounded(reader, start)
    : written === 'braced'
      ? readBraced(text, start)
      : readQuoted(text, start);
  if (group.closed) {
    if (group.escapes === true) reportEscapes(reader, entry, start, group.end);
    if (written === 'quoted') reportEscapedCloser(reader, entry, group.end);
    return { end: group.end, value: text.slice(start + 1, group.end - 1), written };
  }
  const { end, contentEnd } = mendGroup(reader, entry, start, group.end);
  return { end, value: text.slice(start + 1, contentEnd), written };
}

/** Pandoc takes `\}` for a sign, not for the end of the value: `{C:\}` swallows what follows, and the file is lost. */
function reportEscapes(reader: BibtexReader, entry: OpenEntry, start: number, end: number): void {
  const { text } = reader;
  if (readEscapedBraces(text, start, end) === end) return;
  const at = text.charCodeAt(end - 2) === 92 ? end - 2 : start + text.slice(start, end).search(/\\[{}]/);
  report(reader, 'escaped-brace', at, at + 2, { data: { key: entry.key, engines: 'Pandoc' } });
}

/** Pandoc takes `\"` for a sign as well, and looks for the end of `"C:\"` in what follows. */
function reportEscapedCloser(reader: BibtexReader, entry: OpenEntry, end: number): void {
  const { text } = reader;
  let backslash = end - 2;
  while (text.charCodeAt(backslash) === 92) backslash--;
  if ((end - 2 - backslash) % 2 === 1)
    report(reader, 'escaped-closing-quote', end - 2, end, { data: { key: entry.key, engines: 'Pandoc' } });
}

/** A number, a macro, or a word that is neither and needs delimiters: `12-15`, `1999a`. */
function readWord(reader: BibtexReader, entry: OpenEntry, start: number): Part {
  const { text } = reader;
  const end = skipName(text, start);
  const word = text.slice(start, end);
  let digits = start;
  while (digits < end && isDigitCode(text.charCodeAt(digits))) digits++;
  if (digits === end) return { end, value: word, written: 'number' };
  if (digits > start || text.charCodeAt(start) === 45) {
    const edits = [
      { region: { start, end: start }, text: '{' },
      { region: { start: end, end }, text: '}' },
    ];
    const fix = { title: 'Put the value in braces', safety: 'safe', edits } as const;
    report(reader, 'bare-value', start, end, { data: { key: entry.key, value: word }, fix });
    return { end, value: word, written: 'number' };
  }
  const macro = word.toLowerCase();
  return { end, value: expand(reader, entry, macro, start, end), written: 'macro', macro };
}

const MONTHS: ReadonlySet<string> = new Set(
  ['jan', 'feb', 'mar', 'apr', 'may', 'jun'].concat(['jul', 'aug', 'sep', 'oct', 'nov', 'dec']),
);

/**
 * What a macro stands for: its definition above, whatever its case; a month keeps its name, because styles define it. An
 * undefined one stands for itself, as in Pandoc; BibTeX and biber print nothing.
 */
function expand(reader: BibtexReader, entry: OpenEntry, macro: string, start: number, end: number): string {
  const value = reader.strings.get(macro);
  const word = reader.text.slice(start, end);
  if (value !== undefined) {
    reader.expansionLeft -= value.length;
    return reader.expansionLeft >= 0 ? value : word;
  }
  if (!MONTHS.has(macro))
    report(reader, 'undefined-string', start, end, { data: { key: entry.key, name: word } });
  return word;
}
