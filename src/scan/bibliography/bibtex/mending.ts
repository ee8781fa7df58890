import { endsValue } from './bare-text.ts';
import { isLetterCode, isLineEnd, lineEnd, skipBlanks, skipSpace, trimEnd } from './characters.ts';
import { isEntryStart } from './entry-start.ts';
import { findFieldComma, isFieldStart } from './field-start.ts';
import { nextFieldLine, readEscapedBraces, readEscapedQuotes } from './groups.ts';
import { type BibtexReader, type OpenEntry, replace, report } from './reader.ts';
import type { BibtexValue } from './value.ts';

/** Where a broken value should have ended, and where its content does. */
export interface Mended {
  readonly end: number;
  readonly contentEnd: number;
}

/**
 * Says where a group that broke should have ended, and reports it: at the quote that is there after all, or before the
 * next field. From then on no value of the entry may reach past the next field.
 *
 * ```
 *   title = {The {Art of Computer Programming},
 *           ^--------------------------------^ ends here
 *   year = 1997
 * ```
 */
export function mendGroup(reader: BibtexReader, entry: OpenEntry, start: number, brokenAt: number): Mended {
  entry.mended = true;
  return reader.text.charCodeAt(start) === 34
    ? mendQuoted(reader, entry, start, brokenAt)
    : closeBefore(reader, entry, start, boundary(reader, start, brokenAt));
}

function mendQuoted(reader: BibtexReader, entry: OpenEntry, start: number, brokenAt: number): Mended {
  const { text } = reader;
  const quote = closingQuote(text, start, boundary(reader, start, text.length));
  const brace = firstUnbalanced(text, start + 1, quote);
  if (quote !== -1 && brace !== -1) {
    const { key } = entry;
    // Pandoc ends the quotes all the same.
    const engines = 'BibTeX, biber';
    if (text.charCodeAt(brace) === 125)
      report(reader, 'stray-brace', brace, brace + 1, { data: { key, engines } });
    else
      report(reader, 'unbalanced-braces', brace, quote, {
        data: { key },
        fix: replace('Close the brace', quote, quote, '}'),
      });
    return { end: quote + 1, contentEnd: quote };
  }
  // The brace was typed for the quote, where a comma follows it.
  const isCloser =
    text.charCodeAt(brokenAt) === 125 && text.charCodeAt(skipBlanks(text, brokenAt + 1)) === 44;
  return closeBefore(reader, entry, start, boundary(reader, start, isCloser ? brokenAt + 1 : brokenAt));
}

/** Reports a group that lacks its closer, which belongs at `end`; another closer that stands there is replaced. */
function closeBefore(reader: BibtexReader, entry: OpenEntry, start: number, end: number): Mended {
  const { text } = reader;
  const quoted = text.charCodeAt(start) === 34;
  const closer = quoted ? '"' : '}';
  const contentEnd = end - 1 > start && endsWithWrongCloser(text, start, end) ? end - 1 : end;
  const depth = depthAt(text, start, contentEnd);
  const title = quoted ? 'Close the quotes' : 'Close the brace';
  const fix = depth === (quoted ? 0 : 1) ? { fix: replace(title, contentEnd, end, closer) } : {};
  report(reader, quoted ? 'unterminated-quote' : 'unbalanced-braces', start, end, {
    data: { key: entry.key, engines: 'BibTeX, biber, Pandoc' },
    ...fix,
  });
  return { end, contentEnd };
}

/** `{T"` and `"T}`: the closer of the other kind was typed. */
function endsWithWrongCloser(text: string, start: number, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (text.charCodeAt(start) === 34) return last === 125 && firstUnbalanced(text, start + 1, end) === end - 1;
  // The quote of `M\"uller` is an accent.
  return last === 34 && text.slice(start, end).replaceAll('\\"', '').split('"').length % 2 === 0;
}

/** Where a value that begins at `start` and broke at `to` should have ended: before the next field, or on its line. */
function boundary(reader: BibtexReader, start: number, to: number): number {
  const { text } = reader;
  const comma = findFieldComma(text, start + 1, to);
  if (comma !== -1) return trimEnd(text, start + 1, comma);
  const line = nextFieldLine(reader, start);
  return withoutComma(text, start, line <= to ? line : Math.min(lineEnd(text, start), to));
}

function withoutComma(text: string, start: number, end: number): number {
  const trimmed = trimEnd(text, start + 1, end);
  const comma = trimmed - 1 > start && text.charCodeAt(trimmed - 1) === 44;
  return comma ? trimEnd(text, start + 1, trimmed - 1) : trimmed;
}

/**
 * What to do where a value is followed by neither a comma nor the end of its entry: undefined where the value itself is
 * all right. The value may have swallowed fields, up to a brace that was meant to close something else.
 */
export function mendAfterValue(
  reader: BibtexReader,
  entry: OpenEntry,
  { lastPart, end, written }: BibtexValue,
  next: number,
): Mended | undefined {
  if (written === 'number' || written === 'macro') return undefined;
  const { text } = reader;
  const escaped = mendEscapes(reader, entry, lastPart, end);
  if (escaped !== undefined) return escaped;
  const swallowed = nextFieldLine(reader, lastPart) < end;
  const atEnd = next >= text.length || (text.charCodeAt(next) === 64 && isEntryStart(text, next));
  if (swallowed && (atEnd || text.charCodeAt(lastPart) === 34 || !isFieldStart(text, next))) {
    return mendGroup(reader, entry, lastPart, end);
  }
  const early =
    atEnd || isFieldStart(text, next) ? undefined : mendEarlyCloser(reader, entry, lastPart, end, next);
  if (early !== undefined) return early;
  if (!atEnd) return undefined;
  if (findFieldComma(text, lastPart + 1, end) !== -1) return mendGroup(reader, entry, lastPart, end);
  return mendLastField(reader, entry, lastPart, end);
}

