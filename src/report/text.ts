import picocolors from 'picocolors';
import type { Finding, Fix, Level, Location, Reporter, ReportRun } from '../model.ts';
import { plural } from '../text/plural.ts';
import { makeVisibleLine } from '../text/visible.ts';
import { cellWidth } from './cell-width.ts';
import { codeFrame } from './code-frame.ts';
import { fixWord } from './fix-word.ts';
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
/** Columns beside the text of a source line: the gutter, its bar, and the marks of a line that is cut. */
const BESIDE = GUTTER + 5;
/** Columns of the narrowest and the widest text that is fitted into a terminal. */
const FITTED = { least: 30, most: 100 };

/**
 * For people: findings grouped by file, each with its source line and carets, the other places it speaks of and the
 * fixes there are; then a summary. Where a terminal is known, lines are cut and messages broken to its width. Untrusted
 * text never starts a line.
 */
export const reportText: Reporter = function* (findings, run) {
  const colors = picocolors.createColors(run.color);
  const printer = { run, colors, source: sourceReader(run) };
  const shown = findings.slice(0, run.most);
  let path: string | undefined;
  for (const finding of shown) {
    if (path !== undefined) yield '\n';
    if (finding.at.path !== path) {
      path = finding.at.path;
      yield `${colors.underline(logPath(run.displayPath(path)))}\n`;
    }
    yield [headOf(finding, printer), ...bodyOf(finding, printer)].map((line) => `${line}\n`).join('');
  }
  const left = findings.length - shown.length;
  if (left > 0) {
    const gap = shown.length === 0 ? '' : '\n';
    yield `${gap}${plural(left, shown.length === 0 ? 'finding' : 'more finding')} not shown.\n`;
  }
  yield `${findings.length === 0 ? '' : '\n'}${summaryOf(findings, run, colors)}`;
};

function headOf({ at, level, message, ruleId }: Finding, { colors, run, source }: Printer): string {
  const { line, column } = source(at.path).lines.position(at.region.start);
  const place = `${line}:${column}`;
  const indent = ' '.repeat(place.length + level.length + 6);
  const words = makeVisibleLine(message).split(' ');
  const lines = breakLines([...words, ` ${ruleId}`], (run.width ?? Infinity) - indent.length);
  const text = lines.join('\n').slice(0, -ruleId.length).trimEnd();
  const rule = lines.at(-1) === ` ${ruleId}` ? '\n' : '  ';
  const body = `${markValues(text, colors)}${rule}${colors.dim(ruleId)}`.replaceAll('\n', `\n${indent}`);
  return `  ${colors.dim(place)}  ${colors.bold(levelColor(level, colors)(level))}  ${body}`;
}

/** Not at the start of a line, where a CI runner would take it for a command. */
const NEVER_FIRST = /^\s*(?:[:#]|$)/;

/** Words in lines of so many columns; a longer word has a line of its own. */
function breakLines(words: readonly string[], columns: number): string[] {
  const lines: string[] = [];
  let left = 0;
  for (const word of words) {
    const width = cellWidth(word);
    if (lines.length === 0 || (left < width + 1 && !NEVER_FIRST.test(word))) {
      lines.push(word);
      left = columns - width;
    } else {
      lines[lines.length - 1] += ` ${word}`;
      left -= width + 1;
    }
  }
  return lines;
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
  { colors, run, source }: Printer,
): string[] {
  const { text, lines } = source(path);
  const columns = Math.max(FITTED.least, Math.min(FITTED.most, (run.width ?? Infinity) - BESIDE));
  const frame = codeFrame(text, lines, region, columns);
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

function describeFix({ title, safety }: Fix, colors: Colors): string {
  return `${colors.green(`${fixWord(safety)}:`)} ${makeVisibleLine(title)}`;
}

function levelColor(level: Level, colors: Colors): (text: string) => string {
  return level === 'error' ? colors.red : level === 'warning' ? colors.yellow : colors.blue;
}
