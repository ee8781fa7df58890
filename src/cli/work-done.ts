import { DIALECTS, type DialectName } from '../model.ts';
import type { LintResult } from '../session.ts';

/** The first bit above those of the dialects; the others are what a run may do besides reading documents. */
const REFERENCES = 1 << DIALECTS.length;
const FOOTNOTES = REFERENCES << 1;
const ENTRIES = REFERENCES << 2;
const FINDINGS = REFERENCES << 3;
const STANDARD_INPUT = REFERENCES << 4;
const FIXES = REFERENCES << 5;

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
