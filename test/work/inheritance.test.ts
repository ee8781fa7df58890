import { expect, test } from 'vitest';
import { readBibtex } from '../../src/scan/bibliography/bibtex/bibtex.ts';
import { resolveInheritance } from '../../src/work/inheritance.ts';

const inherited = (text: string) =>
  [...resolveInheritance(readBibtex(text).entries)].map(([{ key }, fields]) => [
    key,
    Object.fromEntries(fields.map(({ name, value }) => [name, value])),
  ]);

test('a part takes the title of its whole as booktitle, and keeps its own fields', () => {
  const text =
    '@inproceedings{p, crossref = {c}, title = {Sorting}}\n@proceedings{c, title = {STOC}, year = 1997, ids = {x}, editor = {Knuth}}';
  expect(inherited(text)).toEqual([['p', { booktitle: 'STOC', year: '1997', editor: 'Knuth' }]]);
});

test('xdata gives all its fields under their names, through several and over several levels', () => {
  const text =
    '@book{b, xdata = {one, two}}\n@xdata{one, title = {A}, xdata = {three}}\n@xdata{two, note = {N}}\n@xdata{three, year = 1}';
  expect(inherited(text)).toEqual([
    ['b', { title: 'A', note: 'N', year: '1' }],
    ['one', { year: '1' }],
  ]);
});

test('cycles end, missing parents give nothing, aliases are keys', () => {
  expect(inherited('@book{a, crossref = {b}, x = 1}@book{b, crossref = {a}, y = 2}')).toEqual([
    ['a', { y: '2' }],
    ['b', { x: '1' }],
  ]);
  expect(inherited('@book{a, crossref = {a}}@book{b, crossref = {nowhere}}')).toEqual([]);
  expect(inherited('@book{a, crossref = {old}}@misc{b, ids = {older, old}, y = 2}')).toEqual([
    ['a', { y: '2' }],
  ]);
});
