import { beforeAll, describe, expect, test } from 'vitest';
import { loadAllParsers } from '../../../../src/scan/parsers.ts';
import { keysOf, readPandoc } from '../../../support/read-pandoc.ts';

beforeAll(loadAllParsers);

describe('citations of Pandoc', () => {
  test('stand where they are said to stand, with what stands around each key', () => {
    const text = 'As [see @knuth84, pp. 33-35, passim; -@{lovelace43}] and @shannon48 [chap. 3] show.\n';
    const { citations } = readPandoc(text);
    expect(citations.map(({ region }) => text.slice(region.start, region.end))).toEqual([
      '[see @knuth84, pp. 33-35, passim; -@{lovelace43}]',
      '@shannon48 [chap. 3]',
    ]);
    expect(citations[0]?.cites).toEqual([
      {
        key: 'knuth84',
        keyRegion: { start: 9, end: 16 },
        mode: 'normal',
        prefix: 'see',
        label: 'page',
        locator: '33-35',
        suffix: ', passim',
      },
      { key: 'lovelace43', keyRegion: { start: 40, end: 50 }, mode: 'suppress-author' },
    ]);
    expect(citations[1]).toMatchObject({
      construct: 'in-text',
      cites: [{ key: 'shannon48', mode: 'author-in-text', label: 'chapter', locator: '3' }],
    });
  });

  test('keep their places in tabs, carriage returns, lists and block quotes', () => {
    const text = '\ufeff# Notes\r\n\r\n1.\tSee\t@knuth84\r\n\r\n\t> -\t[@lovelace43,\r\n\t>\t\tp. 3]\r\n';
    const { citations } = readPandoc(text);
    const cites = citations.flatMap((citation) => citation.cites);
    expect(cites.map(({ key, keyRegion }) => [key, text.slice(keyRegion.start, keyRegion.end)])).toEqual([
      ['knuth84', 'knuth84'],
      ['lovelace43', 'lovelace43'],
    ]);
    expect(cites[1]?.locator).toBe('3');
  });

  // What stands before a key is read as one stretch of text, so where it ends must say what its last word says.
  test.each([
    ['Wait...@a', 'author-in-text'],
    ['Wait. ...@a', 'author-in-text'],
    ['Wait..@a', undefined],
    ['Wait....@a', undefined],
    ['x.@a', undefined],
    ['x,@a', 'author-in-text'],
    ['\u00e9@a', undefined],
    ['\u65e5@a', undefined],
    ['\u3002@a', 'author-in-text'],
    ['\u{1f600}@a', 'author-in-text'],
    ['\u{1d7db}@a', undefined],
    ['pre-@a', 'author-in-text'],
    ['pre --@a', 'author-in-text'],
    ['pre----@a', 'suppress-author'],
    ["it's-@a's", 'author-in-text'],
    ["'tis @a", 'author-in-text'],
    ['so!![@a]', 'normal'],
    ['line  \nnext\n  [@a]', 'normal'],
  ])('%j', (text, mode) => {
    const modes = readPandoc(text).citations.map(({ cites }) => cites[0]?.mode);
    expect(modes).toEqual(mode === undefined ? [] : [mode]);
  });

  test.each([
    ['code', '`@a` and ``[@b]``\n\n    @c\n\n~~~\n@d\n~~~\n'],
    ['math', '$x @ y$, $@a$ and $$\n[@b]\n$$\n'],
    [
      'HTML attributes, comments and verbatim elements',
      '<b title="@a">x</b> <!-- @b\n\n@c -->\n\n<pre>\n[@d]\n</pre>\n',
    ],
    ['raw TeX', '\\cite{@a} \\textbf{[@b]}\n\n\\begin{quote}\n@c\n\\end{quote}\n'],
    ['targets and titles', '[x](http://x/@a "t @b") ![y](@c)\n\n[x]: http://x/@d "see @e"\n'],
    ['attributes', '# Title {#sec data-x="@a"}\n\n[x]{key="@b"} `y`{.r key="@c"}\n'],
    ['addresses', 'me@example.org, <me@example.org>, <https://x.org/@a>, a.@b, 3@c\n'],
    ['escapes', '\\@a and @ b\n'],
    ['labels of notes', 'x[^@a]\n\n[^@a]: y\n'],
    ['a note nobody uses', '[^1]: See @a.\n'],
    ['a label of an example list', '(@good) An example.\n\nAs (@good) shows.\n'],
  ])('there are none in %s', (_, text) => {
    expect(keysOf(readPandoc(text))).toEqual([]);
  });

  test.each([
    ['[@a](http://x)', ['a'], 'in-text'],
    ['[@a]{.x}', ['a'], 'in-text'],
    ['[@a][ref]', ['a'], 'in-text'],
    ['![@a](x.png) and', ['a'], 'in-text'],
    ['Mail @user now', ['user'], 'in-text'],
    ['https://example.org/@user/post', ['user/post'], 'in-text'],
    ['"[@a; @b]"', ['a', 'b'], 'bracketed'],
    ['<div>\n[@a]\n</div>', ['a'], 'bracketed'],
    ['``` {r}\n[@a]\n```', [], ''],
    ['```\n[@a]', ['a'], 'bracketed'],
  ])('%s', (text, keys, construct) => {
    const { citations } = readPandoc(text + '\n');
    expect(citations.flatMap(({ cites }) => cites.map(({ key }) => key))).toEqual(keys);
    for (const citation of citations) expect(citation.construct).toBe(construct);
  });

  /** Keys and suffixes of each citation, as Pandoc 3.10 gave them. */
  test.each([
    ['[@a, AT&T; @b]', [['a , AT&T', 'b ']]],
    ['[@a, R&D; p. 3; @b]', [['a '], ['b ']]],
    ['[@a, &uuml;; @b]', [['a , \u00fc', 'b ']]],
    ['[@a “x; y”]', [['a ']]],
    ['[@a, “x” y; @b]', [['a , “x” y', 'b ']]],
    ['[@a "x; y"]', [['a “x; y”']]],
    ['[@a "; "]', [['a “;”']]],
    ['{\\bf Note: see @a.} And @b.', [['b ']]],
    ['{\\small see @a}', [['a ']]],
    ['\\bf @a costs $5', [['a ']]],
    ['\\textbf{@a for $5}', [['a ']]],
    ['\\textbf{@a for $5$}', []],
    ['\\textcolor{red}{see @a} {@b}', [['b ']]],
    ['\\newcommand{\\x}{@a}', []],
    ['\\begin{quote}\n@a for $5\n\\end{quote}', [['a ']]],
    ['\\begin{tabular}\n@a for $5\n\\end{tabular}', []],
    ['[@a, x\\oe y; @b, x\\zzz 3]', [['a , xy', 'b , x']]],
  ])('%s', (text, expected) => {
    const cites = ({ key, suffix = '' }: { key: string; suffix?: string }) => `${key} ${suffix}`;
    expect(readPandoc(text + '\n').citations.map((citation) => citation.cites.map(cites))).toEqual(expected);
  });

  test('a bracket behind a key is a link where the document has its label', () => {
    expect(readPandoc('@a [Results]\n\n# Results\n').citations[0]?.cites).toEqual([
      { key: 'a', keyRegion: { start: 1, end: 2 }, mode: 'author-in-text' },
    ]);
    expect(readPandoc('@a [Results]\n').citations[0]?.cites[0]?.suffix).toBe('Results');
  });

  // Pandoc makes a paragraph of these, and a heading of the last.
  test.each([
    ['See @a <!-- not\n=====\n\n@b --> nor @c.\n', ['a', 'c']],
    ['See @a `not\n=====\n@b` nor @c.\n', ['a', 'c']],
    ['See @a\n-----\n\nThen @b.\n', ['a', 'b']],
  ])('each key once where what looks like an underlined heading goes on below: %j', (text, keys) => {
    expect(keysOf(readPandoc(text))).toEqual(keys);
  });

  test('a key is printed once however often its note is used', () => {
    expect(keysOf(readPandoc('x[^1] y[^1]\n\n[^1]: See @a.\n'))).toEqual(['a']);
    expect(keysOf(readPandoc('x[^1]\n\n[^1]: See @a.\n\n[^1]: See @b.\n'))).toEqual(['b']);
  });
});

