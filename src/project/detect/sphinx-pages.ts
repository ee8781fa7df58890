import { globTest } from '../../text/glob.ts';
import { withoutExtension } from '../../text/path.ts';
import { readYaml, stringsOf } from '../site-settings.ts';
import { findPages, MARKDOWN, MARKDOWN_OR_NOTEBOOK } from './find-pages.ts';
import { isAboutRepository } from './folders.ts';
import { NAMED_PAGE, withIncluded } from './included-pages.ts';
import { readsNotebooks } from './notebooks.ts';
import { clean } from './settings.ts';
import type { Site } from './site.ts';

/** Sphinx prints all pages it finds; of Jupyter Book it can be asked to print those of the table of contents alone. */
export function sphinxDocuments(site: Site): string[] {
  const printed = readsNotebooks('sphinx', site.read('conf.py')) ? MARKDOWN_OR_NOTEBOOK : MARKDOWN;
  const all = withListed(findPages(site, printed, excludedPatterns(site)), site);
  if (readYaml(site.read('_config.yml'))['only_build_toc_files'] !== true) return all;
  const listed = [...site.read('_toc.yml').matchAll(BOOK_ENTRY)].map(([, name = '']) => clean(name));
  if (listed.length === 0) return all;
  const names = new Set(listed);
  const patterns = listed.filter((name) => name.includes('*')).map(globTest);
  const known = new Set(all);
  const sources = site.files.filter(({ path }) => known.has(path));
  const built = sources.filter(({ relative }) => {
    const name = withoutExtension(relative);
    return names.has(name) || names.has(relative) || patterns.some((test) => test(name) || test(relative));
  });
  return withIncluded(built, sources, site, NAMED_PAGE).map(({ path }) => path);
}

/** What `_toc.yml` lists. */
const BOOK_ENTRY = /^[ \t-]*(?:file|root|glob):[ \t]*["']?([^"'\n\r#]+)/gm;

/** The same less patterns: pages by their names alone. */
const LISTED_PAGE = /^[ \t-]*(?:file|root):[ \t]*["']?([^\s"'#]+)/gm;

/** The documents, with pages about the repository that the table of contents lists: there `README.md` is a chapter. */
function withListed(documents: readonly string[], site: Site): string[] {
  const listed = [...site.read('_toc.yml').matchAll(LISTED_PAGE)].map(([, name = '']) =>
    name.replace(/^\.\//, ''),
  );
  const names = new Set(listed.flatMap((name) => [name, `${name}.md`]));
  const added = site.files.filter(({ path, relative }) => isAboutRepository(path) && names.has(relative));
  return [...new Set([...documents, ...added.map(({ path }) => path)])];
}

/** `exclude_patterns` of Sphinx, and of Jupyter Book. */
function excludedPatterns(site: Site): string[] {
  const list =
    /^exclude_patterns[ \t]{0,9}\+?=[ \t]{0,9}\[([^\]]{0,5000})\]/m.exec(site.read('conf.py'))?.[1] ?? '';
  const fromPython = [...list.matchAll(/["']([^"']+)["']/g)].map((match) => match[1]!);
  const settings = readYaml(site.read('_config.yml'));
  return [...fromPython, ...stringsOf(settings['exclude_patterns'])];
}
