import type { BibliographyLink, DocumentFacts, SiteDialect } from '../model.ts';
import type { ProjectReader } from './load-project.ts';
import {
  everyBib,
  join,
  readYaml,
  type SiteBibliography,
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
): Links {
  const links = new Map<string, readonly BibliographyLink[]>();
  const resolver = createResolver(reader);
  for (const document of documents) {
    const site = dialects.get(document.path);
    if (site === undefined) continue;
    const added = configuredFor(document.path).flatMap((path) =>
      resolver.resolve(path, [''], site).map((link) => ({ ...link, role: 'bibliography' as const })),
    );
    links.set(document.path, unique([...added, ...linksOf(document, site, resolver)]));
  }
  return links;
}

interface Resolver {
  readonly reader: ProjectReader;
  site(site: SiteDialect): readonly BibliographyLink[];
  folder(folder: string, site: SiteDialect): readonly BibliographyLink[];
  /** Every .bib of the site, for documents whose bibliography is given on a command line. */
  fallback(site: SiteDialect): readonly BibliographyLink[];
  resolve(
    written: string,
    folders: readonly string[],
    site: SiteDialect,
  ): Omit<BibliographyLink, 'at' | 'role'>[];
}

function linksOf(
  document: DocumentFacts,
  site: SiteDialect,
  resolver: Resolver,
): readonly BibliographyLink[] {
  const folder = folderOf(document.path);
  const own = document.bibliographies.flatMap(({ path, role, region }) =>
    resolver
      .resolve(path, foldersFor(site, folder), site)
      .map((link) => ({ ...link, role, at: { path: document.path, region } })),
  );
  const inherited = [...resolver.folder(folder, site), ...resolver.site(site)];
  const all = site.name === 'jekyll' && own.length > 0 ? own : [...own, ...inherited];
  if (all.some(({ role }) => role === 'bibliography') || document.entries.length > 0) return unique(all);
  const cites = document.citations.length > 0;
  return cites && TOLD_ELSEWHERE.has(site.name) ? unique([...all, ...resolver.fallback(site)]) : unique(all);
}

/** Pandoc is often told its bibliography on the command line, in a Makefile or in an editor. */
const TOLD_ELSEWHERE = new Set(['pandoc', 'rmarkdown', 'quarto', 'rehype-citation']);

