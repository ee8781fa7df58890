import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DialectName, DocumentFacts, Region } from '../../../src/model.ts';
import { recognizeDialect } from '../../../src/scan/dialects/recognize-dialect.ts';
import { openNotebook } from '../../../src/scan/notebook/notebook.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { scanDocument } from '../../../src/scan/scan.ts';
import { type CellSource, type NotebookLayout, notebook } from '../../support/notebook.ts';
import '../../support/property-seed.ts';

beforeAll(loadAllParsers);

const scan = (text: string, name: DialectName = 'myst', path = 'a.ipynb'): DocumentFacts =>
  scanDocument({ path, text }, { ...recognizeDialect(path, ''), name });
const keysOf = ({ citations }: DocumentFacts): string[] =>
  citations.flatMap(({ cites }) => cites.map(({ key }) => key));
const keysIn = (cells: readonly CellSource[], name?: DialectName): string[] =>
  keysOf(scan(notebook(cells), name));
const written = (file: string, { start, end }: Region): string =>
  JSON.parse(`"${file.slice(start, end)}"`) as string;

const layouts: readonly NotebookLayout[] = [
  {},
  { isJoined: true },
  { isAscii: true },
  { indent: 0 },
  { indent: 4, isJoined: true, isAscii: true },
];

describe.each(layouts)('laid out as %j', (layout) => {
  test('keys stand where the file has them', () => {
    const file = notebook(
      ['# “Tangled” \\alpha\n\na\t"See" {cite}`knuth1984`\r\n', 'and [@hoare1978].'],
      layout,
    );
    const { citations } = scan(file);
    expect(citations.flatMap(({ cites }) => cites.map(({ keyRegion }) => written(file, keyRegion)))).toEqual([
      'knuth1984',
      'hoare1978',
    ]);
  });

  test('a reference knows the signs that JSON has beside its text', () => {
    const text =
      'Knuth, D. E. (1984). “Literate programming” and "tangling". *The Computer Journal*,\n  *27*(2), 97–111.';
    const file = notebook([`## References\n\n- ${text}\n`], layout);
    const [reference] = scan(file).references;
    const { region, gaps = [], text: read } = reference!;
    const sum = gaps.reduce((total, { length }) => total + length, 0);
    expect(region.end - region.start).toBe(read.length + sum);
    expect(read).toBe(text.replace(/\n\s*/, ' '));
  });
});

test('the text of a notebook and its file map to one another', () => {
  const token = fc.constantFrom('a', '"', '\\', '\n', 'é', '𝄞', '\t', '\r\n', '`', '@k', ' ', '\u0000');
  const source = fc.array(token, { maxLength: 12 }).map((tokens) => tokens.join(''));
  const cell = fc.tuple(fc.constantFrom('markdown', 'code', 'raw'), source) as fc.Arbitrary<CellSource>;
  const layout = fc.record({
    indent: fc.constantFrom(0, 1, 4),
    isJoined: fc.boolean(),
    isAscii: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(cell, { maxLength: 5 }), layout, (cells, form) => {
      const file = notebook(cells, form);
      const { text, cells: regions, inFile, inText } = openNotebook(file, 'myst');
      const markdown = cells.filter(([type, content]) => type === 'markdown' && content !== '');
      const read = regions.map(({ start, end }) => text.slice(start, end));
      expect(read.filter((content) => !content.startsWith('```{code-cell}'))).toEqual(
        markdown.map(([, content]) => content),
      );
      for (const region of regions.filter(({ start }) => !text.startsWith('```{code-cell}', start))) {
        for (let start = region.start; start < region.end; start++) {
          const sign = { start, end: start + 1 };
          expect(written(file, inFile(sign))).toBe(text[start]);
          expect(inText(inFile(sign))).toEqual(sign);
          const rest = { start, end: region.end };
          expect(inText(inFile(rest))).toEqual(rest);
        }
      }
    }),
  );
});

