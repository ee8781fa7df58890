import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellWidth } from '../../src/report/cell-width.ts';
import { codeFrame } from '../../src/report/code-frame.ts';
import { createLineIndex } from '../../src/text/line-index.ts';

/** The frame as it is printed: the source line, and the marks under it. */
function draw(text: string, marked: string | { start: number; end: number }): string[] {
  const start = typeof marked === 'string' ? text.indexOf(marked) : marked.start;
  const end = typeof marked === 'string' ? start + marked.length : marked.end;
  const frame = codeFrame(text, createLineIndex(text), { start, end });
  return [frame.source, ' '.repeat(frame.indent) + '^'.repeat(frame.width)];
}

describe('marks stand under their characters', () => {
  test('in plain text', () => {
    expect(draw('See [@knuth84] there.\n', 'knuth84')).toEqual(['See [@knuth84] there.', '      ^^^^^^^']);
  });

  test('behind and on wide characters, two columns each', () => {
    expect(draw('参考文献 [@香农48] 😀\n', '香农48')).toEqual(['参考文献 [@香农48] 😀', '           ^^^^^^']);
    expect(cellWidth('𠮷😀')).toBe(4);
  });

  test('behind combining marks, which fill no column', () => {
    expect(draw('Erdo\u0308s [@erdos59]\n', 'erdos59')[1]).toBe('        ^^^^^^^');
  });

  test('behind tabs, which are printed as four blanks', () => {
    expect(draw('\t- [@knuth84]\n', 'knuth84')).toEqual(['    - [@knuth84]', '        ^^^^^^^']);
  });

  test('behind control characters, which are made visible', () => {
    expect(draw('\u001b[31m@knuth84\n', 'knuth84')).toEqual(['\\u{1b}[31m@knuth84', '           ^^^^^^^']);
  });

  test('behind a byte order mark, which is not shown', () => {
    expect(draw('\ufefftitle: Sorting\n', 'title')).toEqual(['title: Sorting', '^^^^^']);
    expect(draw('\ufeff---\n', { start: 0, end: 0 })).toEqual(['---', '^']);
  });
});

describe('lines and regions of any shape', () => {
  test.each(['\n', '\r\n', '\r'])('the line end %j is not part of the line', (end) => {
    const text = `one${end}two [@a]${end}three`;
    expect(draw(text, '@a')).toEqual(['two [@a]', '     ^^']);
  });

  test('a region over several lines is marked to the end of its first, and says where it ends', () => {
    const text = 'a {{< cite\n"knuth84"\n>}} b\n';
    const frame = codeFrame(text, createLineIndex(text), { start: 2, end: text.indexOf(' b') });
    expect(frame).toMatchObject({ line: 1, lastLine: 3, source: 'a {{< cite', indent: 2, width: 8 });
  });

  test('a region that takes the line end along does not reach the next line', () => {
    const text = 'knuth84\nnext\n';
    expect(codeFrame(text, createLineIndex(text), { start: 0, end: 8 })).toMatchObject({
      lastLine: 1,
      width: 7,
    });
  });

  test('an empty region gets one caret', () => {
    expect(draw('ab\n', { start: 1, end: 1 })).toEqual(['ab', ' ^']);
  });

  test('the end of the file can be marked, with and without a last line end', () => {
    const ended = codeFrame('ab\n', createLineIndex('ab\n'), { start: 3, end: 3 });
    expect(ended).toMatchObject({ line: 2, source: '', indent: 0, width: 1, atEnd: true });
    const open = codeFrame('ab', createLineIndex('ab'), { start: 2, end: 2 });
    expect(open).toMatchObject({ line: 1, source: 'ab', indent: 2, width: 1, atEnd: false });
    expect(draw('', { start: 0, end: 0 })).toEqual(['', '^']);
  });
});

describe('long lines are cut round the region', () => {
  const words = 'lorem ipsum '.repeat(30);

  test('at its right only, where the region is near the start', () => {
    const [source = '', marks = ''] = draw(`[@knuth84] ${words}`, 'knuth84');
    expect(source).toMatch(/^\[@knuth84\] lorem.*…$/);
    expect(marks).toBe('  ^^^^^^^');
  });

  test('at both sides in the middle', () => {
    const [source = '', marks = ''] = draw(`${words}[@knuth84]${words}`, 'knuth84');
    expect(source).toMatch(/^….*\[@knuth84\].*…$/);
    expect(source.slice(marks.indexOf('^'), marks.length)).toBe('knuth84');
  });

  test('at its left only, where the region is near the end', () => {
    const [source = '', marks = ''] = draw(`${words}[@knuth84]`, 'knuth84');
    expect(source).toMatch(/^….*\[@knuth84\]$/);
    expect(source.slice(marks.indexOf('^'), marks.length)).toBe('knuth84');
  });

  test('by columns, not by characters', () => {
    const [source = '', marks = ''] = draw(
      `${'参考文献'.repeat(50)}[@knuth84]${'参考文献'.repeat(50)}`,
      'knuth84',
    );
    expect(cellWidth(source)).toBeLessThanOrEqual(102);
    expect(cellWidth(source.slice(0, source.indexOf('knuth84')))).toBe(marks.indexOf('^'));
  });

  test('a long region shows its beginning', () => {
    const [source = '', marks = ''] = draw(
      `${words}"Knuth, D. E. ${words}"${words}`,
      `"Knuth, D. E. ${words}"`,
    );
    expect(marks.indexOf('^')).toBeLessThan(20);
    expect(source.length).toBeLessThanOrEqual(102);
  });

  test('however many marks stand on one letter', () => {
    const text = `a${'\u0301'.repeat(100_000)}[@knuth84]`;
    expect(draw(text, 'knuth84')[0]!.length).toBeLessThan(1_000);
  });
});

test('a runner command that the region cuts in two is broken all the same', () => {
  expect(draw('x ##[add-mask]y\n', '[add-mask]')[0]).toBe('x ##\\[add-mask]y');
});

test('any region of any text: one line of limited width, marks inside or right behind it', () => {
  const text = fc.string({
    unit: fc.oneof(
      fc.constantFrom('\n', '\r', '\t', ' ', '界', '\ufeff'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 300,
  });
  fc.assert(
    fc.property(text, fc.nat(310), fc.nat(310), (input, a, b) => {
      const region = { start: Math.min(a, b), end: Math.max(a, b) };
      const frame = codeFrame(input, createLineIndex(input), region);
      expect(frame.source).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
      expect(frame.source).not.toMatch(/[\ud800-\udfff]/u);
      expect(frame.width).toBeGreaterThan(0);
      expect(frame.indent + frame.width).toBeLessThanOrEqual(Math.max(1, cellWidth(frame.source) + 1));
      expect(cellWidth(frame.source)).toBeLessThanOrEqual(110);
    }),
  );
});
