import type { BibliographyLink, BibliographyPath, Citation, DocumentFacts, SiteDialect } from '../model.ts';
import { isOneOfSeveral } from '../scan/metadata.ts';
import { isPartialPath } from '../text/partial-path.ts';
import { folderOf } from '../text/path.ts';
import { remember } from '../text/remember.ts';
import { holdsBibliography, isForDistill } from '../work/page-keys.ts';
import { createResolver, type Place, type Resolver } from './bibliography-resolver.ts';
import { declared, unique } from './declared-links.ts';
import { forgetfulMemory, type ProjectMemory } from './project-memory.ts';
import type { ProjectReader } from './project-reader.ts';
import { type FindLinks, scholarLinks } from './scholar-links.ts';

type Links = ReadonlyMap<string, readonly BibliographyLink[]>;

/**
 * Which bibliographies each document loads that loads any: those it names itself, those of the folders and the site above it, the
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
  const namedByPages = new Map<string, readonly BibliographyLink[]>();
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
      const ofOthers = (): readonly BibliographyLink[] =>
        remember(namedByPages, site.root, () => namedInSite(site, documents, dialects, resolver));
      const links = linksOf(document, ofFiles, place, resolver, ofOthers);
      if (configured.length === 0) return links;
      const added = configured.flatMap((path) =>
        resolver.resolve(path, [''], site).map((link) => declared(link, 'bibliography', undefined)),
      );
      return unique([...added, ...links]);
    };
    const found = memory.linksOf(document, grounds, make);
    if (found.length > 0) links.set(document.path, found);
  }
  return links;
}

const NO_LINKS: readonly BibliographyLink[] = [];

function linksOf(
  document: DocumentFacts,
  ofFiles: readonly BibliographyLink[],
  place: Place,
  resolver: Resolver,
  ofOthers: () => readonly BibliographyLink[],
): readonly BibliographyLink[] {
  const { site, folders, linksOfSite } = place;
  if (site.name === 'jekyll') {
    const find: FindLinks = (path, above, role, at) =>
      resolver.resolve(path, [...above, ...folders], site).map((link) => declared(link, role, at));
    return unique(scholarLinks(document, site.root, linksOfSite, find));
  }
  const named = ownLinks(document, place);
  const own = ofFiles.length === 0 ? named : [...named, ...ofFiles];
  const readsAbove = own.length === 0 && !readsOwnAlone(document, own, place);
  const all = readsAbove ? place.linksAbove : withLinksAbove(own, document, place);
  const told = isToldMore(document, site) ? own : all;
  if (told.some(({ role }) => role === 'bibliography') || holdsBibliography(document)) return all;
  const mayLook = TOLD_ELSEWHERE.has(site.name) && document.citations.some(citesByKey);
  if (!mayLook) return all;
  const fallback = resolver.fallback(site);
  return unique([...all, ...(fallback.length === 0 && isPart(document, site) ? ofOthers() : fallback)]);
}

/** Whether the engine may join a page with others before it cites: any to Pandoc, to knitr one without front matter. */
function isPart({ path, frontMatter }: DocumentFacts, { name }: SiteDialect): boolean {
  if (name === 'quarto') return isPartialPath(path);
  return name === 'pandoc' || (name === 'rmarkdown' && frontMatter.length === 0);
}

/**
 * What the pages of a site name in their front matter: that of one may hold for those that are joined with it.
 * Of what is out of sight, as works that a page lists itself, nothing is known.
 */
function namedInSite(
  site: SiteDialect,
  documents: readonly DocumentFacts[],
  dialects: ReadonlyMap<string, SiteDialect>,
  resolver: Resolver,
): readonly BibliographyLink[] {
  const guess = { role: 'bibliography', isGuess: true } as const;
  const links = documents.flatMap((document): BibliographyLink[] => {
    const { path: page, entries, bibliographies } = document;
    if (bibliographies.length + entries.length === 0 || !isIn(site, page, dialects)) return [];
    const named = ownLinks(document, resolver.place(folderOf(page), site)).filter(
      ({ role }) => role === 'bibliography',
    );
    const known = named.map(
      ({ written, path, status }): BibliographyLink =>
        status === 'found' && path !== undefined
          ? { ...guess, written, path, status }
          : { ...guess, written, status: 'outside' },
    );
    return entries.length === 0 ? known : [...known, { ...guess, written: page, status: 'outside' }];
  });
  return unique(links);
}

function ownLinks(document: DocumentFacts, place: Place): readonly BibliographyLink[] {
  const { bibliographies, path: file } = document;
  if (bibliographies.length === 0 || !place.heedsDocuments) return NO_LINKS;
  return bibliographies.flatMap((named) => {
    const { path, role, region } = named;
    const isOwnList = bibliographies.length > 1 && hasOwnList(named, document);
    return place.resolve(path).map((link) => declared(link, role, { path: file, region }, isOwnList));
  });
}

function hasOwnList({ path, region }: BibliographyPath, { frontMatter }: DocumentFacts): boolean {
  const { start, end } = region;
  return frontMatter.some(
    ({ name, region }) => region.start === start && region.end === end && isOneOfSeveral(name, path),
  );
}

function withLinksAbove(own: readonly BibliographyLink[], document: DocumentFacts, place: Place) {
  const { linksOfFolder, linksOfSite } = place;
  return unique([...own, ...linksOfFolder, ...(readsOwnAlone(document, own, place) ? [] : linksOfSite)]);
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
function readsOwnAlone(document: DocumentFacts, own: readonly BibliographyLink[], place: Place): boolean {
  const { dialect, citations } = document;
  if (dialect !== 'distill' || !citations.every(({ construct }) => construct === 'element')) return false;
  const named = own.filter(({ role }) => role === 'bibliography');
  if (named.length > 0) return named.some(({ status }) => status === 'found');
  return place.loadsNamedAlone && isForDistill(document);
}

/** Pandoc is often told its bibliography on the command line, in a Makefile or in an editor; a part by its page. */
const TOLD_ELSEWHERE = new Set(['pandoc', 'rmarkdown', 'quarto', 'rehype-citation']);

/** The keys that the pages of a site cite. */
function keysCitedIn(
  { name, root }: SiteDialect,
  documents: readonly DocumentFacts[],
  dialects: ReadonlyMap<string, SiteDialect>,
): ReadonlySet<string> {
  const pages = documents.filter(({ path }) => isIn({ name, root }, path, dialects));
  return new Set(
    pages.flatMap(({ citations }) => citations.flatMap(({ cites }) => cites.map(({ key }) => key))),
  );
}

function isIn(
  { name, root }: Pick<SiteDialect, 'name' | 'root'>,
  path: string,
  dialects: ReadonlyMap<string, SiteDialect>,
): boolean {
  const site = dialects.get(path);
  return site?.name === name && site.root === root;
}
