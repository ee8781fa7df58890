import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DialectName, Region } from '../../../../src/model.ts';
import type { PandocFacts } from '../../../../src/scan/markdown/pandoc/read-document.ts';
import { loadAllParsers } from '../../../../src/scan/parsers.ts';
import { readPandoc } from '../../../support/read-pandoc.ts';

beforeAll(loadAllParsers);

const DIALECTS: readonly DialectName[] = ['pandoc', 'quarto', 'rmarkdown', 'manubot', 'mkdocs-bibtex'];

const PIECES = [
  ...'@[](){}<>*_`~^$"\'\\-:;,.!#|+=&%/ \t\n',
  '\r\n',
  '\n\n',
  '@knuth84',
  '[@a; @b]',
  '-@c',
  '@{x}',
  '[^1]',
  '[^1]: ',
  '^[',
  '](u)',
  '{.x}',
  '```',
  '```{r, fig.cap="',
  '#| fig-cap: ',
  '$$',
  '<!--',
  '-->',
  '<div>',
  '</div>',
  '<pre>',
  '<span>',
  '\\begin{x}',
  '\\emph{',
  ':::',
  '---\n',
  '| a |\n|---|\n',
  '+---+\n',
  '    ',
  '> ',
  '- ',
  '1. ',
  '(@e) ',
  ': ',
  '{{< ',
  ' >}}',
  'word',
  '\u{1f600}',
  '\ud800',
  '\ue000',
  '\u0000',
  '__proto__',
];

const document = fc.array(fc.constantFrom(...PIECES), { maxLength: 60 }).map((pieces) => pieces.join(''));

function regionsOf(value: unknown): Region[] {
  if (value === null || typeof value !== 'object') return [];
  const { start, end } = value as Partial<Region>;
  const own = typeof start === 'number' && typeof end === 'number' ? [{ start, end }] : [];
  return [...own, ...Object.values(value).flatMap(regionsOf)];
}

