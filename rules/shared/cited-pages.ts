import type { DocumentFacts, Location, Project } from '../../src/model.ts';
import { closest } from '../../src/text/similar.ts';

/** What is said of a page that a shortcode cites and that is not there. */
export const pageMessages = {
  'missing-page': 'There is no page `{page}`, so this shortcode prints nothing.',
  'misspelt-page': 'There is no page `{page}`; did you mean `{suggestion}`? This shortcode prints nothing.',
};

interface MissingPage {
  readonly at: Location;
  readonly page: string;
  readonly suggestion: string | undefined;
}

/**
 * Pages that shortcodes cite and no document is, as Hugo looks for them: by their path below the content, whatever its
 * case. Told where pages stand in the same folder, for others may be made only when the site is.
 */
export function* missingPages(documents: readonly DocumentFacts[], project: Project): Iterable<MissingPage> {
  let pages: ReadonlyMap<string, string> | undefined;
  for (const { path, problems } of documents) {
    for (const { messageId, data, region } of problems) {
      if (messageId !== 'missing-page') continue;
      pages ??= pagesOf(project);
      const page = String(data?.['page']);
      const asked = page.toLowerCase().replace(/^\/|\/$/g, '');
      const folder = asked.slice(0, asked.lastIndexOf('/') + 1);
      const beside = [...pages.keys()].filter((known) => known.startsWith(folder));
      if (beside.length === 0 || pages.has(asked)) continue;
      yield { at: { path, region }, page, suggestion: pages.get(closest(asked, beside) ?? '') };
    }
  }
}

/** By their paths in lower case: `content/en/publication/Knuth/index.en.md` is `publication/knuth` as well. */
function pagesOf(project: Project): ReadonlyMap<string, string> {
  const pages = new Map<string, string>();
  for (const { path } of project.documents) {
    const at = path.lastIndexOf('content/');
    if (at === -1) continue;
    const below = path.slice(at + 'content/'.length).replace(FILE, '');
    for (const page of [below, below.slice(below.indexOf('/') + 1)])
      pages.set(page.toLowerCase(), `/${page}`);
  }
  return pages;
}

const FILE = /(?:\/_?index)?(?:\.[a-z]{2}(?:-[a-z]{2})?)?\.\w+$/i;
