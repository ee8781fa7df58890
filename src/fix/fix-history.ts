import type { FixPlan, MadeFix } from './plan-fixes.ts';

/**
 * Why the fixes of a file were taken back: they made a problem that was not there; they led back to a text the file had
 * before; after many passes there were still more to make; or they belong to a fix that was taken back in another file.
 */
export type TakeBackReason = 'broken' | 'circle' | 'unsettled' | 'tied';

/** A file whose fixes were taken back. */
export interface TakenBack {
  readonly reason: TakeBackReason;
  /** The rules whose fixes they were, sorted. */
  readonly rules: readonly string[];
}

/** What fixing has done so far, in memory. */
export interface FixHistory {
  /** New texts by path; only files that differ from what they were. */
  readonly texts: ReadonlyMap<string, string>;
  readonly made: readonly MadeFix[];
  readonly takenBack: ReadonlyMap<string, TakenBack>;
  /** Files of the plan that would become a text they have had before, or stay as they are. */
  repeated(attempt: ReadonlyMap<string, string>, plan: FixPlan): string[];
  keep(attempt: ReadonlyMap<string, string>, plan: FixPlan): void;
  /** Puts files, and those that fixes tie to them, back as they were, never to be touched again. */
  takeBack(paths: Iterable<string>, reason: TakeBackReason, plan: FixPlan): void;
  /** The changed files that stand or fall with this one, itself among them. */
  tiedTo(path: string): ReadonlySet<string>;
}

/** Starts with nothing done to the texts of `first`. */
export function createFixHistory(first: { text(path: string): string }): FixHistory {
  const texts = new Map<string, string>();
  const made: MadeFix[] = [];
  const takenBack = new Map<string, TakenBack>();
  const earlier = new Map<string, Set<string>>();
  const earlierOf = (path: string): Set<string> => {
    const known = earlier.get(path) ?? new Set([first.text(path)]);
    earlier.set(path, known);
    return known;
  };
  return {
    texts,
    made,
    takenBack,
    repeated: (attempt, { edits }) =>
      [...edits.keys()].filter((path) => earlierOf(path).has(attempt.get(path) ?? '')),
    keep(attempt, plan) {
      for (const [path, text] of attempt) texts.set(path, text);
      for (const path of plan.edits.keys()) earlierOf(path).add(texts.get(path) ?? '');
      made.push(...plan.made);
    },
    takeBack(paths, reason, plan) {
      const rulesOf = (path: string): string[] => {
        const fixes = [...made, ...plan.made].filter((fix) => filesOf(fix).includes(path));
        return [...new Set(fixes.map(({ finding }) => finding.ruleId))].sort();
      };
      for (const path of [...paths]) {
        const rules = rulesOf(path);
        for (const other of tied(path, made)) {
          texts.delete(other);
          if (!takenBack.has(other)) takenBack.set(other, { reason: 'tied', rules: rulesOf(other) });
        }
        takenBack.set(path, { reason, rules });
      }
      const kept = made.filter((fix) => !filesOf(fix).some((path) => takenBack.has(path)));
      made.splice(0, made.length, ...kept);
    },
    tiedTo: (path) => tied(path, made),
  };
}

/** Follows the fixes that wrote to several files. */
function tied(path: string, made: readonly MadeFix[]): Set<string> {
  const found = new Set([path]);
  const groups = made.map(filesOf).filter(({ length }) => length > 1);
  for (let size = 0; size < found.size; ) {
    size = found.size;
    for (const files of groups) {
      if (files.some((other) => found.has(other))) for (const other of files) found.add(other);
    }
  }
  return found;
}

function filesOf({ fix }: MadeFix): string[] {
  return [...new Set(fix.edits.map(({ path }) => path))];
}
