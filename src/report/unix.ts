import type { Reporter } from '../model.ts';
import { createLineIndex, type LineIndex } from '../text/line-index.ts';
import { makeVisibleLine } from '../text/visible.ts';

/**
 * One line a finding in the GNU form that editors and problem matchers read:
 * `path:line:col: error|warning|info: message [rule]`.
 */
export const reportUnix: Reporter = function* (findings, run) {
  let path: string | undefined;
  let lines: LineIndex = createLineIndex('');
  for (const { at, level, message, ruleId } of findings) {
    if (at.path !== path) lines = createLineIndex(run.text(at.path));
    path = at.path;
    const { line, column } = lines.position(at.region.start);
    const place = `${makeVisibleLine(run.displayPath(at.path))}:${line}:${column}`;
    yield `${place}: ${level === 'note' ? 'info' : level}: ${makeVisibleLine(message)} [${ruleId}]\n`;
  }
};
