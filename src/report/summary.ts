import type { Finding } from '../model.ts';

/** Findings counted by level. */
export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly notes: number;
}

/** Counts findings by level. */
export function summarize(findings: readonly Finding[]): Summary {
  const count = (level: Finding['level']): number =>
    findings.filter((finding) => finding.level === level).length;
  return { errors: count('error'), warnings: count('warning'), notes: count('note') };
}
