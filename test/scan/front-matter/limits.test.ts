import { beforeAll, describe, expect, test } from 'vitest';
import {
  type FrontMatterPolicy,
  hugoFrontMatter as hugo,
  jekyllFrontMatter as jekyll,
  markdownFrontMatter as markdown,
  pandocFrontMatter as pandoc,
} from '../../../src/scan/front-matter/policies.ts';
import { readFrontMatter } from '../../../src/scan/front-matter/read-front-matter.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';

beforeAll(loadAllParsers);

const POLICIES = [hugo, jekyll, pandoc, markdown];
const KIBIBYTE = 1024;

/** Generous, since the machine may be busy; what these guard against takes minutes, or all memory. */
const LIMIT = 10_000;

function measured(text: string, policy: FrontMatterPolicy) {
  const before = performance.now();
  const result = readFrontMatter(text, policy);
  const size = JSON.stringify(result).length;
  expect(performance.now() - before).toBeLessThan(LIMIT);
  expect(size).toBeLessThan(200 * text.length + 2000);
  return result;
}

const ids = (text: string, policy: FrontMatterPolicy) =>
  measured(text, policy).problems.map((problem) => problem.messageId);

const yaml = (block: string) => `---\n${block}\n---\nBody\n`;

const bomb = (() => {
  const lines = ['a0: &a0 ["lol","lol","lol","lol","lol","lol","lol","lol","lol"]'];
  for (let level = 1; level < 10; level++) {
    lines.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(',')}]`,
    );
  }
  return lines.join('\n');
})();

describe('hostile YAML', () => {
  test.each([
    ['a bomb of aliases', bomb],
    ['a cycle', 'a: &a [*a]\nb: &b {c: *b}'],
    [
      'a merge bomb',
      `a: &a {x: 1}\n${Array.from({ length: 900 }, (_, index) => `b${index}: {<<: *a}`).join('\n')}`,
    ],
    ['many aliases', `a: &a x\nb: [${Array(12_000).fill('*a').join(',')}]`],
    ['a wide mapping', Array.from({ length: 7000 }, (_, index) => `k${index}: 1`).join('\n')],
    ['a wide flow mapping', `a: {${Array.from({ length: 6000 }, (_, index) => `k${index}: 1`).join(', ')}}`],
  ])('%s is read', (_name, block) => {
    for (const policy of [hugo, markdown]) expect(ids(yaml(block), policy)).toEqual([]);
  });

  test.each([
    ['commas', `a: [${','.repeat(60_000)}`],
    ['quotes', `a: ${'"'.repeat(60_001)}`],
    ['unclosed lines', '[\n'.repeat(90).concat('"\n'.repeat(20_000))],
    ['colons', 'a: b: c\n'.repeat(8000)],
    ['anchors', '&a '.repeat(20_000)],
    ['blank lines before an error', `${'\n'.repeat(50_000)}a: @b`],
    ['blanks before an error', `a: @b\n${' '.repeat(60_000)}`],
  ])('%s are one error', (_name, block) => {
    expect(ids(yaml(block), hugo)).toEqual(['fm-decode']);
  });

  test.each([
    ['brackets', `a: ${'['.repeat(30_000)}`],
    ['braces', `a: ${'{a: '.repeat(10_000)}`],
    ['dashes', '- '.repeat(30_000)],
    ['question marks', '? '.repeat(30_000)],
    ['indentation', Array.from({ length: 300 }, (_, index) => `${' '.repeat(index)}a:`).join('\n')],
  ])('%s are too deep', (_name, block) => {
    expect(ids(yaml(block), hugo)).toEqual(['front-matter-too-deep']);
  });

  test('a hundred levels are not', () => {
    expect(ids(yaml(`a: ${'['.repeat(99)}${']'.repeat(99)}`), hugo)).toEqual([]);
  });

  test('a long key over many children is not repeated in their names', () => {
    expect(ids(yaml(`? ${'k'.repeat(30_000)}\n: {${'a: 1, '.repeat(4000)}}`), hugo)).toEqual([]);
  });
});

describe('hostile TOML and JSON', () => {
  const toml = (block: string) => `+++\n${block}\n+++\nBody\n`;

  test.each([
    ['brackets', `a = ${'['.repeat(30_000)}`],
    ['dots', `${'a.'.repeat(20_000)}a = 1`],
    ['dotted header', `[${'a.'.repeat(20_000)}a]`],
  ])('TOML: %s', (_name, block) => {
    expect(ids(toml(block), hugo)).toEqual(['front-matter-too-deep']);
  });

  test.each([
    ['quotes', 'a = "\n'.repeat(9000)],
    ['long strings', 'a = """\n'.repeat(7000)],
    ['equal signs', '='.repeat(60_000)],
    ['commas', `a = [${','.repeat(60_000)}`],
  ])('TOML: %s are one error', (_name, block) => {
    expect(ids(toml(block), hugo)).toEqual(['fm-decode']);
  });

  test('TOML: many tables', () => {
    const tables = Array.from({ length: 4000 }, (_, index) => `[[t]]\nk=${index}`).join('\n');
    expect(ids(toml(tables), hugo)).toEqual([]);
  });

  test('JSON', () => {
    expect(ids(`{"a": ${'['.repeat(30_000)}`, hugo)).toEqual(['fm-json-eof']);
    expect(ids(`{"a": ${'['.repeat(30_000)}}`, hugo)).toEqual(['front-matter-too-deep']);
    expect(ids(`{${','.repeat(60_000)}}`, hugo)).toEqual(['fm-decode']);
    expect(ids(`{${'"k": 1, '.repeat(7000)}"z": 1}`, hugo)).toEqual([]);
    expect(ids('{'.repeat(500_000), hugo)).toEqual(['fm-json-eof']);
  });
});

describe('size', () => {
  const field = 'k: 0123456789\n';

  test('a block of 64 KiB is parsed, a larger one is read line by line', () => {
    const count = Math.floor((64 * KIBIBYTE) / field.length);
    expect(ids(yaml(`title: x\n${field.repeat(count - 1)}`), hugo)).toEqual([]);
    const large = measured(yaml(`title: x\n${field.repeat(count + 1)}`), hugo);
    expect(large.problems).toMatchObject([
      { messageId: 'front-matter-too-large', data: { limit: 64 }, region: { start: 0, end: 3 } },
    ]);
    expect(large.fields[0]).toMatchObject({ name: 'title', value: 'x' });
  });

  test('Pandoc keeps bibliographies there', () => {
    expect(ids(yaml(field.repeat(10_000)), pandoc)).toEqual([]);
  });

  test('a long page is cut in linear time', () => {
    for (const policy of POLICIES) {
      for (const text of [
        '---\n',
        '---x\n',
        '--- \n',
        '\n',
        ' ',
        '-',
        '+',
        '{',
        '{{',
        '#+a\n',
        'a: b\n',
        '"a',
        '\r',
        '\ufeff---\n',
        '...\n',
      ]) {
        measured(text.repeat(200_000 / text.length), policy);
        measured(`---\n${text.repeat(200_000 / text.length)}`, policy);
      }
    }
  });
});
