import type { Region } from '../../../model.ts';
import { isDigitCode, isLetterCode, isLineEnd, isWideSpace, skipBlanks, trimEnd } from './characters.ts';
import { findLateEquals, isFieldStart } from './field-start.ts';
import { type BibtexReader, type OpenEntry, replace, report } from './reader.ts';
import type { BibtexValue } from './value.ts';

/**
 * Words without delimiters: reports them and returns where they end, -1 where there are none. `after` is
 * what follows the first of them.
 *
 * ```
 * title = The Art of Computer Programming,
 *         ^-----------------------------^
 * ```
 */
export function readBareText(
  reader: BibtexReader,
  entry: OpenEntry,
  { start, end, written }: BibtexValue,
  after: number,
): number {
  const { text } = reader;
  if (written !== 'macro' && written !== 'number') return -1;
  if (!goesOn(reader, { start, end }, after)) return -1;
  const bareEnd = trimEnd(text, start, endOfBareText(text, after));
  forgetWord(reader, { start, end });
  if (text.charCodeAt(bareEnd) === 34) {
    reportMissingOpening(reader, entry, start, bareEnd + 1, '"');
    return bareEnd + 1;
  }
  const edits = [
    { region: { start, end: start }, text: '{' },
    { region: { start: bareEnd, end: bareEnd }, text: '}' },
  ];
  const fix = { title: 'Put the value in braces', safety: 'safe', edits } as const;
  const data = { key: entry.key, value: text.slice(start, bareEnd) };
  report(reader, 'bare-value', start, bareEnd, { data, fix });
  return bareEnd;
}

/**
 * Whether the text goes on behind the first word: behind blanks, behind a comma that no field follows, or in braces and
 * behind the sign of an address where the word is no macro.
 */
function goesOn(reader: BibtexReader, { start, end }: Region, after: number): boolean {
  const { text } = reader;
  if (skipBlanks(text, end) !== after || after >= text.length) return false;
  if (text.charCodeAt(after) === 34) return true;
  if (text.charCodeAt(after) === 123 || (text.charCodeAt(after) === 61 && after === end))
    return isUndefined(reader, { start, end });
  const next = text.charCodeAt(after) === 44 ? skipBlanks(text, after + 1) : after;
  return isWordStart(text.charCodeAt(next)) && findLateEquals(text, next) === -1;
}

const isWordStart = (code: number): boolean =>
  isLetterCode(code) || isDigitCode(code) || (code > 127 && !isWideSpace(code));

/** Whether the word is a macro that nothing defines: the last that was reported. */
function isUndefined({ problems }: BibtexReader, { start, end }: Region): boolean {
  const last = problems.at(-1);
  return last?.messageId === 'undefined-string' && last.region.start === start && last.region.end === end;
}

/**
 * At a quote that closes nothing, at a brace without its partner on the line, at a comma that ends the line or the field,
 * or at the end of the last line that words stand on. The quote of `M\"uller` is an accent.
 */
function endOfBareText(text: string, from: number): number {
  let isInQuotes = false;
  for (let offset = from; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (code === 125 || (isLineEnd(code) && !goesOnBelow(text, offset))) return offset;
    if (code === 34 && text.charCodeAt(offset - 1) !== 92) {
      if (!isInQuotes && endsValue(text, offset + 1)) return offset;
      isInQuotes = !isInQuotes;
    }
    if (code === 123) {
      const close = closeOnLine(text, offset);
      if (close === -1) return offset;
      offset = close;
    }
    if (code !== 44) continue;
    const next = skipBlanks(text, offset + 1);
    if (next >= text.length || isLineEnd(text.charCodeAt(next)) || isFieldStart(text, next)) return offset;
  }
  return text.length;
}

/** Whether what stands at `at` can only follow a value: a comma, a closer, a `#` or the end of the line. */
export function endsValue(text: string, at: number): boolean {
  const after = skipBlanks(text, at);
  const code = text.charCodeAt(after);
  return after >= text.length || code === 44 || code === 125 || code === 35 || isLineEnd(code);
}

/** Whether the line below the one that ends here begins with a word that is no field. */
function goesOnBelow(text: string, at: number): boolean {
  const isPair = text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10;
  const next = skipBlanks(text, at + (isPair ? 2 : 1));
  return isWordStart(text.charCodeAt(next)) && findLateEquals(text, next) === -1;
}

/** Where the brace that opens here closes on its line, or -1. */
function closeOnLine(text: string, open: number): number {
  let depth = 0;
  for (let offset = open; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (isLineEnd(code)) return -1;
    if (code === 123) depth++;
    else if (code === 125 && --depth === 0) return offset;
  }
  return -1;
}

/**
 * Where a value ends that other marks enclose than braces and double quotes, or -1.
 *
 * ```
 * title = 'Sorting and Searching',
 *         ^---------------------^
 * ```
 */
export function endOfForeignQuotes(text: string, start: number): number {
  const closer = FOREIGN_QUOTES.get(text.charCodeAt(start));
  if (closer === undefined) return -1;
  const end = trimEnd(text, start + 1, endOfBareText(text, start + 1));
  return end - 1 > start && text.charCodeAt(end - 1) === closer ? end : -1;
}

const FOREIGN_QUOTES: ReadonlyMap<number, number> = new Map([
  [39, 39],
  [40, 41],
]);

/** Reports a value that is enclosed by the marks at its ends. */
export function reportForeignQuotes(reader: BibtexReader, entry: OpenEntry, { start, end }: Region): void {
  const edits = [
    { region: { start, end: start + 1 }, text: '{' },
    { region: { start: end - 1, end }, text: '}' },
  ];
  const fix = { title: 'Put the value in braces', safety: 'safe', edits } as const;
  const data = { key: entry.key, value: reader.text.slice(start, end) };
  report(reader, 'bare-value', start, end, { data, fix });
}

/** Reports a value whose closer stands alone: `title = Sorting},`. */
export function reportMissingOpening(
  reader: BibtexReader,
  entry: OpenEntry,
  start: number,
  end: number,
  delimiter: '{' | '"',
): void {
  const fix = replace(`Insert \`${delimiter}\``, start, start, delimiter);
  report(reader, 'missing-opening-delimiter', start, end, { data: { key: entry.key, delimiter }, fix });
}

/**
 * Takes back what was reported about a word of the region: one defect, one problem. False where nothing was.
 */
export function forgetWord(reader: BibtexReader, { start, end }: Region): boolean {
  const last = reader.problems.at(-1);
  if (last === undefined || last.region.start < start || last.region.end > end) return false;
  const isWord = last.messageId === 'undefined-string' || last.messageId === 'bare-value';
  if (isWord) reader.problems.pop();
  return isWord;
}
