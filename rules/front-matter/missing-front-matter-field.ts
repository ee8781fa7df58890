import { type DialectName, type DocumentFacts, defineRule, type Project } from '../../src/model.ts';
import { findField, hasBrokenFrontMatter, titleFromPath } from '../shared/front-matter.ts';
import { matchesGlob } from '../shared/glob.ts';
import { resourceTest } from '../shared/hugo-pages.ts';

type FieldsByDialect = Readonly<Partial<Record<DialectName, readonly string[]>>>;

/** A page without a title has no name in lists and feeds; without a date it is the oldest of all. */
export default defineRule({
  id: 'missing-front-matter-field',
  description: 'Require the front matter fields that every page needs.',
  scope: 'project',
  level: 'error',
  preset: 'recommended',
  since: '0.1.0',
  fix: 'suggest',
  messages: { missing: 'The front matter has no field `{name}`.' },
  options: {
    /** Fields by dialect. */
    fields: { hugo: ['title', 'date'] } as FieldsByDialect,
    /** Fields by path, in place of those of the dialect: `{ "content/posts/**": ["title", "author"] }`. */
    paths: {} as Readonly<Record<string, readonly string[]>>,
  },

  check(project, { options, report }) {
    const isExpected = expectation(project);
    for (const document of project.documents) {
      if (document.frontMatterFormat === 'none' || hasBrokenFrontMatter(document)) continue;
      const own = Object.entries(options.paths).findLast(([glob]) => matchesGlob(glob, document.path))?.[1];
      for (const name of own ?? options.fields[document.dialect] ?? []) {
        if (findField(document, NAMES[name] ?? [name]) !== undefined) continue;
        if (own === undefined && !isExpected(document, name)) continue;
        report({
          at: { path: document.path, region: openingOf(document) },
          messageId: 'missing',
          data: { name },
          fixes: name === 'title' ? addTitle(document) : [],
        });
      }
    }
  },
});

/** Hugo takes the date from any of these, in this order (`frontmatter.date` of its configuration). */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  date: ['date', 'publishDate', 'pubdate', 'published', 'lastmod', 'modified'],
};

/** Headless pages and those that are never rendered are parts of other pages. */
const NOT_PRINTED = ['headless', 'build.render', '_build.render'];

/**
 * What may be asked of a page without being told. A title of every page that is printed, but for `_index`, which is named
 * after its folder. A date of the pages in a section, but only if its pages have one by custom: documentation has no dates.
 */
function expectation({ documents }: Project): (document: DocumentFacts, name: string) => boolean {
  const isResource = resourceTest(documents);
  const sections = new Map<string, { pages: number; dated: number }>();
  for (const document of documents) {
    if (!isSectionPage(document)) continue;
    const isDated = hasDate(document);
    for (const key of ['', sectionOf(document)]) {
      const section = sections.get(key) ?? { pages: 0, dated: 0 };
      sections.set(key, { pages: section.pages + 1, dated: section.dated + (isDated ? 1 : 0) });
    }
  }
  return (document, name) => {
    if (document.dialect !== 'hugo') return true;
    if (/\/_index\.[^./]+$/.test(document.path) || isResource(document.path)) return false;
    if (NOT_PRINTED.some((key) => isSwitchedOff(document, key))) return false;
    return name !== 'date' || (isSectionPage(document) && isDatedByCustom(sections, document));
  };
}

const isSwitchedOff = (document: DocumentFacts, key: string): boolean => {
  const value = findField(document, [key])?.value;
  return key === 'headless' ? value === true : value === false || value === 'never';
};

/** The folders of a page up to the section: `content/posts` of `content/posts/2024/sorting.md`. */
const sectionOf = ({ path }: DocumentFacts): string =>
  /^((?:.*\/)?content\/[^/]+)\//.exec(path)?.[1] ?? path.slice(0, path.lastIndexOf('/'));

const isSectionPage = ({ path, dialect }: DocumentFacts): boolean =>
  dialect === 'hugo' && /(?:^|\/)content\/[^/]+\//.test(path) && !/\/_index\.[^./]+$/.test(path);

const hasDate = (document: DocumentFacts): boolean =>
  findField(document, NAMES['date'] ?? []) !== undefined ||
  /\/\d{4}-\d{2}-\d{2}[^/]*(?:\/index)?\.\w+$/.test(document.path);

/** Half of the other pages of the section decide; where there is no other, those of the site; where there is none, yes. */
function isDatedByCustom(
  sections: ReadonlyMap<string, { readonly pages: number; readonly dated: number }>,
  document: DocumentFacts,
): boolean {
  if (hasDate(document)) return false;
  const own = sections.get(sectionOf(document));
  const { pages, dated } =
    own !== undefined && own.pages > 1 ? own : (sections.get('') ?? { pages: 1, dated: 0 });
  return pages === 1 || dated * 2 >= pages - 1;
}

/** The opening delimiter; a JSON object or an Org keyword has a shorter one. */
function openingOf({ frontMatterRegion: { start, end }, frontMatterFormat }: DocumentFacts) {
  const length = frontMatterFormat === 'json' ? 1 : frontMatterFormat === 'org' ? 2 : 3;
  return { start, end: Math.min(start + length, end) };
}

function addTitle(document: DocumentFacts) {
  const { path, frontMatter, frontMatterFormat } = document;
  const first = frontMatter[0];
  if (first === undefined || (frontMatterFormat !== 'yaml' && frontMatterFormat !== 'toml')) return [];
  const start = frontMatterFormat === 'toml' ? document.frontMatterRegion.start + 4 : first.nameRegion.start;
  const sign = frontMatterFormat === 'toml' ? ' =' : ':';
  const text = `title${sign} "${titleFromPath(path)}"\n`;
  const edits = [{ path, region: { start, end: start }, text }];
  return [{ title: 'Add a title', safety: 'suggest' as const, edits }];
}
