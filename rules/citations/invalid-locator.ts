import { type Cite, defineRule, type Project } from '../../src/model.ts';
import { comparePages, readPages } from '../../src/work/pages.ts';

/** A page beyond the end of the paper: the reader who opens it finds another one. */
export default defineRule({
  id: 'invalid-locator',
  description: 'Disallow pages in a citation that the cited work does not have.',
  scope: 'files',
  level: 'warning',
  preset: 'strict',
  since: '0.1.0',
  fix: 'none',
  messages: {
    outside: 'Page {page} is not in `{key}`, which has the pages {pages}.',
    backwards: 'The pages {page} end before they begin.',
  },
  options: {},

  check(project, { report }) {
    for (const document of project.documents) {
      const entries = project.entriesFor(document);
      for (const { cites, region } of project.citationsOf(document)) {
        for (const cite of cites) {
          const { key, keyRegion, label = 'page', locator } = cite;
          if (label !== 'page' || locator === undefined) continue;
          const at = { path: document.path, region: cites.length === 1 ? region : keyRegion };
          const [entry] = entries.get(key) ?? [];
          if (readPages(locator).problems.some(({ kind }) => kind === 'order')) {
            report({ at, messageId: 'backwards', data: { page: locator } });
          } else if (entry !== undefined) {
            const pages = pagesOf(project.workOf(entry));
            if (pages === undefined || !isOutside(cite, pages)) continue;
            const data = { page: locator, key, pages: `${pages.first}–${pages.last}` };
            report({ at, messageId: 'outside', data, related: [{ at: entry.at, message: 'the entry' }] });
          }
        }
      }
    }
  },
});

interface Extent {
  readonly first: string;
  readonly last: string;
}

/** From where to where a work goes that is a part of something; the pages of a book are their number. */
function pagesOf({ kind, pages }: ReturnType<Project['workOf']>): Extent | undefined {
  if (kind !== 'article' && kind !== 'chapter' && kind !== 'paper') return undefined;
  const { ranges, problems } = readPages(pages?.value ?? '');
  const [range] = ranges;
  if (range?.last === undefined || ranges.length > 1) return undefined;
  if (problems.some(({ kind }) => kind !== 'long-dash' && kind !== 'two-dashes')) return undefined;
  return { first: range.first, last: range.last };
}

function isOutside({ locator = '' }: Cite, { first, last }: Extent): boolean {
  const { ranges, problems } = readPages(locator);
  if (problems.length > 0) return false;
  return ranges.some((range) => {
    const before = comparePages(range.first, first) ?? 0;
    const behind = comparePages(range.last ?? range.first, last) ?? 0;
    return before < 0 || behind > 0;
  });
}
