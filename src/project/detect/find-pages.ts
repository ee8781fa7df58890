import ignore from 'ignore';
import { folderOf, inside } from '../../text/path.ts';
import { isAboutRepository } from './folders.ts';
import type { Site } from './site.ts';

/** Markdown by its usual extensions. */
export const MARKDOWN = /\.(?:md|markdown|mdown|mkd|mkdn)$/i;

/** The same for engines that print notebooks beside it. */
export const MARKDOWN_OR_NOTEBOOK = /\.(?:md|markdown|mdown|mkd|mkdn|ipynb)$/i;

/** The documents of a folder of the site, less what the configuration excludes, in the manner of a `.gitignore`. */
export function findPages(site: Site, pattern: RegExp, excluded: readonly string[], folder = ''): string[] {
  const rules = ignore({ allowRelativePaths: true }).add([...excluded]);
  return site.files.flatMap(({ path, relative }) => {
    const isPage = pattern.test(relative) && inside(folder, relative) !== undefined;
    if (!isPage || rules.ignores(relative)) return [];
    return isAboutRepository(path) && folderOf(path) === '' ? [] : [path];
  });
}
