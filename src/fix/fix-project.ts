import type { Finding, FixSafety } from '../model.ts';
import { applyEdits } from '../text/edits.ts';
import { planFixes } from './plan-fixes.ts';

/** One look at the project: its findings, and the texts they are about. */
export interface Look {
  readonly findings: readonly Finding[];
  text(path: string): string;
  /** False for a file that must not be written: not UTF-8, outside the targets. */
  mayWrite(path: string): boolean;
}

/** Files as they will be written, and what is left to report. */
export interface FixOutcome {
  /** New texts by path; only files that change. */
  readonly texts: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
  readonly fixedCount: number;
  /** Files whose fixes were taken back because they made a new error or went round in a circle. */
  readonly rolledBack: readonly string[];
}

/** More passes than any chain of fixes needs. */
const MAX_PASSES = 10;

/**
 * Fixes until nothing changes. `look` lints the project with the given texts laid over the files; nothing is written
 * here. A file whose fix makes an error that was not there before is put back as it was.
 */
export async function fixProject(
  look: (overlay: ReadonlyMap<string, string>) => Promise<Look>,
  allowed: ReadonlySet<FixSafety>,
): Promise<FixOutcome> {
  const texts = new Map<string, string>();
  const frozen = new Set<string>();
  const seen = new Map<string, Set<string>>();
  let current = await look(texts);
  let fixedCount = 0;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const fixable = current.findings.filter(({ fixes }) =>
      fixes.some(({ edits }) => edits.every(({ path }) => !frozen.has(path) && current.mayWrite(path))),
    );
    const plan = planFixes(fixable, allowed);
    if (plan.edits.size === 0) break;
    const attempt = new Map(texts);
    for (const [path, edits] of plan.edits) attempt.set(path, applyEdits(current.text(path), edits));
    const after = await look(attempt);
    const bad = [...plan.edits.keys()].filter(
      (path) => hasNewError(path, current, after) || isRepeated(seen, path, attempt.get(path) ?? ''),
    );
    if (bad.length > 0) {
      for (const path of bad) frozen.add(path);
      continue;
    }
    fixedCount += plan.fixed.length;
    for (const [path, text] of attempt) texts.set(path, text);
    current = after;
  }
  return { texts, findings: current.findings, fixedCount, rolledBack: [...frozen].sort() };
}

/** Errors of a file are counted by rule and message: a fix may remove some, never add one. */
function hasNewError(path: string, before: Look, after: Look): boolean {
  const known = new Map<string, number>();
  for (const name of errorsOf(path, before)) known.set(name, (known.get(name) ?? 0) + 1);
  for (const name of errorsOf(path, after)) {
    const count = known.get(name) ?? 0;
    if (count === 0) return true;
    known.set(name, count - 1);
  }
  return false;
}

function errorsOf(path: string, { findings }: Look): string[] {
  return findings
    .filter(({ at, level }) => at.path === path && level === 'error')
    .map(({ ruleId, messageId }) => `${ruleId} ${messageId}`);
}

function isRepeated(seen: Map<string, Set<string>>, path: string, text: string): boolean {
  const texts = seen.get(path) ?? new Set<string>();
  seen.set(path, texts);
  if (texts.has(text)) return true;
  texts.add(text);
  return false;
}
