/** A date as written, read; `day` is `2024-05-01`. */
export interface ReadDate {
  readonly day: string;
  /** Milliseconds since 1970, where both the time and its zone are written. */
  readonly instant?: number;
}

/** `unreadable`: no form the engine knows; `impossible`: a known form of a day or time there is not. */
export type DateReading = ReadDate | 'unreadable' | 'impossible' | 'without-day';

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2}):(\d{2})(?:[.,]\d+)?(?: ?(Z|[+-]\d{2}:?\d{2})(?: [A-Z]{3,5})?)?)?(?: m=[+-][\d.]+)?$/;

/** What YAML itself takes for a timestamp, before Hugo sees a string. */
const YAML_TIMESTAMP =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ]+(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.\d*)?(?: *(Z|[+-]\d{1,2}(?::?\d{2})?))?)?$/;

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAY_NAME = '(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
const LONG_DAY_NAME = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day';
const TIME = '\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?';
const ZONE = '(?:[+-]\\d{4}|[A-Z]{3,5})';

/** The forms with month names Go has constants for, as day, month and year by position. */
const NAMED: readonly (readonly [form: RegExp, day: number, month: number, year: number])[] = [
  [new RegExp(`^${DAY_NAME}, (\\d{2}) (\\w{3}) (\\d{4}) ${TIME} ${ZONE}$`), 1, 2, 3],
  [new RegExp(`^(\\d{2}) (\\w{3}) (\\d{2}) \\d{2}:\\d{2} ${ZONE}$`), 1, 2, 3],
  [new RegExp(`^${LONG_DAY_NAME}, (\\d{2})-(\\w{3})-(\\d{2}) ${TIME} ${ZONE}$`), 1, 2, 3],
  [new RegExp(`^${DAY_NAME} (\\w{3}) ([ \\d]\\d) ${TIME}(?: ${ZONE})? (\\d{4})$`), 2, 1, 3],
  [/^(\d{2}) (\w{3}) (\d{4})$/, 1, 2, 3],
];

/** Times without a day, which Hugo takes and which make a page as old as the calendar. */
const WITHOUT_DAY = [/^\d{1,2}:\d{2}[AP]M$/, new RegExp(`^\\w{3} [ \\d]\\d ${TIME}$`)];

const SURE_DATE =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])(?:T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-]\d\d:\d\d))?$/;

/**
 * Whether a date is written as nearly all are, so that every engine reads it, and is in the calendar of any year. Most pages
 * have one such date, which there is nothing to compare with.
 */
export function isSureDate(written: string): boolean {
  return SURE_DATE.test(written);
}

/**
 * Reads a date as Hugo does: the layouts of `cast.ToTimeInDefaultLocation`, and, where the value is not quoted, what
 * the YAML library takes for a timestamp.
 */
export function readHugoDate(written: string, isQuoted: boolean): DateReading {
  const org = /^[<[](\d{4}-\d{2}-\d{2})(?: .*)?[>\]]$/.exec(written)?.[1];
  const iso = ISO.exec(org ?? written) ?? (isQuoted ? null : YAML_TIMESTAMP.exec(written));
  if (iso !== null) return dateOf(iso);
  for (const [form, day, month, year] of NAMED) {
    const match = form.exec(written);
    if (match === null) continue;
    const number = MONTHS.indexOf((match[month] ?? '').toLowerCase()) + 1;
    if (number > 0) return checkedDay(century(match[year] ?? ''), number, Number(match[day]));
  }
  return WITHOUT_DAY.some((form) => form.test(written)) ? 'without-day' : 'unreadable';
}

/**
 * Reads a date as Jekyll does, which hands it to Ruby's lenient `Time.parse`: only what begins like an ISO date and is none, or
 * has no digit at all, is refused for certain.
 */
export function readJekyllDate(written: string): DateReading {
  const iso = YAML_TIMESTAMP.exec(written) ?? ISO.exec(written);
  if (iso !== null) return dateOf(iso);
  const start = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(written);
  if (start !== null) return dateOf(start);
  return /\d/.test(written) ? 'without-day' : 'unreadable';
}

/** Two digits mean the years 1969 to 2068, in Go as in POSIX. */
const century = (year: string): number =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 69 ? 2000 : 1900);

function dateOf(match: RegExpExecArray): DateReading {
  const part = (place: number): number => Number(match[place] ?? 0);
  const [year, month, day, hour, minute, second] = [part(1), part(2), part(3), part(4), part(5), part(6)];
  if (hour > 23 || minute > 59 || second > 59) return 'impossible';
  const date = checkedDay(year, month, day);
  const zone = match[7];
  if (typeof date === 'string' || match[4] === undefined || zone === undefined) return date;
  return { day: date.day, instant: Date.UTC(year, month - 1, day, hour, minute, second) - offsetOf(zone) };
}

function checkedDay(year: number, month: number, day: number): ReadDate | 'impossible' {
  if (month < 1 || month > 12 || day < 1) return 'impossible';
  if (day > 28 && day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return 'impossible';
  const two = (number: number): string => String(number).padStart(2, '0');
  return { day: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` };
}

/** `+02:00`, `-0530` or `+2` in milliseconds. */
function offsetOf(zone: string): number {
  if (zone === 'Z') return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  const size = (Number(hours ?? 0) * 60 + Number(minutes ?? 0)) * 60_000;
  return sign === '-' ? -size : size;
}
