import { expect, test } from 'vitest';
import { readWrittenDate } from '../../src/work/written-dates.ts';

test.each([
  ['2020, March 11', [2020, 3, 11]],
  ['March 11, 2020', [2020, 3, 11]],
  ['11 mars 2020', [2020, 3, 11]],
  ['12 de mayo de 2011', [2011, 5, 12]],
  ['3. März 2011', [2011, 3, 3]],
  ['3rd March 2011', [2011, 3, 3]],
  ['2004 Jun 15', [2004, 6, 15]],
  ['Jul. 1978', [1978, 7]],
  ['May 5–7, 2019', [2019, 5]],
  ['2020-03-11', [2020, 3, 11]],
  ['2020/3/1', [2020, 3, 1]],
  ['11.03.2020', [2020, 3, 11]],
  ['13/06/1997', [1997, 6, 13]],
  ['06/13/1997', [1997, 6, 13]],
  ['05/06/1997', [1997]],
  ['2020年3月11日', [2020, 3, 11]],
  ['2020年3月', [2020, 3]],
  ['2020, February 30', [2020, 2]],
  ['Spring 2012', [2012]],
  ['2019', [2019]],
])('%s', (text, expected) => {
  const date = readWrittenDate(text);
  expect([date?.year, date?.month, date?.day].filter((part) => part !== undefined)).toEqual(expected);
});

test.each(['', 'n.d.', 'in press', '12', 'May'])('no date: %s', (text) => {
  expect(readWrittenDate(text)).toBeUndefined();
});
