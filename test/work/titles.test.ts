import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  foldLetters,
  isGenericTitle,
  mainTitle,
  normalizeReferenceText,
  normalizeTitle,
  titleKey,
} from '../../src/work/titles.ts';

describe('normalizeTitle', () => {
  test.each([
    ['On Computable Numbers', 'on computable numbers'],
    ['*On Computable Numbers*, with an Application', 'on computable numbers with an application'],
    ['“On Computable Numbers”', 'on computable numbers'],
    ['Gödel, Escher, Bach', 'godel escher bach'],
    ['GÖDEL', 'godel'],
    ['Straße', 'strasse'],
    ['Smørrebrød', 'smorrebrod'],
    ['红楼梦', '红楼梦'],
    ['《西游记》', '西游记'],
    ['ＴＥＸ　Ｂｏｏｋ', 'tex book'],
    ['がくせい', 'がくせい'],
    ['Война и мир', 'воина и мир'],
    ['Hitchhiker’s Guide', 'hitchhikers guide'],
    ['Structure & Interpretation', 'structure and interpretation'],
    ['Structure &amp; <i>Interpretation</i>', 'structure and interpretation'],
    ['The C++ Programming Language', 'the c++ programming language'],
    ['C# 9.0', 'c# 9 0'],
    ['क्या', 'क्या'],
    ['?!', ''],
  ])('%s', (text, normal) => {
    expect(normalizeTitle(text)).toBe(normal);
  });

  test('two Chinese books are not one', () => {
    expect(normalizeTitle('红楼梦')).not.toBe(normalizeTitle('西游记'));
    expect(foldLetters('か')).not.toBe(foldLetters('が'));
  });

  test('joined and hyphenated words are one key', () => {
    expect(titleKey('On-line algorithms')).toBe(titleKey('Online Algorithms'));
  });

  test('main titles', () => {
    expect(mainTitle('Gödel, Escher, Bach: An Eternal Golden Braid')).toBe('Gödel, Escher, Bach');
    expect(mainTitle('Attention Is All You Need')).toBe('Attention Is All You Need');
    expect(mainTitle('Go To Statement – Considered')).toBe('Go To Statement');
    expect(mainTitle('：红楼梦')).toBe('：红楼梦');
  });

  test('generic titles', () => {
    expect(isGenericTitle('Introduction.')).toBe(true);
    expect(isGenericTitle('红楼梦')).toBe(false);
    expect(isGenericTitle('Ethics')).toBe(false);
  });

  test('is a fixed point, of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const normal = normalizeTitle(text);
        expect(normalizeTitle(normal)).toBe(normal);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('normalizeReferenceText', () => {
  const shannon =
    'Shannon, C. E. (1948). A Mathematical Theory of Communication. Bell System Technical Journal, 27(3), 379-423';
  test.each([
    `${shannon}.`,
    shannon.replace('Bell System Technical Journal', '*Bell System Technical Journal*'),
    shannon.replace('Bell System Technical Journal', '_Bell System  Technical Journal_'),
    shannon.replace('379-423', '379–423'),
    shannon.replace('379-423', '379--423.'),
    shannon.toUpperCase(),
    ` ${shannon}\n`,
    shannon.replace('(3)', '\\(3\\)'),
    shannon.replace(' (1948)', '\u00A0(1948)'),
    shannon.replace('Bell', '**Bell').replace('Journal', 'Journal**'),
    shannon.replace('Bell', '<em>Bell').replace('Journal', 'Journal</em>'),
  ])('%s', (text) => {
    expect(normalizeReferenceText(text)).toBe(normalizeReferenceText(shannon));
  });

  test.each([
    [
      `${shannon}. https://doi.org/10.1002/j.1538-7305.1948.tb01338.x`,
      `${shannon}. doi:10.1002/j.1538-7305.1948.tb01338.x`,
    ],
    [`${shannon} <https://x.org/a_b_c>`, `${shannon} https://x.org/a_b_c`],
    [`${shannon} [https://x.org/a_b](https://x.org/a_b)`, `${shannon} https://x.org/a_b`],
    ['“Computing Machinery”', '"Computing Machinery"'],
    ['‘‘Computing Machinery’’', '"Computing Machinery"'],
    ['曹雪芹——红楼梦', '曹雪芹—红楼梦'],
    ['a snake\\_case', 'a snake_case'],
  ])('%s', (a, b) => {
    expect(normalizeReferenceText(a)).toBe(normalizeReferenceText(b));
  });

  test.each([
    [shannon, shannon.replace('1948', '1949')],
    [shannon, shannon.replace('27', '28')],
    ['曹雪芹. 红楼梦', '吴承恩. 西游记'],
    ['x https://x.org/a_b', 'x https://x.org/ab'],
  ])('%s ≠ %s', (a, b) => {
    expect(normalizeReferenceText(a)).not.toBe(normalizeReferenceText(b));
  });

  test.each(['[', '[a](', '*', '_', '_a', '<i ', '<https://', '\\', '&amp', "'", '. ', '. x'])(
    'stays linear over many “%s”',
    (piece) => {
      const text = piece.repeat(30_000);
      const start = performance.now();
      normalizeReferenceText(text);
      normalizeTitle(text);
      mainTitle(text);
      expect(performance.now() - start).toBeLessThan(5_000);
    },
  );
});
