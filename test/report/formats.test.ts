import { describe, expect, test } from 'vitest';
import { reportAzure } from '../../src/report/azure.ts';
import { reportCheckstyle } from '../../src/report/checkstyle.ts';
import { reportGithub } from '../../src/report/github.ts';
import { reportGitlab } from '../../src/report/gitlab.ts';
import { reportJson } from '../../src/report/json.ts';
import { reportJsonLines } from '../../src/report/jsonl.ts';
import { reportJunit } from '../../src/report/junit.ts';
import { reportMarkdown } from '../../src/report/markdown.ts';
import { reportReviewdog, reportReviewdogLines } from '../../src/report/rdjson.ts';
import { reporters } from '../../src/report/reporters.ts';
import { reportTeamcity } from '../../src/report/teamcity.ts';
import { reportUnix } from '../../src/report/unix.ts';
import { print, sampleFiles, sampleFinding, sampleFindings, sampleRun } from './sample-run.ts';

const run = sampleRun(sampleFiles);

/** Many findings of one level, each on a line of its own. */
function many(count: number, level: 'error' | 'warning' | 'note') {
  const text = 'line\n'.repeat(count);
  const findings = Array.from({ length: count }, (_, index) =>
    sampleFinding({ path: 'many.md', region: { start: index * 5, end: index * 5 + 4 } }, { level }),
  );
  return { findings, run: sampleRun({ 'many.md': text }) };
}

test('unix: one GNU line a finding', () => {
  expect(print(reportUnix(sampleFindings, run))).toBe(
    [
      'content/heap.md:4:12: error: Cite key `knuth84` is not defined. [undefined-key]',
      'content/heap.md:4:10: info: Two citations, 100% alike: [a; b]. [malformed-reference]',
      'refs.bib:2:11: warning: This entry has no year. [malformed-reference]',
      '',
    ].join('\n'),
  );
});

test('jsonl: the findings of the JSON report, one a line', () => {
  const { findings } = JSON.parse(print(reportJson(sampleFindings, run)));
  const lines = print(reportJsonLines(sampleFindings, run)).split('\n');
  expect(lines.pop()).toBe('');
  expect(lines.map((line) => JSON.parse(line))).toEqual(findings);
  expect(print(reportJsonLines([], run))).toBe('');
});

describe('github', () => {
  test('annotations come sorted by level, with what else the finding says', () => {
    expect(print(reportGithub(sampleFindings, run)).split('\n')).toEqual([
      '::error file=content/heap.md,line=4,endLine=4,col=12,endColumn=19,title=undefined-key::Cite key `knuth84` is not defined.%0Arefs.bib:1:7: the nearest key%0Aunsafe fix: Write shannon48',
      '::warning file=refs.bib,line=2,endLine=2,col=11,endColumn=51,title=malformed-reference::This entry has no year.',
      '::notice file=content/heap.md,line=4,endLine=5,title=malformed-reference::Two citations, 100%25 alike: [a; b].',
      '1 error, 1 warning, 1 note in 2 files checked.',
      '1 can be fixed with --unsafe-fixes.',
      '',
    ]);
  });

  test.each(['github', 'markdown', 'text', 'html'] as const)(
    '%s: of many other places some are named',
    (format) => {
      const [finding] = many(1, 'error').findings;
      const files = { 'many.md': 'line\n', 'refs.bib': '@book{a,}\n' };
      const related = Array.from({ length: 50 }, () => ({
        at: { path: 'refs.bib', region: { start: 0, end: 1 } },
        message: 'the entry',
      }));
      const report = print(reporters[format]([{ ...finding!, related }], sampleRun(files)));
      expect(report.match(/the entry/g)?.length).toBeLessThanOrEqual(5);
      expect(report).toMatch(/and 4[56] more/);
    },
  );

  test('ten annotations a level, the rest as plain lines, and how many those are', () => {
    const warnings = many(14, 'warning');
    const errors = many(12, 'error').findings;
    const lines = print(reportGithub([...warnings.findings, ...errors], warnings.run)).split('\n');
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10);
    expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(10);
    expect(lines[20]).toMatch(/so 6 of 26 findings are listed here only:$/);
    expect(lines.slice(21, 27).every((line) => /^many\.md:\d+:1: (error|warning): /.test(line))).toBe(true);
  });

  test('commas and colons of a path are escaped', () => {
    const files = { 'a,b:c%.md': 'x' };
    const finding = sampleFinding({ path: 'a,b:c%.md', region: { start: 0, end: 1 } });
    expect(print(reportGithub([finding], sampleRun(files)))).toContain('file=a%2Cb%3Ac%25.md,line=1');
  });
});

