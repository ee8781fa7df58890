import { isLineEnd } from './characters.ts';
import { isEntryStart, isQuotedEntry } from './entry-start.ts';
import { findFieldLine } from './field-start.ts';
import type { BibtexReader } from './reader.ts';

/** How a group that was opened ends: behind its closer, or broken. */
export interface Group {
  readonly end: number;
  readonly closed: boolean;
  /** A `\{` or `\}` is in it. */
  readonly escapes?: boolean;
}

/**
 * Reads `{…}` with its inner braces; `\{` counts like any brace, as in BibTeX and biber. A group that runs into the next
 * entry is broken there; so is one that never closes.
 */
export function readBraced(text: string, open: number): Group {
  let depth = 0;
  let candidate = -1;
  let escapes = false;
  for (let offset = open; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 123 || code === 125) {
      if (text.charCodeAt(offset - 1) === 92) escapes = true;
      depth += code === 123 ? 1 : -1;
      if (depth === 0) return { end: offset + 1, closed: true, escapes };
    } else if (code === 64 && isEntryStart(text, offset)) {
      if (candidate === -1) candidate = offset;
      if (!isQuotedEntry(text, offset)) return { end: candidate, closed: false };
    }
  }
  return { end: candidate === -1 ? text.length : candidate, closed: false };
}

/**
 * Reads `"…"`: a quote ends it where no brace is open, and only there (`{"}` is a quote inside). A `}` that closes
 * nothing breaks it, as in BibTeX and biber.
 */
export function readQuoted(text: string, open: number): Group {
  let depth = 0;
  for (let offset = open + 1; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 34) {
      if (depth === 0) return { end: offset + 1, closed: true };
    } else if (code === 123) depth++;
    else if (code === 125) {
      if (--depth < 0) return { end: offset, closed: false };
    } else if (code === 64 && isEntryStart(text, offset) && !isQuotedEntry(text, offset)) {
      return { end: offset, closed: false };
    }
  }
  return { end: text.length, closed: false };
}

/**
 * Reads a group of an entry that already lost a brace: it may not reach the next field. Many such groups cost one pass,
 * because the braces that do not close before that field are known from the first.
 */
export function readBounded(reader: BibtexReader, open: number): Group {
  const { text } = reader;
  const limit = nextFieldLine(reader, open);
  const unclosed = unclosedBefore(reader, open, limit);
  if (unclosed.has(open)) return { end: limit, closed: false };
  const quoted = text.charCodeAt(open) === 34;
  let depth = 0;
  for (let offset = quoted ? open + 1 : open; offset < limit; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 123) {
      if (unclosed.has(offset)) return { end: limit, closed: false };
      depth++;
    } else if (code === 125) {
      depth--;
      if (quoted ? depth < 0 : depth === 0) return { end: quoted ? offset : offset + 1, closed: !quoted };
    } else if (code === 34 && quoted && depth === 0) return { end: offset + 1, closed: true };
  }
  return { end: limit, closed: false };
}

/** Offset of the next line on which a field or an entry begins; the text's length where none does. */
export function nextFieldLine(reader: BibtexReader, from: number): number {
  const { fieldLine, text } = reader;
  if (from >= fieldLine.from && from < fieldLine.at) return fieldLine.at;
  const found = findFieldLine(text, from, text.length);
  const at = found === -1 ? text.length : found;
  reader.fieldLine = { from, at };
  return at;
}

/** Where the braces of a comment close, or -1. The entries inside are what the comment is there for. */
export function closeOfComment(reader: BibtexReader, open: number): number {
  const { text } = reader;
  if (reader.unclosedComments?.has(open) === true) return -1;
  let depth = 0;
  for (let offset = open; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return offset + 1;
  }
  reader.unclosedComments = unclosedBraces(text, open, text.length);
  return -1;
}

function unclosedBefore(reader: BibtexReader, from: number, to: number): ReadonlySet<number> {
  const known = reader.unclosed;
  if (known.to === to && from >= known.from) return known.braces;
  const braces = unclosedBraces(reader.text, from, to);
  reader.unclosed = { from, to, braces };
  return braces;
}

function unclosedBraces(text: string, from: number, to: number): ReadonlySet<number> {
  const braces = new Set<number>();
  let closers = 0;
  for (let offset = to - 1; offset >= from; offset--) {
    const code = text.charCodeAt(offset);
    if (code === 125) closers++;
    else if (code === 123 && closers > 0) closers--;
    else if (code === 123) braces.add(offset);
  }
  return braces;
}

/** `readBraced` with `\{` and `\}` as plain characters, as Pandoc and mystmd read them; -1 where that does not close. */
export function readEscapedBraces(text: string, open: number, limit: number): number {
  let depth = 0;
  for (let offset = open; offset < limit; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 92) {
      const next = text.charCodeAt(offset + 1);
      if (next === 123 || next === 125) offset++;
    } else if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return offset + 1;
  }
  return -1;
}

/** `readQuoted` with `\"` as a quote inside, as Pandoc reads it, on one line; -1 where that does not close. */
export function readEscapedQuotes(text: string, open: number): number {
  let depth = 0;
  for (let offset = open + 1; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (isLineEnd(code)) return -1;
    if (code === 92) offset++;
    else if (code === 123) depth++;
    else if (code === 125) depth--;
    else if (code === 34 && depth <= 0) return offset + 1;
  }
  return -1;
}