describe('any text at all', () => {
  test.each(DIALECTS)(
    '%s: regions lie in the text, keys where they are said to be, facts survive JSON',
    (name) => {
      fc.assert(
        fc.property(document, (text) => {
          const facts: PandocFacts = readPandoc(text, name);
          expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
          for (const { start, end } of regionsOf(facts)) {
            expect(
              start >= 0 && start <= end && end <= text.length,
              `${start}-${end} of ${text.length}`,
            ).toBe(true);
          }
          for (const { region, cites } of facts.citations) {
            for (const { key, keyRegion } of cites) {
              expect(region.start <= keyRegion.start && keyRegion.end <= region.end).toBe(true);
              const written = text.slice(keyRegion.start, keyRegion.end);
              expect(written.replace(/[\\\r\n\t #|]/g, '')).toBe(key.replace(/[\\\n #|]/g, ''));
            }
          }
        }),
        { numRuns: 300 },
      );
    },
  );

  test('a citation is found whatever stands in the paragraphs around it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('word', '*', '_', '"', "'", '$5', '[', '~', '@other'), { maxLength: 12 }),
        (noise) => {
          const text = `${noise.join(' ')}\n\nSee [@knuth84, p. 3].\n\n${noise.join(' ')}\n`;
          const { citations } = readPandoc(text);
          const found = citations.find(({ cites }) => cites[0]?.key === 'knuth84');
          expect(found).toMatchObject({ construct: 'bracketed', cites: [{ locator: '3' }] });
        },
      ),
    );
  });
});

describe('a paragraph of plain text and plain citations, which is read at once', () => {
  const PLAIN_PIECES =
    "word|No.|3|http://a.b/@c|http://a.b/(@c)|https:|me@a.b|doi:10.1/@x|caf\u00e9|don't|well-known|what!|(|)|,|.|:|;|?|-|!|'|\u2014|@a|@a:b|@a_b|@a-b|@a.b|@a/b|@a#b|@\u00e9|@a's|@a\u00e9|@_a|@1a|" +
    '-@a|@{a}|@*|@a=1|@a[|[@a]|[@a; -@b]|[see @a, p. 3; also @b 4]|[@a]x|[@a](|[@a]@b|[@a, b]|[p. 3]|[@a: 3]|(@a)|(@a, p. 3)|(see @a)';
  const paragraph = fc
    .array(
      fc.tuple(
        fc.constantFrom(...PLAIN_PIECES.split('|')),
        fc.constantFrom(' ', ' ', ' ', '', '\n', ' \n', '\n '),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((pieces) => `In ${pieces.flat().join('')}`.trimEnd());

  test.each<[DialectName, string]>([
    ['pandoc', ''],
    ['pandoc', '\n\n(@a) an example'],
    ['pandoc', '\n\n[p. 3]: u'],
    ['pandoc', '\n\n# p. 3'],
    ['rmarkdown', ''],
  ])(
    '%s: says what it says where code at its end has it read piece by piece, with %j below it',
    (dialect, below) => {
      fc.assert(
        fc.property(paragraph, (text) => {
          const read = (code: string) => {
            const { citations, problems } = readPandoc(`${text}${code}${below}`, dialect);
            return { citations, problems: problems.filter(({ region }) => region.start < text.length) };
          };
          expect(read('')).toEqual(read(' `x`'));
        }),
        { numRuns: 2000 },
      );
    },
  );
});

describe('hostile text', () => {
  const REPEATED = [
    '[',
    '[@a ',
    '*a_ ',
    '> ',
    '- ',
    '> - ',
    '"@a ',
    '\u201c@a ',
    '$$ @a ',
    '<!-- @a ',
    '<div>\n@a\n',
    '<span>@a ',
    '```\n@a\n\n',
    '::: x\n@a\n',
    '\\a{@a ',
    '\\begin{x}@a\n\n',
    '[a](@a ',
    '[x]{a="@a ',
    '[^1]: @a\n',
    '^[@a ',
    '~~@a ',
    '| @a ',
    '---\n@a\n\n',
    '@a\n: x\n',
    '[a]: @a\n',
    '[@a, [p. 3] ',
    '@{a ',
    '[a][b @c]',
    '[*"@a _\'$`',
    '<a b="@a ',
    '{{< @a ',
    '```{r, fig.cap="@a\n',
  ];

  test.each(REPEATED)('%j, five thousand times, costs little time', (piece) => {
    const text = piece.repeat(5000);
    const start = process.cpuUsage().user;
    readPandoc(text, piece.includes('{') ? 'quarto' : 'pandoc');
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(5000);
  });

  test('backtick runs of every length', () => {
    const text = Array.from({ length: 600 }, (_, length) => '`'.repeat(length + 1) + ' @a').join(' ');
    const start = process.cpuUsage().user;
    readPandoc(text);
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(5000);
  });
});

/** What a cite of a plain bracket holds: words, a key, and a locator or words behind it. */
const plainCite = fc
  .tuple(
    fc.constantFrom('', 'see ', 'see also ', 'e.g. ', 'cf '),
    fc.constantFrom('', '-'),
    fc.constantFrom('a', 'knuth84', 'doe_x-2', 'fig:a:b', 'a-', '9b', '_a', '{x y}', 'a.b'),
    fc.constantFrom(
      '',
      ', p. 3',
      ' pp. 3-4',
      ', chap. 2, p. 3',
      ' and more',
      ', *p. 3*',
      ', p.',
      ' ',
      ',',
      '; @b',
    ),
  )
  .map((parts) => `${parts[0]}${parts[1]}@${parts[2]}${parts[3]}`);

/** Several of them, and what stands between. */
const plainBracket = fc
  .tuple(plainCite, fc.constantFrom('; ', ';', ' ; ', ';  ', ';\n'), fc.array(plainCite, { maxLength: 2 }))
  .map(([first, between, others]) => [first, ...others].join(between));

test('a plain bracket is read at once as it is read piece by piece behind a key in the text', () => {
  fc.assert(
    fc.property(
      plainBracket,
      fc.constantFrom('', '.', ' x', '[^1]', '(u)', '{.c}', '[r]'),
      (inside, behind) => {
        const [alone] = readPandoc(`[${inside}]${behind}`).citations;
        const [behindKey] = readPandoc(`@x [${inside}]${behind}`).citations;
        const isOneBracket = alone?.construct === 'bracketed' && (behindKey?.cites.length ?? 0) > 1;
        if (!isOneBracket) return;
        const moved = behindKey!.cites.slice(1).map((cite) => ({
          ...cite,
          keyRegion: { start: cite.keyRegion.start - 3, end: cite.keyRegion.end - 3 },
        }));
        expect(alone.cites).toEqual(moved);
      },
    ),
  );
  expect(readPandoc('[see @knuth84, p. 3]').citations[0]?.cites).toHaveLength(1);
});
