import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/missing-field.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { alone, entry, findingsOf, inPandoc, messagesOf } from './bibliography-project.ts';

beforeAll(loadAllParsers);

const article = { author: '{A}', title: '{T}', journal: '{J}', year: '1998' };

test.each<[string, Record<string, string>, string]>([
  ['article', { author: '{A}', title: '{T}', year: '1998' }, '`journal`'],
  ['article', { author: '{A}', title: '{T}', journal: '{{}}', year: '1998' }, '`journal`'],
  ['book', { title: '{T}', publisher: '{P}' }, '`author` or `editor` and `year`'],
  ['phdthesis', { author: '{A}', title: '{T}', year: '1998' }, '`school`'],
  ['online', { title: '{T}', year: '1998' }, '`url` or `doi` or `eprint`'],
])('%s %j', async (type, fields, missing) => {
  expect(await messagesOf(rule, alone(entry(fields, type)))).toEqual([
    `\`knuth1998\` (${type}) lacks ${missing}.`,
  ]);
});

test.each<[string, Record<string, string>]>([
  ['article', article],
  ['article', { author: '{A}', title: '{T}', journaltitle: '{J}', date: '{1998}' }],
  ['article', { author: '{A}', title: '{T}', eprint: '{1706.03762}', year: '2017' }],
  ['article', { ...article, year: '""', note: '{to appear}' }],
  ['article', { author: '{A}', title: '{T}', journaltitle: '{J}', pubstate: '{inpress}' }],
  ['book', { author: '{A}', title: '{T}', publisher: '{P}', note: '{im Erscheinen}' }],
  ['book', { editor: '{E}', title: '{T}', publisher: '{P}', year: '1998' }],
  ['misc', { howpublished: '{x}' }],
  ['article', { author: '{A}', title: '{T}', doi: '{10.1101/2020.01.01.123456}', year: '2020' }],
  ['online', { title: '{Docker}', url: '{https://www.docker.com}', urldate: '{2022-01-01}' }],
  ['website', { title: '{T}' }],
  ['report', { author: '{A}', title: '{T}', institution: '{I}', date: '{1998}' }],
  ['report', { author: '{{World Health Organization}}', title: '{T}', date: '{1970}' }],
  ['techreport', { author: '{{IEEE} and {ACM}}', title: '{T}', year: '1970' }],
])('%s %j lacks nothing', async (type, fields) => {
  expect(await findingsOf(rule, alone(entry(fields, type)))).toEqual([]);
});

const bible = { title: '{The Holy Bible}', publisher: '{Oxford University Press}', year: '1998' };
const pyx = { title: '{The Trial of the Pyx}', journal: '{The Times}', year: '1871' };

test.each([
  ['book', bible],
  ['article', pyx],
  ['article', { ...pyx, author: '{}' }],
])('%s %j is anonymous', async (type, fields) => {
  expect(await findingsOf(rule, alone(entry(fields, type)))).toEqual([]);
  expect(await findingsOf(rule, alone(entry(fields, type)), { profile: 'bibtex' })).toHaveLength(1);
});

test('a paper and a thesis have an author', async () => {
  const paper = entry({ title: '{T}', booktitle: '{B}', year: '1998' }, 'inproceedings', 'a');
  const thesis = entry({ title: '{T}', school: '{MIT}', year: '1998' }, 'phdthesis', 'b');
  expect(await findingsOf(rule, alone(paper + thesis))).toHaveLength(2);
});

test('profiles differ', async () => {
  const text = entry({ author: '{A}', title: '{T}', booktitle: '{B}', date: '{1998}' }, 'incollection');
  const missing = async (profile: string) => (await findingsOf(rule, alone(text), { profile })).length;
  expect([await missing('auto'), await missing('biblatex-biber'), await missing('bibtex')]).toEqual([
    0, 1, 1,
  ]);
  expect(await findingsOf(rule, alone(text), { profile: 'biblatex-biber', allow: ['editor'] })).toEqual([]);
});

