import picocolors from 'picocolors';
import type { Finding, Level, Reporter, ReportRun } from '../model.ts';
import { makeVisibleLine } from '../text/visible.ts';
import { fixWord } from './fix-word.ts';
import { bySeverity } from './severity.ts';
import { type Source, sourceReader } from './sources.ts';
import { summaryOf } from './text-summary.ts';
import { unixLine } from './unix.ts';

/** Annotations of each level that GitHub keeps of one step; the 50 it keeps of a job are never reached with these. */
const PER_LEVEL = 10;
/** Other places named of one finding; an annotation is no list. */
const MOST_PLACES = 5;

const COMMANDS: Readonly<Record<Level, string>> = { error: 'error', warning: 'warning', note: 'notice' };

/**
 * Workflow commands that annotate the changed files, the most severe first. GitHub drops what exceeds ten a level
 * without a word, so the rest is printed as plain lines, and a sentence says how many there are.
 */
export const reportGithub: Reporter = function* (findings, run) {
  const source = sourceReader(run);
  const used: Record<Level, number> = { error: 0, warning: 0, note: 0 };
  const rest: Finding[] = [];
  for (const finding of bySeverity(findings)) {
    used[finding.level] += 1;
    if (used[finding.level] <= PER_LEVEL) yield `${annotation(finding, run, source)}\n`;
    else rest.push(finding);
  }
  if (rest.length > 0) {
    yield `GitHub shows ${PER_LEVEL} annotations of a level for each step, so ${rest.length} of ${findings.length} findings are listed here only:\n`;
  }
  for (const finding of rest) yield `${unixLine(finding, run, source)}\n`;
  yield summaryOf(findings, run, picocolors.createColors(false));
};

function annotation(finding: Finding, run: ReportRun, source: (path: string) => Source): string {
  const { at, level, ruleId } = finding;
  const { lines } = source(at.path);
  const start = lines.position(at.region.start);
  const end = lines.position(at.region.end);
  const properties = {
    file: makeVisibleLine(run.displayPath(at.path)),
    line: start.line,
    endLine: end.line,
    // GitHub refuses columns of a region over several lines.
    ...(end.line === start.line ? { col: start.column, endColumn: end.column } : {}),
    title: ruleId,
  };
  const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[level]} ${list.join(',')}::${escapeData(messageOf(finding, run, source))}`;
}

/** The message, and under it the other places and the fixes. */
function messageOf(
  { message, related, fixes }: Finding,
  run: ReportRun,
  source: (path: string) => Source,
): string {
  const places = related.slice(0, MOST_PLACES).map(({ at, message: about }) => {
    const { line, column } = source(at.path).lines.position(at.region.start);
    return `${run.displayPath(at.path)}:${line}:${column}: ${about}`;
  });
  const more = related.length > MOST_PLACES ? [`and ${related.length - MOST_PLACES} more places`] : [];
  const titles = fixes.map(({ title, safety }) => `${fixWord(safety)}: ${title}`);
  return [message, ...places, ...more, ...titles].map(makeVisibleLine).join('\n');
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
