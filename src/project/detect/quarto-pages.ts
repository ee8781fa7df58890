import ignore from 'ignore';
import { inside, nameOf } from '../../text/path.ts';
import { asRecord, readYaml, stringsOf } from '../site-settings.ts';
import { isAboutRepository } from './folders.ts';
import { CHILD, INCLUDE, withIncluded } from './included-pages.ts';
import { clean } from './settings.ts';
import type { Site } from './site.ts';

const QUARTO_SOURCE = /\.(?:qmd|rmd|rmarkdown|md|ipynb)$/i;

/**
 * Quarto prints what `project.render` matches, or all it can read, of a book the chapters it lists; a partial
 * (`_intro.qmd`) is part of another page, and so is whatever a page includes.
 */
export function quartoDocuments(site: Site): string[] {
  const settings = readYaml(site.read('_quarto.yml') || site.read('_quarto.yaml'));
  const project = asRecord(settings['project']);
  const render = stringsOf(project['render']);
  const [output = ''] = stringsOf(project['output-dir']).map(clean);
  const printed = ignore({ allowRelativePaths: true }).add(render.filter((rule) => !rule.startsWith('!')));
  const negated = render.filter((rule) => rule.startsWith('!')).map((rule) => rule.slice(1));
  const skipped = ignore({ allowRelativePaths: true }).add(negated);
  const chapters = chaptersOf(site);
  const isListed = (path: string): boolean => chapters.has(path) || chapters.has(withoutLanguage(path));
  const isPrinted = (path: string): boolean =>
    (chapters.size > 0 && isListed(path)) ||
    ((render.length === negated.length ? chapters.size === 0 : printed.ignores(path)) &&
      !skipped.ignores(path));
  const sources = site.files.filter(
    ({ path, relative }) => QUARTO_SOURCE.test(relative) && !isAboutRepository(path),
  );
  const pages = sources.filter(({ relative }) => {
    if (/(?:^|\/)_[^/]*\//.test(relative)) return false;
    if (output !== '' && inside(output, relative) !== undefined) return false;
    return nameOf(relative).startsWith('_') ? /\.qmd$/i.test(relative) : isPrinted(relative);
  });
  return withIncluded(pages, sources, site, INCLUDE, CHILD).map(({ path }) => path);
}

/** The pages that a book of Quarto is made of in any of its profiles; none where it is no book, or does not list them. */
function chaptersOf(site: Site): ReadonlySet<string> {
  const profiles = site.files
    .filter(({ relative }) => /^_quarto(?:-[\w.-]+)?\.ya?ml$/.test(relative))
    .map(({ relative }) => readYaml(site.read(relative)));
  const types = profiles.flatMap(({ project }) => stringsOf(asRecord(project)['type']));
  if (types.length === 0 || types.some((type) => type !== 'book')) return new Set();
  const listed = profiles.flatMap(({ book }) => pagesIn(book)).map(clean);
  return new Set(listed.length === 0 ? [] : [...listed, '404.qmd', '404.md']);
}

/** `{ part: a.qmd, chapters: [b.qmd, { file: c.qmd }] }`, however deep. */
function pagesIn(value: unknown): string[] {
  if (typeof value === 'string') return QUARTO_SOURCE.test(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(pagesIn) : [];
}

/** `intro.es.qmd` is what babelquarto prints for `intro.qmd` in the Spanish book. */
const withoutLanguage = (path: string): string =>
  path.replace(/\.[a-z]{2,3}(?:-[A-Za-z]{2,4})?(?=\.\w+$)/, '');
