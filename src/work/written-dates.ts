import { type CalendarDate, readDate } from './dates.ts';
import { readMonth } from './years.ts';

const YEAR = /(?<!\d)(?:1[4-9]|20)\d\d(?!\d)/;

/**
 * A date as references write it: “2020, March 11”, “11 mars 2020”, “Jul. 1978”, “2020-03-11”, “11.03.2020”,
 * “2020年3月11日”. What cannot be told (day and month of `05/06/1997`) is left out; undefined without a year. Linear.
 */
export function readWrittenDate(text: string): CalendarDate | undefined {
  const plain = text.trim();
  const iso = /^\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?$/.test(plain) ? readDate(padded(plain)) : undefined;
  if (iso !== undefined && iso.problem === undefined && iso.start !== undefined) return iso.start;
  const numeric = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(plain);
  if (numeric !== null) return fromNumbers(numeric);
  const chinese = /^(\d{4})\s?年\s?(\d{1,2})\s?月(?:\s?(\d{1,2})\s?日)?$/.exec(plain);
  if (chinese !== null) return checked(chinese[1]!, Number(chinese[2]), Number(chinese[3] ?? 0));
  const year = YEAR.exec(plain)?.[0];
  return year === undefined ? undefined : fromWords(plain, year);
}

/** `2020/3/1` as ISO 8601 writes it. */
function padded(date: string): string {
  return date
    .split(/[-/.]/)
    .map((part) => part.padStart(2, '0'))
    .join('-');
}

/** Day first with full stops; with other marks only where one number cannot be a month. */
function fromNumbers([, first = '', mark, second = '', year = '']: RegExpExecArray):
  | CalendarDate
  | undefined {
  const [a, b] = [Number(first), Number(second)];
  if (mark === '.' || a > 12) return checked(year, b, a);
  return b > 12 ? checked(year, a, b) : { year: Number(year) };
}

/** A month by name, and the one number beside it that can be a day. */
function fromWords(text: string, year: string): CalendarDate | undefined {
  const rest = text.replace(year, ' ');
  const word = /\p{L}{3,}/u.test(rest) ? readMonth(rest.replace(/\d+/g, ' ')) : undefined;
  if (word === undefined) return { year: Number(year) };
  const days = rest.match(/(?<![\d–-])\d{1,2}(?=(?:st|nd|rd|th|er|º)?(?![\d–-]))/g) ?? [];
  return checked(year, word, days.length === 1 ? Number(days[0]) : 0);
}

/** Without the parts that no calendar has; 0 is a part that is not given. */
function checked(year: string, month: number, day: number): CalendarDate | undefined {
  const two = (part: number) => String(part).padStart(2, '0');
  const written = `${year}${month === 0 ? '' : `-${two(month)}`}${month === 0 || day === 0 ? '' : `-${two(day)}`}`;
  return readDate(written).start;
}
