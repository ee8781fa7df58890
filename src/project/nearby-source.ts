import { folderOf } from '../text/path.ts';
import type { FileSource } from './file-source.ts';

/** How far below a lone file its neighbours are looked for. */
const DEPTH = 2;

/** More entries than this, and the folder is no site but somebody's whole disk. */
const MOST_ENTRIES = 10_000;

/**
 * What stands beside and near lone files, in folders that nothing says to be a site or a repository: a page in somebody's
 * home folder sees the bibliographies around it, and to check it does not walk the disk.
 *
 * @param targets The lone files, relative to the root of the source.
 */
export function nearbySource(source: FileSource, targets: readonly string[]): FileSource {
  const homes = [...new Set(targets.map(folderOf))];
  let total = 0;
  return {
    entries(folder) {
      const isOnTheWay = homes.some(
        (home) => folder === '' || home === folder || home.startsWith(`${folder}/`),
      );
      if (!isOnTheWay && (total > MOST_ENTRIES || !homes.some((home) => isNear(folder, home)))) return [];
      const entries = source.entries(folder);
      total += entries.length;
      return entries;
    },
    read: (path) => source.read(path),
  };
}

function isNear(folder: string, home: string): boolean {
  if (home !== '' && !folder.startsWith(`${home}/`)) return false;
  return folder.slice(home === '' ? 0 : home.length + 1).split('/').length <= DEPTH;
}
