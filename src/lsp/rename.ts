import { type RenamePlan, renameKey } from '../fix/rename-key.ts';
import type { Edit, Region } from '../model.ts';
import type { KeyUses } from '../project/key-uses.ts';
import { applyEdits } from '../text/edits.ts';
import { targetAt } from './target.ts';
import type { View } from './view.ts';

/** The key under the cursor, if it is one that can be renamed. */
export function renamableAt(
  view: View,
  path: string,
  offset: number,
): { region: Region; key: string } | undefined {
  const target = targetAt(view, path, offset);
  if (target?.kind !== 'key' || view.keys.usesOf(target.key, path).isLocal) return undefined;
  return { region: target.region, key: target.key };
}

/**
 * The edits that give a key another name, or why there are none. The project is read as it would be afterwards: a page
 * in whose dialect the new name is no key, or less than one, makes the whole renaming impossible.
 */
export async function planRename(
  view: View,
  path: string,
  offset: number,
  name: string,
  lookWith: (texts: ReadonlyMap<string, string>) => Promise<View>,
): Promise<RenamePlan> {
  const found = renamableAt(view, path, offset);
  if (found === undefined) return { refusal: 'No cite key that could be renamed stands here.' };
  const plan = renameKey(view.project, { key: found.key, path }, name, view.keys);
  if ('refusal' in plan || plan.edits.length === 0) return plan;
  const after = await lookWith(textsAfter(view, plan.edits));
  const lost = missingAfter(plan.uses, after.keys.usesOf(name, path));
  return lost === undefined ? plan : { refusal: `In ${lost} \`${name}\` would not be read as a cite key.` };
}

function textsAfter(view: View, edits: readonly Edit[]): Map<string, string> {
  const byPath = new Map<string, Edit[]>();
  for (const edit of edits) byPath.set(edit.path, [...(byPath.get(edit.path) ?? []), edit]);
  return new Map([...byPath].map(([path, list]) => [path, applyEdits(view.text(path), list)]));
}

/** The first file that would have fewer uses of the key than it has. */
function missingAfter(before: KeyUses, after: KeyUses): string | undefined {
  const counts = countByPath(after);
  return [...countByPath(before)].find(([path, count]) => (counts.get(path) ?? 0) < count)?.[0];
}

function countByPath({ cites, entries, pointers }: KeyUses): Map<string, number> {
  const counts = new Map<string, number>();
  const paths = [
    ...cites.map(({ document }) => document.path),
    ...entries.map(({ at }) => at.path),
    ...pointers.map(({ path }) => path),
  ];
  for (const path of paths) counts.set(path, (counts.get(path) ?? 0) + 1);
  return counts;
}
