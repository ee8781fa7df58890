import { describe, expect, test } from 'vitest';
import { readText } from '../../support/read-markdown.ts';

const read = (text: string) => readText(text, 'distill');
const keys = (text: string): string[] =>
  read(text).citations.flatMap(({ cites }) => cites.map(({ key }) => key));
const problems = (text: string): string[] => read(text).problems.map(({ messageId }) => messageId);

describe('<d-cite>', () => {
  test('keys are split at commas and trimmed, tags may span lines', () => {
    const text =
      'As shown <d-cite\n  key="knuth84,\n  shannon48"></d-cite> and <d-cite bibtex-key=\'lovelace\'></d-cite>.';
    const { citations } = read(text);
    expect(citations.map(({ construct }) => construct)).toEqual(['element', 'element']);
    for (const { cites } of citations) {
      for (const { key, keyRegion } of cites) expect(text.slice(keyRegion.start, keyRegion.end)).toBe(key);
    }
    expect(keys(text)).toEqual(['knuth84', 'shannon48', 'lovelace']);
  });

  test('in paragraphs, at the start of a line, in raw HTML and in notes', () => {
    expect(keys('<d-cite key="a"></d-cite> says so.\n')).toEqual(['a']);
    expect(keys('<div>\n<p>x<d-cite key="a"></d-cite></p>\n\n<d-cite key="b"></d-cite>\n</div>\n')).toEqual([
      'a',
      'b',
    ]);
    expect(keys('x<d-footnote>See <d-cite key="a"></d-cite>.</d-footnote>')).toEqual(['a']);
    expect(keys('| a | b |\n|---|---|\n| <d-cite key="a"></d-cite> | x |\n')).toEqual(['a']);
    expect(keys('x <dt-cite key="a"></dt-cite>')).toEqual(['a']);
  });

  test('not in code or comments', () => {
    for (const text of [
      '`<d-cite key="a"></d-cite>`',
      '```html\n<d-cite key="a"></d-cite>\n```',
      '    <d-cite key="a"></d-cite>',
      '<!-- <d-cite key="a"></d-cite> -->',
      '<pre><d-cite key="a"></d-cite></pre>',
      'x <code><d-cite key="a"></d-cite></code>',
    ]) {
      expect(keys(text), text).toEqual([]);
      expect(problems(text), text).toEqual([]);
    }
  });

  test('without keys, without an end', () => {
    expect(problems('x <d-cite></d-cite>')).toEqual(['empty-citation']);
    expect(problems('x <d-cite key=""></d-cite>')).toEqual(['empty-citation']);
    expect(problems('x <d-cite key=" , "></d-cite>')).toEqual(['empty-citation']);
    expect(problems('x <d-cite key="a"> y')).toEqual(['unclosed-element']);
    expect(problems('x <d-cite key="a"> y <d-cite key="b"></d-cite>')).toEqual(['unclosed-element']);
    expect(problems('x <d-cite key="a></d-cite> y')).toEqual(['cut-element']);
    expect(problems('x <d-cite key="a"</d-cite> y')).toEqual(['cut-element']);
  });

  test('<d-cite key="a",></d-cite> is no tag to kramdown, closed or not', () => {
    for (const tag of [
      '<d-cite key="a",>',
      '<d-cite key="a", key="b">',
      '<dt-cite key="a";>',
      '<d-cite key:"a">',
    ])
      expect(problems(`x ${tag}</d-cite> y`), tag).toEqual(['unreadable-element']);
    expect(problems('x <d-cite key="a" ></d-cite> y `<d-cite key="a",>`')).toEqual([]);
    expect(problems('x <d-cite key="a" /> y')).toEqual([]);
    expect(problems('x <d-cite key="knuth84;shannon48"></d-cite> y')).toEqual(['element-separator']);
    expect(problems('x <d-cite key="a, knuth84 shannon48"></d-cite> y')).toEqual(['element-separator']);
    expect(problems('x <d-cite key="a,b , c"></d-cite> y')).toEqual([]);
    expect(problems('x <d-cite key="a;"></d-cite> <d-cite key="10.1145/1;2"></d-cite> y')).toEqual([]);
  });

  test('d-cite key="a"></d-cite>: the beginning is damaged, and that is told once', () => {
    for (const opening of ['d-cite key="a">', '< d-cite key="a">', 'noted-cite key="a">'])
      expect(problems(`x ${opening}</d-cite> y <d-cite key="b"></d-cite>`), opening).toEqual([
        'unopened-element',
      ]);
    expect(problems('x <d-cite key="a"></d-cite></d-cite> y')).toEqual(['unmatched-element']);
    expect(problems('The element d-cite, as in <d-cite key="a"></d-cite>.')).toEqual([]);
  });

  test('<d-cite key="a"><d-cite>: the end without its slash is no second citation', () => {
    expect(problems('x <d-cite key="a"><d-cite> y <d-cite key="b"></d-cite>')).toEqual(['unclosed-element']);
    expect(keys('x <d-cite key="a"><d-cite> y <d-cite key="b"></d-cite>')).toEqual(['a', 'b']);
  });

  test('<d-cit key="a"></d-cite> and <dcite key="a"></dcite>', () => {
    for (const [open, close] of [
      ['d-cit', 'd-cite'],
      ['dcite', 'dcite'],
      ['d-cites', 'd-cites'],
      ['d-ctie', 'd-cite'],
    ])
      expect(problems(`x <${open} key="a"></${close}> y`), open).toEqual(['unknown-element']);
    expect(problems('x <cite key="a"></cite> <d-title key="a"></d-title> <d-cit></d-cit>')).toEqual([]);
  });

  test('<d-cite key=a,b>: kramdown takes a word alone without quotes', () => {
    expect(keys('x <d-cite key=knuth84></d-cite> y')).toEqual(['knuth84']);
    for (const value of ['a,b', 'knuth-84', '“a”']) {
      const text = `x <d-cite key=${value}></d-cite> y`;
      expect(problems(text), value).toEqual(['unquoted-value']);
      expect(keys(text), value).toEqual([]);
    }
    expect(problems('x <d-cite key="a" data-page=3-4></d-cite> y')).toEqual(['unquoted-value']);
  });

  test('key="a,,b" and key="a,"', () => {
    for (const value of ['a,,b', 'a,', ',a']) {
      expect(problems(`x <d-cite key="${value}"></d-cite> y`), value).toEqual(['empty-element-part']);
    }
  });
});

describe('<d-footnote>', () => {
  test('needs its beginning and its end', () => {
    expect(problems('x<d-footnote>See <d-cite key="a"></d-cite>.</d-footnote> y')).toEqual([]);
    expect(problems('x<d-footnote>See\n\nmore.</d-footnote> y')).toEqual([]);
    expect(problems('x<d-footnote>See <d-cite key="a"></d-cite>. y')).toEqual(['unclosed-element']);
    expect(problems('x<d-footnote>See.</d-footnot> y<d-footnote>More.</d-footnote>')).toEqual([
      'unclosed-element',
    ]);
    expect(problems('xd-footnote>See <d-cite key="a"></d-cite>.</d-footnote> y')).toEqual([
      'unopened-element',
    ]);
  });
});