function unique(links: readonly BibliographyLink[]): readonly BibliographyLink[] {
  const seen = new Set<string>();
  return links.filter(({ path, written, role }) => {
    const name = `${role} ${path ?? written}`;
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

function createResolver(reader: ProjectReader): Resolver {
  const sites = new Map<string, readonly BibliographyLink[]>();
  const folders = new Map<string, readonly BibliographyLink[]>();
  const fallbacks = new Map<string, readonly BibliographyLink[]>();
  const declared = (found: readonly SiteBibliography[], site: SiteDialect): BibliographyLink[] =>
    found.flatMap(({ written, folder, declaredIn, role = 'bibliography' }) =>
      resolve(written, [folder], site)
        .filter(({ status }) => declaredIn !== undefined || status === 'found')
        .map((link) => ({
          ...link,
          role,
          ...(declaredIn === undefined ? {} : { at: placeOf(written, declaredIn, reader) }),
        })),
    );
  const bundles = bundleFiles(reader.files);
  const resolve: Resolver['resolve'] = (written, bases, site) => resolvePath(written, bases, site, reader);
  return {
    reader,
    resolve,
    site: (site) =>
      remember(sites, `${site.name} ${site.root}`, () => declared(siteBibliographies(site, reader), site)),
    folder: (folder, site) =>
      remember(folders, `${site.root}\n${folder}`, () =>
        declared(folderBibliographies(folder, site, reader, bundles), site),
      ),
    fallback: (site) => remember(fallbacks, site.root, () => declared(everyBib(site, reader), site)),
  };
}

function remember<V>(memory: Map<string, V>, key: string, make: () => V): V {
  const known = memory.get(key);
  if (known !== undefined) return known;
  const made = make();
  memory.set(key, made);
  return made;
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
    const known = bundles.get(folder);
    if (known === undefined) bundles.set(folder, [name]);
    else known.push(name);
  }
  return bundles;
}

/** Bibliographies that hold for one folder: Quarto's `_metadata.yml` above it, and the files of a Hugo page bundle. */
function folderBibliographies(
  folder: string,
  site: SiteDialect,
  reader: ProjectReader,
  bundles: ReadonlyMap<string, readonly string[]>,
): SiteBibliography[] {
  if (site.name === 'hugo') return (bundles.get(folder) ?? []).map((written) => ({ written, folder }));
  if (site.name !== 'quarto') return [];
  return ancestors(folder, site.root).flatMap((above) => {
    const declaredIn = join(above, '_metadata.yml');
    if (!reader.has(declaredIn)) return [];
    const value = readYaml(reader.read(declaredIn))['bibliography'];
    const list = Array.isArray(value) ? value : [value];
    return list.flatMap((written) =>
      typeof written === 'string' ? [{ written, folder: above, declaredIn }] : [],
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

/** The folders a document's own path may be relative to, in the order the engine tries them. */
function foldersFor(site: SiteDialect, folder: string): string[] {
  switch (site.name) {
    case 'hugo':
      return [site.root, folder];
    case 'jekyll':
      return [join(site.root, '_bibliography'), site.root, folder];
    case 'distill':
      return [join(site.root, 'assets/bibliography'), folder, site.root, join(site.root, '_bibliography')];
    case 'rehype-citation':
      return [site.root, folder, join(site.root, 'public'), join(site.root, 'src')];
    default:
      return [folder, site.root];
  }
}

function resolvePath(
  written: string,
  folders: readonly string[],
  site: SiteDialect,
  reader: ProjectReader,
): Omit<BibliographyLink, 'at' | 'role'>[] {
  if (/^(?:[a-z][a-z0-9+.-]+:)?\/\//i.test(written)) return [{ written, status: 'remote' }];
  if (written.includes('*')) return resolvePattern(written, folders[0] ?? '', reader);
  const bases = written.startsWith('/') ? [site.root] : folders;
  const candidates = bases.map((folder) => join(folder, written.replace(/^\/+/, '')));
  const found = candidates.flatMap(withDefaultExtension).find((path) => reader.has(path));
  if (found !== undefined) return [{ written, path: found, status: 'found' }];
  const path = candidates[0] ?? written;
  if (path.startsWith('..') || /^[a-z]:[\\/]/i.test(written)) return [{ written, status: 'outside' }];
  return [{ written, path, ...generation(path, site, reader) }];
}

/** A name without extension gets `.bib`, as jekyll-scholar and Pandoc's writers do. */
function withDefaultExtension(path: string): string[] {
  return /\.[a-z]+$/i.test(path) ? [path] : [path, `${path}.bib`];
}

function resolvePattern(
  written: string,
  folder: string,
  reader: ProjectReader,
): Omit<BibliographyLink, 'at' | 'role'>[] {
  const pattern = join(folder, written)
    .split('/')
    .map((part) =>
      part === '**' ? '.*' : part.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replaceAll('*', '[^/]*'),
    )
    .join('/');
  const expression = new RegExp(`^${pattern}$`);
  const found = reader.files.filter((path) => expression.test(path));
  if (found.length === 0) return [{ written, status: 'missing' }];
  return found.map((path) => ({ written, path, status: 'found' }));
}

/** Code of the site may write the file while it is built: `knitr::write_bib(…, "packages.bib")`. */
function generation(
  path: string,
  site: SiteDialect,
  reader: ProjectReader,
): Pick<BibliographyLink, 'status' | 'keyPrefix'> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const prefix = site.root === '' ? '' : site.root + '/';
  const writers = RUNS_CODE.has(site.name)
    ? reader.files
        .filter((file) => file.startsWith(prefix) && CODE.test(file))
        .map((file) => reader.read(file) ?? '')
    : [];
  const writer = writers.find((text) => text.includes(name) && GENERATORS.test(text));
  if (writer === undefined) return { status: 'missing' };
  return { status: 'generated', ...(writer.includes('write_bib') ? { keyPrefix: 'R-' } : {}) };
}

const RUNS_CODE = new Set(['rmarkdown', 'quarto', 'pandoc']);
const CODE = /\.(?:[rq]md|r|md|ipynb|py|sh|ya?ml)$|Makefile$/i;
const GENERATORS =
  /\bwrite_bib\b|\bwriteLines\b|\btoBibtex\b|\bbetter-bibtex\b|\bgrateful\b|\bcite_packages\b|\bRefManageR\b|\bWriteBib\b/;

function folderOf(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut < 0 ? '' : path.slice(0, cut);
}
