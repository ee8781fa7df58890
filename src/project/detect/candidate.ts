import type { DialectName } from '../../model.ts';
import { below } from '../../text/path.ts';
import { readYaml } from '../site-settings.ts';
import type { Folder, SiteView } from './folders.ts';

/** A folder with the means to look into its files. */
export interface Candidate extends Folder {
  /** The first of the names that stands in the folder. */
  first(names: readonly string[]): string | undefined;
  /** Whether something stands in a folder below this one. */
  hasBelow(path: string): boolean;
  /** The text of a file of the folder, `''` where there is none. */
  read(name: string): string;
  /** A YAML file of the folder as a record. */
  settings(name: string): Readonly<Record<string, unknown>>;
}

/** What makes a folder a site of one dialect; the reason is one clause. */
export interface Sign {
  readonly name: DialectName;
  readonly reason: string;
}

/** Gives a folder the means to look into its files. */
export function candidateOf(folder: Folder, folders: ReadonlyMap<string, Folder>, view: SiteView): Candidate {
  const read = (name: string): string => view.read(below(folder.path, name)) ?? '';
  const parsed = new Map<string, Readonly<Record<string, unknown>>>();
  return {
    ...folder,
    first: (names) => names.find((name) => folder.files.has(name)),
    hasBelow: (path) => folders.has(below(folder.path, path)),
    read,
    settings(name) {
      const settings = parsed.get(name) ?? readYaml(read(name));
      parsed.set(name, settings);
      return settings;
    },
  };
}

/** The sign that a file of a folder is. */
export function sign({ path }: Candidate, name: DialectName, file: string): Sign {
  if (file.includes('/')) return { name, reason: `there is ${below(path, file)}` };
  return { name, reason: `${file} stands in ${path === '' ? 'the root folder' : path}` };
}
