import picocolors from 'picocolors';
import type { Finding, Fix, Level, Location, Reporter, ReportRun } from '../model.ts';
import { makeVisibleLine } from '../text/visible.ts';
import { codeFrame } from './code-frame.ts';
import { logPath } from './log-path.ts';
import { type Source, sourceReader } from './sources.ts';
import { summaryOf } from './text-summary.ts';

type Colors = ReturnType<typeof picocolors.createColors>;

/** What every part of the report needs. */
interface Printer {
  readonly run: ReportRun;
  readonly colors: Colors;
  readonly source: (path: string) => Source;
}

/** Other places a finding names that are printed; the rest is counted. */
const MOST_PLACES = 4;
/** Of these the ones shown with their source line. */
const MOST_FRAMES = 2;
/** Columns of the line number in front of a source line. */
const GUTTER = 5;

/**
 * For people: findings grouped by file, each with its source line and carets, the other places it speaks of and the
 * fixes there are; then a summary. Untrusted text never starts a line.
 */
export const reportText: Reporter = function* (findings, run) {
  const colors = picocolors.createColors(run.color);
  const printer = { run, colors, source: sourceReader(run) };
  let path: string | undefined;
  for (const finding of findings) {
    if (path !== undefined) yield '\n';
    if (finding.at.path !== path) {
      path = finding.at.path;
      yield `${colors.underline(logPath(run.displayPath(path)))}\n`;
    }
    yield [headOf(finding, printer), ...bodyOf(finding, printer)].map((line) => `${line}\n`).join('');
  }
  yield `${findings.length === 0 ? '' : '\n'}${summaryOf(findings, run, colors)}`;
};

function headOf({ at, level, message, ruleId }: Finding, { colors, source }: Printer): string {
  const { line, column } = source(at.path).lines.position(at.region.start);
  const word = colors.bold(levelColor(level, colors)(level));
  const text = markValues(makeVisibleLine(message), colors);
  return `  ${colors.dim(`${line}:${column}`)}  ${word}  ${text}  ${colors.dim(ruleId)}`;
}

/** Values stand in backticks; they are what the eye looks for. */
function markValues(message: string, colors: Colors): string {
  return message.replace(/`[^`]+`/g, (value) => colors.bold(value));
}

function bodyOf({ at, level, related, fixes }: Finding, printer: Printer): string[] {
  const { colors, run, source } = printer;
  const shown = related.slice(0, MOST_PLACES);
  const places = shown.flatMap(({ at: other, message }, index) => {
    const { line, column } = source(other.path).lines.position(other.region.start);
    const place = makeVisibleLine(`${run.displayPath(other.path)}:${line}:${column}`);
    const note = noteLine(`${colors.dim(`${place}:`)} ${makeVisibleLine(message)}`, colors);
    const frame = index < MOST_FRAMES && !onOneLine(at, other, printer);
    return frame ? [note, ...frameLines(other, '-', colors.blue, printer)] : [note];
  });
  const more = related.length - shown.length;
  return [
    ...frameLines(at, '^', levelColor(level, colors), printer),
    ...places,
    ...(more > 0 ? [noteLine(`and ${more} more`, colors)] : []),
    ...fixes.map((fix) => noteLine(describeFix(fix, colors), colors)),
  ];
}

function onOneLine(one: Location, other: Location, { source }: Printer): boolean {
  if (one.path !== other.path) return false;
  const { lines } = source(one.path);
  return lines.position(one.region.start).line === lines.position(other.region.start).line;
}

function frameLines(
  { path, region }: Location,
  mark: '^' | '-',
  color: (text: string) => string,
  { colors, source }: Printer,
): string[] {
  const { text, lines } = source(path);
  const frame = codeFrame(text, lines, region);
  const label = frame.atEnd
    ? ' end of file'
    : frame.lastLine > frame.line
      ? ` to line ${frame.lastLine}`
      : '';
  const marks = color(mark.repeat(frame.width) + label);
  const number = colors.dim(`${String(frame.line).padStart(GUTTER)} |`);
  return [
    frame.source === '' ? number : `${number} ${frame.source}`,
    `${' '.repeat(GUTTER)} ${colors.dim('|')} ${' '.repeat(frame.indent)}${marks}`,
  ];
}

function noteLine(text: string, colors: Colors): string {
  return `${' '.repeat(GUTTER)} ${colors.dim('=')} ${text}`;
}

const FIX_WORDS: Readonly<Record<Fix['safety'], string>> = {
  safe: 'fix',
  unsafe: 'unsafe fix',
  suggest: 'suggestion',
};

function describeFix({ title, safety }: Fix, colors: Colors): string {
  return `${colors.green(`${FIX_WORDS[safety]}:`)} ${makeVisibleLine(title)}`;
}

function levelColor(level: Level, colors: Colors): (text: string) => string {
  return level === 'error' ? colors.red : level === 'warning' ? colors.yellow : colors.blue;
}
