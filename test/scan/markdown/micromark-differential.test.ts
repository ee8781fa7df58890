import { readdirSync, readFileSync, statSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { findEmphasis, mayEmphasize } from '../../../src/scan/markdown/emphasis.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { structureByMicromark, structureByScan } from '../../support/micromark-structure.ts';
import { hasShared, readCases, shared } from '../../support/shared.ts';

/** Pieces of Markdown that get into each other's way. */
const PIECES: readonly string[] = [
  ...[
    'a',
    'b c',
    ' ',
    '  ',
    '    ',
    '\t',
    '\n',
    '\n',
    '\n\n',
    '\r\n',
    '> ',
    '- ',
    '1. ',
    '2) ',
    '# ',
    '===',
    '---',
    '***',
  ],
  ...[
    '[^1]',
    '[^a b]',
    '[^x]',
    '[^1]: ',
    '[^x]: note',
    '![^1]',
    '[',
    '](',
    '](u)',
    ')',
    '![',
    ']: x',
    '[r]: /u',
    '[r]',
  ],
  ...[
    '```',
    '~~~',
    '`',
    '``',
    '<div>',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '<pre>',
    '</pre>',
    '<?',
    '?>',
    '<http://x>',
    '<',
    '>',
  ],
  ...['\\', '"', '<a b="', '*', '_', '|', '&amp;', '@'],
];
const markdown = fc
  .array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 24 })
  .map((pieces) => pieces.join(''));

const TABLES = [
  'footnote-cases',
  'pandoc-cases',
  'hugo-cases',
  'jekyll-cases',
  'myst-cases',
  'rehype-citation-cases',
];

function pagesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(path).isDirectory()) return pagesUnder(path);
    return /\.(?:R?md|qmd)$/.test(name) ? [path] : [];
  });
}

beforeAll(loadAllParsers);

describe('our scanners and micromark see the same', () => {
  test('in generated Markdown', () => {
    const runs = 4000;
    const property = fc.property(markdown, (text) => {
      expect(structureByScan(text)).toEqual(structureByMicromark(text));
    });
    fc.assert(property, { numRuns: runs, seed: 1984 });
    console.log(`generated: ${runs}/${runs} equal`);
  });

  test.skipIf(!hasShared)('in every row of the case tables', () => {
    const rows = TABLES.flatMap((name) => readCases<{ readonly id: string; readonly input: string }>(name));
    const wrong = rows.filter(({ input }) => {
      const text = input.replace(/^\uFEFF/, '');
      return JSON.stringify(structureByScan(text)) !== JSON.stringify(structureByMicromark(text));
    });
    console.log(`case tables: ${rows.length - wrong.length}/${rows.length} equal`);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test.skipIf(!hasShared)(
    'in every page of the corpus that micromark can take',
    () => {
      const pages = pagesUnder(shared('corpus/sites')).map(
        (path) => [path, readFileSync(path, 'utf8')] as const,
      );
      const small = pages.filter(([, text]) => text.length < 40_000);
      for (const [path, text] of small)
        expect(structureByScan(text), path).toEqual(structureByMicromark(text));
      console.log(
        `corpus: ${small.length} pages equal, ${pages.length - small.length} too long for micromark`,
      );
    },
    120_000,
  );
});

describe('a text is decided without micromark', () => {
  test('only where it holds no emphasis', () => {
    const words = fc.array(fc.constantFrom('a', 'b_c', '_', '*', '**', ' ', '.', '(', 'é', '_d', '1_'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(words, (pieces) => {
        const text = pieces.join('');
        if (!mayEmphasize(text)) expect(findEmphasis(text, new Set())).toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});
