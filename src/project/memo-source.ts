import type { FileRead, FileSource, FolderEntry } from './file-source.ts';

/** A file source that asks the machine once, until it is told that something changed. */
export interface MemoSource extends FileSource {
  /** Forgets these files, or all below these folders, and the folders they stand in; without paths, everything. */
  forget(paths?: readonly string[]): void;
}

/** Remembers what a file source said, for processes that look at a project again and again. */
export function createMemoSource(source: FileSource): MemoSource {
  const folders = new Map<string, readonly FolderEntry[]>();
  const files = new Map<string, FileRead>();
  return {
    entries(folder) {
      const known = folders.get(folder) ?? source.entries(folder);
      folders.set(folder, known);
      return known;
    },
    read(path) {
      const known = files.get(path) ?? source.read(path);
      files.set(path, known);
      return known;
    },
    forget(paths) {
      if (paths === undefined) {
        folders.clear();
        files.clear();
      }
      for (const path of paths ?? []) {
        if (folders.has(path)) for (const known of [folders, files]) forgetBelow(known, path);
        files.delete(path);
        for (const folder of foldersAbove(path)) folders.delete(folder);
      }
    },
  };
}

function forgetBelow(known: Map<string, unknown>, folder: string): void {
  for (const path of known.keys()) {
    if (path === folder || folder === '' || path.startsWith(`${folder}/`)) known.delete(path);
  }
}

/** A new file may come with new folders. */
function* foldersAbove(path: string): Iterable<string> {
  for (let at = path.lastIndexOf('/'); at > 0; at = path.lastIndexOf('/', at - 1)) yield path.slice(0, at);
  yield '';
}
