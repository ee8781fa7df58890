import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSureDate, readHugoDate, readJekyllDate } from '../../../rules/shared/dates.ts';
import '../../support/property-seed.ts';

const two = (most: number) => fc.nat(most).map((number) => String(number).padStart(2, '0'));
const written = fc
  .tuple(
    fc.constantFrom('1936', '2024', '2023', '0000'),
    two(13),
    two(32),
    fc.constantFrom('', 'T', ' '),
    two(25),
    two(60),
    fc.constantFrom('Z', '+02:00', '-0330', ''),
  )
  .map(([year, month, day, mark, hour, minute, zone]) =>
    mark === '' ? `${year}-${month}-${day}` : `${year}-${month}-${day}${mark}${hour}:${minute}:00${zone}`,
  );

test('what is surely a date is one to every engine', () => {
  let sure = 0;
  fc.assert(
    fc.property(written, (date) => {
      if (!isSureDate(date)) return;
      sure += 1;
      for (const reading of [readHugoDate(date, false), readHugoDate(date, true), readJekyllDate(date)])
        expect(reading).toHaveProperty('day', date.slice(0, 10));
    }),
    { numRuns: 2000 },
  );
  expect(sure).toBeGreaterThan(300);
  expect(isSureDate('2023-02-29')).toBe(false);
});
