import type { FileRead, FileSource, FolderEntry } from './file-source.ts';

/**
 * A file source as it would be if these texts were written: a file that is not there yet is listed with its folders, so
 * everything that reads the project treats it like any other. What was read once stays as it was read, which makes of
 * a source that changes a picture of one moment.
 */
export function layTexts(source: FileSource, texts: ReadonlyMap<string, string>): FileSource {
  const reads = new Map<string, FileRead>();
  const added = newEntries(texts.keys());
  return {
    entries(folder) {
      const entries = source.entries(folder);
      const names = added.get(folder);
      if (names === undefined) return entries;
      const missing = [...names.values()].filter(({ name }) => !entries.some((entry) => entry.name === name));
      return missing.length === 0 ? entries : [...entries, ...missing];
    },
    read(path) {
      const known = reads.get(path);
      if (known !== undefined) return known;
      const text = texts.get(path);
      const read = text === undefined ? source.read(path) : { text };
      reads.set(path, read);
      return read;
    },
  };
}

/** What every folder on the way to the files has to hold, by folder and name. */
function newEntries(paths: Iterable<string>): Map<string, Map<string, FolderEntry>> {
  const folders = new Map<string, Map<string, FolderEntry>>();
  for (const path of paths) {
    const names = path.split('/');
    for (const [depth, name] of names.entries()) {
      const folder = names.slice(0, depth).join('/');
      const entries = folders.get(folder) ?? new Map<string, FolderEntry>();
      folders.set(folder, entries);
      entries.set(name, { name, kind: depth === names.length - 1 ? 'file' : 'folder', link: false });
    }
  }
  return folders;
}
