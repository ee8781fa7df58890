import type { Edit, Finding, Fix, FixSafety } from '../model.ts';
import { overlaps } from '../text/edits.ts';

/** What one pass of fixing will do. */
export interface FixPlan {
  /** Edits to make, by path; no two overlap. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** Findings whose fix is part of the plan. */
  readonly fixed: readonly Finding[];
}

/**
 * Chooses which fixes to make in one pass: the first allowed fix of each finding, in report order, as long as none of
 * its edits overlaps one already chosen. A fix is made whole or not at all; what did not fit is found again in the next
 * pass.
 */
export function planFixes(findings: readonly Finding[], allowed: ReadonlySet<FixSafety>): FixPlan {
  const edits = new Map<string, Edit[]>();
  const fixed: Finding[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find(({ safety }) => allowed.has(safety));
    if (fix === undefined || !fits(fix, edits)) continue;
    fixed.push(finding);
    for (const edit of fix.edits) insert(edits, edit);
  }
  return { edits, fixed };
}

function fits({ edits }: Fix, chosen: ReadonlyMap<string, readonly Edit[]>): boolean {
  return edits.every((edit) => {
    const others = chosen.get(edit.path) ?? [];
    return !others.some((other) => overlaps(edit.region, other.region) && !isSame(edit, other));
  });
}

/** Two findings may ask for the very same edit; it is made once. */
function isSame(a: Edit, b: Edit): boolean {
  return a.region.start === b.region.start && a.region.end === b.region.end && a.text === b.text;
}

function insert(edits: Map<string, Edit[]>, edit: Edit): void {
  const list = edits.get(edit.path) ?? [];
  if (!list.some((other) => isSame(other, edit))) list.push(edit);
  edits.set(edit.path, list);
}
