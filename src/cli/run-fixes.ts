import { posix } from 'node:path';
import { type FixOutcome, fixProject } from '../fix/fix-project.ts';
import { unifiedDiff } from '../fix/unified-diff.ts';
import type { Host } from '../host/host.ts';
import type { FixSafety } from '../model.ts';
import { createSession, type LintResult, type SessionOptions } from '../session.ts';
import type { Narrowed } from './narrow-result.ts';

/** Where and what to fix. */
export interface FixRequest {
  readonly session: SessionOptions;
  readonly host: Host;
  /** Absolute path of the project. */
  readonly root: string;
  readonly unsafe: boolean;
  /** A patch is for whoever may write the files. */
  readonly isPatch: boolean;
  /** What of each look is to be fixed. */
  narrow(result: LintResult): Narrowed;
  /** Why a file must not be written, beyond what it holds and what the machine says. */
  refuse(path: string): string | undefined;
}

/** The outcome of fixing in memory; nothing is written yet. */
export interface Fixed extends FixOutcome<Narrowed> {
  /** The text of a file before fixing, as it was linted. */
  before(path: string): string;
}

/** Fixes in memory what may be fixed. A file is read once, however often the project is looked at. */
export async function fixInMemory(request: FixRequest): Promise<Fixed> {
  const { session: options, host, root, isPatch } = request;
  const session = createSession(options);
  const overlay = options.overlay ?? new Map<string, string>();
  let first: LintResult | undefined;
  const look = async (texts: ReadonlyMap<string, string>): Promise<Narrowed> => {
    const whole = await session.lint(texts);
    first ??= whole;
    return request.narrow(whole);
  };
  const outcome = await fixProject(look, {
    allowed: new Set<FixSafety>(request.unsafe ? ['safe', 'unsafe'] : ['safe']),
    refuse: (path) =>
      request.refuse(path) ??
      (isPatch || overlay.has(path) ? undefined : host.refuseReplacing(posix.join(root, path), root)),
  });
  return { ...outcome, before: (path) => first?.text(path) ?? '' };
}

/**
 * Writes the changed files, each whole or not at all; those that one fix wrote to are written together or not at all.
 * Returns the files that were left alone, and why.
 */
export function writeFixes(fixed: Fixed, host: Host, root: string): ReadonlyMap<string, string> {
  const leftAlone = new Map<string, string>();
  const done = new Set<string>();
  for (const path of fixed.texts.keys()) {
    if (done.has(path)) continue;
    const together = [...fixed.tiedTo(path)].filter((other) => fixed.texts.has(other));
    for (const other of together) done.add(other);
    const failure = host.replaceFiles(
      together.map((other) => ({
        path: posix.join(root, other),
        before: fixed.before(other),
        text: fixed.texts.get(other) ?? '',
      })),
    );
    if (failure === undefined) continue;
    for (const other of together) {
      const isCause = posix.join(root, other) === failure.path;
      leftAlone.set(
        other,
        isCause ? failure.reason : 'another file that its fix changes could not be written',
      );
    }
  }
  return leftAlone;
}

/** The changes as one patch that `git apply` takes; `patchPath` is how the patch names a file. */
export function patchOf({ texts, before }: Fixed, patchPath: (path: string) => string): string {
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => unifiedDiff(patchPath(path), before(path), text))
    .join('');
}
