import type { DialectName, SiteDialect } from '../model.ts';
import { ancestors, folderOf, inside, join, nameOf, withoutSlash } from '../text/path.ts';
import { remember } from '../text/remember.ts';
import { documenterSite, hugoSite, rehypeSite, sphinxSite } from './code-bibliographies.ts';
import type { ProjectReader } from './project-reader.ts';
import { asRecord, namedBibliographies, readYaml, stringsOf } from './site-settings.ts';

/** A bibliography that the site's configuration, or its engine's default, gives to all its documents. */
export interface SiteBibliography {
  /** As the configuration writes it; `*` is allowed. */
  readonly written: string;
  /** The folder the path is relative to. */
  readonly folder: string;
  /** The file that says so; absent for a default of the engine, which is no error when it is not there. */
  readonly declaredIn?: string;
  readonly role?: 'bibliography' | 'style';
  /** Keys that the same file prints without a citation. */
  readonly nocite?: readonly string[];
  /** A list of its own is printed from it. */
  readonly isOwnList?: boolean;
}

type SiteReader = (site: SiteDialect, reader: ProjectReader) => SiteBibliography[];

/** How each system names the bibliographies of a whole site; documents add their own on top. */
const siteReaders: Partial<Readonly<Record<DialectName, SiteReader>>> = {
  hugo: hugoSite,
  jekyll: jekyllSite,
  distill: jekyllSite,
  pandoc: pandocSite,
  quarto: quartoSite,
  rmarkdown: bookdownSite,
  myst: mystSite,
  sphinx: sphinxSite,
  manubot: manubotSite,
  'mkdocs-bibtex': mkdocsSite,
  'rehype-citation': rehypeSite,
  documenter: documenterSite,
};

/** The bibliographies every document of the site sees, in the order the engine loads them. */
export function siteBibliographies(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  return siteReaders[site.name]?.(site, reader) ?? [];
}

/** What includes look up, and jekyll-scholar's: `scholar.bibliography`, which may be a pattern or hold Liquid. */
function jekyllSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  const data = Object.values(site.shortcodes).flatMap(({ cite }) => cite?.sources?.paths ?? []);
  return [...scholarSite(site, reader), ...data.map((written) => ({ written, folder: site.root }))];
}

function scholarSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  const declaredIn = firstPresent(reader, site.root, ['_config.yml', '_config.yaml']);
  const written = scholarSettings(site, reader)['bibliography'];
  const folder = scholarSource(site, reader);
  const list = (Array.isArray(written) ? written : [written]).filter((name) => typeof name === 'string');
  if (list.length === 0 || declaredIn === undefined) return [{ written: 'references.bib', folder }];
  return list.map((name: string) =>
    name.includes('{{') ? { written: name, folder } : { written: withExtension(name), folder, declaredIn },
  );
}

function scholarSettings(site: SiteDialect, reader: ProjectReader): Record<string, unknown> {
  const declaredIn = firstPresent(reader, site.root, ['_config.yml', '_config.yaml']);
  return declaredIn === undefined ? {} : asRecord(readYaml(reader.read(declaredIn))['scholar']);
}

/** The folder jekyll-scholar takes bibliographies from. */
export function scholarSource(site: SiteDialect, reader: ProjectReader): string {
  const source = String(scholarSettings(site, reader)['source'] ?? './_bibliography');
  return join(site.root, source.replace(/^\/+/, ''));
}

function withExtension(path: string): string {
  return /\.[a-z]+$/i.test(path) ? path : `${path}.bib`;
}

/** `_quarto.yml`, its profiles and the files it takes metadata from; a book, a website or a format may nest the key. */
function quartoSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  const prefix = site.root === '' ? '' : `${site.root}/`;
  const names = reader.files
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length))
    .filter((name) => /^_quarto(?:-[\w.-]+)?\.ya?ml$/.test(name));
  const included = names.flatMap((name) =>
    stringsOf(readYaml(reader.read(join(site.root, name)))['metadata-files']),
  );
  return [...names, ...included].flatMap((name) => {
    const { book, website, manuscript, format, ...settings } = readYaml(reader.read(join(site.root, name)));
    const parts = [settings, book, website, manuscript, ...Object.values(asRecord(format))];
    const declaredIn = join(site.root, name);
    const nocite = keysOfNocite(settings['nocite']);
    const folder = folderOf(declaredIn);
    return parts
      .flatMap((part) => namedBibliographies(asRecord(part)))
      .map((named) => ({ ...named, folder, declaredIn, nocite }));
  });
}

/** What Pandoc is given with `--metadata-file` and `--defaults`, and what stands beside the chapters as one of them. */
const PANDOC_FILE =
  /^(?:meta(?:data)?|defaults?|pandoc|bibliography|references|refs)(?:[-_.][\w.-]*)?\.ya?ml$/i;

/**
 * Files of metadata and defaults beside the documents or above them; their paths begin where Pandoc is called, with
 * `${.}/` in their own folder. One that lists works under `references` is a bibliography itself.
 */
function pandocSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  const folders = ancestors(site.root, '');
  const names = remember(pandocFiles, reader.files, () =>
    reader.files.filter((path) => PANDOC_FILE.test(nameOf(path))),
  );
  const given = names.filter((path) => folders.includes(folderOf(path)));
  return given.flatMap((declaredIn) => {
    const settings = readYaml(reader.read(declaredIn));
    const nocite = keysOfNocite(settings['nocite']);
    const paths = [settings, asRecord(settings['metadata'])].flatMap(namedBibliographies);
    const named = paths.map((path) => {
      const written = path.written.replace(/^\$\{\.\}\//, '');
      const isThere = (folder: string): boolean => reader.has(join(folder, written));
      const folder = [folderOf(declaredIn), ...folders].find(isThere) ?? folderOf(declaredIn);
      return { ...path, written, folder, declaredIn, nocite };
    });
    return Array.isArray(settings['references'])
      ? [...named, { written: declaredIn, folder: '', declaredIn, nocite }]
      : named;
  });
}

/** Of all files of a project; its papers may be thousands of sites. */
const pandocFiles = new WeakMap<readonly string[], readonly string[]>();

/** The keys of `nocite`, which is a text with citations or a list of such. */
export function keysOfNocite(value: unknown): readonly string[] {
  return stringsOf(value).flatMap((text) =>
    [...text.matchAll(/@\{?([\p{L}\d_*][^\s,;\]}]*)/gu)].map(([, key]) => key!),
  );
}

/**
 * bookdown merges its chapters, so the front matter of the first holds for all of them; mostly that is index.Rmd, whose
 * `site` makes a book of the folder where no _bookdown.yml does.
 */
function bookdownSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  const hasSettings = reader.has(join(site.root, '_bookdown.yml'));
  const { rmd_files: listed } = readYaml(reader.read(join(site.root, '_bookdown.yml')));
  const [first = 'index.Rmd'] = stringsOf(listed);
  const declaredIn = firstPresent(reader, site.root, ['index.Rmd', 'index.rmd', first]);
  const shared = fromYamlKeys(site, reader, ['_bookdown.yml', '_site.yml', '_output.yml'], ['bibliography']);
  if (declaredIn === undefined) return shared;
  const block = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)/.exec(
    reader.read(declaredIn) ?? '',
  )?.[1];
  const settings = readYaml(block);
  const isBook = hasSettings || String(settings['site']).includes('bookdown');
  if (!isBook) return shared;
  const named = namedBibliographies(settings).map((path) => ({ ...path, folder: site.root, declaredIn }));
  return [...named, ...shared];
}

/** `project.bibliography` of myst.yml and of what it extends, or else every .bib below it. */
function mystSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  const names = ['myst.yml', 'myst.yaml'];
  const keys = ['project.bibliography', 'bibliography'];
  const extended = names.flatMap((name) =>
    stringsOf(readYaml(reader.read(join(site.root, name)))['extends']).filter(
      (path) => !path.includes('://'),
    ),
  );
  const declared = fromYamlKeys(site, reader, [...names, ...extended], keys);
  return declared.length > 0 ? declared : everyBib(site, reader);
}

/** Manubot reads manual references in any format beside the text; keys with a known prefix are resolved online. */
function manubotSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  return reader.files
    .filter((path) =>
      /(?:^|\/)manual-references[^/]*\.(?:json|ya?ml|bib)$/.test(inside(site.root, path) ?? ''),
    )
    .map((path) => ({ written: inside(site.root, path) ?? path, folder: site.root }));
}

/** The `bibtex` plugin's `bib_file`, or all below its `bib_dir`; a value that the environment gives may be any file. */
function mkdocsSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  const declaredIn = firstPresent(reader, site.root, ['mkdocs.yml', 'mkdocs.yaml']);
  if (declaredIn === undefined) return everyBib(site, reader);
  const plugins = readYaml(reader.read(declaredIn))['plugins'];
  const list: unknown[] = Array.isArray(plugins) ? plugins : [plugins];
  const options = list.map((plugin) => asRecord(asRecord(plugin)['bibtex']));
  const files = options.flatMap(({ bib_file: file }) => stringsOf(file));
  const folders = options.flatMap(({ bib_dir: folder }) => stringsOf(folder));
  const written = [...files, ...folders.map((folder) => `${withoutSlash(folder)}/**/*.bib`)];
  if (written.length === 0) return everyBib(site, reader);
  return written.map((path) => ({ written: path, folder: site.root, declaredIn }));
}

/** All .bib files of the site, where the engine takes them without being told. */
export function everyBib(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  return reader.files
    .filter((path) => /\.bib$/i.test(path) && inside(site.root, path) !== undefined)
    .map((path) => ({ written: inside(site.root, path) ?? path, folder: site.root }));
}

/** The paths under these keys of these files, which are relative to the site. */
export function fromYamlKeys(
  site: SiteDialect,
  reader: ProjectReader,
  names: readonly string[],
  keys: readonly string[],
): SiteBibliography[] {
  return names.flatMap((name) => {
    const declaredIn = join(site.root, name);
    if (!reader.has(declaredIn)) return [];
    const settings = readYaml(reader.read(declaredIn));
    const nocite = keysOfNocite(settings['nocite']);
    return keys.flatMap((key) => {
      const value = key.split('.').reduce<unknown>((at, part) => asRecord(at)[part], settings);
      return paths(value, folderOf(declaredIn), declaredIn).map((found) => ({ ...found, nocite }));
    });
  });
}

function paths(value: unknown, folder: string, declaredIn: string): SiteBibliography[] {
  return stringsOf(value).map((written) => ({ written, folder, declaredIn }));
}

function firstPresent(reader: ProjectReader, root: string, names: readonly string[]): string | undefined {
  return names.map((name) => join(root, name)).find((path) => reader.has(path));
}
