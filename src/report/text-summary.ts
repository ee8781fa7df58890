import type picocolors from 'picocolors';
import type { Finding, ReportRun } from '../model.ts';
import { plural } from '../text/plural.ts';
import { summarize } from './summary.ts';

type Colors = ReturnType<typeof picocolors.createColors>;

/** How a run went: counts by level, and what `--fix` would mend. One line or two, each with its line end. */
export function summaryOf(findings: readonly Finding[], run: ReportRun, colors: Colors): string {
  const silenced = run.suppressed === 0 ? '' : `, ${plural(run.suppressed, 'finding')} suppressed`;
  if (run.files === 0 && findings.length === 0) return 'Nothing was checked.\n';
  if (findings.length === 0) {
    return `${colors.green('No findings')} in ${plural(run.files, 'file')} checked${silenced}.\n`;
  }
  const { errors, warnings, notes } = summarize(findings);
  const counts = [
    ...(errors > 0 ? [colors.red(plural(errors, 'error'))] : []),
    ...(warnings > 0 ? [colors.yellow(plural(warnings, 'warning'))] : []),
    ...(notes > 0 ? [colors.blue(plural(notes, 'note'))] : []),
  ];
  const touched = new Set(findings.map(({ at }) => at.path)).size;
  const where =
    touched < run.files ? `${touched} of ${plural(run.files, 'file')}` : plural(run.files, 'file');
  return `${counts.join(', ')} in ${where} checked${silenced}.\n${fixHint(findings)}`;
}

/** What the two fixing options would mend; nothing where nothing can be fixed. */
function fixHint(findings: readonly Finding[]): string {
  const has = (safety: 'safe' | 'unsafe') => (finding: Finding) =>
    finding.fixes.some((fix) => fix.safety === safety);
  const safe = findings.filter(has('safe')).length;
  const unsafe = findings.filter((finding) => !has('safe')(finding) && has('unsafe')(finding)).length;
  if (safe === 0 && unsafe === 0) return '';
  if (safe === 0) return `${unsafe} can be fixed with --unsafe-fixes.\n`;
  return `${safe} can be fixed with --fix${unsafe === 0 ? '' : `, ${unsafe} more with --unsafe-fixes`}.\n`;
}
