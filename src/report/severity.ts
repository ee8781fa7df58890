import type { Finding, Level } from '../model.ts';

const RANK: Readonly<Record<Level, number>> = { error: 0, warning: 1, note: 2 };

/** Errors first, then warnings, then notes; findings of one level keep their order. */
export function bySeverity(findings: readonly Finding[]): Finding[] {
  return [...findings].sort((a, b) => RANK[a.level] - RANK[b.level]);
}

/** The most severe findings, at most so many, in the order they came. */
export function mostSevere(findings: readonly Finding[], most: number): readonly Finding[] {
  if (findings.length <= most) return findings;
  const chosen = new Set(bySeverity(findings).slice(0, most));
  return findings.filter((finding) => chosen.has(finding));
}
