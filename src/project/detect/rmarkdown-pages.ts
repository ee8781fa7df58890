import { folderOf, inside, nameOf } from '../../text/path.ts';
import { asRecord, readYaml, stringsOf } from '../site-settings.ts';
import { MARKDOWN } from './find-pages.ts';
import { isAboutRepository } from './folders.ts';
import { CHILD, withIncluded } from './included-pages.ts';
import { clean } from './settings.ts';
import type { Site } from './site.ts';

const R_MARKDOWN = /\.rmd$/i;

/** Distill for R has a folder for each article of a collection: `_posts/2024-05-01-sorting/sorting.Rmd`. */
const COLLECTED = /^_[^/]+\/(?:[^/]+\/)?[^/]+\/[^/_][^/]*\.rmd$/i;

/**
 * bookdown reads `rmd_files`, or every .Rmd beside its configuration (below it, too, with `rmd_subdir`) less the one it
 * joins them in; knitr knits the children that a chunk names.
 */
export function rmarkdownDocuments(site: Site): string[] {
  const settings = readYaml(site.read('_bookdown.yml') || site.read('_bookdown.yaml'));
  const listed = settings['rmd_files'];
  const chapters = Array.isArray(listed)
    ? stringsOf(listed)
    : Object.values(asRecord(listed)).flatMap(stringsOf);
  const names = new Set(['index.Rmd', ...chapters.map(clean)]);
  const folders = settings['rmd_subdir'];
  const isBook = site.has('_bookdown.yml');
  const isDistill = /\bdistill\b/.test(site.read('_site.yml') + site.read('index.Rmd'));
  const merged = `${String(settings['book_filename'] ?? '_main')}.rmd`.toLowerCase();
  const sources = site.files.filter(
    ({ path, relative }) =>
      (R_MARKDOWN.test(relative) || MARKDOWN.test(relative)) &&
      !isAboutRepository(path) &&
      relative.toLowerCase() !== merged,
  );
  const pages = sources.filter(({ relative }) => {
    if (chapters.length > 0) return names.has(relative);
    if (isDistill && COLLECTED.test(relative)) return true;
    const isRead =
      folderOf(relative) === '' ||
      folders === true ||
      stringsOf(folders).some((name) => inside(clean(name), relative) !== undefined);
    return isRead && (R_MARKDOWN.test(relative) || !isBook) && !nameOf(relative).startsWith('_');
  });
  return withIncluded(pages, sources, site, CHILD).map(({ path }) => path);
}
