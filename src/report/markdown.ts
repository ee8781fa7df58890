import type { Finding, Fix, Location, Reporter, ReportRun } from '../model.ts';
import { plural } from '../text/plural.ts';
import { makeVisibleLine } from '../text/visible.ts';
import { codeFrame } from './code-frame.ts';
import { codeFence, codeSpan, messageText } from './escape-markdown.ts';
import { fixWord } from './fix-word.ts';
import { mostSevere } from './severity.ts';
import { type Source, sourceReader } from './sources.ts';
import { summarize } from './summary.ts';

/** Findings shown: a job's summary on GitHub ends at one mebibyte. */
const MOST = 300;
/** Other places named of one finding; the rest is counted. */
const MOST_PLACES = 5;

/**
 * Markdown for the summary of a CI job or a comment: counts by rule, then the findings by file. Whatever comes from the
 * site stands in code, where no mention, link, image or HTML is made of it.
 */
export const reportMarkdown: Reporter = function* (findings, run) {
  const source = sourceReader(run);
  const shown = mostSevere(findings, MOST);
  yield `## bibliolint: ${headline(findings)}\n\n`;
  const silenced = run.suppressed === 0 ? '' : `, ${plural(run.suppressed, 'finding')} suppressed`;
  yield `${plural(run.files, 'file')} checked${silenced}.\n`;
  if (findings.length > 0) yield ruleTable(findings);
  let path: string | undefined;
  for (const finding of shown) {
    if (finding.at.path !== path) {
      path = finding.at.path;
      yield `\n### ${codeSpan(run.displayPath(path))}\n\n`;
    }
    yield item(finding, run, source);
  }
  const left = findings.length - shown.length;
  if (left > 0) yield `\n${plural(left, 'finding')} more, none of them more severe, are left out.\n`;
};

function headline(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'no findings';
  const { errors, warnings, notes } = summarize(findings);
  return [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
    ...(notes > 0 ? [plural(notes, 'note')] : []),
  ].join(', ');
}

function ruleTable(findings: readonly Finding[]): string {
  const counts = new Map<string, number>();
  for (const { ruleId, level } of findings) {
    const row = `| ${codeSpan(ruleId)} | ${level} |`;
    counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  const rows = [...counts].sort(([, a], [, b]) => b - a).map(([row, count]) => `${row} ${count} |\n`);
  return `\n| rule | level | findings |\n|---|---|--:|\n${rows.join('')}`;
}

function item(finding: Finding, run: ReportRun, source: (path: string) => Source): string {
  const { at, level, message, ruleId, related, fixes } = finding;
  const { text, lines } = source(at.path);
  const { line, column } = lines.position(at.region.start);
  const frame = codeFrame(text, lines, at.region);
  const number = `${frame.line} | `;
  const marks = `${' '.repeat(number.length + frame.indent)}${'^'.repeat(frame.width)}`;
  const excerpt = codeFence(`${number}${frame.source}\n${marks}`).replaceAll('\n', '\n  ');
  return [
    `- **${level}** ${line}:${column} ${messageText(message)} (${codeSpan(ruleId)})\n\n  ${excerpt}\n`,
    ...related
      .slice(0, MOST_PLACES)
      .map((other) => `\n  - ${codeSpan(placeOf(other.at, run, source))} ${messageText(other.message)}\n`),
    ...(related.length > MOST_PLACES ? [`\n  - and ${related.length - MOST_PLACES} more\n`] : []),
    ...fixes.map((fix) => `\n  - ${describeFix(fix)}\n`),
  ].join('');
}

function placeOf({ path, region }: Location, run: ReportRun, source: (path: string) => Source): string {
  const { line, column } = source(path).lines.position(region.start);
  return `${run.displayPath(path)}:${line}:${column}`;
}

function describeFix({ title, safety }: Fix): string {
  return `${fixWord(safety)}: ${messageText(makeVisibleLine(title))}`;
}
