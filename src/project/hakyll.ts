import type { SiteDialect } from '../model.ts';
import { remember } from '../text/remember.ts';
import type { ProjectReader } from './project-reader.ts';

/**
 * Whether Hakyll prints the pages of a Pandoc site. It keeps the front matter from Pandoc, so `bibliography: refs` there
 * means what the program of the site makes of it: mostly a file of that name in a folder of its own.
 */
export function usesHakyll({ name }: SiteDialect, reader: ProjectReader): boolean {
  if (name !== 'pandoc') return false;
  return remember(known, reader, () =>
    reader.files.some((path) => HASKELL.test(path) && IMPORTS_HAKYLL.test(reader.read(path) ?? '')),
  );
}

const known = new WeakMap<ProjectReader, boolean>();
const HASKELL = /\.l?hs$/;
const IMPORTS_HAKYLL = /^(?:>[ \t]{1,9})?import[ \t]{1,20}(?:qualified[ \t]{1,20})?Hakyll\b/m;
