import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { splitLocator } from '../../../../src/scan/markdown/locator.ts';
import { loadAllParsers } from '../../../../src/scan/parsers.ts';
import { readPandoc } from '../../../support/read-pandoc.ts';

beforeAll(loadAllParsers);

/** Verdicts of Pandoc 3.10 with a style that prints label and locator. */
describe('splitLocator', () => {
  test.each([
    [', p. 33', { label: 'page', locator: '33' }],
    [' 33', { label: 'page', locator: '33' }],
    [', p.3', { label: 'page', locator: '3' }],
    [', pp. 33, 35 and 36', { label: 'page', locator: '33, 35', suffix: 'and 36' }],
    [' 3--5, passim', { label: 'page', locator: '3--5', suffix: ', passim' }],
    [', pages 3f', { label: 'page', locator: '3f' }],
    [', 12:3', { label: 'page', locator: '12:3' }],
    [', chap. III, \u00a74', { label: 'chapter', locator: 'III', suffix: ', \u00a74' }],
    [', \u00a7\u00a7 4\u20136', { label: 'section', locator: '4\u20136' }],
    [', s.v. 5', { label: 'sub-verbo', locator: '5' }],
    [', sub verbo 5', { label: 'sub-verbo', locator: '5' }],
    [', vol. 2, p. 5', { label: 'volume', locator: '2', suffix: ', p. 5' }],
    [', sec. 2.1 and Appendix', { label: 'section', locator: '2.1', suffix: 'and Appendix' }],
    [', Page 5', { label: 'page', locator: '5' }],
    [', [17]', { label: 'page', locator: '[17]' }],
    [', 34(1)(i)', { label: 'page', locator: '34(1)(i)' }],
    ['{ii, A, D-Z}, with a suffix', { label: 'page', locator: 'ii, A, D-Z', suffix: ', with a suffix' }],
    [', {pp. iv, vi-xi} with', { label: 'page', locator: 'iv, vi-xi', suffix: 'with' }],
    ['{}, 99 years later', { suffix: ', 99 years later' }],
    [', xvi', { suffix: ', xvi' }],
    [', p. (a)', { suffix: ', p. (a)' }],
    [' see p. 3', { suffix: 'see p. 3' }],
    [', ch. 5', { suffix: ', ch. 5' }],
    [', esp. the end', { suffix: ', esp. the end' }],
    ['', {}],
  ])('%j', (text, expected) => {
    expect(splitLocator(text)).toEqual(expected);
  });

  test('takes any text and loses nothing but braces, commas and labels', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...' ,.;:()[]{}-pvol1xi\u00a7 a3'), maxLength: 40 }),
        (text) => {
          const { locator = '', suffix = '' } = splitLocator(text);
          return text.includes(locator) && text.includes(suffix);
        },
      ),
    );
  });

  test('stays linear', () => {
    const start = performance.now();
    splitLocator(', a' + ' and so on (a) [b] {c}'.repeat(20_000));
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('markup is one token: a number where it holds one, and never a label', () => {
  test.each([
    ['[@a, *p. 3*]', { label: 'page', locator: 'p. 3' }],
    ['[@a, *p.* 3]', { label: 'page', locator: '3' }],
    ['[@a, p. **3**, passim]', { label: 'page', locator: '3', suffix: ', passim' }],
    ['[@a, *see* p. 3]', { suffix: ', see p. 3' }],
    ['[@a, "3"]', { label: 'page', locator: '\u201c3\u201d' }],
    ['[@a, `p. 3`]', { label: 'page', locator: '`p. 3`' }],
    ['[@a, p. 3f.: text]', { label: 'page', locator: '3f.:', suffix: 'text' }],
    ['[@a, p. 3 : text]', { label: 'page', locator: '3', suffix: ': text' }],
    ['[@a, p. $3$]', { suffix: ', p. $3$' }],
  ])('%s', (text, expected) => {
    const { key, keyRegion, mode, ...rest } = readPandoc(text).citations[0]!.cites[0]!;
    expect(rest).toEqual(expected);
  });
});

describe('labels are those of the language of the page, as Pandoc has them', () => {
  test.each([
    ['de', ', S. 5', { label: 'page', locator: '5' }],
    ['de', ', p. 5', { suffix: ', p. 5' }],
    ['de-AT', ', Kap. III, passim', { label: 'chapter', locator: 'III', suffix: ', passim' }],
    ['fr', ', p. 5', { label: 'page', locator: '5' }],
    ['fr', ', pp. 5', { suffix: ', pp. 5' }],
    ['es', ', párr. 3', { label: 'paragraph', locator: '3' }],
    ['it', ', pagg. 3-5', { label: 'page', locator: '3-5' }],
    ['pt', ', n. 3', { label: 'issue', locator: '3' }],
    ['pt-BR', ', seç. 3', { label: 'section', locator: '3' }],
    ['nl', ', hfdst. 3', { label: 'chapter', locator: '3' }],
    ['sv', ', s. 3', { label: 'page', locator: '3' }],
    ['da', ', s. 3', { label: 'page', locator: '3' }],
    ['nb', ', s. 3', { label: 'page', locator: '3' }],
    ['pl', ', s. 3', { label: 'page', locator: '3' }],
    ['cs', ', s.3', { label: 'page', locator: '3' }],
    ['ru', ', С. 3', { label: 'page', locator: '3' }],
    ['DE', ', {S. 3}', { label: 'page', locator: '3' }],
    ['en-GB', ', S. 5', { suffix: ', S. 5' }],
    ['tlh', ', p. 5', { label: 'page', locator: '5' }],
    ['constructor', ', p. 5', { label: 'page', locator: '5' }],
  ])('%s: %s', (lang, suffix, expected) => {
    const { citations } = readPandoc(`---\nlang: ${lang}\n---\n\n[@a${suffix}]\n`);
    const { label, locator, suffix: rest } = citations[0]!.cites[0]!;
    expect({ label, locator, suffix: rest }).toEqual({
      label: undefined,
      locator: undefined,
      suffix: undefined,
      ...expected,
    });
  });
});
