import type { Json } from '../model.ts';
import { type DateReading, readDate } from './dates.ts';
import { parseJsonText } from './json-text.ts';
import { readYear, yearNumber } from './years.ts';

/**
 * Reads a CSL date: `{"date-parts": [[1997, 5, 17]]}` (a second list ends a range), `raw`, `literal`, `season`,
 * CSL-YAML's `{year, month, day}` and lists of these, or an EDTF text. A string that holds JSON is read as that.
 */
export function readCslDate(value: Json): DateReading {
  const data = typeof value === 'string' ? parseJsonText(value) : value;
  const written = typeof value === 'string' ? value.slice(0, 80) : '';
  if (typeof data === 'number') return readDate(String(data));
  if (typeof data === 'string') return readDateText(data);
  if (Array.isArray(data)) return readParts(data.map(partsOf), written);
  if (typeof data !== 'object' || data === null) return { uncertain: false };
  const object = data as { readonly [name: string]: Json };
  const parts = object['date-parts'];
  const uncertain = Boolean(object['circa']);
  if (Array.isArray(parts)) {
    // `[1997, 5]` where `[[1997, 5]]` is meant: no range of two years.
    const dates = (parts as readonly Json[]).every(Array.isArray) ? parts.map(partsOf) : [];
    return { ...readParts(dates, written), uncertain };
  }
  if (object['year'] !== undefined) return { ...readParts([partsOf(object)], written), uncertain };
  const text = object['raw'] ?? object['literal'] ?? object['edtf'];
  return typeof text === 'string' || typeof text === 'number' ? readDateText(String(text)) : { uncertain };
}

/** A text CSL parses itself: EDTF, else the year in it and no judgement. */
function readDateText(text: string): DateReading {
  const date = readDate(text);
  if (date.problem === undefined || date.problem.kind !== 'shape') return date;
  const year = yearNumber(readYear(text)?.value ?? '');
  return year === undefined ? { uncertain: true } : { start: { year }, uncertain: true };
}

function partsOf(value: Json): (number | undefined)[] {
  if (Array.isArray(value)) return (value as readonly Json[]).map(numberOf);
  if (typeof value !== 'object' || value === null) return [numberOf(value)];
  const object = value as { readonly [name: string]: Json };
  return [object['year'], object['month'] ?? object['season'], object['day']].map(numberOf);
}

/** NaN for what is no number, undefined for what is not there. */
function numberOf(value: Json | undefined): number | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN;
}

function readParts(parts: readonly (readonly (number | undefined)[])[], found: string): DateReading {
  const iso = parts.slice(0, 2).map((part) => isoOf(part));
  if (iso.length === 0 || iso.some((date) => date === undefined)) {
    return { uncertain: false, problem: { kind: 'shape', region: { start: 0, end: 0 }, found } };
  }
  const read = readDate(iso.join('/'));
  return read.problem === undefined
    ? read
    : { ...read, problem: { ...read.problem, region: { start: 0, end: 0 } } };
}

function isoOf([year, month, day]: readonly (number | undefined)[]): string | undefined {
  if (year === undefined || !Number.isInteger(year) || Math.abs(year) > 9999) return undefined;
  const sign = year < 0 ? '-' : '';
  let iso = sign + String(Math.abs(year)).padStart(4, '0');
  if (month === undefined || month === 0) return iso;
  if (!Number.isInteger(month)) return undefined;
  // CSL numbers seasons 1 to 4 as 13 to 16 (and older data as 21 to 24).
  iso += `-${String(month >= 13 && month <= 16 ? month + 8 : month).padStart(2, '0')}`;
  return day === undefined || day === 0 ? iso : `${iso}-${String(day).padStart(2, '0')}`;
}
