import { expect, test } from 'vitest';
import { fitEdit } from '../../src/fix/fit-edit.ts';
import { applyEdits } from '../../src/text/edits.ts';

/** The text with `[…]` replaced, as a fix would; the brackets mark the region and are no part of the text. */
function fix(marked: string, replacement: string): string {
  const start = marked.indexOf('[');
  const end = marked.indexOf(']') - 1;
  const text = marked.replace('[', '').replace(']', '');
  return applyEdits(text, [fitEdit({ path: 'a.md', region: { start, end }, text: replacement }, text)]);
}

test.each([
  ['a\n[]b', 'x\ny\n', 'a\nx\ny\nb'],
  ['a\r\n[]b', 'x\ny\n', 'a\r\nx\r\ny\r\nb'],
  ['a\r[]b', 'x\ny\n', 'a\rx\ry\rb'],
  ['[]a\r\nb', 'x\n', 'x\r\na\r\nb'],
  ['a\r\nb\n[]c', 'x\r\n', 'a\r\nb\nx\nc'],
  ['[]a', 'x\n', 'x\na'],
])('lines that come in end as those before them: %j', (marked, text, expected) => {
  expect(fix(marked, text)).toBe(expected);
});

test.each([
  ['a\n[x]\nb', 'a\nb'],
  ['a\r\n  [x] \r\nb', 'a\r\nb'],
  ['a\r[x]\rb', 'a\rb'],
  ['a\n\n[x\ny]\n\nb', 'a\n\nb'],
  ['[x]\n\nb', 'b'],
  ['a\n\n[x]\nb', 'a\n\nb'],
  ['a\n[x]\n\nb', 'a\n\nb'],
  ['a\n[x]', 'a\n'],
])('what filled its lines takes them along: %j', (marked, expected) => {
  expect(fix(marked, '')).toBe(expected);
});

test.each([
  ['a [x]\nb', 'a \nb'],
  ['[x] a\nb', ' a\nb'],
  ['a\n[]\nb', 'a\n\nb'],
])('what did not leaves them: %j', (marked, expected) => {
  expect(fix(marked, '')).toBe(expected);
});
