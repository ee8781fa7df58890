import type { FileSource } from '../project/file-source.ts';

/** How far below a lone document its bibliographies are looked for. */
const DEPTH = 2;

/** More entries than this, and the folder is no site but somebody's whole disk. */
const MOST_ENTRIES = 10_000;

/**
 * The files of a folder that nothing says to be a site or a repository, not all the way down: a document of somebody's
 * home folder sees the bibliographies beside and near it, and opening it does not walk the disk.
 */
export function shallowSource(source: FileSource): FileSource {
  const counts = new Map<string, number>();
  let total = 0;
  return {
    entries(folder) {
      if (folder !== '' && folder.split('/').length > DEPTH) return [];
      const known = counts.get(folder);
      if (known === undefined && total > MOST_ENTRIES) return [];
      const entries = source.entries(folder);
      counts.set(folder, entries.length);
      total += entries.length - (known ?? 0);
      return entries;
    },
    read: (path) => source.read(path),
  };
}
