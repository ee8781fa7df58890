import { UserError } from '../errors.ts';
import { CONFIG_NAMES } from '../project/config-names.ts';
import type { FolderEntry } from '../project/file-source.ts';
import { ancestors, below } from '../text/path.ts';

/** The files of a project as configurations are read from them; paths are relative to its root. */
export interface ConfigSource {
  entries(folder: string): readonly FolderEntry[];
  /** `undefined` where the file cannot be read. */
  read(path: string): string | undefined;
}

/** A file that a configuration names: one of the project, or one of a package installed in it. */
export interface NamedFile {
  readonly path: string;
  readonly isOfPackage: boolean;
}

/**
 * The file that `written` means in a configuration: a path relative to it, or the name of a package in a `node_modules`
 * above it, with a path inside it where there is one. What a package alone stands for is the first of the files that
 * `offered` names. Throws a `UserError` where the way leads out of the project, through a link or otherwise; `undefined`
 * where nothing is there.
 */
export function findNamedFile(
  written: string,
  ownFolder: string,
  source: ConfigSource,
  offered: (packageFolder: string) => readonly string[] = () => CONFIG_NAMES,
): NamedFile | undefined {
  const beside = joinInside(ownFolder, written);
  if (kindOf(beside, source) === 'file') return { path: beside, isOfPackage: false };
  const parsed = /^((?:@[\w.-]+\/)?\w[\w.-]*)(?:\/(.+))?$/.exec(written);
  if (parsed === null) return undefined;
  const [, name = '', inside] = parsed;
  for (const folder of ancestors(ownFolder, '')) {
    const home = joinInside(folder, `node_modules/${name}`);
    if (kindOf(home, source) !== 'folder') continue;
    const candidates = inside === undefined ? offered(home) : [inside];
    const path = candidates
      .map((candidate) => joinInside(home, candidate))
      .find((candidate) => kindOf(candidate, source) === 'file');
    return path === undefined ? undefined : { path, isOfPackage: true };
  }
  return undefined;
}

/** What stands at a path whose folders all lie inside the project; a link that leads out of it is nothing. */
function kindOf(path: string, source: ConfigSource): FolderEntry['kind'] | 'missing' {
  let folder = '';
  let kind: FolderEntry['kind'] = 'folder';
  for (const name of path.split('/')) {
    const entries: readonly FolderEntry[] = kind === 'folder' ? source.entries(folder) : [];
    const entry = entries.find((candidate) => candidate.name === name);
    if (entry === undefined) return 'missing';
    kind = entry.kind;
    folder = below(folder, name);
  }
  return kind;
}

function joinInside(folder: string, path: string): string {
  const parts = path.startsWith('/') ? undefined : folder.split('/').filter(Boolean);
  for (const part of path.split('/')) {
    if (parts === undefined || (part === '..' && parts.pop() === undefined)) {
      throw new UserError(`\`${path}\` leads out of the project.`);
    }
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return parts?.join('/') ?? '';
}
