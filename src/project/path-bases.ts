import type { SiteDialect } from '../model.ts';
import { join } from '../text/path.ts';
import { hugoFolders, rehypeFolders } from './code-bibliographies.ts';
import type { ProjectReader } from './project-reader.ts';
import { scholarSource } from './site-bibliographies.ts';

/** The folders a path in a document of this folder may be relative to, in the order the engine tries them. */
export function pathBases(
  folder: string,
  site: SiteDialect,
  ofSite: readonly string[],
  reader: ProjectReader,
): readonly string[] {
  return isSiteFirst(site, reader) ? [...ofSite, folder] : [folder, ...ofSite];
}

/** The folders a document's own path may be relative to besides its own, in the order the engine tries them. */
export function foldersOfSite(site: SiteDialect, reader: ProjectReader): string[] {
  const inRoot = (...names: string[]): string[] => names.map((name) => join(site.root, name));
  switch (site.name) {
    case 'hugo':
      return hugoFolders(site);
    case 'jekyll':
      return [scholarSource(site, reader), site.root];
    case 'distill':
      return [join(site.root, 'assets/bibliography'), site.root, scholarSource(site, reader)];
    case 'rehype-citation':
      return [...rehypeFolders(site, reader), ...inRoot('', 'public', 'src', 'data', 'content', 'static')];
    default:
      // Pandoc is run at the root of the project as often as beside the page.
      return [site.root, ''];
  }
}

/** Engines that look beside the page last. */
const SITE_FIRST = new Set(['hugo', 'jekyll', 'distill', 'rehype-citation']);

/** A page for the Distill template that no Jekyll prints names files beside it. */
function isSiteFirst({ name, root }: SiteDialect, reader: ProjectReader): boolean {
  if (name === 'distill' && !reader.has(join(root, '_config.yml'))) return false;
  return SITE_FIRST.has(name);
}
