import type { DocumentFacts } from '../../src/model.ts';

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/**
 * Whether a page stands beside an `index.md`, or below it: in Hugo such a file is a resource of that page and has none of
 * its own.
 */
export function resourceTest(documents: readonly DocumentFacts[]): (path: string) => boolean {
  const bundles = new Set<string>();
  for (const { path, dialect } of documents) {
    if (dialect === 'hugo' && /\/index\.[^./]+$/.test(path)) bundles.add(folderOf(path));
  }
  return (path) => {
    if (/\/index\.[^./]+$/.test(path) && bundles.has(folderOf(path))) return false;
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder.slice(0, -1))) {
      if (bundles.has(folder)) return true;
    }
    return false;
  };
}
