import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCslDate } from '../../src/work/csl-dates.ts';
import { compareDates, readDate } from '../../src/work/dates.ts';
import { isSeason, readMonth, readYear, yearNumber } from '../../src/work/years.ts';

describe('readDate', () => {
  test.each([
    ['1997', { start: { year: 1997 } }],
    ['1997-05', { start: { year: 1997, month: 5 } }],
    ['1997-05-17', { start: { year: 1997, month: 5, day: 17 } }],
    ['1997-05-17T10:00:00Z', { start: { year: 1997, month: 5, day: 17 } }],
    ['1997-21', { start: { year: 1997, season: 21 } }],
    ['1997~', { start: { year: 1997 }, uncertain: true }],
    ['199X', { start: { year: 1990 }, uncertain: true }],
    ['1997/1999', { start: { year: 1997 }, end: { year: 1999 } }],
    ['1997-05/1997-07', { start: { year: 1997, month: 5 }, end: { year: 1997, month: 7 } }],
    ['1997/..', { start: { year: 1997 }, end: 'open' }],
    ['1997/', { start: { year: 1997 }, end: 'open' }],
    ['/1997', { end: { year: 1997 } }],
    ['-0043-03-15', { start: { year: -43, month: 3, day: 15 } }],
    ['2000-02-29', { start: { year: 2000, month: 2, day: 29 } }],
    [' 1997 ', { start: { year: 1997 } }],
    ['', {}],
  ])('%s', (text, date) => {
    expect(readDate(text)).toEqual({ uncertain: false, ...date });
  });

  test.each([
    ['2020-13-40', 'month', 5, 7],
    ['2020-00', 'month', 5, 7],
    ['2020-02-30', 'day', 8, 10],
    ['1900-02-29', 'day', 8, 10],
    ['2020-04-31', 'day', 8, 10],
    ['1999/1997', 'order', 0, 9],
    ['1997-07/1997-05', 'order', 0, 15],
    ['1997/1999-13', 'month', 10, 12],
    ['May 1997', 'shape', 0, 8],
    ['97', 'shape', 0, 2],
    ['05/06/1997', 'ambiguous', 0, 10],
    ['17.05.1997', 'shape', 0, 10],
    ['17/05/1997', 'shape', 0, 10],
    ['../..', 'shape', 0, 5],
    ['1962/05/01', 'shape', 0, 10],
  ])('%s: %s', (text, kind, start, end) => {
    expect(readDate(text).problem).toEqual({ kind, region: { start, end }, found: text.slice(start, end) });
  });

  test('agrees with the calendar', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const iso = [
            String(year).padStart(4, '0'),
            String(month).padStart(2, '0'),
            String(day).padStart(2, '0'),
          ].join('-');
          const real = new Date(`${iso}T00:00:00Z`);
          const valid = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(iso);
          expect(readDate(iso).problem === undefined).toBe(valid);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('never throws; regions lie inside the text', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0129-/.Xy~?T:Z ') }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const region = readDate(text).problem?.region;
        if (region !== undefined) expect(text.length).toBeGreaterThanOrEqual(region.end);
        const year = readYear(text);
        if (year !== undefined) expect(text.slice(year.region.start, year.region.end)).toBe(year.value);
        readCslDate(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('comparing leaves out what one side lacks', () => {
    expect(compareDates({ year: 1997 }, { year: 1997, month: 5 })).toBe(0);
    expect(compareDates({ year: 1997, month: 4 }, { year: 1997, month: 5, day: 1 })).toBeLessThan(0);
    expect(compareDates({ year: 1997, month: 5, day: 2 }, { year: 1997, month: 5, day: 1 })).toBeGreaterThan(
      0,
    );
  });
});

describe('years and months', () => {
  test.each([
    ['1997', '1997'],
    ['1997a', '1997a'],
    ['c. 1997', '1997'],
    ['May 1997', '1997'],
    ['1997--1998', '1997'],
    ['[1865] 1998', '1865'],
    ['17 May 1997', '1997'],
    ['n.d.', 'n.d.'],
    ['(in press)', 'in press'],
    ['forthcoming', 'forthcoming'],
    ['-0379', '-0379'],
    ['0868', '0868'],
    ['350', '350'],
    ['红楼梦', undefined],
    ['19972', undefined],
    ['', undefined],
  ])('%s', (text, year) => {
    expect(readYear(text)?.value).toBe(year);
  });

  test('numbers of years', () => {
    expect(yearNumber('1997a')).toBe(1997);
    expect(yearNumber('-0379')).toBe(-379);
    expect(yearNumber('n.d.')).toBeUndefined();
  });

  test.each([
    ['jan', 1],
    ['January', 1],
    ['5', 5],
    ['05', 5],
    ['1~jan', 1],
    ['May/June', 5],
    ['May--June', 5],
    ['märz', 3],
    ['août', 8],
    ['dic.', 12],
    ['6--7', 6],
    ['13', undefined],
    ['0', undefined],
    ['Marchember', 3],
    ['Smarch', undefined],
    ['Spring', undefined],
  ])('%s', (text, month) => {
    expect(readMonth(text)).toBe(month);
  });

  test('seasons are no months', () => {
    expect(isSeason('Spring')).toBe(true);
    expect(isSeason('Smarch')).toBe(false);
  });
});

describe('readCslDate', () => {
  test.each([
    [{ 'date-parts': [[1997, 5, 17]] }, { start: { year: 1997, month: 5, day: 17 } }],
    [{ 'date-parts': [['1997', '5']] }, { start: { year: 1997, month: 5 } }],
    [{ 'date-parts': [[1997], [1999]] }, { start: { year: 1997 }, end: { year: 1999 } }],
    [{ 'date-parts': [[1997, 14]] }, { start: { year: 1997, season: 22 } }],
    [
      { 'date-parts': [[1997]], circa: true },
      { start: { year: 1997 }, uncertain: true },
    ],
    [{ year: 1997, month: 5 }, { start: { year: 1997, month: 5 } }],
    [[{ year: 1997 }], { start: { year: 1997 } }],
    [{ raw: '1997-05' }, { start: { year: 1997, month: 5 } }],
    [{ raw: 'May 1997' }, { start: { year: 1997 }, uncertain: true }],
    [{ literal: 'undated' }, { uncertain: true }],
    [1997, { start: { year: 1997 } }],
    ['{"date-parts": [[1997]]}', { start: { year: 1997 } }],
    ['1997', { start: { year: 1997 } }],
    [{}, {}],
    [null, {}],
  ])('%j', (value, date) => {
    expect(readCslDate(value as never)).toEqual({ uncertain: false, ...date });
  });

  test.each([
    [{ 'date-parts': [[1997, 17]] }, 'month'],
    [{ 'date-parts': [[1997, 2, 30]] }, 'day'],
    [{ 'date-parts': [] }, 'shape'],
    [{ 'date-parts': [['May 1997']] }, 'shape'],
    [{ 'date-parts': [[1999], [1997]] }, 'order'],
  ])('%j: %s', (value, kind) => {
    expect(readCslDate(value).problem?.kind).toBe(kind);
  });
});
