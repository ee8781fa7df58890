import { posix } from 'node:path';
import { UserError } from '../errors.ts';
import { unifiedDiff } from '../fix/unified-diff.ts';
import type { Host } from '../host/host.ts';

/** New texts by project path, and what stood there. */
export interface Rewriting {
  readonly texts: ReadonlyMap<string, string>;
  /** A file's text before; undefined where there is none. */
  before(path: string): string | undefined;
}

/**
 * Writes new files first and then replaces those that were there, all of these or none: a page never cites a
 * bibliography that could not be written. Throws `UserError`.
 */
export function writeRewriting({ texts, before }: Rewriting, host: Host, root: string): void {
  const changed: { path: string; before: string; text: string }[] = [];
  for (const [path, text] of texts) {
    const old = before(path);
    if (old === undefined) host.writeFile(posix.join(root, path), text);
    else changed.push({ path: posix.join(root, path), before: old, text });
  }
  const failure = host.replaceFiles(changed);
  if (failure === undefined) return;
  const reason = failure.reason.replace('being fixed', 'being rewritten');
  throw new UserError(`No page was rewritten: ${reason}.`, { path: failure.path });
}

/** The changes as one patch that `git apply` takes; `patchPath` is how the patch names a file. */
export function patchOf({ texts, before }: Rewriting, patchPath: (path: string) => string): string {
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => unifiedDiff(patchPath(path), before(path), text))
    .join('');
}
