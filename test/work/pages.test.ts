import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparePages, readPages, romanNumber } from '../../src/work/pages.ts';

test.each([
  ['230--265', [{ first: '230', last: '265' }]],
  ['230-265', [{ first: '230', last: '265' }]],
  ['230–265', [{ first: '230', last: '265' }]],
  ['230 -- 265', [{ first: '230', last: '265' }]],
  ['230 to 265', [{ first: '230', last: '265' }]],
  ['1234--56', [{ first: '1234', last: '1256' }]],
  ['99--102', [{ first: '99', last: '102' }]],
  ['xii--xv', [{ first: 'xii', last: 'xv' }]],
  ['xii--15', [{ first: 'xii', last: '15' }]],
  ['S1–S10', [{ first: 'S1', last: 'S10' }]],
  ['S101-9', [{ first: 'S101', last: 'S109' }]],
  ['12:1--12:27', [{ first: '12:1', last: '12:27' }]],
  ['12-1–12-27', [{ first: '12-1', last: '12-27' }]],
  ['12-3-15', [{ first: '12-3-15' }]],
  ['15-1', [{ first: '15-1' }]],
  ['17', [{ first: '17' }]],
  ['e1002345', [{ first: 'e1002345' }]],
  ['17+', [{ first: '17', open: true }]],
  ['17ff.', [{ first: '17', open: true }]],
  ['7, 41, 73--97', [{ first: '7' }, { first: '41' }, { first: '73', last: '97' }]],
  ['', []],
])('%s', (text, ranges) => {
  expect(readPages(text)).toMatchObject({ ranges, problems: [] });
});

test.each([
  ['265--230', 'order', 0, 8],
  ['1--10, 30--20', 'order', 7, 13],
  ['xv--xii', 'order', 0, 7],
  ['pp. 230--265', 'label', 0, 4],
  ['p.17', 'label', 0, 2],
  ['pages 230--265', 'label', 0, 6],
  ['230--', 'incomplete', 0, 5],
  ['--265', 'incomplete', 0, 5],
  ['6--pp', 'incomplete', 0, 5],
  ['pp.--17', 'incomplete', 0, 7],
  ['??', 'placeholder', 0, 2],
  ['0--0', 'placeholder', 0, 4],
  ['xx--xx', 'placeholder', 0, 6],
  ['??--??', 'placeholder', 0, 6],
])('%s: %s', (text, kind, start, end) => {
  expect(readPages(text).problems).toContainEqual({
    kind,
    region: { start, end },
    found: text.slice(start, end),
  });
});

test('single hyphens', () => {
  expect(readPages('7, 230-265').hyphens).toEqual([{ start: 6, end: 7 }]);
  expect(readPages('230--265').hyphens).toEqual([]);
  expect(readPages('e-12345').hyphens).toEqual([]);
});

test('comparing pages', () => {
  expect(comparePages('S9', 's10')).toBeLessThan(0);
  expect(comparePages('S9', 'T1')).toBeUndefined();
  expect(comparePages('ix', 'v')).toBeGreaterThan(0);
  expect(romanNumber('xlii')).toBe(42);
  expect(romanNumber('xiix')).toBeUndefined();
  expect(romanNumber('')).toBeUndefined();
});

test('a range in order has no problem, one out of order has; never throws', () => {
  const page = fc.integer({ min: 1, max: 99_999 });
  fc.assert(
    fc.property(page, page, (a, b) => {
      const problems = readPages(`${a}--${b}`).problems.map(({ kind }) => kind);
      if (String(a).length <= String(b).length) expect(problems).toEqual(a > b ? ['order'] : []);
    }),
  );
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'0129-–,;+xivpS. ?:&') }),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const { problems, hyphens } = readPages(text);
      for (const region of [...hyphens, ...problems.map((problem) => problem.region)]) {
        expect(region.start).toBeGreaterThanOrEqual(0);
        expect(region.end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 2000 },
  );
});
