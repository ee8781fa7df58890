import type { Region } from '../../model.ts';
import { isDigitCode, isLetterCode, isLineEnd, skipBlanks, trimEnd } from './bibtex-characters.ts';
import { findLateEquals, isFieldStart } from './bibtex-field-start.ts';
import { type BibtexReader, type OpenEntry, replace, report } from './bibtex-reader.ts';
import type { BibtexValue } from './bibtex-value.ts';

/**
 * Words without delimiters, on one line: reports them and returns where they end, -1 where there are none. `after` is
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
  if (!goesOn(text, end, after)) return -1;
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

/** Whether a second word stands on the line, behind blanks or behind a comma that no field follows. */
function goesOn(text: string, end: number, after: number): boolean {
  if (skipBlanks(text, end) !== after || after >= text.length) return false;
  if (text.charCodeAt(after) === 34) return true;
  const next = text.charCodeAt(after) === 44 ? skipBlanks(text, after + 1) : after;
  const code = text.charCodeAt(next);
  return (isLetterCode(code) || isDigitCode(code) || code > 127) && findLateEquals(text, next) === -1;
}

/** Before a brace or a quote, the end of the line, or a comma that ends the line or the field. */
function endOfBareText(text: string, from: number): number {
  for (let offset = from; offset < text.length; offset++) {
    const code = text.charCodeAt(offset);
    if (isLineEnd(code) || code === 123 || code === 125 || code === 34) return offset;
    if (code !== 44) continue;
    const next = skipBlanks(text, offset + 1);
    if (next >= text.length || isLineEnd(text.charCodeAt(next)) || isFieldStart(text, next)) return offset;
  }
  return text.length;
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
