import { beforeAll, describe, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/invalid-csl-item.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { lintFiles } from '../../support/lint-files.ts';
import { findingsOf, inPandoc } from './bibliography-project.ts';

beforeAll(loadAllParsers);

const item = (fields: Record<string, unknown>) =>
  inPandoc(JSON.stringify([{ id: 'knuth1998', type: 'book', ...fields }]), 'refs.json');

test.each<[Record<string, unknown>, string]>([
  [{ author: 'Donald E. Knuth' }, 'names'],
  [{ author: { family: 'Knuth' } }, 'names'],
  [{ issued: { 'date-parts': [1998] } }, 'date'],
  [{ author: null }, 'names'],
  [{ author: [null] }, 'names'],
  [{ author: [{ family: 1998 }] }, 'names'],
  [{ issued: { 'date-parts': [[1998.5]] } }, 'date'],
  [{ issued: 1998 }, 'date'],
  [{ issued: null }, 'date'],
  [{ issued: [{ year: 1998 }] }, 'date'],
  [{ issued: { 'date-parts': [[null]] } }, 'date'],
  [{ issued: { 'date-parts': [['1998-05']] } }, 'date'],
  [{ issued: { 'date-parts': ['1998'] } }, 'date'],
  [{ title: ['Sorting'] }, 'text'],
  [{ title: null }, 'text'],
  [{ title: true }, 'text'],
  [{ ISSN: ['0001-0782'] }, 'text'],
  [{ page: { first: 1 } }, 'text'],
  [{ type: 'artcle-journal' }, 'misspelt-type'],
  [{ type: 'journal-article' }, 'misspelt-type'],
  [{ type: 'shelfmark' }, 'unknown-type'],
  [{ type: '' }, 'missing-type'],
  [{ titel: 'Sorting' }, 'misspelt-variable'],
  [{ containerTitle: 'ACM' }, 'misspelt-variable'],
  [{ doi: '10.1145/1' }, 'misspelt-variable'],
  [{ author: [{ familly: 'Knuth', given: 'Donald' }] }, 'misspelt-part'],
  [{ author: [{ Family: 'Knuth' }] }, 'misspelt-part'],
  [{ author: [{ last: 'Knuth', given: 'Donald' }] }, 'misspelt-part'],
  [{ author: [{ name: 'Donald Knuth' }] }, 'misspelt-part'],
  [{ issued: { 'date-part': [[1998]] } }, 'misspelt-part'],
])('%j', async (fields, messageId) => {
  expect((await findingsOf(rule, item(fields))).map((text) => text.split(' ')[0])).toEqual([messageId]);
});

test.each<Record<string, unknown>>([
  { author: [{ family: 'Knuth' }, 'Ada Lovelace'] },
  { issued: { 'date-parts': [['1998', 5]] } },
  { issued: { 'date-parts': [['1998', '']] } },
  { issued: { 'date-parts': null } },
  { author: [{ family: null, given: 'Donald' }, {}] },
  { issued: { raw: '1998' } },
  { author: [{ family: 'Knuth', familyName: 'Knuth', ORCID: 'x', affiliation: [] }] },
  { title: 'null', publisher: 'true' },
  { indexed: { 'date-parts': [[2022, 1, 1]] }, link: [{ URL: 'x' }] },
  { issued: '1998-05' },
  { volume: 3 },
  { custom: { a: 1 }, categories: ['x'], 'citation-key': 'x', _note: 'y', archives: 'z' },
  { title: '[Untitled]' },
])('%j', async (fields) => {
  expect(await findingsOf(rule, item(fields))).toEqual([]);
});

test("Zotero's CSL-YAML", async () => {
  const text = 'references:\n- id: knuth1998\n  type: book\n  issued:\n  - year: 1998\n';
  expect(await findingsOf(rule, inPandoc(text, 'refs.yaml'))).toEqual([]);
});

test.each(['doi: 10.1145/359545.359563', 'url: https://tug.org', 'isbn: 0-201-89683-4', 'Title: Sorting'])(
  'Pandoc writes and reads %s in YAML',
  async (line) => {
    const text = `references:\n- id: knuth1998\n  type: book\n  ${line}\n`;
    expect(await findingsOf(rule, inPandoc(text, 'refs.yaml'))).toEqual([]);
    const page = { 'a.md': `---\n${text}---\n\n[@knuth1998]\n` };
    expect(await findingsOf(rule, page)).toEqual([]);
  },
);

test.each(['author: Donald E. Knuth', 'author: {family: Knuth}', 'keyword: [a, b]', 'ISSN: [1, 2]'])(
  'Pandoc takes %s in YAML',
  async (line) => {
    const text = `references:\n- id: knuth1998\n  type: book\n  ${line}\n`;
    expect(await findingsOf(rule, inPandoc(text, 'refs.yaml'))).toEqual([]);
  },
);

test('a list in place of a text is dropped in YAML', async () => {
  const text = 'references:\n- id: knuth1998\n  type: book\n  title: [Sorting, Searching]\n';
  expect(await findingsOf(rule, inPandoc(text, 'refs.yaml'))).toEqual(['dropped "[Sorting, Searching]"']);
});

test('references in the front matter of a Hugo page are in the words of its template', async () => {
  const page =
    '---\nreferences:\n- id: knuth1997\n  author: Knuth\n  title: The Art of Computer Programming\n---\n';
  const files = { 'hugo.toml': '', 'content/a.md': page };
  expect((await lintFiles(files, rule)).findings).toEqual([]);
});

describe('in a file that only templates of Hugo read', () => {
  const inHugo = (items: readonly Record<string, unknown>[]) => ({
    'hugo.toml': 'title = "Notes"\n',
    'layouts/shortcodes/cite.html': '{{ range where site.Data.refs "id" (.Get 0) }}{{ .author }}{{ end }}\n',
    'content/a.md': '---\ntitle: A\ndate: 2024-01-02\n---\n\n{{< cite "knuth1998" >}}\n',
    'data/refs.json': JSON.stringify(items),
  });
  const knuth = { id: 'knuth1998', title: 'Sorting', author: 'Donald E. Knuth', issued: '1998' };
  const lamport = { ...knuth, id: 'lamport1994', title: 'LaTeX', author: 'Leslie Lamport' };

  test('what all items write alike is its own form', async () => {
    expect(await findingsOf(rule, inHugo([knuth, lamport]))).toEqual([]);
  });

  test('what one of them writes is a slip, and Pandoc has no part in it', async () => {
    const other = { ...lamport, type: 'book', author: [{ family: 'Lamport' }] };
    const findings = await findingsOf(rule, inHugo([knuth, other]));
    expect(findings.map((text) => text.split(' ')[0])).toEqual(['missing-type', 'names']);
    expect(findings.join()).not.toContain('Pandoc');
  });
});

test.each<[Record<string, unknown>, boolean]>([
  [{ family: 'Knuth, Donald E.' }, true],
  [{ family: 'van Rossum, Guido', given: '' }, true],
  [{ family: 'King, Jr.', given: 'Martin Luther' }, false],
  [{ family: 'Apple, Inc.' }, false],
  [{ family: 'Washington, D.C.' }, false],
  [{ family: 'Ministry of Culture, Media and Sport' }, false],
  [{ literal: 'Knuth, Donald E.' }, false],
])('a family name that holds the given name: %j', async (author, isTold) => {
  expect(await findingsOf(rule, item({ author: [author] }))).toHaveLength(isTold ? 1 : 0);
});
