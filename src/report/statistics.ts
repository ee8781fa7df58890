import picocolors from 'picocolors';
import type { Finding, Level, Reporter } from '../model.ts';
import { summaryOf } from './text-summary.ts';

/** How often each rule found something, the most frequent first, and then the summary of the text report. */
export const reportStatistics: Reporter = function* (findings, run) {
  const colors = picocolors.createColors(run.color);
  const counts = countByRule(findings);
  const width = Math.max(0, ...counts.map(({ count }) => String(count).length));
  const longest = Math.max(0, ...counts.map(({ ruleId }) => ruleId.length));
  for (const { ruleId, level, count, isFixable } of counts) {
    const color = level === 'error' ? colors.red : level === 'warning' ? colors.yellow : colors.blue;
    const name = isFixable ? ruleId.padEnd(longest) : ruleId;
    yield `${String(count).padStart(width)}  ${color(level.padEnd(7))}  ${name}${isFixable ? colors.green('  fixable') : ''}\n`;
  }
  yield `${counts.length === 0 ? '' : '\n'}${summaryOf(findings, run, colors)}`;
};

interface Count {
  readonly ruleId: string;
  readonly level: Level;
  readonly count: number;
  readonly isFixable: boolean;
}

/** A rule that reports at several levels has a line for each. */
function countByRule(findings: readonly Finding[]): Count[] {
  const counts = new Map<string, Count>();
  for (const { ruleId, level, fixes } of findings) {
    const name = `${ruleId} ${level}`;
    const known = counts.get(name);
    const isFixable = known?.isFixable === true || fixes.some(({ safety }) => safety !== 'suggest');
    counts.set(name, { ruleId, level, count: (known?.count ?? 0) + 1, isFixable });
  }
  return [...counts.values()].sort(
    (a, b) => b.count - a.count || (a.ruleId < b.ruleId ? -1 : a.ruleId > b.ruleId ? 1 : 0),
  );
}
