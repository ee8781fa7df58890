import type { Edit, Facts, Finding, Region, SyntaxProblem } from '../model.ts';
import { overlaps } from '../text/edits.ts';
import type { FixPlan } from './plan-fixes.ts';

/** One look at the project: its findings, and the facts and texts they are about. */
export interface Look {
  /** Findings to fix. */
  readonly findings: readonly Finding[];
  /** Findings that are left as they are, but that fixing must not add to. */
  readonly others?: readonly Finding[];
  readonly files: readonly Facts[];
  text(path: string): string;
}

/** The syntax problems of each file of a look. */
export function problemsOf({ files }: Look): (path: string) => readonly SyntaxProblem[] {
  const byPath = new Map(files.map(({ path, problems }) => [path, problems]));
  return (path) => byPath.get(path) ?? [];
}

/** The syntax problem that a finding tells of: by its own name, or by one that says more of the cause. */
export function problemBehind(
  { messageId, at: { region }, fixes }: Finding,
  problems: readonly SyntaxProblem[],
): SyntaxProblem | undefined {
  return (
    problems.find((problem) => problem.messageId === messageId) ??
    problems.find(
      ({ region: { start, end }, fix }) =>
        start === region.start && end === region.end && fixes.some(({ title }) => title === fix?.title),
    )
  );
}

/**
 * Files that a pass of mending broke. What was to be mended has to go, and a mended place may bring to light what the
 * damage hid, anywhere behind it. So only new problems that touch an edit count; of these, one of the kind that the edit
 * was to mend, or one that nothing can mend.
 */
export function brokenByMending(plan: FixPlan, before: Look, after: Look): string[] {
  const [was, is] = [problemsOf(before), problemsOf(after)];
  return [...plan.edits].flatMap(([path, edits]) => {
    const places = placesAfter(edits);
    const mended = mendedIn(path, plan, was(path));
    const left = without(
      was(path),
      mended.map(({ problem }) => problem),
      idOf,
    );
    const added = new Set(without(is(path), left, idOf).map(idOf));
    const isBroken = is(path).some(
      ({ messageId, region, fix }) =>
        added.has(messageId) &&
        places.some(
          (place, index) =>
            touches(place, region) && (fix === undefined || isMeant(mended, edits[index]!, messageId)),
        ),
    );
    return isBroken ? [path] : [];
  });
}

/** A problem and the edits that were to mend it. */
interface MendedProblem {
  readonly problem: SyntaxProblem;
  readonly edits: readonly Edit[];
}

function mendedIn(path: string, { made }: FixPlan, problems: readonly SyntaxProblem[]): MendedProblem[] {
  return made.flatMap(({ finding, fix }) => {
    const problem = finding.at.path === path ? problemBehind(finding, problems) : undefined;
    return problem === undefined ? [] : [{ problem, edits: fix.edits.filter((edit) => edit.path === path) }];
  });
}

/** Whether an edit was to mend a problem of this kind. */
function isMeant(mended: readonly MendedProblem[], { region }: Edit, messageId: string): boolean {
  return mended.some(
    ({ problem, edits }) =>
      problem.messageId === messageId && edits.some((edit) => edit.region.start === region.start),
  );
}

const idOf = ({ messageId }: { readonly messageId: string }): string => messageId;

/** Where the new texts of these edits, which are in order, stand once all are made. */
function placesAfter(edits: readonly Edit[]): Region[] {
  let shift = 0;
  return edits.map(({ region, text }) => {
    const start = region.start + shift;
    shift += text.length - (region.end - region.start);
    return { start, end: start + text.length };
  });
}

function touches(a: Region, b: Region): boolean {
  return overlaps(a, b) || a.end === b.start || b.end === a.start;
}

/**
 * Files that a pass over sound files broke: no syntax problem and no error may be new, in any file. An error in a file
 * that the pass did not touch is laid on the files it names; where it names none, on the bibliographies, which many
 * files read, or else on all.
 */
export function brokenByChange(plan: FixPlan, before: Look, after: Look): string[] {
  const changed = new Set(plan.edits.keys());
  const broken = new Set(newProblems(changed, before, after));
  for (const { at, related } of newErrors(before, after)) {
    if (changed.has(at.path)) {
      broken.add(at.path);
      continue;
    }
    const named = related.map((other) => other.at.path).filter((path) => changed.has(path));
    for (const path of named.length > 0 ? named : suspects(changed, before)) broken.add(path);
  }
  return [...broken];
}

function suspects(changed: ReadonlySet<string>, { files }: Look): string[] {
  const bibliographies = files.filter(({ kind, path }) => kind === 'bibliography' && changed.has(path));
  return bibliographies.length > 0 ? bibliographies.map(({ path }) => path) : [...changed];
}

function newProblems(changed: ReadonlySet<string>, before: Look, after: Look): string[] {
  const [was, is] = [problemsOf(before), problemsOf(after)];
  return [...changed].filter((path) => without(is(path), was(path), idOf).length > 0);
}

/** Errors are counted by file, rule and message: a pass may remove some, never add one. */
function newErrors(before: Look, after: Look): Finding[] {
  const errors = ({ findings, others = [] }: Look): Finding[] =>
    [...findings, ...others].filter(({ level }) => level === 'error');
  return without(errors(after), errors(before), ({ at, ruleId, messageId }) =>
    [at.path, ruleId, messageId].join('\n'),
  );
}

/** The items that outnumber those of the same name in `others`; of several, the last. */
function without<T, U>(items: readonly T[], others: readonly U[], name: (item: T | U) => string): T[] {
  const counts = new Map<string, number>();
  for (const item of others) counts.set(name(item), (counts.get(name(item)) ?? 0) + 1);
  return items.filter((item) => {
    const left = counts.get(name(item)) ?? 0;
    counts.set(name(item), left - 1);
    return left <= 0;
  });
}
