import type { DateFinding } from './dates.ts';
import type { Draft } from './draft.ts';
import { isMark, isOneOf, type Token } from './token.ts';

/** The date of publication after `from`: the last free one in brackets, else the last that stands in no marks. */
export function findLateDate(draft: Draft, from: number): DateFinding | undefined {
  const free = draft.dates.filter((date) => isFree(draft, date, from));
  return (
    free.find((date, index) => date.bracket === '' && isOfOriginal(draft, free[index + 1], date)) ??
    free.findLast((date) => date.bracket !== '' && !date.wordy) ??
    free.findLast((date) => !date.wordy && !isInsideMarks(draft, date)) ??
    free.at(-1)
  );
}

/** `1988 [1979]`, `1990 [zuerst 1962]`: the square bracket behind the year of an edition names that of the original. */
function isOfOriginal({ tokens }: Draft, date: DateFinding | undefined, edition: DateFinding): boolean {
  if (date === undefined || !isMark(tokens[edition.to], '[') || date.yearFrom > edition.to + 3) return false;
  return isMark(tokens[date.yearTo], ']');
}

function isFree(draft: Draft, date: DateFinding, from: number): boolean {
  if (date.yearFrom < from || draft.taken[date.yearFrom] === 1) return false;
  return !date.span && !isPageRange(draft.tokens, date);
}

function isInsideMarks({ tokens }: Draft, date: DateFinding): boolean {
  return tokens[date.yearFrom]!.quote >= 0 || tokens[date.yearFrom]!.emphasis >= 0;
}

/** `pp. 1997–2010`, `, 1339–1375`. */
function isPageRange(tokens: readonly Token[], date: DateFinding): boolean {
  const before = tokens[date.from - 1];
  if (before === undefined) return false;
  if (/^(?:pp?|pages?)$/.test(before.text)) return true;
  if (isMark(before, '.') && /^(?:pp?|S)$/.test(tokens[date.from - 2]?.text ?? '')) return true;
  const range = date.yearTo - date.yearFrom === 3 && !isMark(tokens[date.yearFrom + 1], '/');
  return range && date.bracket === '' && isOneOf(before, ':,');
}
