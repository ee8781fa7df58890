import type { DocumentFacts, Project } from '../../src/model.ts';
import { findField } from './front-matter.ts';

/** Whether a path ends in `/index.md` or its like; `name` has its slash and its full stop. */
const isIndex = (path: string, name: string): boolean => {
  const at = path.lastIndexOf(name);
  return at !== -1 && at + name.length < path.length && !/[./]/.test(path.slice(at + name.length));
};

const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1);

/**
 * Whether a page stands beside an `index.md`, or below it: in Hugo such a file is a resource of that page and has none of
 * its own.
 */
export function resourceTest(documents: readonly DocumentFacts[]): (path: string) => boolean {
  const bundles = new Set<string>();
  for (const { path, dialect } of documents) {
    if (dialect === 'hugo' && isIndex(path, '/index.')) bundles.add(folderOf(path));
  }
  return (path) => {
    if (isIndex(path, '/index.') && bundles.has(folderOf(path))) return false;
    for (let folder = folderOf(path); folder !== ''; folder = folderOf(folder.slice(0, -1))) {
      if (bundles.has(folder)) return true;
    }
    return false;
  };
}

/** Hugo takes the date from any of these, in this order (`frontmatter.date` of its configuration). */
const DATES = ['date', 'publishDate', 'pubdate', 'published', 'lastmod', 'modified'];

/** The names a field goes by. */
export const namesOf = (field: string): readonly string[] => (field === 'date' ? DATES : [field]);

/** Headless pages and those that are never rendered are parts of other pages. */
const NOT_PRINTED = ['headless', 'build.render', '_build.render'];

/**
 * What may be asked of a page without being told. A title of every page that is printed, but for `_index`, which is named
 * after its folder. A date of the pages in a section, but only if its pages have one by custom: documentation has no dates.
 */
export function expectedFields(project: Project): (document: DocumentFacts, name: string) => boolean {
  const isResource = resourceTest(project.documents);
  let sections: ReturnType<typeof countSections> | undefined;
  return (document, name) => {
    if (document.dialect !== 'hugo') return true;
    if (isIndex(document.path, '/_index.') || isResource(document.path)) return false;
    if (NOT_PRINTED.some((key) => isSwitchedOff(document, key))) return false;
    if (name !== 'date') return true;
    sections ??= countSections(project);
    return isDatedByCustom(project, sections, document);
  };
}

interface Section {
  readonly pages: number;
  readonly dated: number;
}

/** How many pages each section has, and each site as a whole, and how many of them a date. */
function countSections(project: Project): ReadonlyMap<string, Section> {
  const sections = new Map<string, Section>();
  for (const document of project.documents) {
    const section = sectionOf(document);
    if (section === undefined) continue;
    const dated = hasDate(document) ? 1 : 0;
    for (const key of [siteKey(project, document), section]) {
      const known = sections.get(key) ?? { pages: 0, dated: 0 };
      sections.set(key, { pages: known.pages + 1, dated: known.dated + dated });
    }
  }
  return sections;
}

const siteKey = (project: Project, document: DocumentFacts): string =>
  `${project.dialectOf(document).root}:site`;

const isSwitchedOff = (document: DocumentFacts, key: string): boolean => {
  const value = findField(document, [key])?.value;
  return key === 'headless' ? value === true : value === false || value === 'never';
};

/**
 * The section of a page: `content/posts` of `content/posts/2024/sorting.md` and of `content/posts/sorting/index.md`. Pages that
 * stand alone (`content/about.md`, `content/en/about/index.md`) have none, nor has `_index.md`.
 */
function sectionOf({ path, dialect }: DocumentFacts): string | undefined {
  if (dialect !== 'hugo' || isIndex(path, '/_index.')) return undefined;
  const page = isIndex(path, '/index.') ? path.slice(0, path.lastIndexOf('/')) : path;
  const [, root, below] =
    /^((?:.*\/)?content[^/]*\/(?:[a-z]{2}(?:-[A-Za-z]{2,4})?\/)?)(.*)$/.exec(page) ?? [];
  const cut = below?.indexOf('/') ?? -1;
  return root === undefined || below === undefined || cut === -1 ? undefined : root + below.slice(0, cut);
}

const hasDate = (document: DocumentFacts): boolean =>
  findField(document, DATES) !== undefined ||
  /\/\d{4}-\d{2}-\d{2}[^/]*(?:\/index)?\.\w+$/.test(document.path);

/**
 * Most of the other pages of the section decide, of which there have to be two unless it is named after posts. A page alone
 * in its section is asked for a date only if posts stand there, and the rest of the site, if there is one, says yes.
 */
function isDatedByCustom(
  project: Project,
  sections: ReadonlyMap<string, Section>,
  document: DocumentFacts,
): boolean {
  const name = sectionOf(document);
  const own = name === undefined ? undefined : sections.get(name);
  if (own === undefined || hasDate(document)) return false;
  if (own.pages < 3 && !POSTS.test(name!)) return false;
  if (own.pages > 1) return own.dated * 2 > own.pages - 1;
  const { pages, dated } = sections.get(siteKey(project, document)) ?? own;
  return dated * 2 >= pages - 1;
}

/** What the sections are called whose pages are dated. */
const POSTS = /\/(?:posts?|blogs?|news|articles?|entry|entries|notes?|writings?|essays?|journal|diary)$/i;
