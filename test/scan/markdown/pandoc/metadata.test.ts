import { beforeAll, describe, expect, test } from 'vitest';
import { loadAllParsers } from '../../../../src/scan/parsers.ts';
import { keysOf, readPandoc } from '../../../support/read-pandoc.ts';

beforeAll(loadAllParsers);

/** The keys of a document, sorted: metadata is read after the body. */
const keys = (text: string): string[] => keysOf(readPandoc(text)).sort();

describe('a string of YAML is inlines unless it ends with a line end or is more than a paragraph', () => {
  test.each([
    ['summary: "(@knuth84) on programs"', ['knuth84']],
    ['summary: "[^1]: @knuth84"', ['knuth84']],
    ['summary: "    @knuth84"', ['knuth84']],
    ['summary: "    @knuth84\\n"', []],
    ['summary: |2\n      @knuth84', []],
    ['summary: "One.\\n\\n    @knuth84"', []],
    ['summary: "@knuth84\\t[p. 3]"', ['knuth84']],
  ])('%s', (yaml, expected) => {
    expect(keys(`---\n${yaml}\n---\n\nText.\n`)).toEqual(expected);
    expect(keys(`Text.\n\n---\n${yaml}\n---\n`)).toEqual(expected);
  });

  test('a tab in a string is a blank', () => {
    const { citations } = readPandoc('---\nsummary: "@knuth84\\t[p. 3]"\n---\n');
    expect(citations).toMatchObject([{ cites: [{ key: 'knuth84', label: 'page', locator: '3' }] }]);
  });
});

describe('a block of YAML that stands in another block', () => {
  test.each([
    ['- An item.\n\n  ---\n  title: "@knuth84"\n  author: "@shannon48"\n  ---\n'],
    ['> ---\n> title: "@knuth84"\n> author: "@shannon48"\n> ---\n'],
    ['x[^1]\n\n[^1]: ---\n    title: "@knuth84"\n    author: "@shannon48"\n    ---\n'],
    ['::: note\n---\ntitle: "@knuth84"\nauthor: "@shannon48"\n---\n:::\n'],
  ])('%j', (text) => {
    const { citations } = readPandoc(text);
    const regions = citations.flatMap(({ cites }) => cites.map(({ keyRegion }) => keyRegion));
    expect(regions.map(({ start, end }) => text.slice(start, end))).toEqual(['knuth84', 'shannon48']);
  });
});

describe('what is set twice counts once', () => {
  test('a key of one block that is written again', () => {
    expect(keys('---\nsummary: "@knuth84"\nsummary: "@shannon48"\n---\n')).toEqual(['shannon48']);
  });

  test('a list or a map of one block that is written again as something else', () => {
    expect(keys('---\nabstract: ["@knuth84"]\nabstract: "@shannon48"\n---\n')).toEqual(['shannon48']);
    expect(keys('---\nabstract: "@knuth84"\nabstract: ["@shannon48", "@hopper52"]\n---\n')).toEqual([
      'hopper52',
      'shannon48',
    ]);
    expect(keys('---\nabstract:\n  a: "@knuth84"\nabstract:\n  b: "@shannon48"\n---\n')).toEqual([
      'shannon48',
    ]);
  });

  test('the title block, by YAML further down', () => {
    const block = '% Title @knuth84\n% Author @shannon48\n% @hoare62\n\nText.\n\n';
    expect(keys(block)).toEqual(['hoare62', 'knuth84', 'shannon48']);
    expect(keys(`${block}---\ntitle: Another\ndate: "@turing36"\n---\n`)).toEqual(['shannon48', 'turing36']);
  });
});

describe('a definition of TeX is raw where it is whole, and text where it is not', () => {
  test.each([
    ['\\newcommand{\\x}[1]{@knuth84 #1}', []],
    ['Text \\newcommand{\\x}[1]{@knuth84 #1}', []],
    ['\\newcommand{\\x}\n{@knuth84}', []],
    ['\\newcommand{x}{@knuth84}', ['knuth84']],
    ['\\newenvironment{x}{@knuth84}{@shannon48}', []],
    ['\\newenvironment{x}{@knuth84}', ['knuth84']],
    ['\\def\\x#1{@knuth84}', []],
    ['\\def{@knuth84}', ['knuth84']],
    ['\\let\\x\\y @knuth84', ['knuth84']],
  ])('%j', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });
});

describe('a table drawn with +, - and |', () => {
  const rule = '+---+---+\n';
  test.each([
    ['a row wider than the columns, which adds one', `${rule}| [@knuth84, p. 3] | @hoare62 |\n${rule}`],
    ['a row without a closing border', `${rule}|@knuth84|x\n${rule}| @hoare62 | y |\n${rule}`],
    ['a cell over two columns', `${rule}| @knuth84 @hoare62 |\n${rule}`],
  ])('%s', (_, text) => {
    expect(keys(text)).toEqual(['hoare62', 'knuth84']);
  });
});
