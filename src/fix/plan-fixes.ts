import type { Edit, Finding, Fix, FixSafety, Region } from '../model.ts';
import { overlaps } from '../text/edits.ts';
import { countHolding } from '../text/halving.ts';
import { fitEdit } from './fit-edit.ts';

/** A finding and the one of its fixes that is made. */
export interface MadeFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** What one pass of fixing will do. */
export interface FixPlan {
  /** Edits to make, by path; in the order of the text, and no two overlap. */
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
  /** The fixes that are part of the plan, each with all its edits. */
  readonly made: readonly MadeFix[];
}

/** What a plan has to know of the files. */
export interface FixContext {
  mayWrite(path: string): boolean;
  /** The text the edits are for. */
  text(path: string): string;
}

/**
 * Chooses which fixes to make in one pass: of each finding the first fix that is allowed and touches only files that may
 * be written, in report order, as long as none of its edits overlaps one already chosen. A fix is made whole or not at
 * all, over however many files; what did not fit is found again in the next pass.
 */
export function planFixes(
  findings: readonly Finding[],
  allowed: ReadonlySet<FixSafety>,
  { mayWrite, text }: FixContext,
): FixPlan {
  const edits = new Map<string, Edit[]>();
  const made: MadeFix[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find(
      (candidate) =>
        allowed.has(candidate.safety) &&
        candidate.edits.length > 0 &&
        candidate.edits.every(({ path }) => mayWrite(path)),
    );
    if (fix === undefined) continue;
    const fitted = { ...fix, edits: fix.edits.map((edit) => fitEdit(edit, text(edit.path))) };
    if (!isSound(fitted) || !fitted.edits.every((edit) => fits(edit, edits.get(edit.path)))) continue;
    made.push({ finding, fix: fitted });
    for (const edit of fitted.edits) insert(edits, edit);
  }
  return { edits, made };
}

/** A fix whose own edits overlap cannot be made: it is a mistake of its rule, and the text is worth more. */
function isSound({ edits }: Fix): boolean {
  return edits.every(({ path, region }, index) => {
    const isRegion = region.start >= 0 && region.start <= region.end;
    return (
      isRegion &&
      !edits.slice(0, index).some((other) => other.path === path && overlaps(other.region, region))
    );
  });
}

/** Chosen edits are in order and apart, so only the two neighbours can be in the way. */
function fits(edit: Edit, chosen: readonly Edit[] | undefined): boolean {
  if (chosen === undefined) return true;
  const at = placeOf(edit.region, chosen);
  return [chosen[at - 1], chosen[at]].every(
    (other) => other === undefined || !overlaps(edit.region, other.region) || isSame(edit, other),
  );
}

/** Two findings may ask for the very same edit; it is made once. */
function isSame(a: Edit, b: Edit): boolean {
  return a.region.start === b.region.start && a.region.end === b.region.end && a.text === b.text;
}

function insert(edits: Map<string, Edit[]>, edit: Edit): void {
  const chosen = edits.get(edit.path) ?? [];
  edits.set(edit.path, chosen);
  const at = placeOf(edit.region, chosen);
  const other = chosen[at];
  if (other === undefined || !isSame(edit, other)) chosen.splice(at, 0, edit);
}

/** Index of the first chosen edit that does not lie before this place, by bisection. */
function placeOf({ start, end }: Region, chosen: readonly Edit[]): number {
  return countHolding(chosen.length, (place) => {
    const { region } = chosen[place]!;
    return region.start < start || (region.start === start && region.end < end);
  });
}
