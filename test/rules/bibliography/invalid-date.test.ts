import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/invalid-date.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { alone, entry, findingsOf, fixed, inPandoc } from './bibliography-project.ts';

beforeAll(loadAllParsers);

test.each<[Record<string, string>, string]>([
  [{ date: '{2020-13-40}' }, 'month "13"'],
  [{ date: '{2021-02-30}' }, 'day "30"'],
  [{ date: '{1999/1998}' }, 'order "1999/1998"'],
  [{ date: '{05/06/1997}' }, 'ambiguous "05/06/1997"'],
  [{ date: '{1997-5}' }, 'shape "1997-5"'],
  [{ urldate: '{1997-05-7}' }, 'shape "1997-05-7"'],
  [{ date: '{1997-5/1998-05}' }, 'shape "1997-5/1998-05"'],
  [{ origdate: '{17uu}' }, 'draft "17uu"'],
  [{ date: '{1999-uu}' }, 'draft "1999-uu"'],
  [{ year: '{97}' }, 'year "97"'],
  [{ year: "{'97}" }, 'year "97"'],
  [{ year: '{2O20}' }, 'year "2O20"'],
  [{ year: '{1997.}' }, 'year-mark "1997."'],
  [{ year: '{1997,}' }, 'year-mark "1997,"'],
])('%j', async (fields, finding) => {
  const found = await findingsOf(rule, alone(entry(fields)));
  expect(found.map((text) => text.split(' ')[0])).toEqual([finding.split(' ')[0]]);
});

test.each<Record<string, string>>([
  { date: '{1998}' },
  { date: '{1998-21}' },
  { date: '{1998-05/..}' },
  { date: '{-0043}' },
  { origdate: '{17XX}' },
  { date: '{1998-05-17T12:30:00-5:00}' },
  { year: '{n.d.}' },
  { year: '{forthcoming}' },
  { year: '{1999--2003}' },
  { year: '{c. 1950}' },
  { urldate: '{17 May 1998}' },
])('%j', async (fields) => {
  expect(await findingsOf(rule, alone(entry(fields)))).toEqual([]);
});

test('year = {197} of an article has lost a figure, that of a book may be old', async () => {
  const of = (type: string, year: string) =>
    findingsOf(rule, alone(`@${type}{key, title = {On the Heavens}, year = {${year}}}`));
  for (const type of ['article', 'inproceedings', 'PhdThesis'])
    expect(await of(type, '197')).toEqual(['year "197"']);
  expect(await of('article', '017')).toHaveLength(1);
  // The year 113 of Taiwan is 2024.
  for (const year of ['113', '1997', '99 BC']) expect(await of('article', year)).toEqual([]);
  expect(await of('book', '800')).toEqual([]);
});

test('Pandoc reads the unknown digits of drafts of EDTF', async () => {
  expect(await findingsOf(rule, inPandoc(entry({ date: '{2015}', origdate: '{17uu}' })))).toEqual([]);
});

test('CSL-JSON', async () => {
  const text =
    '[{"id": "a", "issued": {"date-parts": [[2020, 17]]}}, {"id": "b", "issued": {"date-parts": [["2020"]]}}]';
  expect(await findingsOf(rule, inPandoc(text, 'refs.json'))).toHaveLength(1);
});

test('CSL-JSON: one list too few is for `invalid-csl-item` to say', async () => {
  const text = '[{"id": "a", "issued": {"date-parts": [2020, 5]}}]';
  expect(await findingsOf(rule, inPandoc(text, 'refs.json'))).toEqual([]);
});

test.each([
  [{ date: '{17/05/1997}' }, { date: '{1997-05-17}' }],
  [{ date: '{1997/05/17}' }, { date: '{1997-05-17}' }],
  [{ date: '"May 17, 1997"' }, { date: '"1997-05-17"' }],
  [{ date: '{1997-5-17}' }, { date: '{1997-05-17}' }],
  [{ date: '{1997-5}' }, { date: '{1997-05}' }],
  [{ year: '{2O20}' }, { year: '{2020}' }],
  [{ year: '{l99l}' }, { year: '{1991}' }],
])('%j can only be %j', async (fields, expected) => {
  expect(await fixed(rule, entry(fields))).toBe(entry(expected));
});

test.each([{ date: '{05/06/1997}' }, { date: '{2020-13-40}' }, { year: '{97}' }, { year: '{19970}' }])(
  '%j is for its author to mend',
  async (fields) => {
    expect(await fixed(rule, entry(fields))).toBe(entry(fields));
  },
);

test('dates and years of CITATION.cff', async () => {
  const cff = (date: string, year: string) => ({
    'CITATION.cff': `cff-version: 1.2.0\ntitle: TeX\nmessage: Cite the book.\ndate-released: ${date}\nauthors:\n  - family-names: Knuth\npreferred-citation:\n  type: book\n  title: The TeXbook\n  year: ${year}\n  authors:\n    - family-names: Knuth\n`,
  });
  expect(await findingsOf(rule, cff('2021-13-01', '1984'))).toEqual(['month "13"']);
  expect(await findingsOf(rule, cff('01.02.2021', '1984'))).toHaveLength(1);
  expect(await findingsOf(rule, cff('2021-01-31', '19840'))).toEqual(['year "19840"']);
  expect(await findingsOf(rule, cff('2021-01-31', '1984'))).toEqual([]);
  expect(await findingsOf(rule, cff('"2021-01-31"', '1984'))).toEqual([]);
});

test.each(['09.03.2016', '3/9/2016'])('year = {%s} is a whole date', async (year) => {
  expect(await findingsOf(rule, alone(entry({ year: `{${year}}` })))).toEqual([`whole-date "${year}"`]);
});

test.each(['2016', '2016-03-09', '2011-12', '2016--2017', '2016/17', '1999-2000'])(
  'year = {%s} may be',
  async (year) => {
    expect(await findingsOf(rule, alone(entry({ year: `{${year}}` })))).toEqual([]);
  },
);

test('a year of five figures in RIS, CSL-JSON and CSL-YAML', async () => {
  const ris = (year: string) => ({ 'refs.ris': `TY  - BOOK\nTI  - The TeXbook\nPY  - ${year}\nER  - \n` });
  expect(await findingsOf(rule, ris('19844'))).toEqual(['year "19844"']);
  expect(await findingsOf(rule, ris('19844/05/'))).toEqual(['year "19844/05/"']);
  for (const year of ['1984', '1984/05//', '1984-1986'])
    expect(await findingsOf(rule, ris(year))).toEqual([]);
  const json = (issued: string) =>
    inPandoc(`[{ "id": "knuth1998", "type": "book", "issued": ${issued} }]`, 'refs.json');
  for (const issued of ['{ "date-parts": [[19844, 5]] }', '{ "date-parts": [["19844"]] }', '"19844-05"'])
    expect(await findingsOf(rule, json(issued))).toHaveLength(1);
  for (const issued of ['{ "date-parts": [[1984, 5]] }', '{ "raw": "19840507" }', '"May 1984"'])
    expect(await findingsOf(rule, json(issued))).toEqual([]);
  const yaml = (issued: string) =>
    inPandoc(`references:\n- id: knuth1998\n  type: book\n  issued: ${issued}\n`, 'refs.yaml');
  expect(await findingsOf(rule, yaml('19844'))).toHaveLength(1);
  expect(await findingsOf(rule, yaml('{ year: 19844 }'))).toHaveLength(1);
  expect(await findingsOf(rule, yaml('1984'))).toEqual([]);
});
