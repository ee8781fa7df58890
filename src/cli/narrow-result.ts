import type { BaselineEntry, BaselineMatch } from '../lint/baseline.ts';
import type { Finding } from '../model.ts';
import type { LintResult } from '../session.ts';

/** A result less what is not to be reported. */
export interface Narrowed extends LintResult {
  /** What it was made of. */
  readonly whole: LintResult;
  /** Findings that were left out, but that fixing must not add to. */
  readonly others: readonly Finding[];
  /** Findings that the baseline knows. */
  readonly baselined: readonly Finding[];
  /** Entries of the baseline that matched nothing. */
  readonly stale: readonly BaselineEntry[];
}

/**
 * Leaves out the findings of files that did not change, and those the baseline knows. A finding that names a changed
 * file beside its own is kept: the change may be why it is there.
 */
export function narrowResult(
  result: LintResult,
  changed: ReadonlySet<string> | undefined,
  match: ((result: LintResult) => BaselineMatch) | undefined,
): Narrowed {
  const kept = changed === undefined ? result : onlyChanged(result, changed);
  const { fresh, known, stale } = match?.(kept) ?? { fresh: kept.findings, known: [], stale: [] };
  const reported = new Set(fresh);
  const others = result.findings.filter((finding) => !reported.has(finding));
  return { ...kept, findings: fresh, others, baselined: known, stale, whole: result };
}

function onlyChanged(result: LintResult, changed: ReadonlySet<string>): LintResult {
  const concerns = ({ at, related }: Finding): boolean =>
    changed.has(at.path) || related.some((other) => changed.has(other.at.path));
  return {
    ...result,
    findings: result.findings.filter(concerns),
    suppressed: result.suppressed.filter(concerns),
    files: result.files.filter(({ path }) => changed.has(path)),
    unreadable: result.unreadable.filter(({ path }) => changed.has(path)),
  };
}
