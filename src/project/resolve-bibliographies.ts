import type { BibliographyLink, Citation, DocumentFacts, Location, SiteDialect } from '../model.ts';
import type { Mutable } from '../text/mutable.ts';
import { once } from '../text/once.ts';
import { isPartialPath } from '../text/partial-path.ts';
import { remember } from '../text/remember.ts';
import { type Resolved, resolvePath } from './bibliography-path.ts';
import { hugoFolders, loadsRehypeAlone, rehypeFolders } from './code-bibliographies.ts';
import {
  bundleFiles,
  folderBibliographies,
  hugoFolder,
  metadataBibliographies,
  nearestBibs,
} from './folder-bibliographies.ts';
import { createCascades } from './hugo-cascade.ts';
import { forgetfulMemory, type ProjectMemory } from './project-memory.ts';
import type { ProjectReader } from './project-reader.ts';
import { type FindLinks, scholarLinks } from './scholar-links.ts';
import {
  folderOf,
  join,
  type SiteBibliography,
  scholarSource,
  siteBibliographies,
} from './site-bibliographies.ts';
import { findTold, toldLinks } from './told-bibliographies.ts';

type Links = ReadonlyMap<string, readonly BibliographyLink[]>;

/**
 * Which bibliographies each document loads: those it names itself, those of the folders and the site above it, the
 * files of its page bundle, and the defaults of its engine. Paths are confined to the project; nothing is fetched.
 */
export function resolveBibliographies(
  documents: readonly DocumentFacts[],
  dialects: ReadonlyMap<string, SiteDialect>,
  reader: ProjectReader,
  configuredFor: (path: string) => readonly string[] = () => [],
  memory: ProjectMemory = forgetfulMemory,
): Links {
  const links = new Map<string, readonly BibliographyLink[]>();
  const resolver = createResolver(reader, memory, (site) => keysCitedIn(site, documents, dialects));
  for (const document of documents) {
    const site = dialects.get(document.path);
    if (site === undefined) continue;
    const place = resolver.place(folderOf(document.path), site);
    const configured = configuredFor(document.path);
    const ofFiles = resolver.linksOfFiles(document, site);
    const more = configured.length + ofFiles.length;
    const grounds = more === 0 ? place.grounds : [...place.grounds, ...configured, ofFiles];
    const make = (): readonly BibliographyLink[] => {
      const links = linksOf(document, ofFiles, place, resolver);
      if (configured.length === 0) return links;
      const added = configured.flatMap((path) =>
        resolver.resolve(path, [''], site).map((link) => declared(link, 'bibliography', undefined)),
      );
      return unique([...added, ...links]);
    };
    links.set(document.path, memory.linksOf(document, grounds, make));
  }
  return links;
}

const NO_LINKS: readonly BibliographyLink[] = [];

interface Resolver {
  /** What holds for all documents of a folder; a site's thousand pages ask for the same. */
  place(folder: string, site: SiteDialect): Place;
  /** What a document loads through the files that it takes metadata from. */
  linksOfFiles(document: DocumentFacts, site: SiteDialect): readonly BibliographyLink[];
  /** What documents of the site that name no bibliography may be told on a command line; none where they cannot be. */
  fallback(site: SiteDialect): readonly BibliographyLink[];
  resolve(written: string, folders: readonly string[], site: SiteDialect): readonly Resolved[];
}

/** A folder of a site. */
interface Place {
  readonly site: SiteDialect;
  /** The folders a path in one of its documents may be relative to, in the order the engine tries them. */
  readonly folders: readonly string[];
  /** What a path in one of its documents leads to. */
  resolve(written: string): readonly Resolved[];
  /** Whether the engine heeds the bibliographies that a document names in its front matter. */
  readonly heedsDocuments: boolean;
  readonly linksOfFolder: readonly BibliographyLink[];
  readonly linksOfSite: readonly BibliographyLink[];
  /** Both, which are the links of a document that names none. */
  readonly linksAbove: readonly BibliographyLink[];
  /** What the links of its documents follow from, beside the documents themselves. */
  readonly grounds: readonly unknown[];
}

/** Written out, since every document has its own and a spread takes longer than the rest. */
function declared(
  { written, path, status, keyPrefix, packages }: Resolved,
  role: BibliographyLink['role'],
  at: Location | undefined,
): BibliographyLink {
  const link: Mutable<BibliographyLink> = {
    written,
    role,
    status,
  };
  if (path !== undefined) link.path = path;
  if (keyPrefix !== undefined) link.keyPrefix = keyPrefix;
  if (packages !== undefined) link.packages = packages;
  if (at !== undefined) link.at = at;
  return link;
}

