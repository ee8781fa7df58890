import type { Finding, Reporter, ReportRun } from '../model.ts';
import { attributes, escapeMarkup } from './escape-markup.ts';
import { type Source, sourceReader } from './sources.ts';
import { unixLine } from './unix.ts';

/**
 * JUnit's XML: a suite a file, a test a finding. Errors and warnings are failures; a note is a test that passes and says
 * something. A clean run is one passed test, because an empty report counts as a broken one in most CI systems.
 */
export const reportJunit: Reporter = function* (findings, run) {
  const source = sourceReader(run);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites${attributes({ name: 'bibliolint', ...counts(findings) })}>\n`;
  for (const [path, list] of groupByPath(findings)) {
    yield `  <testsuite${attributes({ name: run.displayPath(path), ...counts(list) })}>\n`;
    for (const finding of list) yield testcase(finding, run, source);
    yield '  </testsuite>\n';
  }
  if (findings.length === 0) {
    yield `  <testsuite${attributes({ name: 'bibliolint', tests: 1, failures: 0, errors: 0 })}>\n`;
    yield `    <testcase${attributes({ name: 'no findings', classname: 'bibliolint' })}/>\n  </testsuite>\n`;
  }
  yield '</testsuites>\n';
};

function groupByPath(findings: readonly Finding[]): Map<string, Finding[]> {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const group = groups.get(finding.at.path);
    if (group === undefined) groups.set(finding.at.path, [finding]);
    else group.push(finding);
  }
  return groups;
}

function counts(findings: readonly Finding[]): { tests: number; failures: number; errors: number } {
  const failures = findings.filter(({ level }) => level !== 'note').length;
  return { tests: Math.max(1, findings.length), failures, errors: 0 };
}

function testcase(finding: Finding, run: ReportRun, source: (path: string) => Source): string {
  const { at, level, message, ruleId } = finding;
  const { line, column } = source(at.path).lines.position(at.region.start);
  const classname = run.displayPath(at.path);
  const head = attributes({ name: `${ruleId} ${line}:${column}`, classname, file: classname, line });
  const text = escapeMarkup(unixLine(finding, run, source));
  const body =
    level === 'note'
      ? `<system-out>${text}</system-out>`
      : `<failure${attributes({ type: level, message })}>${text}</failure>`;
  return `    <testcase${head}>\n      ${body}\n    </testcase>\n`;
}
