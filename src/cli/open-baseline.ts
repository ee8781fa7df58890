import { posix } from 'node:path';
import { UserError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import {
  type BaselineEntry,
  type BaselineMatch,
  type BaselineName,
  matchBaseline,
  pruneBaseline,
  updateBaseline,
} from '../lint/baseline.ts';
import { fingerprintOf } from '../lint/fingerprint.ts';
import { targetTest } from '../project/targets.ts';
import type { LintResult } from '../session.ts';
import { plural } from '../text/plural.ts';
import { makeVisibleLine } from '../text/visible.ts';
import { readBaseline, writeBaseline } from './baseline-file.ts';

/** What the user wants of a baseline. */
export interface BaselineOptions {
  /** As written on the command line. */
  readonly file: string | undefined;
  readonly update: boolean;
  readonly prune: boolean;
}

/** What a run looks at: entries about anything else are left as they are. */
export interface RunScope {
  readonly root: string;
  readonly targets: readonly string[];
  readonly changed: ReadonlySet<string> | undefined;
  readonly only: ReadonlySet<string> | undefined;
  readonly skip: ReadonlySet<string>;
}

/** A baseline in use. */
export interface Baseline {
  /** Sets the findings of a result apart. A baseline that is to be written anew knows none of them yet. */
  match(result: LintResult): BaselineMatch;
  /** Once nothing changes any more: writes the baseline where that was asked for, and tells what it matches then. */
  settle(result: LintResult): BaselineMatch;
}

/** Opens the baseline that was asked for. Throws `UserError` for options that make no sense, and for a broken file. */
export function openBaseline(
  { file, update, prune }: BaselineOptions,
  scope: RunScope,
  host: Host,
): Baseline | undefined {
  if (file === undefined) {
    if (!update && !prune) return undefined;
    throw new UserError(`--${update ? 'update' : 'prune'}-baseline needs to know the file.`, {
      hint: 'Add --baseline FILE.',
    });
  }
  const path = posix.resolve(host.cwd, file.replaceAll('\\', '/'));
  const entries = update && host.kind(path) === 'missing' ? [] : readBaseline(path, host);
  const match = (result: LintResult, known: readonly BaselineEntry[]): BaselineMatch =>
    matchBaseline(known, result.findings, naming(result, path, scope), scopeTest(result, path, scope));
  const rewrite = (to: readonly BaselineEntry[], done: string): void => {
    writeBaseline(path, to, host);
    host.stderr.write(`bibliolint: ${makeVisibleLine(`${file} ${done}.`)}\n`);
  };
  return {
    match: (result) => match(result, update ? [] : entries),
    settle(result) {
      const matched = match(result, entries);
      if (update) {
        const isInScope = scopeTest(result, path, scope);
        const updated = updateBaseline(entries, result.findings, naming(result, path, scope), isInScope);
        rewrite(updated, `knows ${plural(result.findings.length, 'finding')} now`);
        return { fresh: [], known: [...result.findings], stale: [] };
      }
      if (!prune || matched.stale.length === 0) return matched;
      rewrite(
        pruneBaseline(entries, matched.stale),
        `has forgotten ${plural(matched.stale.length, 'entry', 'entries')}`,
      );
      return { ...matched, stale: [] };
    },
  };
}

/** Files are named relative to the baseline, which stays where it is wherever the run starts. */
function naming(result: LintResult, baseline: string, { root }: RunScope): BaselineName {
  const folder = posix.dirname(baseline);
  let last: { readonly path: string; readonly text: string } | undefined;
  return (finding) => {
    const { path } = finding.at;
    if (last?.path !== path) last = { path, text: result.text(path) };
    const name = posix.relative(folder, posix.join(root, path));
    return { path: name, rule: finding.ruleId, fingerprint: fingerprintOf(finding, name, last.text) };
  };
}

/** Whether this run would have found what an entry says, if it were still there. */
function scopeTest(
  { unreadable, failures }: LintResult,
  baseline: string,
  { root, targets, changed, only, skip }: RunScope,
): (entry: BaselineEntry) => boolean {
  const isTarget = targetTest(targets);
  return ({ path, rule }) => {
    const relative = posix.relative(root, posix.join(posix.dirname(baseline), path));
    if (relative.startsWith('../') || !isTarget(relative)) return false;
    if (changed !== undefined && !changed.has(relative)) return false;
    if (unreadable.some((file) => file.path === relative)) return false;
    if (failures.some(({ ruleId }) => ruleId === rule)) return false;
    return (only === undefined || only.has(rule)) && !skip.has(rule);
  };
}
