import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import malformedCitation from '../../rules/citations/malformed-citation.ts';
import { rules } from '../../rules/index.ts';
import unusedSuppression from '../../rules/linter/unused-suppression.ts';
import punctuationInReference from '../../rules/references/punctuation-in-reference.ts';
import { loadAllParsers } from '../../src/scan/parsers.ts';
import { fixFiles } from '../support/fix-files.ts';
import { type CellSource, type NotebookLayout, notebook, sourcesOf } from '../support/notebook.ts';
import '../support/property-seed.ts';

beforeAll(loadAllParsers);

const site = {
  'myst.yml': 'version: 1\nproject:\n  bibliography: [refs.bib]\n',
  'refs.bib':
    '@book{knuth1984,\n  author = {Knuth, D. E.},\n  title = {The TeXbook},\n  publisher = {Addison-Wesley},\n  year = {1984}\n}\n',
};
const layouts: readonly NotebookLayout[] = [{}, { isJoined: true }, { isAscii: true, indent: 0 }];

async function fixed(
  cells: readonly CellSource[],
  list: Parameters<typeof fixFiles>[1],
  layout?: NotebookLayout,
) {
  const { files } = await fixFiles({ ...site, 'a.ipynb': notebook(cells, layout) }, list);
  return sourcesOf(files['a.ipynb']!);
}

describe.each(layouts)('laid out as %j', (layout) => {
  test('a comma between cites, behind quotes and signs beyond ASCII', async () => {
    const cells = [
      '“See” "this" \\beta [@knuth1984, @knuth1984, p. 3].\n\nEnd',
      ['code', 'print("[@a, @b]")'],
    ] as const;
    expect(await fixed(cells, malformedCitation, layout)).toEqual([
      '“See” "this" \\beta [@knuth1984; @knuth1984, p. 3].\n\nEnd',
      'print("[@a, @b]")',
    ]);
  });

  test('a role that a line end parts from its text', async () => {
    expect(await fixed(['a {cite:p} `knuth1984`\nb'], malformedCitation, layout)).toEqual([
      'a {cite:p}`knuth1984`\nb',
    ]);
  });

  test('a directive that silences nothing goes with its line', async () => {
    const directive = '<!-- bibliolint-disable-next-line malformed-citation -->';
    const cells = [`one\n\n${directive}\ntwo\n`, `three\n\n${directive}`];
    expect(await fixed(cells, [malformedCitation, unusedSuppression], layout)).toEqual([
      'one\n\ntwo\n',
      'three\n\n',
    ]);
  });
});

test('whatever is fixed, the file is JSON and nothing but the sources of Markdown changed', async () => {
  const piece = fc.constantFrom(
    ...[
      'a ',
      '\n',
      '\n\n',
      '“é” ',
      '"q" ',
      '\\n ',
      '[@knuth1984, @knuth1984] ',
      '{cite} `knuth1984` ',
      '[@knuth1984',
      ']',
    ],
    ...[
      '```\n',
      '[^a]',
      '\n[^a]: Note\n',
      '- Knuth, D. E. (1984) . *The TeXbook*. Addison-Wesley.\n',
      '\n## References\n\n',
    ],
    ...[
      '<!-- bibliolint-disable-next-line undefined-key -->\n',
      'https://doi.org/10.1093/comjnl/27.2.97?utm_source=a ',
      '---\n',
    ],
  );
  const source = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));
  const cell = fc.tuple(fc.constantFrom('markdown', 'code'), source) as fc.Arbitrary<CellSource>;
  const layout = fc.record({ indent: fc.constantFrom(0, 1), isJoined: fc.boolean(), isAscii: fc.boolean() });
  const fixing = rules.filter(({ fix }) => fix !== 'none');
  const every = { allowed: ['safe', 'unsafe', 'suggest'] } as const;
  let changes = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 1, maxLength: 4 }), layout, async (cells, form) => {
      const before = notebook(cells, form);
      const { files } = await fixFiles({ ...site, 'a.ipynb': before }, fixing, every);
      const after = files['a.ipynb']!;
      if (after !== before) changes += 1;
      expect(withoutMarkdown(after)).toEqual(withoutMarkdown(before));
      const again = await fixFiles(files, fixing, every);
      expect(again.files['a.ipynb']).toBe(after);
    }),
    { numRuns: 40 },
  );
  expect(changes).toBeGreaterThan(3);
});

function withoutMarkdown(file: string): unknown {
  const data = JSON.parse(file) as { cells: Record<string, unknown>[] };
  return {
    ...data,
    cells: data.cells.map((cell) => (cell['cell_type'] === 'markdown' ? { ...cell, source: '' } : cell)),
  };
}

test('an edit over two cells is left out', async () => {
  const reference = 'Knuth, D. E. (1984) . *The TeXbook*. Addison-Wesley.';
  const cells = [
    `## References\n\n- ${reference}`,
    '- Hoare, C. A. R. (1978). Communicating sequential processes. *Communications of the ACM*, *21*(8), 666–677.',
  ];
  const after = await fixed(cells, punctuationInReference);
  expect(after[1]).toBe(cells[1]);
});
