import type { DateFinding } from './dates.ts';
import type { Draft } from './draft.ts';
import { PLACE } from './lexicon.ts';
import { isAllPublisher } from './publisher-alone.ts';
import { isMark, isOneOf, type Token } from './token.ts';

/**
 * The date of publication after `from`: the last free one in brackets, else the last that stands in no marks. `online`
 * says that GB/T 7714 is followed, where a square bracket holds the day of reading: `[EB/OL]. (2015-07-04)[2016-05-10]`.
 */
export function findLateDate(draft: Draft, from: number, online: boolean): DateFinding | undefined {
  const all = draft.dates.filter((date) => isFree(draft, date, from));
  const published = online ? all.filter(({ bracket }) => bracket !== '[') : all;
  const free = published.length === 0 ? all : published;
  return (
    free.find((date, index) => isOfEdition(draft, date, free[index - 1], free[index + 1])) ??
    free.findLast((date) => date.bracket !== '' && !date.wordy) ??
    free.findLast((date) => !date.wordy && !isInsideMarks(draft, date)) ??
    free.at(-1)
  );
}

/** A bare year beside the bracket of the original's, which may stand on either side. */
function isOfEdition(draft: Draft, date: DateFinding, before?: DateFinding, behind?: DateFinding): boolean {
  if (date.bracket !== '') return false;
  return (
    isOfOriginal(draft, behind, date) ||
    isBookOfOriginal(draft, behind, date) ||
    isOriginalAhead(draft, before, date)
  );
}

/** `1988 [1979]`, `1990 [zuerst 1962]`: the square bracket behind the year of an edition names that of the original. */
function isOfOriginal({ tokens }: Draft, date: DateFinding | undefined, edition: DateFinding): boolean {
  if (date === undefined || !isMark(tokens[edition.to], '[') || date.yearFrom > edition.to + 3) return false;
  return isMark(tokens[date.yearTo], ']');
}

/** `New York: Vintage 1988 (1979).`: behind a publisher, since `Springer LNCS 2010 (2001)` is a volume and its year. */
function isBookOfOriginal({ tokens }: Draft, date: DateFinding | undefined, edition: DateFinding): boolean {
  if (date?.bracket !== '(' || date.from !== edition.to || !isEarlierAlone(tokens, date, edition))
    return false;
  const end = edition.from - (isMark(tokens[edition.from - 1], ',') ? 1 : 0);
  if (tokens[end - 1]?.shape === 'caps') return false;
  let start = end;
  while (start > 0 && start > end - 6 && !isOneOf(tokens[start - 1], '.,:;')) start--;
  const isBehindPlace = isMark(tokens[start - 1], ':') && ((tokens[start - 2]?.bits ?? 0) & PLACE) !== 0;
  return isBehindPlace || isAllPublisher(tokens, start, end);
}

/** `Siglo XXI, [1975] 2002`. */
function isOriginalAhead({ tokens }: Draft, date: DateFinding | undefined, edition: DateFinding): boolean {
  return date?.bracket === '[' && date.to === edition.from && isEarlierAlone(tokens, date, edition);
}

/** Whether the bracket holds a year and nothing else, and that before the other. */
function isEarlierAlone(tokens: readonly Token[], date: DateFinding, edition: DateFinding): boolean {
  const yearOf = ({ yearFrom }: DateFinding) => Number.parseInt(tokens[yearFrom]!.text, 10);
  return date.alone && !date.wordy && date.to - date.from === 3 && yearOf(date) < yearOf(edition);
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
