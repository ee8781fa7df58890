import ignore from 'ignore';
import { jekyllFrontMatter } from '../../scan/front-matter/policies.ts';
import { hasFrontMatter } from '../../scan/front-matter/read-front-matter.ts';
import { inside } from '../../text/path.ts';
import { asRecord, readYaml, stringsOf } from '../site-settings.ts';
import { clean } from './settings.ts';
import type { Read, Site } from './site.ts';

const JEKYLL_PAGE = /\.(?:md|markdown|mkdown|mkdn|mkd|html|htm)$/i;
const JEKYLL_OWN = new Set(['_posts', '_drafts']);

/** How Jekyll treats a file: copied as it is, or printed; and whether it is written for the Distill template. */
export type PageKind = 'static' | 'jekyll' | 'distill';

/** What Jekyll makes of the files of its sites; remembers what it has read. */
export interface JekyllReader {
  /** The files that are printed if they have front matter: pages, posts, drafts, collections. */
  pages(site: Site): readonly string[];
  kindOf(path: string): PageKind;
}

/** A reader that asks for each file, and for each site's configuration, once. */
export function createJekyllReader(read: Read): JekyllReader {
  const kinds = new Map<string, PageKind>();
  const pages = new Map<string, readonly string[]>();
  return {
    pages(site) {
      const found = pages.get(site.root) ?? findPages(site);
      pages.set(site.root, found);
      return found;
    },
    kindOf(path) {
      const kind = kinds.get(path) ?? classify(path, read(path) ?? '');
      kinds.set(path, kind);
      return kind;
    },
  };
}

/**
 * al-folio's Distill posts have `layout: distill` and cite with `<d-cite>`; a page without front matter is static, but for one
 * that was meant to have some, and for posts: what Jekyll overlooks is for the rules to report.
 */
function classify(path: string, text: string): PageKind {
  if (!hasFrontMatter(text, jekyllFrontMatter) && !/(?:^|\/)_posts\//.test(path)) return 'static';
  const front = text.slice(0, Math.max(0, text.indexOf('\n---', 3) + 1));
  const isDistill = /^layout:[ \t]*["']?distill["']?[ \t\r]*$/m.test(front) || /<dt?-cite/.test(text);
  return isDistill ? 'distill' : 'jekyll';
}

function findPages(site: Site): string[] {
  const settings = readYaml(site.read('_config.yml') || site.read('_config.yaml'));
  const rules = ignore({ allowRelativePaths: true }).add(stringsOf(settings['exclude']));
  const collections = settings['collections'];
  const names = Array.isArray(collections) ? stringsOf(collections) : Object.keys(asRecord(collections));
  const included = stringsOf(settings['include']).map(clean);
  const printed = new Set([...JEKYLL_OWN, ...names.map((name) => '_' + name), ...included]);
  const source = typeof settings['source'] === 'string' ? clean(settings['source']) : '';
  return site.files.flatMap(({ path, relative }) => {
    const page = inside(source, relative);
    if (page === undefined || !JEKYLL_PAGE.test(page) || rules.ignores(page)) return [];
    return page.split('/').some((part) => /^[_#~]/.test(part) && !printed.has(part)) ? [] : [path];
  });
}
