import type { Reporter } from '../model.ts';
import { attributes } from './escape-markup.ts';
import { sourceReader } from './sources.ts';
import { unixLevel } from './unix.ts';

/** Checkstyle's XML, which many CI systems and review tools read. */
export const reportCheckstyle: Reporter = function* (findings, run) {
  const source = sourceReader(run);
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n';
  let path: string | undefined;
  for (const { at, level, message, ruleId } of findings) {
    if (at.path !== path) {
      if (path !== undefined) yield '  </file>\n';
      path = at.path;
      yield `  <file${attributes({ name: run.displayPath(path) })}>\n`;
    }
    const { line, column } = source(at.path).lines.position(at.region.start);
    const severity = unixLevel(level);
    yield `    <error${attributes({ line, column, severity, message, source: `bibliolint.${ruleId}` })}/>\n`;
  }
  yield path === undefined ? '</checkstyle>\n' : '  </file>\n</checkstyle>\n';
};
