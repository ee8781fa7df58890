import { DIALECTS, type DialectName } from '../model.ts';
import type { LintResult } from '../session.ts';

/** What a run may do besides reading documents of some dialect, each a bit above those of the dialects. */
const [REFERENCES, FOOTNOTES, ENTRIES, FINDINGS, STANDARD_INPUT, FIXES] = [0, 1, 2, 3, 4, 5].map(
  (place) => 1 << (DIALECTS.length + place),
) as [number, number, number, number, number, number];

/** How a run was asked for, as far as that tells what it did. */
interface Asked {
  readonly isStdin: boolean;
  readonly isFixing: boolean;
}

/**
 * What a run did, as bits. V8 compiles what runs, so what is kept after one run is enough for another that does no more
 * than that: a page of Pandoc needs what none of Hugo does.
 */
export function workDone({ project, findings }: LintResult, { isStdin, isFixing }: Asked): number {
  let done = (isStdin ? STANDARD_INPUT : 0) | (isFixing ? FIXES : 0);
  let last: DialectName | undefined;
  for (const { dialect, references, footnotes } of project.documents) {
    if (dialect !== last) done |= 1 << DIALECTS.indexOf(dialect);
    last = dialect;
    if (references.length > 0) done |= REFERENCES;
    if (footnotes.definitions.length > 0) done |= FOOTNOTES;
  }
  if (project.bibliographies.some(({ entries }) => entries.length > 0)) done |= ENTRIES;
  return findings.length > 0 ? done | FINDINGS : done;
}
