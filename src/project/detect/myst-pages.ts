import ignore from 'ignore';
import { globTest } from '../../text/glob.ts';
import { withoutExtension } from '../../text/path.ts';
import { asRecord, readYaml, stringsOf } from '../site-settings.ts';
import { findPages, MARKDOWN_OR_NOTEBOOK } from './find-pages.ts';
import { NAMED_PAGE, withIncluded } from './included-pages.ts';
import { clean } from './settings.ts';
import type { Site } from './site.ts';

/**
 * mystmd builds what `project.toc` lists, and every page where there is none. What a page includes or exports, and the parts
 * that the configuration names, are printed as well.
 */
export function mystDocuments(site: Site): string[] {
  const text = site.read('myst.yml');
  const project = asRecord(readYaml(text)['project']);
  const excluded = stringsOf(project['exclude']);
  const { toc } = project;
  if (!Array.isArray(toc) || toc.length === 0) return findPages(site, MARKDOWN_OR_NOTEBOOK, excluded);
  const entries = entriesOf(toc);
  const named = new Set(
    [
      ...entries.flatMap(({ file }) => stringsOf(file)),
      ...[...text.matchAll(NAMED_PAGE)].map(([, name]) => name!),
    ].map(clean),
  );
  const patterns = entries.flatMap(({ pattern }) => stringsOf(pattern)).map((glob) => globTest(clean(glob)));
  const isExcluded = ignore({ allowRelativePaths: true }).add(excluded);
  const sources = site.files.filter(({ relative }) => MARKDOWN_OR_NOTEBOOK.test(relative));
  const built = sources.filter(
    ({ relative }) =>
      named.has(relative) ||
      named.has(withoutExtension(relative)) ||
      (patterns.some((test) => test(relative)) && !isExcluded.ignores(relative)),
  );
  return withIncluded(built, sources, site, NAMED_PAGE).map(({ path }) => path);
}

/** The entries of a table of contents with those below them. */
function entriesOf(toc: readonly unknown[]): Record<string, unknown>[] {
  return toc.map(asRecord).flatMap((entry) => {
    const { children } = entry;
    return Array.isArray(children) ? [entry, ...entriesOf(children)] : [entry];
  });
}
