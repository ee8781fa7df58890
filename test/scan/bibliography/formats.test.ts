import { beforeAll, describe, expect, test } from 'vitest';
import { bibliographyFormat } from '../../../src/scan/bibliography/bibliography-format.ts';
import { entriesOfFrontMatter } from '../../../src/scan/bibliography/front-matter-entries.ts';
import { readBibliography } from '../../../src/scan/bibliography/read-bibliography.ts';
import { readYaml } from '../../../src/scan/front-matter/yaml.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';

beforeAll(loadAllParsers);

const read = (path: string, text: string) => {
  const format = bibliographyFormat(path, text);
  const { entries, problems } = readBibliography(text, format ?? 'bibtex');
  for (const { key, keyRegion } of entries) expect(text.slice(keyRegion.start, keyRegion.end)).toBe(key);
  return {
    format,
    entries: entries.map(({ key, type, fields }) => [
      key,
      type,
      Object.fromEntries(fields.map((f) => [f.name, f.value])),
    ]),
    problems: problems.map(({ messageId, region }) => [messageId, text.slice(region.start, region.end)]),
  };
};

test.each([
  ['refs.bib', '', 'bibtex'],
  ['a/REFS.BIB', '', 'bibtex'],
  ['refs.ris', '', 'ris'],
  ['CITATION.cff', '', 'cff'],
  ['bib.json', ' [{"id": "a"}]', 'csl-json'],
  ['bib.json', '{"items": []}', 'csl-json'],
  ['bib.json', '{"id": "a", "type": "book"}', 'csl-json'],
  ['data/bibliography.json', '{"knuth1997": {"title": "x"}}', 'hugo-data'],
  ['refs.yaml', '---\nreferences:\n- id: a\n', 'csl-yaml'],
  ['refs.yml', '- id: a\n', 'csl-yaml'],
  ['data/bibliography.yaml', 'knuth1997:\n  title: x\n', 'hugo-data'],
  ['data/bibliography.toml', '[knuth1997]\n', 'hugo-data'],
  ['data/references.yml', '- id: a\n  type: paper\n  authors: Knuth\n', 'hugo-data'],
  ['data/references.json', '[{"id": "a", "authors": "Knuth"}]', 'hugo-data'],
  [
    '_data/publications.yml',
    '- eprintid: 1455\n  key: a\n  creators:\n  - name: {family: Knuth}\n',
    'hugo-data',
  ],
  ['data/references.json', '[{"id": "a", "author": [{"family": "Knuth"}]}]', 'csl-json'],
  ['notes.md', '', undefined],
  ['Makefile', '', undefined],
])('%s %j is %s', (path, text, format) => {
  expect(bibliographyFormat(path, text)).toBe(format);
});

describe('CSL-JSON', () => {
  test('items with text and number keys; lists stay JSON', () => {
    const text =
      '[{"id": "knuth1997", "type": "book", "author": [{"family": "Knuth"}], "title": "\\u0041rt"}, {"id": 42}]';
    expect(read('bib.json', text)).toEqual({
      format: 'csl-json',
      entries: [
        ['knuth1997', 'book', { author: '[{"family": "Knuth"}]', title: 'Art' }],
        ['42', '', {}],
      ],
      problems: [],
    });
  });

  test.each<[string, unknown[], string[][]]>([
    ['{"items": [{"id": "a"}]}', ['a'], []],
    ['{"id": "a", "type": "book", "title": "x"}', ['a'], [['csl-not-a-list', '{']]],
    ['[{"type": "book"}, {"id": "b"}]', ['', 'b'], [['csl-missing-id', '{']]],
    ['["a", {"id": "b"}]', ['b'], [['csl-not-an-item', '"a"']]],
    ['[{"id": "a",}, {"id": "b"}]', ['a', 'b'], [['json-syntax', '}']]],
    ['[{"id": "a"} {"id": "b"}]', ['a', 'b'], [['json-syntax', '{']]],
    ['[{"id": "a" "type": "book"}, {"id": "b"}]', ['a', 'b'], [['json-syntax', '"type"']]],
    [
      '[{"id": "a", "author": [{"family": "x"}, "type": "book"}, {"id": "b"}]',
      ['a', 'b'],
      [['json-syntax', ':']],
    ],
    ['[{"id": "a", {"id": "b"}]', ['a', 'b'], [['json-syntax', '{']]],
    ['["id": "a", "type": "book"}, {"id": "b"}]', ['a', 'b'], [['json-syntax', '"id"']]],
    ['[{"id": "a"}, {"id": "b"}', ['a', 'b'], [['json-syntax', '}']]],
    ['[{"id": "a", "title": "x\n}, {"id": "b"}]', ['a', 'b'], [['json-syntax', '"x']]],
    ['[{\'id\': \'a\'}, {"id": "b"}]', ["'a'", 'b'], [['json-syntax', "'id'"]]],
    ['[{"id": "__proto__"}, {"id": "constructor"}]', ['__proto__', 'constructor'], []],
  ])('%j', (text, keys, problems) => {
    const result = read('bib.json', text);
    expect(result.entries.map(([key]) => key)).toEqual(keys);
    expect(result.problems).toEqual(problems);
  });

  test('nesting no parser survives', () => {
    const deep = `[{"id": "a", "x": ${'['.repeat(100_000)}${']'.repeat(100_000)}}, {"id": "b"}]`;
    expect(read('bib.json', deep).entries.map(([key]) => key)).toEqual(['a', 'b']);
  });
});