/**
 * A closer too early in the value: `{The Art} of Programming},` and `"The "Art" of Programming",`. The one that was meant
 * stands before the next field.
 */
function mendEarlyCloser(
  reader: BibtexReader,
  entry: OpenEntry,
  start: number,
  end: number,
  next: number,
): Mended | undefined {
  const { text } = reader;
  if (skipBlanks(text, end) !== next) return undefined;
  const isQuoted = text.charCodeAt(start) === 34;
  const closer = isQuoted ? closingQuoteOnLine(text, end - 1) : strayBrace(reader, end);
  if (closer === -1) return undefined;
  const data = { key: entry.key, engines: 'BibTeX, biber, Pandoc' };
  // A brace behind a backslash was meant as a sign, and which of the braces is one too many is a guess.
  const isGuess = /\\[{}]/.test(text.slice(start, closer));
  // Of `{Art} of Programming}` the brace before `{Art}` may as well be lost, which protects its capitals.
  const isWord = !text.slice(start, end - 1).includes('}');
  const fix = { ...replace('Remove the brace', end - 1, end, ''), ...(isWord ? SUGGESTED : {}) };
  if (isQuoted) report(reader, 'inner-quote', end - 1, end, { data });
  else report(reader, 'stray-brace', end - 1, end, isGuess ? { data } : { data, fix });
  return { end: closer + 1, contentEnd: closer };
}

const SUGGESTED = { safety: 'suggest' } as const;

/**
 * The first `}` before the next field that closes nothing and does not stand alone on its line, or -1. Where nothing of
 * the entry follows it, it closes the entry: `year = {1997};}`.
 */
function strayBrace(reader: BibtexReader, from: number): number {
  const { text } = reader;
  const limit = nextFieldLine(reader, from);
  let depth = 0;
  for (let offset = from; offset < limit; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 123) depth++;
    else if (code === 61 && depth === 0) return -1;
    else if (code === 125 && depth-- === 0) {
      const before = trimEnd(text, from, offset);
      const isAlone = /[\r\n]/.test(text.slice(before, offset));
      return isAlone || !entryGoesOn(text, offset + 1) ? -1 : offset;
    }
  }
  return -1;
}

/** Whether a comma, another closer, a `#` or a field follows. */
function entryGoesOn(text: string, at: number): boolean {
  const next = skipSpace(text, at);
  return /[,})#]/.test(text.charAt(next)) || isFieldStart(text, next);
}

/** A value that took the brace which was meant for the entry, alone on its line: `year = {1997⏎}⏎`. */
function mendLastField(
  reader: BibtexReader,
  entry: OpenEntry,
  start: number,
  end: number,
): Mended | undefined {
  const { text } = reader;
  const before = trimEnd(text, start, end - 1);
  if (text.charCodeAt(end - 1) !== 125 || !/[\r\n]/.test(text.slice(before, end))) return undefined;
  if (text.charCodeAt(start) !== 123 || before <= start) return undefined;
  entry.mended = true;
  return closeBefore(reader, entry, start, withoutComma(text, start, before));
}

/** BibTeX and biber know no escapes: `\{` counts as a brace, and `\"` ends a quoted value. */
function mendEscapes(reader: BibtexReader, entry: OpenEntry, start: number, end: number): Mended | undefined {
  const { text } = reader;
  const quoted = text.charCodeAt(start) === 34;
  const data = { key: entry.key, engines: 'BibTeX, biber' };
  if (quoted && text.charCodeAt(end - 2) === 92) {
    const close = readEscapedQuotes(text, start);
    if (close === -1 || close <= end) return undefined;
    if (reader.problems.at(-1)?.messageId === 'escaped-closing-quote') reader.problems.pop();
    report(reader, 'escaped-quote', end - 2, end, { data });
    return { end: close, contentEnd: close - 1 };
  }
  const escaped = quoted ? -1 : text.slice(start, end).search(/\\[{}]/);
  const close = escaped === -1 ? -1 : readEscapedBraces(text, start, end);
  if (close === -1 || close === end) return undefined;
  if (reader.problems.at(-1)?.messageId === 'escaped-brace') reader.problems.pop();
  report(reader, 'escaped-brace', start + escaped, start + escaped + 2, { data });
  return { end: close, contentEnd: close - 1 };
}

/** The first quote before `to` that looks like a closing one, because a comma, a brace or the line's end follows. */
function closingQuote(text: string, start: number, to: number): number {
  for (let offset = start + 1; offset < to; offset++) {
    if (text.charCodeAt(offset) === 34 && endsValue(text, offset + 1)) return offset;
  }
  return -1;
}

/** `closingQuote` on the line of `start`. */
function closingQuoteOnLine(text: string, start: number): number {
  for (let offset = start + 1; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (isLineEnd(code)) return -1;
    if (code === 34 && endsValue(text, offset + 1)) return offset;
    if (code === 61 && isLetterCode(text.charCodeAt(trimEnd(text, start, offset) - 1))) return -1;
  }
  return -1;
}

/** The first brace between `from` and `to` without its partner there, or -1. */
function firstUnbalanced(text: string, from: number, to: number): number {
  const open: number[] = [];
  for (let offset = from; offset < to; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 123) open.push(offset);
    else if (code === 125 && open.pop() === undefined) return offset;
  }
  return open[0] ?? -1;
}

function depthAt(text: string, from: number, to: number): number {
  let depth = 0;
  for (let offset = from; offset < to; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 123) depth++;
    else if (code === 125) depth--;
  }
  return depth;
}