function linksOf(
  document: DocumentFacts,
  ofFiles: readonly BibliographyLink[],
  place: Place,
  resolver: Resolver,
): readonly BibliographyLink[] {
  const { site, folders, linksOfSite } = place;
  if (site.name === 'jekyll') {
    const find: FindLinks = (path, above, role, at) =>
      resolver.resolve(path, [...above, ...folders], site).map((link) => declared(link, role, at));
    return unique(scholarLinks(document, site.root, linksOfSite, find));
  }
  const named = ownLinks(document, place);
  const own = ofFiles.length === 0 ? named : [...named, ...ofFiles];
  const all = own.length === 0 ? place.linksAbove : withLinksAbove(own, document, place);
  const told = isToldMore(document, site) ? own : all;
  if (told.some(({ role }) => role === 'bibliography') || document.entries.length > 0) return all;
  const mayLook = TOLD_ELSEWHERE.has(site.name) && document.citations.some(citesByKey);
  return mayLook ? unique([...all, ...resolver.fallback(site)]) : all;
}

function ownLinks({ bibliographies, path: file }: DocumentFacts, place: Place): readonly BibliographyLink[] {
  if (bibliographies.length === 0 || !place.heedsDocuments) return NO_LINKS;
  return bibliographies.flatMap(({ path, role, region }) =>
    place.resolve(path).map((link) => declared(link, role, { path: file, region })),
  );
}

function withLinksAbove(own: readonly BibliographyLink[], document: DocumentFacts, place: Place) {
  const { linksOfFolder, linksOfSite } = place;
  return unique([...own, ...linksOfFolder, ...(readsOwnAlone(document, own) ? [] : linksOfSite)]);
}

/** Whether what stands above a page may not be all it is told: Pandoc takes options, and a part what its page loads. */
function isToldMore({ path }: DocumentFacts, { name }: SiteDialect): boolean {
  return name === 'pandoc' || (name === 'quarto' && isPartialPath(path));
}

/** A number or a link leads to an item written out on the page, and asks for no bibliography. */
function citesByKey({ construct }: Citation): boolean {
  return construct !== 'numbered' && construct !== 'link';
}

/** Elements of Distill are looked up in the bibliography that the page names; that of jekyll-scholar is for its tags. */
function readsOwnAlone({ dialect, citations }: DocumentFacts, own: readonly BibliographyLink[]): boolean {
  return (
    dialect === 'distill' &&
    own.some(({ role, status }) => role === 'bibliography' && status === 'found') &&
    citations.every(({ construct }) => construct === 'element')
  );
}

/** Pandoc is often told its bibliography on the command line, in a Makefile or in an editor; a part by its page. */
const TOLD_ELSEWHERE = new Set(['pandoc', 'rmarkdown', 'quarto', 'rehype-citation']);

