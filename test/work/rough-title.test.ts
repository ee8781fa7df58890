import { expect, test } from 'vitest';
import { latexToText } from '../../src/work/latex-text.ts';
import { roughTitles } from '../../src/work/rough-title.ts';
import { normalizeTitle } from '../../src/work/titles.ts';
import { csl } from '../support/works.ts';

test.each([
  ['The {\\TeX}book', 'TeXbook'],
  ['{\\"U}ber formal unentscheidbare S{\\"a}tze', 'Über formal unentscheidbare Sätze'],
  ["Gar{\\c c}on {\\v{c}}esk{\\'y}", 'Garçon český'],
  ['\\emph{Sorting} \\& Searching', 'Sorting and Searching'],
  ['{{Sorting}}: A Survey', 'Sorting'],
  ['Sorting -- a survey', 'Sorting: a Survey'],
  ['S{\\o}ren, {\\AA}se and {\\ss}', 'Søren, Åse and ß'],
  ['An $O(n \\log n)$ Sort', 'An O(n log n) sort'],
  ['<i>E. coli</i> in vivo', 'E. coli in vivo'],
  ['红楼梦', '红楼梦'],
  ['The Art of Computer Programming', 'Art of Computer Programming'],
  ['{A}lgorithms', 'Algorithms'],
  ['A-algebras', 'A algebras'],
  ["L'art de programmer", 'Lart de programmer'],
  ['The.', 'The'],
])('%s and %s share a name', (a, b) => {
  expect(roughTitles(a).some((name) => roughTitles(b).includes(name))).toBe(true);
});

test.each([
  ['红楼梦', '西游记'],
  ['Sorting, Part 1', 'Sorting, Part 2'],
])('%s and %s share none', (a, b) => {
  expect(roughTitles(a).some((name) => roughTitles(b).includes(name))).toBe(false);
});

test('titles that are one to normalizeTitle share a name', () => {
  const titles = csl().flatMap(({ title }) => [
    title,
    title.toUpperCase(),
    `{${title}}`,
    title.replace(/ /g, '  '),
  ]);
  const byNormal = new Map<string, string>();
  for (const title of titles) {
    const name = normalizeTitle(latexToText(title));
    const first = byNormal.get(name) ?? title;
    byNormal.set(name, first);
    expect({ title, shared: roughTitles(title).some((one) => roughTitles(first).includes(one)) }).toEqual({
      title,
      shared: true,
    });
  }
});
