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
    expect(problems('x <d-cite key="a></d-cite> y')).toEqual(['unclosed-element']);
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
});
