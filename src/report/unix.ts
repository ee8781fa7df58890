import type { Finding, Level, Reporter, ReportRun } from '../model.ts';
import { makeVisibleLine } from '../text/visible.ts';
import { logPath } from './log-path.ts';
import { type Source, sourceReader } from './sources.ts';

/**
 * One line a finding in the GNU form that editors and problem matchers read:
 * `path:line:col: error|warning|info: message [rule]`.
 */
export const reportUnix: Reporter = function* (findings, run) {
  const source = sourceReader(run);
  for (const finding of findings) yield `${unixLine(finding, run, source)}\n`;
};

/** GNU's word for a level; `note` would be read as the continuation of the finding before. */
export const unixLevel = (level: Level): string => (level === 'note' ? 'info' : level);

/**
 * What reads such a line: file, line, column, level, message, rule. `levels` are the words to accept; the file of the
 * first colon that a number follows wins, as in the matchers that editors ship for GNU lines.
 */
export function unixLinePattern(levels: readonly Level[]): string {
  const words = levels.map(unixLevel);
  const level = words.length === 1 ? words.join() : `(${words.join('|')})`;
  return `^(.+?):(\\d+):(\\d+): ${level}: (.+?)(?: \\[([\\w./-]+)\\])?$`;
}

/** One finding as one line without its line end, safe for a terminal and a log. */
export function unixLine(
  { at, level, message, ruleId }: Finding,
  run: ReportRun,
  source: (path: string) => Source,
): string {
  const { line, column } = source(at.path).lines.position(at.region.start);
  const place = `${logPath(run.displayPath(at.path))}:${line}:${column}`;
  return `${place}: ${unixLevel(level)}: ${makeVisibleLine(message)} [${ruleId}]`;
}
