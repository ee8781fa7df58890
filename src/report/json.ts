import type { Finding, Location, Reporter, ReportRun } from '../model.ts';
import { sourceReader } from './sources.ts';
import { summarize } from './summary.ts';
import { writeJson } from './write-json.ts';

interface Place {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/**
 * The contract other tools rely on, version 1: paths relative to the working directory with `/`; lines and columns from
 * 1; columns and offsets in UTF-16 units; an edit's start and end are offsets.
 */
export const reportJson: Reporter = function* (findings, run) {
  const describe = findingDescriber(run);
  const { errors, warnings, notes } = summarize(findings);
  const head = {
    version: 1,
    tool: { name: 'bibliolint', version: run.version },
    summary: {
      files: run.files,
      errors,
      warnings,
      notes,
      suppressed: run.suppressed,
      baselined: run.baselined ?? 0,
    },
  };
  yield `${writeJson(head).slice(0, -1)},"findings":[`;
  for (const [index, finding] of findings.entries()) {
    yield `${index === 0 ? '' : ','}\n${writeJson(describe(finding))}`;
  }
  yield findings.length === 0 ? ']}\n' : '\n]}\n';
};

/** One finding in the form of the JSON contract; the JSON lines reporter prints the same. */
export function findingDescriber(run: ReportRun): (finding: Finding) => object {
  const source = sourceReader(run);
  const place = (path: string, offset: number): Place => ({ ...source(path).lines.position(offset), offset });
  const location = ({ path, region }: Location): { path: string; start: Place; end: Place } => ({
    path: run.displayPath(path),
    start: place(path, region.start),
    end: place(path, region.end),
  });
  return ({ ruleId, level, messageId, message, at, related, fixes }) => ({
    ruleId,
    level,
    messageId,
    message,
    ...location(at),
    related: related.map((other) => ({ ...location(other.at), message: other.message })),
    fixes: fixes.map(({ title, safety, edits }) => ({
      title,
      safety,
      edits: edits.map(({ path, region, text }) => ({
        path: run.displayPath(path),
        start: region.start,
        end: region.end,
        text,
      })),
    })),
  });
}
