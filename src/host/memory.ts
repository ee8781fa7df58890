import type { FileSource, FolderEntry } from '../project/file-source.ts';

/** Files held in memory, for tests and for a browser: path to text. */
export function createMemorySource(files: Readonly<Record<string, string>>): FileSource {
  const texts = new Map(Object.entries(files));
  const folders = new Map<string, Map<string, FolderEntry>>();
  for (const path of texts.keys()) addPath(folders, path);
  return {
    entries: (folder) => [...(folders.get(folder)?.values() ?? [])],
    read(path) {
      const text = texts.get(path);
      return text === undefined ? { failure: 'missing', detail: 'it does not exist' } : { text };
    },
  };
}

function addPath(folders: Map<string, Map<string, FolderEntry>>, path: string): void {
  const names = path.split('/');
  names.forEach((name, depth) => {
    const folder = names.slice(0, depth).join('/');
    const kind = depth === names.length - 1 ? 'file' : 'folder';
    const entries = folders.get(folder) ?? new Map<string, FolderEntry>();
    entries.set(name, { name, kind, link: false });
    folders.set(folder, entries);
  });
}
