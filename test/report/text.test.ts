import { describe, expect, test } from 'vitest';
import type { Fix, FixSafety } from '../../src/model.ts';
import { cellWidth } from '../../src/report/cell-width.ts';
import { reportText } from '../../src/report/text.ts';
import { place, print, sampleFiles, sampleFinding, sampleFindings, sampleRun } from './sample-run.ts';

const run = sampleRun(sampleFiles, { files: 12, suppressed: 1 });

const fix = (safety: FixSafety): Fix => ({ title: 'Mend it', safety, edits: [] });

test('findings by file, each with its source line, the other places and the fixes', () => {
  expect(print(reportText(sampleFindings, run))).toBe(`content/heap.md
  4:12  error  Cite key \`knuth84\` is not defined.  undefined-key
    4 | Naïve 😀 [@knuth84] and
      |            ^^^^^^^
      = refs.bib:1:7: the nearest key
    1 | @book{shannon48,
      |       ---------
      = unsafe fix: Write shannon48

  4:10  note  Two citations, 100% alike: [a; b].  malformed-reference
    4 | Naïve 😀 [@knuth84] and
      |          ^^^^^^^^^^^^^^ to line 5

refs.bib
  2:11  warning  This entry has no year.  malformed-reference
    2 |   title = {A Mathematical Theory of Communication}
      |           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

1 error, 1 warning, 1 note in 2 of 12 files checked, 1 finding suppressed.
1 can be fixed with --unsafe-fixes.
`);
});

test('colour adds escapes and changes nothing else', () => {
  const colored = print(reportText(sampleFindings, { ...run, color: true }));
  expect(colored).toContain('\u001b[31m^^^^^^^\u001b[39m');
  expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(print(reportText(sampleFindings, run)));
});

describe('in a terminal of known width', () => {
  const text = `${'lorem ipsum '.repeat(8)}[@knuth84] 参考文献 ${'dolor sit '.repeat(9)}\n`;
  const files = { 'a.md': text };
  const message =
    'Cite key `knuth84` is not defined in `a rather long name.bib`; Pandoc prints it as it stands.';
  const finding = sampleFinding(place(files, 'a.md', 'knuth84'), { message });
  const lines = (width: number) => print(reportText([finding], sampleRun(files, { width }))).split('\n');

  test('messages are broken between words, and source lines are cut round the place', () => {
    expect(lines(60).slice(1, 6)).toEqual([
      '  1:99  error  Cite key `knuth84` is not defined in `a',
      '               rather long name.bib`; Pandoc prints it as it',
      '               stands.  undefined-key',
      '    1 | …ipsum lorem ipsum [@knuth84] 参考文献 dolor sit do…',
      '      |                      ^^^^^^^',
    ]);
  });

  test.each([24, 40, 72, 80, 100, 120])('nothing but long words exceeds %i columns', (width) => {
    for (const line of lines(width)) {
      const longestWord = Math.max(...line.trim().split(' ').map(cellWidth));
      expect(cellWidth(line)).toBeLessThanOrEqual(Math.max(width, 48, 20 + longestWord));
    }
  });

  test('a wide one shows what a file would hold', () => {
    expect(lines(300).join('\n')).toBe(print(reportText([finding], sampleRun(files))));
  });
});

test('a clean run says so in one line', () => {
  expect(print(reportText([], run))).toBe('No findings in 12 files checked, 1 finding suppressed.\n');
});

test('what both fixing options would mend is counted once', () => {
  const at = { path: 'refs.bib', region: { start: 0, end: 1 } };
  const findings = [
    sampleFinding(at, { fixes: [fix('safe'), fix('unsafe')] }),
    sampleFinding(at, { fixes: [fix('unsafe')] }),
    sampleFinding(at, { fixes: [fix('suggest')] }),
  ];
  expect(print(reportText(findings, run))).toMatch(
    /\n1 can be fixed with --fix, 1 more with --unsafe-fixes\.\n$/,
  );
  expect(print(reportText(findings.slice(2), run))).toMatch(/suppressed\.\n$/);
});

test('of many other places some are shown, the rest is counted', () => {
  const at = place(sampleFiles, 'content/heap.md', 'knuth84');
  const related = Array.from({ length: 7 }, () => ({
    at: place(sampleFiles, 'refs.bib', 'title'),
    message: 'another',
  }));
  const report = print(reportText([sampleFinding(at, { related })], run));
  expect(report.match(/: another$/gm)).toHaveLength(4);
  expect(report.match(/ -----$/gm)).toHaveLength(2);
  expect(report).toContain('      = and 3 more\n');
});

test('another place on the same line needs no second frame', () => {
  const at = place(sampleFiles, 'content/heap.md', 'knuth84');
  const related = [{ at: place(sampleFiles, 'content/heap.md', 'Naïve'), message: 'the word' }];
  const report = print(reportText([sampleFinding(at, { related })], run));
  expect(report).toContain('= content/heap.md:4:1: the word');
  expect(report).not.toContain('-----');
});

test('the end of a file is named where there is nothing to mark', () => {
  const files = { 'a.md': '---\ntitle: Heap\n' };
  const finding = sampleFinding({ path: 'a.md', region: { start: 16, end: 16 } });
  expect(print(reportText([finding], sampleRun(files)))).toContain('    3 |\n      | ^ end of file\n');
});

test('a file that is gone costs its source line, not the report', () => {
  const finding = sampleFinding({ path: 'gone.md', region: { start: 40, end: 50 } });
  expect(print(reportText([finding], run))).toContain('gone.md\n  1:1  error');
});
