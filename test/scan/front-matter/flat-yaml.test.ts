import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { readFlatYaml } from '../../../src/scan/front-matter/flat-yaml.ts';
import { readYaml } from '../../../src/scan/front-matter/yaml.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';

beforeAll(loadAllParsers);

const read = (block: string) => readFlatYaml(block, 0, block.length);

/** What the fast path decides, the parser has to confirm: same fields, same values, same regions, no problem. */
function expectConfirmed(block: string): boolean {
  const fast = read(block);
  if (fast === undefined) return false;
  const slow = readYaml(block, 0, block.length);
  expect({ block, fields: fast, problems: [] }).toEqual({ block, ...slow });
  return true;
}

const FLAT = `title: On computable numbers
author: "Alan Turing"
note: 'it''s "decidable"'
quoted: "a \\"b\\" \\\\ c"   # comment
year: 1936
version: 1.10
draft: false
empty:
date: 1936-11-12T10:00:00Z
url: https://example.org/a?b=c#d

# the machines
tags: [logic, "computing machines", 'it''s', 12, true, ~]
none: []
authors:
  - name: Ada Lovelace
    url: https://example.org
    affiliations:
    - London
  - name: Charles Babbage
keywords:
- one
- two # the second
scholar:
  bibliography: refs.bib
  deeper:
      a: 1
      b: [x]
last: yes
`;

describe('decided without a parser', () => {
  test('mappings, lists, quotes, flow lists and comments', () => {
    expect(expectConfirmed(FLAT)).toBe(true);
    expect(read(FLAT)?.find(({ name }) => name === 'authors.0.affiliations.0')).toEqual({
      name: 'authors.0.affiliations.0',
      nameRegion: { start: FLAT.indexOf('London'), end: FLAT.indexOf('London') },
      value: 'London',
      region: { start: FLAT.indexOf('London'), end: FLAT.indexOf('London') + 6 },
    });
  });

  test('with CRLF line ends', () => {
    expect(expectConfirmed(FLAT.replaceAll('\n', '\r\n'))).toBe(true);
  });

  test.each([
    '',
    '\n\n',
    '# only a comment\n',
    ' indented: 1\n other: 2\n',
    'a: -1',
    'a: .5',
    'a: 1e3',
    'a: 0x1F',
    'a: 9007199254740993',
    'a: Null',
    'a: "true"',
    '__proto__: 1',
    'constructor:\n  __proto__: x\n',
    'title: 計算可能数について 😀',
    "title: it's",
    'a: x#y',
    'my key: v',
    'a: b: c'.replace(': c', ':c'),
  ])('%j', (block) => {
    expect(expectConfirmed(block)).toBe(true);
  });
});

describe('left to the parser', () => {
  test.each([
    'a: &x 1',
    'a: *x',
    'a: !t 1',
    'a: |\n  x',
    'a: {b: 1}',
    'a: [[1]]',
    'a: [b: 1]',
    'a: x\n  y',
    'a: "x\n  y"',
    'a: "\\u00e9"',
    'a: b: c',
    'a: @me',
    'a:\tb',
    '\ta: b',
    '- a',
    'text',
    '"a": 1',
    'a: "x" y',
    'a: 1\n b: 2',
    'a:\n    b: 1\n  c: 2',
    'a: - b',
    '- - a',
    'a:\n  - - b',
    '...',
    'a: \u0007',
    'a: x\ry: 1',
  ])('%j', (block) => {
    expect(read(block)).toBeUndefined();
  });
});

const word = fc.constantFrom(
  'title',
  'date',
  'a b',
  'x',
  '__proto__',
  'Knuth',
  "it's",
  'true',
  'null',
  '~',
  '1',
  '-1',
  '1.50',
  '0x1f',
  '2024-05-01',
  'a:b',
  'a#b',
  '#c',
  '-',
  '- x',
  '"q"',
  '"a\\"b"',
  "'s'",
  "'it''s'",
  '[a, b]',
  '[a,"b" ]',
  '[]',
  '[ ]',
  '[a,]',
  '[-1, -x]',
  '[-]',
  '{a: 1}',
  '&a',
  '*a',
  '!t',
  '|',
  '>',
  '%',
  '@k',
  '`',
  'é',
  '😀',
  '\t',
  ':',
  '?',
  ',',
  ']',
  '.',
  '...',
  '---',
  '<<',
  '=',
  '"',
  "'",
  '\\',
  '\u00a0',
  '\u0085',
  '\u2028',
  '$x',
  '(a)',
  '/p',
  '+1',
  '1_0',
  '.inf',
  '012',
  '1e3',
  'http://a.b/c',
);
const value = fc.array(word, { maxLength: 3 }).map((words) => words.join(' '));
const key = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom('title', 'a', 'b', 'my key', 'x-y', '_z', 'A.b', '__proto__', 'true'),
  },
  { weight: 1, arbitrary: word },
);
const comment = fc.constantFrom('', '', '', ' # c', '#d', '  ', ' #');
const line = fc
  .tuple(
    fc.constantFrom(0, 0, 0, 1, 2, 2, 4, 6),
    fc.constantFrom('', '', '- ', '-   ', '-'),
    fc.oneof(
      { weight: 5, arbitrary: fc.tuple(key, value).map(([name, text]) => `${name}: ${text}`) },
      { weight: 2, arbitrary: key.map((name) => `${name}:`) },
      { weight: 2, arbitrary: value },
    ),
    comment,
  )
  .map(([indent, dash, text, tail]) => ' '.repeat(indent) + dash + text + tail);
const block = fc
  .tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\n', '\r\n', '\n\n'))
  .map(([lines, end]) => lines.join(end));

/** Blocks that are tame more often, so that the fast path decides many of them. */
const tameValue = fc.constantFrom(
  '',
  'x',
  'On numbers',
  '"q: r"',
  "'s'",
  '[a, "b"]',
  '1936',
  'true',
  '2024-05-01',
  'a # c',
);
const tame = fc
  .array(
    fc
      .tuple(
        fc.constantFrom(0, 0, 2, 4),
        fc.constantFrom('', '', '- '),
        fc.constantFrom('a', 'b', 'title'),
        tameValue,
        fc.boolean(),
      )
      .map(
        ([indent, dash, name, text, entry]) =>
          ' '.repeat(indent) + dash + (entry || dash === '' ? `${name}: ${text}` : text),
      ),
    { maxLength: 7 },
  )
  .map((lines) => lines.join('\n'));

describe('differential test against the parser', () => {
  test.each([
    ['wild', block, 4000, 0.02],
    ['tame', tame, 4000, 0.1],
  ] as const)('%s blocks', (name, arbitrary, numRuns, atLeast) => {
    let decided = 0;
    fc.assert(
      fc.property(arbitrary, (text) => {
        if (expectConfirmed(text)) decided += 1;
      }),
      { numRuns },
    );
    console.log(
      `flat YAML, ${name}: ${decided} of ${numRuns} generated blocks decided without a parser, all confirmed`,
    );
    expect(decided).toBeGreaterThan(numRuns * atLeast);
  });
});
