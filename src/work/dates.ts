import type { Region } from '../model.ts';

/** A day, a month or a year; `season` is EDTF's 21 (spring) to 24 (winter). */
export interface CalendarDate {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
  readonly season?: number;
}

/** What is wrong with a date, one word a defect. */
export type DateProblemKind =
  | 'shape' // no date of the format
  | 'month' // no month 1 to 12, no season 21 to 24
  | 'day' // a day that month does not have
  | 'order' // the end lies before the start
  | 'ambiguous'; // 05/06/1997: day and month cannot be told apart

/** A defect of a date, and where it stands. */
export interface DateProblem {
  readonly kind: DateProblemKind;
  /** Inside the text given. */
  readonly region: Region;
  /** What stands there. */
  readonly found: string;
}

/** A date of BibLaTeX as it was read. */
export interface DateReading {
  readonly start?: CalendarDate;
  /** Of a range; `open` for `1997/..`. */
  readonly end?: CalendarDate | 'open';
  /** Marked `?`, `~` or `%`. */
  readonly uncertain: boolean;
  readonly problem?: DateProblem;
}

const ONE_DATE =
  /^(-?\d{4}|-?\d{2,3}[Xxu]{1,2}|[yY]-?\d{5,12})(?:-(\d{1,2}|[Xxu]{2})(?:-(\d{1,2}|[Xxu]{2})(?:[T ][\d:.,+\-Zz]{2,40})?)?)?([?~%])?$/;

/**
 * Reads a date as BibLaTeX and CSL-YAML want it: ISO 8601-2 (EDTF levels 0 and 1, BibLaTeX manual 2.3.8), so `1997`,
 * `1997-05`, `1997-05-17`, `1997-21` (spring), `1997~`, `199X`, `1997/1999`, `1997/..`, `/1997`, `-0043`. An empty text
 * has neither date nor problem, and neither has `XXXX`, which biber takes for a year that is not known.
 */
export function readDate(text: string): DateReading {
  const start = text.length - text.trimStart().length;
  const written = text.trim();
  if (written === '') return { uncertain: false };
  if (/^[Xx]{4}$/.test(written)) return { uncertain: true };
  const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(written);
  if (numeric !== null) return ambiguous(written, start, numeric);
  const slash = written.indexOf('/');
  if (slash < 0) return readOneDate(written, start);
  return readRange(written, slash, start);
}

function readRange(written: string, slash: number, offset: number): DateReading {
  const from = written.slice(0, slash);
  const to = written.slice(slash + 1);
  const open = (text: string) => text === '' || text === '..' || /^(?:open|unknown)$/i.test(text);
  const first = open(from) ? undefined : readOneDate(from, offset);
  const last = open(to) ? undefined : readOneDate(to, offset + slash + 1);
  // `1962/05/01` is a day with the wrong marks, and no range up to `05/01`.
  const problem = to.includes('/') ? shapeProblem(written, offset) : (first?.problem ?? last?.problem);
  const uncertain = (first?.uncertain ?? false) || (last?.uncertain ?? false);
  const start = first?.start;
  const end = last === undefined ? ('open' as const) : last.start;
  if (
    problem === undefined &&
    start !== undefined &&
    end !== undefined &&
    end !== 'open' &&
    compareDates(start, end) > 0
  ) {
    const region = { start: offset, end: offset + written.length };
    return { start, end, uncertain, problem: { kind: 'order', region, found: written } };
  }
  if (first === undefined && last === undefined) {
    return { uncertain, problem: shapeProblem(written, offset) };
  }
  return {
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    uncertain,
    ...(problem === undefined ? {} : { problem }),
  };
}

function readOneDate(written: string, offset: number): DateReading {
  const match = ONE_DATE.exec(written);
  if (match === null) return { uncertain: false, problem: shapeProblem(written, offset) };
  const [, yearText = '', monthText, dayText, mark] = match;
  const uncertain = mark !== undefined || /[Xxu]/.test(written);
  const year = Number(yearText.replace(/^[yY]/, '').replace(/[Xxu]/g, '0'));
  const monthStart = offset + yearText.length + 1;
  const month = monthText === undefined || /[Xxu]/.test(monthText) ? undefined : Number(monthText);
  if (month === undefined) return { start: { year }, uncertain };
  if (month >= 21 && month <= 24 && dayText === undefined)
    return { start: { year, season: month }, uncertain };
  const monthRegion = { start: monthStart, end: monthStart + monthText!.length };
  if (month < 1 || month > 12) {
    return { start: { year }, uncertain, problem: { kind: 'month', region: monthRegion, found: monthText! } };
  }
  const day = dayText === undefined || /[Xxu]/.test(dayText) ? undefined : Number(dayText);
  if (day === undefined) return { start: { year, month }, uncertain };
  const dayRegion = { start: monthRegion.end + 1, end: monthRegion.end + 1 + dayText!.length };
  if (day < 1 || day > daysIn(month, year)) {
    return {
      start: { year, month },
      uncertain,
      problem: { kind: 'day', region: dayRegion, found: dayText! },
    };
  }
  return { start: { year, month, day }, uncertain };
}

function shapeProblem(found: string, start: number): DateProblem {
  return { kind: 'shape', region: { start, end: start + found.length }, found };
}

/** `17/05/1997` can only be a day first; `05/06/1997` can be both. Neither is ISO 8601. */
function ambiguous(written: string, start: number, match: RegExpExecArray): DateReading {
  const region = { start, end: start + written.length };
  const kind = Number(match[1]) <= 12 && Number(match[3]) <= 12 && match[2] !== '.' ? 'ambiguous' : 'shape';
  const year = match[4]!.length === 4 ? { start: { year: Number(match[4]) } } : {};
  return { ...year, uncertain: false, problem: { kind, region, found: written } };
}

/** Days of a month in the Gregorian calendar, run back before 1582 as ISO 8601 does. */
function daysIn(month: number, year: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Negative, zero or positive as `a` lies before, at or behind `b`; a part that either lacks does not count. */
export function compareDates(a: CalendarDate, b: CalendarDate): number {
  const difference = (x: number | undefined, y: number | undefined) =>
    x === undefined || y === undefined ? 0 : x - y;
  if (a.year !== b.year) return a.year - b.year;
  const months = difference(a.month, b.month);
  if (months !== 0 || a.month === undefined || b.month === undefined) return months;
  return difference(a.day, b.day);
}
