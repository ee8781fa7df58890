import { expect, test } from 'vitest';
import implausibleYear from '../../../rules/references/implausible-year.ts';
import { hugoCite as cite, hugoPage as page, paper } from '../../support/cite-pages.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const lint = (files: Record<string, string>) => findingLines(files, implausibleYear);

const entry = (year: string, rest = '') =>
  `@article{knuth,\n  author = {Knuth, Donald E.},\n  title = {Literate Programming},\n  journal = {The Computer Journal},\n  volume = {27},\n  year = {${year}}${rest}\n}\n`;
const latest = new Date().getFullYear() + 1;

test.each([
  [`${latest + 1}`, 'future'],
  ['2984', 'future'],
  ['1584', 'before-journals'],
])('%s', async (year, messageId) => {
  expect(await lint(paper(entry(year)))).toEqual([`refs.bib:6:10 ${messageId} "{${year}}"`]);
});

test.each(['1984', `${latest}`, '1665', 'in press'])('%s is plausible', async (year) => {
  expect(await lint(paper(entry(year)))).toEqual([]);
});

test.each([
  ['1398', 'بررسی روش‌های مرتب‌سازی'],
  ['2562', 'การเรียงลำดับข้อมูล'],
  ['5783', 'מיון וחיפוש'],
])('the year %s of another calendar', async (year, title) => {
  expect(await lint(paper(entry(year).replace('Literate Programming', title)))).toEqual([]);
});

test('an article of January that was read in December', async () => {
  expect(await lint(paper(entry('1984', ',\n  urldate = {1983-12-30}')))).toEqual([]);
  expect(await lint(paper(entry('1984', ',\n  urldate = {1982-12-30}')))).toHaveLength(1);
});

test('an old book', async () => {
  const book = '@book{euclid,\n  author = {Euclid},\n  title = {Elements},\n  year = {1482}\n}\n';
  expect(await lint(paper(book))).toEqual([]);
});

test('a preprint before its number, and one that was published later', async () => {
  const preprint = (year: string) =>
    `@misc{chollet,\n  author = {Chollet, François},\n  title = {On the Measure of Intelligence},\n  eprint = {1911.01547},\n  archiveprefix = {arXiv},\n  year = {${year}}\n}\n`;
  expect(await lint(paper(preprint('1999')))).toEqual(['refs.bib:6:10 before-arxiv "{1999}"']);
  expect(await lint(paper(preprint('2019')))).toEqual([]);
  expect(await lint(paper(preprint('2020')))).toEqual([]);
});

test('a text with the year of tomorrow', async () => {
  const files = page(
    cite('knuth', `Knuth, D. E. (2084). Literate programming. *The Computer Journal*, *27*(2), 97–111.`),
  );
  expect(await lint(files)).toEqual(['content/a.md:4:33 future "2084"']);
});

test('the option', async () => {
  const files = paper(entry('2001'));
  const result = await lintFiles(files, implausibleYear, { latest: 2000 });
  expect(result.findings).toHaveLength(1);
});

test.each([
  'Grossman, R., & Larson, R. G. *Hopf-algebraic structure of families of trees*, J. Algebra 126 (1) (1989), 184–210. Preprint: arXiv:0711.3877v1',
  'Propp, J. *The many faces of alternating sign matrices*, Discrete Mathematics and Theoretical Computer Science 43 (2001): 58 arXiv:math/0208125',
])('a preprint that its authors put up after the journal: %s', async (text) => {
  expect(await lint(page(cite('key', text)))).toEqual([]);
});

test('a preprint of December that was submitted in January', async () => {
  const text = (year: string) =>
    cite('glen', `Glen, A., & Justin, J. (${year}). *Episturmian words: a survey*. arXiv:0801.1655`);
  expect(await lint(page(text('2007')))).toEqual([]);
  expect(await lint(page(text('2006')))).toHaveLength(1);
});
