import type { Region } from '../../../model.ts';
import { forgetWord, reportMissingOpening } from './bare-text.ts';
import { isDigitCode, isLetterCode, skipBlanks, skipSpace, trimEnd } from './characters.ts';
import { isFieldStart } from './field-start.ts';
import { nextFieldLine } from './groups.ts';
import { type BibtexReader, type OpenEntry, replace, report } from './reader.ts';
import { forgetCommentBefore } from './space.ts';

/**
 * Ends the entry at its closer, unless more fields follow: then the closer is one too many, and every program silently
 * loses those fields. True where the entry ended.
 */
export function closeEntry(reader: BibtexReader, entry: OpenEntry, at: number): boolean {
  const { text } = reader;
  reader.at = at + 1;
  const next = skipSpace(text, at + 1);
  if (text.charCodeAt(next) === 64 || next >= text.length) return true;
  const end = closersEnd(text, at, entry.closer);
  const behind = skipSpace(text, end);
  const field = text.charCodeAt(behind) === 44 ? skipSpace(text, behind + 1) : behind;
  if (isFieldStart(text, field)) {
    reportExtraCloser(reader, entry, at, { start: at, end });
    reader.at = field;
    return false;
  }
  // Behind the last field there may be a comma as well: `year = 1997},⏎}`.
  if (field > behind && text.charCodeAt(field) === entry.closer && mendOpening(reader, entry, at)) {
    reader.at = field;
    return false;
  }
  if (goesOnBehind(reader, end)) {
    if (!entry.confused) report(reader, 'extra-closing-brace', at, at + 1, { data: { key: entry.key } });
    entry.confused = true;
    reader.at = nextFieldLine(reader, end);
    return false;
  }
  if (text.charCodeAt(next) !== entry.closer) return true;
  reportExtraCloser(reader, entry, at, { start: next, end: next + 1 }, 'stray-closing-brace');
  reader.at = next + 1;
  return true;
}

/** Whether words follow on the line and fields below it: `title = {The Art}} of Programming},⏎ year = {1997}`. */
function goesOnBehind(reader: BibtexReader, end: number): boolean {
  const { text } = reader;
  const word = text.charCodeAt(skipBlanks(text, end));
  if (!isLetterCode(word) && !isDigitCode(word)) return false;
  return isFieldStart(text, skipBlanks(text, nextFieldLine(reader, end)));
}

/** Behind the closers that follow each other from here on. */
function closersEnd(text: string, at: number, closer: number): number {
  let end = at + 1;
  for (let next = skipSpace(text, end); text.charCodeAt(next) === closer; next = skipSpace(text, end))
    end = next + 1;
  return end;
}

/**
 * Closers are too many, or the last value lacks its opening brace. One that stands behind the whole entry is
 * `stray-closing-brace`, which no program minds.
 */
function reportExtraCloser(
  reader: BibtexReader,
  entry: OpenEntry,
  at: number,
  { start, end }: Region,
  messageId: 'extra-closing-brace' | 'stray-closing-brace' = 'extra-closing-brace',
): void {
  if (mendOpening(reader, entry, at) || entry.confused || isBehindJunk(reader, at)) return;
  const fix = replace(end - start === 1 ? 'Remove it' : 'Remove them', start, end, '');
  const data = messageId === 'stray-closing-brace' ? { key: entry.key, engines: '' } : { key: entry.key };
  report(reader, messageId, start, end, { data, fix });
}

/** Reports that the last value lacks its opening brace, where it is a bare word up to this closer; false where it is none. */
function mendOpening(reader: BibtexReader, entry: OpenEntry, at: number): boolean {
  const last = entry.fields.at(-1);
  if (last?.region.end !== at || entry.closer !== 125 || !forgetWord(reader, last.region)) return false;
  reportMissingOpening(reader, entry, last.region.start, at + 1, '{');
  return true;
}

/** In `author = {Doe}, J.},` the word without a sign is the same defect, and which of the braces is one too many is a guess. */
function isBehindJunk({ problems, text }: BibtexReader, at: number): boolean {
  const last = problems.at(-1);
  return last?.messageId === 'missing-equals' && skipSpace(text, last.region.end) === at;
}

