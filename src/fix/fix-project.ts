import type { FixSafety } from '../model.ts';
import { applyEdits } from '../text/edits.ts';
import { brokenByChange, brokenByMending, type Look, problemBehind, problemsOf } from './check-pass.ts';
import { createFixHistory, type FixHistory, type TakenBack } from './fix-history.ts';
import { type FixPlan, type MadeFix, planFixes } from './plan-fixes.ts';
import { refusalOf } from './refusals.ts';

/** What may be fixed. */
export interface FixLimits {
  readonly allowed: ReadonlySet<FixSafety>;
  /** Why a file must not be written, completing “it was not fixed: …”; `undefined` where it may. */
  refuse(path: string): string | undefined;
}

/** Files as they will be written, and what is left to report. */
export interface FixOutcome<L extends Look = Look> {
  /** New texts by path; only files that change. */
  readonly texts: ReadonlyMap<string, string>;
  /** The project with the new texts. */
  readonly look: L;
  readonly made: readonly MadeFix[];
  /** Files whose fixes were taken back, and why. */
  readonly takenBack: ReadonlyMap<string, TakenBack>;
  /** Files that have fixes and must not be written, and why. */
  readonly refused: ReadonlyMap<string, string>;
  /** The changed files that stand or fall with this one, itself among them: one fix wrote to all of them. */
  tiedTo(path: string): ReadonlySet<string>;
}

/** More passes than any chain of fixes needs. */
const MAX_PASSES = 10;

/**
 * Fixes until nothing changes. `look` lints the project with the given texts laid over its files; nothing is written
 * here. Damaged syntax is mended before anything else is fixed, since what else is found in a damaged file may come from
 * the damage. Files that a pass breaks are put back as they were, and the pass is made again without them.
 */
export async function fixProject<L extends Look>(
  look: (texts: ReadonlyMap<string, string>) => Promise<L>,
  limits: FixLimits,
): Promise<FixOutcome<L>> {
  let current = await look(new Map());
  const history = createFixHistory(current);
  const refused = new Map<string, string>();
  const mayWrite = writePermission(current, limits, history, refused);
  for (let passes = 0; ; ) {
    const pass = planPass(current, limits.allowed, mayWrite);
    if (pass.plan.made.length === 0) break;
    const attempt = attemptOf(pass.plan, current, history);
    const repeated = history.repeated(attempt, pass.plan);
    if (passes === MAX_PASSES) history.takeBack(pass.plan.edits.keys(), 'unsettled', pass.plan);
    else if (repeated.length > 0) history.takeBack(repeated, 'circle', pass.plan);
    else {
      const after = await look(attempt);
      const broken = brokenFiles(pass, current, after);
      if (broken.length === 0) {
        history.keep(attempt, pass.plan);
        current = after;
        passes += 1;
        continue;
      }
      history.takeBack(broken, 'broken', pass.plan);
    }
    current = await look(history.texts);
  }
  const { texts, made, takenBack, tiedTo } = history;
  return { texts, look: current, made, takenBack, refused, tiedTo };
}

/** Asked for files that have a fix only; remembers which of them it refused. */
function writePermission(
  first: Look,
  { refuse }: FixLimits,
  { takenBack }: FixHistory,
  refused: Map<string, string>,
): (path: string) => boolean {
  const facts = new Map(first.files.map((file) => [file.path, file]));
  const permitted = new Set<string>();
  return (path) => {
    if (takenBack.has(path) || refused.has(path)) return false;
    if (permitted.has(path)) return true;
    const reason = refusalOf(facts.get(path), first.text(path)) ?? refuse(path);
    if (reason === undefined) permitted.add(path);
    else refused.set(path, reason);
    return reason === undefined;
  };
}

interface Pass {
  readonly plan: FixPlan;
  /** The pass mends syntax, and does nothing else. */
  readonly isMending: boolean;
}

function planPass(current: Look, allowed: ReadonlySet<FixSafety>, mayWrite: (path: string) => boolean): Pass {
  const problems = problemsOf(current);
  const damage = current.findings.filter(
    (finding) => problemBehind(finding, problems(finding.at.path)) !== undefined,
  );
  const context = { mayWrite, text: (path: string) => current.text(path) };
  const mending = planFixes(damage, allowed, context);
  if (mending.made.length > 0) return { plan: mending, isMending: true };
  return { plan: planFixes(current.findings, allowed, context), isMending: false };
}

/** Every changed file as it stands with the plan carried out. */
function attemptOf({ edits }: FixPlan, current: Look, { texts }: FixHistory): Map<string, string> {
  const attempt = new Map(texts);
  for (const [path, list] of edits) attempt.set(path, applyEdits(current.text(path), list));
  return attempt;
}

function brokenFiles({ plan, isMending }: Pass, before: Look, after: Look): string[] {
  return isMending ? brokenByMending(plan, before, after) : brokenByChange(plan, before, after);
}
