import { expect, test } from 'vitest';
import mismatchedKey from '../../../rules/references/mismatched-key.ts';
import { hugoCite as cite, hugoPage as page, paper } from '../../support/cite-pages.ts';
import { findingLines } from '../../support/lint-files.ts';

const lint = (files: Record<string, string>) => findingLines(files, mismatchedKey);

const entry = (key: string, author = 'Knuth, Donald E.', year = '1997', title = 'Digital Typography') =>
  `@book{${key},\n  author = {${author}},\n  title = {${title}},\n  publisher = {CSLI},\n  year = {${year}}\n}\n`;

test.each(['knuth1979', 'Knuth:1979', 'knuth_digital_1979', 'knuth79', 'knuth1979b'])('%s', async (key) => {
  expect(await lint(paper(entry(key)))).toEqual([expect.stringContaining('year "{1997}"')]);
});

test.each([
  'knuth1997',
  'knuth97',
  'knuthetal1997',
  'typography1997',
  'dek1997',
  'rfc2045',
  'iso8859',
  'knuth1997-1979',
  'x1',
  'csli1997',
])('%s says nothing wrong', async (key) => {
  expect(await lint(paper(entry(key)))).toEqual([]);
});

test.each([
  ['grahknupat1997', 'Graham, Ronald L. and Knuth, Donald E. and Patashnik, Oren'],
  ['GraPat1997', 'Graham, Ronald L. and Knuth, Donald E. and Patashnik, Oren'],
  ['rodgir1997', 'Rodríguez-Gironés, Miguel A.'],
  ['BorEly1997', 'Borodin, Allan and El-Yaniv, Ran'],
  ['RGraham1997', 'Graham, Ronald L. and Knuth, Donald E.'],
  ['ICALP1997', 'Graham, Ronald L. and Knuth, Donald E.'],
])('%s is made of the names %s', async (key, author) => {
  const others = ['knuth', 'graham', 'knuth'].map((name, index) =>
    entry(`${name}199${index}`, 'Graham, R. and Knuth, D.', `199${index}`),
  );
  expect(await lint(paper(entry(key, author) + others.join('')))).toEqual([]);
});

test.each(['Толстой, Лев', '陈骁'])('a key in Latin letters for %s', async (author) => {
  const files = paper(entry('tolstoy1997', author) + entry('tolstoy1994', 'Tolstoy, Leo', '1994'));
  expect(await lint(files)).toEqual([]);
});

test('ex16 counts, though the title is about examples', async () => {
  expect(await lint(paper(entry('ex16', 'Knuth, Donald E.', '1991', 'Complex Sorting')))).toEqual([]);
});

test('another author whom the bibliography knows', async () => {
  const files = paper(entry('lamport1997') + entry('lamport1994', 'Lamport, Leslie', '1994'));
  expect(await lint(files)).toEqual(['refs.bib:2:12 author "{Knuth, Donald E.}"']);
});

test('a reference in a shortcode', async () => {
  const files = page(
    cite('knuth1979', 'Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley.'),
  );
  expect(await lint(files)).toEqual(['content/a.md:4:37 year "1997"']);
});

test('the key that INSPIRE makes of a collaboration', async () => {
  const others = ['1997', '1998', '1999'].map((year) => entry(`knuth${year}`, 'Knuth, D.', year)).join('');
  const planck = entry('Planck:2018vyg', 'Aghanim, N.', '2018');
  const told = planck.replace('author', 'collaboration = {Planck},\n  author');
  expect(await lint(paper(others + told))).toEqual([]);
  expect(await lint(paper(others + planck))).toHaveLength(1);
});
