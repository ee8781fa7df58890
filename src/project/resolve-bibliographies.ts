import type { BibliographyLink, Citation, DocumentFacts, Location, SiteDialect } from '../model.ts';
import type { Mutable } from '../text/mutable.ts';
import { isPartialPath } from '../text/partial-path.ts';
import { remember } from '../text/remember.ts';
import { loadsRehypeAlone, rehypeFolders } from './code-bibliographies.ts';
import { generation } from './generated-bibliography.ts';
import { createCascades, type FindCascade } from './hugo-cascade.ts';
import { forgetfulMemory, type ProjectMemory } from './project-memory.ts';
import type { ProjectReader } from './project-reader.ts';
import { type FindLinks, scholarLinks } from './scholar-links.ts';
import {
  everyBib,
  folderOf,
  join,
  keysOfNocite,
  readYaml,
  type SiteBibliography,
  scholarSource,
  siteBibliographies,
} from './site-bibliographies.ts';

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
  const resolver = createResolver(reader, memory);
  for (const document of documents) {
    const site = dialects.get(document.path);
    if (site === undefined) continue;
    const place = resolver.place(folderOf(document.path), site);
    const configured = configuredFor(document.path);
    const grounds = configured.length === 0 ? place.grounds : [...place.grounds, ...configured];
    const make = (): readonly BibliographyLink[] => {
      const links = linksOf(document, place, resolver);
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

interface Resolver {
  /** What holds for all documents of a folder; a site's thousand pages ask for the same. */
  place(folder: string, site: SiteDialect): Place;
  /** Every .bib of the site, for documents whose bibliography is given on a command line; none where none can be. */
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
  readonly linksOfFolder: readonly BibliographyLink[];
  readonly linksOfSite: readonly BibliographyLink[];
  /** What the links of its documents follow from, beside the documents themselves. */
  readonly grounds: readonly unknown[];
}

/** A link without what the place of its declaration tells. */
type Resolved = Omit<BibliographyLink, 'at' | 'role'>;

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

function linksOf(document: DocumentFacts, place: Place, resolver: Resolver): readonly BibliographyLink[] {
  const { site, folders, linksOfFolder, linksOfSite } = place;
  if (site.name === 'jekyll') {
    const find: FindLinks = (path, above, role, at) =>
      resolver.resolve(path, [...above, ...folders], site).map((link) => declared(link, role, at));
    return unique(scholarLinks(document, site.root, linksOfSite, find));
  }
  const own = document.bibliographies.flatMap(({ path, role, region }) =>
    place.resolve(path).map((link) => declared(link, role, { path: document.path, region })),
  );
  const all = [...own, ...linksOfFolder, ...(readsOwnAlone(document, own) ? [] : linksOfSite)];
  const told = isToldMore(document, site) ? own : all;
  if (told.some(({ role }) => role === 'bibliography') || document.entries.length > 0) return unique(all);
  const mayLook = TOLD_ELSEWHERE.has(site.name) && document.citations.some(citesByKey);
  return mayLook ? unique([...all, ...resolver.fallback(site)]) : unique(all);
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

function createResolver(reader: ProjectReader, memory: ProjectMemory): Resolver {
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
    const place = {
      site,
      folders,
      resolve: (written: string) => remember(known, written, () => resolve(written, folders, site)),
      linksOfFolder: linksOfFolder(folder, site),
      linksOfSite: linksOfSite(site),
    };
    const grounds = [site, reader.files, place.linksOfFolder, place.linksOfSite, ...place.folders];
    return { ...place, grounds };
  };
  const places = new Map<SiteDialect, Map<string, Place>>();
  return {
    resolve,
    place: (folder, site) =>
      remember(
        remember(places, site, () => new Map<string, Place>()),
        folder,
        () => makePlace(folder, site),
      ),
    fallback: (site) =>
      remember(fallbacks, `${site.name} ${site.root}`, () =>
        declaredBy(mayBeTold(site, reader) ? nearestBibs(site, reader) : [], site).map((link) => ({
          ...link,
          isGuess: true,
        })),
      ),
  };
}

function mayBeTold(site: SiteDialect, reader: ProjectReader): boolean {
  return site.name !== 'rehype-citation' || !loadsRehypeAlone(site, reader);
}

/** Every .bib of the site, else those of the nearest folder above it that holds one. */
function nearestBibs(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  const own = everyBib(site, reader);
  if (own.length > 0) return own;
  for (const folder of ancestors(site.root, '').slice(1)) {
    const found = reader.files.filter((path) => /\.bib$/i.test(path) && folderOf(path) === folder);
    if (found.length > 0) return found.map((written) => ({ written, folder: '' }));
  }
  return [];
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

/** Names of the files that a theme may take for the bibliography of the page beside them, by folder. */
function bundleFiles(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const bundles = new Map<string, string[]>();
  for (const path of files) {
    if (!/(?:bib[^/]*\.json|\.bib)$/i.test(path)) continue;
    const folder = folderOf(path);
    const name = path.slice(folder === '' ? 0 : folder.length + 1);
    if (OUR_OWN.test(name)) continue;
    const known = bundles.get(folder);
    if (known === undefined) bundles.set(folder, [name]);
    else known.push(name);
  }
  return bundles;
}

/** `bibliolint.config.json` is about bibliographies and is none. */
const OUR_OWN = /^\.?bibliolint/;

/** The files of a Hugo page bundle, those its templates look for there, and what the sections above hand down. */
function hugoFolder(
  folder: string,
  site: SiteDialect,
  bundles: ReadonlyMap<string, readonly string[]>,
  cascade: FindCascade,
): SiteBibliography[] {
  // hugo-simplecite also looks in the bundle above.
  const above = folderOf(folder);
  const inherited = (bundles.get(above) ?? []).filter((name) => name.endsWith('.json'));
  const sought = Object.values(site.shortcodes).flatMap(({ cite }) => cite?.sources?.paths ?? []);
  return [
    ...(bundles.get(folder) ?? []).map((written) => ({ written, folder })),
    ...sought.filter((path) => !path.startsWith('/')).map((written) => ({ written, folder })),
    ...(folder === site.root || above === site.root
      ? []
      : inherited.map((written) => ({ written, folder: above }))),
    ...ancestors(folder, site.root).flatMap((section) => cascade(section, site)),
  ];
}

/** Bibliographies that hold for one folder: Quarto's `_metadata.yml` above it. */
function folderBibliographies(folder: string, site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  if (site.name !== 'quarto') return [];
  return ancestors(folder, site.root).flatMap((above) => {
    const declaredIn = ['_metadata.yml', '_metadata.yaml']
      .map((name) => join(above, name))
      .find((path) => reader.has(path));
    if (declaredIn === undefined) return [];
    const { bibliography, nocite: listed } = readYaml(reader.read(declaredIn));
    const list = Array.isArray(bibliography) ? bibliography : [bibliography];
    const nocite = keysOfNocite(listed);
    return list.flatMap((written) =>
      typeof written === 'string' ? [{ written, folder: above, declaredIn, nocite }] : [],
    );
  });
}

function ancestors(folder: string, root: string): string[] {
  const found = [folder];
  for (let at = folder; at !== root && at !== ''; ) {
    at = folderOf(at);
    found.push(at);
  }
  return found;
}

/** The folders a document's own path may be relative to besides its own, in the order the engine tries them. */
function foldersOfSite(site: SiteDialect, reader: ProjectReader): string[] {
  const inRoot = (...names: string[]): string[] => names.map((name) => join(site.root, name));
  switch (site.name) {
    case 'hugo':
      return inRoot('', 'content', 'data', ...dataFolders(site), 'assets', 'static');
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

/** Folders of data files that the citing templates of a Hugo site look into. */
function dataFolders({ shortcodes }: SiteDialect): string[] {
  const sources = Object.values(shortcodes).flatMap(({ cite }) => cite?.sources?.data ?? []);
  return sources.map((name) => `data/${name}`);
}

/** Engines that look beside the page last. */
const SITE_FIRST = new Set(['hugo', 'jekyll', 'distill', 'rehype-citation']);

/** A page for the Distill template that no Jekyll prints names files beside it. */
function isSiteFirst({ name, root }: SiteDialect, reader: ProjectReader): boolean {
  if (name === 'distill' && !reader.has(join(root, '_config.yml'))) return false;
  return SITE_FIRST.has(name);
}

function resolvePath(
  written: string,
  folders: readonly string[],
  site: SiteDialect,
  reader: ProjectReader,
): Resolved[] {
  const named = namedInCode(written, folders, site, reader);
  if (named.length > 0) return named;
  if (isOutsideByName(written)) return [{ written, status: 'outside' }];
  if (/^(?:[a-z][a-z0-9+.-]+:)?\/\//i.test(written)) return [{ written, status: 'remote' }];
  if (/\*|\{\{/.test(written)) return resolvePattern(written, folders[0] ?? '', reader);
  const bases = written.startsWith('/') ? [site.root, ''] : folders;
  const candidates = bases.map((folder) => join(folder, written.replace(/^\/+/, '')));
  const found = candidates
    .flatMap((path) => withDefaultExtension(path, site))
    .find((path) => reader.has(path));
  if (found !== undefined) return [{ written, path: found, status: 'found' }];
  const path = candidates[0] ?? written;
  if (path.startsWith('..') || (written.startsWith('/') && ABSOLUTE_PATHS.has(site.name))) {
    return [{ written, status: 'outside' }];
  }
  return [{ written, path, ...generation(path, site, reader) }];
}

/** R in the front matter, ```` `r here("refs.bib")` ```` or `!expr c("a.bib", "b.bib")`, less what writes the file anew. */
const CODE = /^(?:`r\s|[\w.:]{1,80}\()/;
const WRITES = /write|download|zotero/i;
const NAMED_FILE = /["']([^"'\s]{1,200}\.(?:bib|bibtex|json|ya?ml|ris))["']/gi;

/** The files that code names, where all of them are there: as paths from the page, or of the package whose vignette it is. */
function namedInCode(
  written: string,
  folders: readonly string[],
  site: SiteDialect,
  reader: ProjectReader,
): Resolved[] {
  const runs = site.name === 'rmarkdown' || site.name === 'quarto';
  if (!runs || !CODE.test(written) || WRITES.test(written)) return [];
  const bases = [...folders, join(folderOf(site.root), 'inst')];
  const names = [...written.matchAll(NAMED_FILE)].map(([, name]) => name!);
  const found = names.map((name) => bases.map((base) => join(base, name)).find((path) => reader.has(path)));
  if (found.includes(undefined)) return [];
  return names.map((name, place) => ({ written: name, path: found[place]!, status: 'found' }));
}

/** A path of somebody's machine: their home, a drive of Windows, a share, a `file:` address. */
function isOutsideByName(written: string): boolean {
  return /^(?:~[\w.-]*\/|\$\{?HOME\b|[a-z]:[\\/]|\\\\|file:|\/(?:home|Users|Volumes|mnt|media)\/)/i.test(
    written,
  );
}

/** Engines to which a leading slash means the root of the machine, not of the site. */
const ABSOLUTE_PATHS = new Set(['pandoc', 'rmarkdown', 'manubot', 'sphinx', 'mkdocs-bibtex', 'myst']);

/** A name without extension gets `.bib`, as jekyll-scholar and Pandoc's writers do; in Hugo it names a data file. */
function withDefaultExtension(path: string, { name }: SiteDialect): string[] {
  if (/\.[a-z]+$/i.test(path)) return [path];
  return name === 'hugo'
    ? [path, ...DATA_EXTENSIONS.map((extension) => path + extension)]
    : [path, `${path}.bib`];
}

const DATA_EXTENSIONS = ['.bib', '.json', '.yaml', '.yml', '.toml'];

/** What Liquid puts into a name only the build knows. */
function anyValue(written: string): string {
  if (!written.includes('{{')) return written;
  const name = written.replace(/\{\{[^{}]*\}\}/g, '*');
  return /\.[a-z]+$/i.test(name) ? name : `${name}.bib`;
}

function resolvePattern(written: string, folder: string, reader: ProjectReader): Resolved[] {
  const pattern = join(folder, anyValue(written))
    .split('/')
    .map((part) =>
      part === '**' ? '(?:.*/)?' : part.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replaceAll('*', '[^/]*'),
    )
    .join('/')
    .replaceAll('(?:.*/)?/', '(?:.*/)?');
  const expression = new RegExp(`^${pattern}$`);
  const found = reader.files.filter((path) => expression.test(path));
  if (found.length === 0) return [{ written, status: 'missing' }];
  return found.map((path) => ({ written, path, status: 'found' }));
}