describe('metadata', () => {
  const text = [
    '---',
    'title: "On \\"@knuth84\\""',
    'nocite: |',
    '  @shannon48, [@lovelace43]',
    'thanks_: "@ignored"',
    'keywords: [x, "@turing36"]',
    '---',
    '',
    'Text.',
    '',
    '---',
    'note: see @hoare62',
    '...',
    '',
  ].join('\n');

  test('strings cite as text does, wherever the block stands', () => {
    const { citations } = readPandoc(text);
    expect(citations.map(({ construct, cites }) => [construct, cites.map(({ key }) => key).join()])).toEqual([
      ['metadata', 'knuth84'],
      ['nocite', 'shannon48'],
      ['nocite', 'lovelace43'],
      ['metadata', 'turing36'],
      ['metadata', 'hoare62'],
    ]);
  });

  test('keys stand where they are written, through quotes and folds', () => {
    for (const { cites } of readPandoc(text).citations) {
      for (const { key, keyRegion } of cites) expect(text.slice(keyRegion.start, keyRegion.end)).toBe(key);
    }
  });

  test('a field that two blocks set counts once, as the later one has it', () => {
    const twice = '---\nnocite: "@a"\ntitle: "@b"\n---\n\nText.\n\n---\nnocite: "@c"\n---\n';
    expect(keysOf(readPandoc(twice))).toEqual(['b', 'c']);
  });

  test('the star of nocite is a key', () => {
    expect(readPandoc('---\nnocite: "@*"\n---\n').citations).toMatchObject([
      { construct: 'nocite', cites: [{ key: '*' }] },
    ]);
  });
});

describe('notes of Pandoc', () => {
  test('uses, definitions and inline notes stand where they are said to stand', () => {
    const text = 'x[^a] y^[inline @k] z\n\n[^a]: First line.\n    Second.\n\n    Third.\n\nEnd.\n';
    const { uses, definitions, inline } = readPandoc(text).footnotes;
    const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
    expect(uses.map(({ label, region }) => [label, slice(region)])).toEqual([['a', '[^a]']]);
    expect(inline.map(slice)).toEqual(['^[inline @k]']);
    expect(
      definitions.map(({ label, labelRegion, region, text: first }) => [
        label,
        slice(labelRegion),
        slice(region),
        first,
      ]),
    ).toEqual([['a', 'a', '[^a]: First line.\n    Second.\n\n    Third.', 'First line.']]);
  });

  test('a note inside a note is not printed', () => {
    const text = 'x[^1]\n\n[^1]: a[^2]\n\n[^2]: b\n';
    expect(readPandoc(text).problems).toMatchObject([
      { messageId: 'footnote-use-in-definition', data: { label: '2' }, region: { start: 14, end: 18 } },
    ]);
  });
});