test('where the names of BibTeX and BibLaTeX are mixed, only what both ask for is asked', async () => {
  const mixed = entry({ ...article, shorthand: '{S}' });
  const booklet = entry({ title: '{T}', howpublished: '{H}' }, 'booklet', 'metafoundry');
  const inbook = entry(
    { author: '{A}', title: '{T}', chapter: '{C}', publisher: '{P}', year: '1998' },
    'inbook',
    'chapter',
  );
  const misc = entry({ title: '{T}', howpublished: '{H}' }, 'misc', 'package');
  expect(await findingsOf(rule, alone(mixed + booklet + inbook + misc))).toEqual([]);
  expect(await findingsOf(rule, alone(entry({ title: '{T}', date: '{1998}' }, 'report')))).toHaveLength(1);
});

test('a broken entry is not judged, nor one whose parent is elsewhere', async () => {
  expect(await findingsOf(rule, alone('@article{k,\n  title = {T}\n  year = 1998\n}\n'))).toEqual([]);
  expect(await findingsOf(rule, alone(entry({ title: '{T}', crossref: '{nowhere}' })))).toEqual([]);
});

test('circles of inheritance end', async () => {
  const text =
    entry({ crossref: '{b}', title: '{T}' }, 'article', 'a') + entry({ crossref: '{a}' }, 'article', 'b');
  expect(await findingsOf(rule, alone(text))).toEqual([]);
});

test('CSL asks for little', async () => {
  const text =
    '[{"id": "a", "type": "article-journal", "title": "x"}, {"id": "b", "type": "book", "title": "y"}]';
  expect(await messagesOf(rule, inPandoc(text, 'refs.json'))).toEqual([
    '`a` (article-journal) lacks `container-title`.',
  ]);
});

test('works of a CITATION.cff have no key and are named by their type', async () => {
  const cff =
    'cff-version: 1.2.0\ntitle: Ripgrep\nreferences:\n  - type: article\n    title: Literate Programming\n';
  expect(await messagesOf(rule, { 'CITATION.cff': cff })).toEqual([
    'This entry lacks `authors`.',
    'This `article` lacks `authors`.',
  ]);
});

test('titel = {…}: the field that was probably meant is named', async () => {
  const work = {
    author: '{Knuth, Donald E.}',
    titel: '{Literate Programming}',
    journal: '{The Computer Journal}',
    year: '1984',
  };
  const files = alone(entry(work));
  expect(await findingsOf(rule, files)).toEqual(['misspelt "titel"']);
  expect(await messagesOf(rule, files)).toEqual([
    '`knuth1998` (article) lacks `title`; was it meant by `titel`?',
  ]);
  expect(await findingsOf(rule, alone(entry({ author: '{Knuth, Donald E.}', titel: '{T}' })))).toEqual([
    'missing "knuth1998"',
  ]);
});

test('_year = {…}: a field that is switched off was not meant', async () => {
  const { year, ...work } = article;
  expect(await findingsOf(rule, alone(entry({ ...work, _year: year })))).toEqual(['missing "knuth1998"']);
});

test('auther = {…}: an entry may have no author, but has one that is not printed', async () => {
  const { author, ...work } = article;
  expect(await findingsOf(rule, alone(entry(work)))).toEqual([]);
  expect(await findingsOf(rule, alone(entry({ ...work, auther: author })))).toEqual(['misspelt "auther"']);
});

test('containerTitle of CSL is for invalid-csl-item to tell', async () => {
  const item = { id: 'knuth1998', type: 'article-journal', title: 'Literate Programming' };
  const found = (fields: object) =>
    findingsOf(rule, inPandoc(JSON.stringify([{ ...item, ...fields }]), 'refs.json'));
  expect(await found({})).toHaveLength(1);
  expect(await found({ containerTitle: 'The Computer Journal' })).toEqual([]);
});
