import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One rule as the folders name it: `rules/<group>/<id>.ts`. */
export interface RuleFile {
  readonly group: string;
  readonly id: string;
}

/** Absolute path of the repository, with a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Every rule there is, sorted by group and id: the file system is the registry. */
export function ruleFiles(): RuleFile[] {
  return readdirSync(root + 'rules', { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
    .flatMap(({ name: group }) =>
      readdirSync(`${root}rules/${group}`)
        .filter((file) => file.endsWith('.ts'))
        .map((file) => ({ group, id: file.slice(0, -'.ts'.length) })),
    )
    .sort((a, b) => (`${a.group}/${a.id}` < `${b.group}/${b.id}` ? -1 : 1));
}