function unique(links: readonly BibliographyLink[]): readonly BibliographyLink[] {
  if (links.length < 2) return links;
  const seen = new Set<string>();
  return links.filter(({ path, written, role }) => {
    const name = `${role} ${path ?? written}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/** The keys that the pages of a site cite. */
function keysCitedIn(
  { name, root }: SiteDialect,
  documents: readonly DocumentFacts[],
  dialects: ReadonlyMap<string, SiteDialect>,
): ReadonlySet<string> {
  const pages = documents.filter(({ path }) => {
    const site = dialects.get(path);
    return site?.name === name && site.root === root;
  });
  return new Set(
    pages.flatMap(({ citations }) => citations.flatMap(({ cites }) => cites.map(({ key }) => key))),
  );
}

function createResolver(
  reader: ProjectReader,
  memory: ProjectMemory,
  citedIn: (site: SiteDialect) => ReadonlySet<string>,
): Resolver {
  const sites = new Map<string, readonly BibliographyLink[]>();
  const folders = new Map<string, readonly BibliographyLink[]>();
  const fallbacks = new Map<string, readonly BibliographyLink[]>();
  const bases = new Map<string, readonly string[]>();
  const declaredBy = (found: readonly SiteBibliography[], site: SiteDialect): BibliographyLink[] =>
    found.flatMap(({ written, folder, declaredIn, role = 'bibliography', nocite = [] }) =>
      resolve(written, [folder], site)
        .filter(({ status }) => declaredIn !== undefined || status === 'found')
        .map((resolved) => {
          const at = declaredIn === undefined ? undefined : placeOf(written, declaredIn, reader);
          const link = declared(resolved, role, at);
          return nocite.length === 0 ? link : { ...link, nocite };
        }),
    );
  const bundles = bundleFiles(reader.files);
  const cascade = createCascades(reader);
  const resolved = new Map<string, readonly Resolved[]>();
  const resolve: Resolver['resolve'] = (written, bases, site) =>
    remember(resolved, [written, site.name, site.root, ...bases].join('\n'), () =>
      resolvePath(written, bases, site, reader),
    );
  const linksOfSite = (site: SiteDialect): readonly BibliographyLink[] =>
    remember(sites, `${site.name} ${site.root}`, () =>
      memory.links(`site ${site.name} ${site.root}`, declaredBy(siteBibliographies(site, reader), site)),
    );
  const linksOfFolder = (folder: string, site: SiteDialect): readonly BibliographyLink[] =>
    remember(folders, `${site.root}\n${folder}`, () =>
      memory.links(
        `folder ${site.name} ${site.root}\n${folder}`,
        declaredBy(
          site.name === 'hugo'
            ? hugoFolder(folder, site, bundles, cascade)
            : folderBibliographies(folder, site, reader),
          site,
        ),
      ),
    );
  const foldersFor = (folder: string, site: SiteDialect): readonly string[] => {
    const ofSite = remember(bases, `${site.name} ${site.root}`, () => foldersOfSite(site, reader));
    return isSiteFirst(site, reader) ? [...ofSite, folder] : [folder, ...ofSite];
  };
  const makePlace = (folder: string, site: SiteDialect): Place => {
    const folders = foldersFor(folder, site);
    const known = new Map<string, readonly Resolved[]>();
    const ofFolder = linksOfFolder(folder, site);
    const ofSite = linksOfSite(site);
    return {
      site,
      folders,
      resolve: (written) => remember(known, written, () => resolve(written, folders, site)),
      heedsDocuments: !isMystProject(site, reader),
      linksOfFolder: ofFolder,
      linksOfSite: ofSite,
      linksAbove: unique([...ofFolder, ...ofSite]),
      grounds: [site, reader.files, ofFolder, ofSite, ...folders],
    };
  };
  const told = once(() => findTold(reader));
  const fallbackOf = (site: SiteDialect): readonly BibliographyLink[] => {
    if (!mayBeTold(site, reader)) return [];
    const found = nearestBibs(site, reader, () => citedIn(site));
    const nearest = declaredBy(found, site).map((link) => ({ ...link, isGuess: true }));
    return site.name === 'rehype-citation' ? nearest : toldLinks(site, told(), nearest, reader);
  };
  const linksOfFiles: Resolver['linksOfFiles'] = (document, site) => {
    const found = metadataBibliographies(document, site, reader);
    return found.length === 0 ? NO_LINKS : memory.links(`files ${document.path}`, declaredBy(found, site));
  };
  const places = new Map<SiteDialect, Map<string, Place>>();
  return {
    resolve,
    linksOfFiles,
    place: (folder, site) =>
      remember(
        remember(places, site, () => new Map<string, Place>()),
        folder,
        () => makePlace(folder, site),
      ),
    fallback: (site) => remember(fallbacks, `${site.name} ${site.root}`, () => fallbackOf(site)),
  };
}

/** mystmd asks the project for its bibliographies, never a page: where that names none, it takes every .bib there is. */
function isMystProject({ name, root }: SiteDialect, reader: ProjectReader): boolean {
  return name === 'myst' && ['myst.yml', 'myst.yaml'].some((file) => reader.has(join(root, file)));
}

function mayBeTold(site: SiteDialect, reader: ProjectReader): boolean {
  return site.name !== 'rehype-citation' || !loadsRehypeAlone(site, reader);
}

/** Where the configuration file writes the path; its beginning where it cannot be found. */
function placeOf(
  written: string,
  path: string,
  reader: ProjectReader,
): { path: string; region: { start: number; end: number } } {
  const start = Math.max(0, (reader.read(path) ?? '').indexOf(written));
  return { path, region: { start, end: start + written.length } };
}

/** The folders a document's own path may be relative to besides its own, in the order the engine tries them. */
function foldersOfSite(site: SiteDialect, reader: ProjectReader): string[] {
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
