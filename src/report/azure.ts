import picocolors from 'picocolors';
import type { Reporter } from '../model.ts';
import { makeVisibleLine } from '../text/visible.ts';
import { sourceReader } from './sources.ts';
import { summaryOf } from './text-summary.ts';
import { unixLine } from './unix.ts';

/** Logging commands of Azure Pipelines. It knows errors and warnings only, so notes are plain lines. */
export const reportAzure: Reporter = function* (findings, run) {
  const source = sourceReader(run);
  for (const finding of findings) {
    const { at, level, message, ruleId } = finding;
    if (level === 'note') {
      yield `${unixLine(finding, run, source)}\n`;
      continue;
    }
    const { line, column } = source(at.path).lines.position(at.region.start);
    const properties = [
      `type=${level}`,
      `sourcepath=${escapeProperty(makeVisibleLine(run.displayPath(at.path)))}`,
      `linenumber=${line}`,
      `columnnumber=${column}`,
      `code=${ruleId}`,
    ];
    yield `##vso[task.logissue ${properties.join(';')}]${escapeData(makeVisibleLine(message))}\n`;
  }
  yield summaryOf(findings, run, picocolors.createColors(false));
};

function escapeData(text: string): string {
  return text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(';', '%3B').replaceAll(']', '%5D');
}
