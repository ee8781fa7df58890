import type { DocumentFacts } from '../model.ts';
import { discoverFiles } from '../project/discover.ts';
import type { FileSource } from '../project/file-source.ts';

/** What engines read besides the pages: reStructuredText and LaTeX, programs with docstrings, notebooks. */
const MAY_CITE = /\.(?:rst|tex|rnw|org|adoc|typ|ipynb|py|jl|r)$/i;
const MOST_NAMED = 3;

/** Some files by name, and how many there are beside these. */
export interface FilesLeft {
  readonly paths: readonly string[];
  readonly more: number;
}

/** The pages whose code may cite the key once it has run: nobody knows what else the string is for. */
export function pagesLeft(key: string, documents: readonly DocumentFacts[]): FilesLeft {
  return firstOf(documents.filter(({ keysInCode }) => keysInCode.includes(key)).map(({ path }) => path));
}

/**
 * The files that hold a cite key as a word and cite at all, but that nobody here reads, so that a renaming leaves them as
 * they are.
 */
export async function filesLeft(
  key: string,
  source: FileSource,
  isRead: (path: string) => boolean,
): Promise<FilesLeft> {
  const literal = key.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const word = new RegExp(`(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])`, 'u');
  const candidates = (await discoverFiles(source)).filter((path) => MAY_CITE.test(path) && !isRead(path));
  const paths = candidates.filter((path) => {
    const read = source.read(path);
    if (!('text' in read) || !read.text.includes(key) || !word.test(read.text)) return false;
    return /cite/i.test(read.text) || read.text.includes(`@${key}`);
  });
  return firstOf(paths);
}

const firstOf = (paths: readonly string[]): FilesLeft => ({
  paths: paths.slice(0, MOST_NAMED),
  more: Math.max(0, paths.length - MOST_NAMED),
});
