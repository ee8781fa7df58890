import { readDate } from './dates.ts';
import { readMonth } from './years.ts';

/**
 * The date a text can only mean, as ISO 8601 writes it: `17/05/1997`, `1997/5/17`, `1997-5-17`, `May 17, 1997` and
 * `17 May 1997` are `1997-05-17`. Undefined where day and month may be taken for each other, and for everything else.
 */
export function exactDate(text: string): string | undefined {
  const trimmed = text.trim();
  const parts = partsOf(trimmed);
  if (parts === undefined) return undefined;
  const [year, month, day] = parts;
  const numbers = day === undefined ? [month] : [month, day];
  const written = [year, ...numbers.map((number) => String(number).padStart(2, '0'))].join('-');
  return written !== trimmed && readDate(written).problem === undefined ? written : undefined;
}

type Parts = readonly [year: string, month: number, day?: number];

function partsOf(text: string): Parts | undefined {
  const [, year = '', , monthOfYear, dayOfYear] = /^(\d{4})([/.-])(\d{1,2})\2(\d{1,2})$/.exec(text) ?? [];
  if (year !== '') return [year, Number(monthOfYear), Number(dayOfYear)];
  const [, yearAlone = '', monthAlone] = /^(\d{4})-(\d{1,2})$/.exec(text) ?? [];
  if (yearAlone !== '') return [yearAlone, Number(monthAlone)];
  const numeric = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  if (numeric !== null) return inOrder(numeric[4]!, Number(numeric[1]), Number(numeric[3]));
  const [, before, name = '', behind, last = ''] =
    /^(?:(\d{1,2})\.?\s+)?([a-z]{3,9})\.?(?:\s+(\d{1,2}))?,?\s+(\d{4})$/i.exec(text) ?? [];
  const month = ENGLISH_MONTH.test(name) ? readMonth(name) : undefined;
  if (month === undefined || (before !== undefined && behind !== undefined)) return undefined;
  const day = before ?? behind;
  return day === undefined ? [last, month] : [last, month, Number(day)];
}

/** Of two numbers the one beyond 12 is the day; else nobody knows. */
function inOrder(year: string, first: number, second: number): Parts | undefined {
  if (first > 12 && second <= 12) return [year, second, first];
  return second > 12 && first <= 12 ? [year, first, second] : undefined;
}

const ENGLISH_MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;
