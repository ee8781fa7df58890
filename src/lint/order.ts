import type { Finding } from '../model.ts';

/** By path, start, rule id, then end and message: the one order every report has. Sorts in place. */
export function sortFindings(findings: Finding[]): Finding[] {
  return findings.sort(
    (a, b) =>
      compareText(a.at.path, b.at.path) ||
      a.at.region.start - b.at.region.start ||
      compareText(a.ruleId, b.ruleId) ||
      a.at.region.end - b.at.region.end ||
      compareText(a.message, b.message),
  );
}

/** By UTF-16 units, not by locale: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
