import type { DialectName, SiteDialect } from '../../model.ts';
import { siteTraits } from '../site-traits.ts';
import { candidateOf, type Sign } from './candidate.ts';
import { documentsOf } from './documents.ts';
import { foldersOutside } from './docusaurus.ts';
import { type Folder, filesBelow, indexFolders, isForeign, type SiteView } from './folders.ts';
import { generatorSigns } from './generators.ts';
import { createJekyllReader, type JekyllReader } from './jekyll-pages.ts';
import { jekyllTags, keyFields, listInTemplates } from './jekyll-tags.ts';
import { findLooseSites } from './loose.ts';
import { openSite } from './site.ts';

export { documentsOf } from './documents.ts';
export type { SiteView } from './folders.ts';

/** A site with the documents that are its own. */
export interface SiteWithDocuments {
  readonly dialect: SiteDialect;
  readonly documents: readonly string[];
}

/**
 * Every site of a project with its dialect and the reason for it. A site above comes before the sites below it, and where
 * two claim one document the later is right. A Jekyll site whose pages are partly written for Distill is listed twice.
 * Throws `ParserNotLoaded` where a configuration is YAML and `loadParser('yaml')` has not been called.
 */
export function detectSites(view: SiteView): SiteDialect[] {
  return detect(view, jekyllReader(view));
}

/** The sites with their documents, each document in one site only; what both need of a page is read once. */
export function sitesWithDocuments(view: SiteView): SiteWithDocuments[] {
  const jekyll = jekyllReader(view);
  const claimed = new Set<string>();
  const read = (path: string): string | undefined => view.read(path);
  const sorted = [...view.files].sort();
  const topLevel = sorted.filter((path) => !path.includes('/'));
  const sites = detect(view, jekyll)
    .reverse()
    .map((dialect) => {
      const readsAll = dialect.root === '' || foldersOutside(dialect, read).length > 0;
      const files = readsAll ? sorted : [...topLevel, ...filesBelow(sorted, dialect.root)];
      const documents = documentsOf(dialect, files, read, jekyll).filter((path) => !claimed.has(path));
      for (const path of documents) claimed.add(path);
      return { dialect, documents };
    });
  return sites.reverse();
}

function jekyllReader(view: SiteView): JekyllReader {
  return createJekyllReader((path) => view.read(path));
}

function detect(view: SiteView, jekyll: JekyllReader): SiteDialect[] {
  const folders = indexFolders(view.files);
  const configured = [...folders.values()].flatMap((folder) => findConfigured(folder, folders, view));
  const names = new Map<string, DialectName[]>();
  for (const { root, name } of configured) names.set(root, [...(names.get(root) ?? []), name]);
  const sites = configured.flatMap((site) =>
    site.name === 'jekyll' ? splitDistill(site, view, jekyll) : [site],
  );
  const traitsOf = siteTraits(view, folders);
  const loose = findLooseSites({ view, folders, sites: names }).map((found) => siteOf(found, found.root));
  return [...sites, ...loose].map(traitsOf).sort((a, b) => depthOf(a.root) - depthOf(b.root));
}

function findConfigured(folder: Folder, folders: ReadonlyMap<string, Folder>, view: SiteView): SiteDialect[] {
  if (isForeign(folder.path)) return [];
  const candidate = candidateOf(folder, folders, view);
  return generatorSigns.flatMap((sign) => {
    const found = sign(candidate);
    return found === undefined ? [] : [siteOf(found, folder.path)];
  });
}

function siteOf({ name, reason }: Sign, root: string): SiteDialect {
  return { name, root, reason, shortcodes: {}, shortcodesComplete: false, crossReferencePrefixes: [] };
}

function depthOf(root: string): number {
  return root === '' ? 0 : root.split('/').length;
}

/** Pages with `<d-cite>` or `layout: distill` are read as Distill, the others as Jekyll; both through Liquid. */
function splitDistill(site: SiteDialect, view: SiteView, reader: JekyllReader): SiteDialect[] {
  const shortcodes = jekyllTags(site.root, view);
  const list = listInTemplates(site.root, view, shortcodes);
  const fields = keyFields(site.root, view);
  const jekyll = {
    ...site,
    shortcodes,
    ...(list === undefined ? {} : { listInTemplates: list }),
    ...(fields.length === 0 ? {} : { keyFields: fields }),
  };
  const pages = reader.pages(openSite(site.root, view.files, (path) => view.read(path)));
  const distill = pages.find((path) => reader.kindOf(path) === 'distill');
  if (distill === undefined) return [jekyll];
  const reason = `${distill} is written for the Distill template`;
  const isMixed = pages.some((path) => reader.kindOf(path) === 'jekyll');
  const page = { ...jekyll, name: 'distill', reason } as const;
  return isMixed ? [jekyll, page] : [page];
}
