import type { Finding, Fix, Level, Location, Reporter, ReportRun } from '../model.ts';
import { byteOffsets } from './byte-offsets.ts';
import { type Source, sourceReader } from './sources.ts';
import { writeJson } from './write-json.ts';

const SOURCE = { name: 'bibliolint', url: 'https://github.com/bibliolint/bibliolint' };

const SEVERITIES: Readonly<Record<Level, string>> = { error: 'ERROR', warning: 'WARNING', note: 'INFO' };

/** Reviewdog's diagnostic format, one object: lines and columns from 1, columns in UTF-8 bytes, ends exclusive. */
export const reportReviewdog: Reporter = function* (findings, run) {
  const describe = diagnosticDescriber(run);
  yield `{"source":${writeJson(SOURCE)},"diagnostics":[`;
  for (const [index, finding] of findings.entries()) {
    yield `${index === 0 ? '' : ','}\n${writeJson(describe(finding))}`;
  }
  yield findings.length === 0 ? ']}\n' : '\n]}\n';
};

/** The same, one diagnostic a line. */
export const reportReviewdogLines: Reporter = function* (findings, run) {
  const describe = diagnosticDescriber(run);
  for (const finding of findings) yield `${writeJson({ source: SOURCE, ...describe(finding) })}\n`;
};

function diagnosticDescriber(run: ReportRun): (finding: Finding) => object {
  const range = ranges(sourceReader(run));
  const location = (at: Location): object => ({ path: run.displayPath(at.path), range: range(at) });
  return ({ ruleId, level, message, at, related, fixes }) => ({
    message,
    location: location(at),
    severity: SEVERITIES[level],
    code: { value: ruleId },
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other) => ({
            message: other.message,
            location: location(other.at),
          })),
        }),
    ...suggestions(fixes, at.path, range),
  });
}

type Range = (at: Location) => object;

/** Reviewdog takes each suggestion on its own and for the same file, so a fix of several edits is not one. */
function suggestions(fixes: readonly Fix[], path: string, range: Range): object {
  const list = fixes.flatMap(({ edits }) => {
    const [edit, ...others] = edits;
    return edit === undefined || others.length > 0 || edit.path !== path
      ? []
      : [{ range: range(edit), text: edit.text }];
  });
  return list.length === 0 ? {} : { suggestions: list };
}

function ranges(source: (path: string) => Source): Range {
  const counters = new WeakMap<Source, (offset: number) => number>();
  return ({ path, region }) => {
    const file = source(path);
    const bytes = counters.get(file) ?? byteOffsets(file.text);
    counters.set(file, bytes);
    const position = (offset: number): object => {
      const { line } = file.lines.position(offset);
      return { line, column: bytes(offset) - bytes(file.lines.lineStart(line)) + 1 };
    };
    return { start: position(region.start), end: position(region.end) };
  };
}
