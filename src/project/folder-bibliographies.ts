import type { DocumentFacts, SiteDialect } from '../model.ts';
import { ancestors, folderOf, inside, join, nameOf } from '../text/path.ts';
import { isForeign } from './detect/folders.ts';
import type { FindCascade } from './hugo-cascade.ts';
import type { ProjectReader } from './project-reader.ts';
import { everyBib, keysOfNocite, type SiteBibliography } from './site-bibliographies.ts';
import { namedBibliographies, readYaml } from './site-settings.ts';

/**
 * Every .bib of the site, else those of the nearest folder above it that holds one, else those below the nearest folder
 * that has one with a key that the site cites: a thesis keeps its chapters in one folder and its bibliography in another
 * beside it. Where there is none, it may be a library that Zotero exported.
 */
export function nearestBibs(
  site: SiteDialect,
  reader: ProjectReader,
  citedKeys: () => ReadonlySet<string>,
): SiteBibliography[] {
  const own = everyBib(site, reader);
  if (own.length > 0) return own;
  const above = ancestors(site.root, '').slice(1);
  const bibs = reader.files.filter((path) => /\.bib$/i.test(path));
  const isAbove = above
    .map((folder) => (path: string) => folderOf(path) === folder)
    .find((test) => bibs.some(test));
  if (isAbove !== undefined) return bibs.filter(isAbove).map(fromRoot);
  const cited = citedKeys();
  const meant = bibs.filter((path) => !isForeign(folderOf(path)) && holdsAny(reader.read(path) ?? '', cited));
  const nearest = above.find((folder) => meant.some((path) => inside(folder, path) !== undefined));
  if (nearest === undefined) return librariesWith(cited, reader);
  return meant.filter((path) => inside(nearest, path) !== undefined).map(fromRoot);
}

/** What Zotero exports for Pandoc besides BibTeX, `My Library.json`: only a key that is cited tells it from other data. */
function librariesWith(cited: ReadonlySet<string>, reader: ProjectReader): SiteBibliography[] {
  return reader.files
    .filter((path) => isLibrary(nameOf(path)) && !isForeign(folderOf(path)))
    .filter((path) => [...(reader.read(path) ?? '').matchAll(ITEM_ID)].some(([, id]) => cited.has(id!)))
    .map(fromRoot);
}

function isLibrary(name: string): boolean {
  return (
    /\.(?:json|ya?ml)$/i.test(name) && name.split(/[ _.-]/).some((word) => LIBRARY.has(word.toLowerCase()))
  );
}

const LIBRARY: ReadonlySet<string> = new Set(
  'library zotero bib bibliography biblio reference references refs citation citations literature'.split(' '),
);
const ITEM_ID = /\bid["']?[ \t]*:[ \t]*["']?([^\s"',}]+)/g;

const fromRoot = (written: string): SiteBibliography => ({ written, folder: '' });

const ENTRY_KEY = /@[A-Za-z]+[ \t]*[{(][ \t]*([^\s,{}()]+)/g;

function holdsAny(text: string, keys: ReadonlySet<string>): boolean {
  for (const [, key] of text.matchAll(ENTRY_KEY)) if (keys.has(key!)) return true;
  return false;
}

/** The keys of the entries of a .bib, at a glance. */
export function entryKeys(text: string): string[] {
  return [...text.matchAll(ENTRY_KEY)].map(([, key]) => key!);
}

/** Names of the files that a theme may take for the bibliography of the page beside them, by folder. */
export function bundleFiles(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
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
export function hugoFolder(
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
export function folderBibliographies(
  folder: string,
  site: SiteDialect,
  reader: ProjectReader,
): SiteBibliography[] {
  if (site.name !== 'quarto') return [];
  return ancestors(folder, site.root).flatMap((above) => {
    const declaredIn = ['_metadata.yml', '_metadata.yaml']
      .map((name) => join(above, name))
      .find((path) => reader.has(path));
    return declaredIn === undefined ? [] : bibliographiesIn(declaredIn, reader);
  });
}

/** Those of the files that a page of Quarto takes metadata from; a leading slash is the root of the site. */
export function metadataBibliographies(
  { path, frontMatter }: DocumentFacts,
  site: SiteDialect,
  reader: ProjectReader,
): SiteBibliography[] {
  if (site.name !== 'quarto') return [];
  const files = frontMatter.filter(({ name }) => METADATA_FILES.test(name));
  return files.flatMap(({ value }) => {
    if (typeof value !== 'string') return [];
    const declaredIn = join(value.startsWith('/') ? site.root : folderOf(path), value);
    return reader.has(declaredIn) ? bibliographiesIn(declaredIn, reader) : [];
  });
}

const METADATA_FILES = /^metadata-files?(?:\.\d+)?$/;

/** The bibliographies of a file of metadata, which are relative to it. */
function bibliographiesIn(declaredIn: string, reader: ProjectReader): SiteBibliography[] {
  const settings = readYaml(reader.read(declaredIn));
  const nocite = keysOfNocite(settings['nocite']);
  const folder = folderOf(declaredIn);
  return namedBibliographies(settings).map((named) => ({ ...named, folder, declaredIn, nocite }));
}