describe('gitlab', () => {
  test('every entry has what GitLab asks for', () => {
    const entries = JSON.parse(print(reportGitlab(sampleFindings, run)));
    expect(entries[1]).toEqual({
      description: 'Two citations, 100% alike: [a; b].',
      check_name: 'malformed-reference',
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
      severity: 'info',
      location: { path: 'content/heap.md', lines: { begin: 4, end: 5 } },
    });
    expect(entries.map(({ severity }: { severity: string }) => severity)).toEqual(['major', 'info', 'minor']);
  });

  test('an empty report is an empty list', () => {
    expect(print(reportGitlab([], run))).toBe('[]\n');
  });

  test('fingerprints are unique even for equal findings on equal lines', () => {
    const { findings, run: other } = many(200, 'error');
    const twice = findings.flatMap((finding) => [finding, finding]);
    const entries = JSON.parse(print(reportGitlab(twice, other)));
    expect(new Set(entries.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(400);
  });

  test('a fingerprint stays when lines are put in above', () => {
    const fingerprints = (above: string) => {
      const text = `${above}Merging is old [@knuth84].\n`;
      const start = text.indexOf('knuth84');
      const finding = sampleFinding({ path: 'a.md', region: { start, end: start + 7 } });
      return JSON.parse(print(reportGitlab([finding], sampleRun({ 'a.md': text }))))[0].fingerprint;
    };
    expect(fingerprints('Another paragraph.\n\n')).toBe(fingerprints(''));
  });
});

test('azure: logging commands for errors and warnings, plain lines for notes', () => {
  expect(print(reportAzure(sampleFindings, run)).split('\n').slice(0, 3)).toEqual([
    '##vso[task.logissue type=error;sourcepath=content/heap.md;linenumber=4;columnnumber=12;code=undefined-key]Cite key `knuth84` is not defined.',
    'content/heap.md:4:10: info: Two citations, 100% alike: [a; b]. [malformed-reference]',
    '##vso[task.logissue type=warning;sourcepath=refs.bib;linenumber=2;columnnumber=11;code=malformed-reference]This entry has no year.',
  ]);
});

test('teamcity: a rule is announced once, before its first inspection', () => {
  const lines = print(reportTeamcity([...sampleFindings, ...sampleFindings], run)).split('\n');
  expect(lines.slice(0, 4)).toEqual([
    "##teamcity[inspectionType id='undefined-key' name='undefined-key' description='Disallow cite keys without an entry.' category='bibliolint']",
    "##teamcity[inspection typeId='undefined-key' message='Cite key `knuth84` is not defined.' file='content/heap.md' line='4' SEVERITY='ERROR']",
    "##teamcity[inspectionType id='malformed-reference' name='malformed-reference' description='Disallow references that lack a part.' category='bibliolint']",
    "##teamcity[inspection typeId='malformed-reference' message='Two citations, 100% alike: |[a; b|].' file='content/heap.md' line='4' SEVERITY='INFO']",
  ]);
  expect(lines.filter((line) => line.includes('inspectionType'))).toHaveLength(2);
});

describe('junit', () => {
  test('a suite a file, a test a finding; a note passes', () => {
    expect(print(reportJunit(sampleFindings, run))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="bibliolint" tests="3" failures="2" errors="0">
  <testsuite name="content/heap.md" tests="2" failures="1" errors="0">
    <testcase name="undefined-key 4:12" classname="content/heap.md" file="content/heap.md" line="4">
      <failure type="error" message="Cite key \`knuth84\` is not defined.">content/heap.md:4:12: error: Cite key \`knuth84\` is not defined. [undefined-key]</failure>
    </testcase>
    <testcase name="malformed-reference 4:10" classname="content/heap.md" file="content/heap.md" line="4">
      <system-out>content/heap.md:4:10: info: Two citations, 100% alike: [a; b]. [malformed-reference]</system-out>
    </testcase>
  </testsuite>
  <testsuite name="refs.bib" tests="1" failures="1" errors="0">
    <testcase name="malformed-reference 2:11" classname="refs.bib" file="refs.bib" line="2">
      <failure type="warning" message="This entry has no year.">refs.bib:2:11: warning: This entry has no year. [malformed-reference]</failure>
    </testcase>
  </testsuite>
</testsuites>
`);
  });

  test('a clean run is one passed test', () => {
    expect(print(reportJunit([], run))).toContain('tests="1" failures="0"');
    expect(print(reportJunit([], run))).toContain('<testcase name="no findings" classname="bibliolint"/>');
  });
});

test('checkstyle: a file element a file', () => {
  expect(print(reportCheckstyle(sampleFindings, run))).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
  <file name="content/heap.md">
    <error line="4" column="12" severity="error" message="Cite key \`knuth84\` is not defined." source="bibliolint.undefined-key"/>
    <error line="4" column="10" severity="info" message="Two citations, 100% alike: [a; b]." source="bibliolint.malformed-reference"/>
  </file>
  <file name="refs.bib">
    <error line="2" column="11" severity="warning" message="This entry has no year." source="bibliolint.malformed-reference"/>
  </file>
</checkstyle>
`);
  expect(print(reportCheckstyle([], run))).toMatch(/<checkstyle version="4\.3">\n<\/checkstyle>\n$/);
});

describe('rdjson', () => {
  test('columns count UTF-8 bytes from 1, ends are exclusive', () => {
    const report = JSON.parse(print(reportReviewdog(sampleFindings, run)));
    // `Naïve 😀 [@` is 5 letters of ASCII, one of two bytes, a blank, an emoji of four, a blank and two brackets.
    expect(report.diagnostics[0]).toEqual({
      message: 'Cite key `knuth84` is not defined.',
      location: {
        path: 'content/heap.md',
        range: { start: { line: 4, column: 15 }, end: { line: 4, column: 22 } },
      },
      severity: 'ERROR',
      code: { value: 'undefined-key' },
      relatedLocations: [
        {
          message: 'the nearest key',
          location: {
            path: 'refs.bib',
            range: { start: { line: 1, column: 7 }, end: { line: 1, column: 16 } },
          },
        },
      ],
      suggestions: [
        { range: { start: { line: 4, column: 15 }, end: { line: 4, column: 22 } }, text: 'shannon48' },
      ],
    });
    expect(report.source).toEqual({ name: 'bibliolint', url: expect.stringMatching(/^https:/) });
  });

  test('columns agree with the bytes of the file', () => {
    const text = `${'é😀界a'.repeat(900)}[@knuth84]`;
    const start = text.indexOf('knuth84');
    const finding = sampleFinding({ path: 'a.md', region: { start, end: start + 7 } });
    const report = JSON.parse(print(reportReviewdog([finding], sampleRun({ 'a.md': text }))));
    const { start: from, end: to } = report.diagnostics[0].location.range;
    expect(
      Buffer.from(text)
        .subarray(from.column - 1, to.column - 1)
        .toString(),
    ).toBe('knuth84');
  });

  test('rdjsonl: the same diagnostics, each with its source', () => {
    const { source, diagnostics } = JSON.parse(print(reportReviewdog(sampleFindings, run)));
    const lines = print(reportReviewdogLines(sampleFindings, run)).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      diagnostics.map((diagnostic: object) => ({ source, ...diagnostic })),
    );
  });

  test('a fix of several edits, or in another file, is no suggestion', () => {
    const at = { path: 'a.md', region: { start: 0, end: 1 } };
    const edit = { ...at, text: 'y' };
    const fix = (edits: readonly (typeof edit)[]) => ({ title: 'Mend', safety: 'safe' as const, edits });
    const finding = sampleFinding(at, { fixes: [fix([edit, edit]), fix([{ ...edit, path: 'b.md' }])] });
    const report = JSON.parse(print(reportReviewdog([finding], sampleRun({ 'a.md': 'x', 'b.md': 'x' }))));
    expect(report.diagnostics[0]).not.toHaveProperty('suggestions');
  });
});

describe('markdown', () => {
  test('counts by rule, then the findings by file with their source', () => {
    expect(print(reportMarkdown(sampleFindings.slice(0, 1), run))).toBe(
      [
        '## bibliolint: 1 error',
        '',
        '2 files checked.',
        '',
        '| rule | level | findings |',
        '|---|---|--:|',
        '| `undefined-key` | error | 1 |',
        '',
        '### `content/heap.md`',
        '',
        '- **error** 4:12 Cite key `knuth84` is not defined. (`undefined-key`)',
        '',
        '  ```text',
        '  4 | Naïve 😀 [@knuth84] and',
        '                 ^^^^^^^',
        '  ```',
        '',
        '  - `refs.bib:1:7` the nearest key',
        '',
        '  - unsafe fix: Write shannon48',
        '',
      ].join('\n'),
    );
  });

  test('a long report is cut, the least severe first, and says so', () => {
    const notes = many(400, 'note');
    const report = print(reportMarkdown([...notes.findings, ...many(2, 'error').findings], notes.run));
    expect(report.match(/^- \*\*error/gm)).toHaveLength(2);
    expect(report.match(/^- \*\*note/gm)).toHaveLength(298);
    expect(report).toMatch(/\n102 findings more, none of them more severe, are left out\.\n$/);
  });
});

test.each(Object.keys(reporters))(
  '%s: the same input gives the same bytes, and clean runs print something parsable',
  (name) => {
    const report = reporters[name as keyof typeof reporters];
    expect(print(report(sampleFindings, run))).toBe(print(report(sampleFindings, run)));
    expect(() => print(report([], run))).not.toThrow();
  },
);