describe('CSL-YAML', () => {
  const items =
    '- id: knuth1997\n  type: book\n  issued:\n    date-parts:\n    - - 1997\n- id: "shannon1948"\n  title: x\n';

  test.each([`---\nreferences:\n${items}...\n`, `# Zotero\n---\nreferences:\n${items}---\n`, items])(
    '%j',
    (text) => {
      expect(read('refs.yaml', text)).toMatchObject({
        entries: [
          ['knuth1997', 'book', { issued: '{"date-parts":[[1997]]}' }],
          ['shannon1948', '', { title: 'x' }],
        ],
        problems: [],
      });
    },
  );

  test('a broken item costs no other, and keeps its key', () => {
    const text =
      'references:\n- id: a\n  title: Sorting: a survey\n- id: b\n  title: x\n- id: c\n  author: [x\n- id: d\n';
    const { entries, problems } = read('refs.yaml', text);
    expect(entries.map(([key]) => key)).toEqual(['a', 'b', 'c', 'd']);
    expect(entries[1]).toEqual(['b', '', { title: 'x' }]);
    expect(problems.map(([id]) => id)).toEqual(['data-syntax', 'data-syntax']);
  });
});

test('references in front matter', () => {
  const text =
    '---\ntitle: x\nreferences:\n- id: knuth1997\n  type: book\n  author:\n  - family: Knuth\n---\n';
  const entries = entriesOfFrontMatter(readYaml(text, 4, text.length - 4).fields);
  expect(entries).toMatchObject([
    { key: 'knuth1997', type: 'book', fields: [{ name: 'author', value: '[{"family":"Knuth"}]' }] },
  ]);
  expect(text.slice(entries[0]!.keyRegion.start, entries[0]!.keyRegion.end)).toBe('knuth1997');
});

describe('data files of Hugo', () => {
  test.each([
    ['data/bibliography.yaml', 'knuth1997:\n  title: Sorting\nwith.dot:\n  title: x\n'],
    ['data/bibliography.toml', '[knuth1997]\ntitle = "Sorting"\n["with.dot"]\ntitle = "x"\n'],
    ['data/bibliography.json', '{"knuth1997": {"title": "Sorting"}, "with.dot": {"title": "x"}}'],
    ['data/references.yaml', '- key: knuth1997\n  title: Sorting\n- key: with.dot\n  title: x\n'],
    ['data/references.json', '[{"key": "knuth1997", "title": "Sorting"}, {"key": "with.dot", "title": "x"}]'],
    [
      'data/citations.json',
      '{"updated": "2024", "works": [{"id": "knuth1997", "title": "Sorting"}, {"id": "with.dot", "title": "x"}]}',
    ],
    [
      'data/bib.json',
      '{"books": {"knuth1997": {"title": "Sorting"}}, "papers": {"with.dot": {"title": "x"}}}',
    ],
    [
      'data/bib.yaml',
      'books:\n  - id: knuth1997\n    title: Sorting\npapers:\n  - id: with.dot\n    title: x\n',
    ],
    ['data/bib.yaml', 'books:\n  knuth1997:\n    title: Sorting\npapers:\n  with.dot:\n    title: x\n'],
    ['data/bib.yaml', 'knuth1997:\n  title: Sorting\nmore:\n  - id: with.dot\n    title: x\n'],
    [
      'data/bib.toml',
      '[[works]]\nid = "knuth1997"\ntitle = "Sorting"\n[[works]]\nid = "with.dot"\ntitle = "x"\n',
    ],
    [
      'data/references.toml',
      '[[references]]\nid = "knuth1997"\ntitle = "Sorting"\n[[references]]\nid = "with.dot"\ntitle = "x"\n',
    ],
  ])('%s %j', (path, text) => {
    expect(read(path, text)).toMatchObject({
      entries: [
        ['knuth1997', '', { title: 'Sorting' }],
        ['with.dot', '', { title: 'x' }],
      ],
      problems: [],
    });
  });
});

test('CITATION.cff: a preferred citation is one entry, whether references follow or not', () => {
  const text = 'title: Sorter\npreferred-citation:\n  type: book\n  title: Sorting\n';
  const withReferences = `${text}references:\n  - type: article\n    title: Quicksort\n`;
  const typesOf = (cff: string) => read('CITATION.cff', cff).entries.map(([, type]) => type);
  expect(typesOf(text)).toEqual(['', 'book']);
  expect(typesOf(withReferences)).toEqual(['', 'book', 'article']);
});

test('CITATION.cff: the work itself, then its references, none with a key', () => {
  const text =
    'cff-version: 1.2.0\ntitle: Sorter\ndoi: 10.1145/1\nreferences:\n  - type: book\n    title: Sorting\n';
  expect(read('CITATION.cff', text)).toMatchObject({
    entries: [
      ['', '', { title: 'Sorter', doi: '10.1145/1' }],
      ['', 'book', { title: 'Sorting' }],
    ],
    problems: [],
  });
});

describe('RIS', () => {
  test('records, with a value over two lines', () => {
    const text =
      'TY  - JOUR\r\nID  - shannon1948\r\nTI  - A Mathematical\r\n  Theory\r\nER  - \r\n\r\nTY  - BOOK\r\nAU  - Knuth\r\nER  - \r\n';
    expect(read('refs.ris', text)).toMatchObject({
      entries: [
        ['shannon1948', 'JOUR', { TI: 'A Mathematical Theory' }],
        ['', 'BOOK', { AU: 'Knuth' }],
      ],
      problems: [],
    });
  });

  test.each([
    ['TY  - JOUR\nTI  - x\nTY  - BOOK\nER  - \n', [['ris-missing-end', 'TY']]],
    ['TI  - x\nER  - \n', [['ris-missing-type', 'TI']]],
    ['TY  - JOUR\nER  - \nER  - \n', [['ris-stray-end', 'ER']]],
    ['nothing here\n', [['ris-no-records', 'n']]],
  ])('%j', (text, problems) => {
    expect(read('refs.ris', text).problems).toEqual(problems);
  });
});
