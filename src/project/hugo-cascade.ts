import type { SiteDialect } from '../model.ts';
import { folderOf, join } from '../text/path.ts';
import { remember } from '../text/remember.ts';
import type { ProjectReader } from './project-reader.ts';
import type { SiteBibliography } from './site-bibliographies.ts';

/** The bibliographies that the `_index.md` of a folder hands to all pages below it. */
export type FindCascade = (folder: string, site: SiteDialect) => readonly SiteBibliography[];

/**
 * Hugo gives what stands under `cascade` to every page below. A cascade has many forms, in three languages, so it is
 * read by its words; what is not there is no bibliography.
 */
export function createCascades(reader: ProjectReader): FindCascade {
  const sections = new Map<string, string[]>();
  for (const path of reader.files) {
    if (SECTION.test(path)) remember(sections, folderOf(path), () => [] as string[]).push(path);
  }
  const found = new Map<string, readonly SiteBibliography[]>();
  return (folder, site) =>
    remember(found, `${site.root}\n${folder}`, () =>
      (sections.get(folder) ?? []).flatMap((path) => handedDown(reader.read(path) ?? '', site)),
    );
}

const SECTION = /(?:^|\/)_index(?:\.[\w-]+)?\.(?:md|markdown|html|org|adoc)$/i;

function handedDown(page: string, { root, shortcodes }: SiteDialect): SiteBibliography[] {
  const start = page.search(/\bcascade\b/i);
  if (start === -1) return [];
  const told = Object.values(shortcodes).flatMap(({ cite }) => cite?.sources?.parameters ?? []);
  const names = ['bibFile', 'bibliography', ...told].join('|');
  const value = new RegExp(`\\b(?:${names})\\b["']?[ \\t]*[:=][ \\t]*["']?([\\w./-]+)`, 'gi');
  return [...page.slice(start, start + LONGEST).matchAll(value)].flatMap(([, written = '']) => {
    return ['', 'content', 'data', 'assets'].map((folder) => ({ written, folder: join(root, folder) }));
  });
}

/** More than the front matter of a section has behind the word. */
const LONGEST = 4000;