describe('each cell is a text of its own', () => {
  test.each<[string, readonly CellSource[], readonly string[]]>([
    ['an open fence', ['```\n{cite}`code`', '{cite}`knuth1984`'], ['knuth1984']],
    ['an open directive', [':::{note}\n{cite}`inside`', '{cite}`knuth1984`'], ['inside', 'knuth1984']],
    ['an open comment', ['<!-- {cite}`hidden`', '{cite}`knuth1984`'], ['knuth1984']],
    ['a list before indented code', ['- item', '    {cite}`code`'], []],
    ['a bracket over two cells', ['see [@knuth1984', '; @hoare1978]'], ['knuth1984', 'hoare1978']],
    [
      'code between',
      ['{cite}`knuth1984`', ['code', '{cite}`code`'], '[@hoare1978]'],
      ['knuth1984', 'hoare1978'],
    ],
    ['a raw cell', [['raw', '{cite}`raw`'], '{cite}`knuth1984`'], ['knuth1984']],
  ])('%s', (_, cells, keys) => {
    expect(keysIn(cells)).toEqual(keys);
  });

  test.each(['```', '```{python}', '~~~'])(
    'to Pandoc an open fence is text, also where another cell has one: %s',
    (fence) => {
      expect(keysIn([`${fence}\n[@hoare1978]`, '[@knuth1984]', '```\n[@code]\n```'], 'quarto')).toEqual([
        'hoare1978',
        'knuth1984',
      ]);
    },
  );

  test('in Sphinx notes and links are defined for all of them', () => {
    const { footnotes, problems } = scan(
      notebook(['a[^a] and [b][l]', '[^a]: note\n\n[l]: https://example.org']),
      'sphinx',
    );
    expect(footnotes.uses.map(({ label }) => label)).toEqual(['a']);
    expect(footnotes.definitions.map(({ label }) => label)).toEqual(['a']);
    expect(problems).toEqual([]);
  });
});

describe('front matter', () => {
  const names = (cells: readonly CellSource[], dialect: DialectName): string[] =>
    scan(notebook(cells), dialect).frontMatter.map(({ name }) => name);
  const yaml = '---\ntitle: Clocks\n---\n';

  test.each<[DialectName, CellSource, readonly string[]]>([
    ['myst', yaml, ['title']],
    ['quarto', yaml, ['title']],
    ['quarto', ['raw', yaml.trim()], ['title']],
    ['myst', ['raw', yaml], []],
    ['sphinx', yaml, []],
  ])('%s reads %j', (dialect, cell, expected) => {
    expect(names([cell, 'text'], dialect)).toEqual(expected);
  });

  test('stands in the first cell and ends with it', () => {
    expect(names(['text', yaml], 'myst')).toEqual([]);
    expect(names([['code', 'import os'], yaml], 'myst')).toEqual([]);
    expect(names(['---\ntitle: Clocks', '---\nnot: this'], 'myst')).not.toContain('not');
  });

  test('what stands behind it in its cell is read', () => {
    expect(keysIn([`${yaml}\n{cite}\`knuth1984\``, '{cite}`hoare1978`'])).toEqual(['knuth1984', 'hoare1978']);
  });
});

test.each<[string, DialectName]>([
  ['#| label: fig-clock\n#| fig-cap: "Ticks [@lamport1978]"\nplot("```")', 'quarto'],
  ['%%time\n#| label: fig-clock\nplot()', 'myst'],
])('options of code: %j', (code, dialect) => {
  for (const isJoined of [false, true]) {
    const file = notebook([['code', code]], { isJoined });
    const { labels, citations } = scan(file, dialect);
    expect(labels.map(({ name, region }) => [name, written(file, region)])).toEqual([
      ['fig-clock', 'fig-clock'],
    ]);
    expect(keysOf(scan(file, dialect))).toEqual(dialect === 'quarto' ? ['lamport1978'] : []);
    expect(citations.map(({ region }) => written(file, region))).toEqual(
      dialect === 'quarto' ? ['[@lamport1978]'] : [],
    );
  }
});

test('Sphinx leaves cells with the tag remove-cell out', () => {
  const file = notebook(['{cite}`gone`', '{cite}`knuth1984`']).replace(
    '"metadata": {}',
    '"metadata": {"tags": ["remove-cell"]}',
  );
  expect(keysOf(scan(file, 'sphinx'))).toEqual(['knuth1984']);
});

describe('what is no notebook', () => {
  test.each([
    ['', 'an object'],
    ['{"cells": [', '`]`'],
    ['{"cells": [{"cell_type": "markdown", "source": ["{cite}`a`\\n",]}]}', 'a value'],
    ['<<<<<<< HEAD\n{"cells": []}', 'a value'],
  ])('%j is one problem', (text, expected) => {
    const { problems, citations } = scan(text);
    expect(problems.map(({ messageId, data }) => [messageId, data?.['expected']])).toEqual([
      ['notebook-syntax', expected],
    ]);
    expect(citations).toEqual([]);
  });

  test.each([
    '{}',
    '[]',
    '{"cells": {}}',
    '{"cells": [1, {}, {"cell_type": "markdown"}, {"cell_type": 1, "source": 2}]}',
    '{"worksheets": [{"cells": [{"cell_type": "markdown", "source": "{cite}`a`"}]}]}',
  ])('%s says nothing', (text) => {
    expect(scan(text)).toMatchObject({ problems: [], citations: [], labels: [] });
  });

  test('a pointer of Git LFS', () => {
    const { problems } = scan('version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n');
    expect(problems.map(({ messageId }) => messageId)).toEqual(['notebook-lfs-pointer']);
  });
});
