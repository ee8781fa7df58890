import type { Region } from '../../model.ts';
import { once } from '../../text/once.ts';
import { closest } from '../../text/similar.ts';
import { isMonth } from './dates.ts';
import type { Parts } from './parts.ts';
import { isMark, regionOf, textOf } from './token.ts';

/** A day that no calendar has, in the date of publication or of reading: `(1962, February 30)`, `2020-02-30`. */
export function findMisshapenDay({ draft: { tokens, dates }, date, accessed }: Parts): Region | undefined {
  for (const { to } of dates) {
    // `(2021, March 32)`: the date ends where no day can follow.
    const isBeyond = isMonth(tokens[to - 1]) && BEYOND_ALL.test(tokens[to]?.text ?? '');
    if (isBeyond && isMark(tokens[to + 1], ')')) return regionOf(tokens, to - 1, to + 1);
  }
  if (date !== undefined && !date.wordy) {
    const found = impossibleDay(textOf(tokens, date.from, date.to));
    if (found !== undefined) return shifted(found, regionOf(tokens, date.from, date.to).start);
  }
  const found = accessed === undefined ? undefined : impossibleDay(accessed.value);
  return found === undefined ? undefined : shifted(found, accessed!.region.start);
}

const BEYOND_ALL = /^(?:3[2-9]|[4-9]\d)$/;

/** `(2021, Febuary 3)`: a word that is nearly a month, where one is due. */
export function findMisshapenMonth({ draft: { tokens, dates } }: Parts): Region | undefined {
  for (const { bracket, alone, to } of dates) {
    const [comma, word, day] = tokens.slice(to, to + 3);
    if (bracket !== '(' || alone || !isMark(comma, ',') || word?.shape !== 'capital') continue;
    const close = /^\d{1,2}$/.test(day?.text ?? '') ? tokens[to + 3] : day;
    if (isMark(close, ')') && isMisspeltMonth(word.lower)) return regionOf(tokens, to + 1, to + 2);
  }
  return undefined;
}

/** With the end of an English month: `Januari` is Dutch, as `Desember` and `Avgust` are of other languages. */
function isMisspeltMonth(word: string): boolean {
  const meant = closest(word, MONTHS);
  return (
    meant !== undefined && word.slice(-3) === meant.slice(-3) && !/^(?:d[ei]t?sember|avgust)$/.test(word)
  );
}

const MONTHS = 'january february march april june july august september october november december'.split(' ');

function shifted({ start, end }: Region, by: number): Region {
  return { start: start + by, end: end + by };
}

/** What months of less than 31 days begin with, in the languages of Europe. */
const FEBRUARY = 'feb|fév|fev|февр';
const OF_THIRTY_DAYS = 'apr|avr|abr|апр|jun|juin|giu|июн|sep|set|сент|nov|ноя';
const MONTH = `((?:${FEBRUARY}|${OF_THIRTY_DAYS})\\p{L}{0,7})`;
const MONTH_FIRST = once(() => new RegExp(`(?<!\\p{L})${MONTH}\\.? (29|3\\d)(?!\\d)`, 'iu'));
const DAY_FIRST = once(() => new RegExp(`(?<!\\d)(29|3\\d)\\.? (?:de |of )?${MONTH}(?!\\p{L})`, 'iu'));

function impossibleDay(text: string): Region | undefined {
  if (!/29|3\d/.test(text)) return undefined;
  const [found, month = '', day = ''] =
    MONTH_FIRST().exec(text) ?? swapped(DAY_FIRST().exec(text)) ?? IN_DIGITS.exec(text) ?? [];
  if (found === undefined) return undefined;
  const start = text.indexOf(found);
  return Number(day) > daysOf(month, text) ? { start, end: start + found.length } : undefined;
}

const IN_DIGITS = /(?<!\d)\d{4}-(0[2469]|11)-(29|3\d)(?!\d)/;

function swapped(match: RegExpExecArray | null): [string, string, string] | undefined {
  return match === null ? undefined : [match[0], match[2]!, match[1]!];
}

function daysOf(month: string, date: string): number {
  if (!IS_FEBRUARY.test(month)) return 30;
  const year = Number(/(?<!\d)\d{4}/.exec(date)?.[0] ?? 4);
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return isLeap ? 29 : 28;
}

const IS_FEBRUARY = new RegExp(`^(?:${FEBRUARY}|02)`, 'iu');
