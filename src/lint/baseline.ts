import type { Finding } from '../model.ts';

/** Findings of one kind that were there before and are not to be reported. */
export interface BaselineEntry {
  /** Relative to the folder of the baseline file. */
  readonly path: string;
  readonly rule: string;
  readonly fingerprint: string;
  /** How many findings of this fingerprint there were. */
  readonly count: number;
}

/** Findings set apart into what is new and what the baseline knows. */
export interface BaselineMatch {
  readonly fresh: Finding[];
  readonly known: Finding[];
  /** Entries that are there for nothing, with the count that was not found. */
  readonly stale: BaselineEntry[];
}

/** A finding as a baseline names it. */
export type BaselineName = (finding: Finding) => Omit<BaselineEntry, 'count'>;

/**
 * Takes out of the findings as many of each fingerprint as the baseline counts. Entries out of the scope of a run, whose
 * files or rules were not asked for, are never stale.
 */
export function matchBaseline(
  entries: readonly BaselineEntry[],
  findings: readonly Finding[],
  nameOf: BaselineName,
  isInScope: (entry: BaselineEntry) => boolean,
): BaselineMatch {
  const left = new Map(entries.map((entry) => [keyOf(entry), entry.count]));
  const fresh: Finding[] = [];
  const known: Finding[] = [];
  for (const finding of findings) {
    const key = keyOf(nameOf(finding));
    const count = left.get(key) ?? 0;
    (count > 0 ? known : fresh).push(finding);
    if (count > 0) left.set(key, count - 1);
  }
  const unmatched = entries.map((entry) => ({ ...entry, count: left.get(keyOf(entry)) ?? 0 }));
  return { fresh, known, stale: unmatched.filter((entry) => entry.count > 0 && isInScope(entry)) };
}

/** The entries of a new baseline: these findings, and what of the old one lies out of the scope of the run. */
export function updateBaseline(
  entries: readonly BaselineEntry[],
  findings: readonly Finding[],
  nameOf: BaselineName,
  isInScope: (entry: BaselineEntry) => boolean,
): BaselineEntry[] {
  const made = new Map<string, BaselineEntry>();
  for (const entry of entries) if (!isInScope(entry)) made.set(keyOf(entry), entry);
  for (const finding of findings) {
    const name = nameOf(finding);
    const known = made.get(keyOf(name));
    made.set(keyOf(name), { ...name, count: (known?.count ?? 0) + 1 });
  }
  return sortEntries([...made.values()]);
}

/** The entries without what is stale. */
export function pruneBaseline(
  entries: readonly BaselineEntry[],
  stale: readonly BaselineEntry[],
): BaselineEntry[] {
  const counts = new Map(stale.map((entry) => [keyOf(entry), entry.count]));
  const kept = entries.map((entry) => ({ ...entry, count: entry.count - (counts.get(keyOf(entry)) ?? 0) }));
  return sortEntries(kept.filter(({ count }) => count > 0));
}

function keyOf({ path, rule, fingerprint }: Omit<BaselineEntry, 'count'>): string {
  return [fingerprint, rule, path].join('\n');
}

function sortEntries(entries: BaselineEntry[]): BaselineEntry[] {
  const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return entries.sort(
    (a, b) => order(a.path, b.path) || order(a.rule, b.rule) || order(a.fingerprint, b.fingerprint),
  );
}
