import { spawnSync } from 'node:child_process';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Finding, ReportRun } from '../../src/model.ts';
import type { ReportFormat } from '../../src/report/format-names.ts';
import { reporters } from '../../src/report/reporters.ts';
import { exampleSites, runOfExample } from '../support/example-report.ts';
import { hasTool } from '../support/tools.ts';
import { print, sampleFiles, sampleFinding, sampleFindings, sampleRun } from './sample-run.ts';
import { diagnosticResultSchema, diagnosticSchema, gitlabSchema } from './schemas.ts';

type Case = readonly [name: string, findings: readonly Finding[], run: ReportRun];

/** Text that no format may trip over: quotes of every kind, wide characters, control characters, an empty place. */
const odd = `a "b" 'c' <d> & \`e\` [f](0) \u0007 \u{1f600} \ud800 %0A`;
const oddFinding = sampleFinding(
  { path: 'odd.md', region: { start: 3, end: 3 } },
  {
    message: odd,
    related: [{ at: { path: 'odd.md', region: { start: 0, end: odd.length } }, message: odd }],
    fixes: [
      {
        title: odd,
        safety: 'safe',
        edits: [{ path: 'odd.md', region: { start: 1, end: 1 }, text: odd }],
      },
    ],
  },
);
const cases: Case[] = [
  ['three findings', sampleFindings, sampleRun(sampleFiles)],
  ['nothing', [], sampleRun(sampleFiles)],
  ['odd text', [oddFinding, oddFinding], sampleRun({ 'odd.md': `\ufeff${odd}` })],
];
beforeAll(async () => {
  for (const name of exampleSites) {
    const { findings, run } = await runOfExample(name);
    expect(findings.length, name).toBeGreaterThan(0);
    cases.push([name, findings, run]);
  }
});

const ajv = new Ajv({ allErrors: true });
addFormats.default(ajv);

/** What is wrong with the values of every case; each complaint with the name of its case. */
function complaints(
  format: ReportFormat,
  schema: object,
  read: (report: string) => readonly unknown[],
): string[] {
  const validate = ajv.compile(schema);
  return cases.flatMap(([name, findings, run]) =>
    read(print(reporters[format](findings, run))).flatMap((value) =>
      validate(value) ? [] : [`${name}: ${ajv.errorsText(validate.errors)}`],
    ),
  );
}

const lines = (report: string): unknown[] =>
  report.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)]));
const whole = (report: string): unknown[] => [JSON.parse(report)];

describe('what the readers of a format document', () => {
  test('gitlab', () => {
    expect(complaints('gitlab', gitlabSchema, whole)).toEqual([]);
  });

  test('rdjson', () => {
    expect(complaints('rdjson', diagnosticResultSchema, whole)).toEqual([]);
  });

  test('rdjsonl', () => {
    expect(complaints('rdjsonl', diagnosticSchema, lines)).toEqual([]);
  });

  test.each([
    ['gitlab', gitlabSchema, /"severity":"\w+"/, '"severity":"fatal"'],
    ['gitlab', gitlabSchema, /"path":"/, '"path":"./'],
    ['rdjson', diagnosticResultSchema, /"line":\d+/, '"line":0'],
    ['rdjson', diagnosticResultSchema, /"code":/, '"rule":'],
  ] as const)('%s: a report that is none is refused', (format, schema, pattern, replacement) => {
    const report = print(reporters[format](sampleFindings, sampleRun(sampleFiles)));
    expect(pattern.test(report)).toBe(true);
    expect(ajv.compile(schema)(JSON.parse(report.replace(pattern, replacement)))).toBe(false);
  });
});

const hasXmllint = hasTool('xmllint', 'the XML reports are not parsed');

describe.skipIf(!hasXmllint)('xmllint', () => {
  /** The value of an XPath expression; fails where the report is no XML. */
  function query(report: string, path: string): string {
    const { stdout, stderr } = spawnSync('xmllint', ['--xpath', path, '-'], {
      input: report,
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    return stdout.trim();
  }

  test('junit: counts say how many there are, and every test has a name and a class', () => {
    for (const [name, findings, run] of cases) {
      const report = print(reporters.junit(findings, run));
      const tests = Math.max(1, findings.length);
      const failures = findings.filter(({ level }) => level !== 'note').length;
      const sums =
        'count(//testcase), count(//testcase/failure), sum(//testsuite/@tests), sum(//testsuite/@failures)';
      const [cased, failed, inSuites, failedInSuites] = sums.split(', ').map((path) => query(report, path));
      expect([cased, inSuites, failed, failedInSuites], name).toEqual(
        [tests, tests, failures, failures].map(String),
      );
      expect(query(report, 'count(//testcase[@name and @classname])'), name).toBe(String(tests));
      expect(query(report, 'string(/testsuites/@tests)'), name).toBe(String(tests));
    }
  });

  test('checkstyle: every error stands in its file, with its line, severity and source', () => {
    for (const [name, findings, run] of cases) {
      const report = print(reporters.checkstyle(findings, run));
      const complete =
        'count(/checkstyle/file[@name]/error[@line > 0 and @column > 0 and @message and starts-with(@source, "bibliolint.")])';
      expect(query(report, complete), name).toBe(String(findings.length));
      const known = 'count(//error[@severity = "error" or @severity = "warning" or @severity = "info"])';
      expect(query(report, known), name).toBe(String(findings.length));
    }
  });
});
