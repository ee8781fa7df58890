import { expect, test } from 'vitest';
import { exactDate } from '../../src/work/exact-date.ts';

test.each([
  ['17/05/1997', '1997-05-17'],
  ['05/17/1997', '1997-05-17'],
  ['17.5.1997', '1997-05-17'],
  ['1997/5/17', '1997-05-17'],
  ['1997.05.17', '1997-05-17'],
  ['May 17, 1997', '1997-05-17'],
  ['17 May 1997', '1997-05-17'],
  ['17. May 1997', '1997-05-17'],
  ['Sept. 2003', '2003-09'],
  [' December 1984 ', '1984-12'],
])('%j is %s', (text, expected) => {
  expect(exactDate(text)).toBe(expected);
});

test.each([
  '05/06/1997',
  '1997',
  '1997-05-17',
  '31/02/1997',
  '1997/13/01',
  'Spring 1997',
  'May',
  '17 May 18, 1997',
  'mai 1997',
  '97/05/17',
  'May 1997 (revised)',
  '',
])('%j may be another, or is none', (text) => {
  expect(exactDate(text)).toBeUndefined();
});
