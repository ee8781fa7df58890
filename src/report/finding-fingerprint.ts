import { createHash } from 'node:crypto';
import type { Finding, Location, ReportRun } from '../model.ts';
import { lineFingerprints } from './line-fingerprint.ts';
import type { Source } from './sources.ts';

/** GitHub's fingerprint of the line a location starts on. Each file is hashed once while its findings follow each other. */
export function lineFingerprinter(source: (path: string) => Source): (at: Location) => string {
  let path: string | undefined;
  let fingerprints: readonly string[] = [];
  return (at) => {
    const { text, lines } = source(at.path);
    if (at.path !== path) fingerprints = lineFingerprints(text);
    path = at.path;
    return fingerprints[lines.position(at.region.start).line - 1] ?? '';
  };
}

/**
 * A finding's own fingerprint, 32 hexadecimal digits: its rule, its message id, its file and the text of its line, and a
 * count where all of these are equal. No two findings of a report share one, and it stays when lines are put in above.
 */
export function findingFingerprinter(
  run: Pick<ReportRun, 'displayPath'>,
  lineFingerprint: (at: Location) => string,
): (finding: Finding) => string {
  const counts = new Map<string, number>();
  return ({ ruleId, messageId, at }) => {
    const line = lineFingerprint(at).split(':')[0] ?? '';
    const identity = JSON.stringify([ruleId, messageId, run.displayPath(at.path), line]);
    const count = (counts.get(identity) ?? 0) + 1;
    counts.set(identity, count);
    return createHash('sha256').update(`${identity}${count}`).digest('hex').slice(0, 32);
  };
}
