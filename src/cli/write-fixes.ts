import { UserError } from '../errors.ts';
import type { FixOutcome } from '../fix/fix-project.ts';
import { unifiedDiff } from '../fix/unified-diff.ts';
import type { Host } from '../host/host.ts';

/** Where the fixed files are, and what they were. */
export interface FixTarget {
  readonly host: Host;
  /** Absolute path of a project path. */
  absolute(path: string): string;
  displayPath(path: string): string;
  /** The text before fixing. */
  before(path: string): string;
}

/** Writes every changed file whole or not at all. A file that changed meanwhile is left alone, and said. */
export function writeFixes({ texts }: FixOutcome, { host, absolute, before, displayPath }: FixTarget): void {
  for (const [path, text] of texts) {
    const now = host.readFile(absolute(path));
    if (now !== before(path)) {
      throw new UserError('This file changed while it was being fixed, so it was left alone.', {
        path: displayPath(path),
      });
    }
    host.writeFile(absolute(path), text);
  }
}

/** The changes as one patch that `git apply` takes. */
export function patchOf({ texts }: FixOutcome, { before, displayPath }: FixTarget): string {
  return [...texts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => unifiedDiff(displayPath(path), before(path), text))
    .join('');
}
