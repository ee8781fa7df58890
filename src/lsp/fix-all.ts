import { fixProject } from '../fix/fix-project.ts';
import type { Edit } from '../model.ts';
import type { LintResult } from '../session.ts';
import type { Action } from './code-actions.ts';

/**
 * Every safe fix of one file, made as `--fix` makes them: again and again until none is left, and taken back where one
 * makes a new error. Undefined where there is nothing to do. `lintWith` lints the project as if texts stood in it.
 */
export async function fixAll(
  path: string,
  lintWith: (texts: ReadonlyMap<string, string>) => Promise<LintResult>,
): Promise<Action | undefined> {
  const before = await lintWith(new Map());
  const { texts } = await fixProject(
    (overlay) => (overlay.size === 0 ? Promise.resolve(before) : lintWith(overlay)),
    {
      allowed: new Set(['safe']),
      refuse: (file) => (file === path ? undefined : 'another file is being fixed'),
    },
  );
  const after = texts.get(path);
  if (after === undefined) return undefined;
  return {
    title: 'Fix all that bibliolint can fix safely',
    kind: 'source.fixAll.bibliolint',
    findings: [],
    isPreferred: false,
    edits: [smallestEdit(path, before.text(path), after)],
  };
}

/** One edit for all that lies between the first change and the last; the rest of the text keeps its marks and folds. */
function smallestEdit(path: string, before: string, after: string): Edit {
  let start = 0;
  const shorter = Math.min(before.length, after.length);
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return { path, region: { start, end: before.length - end }, text: after.slice(start, after.length - end) };
}