/** The place where the closer belongs is the end of the last field; an entry without any would be no better closed. */
export function reportUnclosed(reader: BibtexReader, entry: OpenEntry, at: number): void {
  const end = trimEnd(reader.text, entry.open + 1, forgetCommentBefore(reader, entry, at));
  reader.at = end;
  const closer = String.fromCharCode(entry.closer);
  if (entry.confused || breaksOff(reader, end, closer) || closesTooEarly(reader, entry, end, closer)) return;
  // An entry that was only begun, `@book{`, has no key for the same reason.
  if (entry.fields.length === 0 && isMissingKey(reader, entry)) reader.problems.pop();
  const fix = replace('Close the entry', end, end, `\n${closer}`);
  const details = { data: { key: entry.key, closer } };
  report(reader, 'unclosed-entry', end - 1, end, entry.fields.length === 0 ? details : { ...details, fix });
}

/**
 * Where the last value was not closed either, the entry breaks off there: one defect, whose fix closes both. False where
 * the value was closed.
 */
function breaksOff(reader: BibtexReader, end: number, closer: string): boolean {
  const last = reader.problems.at(-1);
  if (last?.region.end !== end || !BROKEN_VALUE.has(last.messageId)) return false;
  const { fix } = last;
  if (fix !== undefined) {
    const edits = fix.edits.map(({ region, text }) => ({ region, text: `${text}\n${closer}` }));
    reader.problems[reader.problems.length - 1] = { ...last, fix: { ...fix, edits } };
  }
  return true;
}

/** Where the closer only stands before the last fields, that was told, and the fix moves it behind them. */
function closesTooEarly(
  { problems }: BibtexReader,
  { open }: OpenEntry,
  end: number,
  closer: string,
): boolean {
  for (let index = problems.length - 1; (problems[index]?.region.start ?? 0) > open; index--) {
    const problem = problems[index]!;
    if (problem.messageId !== 'extra-closing-brace') continue;
    if (problem.fix !== undefined) {
      const edits = [...problem.fix.edits, { region: { start: end, end }, text: `\n${closer}` }];
      problems[index] = {
        ...problem,
        fix: { ...problem.fix, title: 'Move it to the end of the entry', edits },
      };
    }
    return true;
  }
  return false;
}

const BROKEN_VALUE = new Set(['unterminated-quote', 'unbalanced-braces']);

function isMissingKey({ problems }: BibtexReader, { open }: OpenEntry): boolean {
  const last = problems.at(-1);
  return last?.messageId === 'missing-key' && last.region.end === open + 1;
}

/**
 * Whether the closer of the other kind ends the entry nevertheless: nothing but another entry follows. Reports it, and
 * leaves `reader.at` behind it.
 */
export function closesWrongly(reader: BibtexReader, entry: OpenEntry, at: number): boolean {
  const { text } = reader;
  const next = skipSpace(text, at + 1);
  const code = text.charCodeAt(next);
  if (next < text.length && code !== 64) return false;
  const closer = String.fromCharCode(entry.closer);
  const fix = replace('Use the closer that fits', at, at + 1, closer);
  reader.at = at + 1;
  if (text.charCodeAt(at) === 93 && mendWithBracket(reader, entry, fix)) return true;
  report(reader, 'unbalanced-parenthesis', at, at + 1, { data: { key: entry.key, closer }, fix });
  return true;
}

/** `@book[k, …]`: its brackets are one defect, and what was told of the first mends the other as well. */
function mendWithBracket({ text, problems }: BibtexReader, { open }: OpenEntry, closing: SyntaxFix): boolean {
  if (text.charCodeAt(open) !== 91) return false;
  const at = problems.findLastIndex(
    ({ messageId, region }) => messageId === 'missing-opening-delimiter' && region.end === open + 1,
  );
  const problem = problems[at];
  if (problem?.fix === undefined) return false;
  const fix = { ...problem.fix, edits: [...problem.fix.edits, ...closing.edits] };
  problems[at] = { ...problem, fix };
  return true;
}

type SyntaxFix = ReturnType<typeof replace>;
