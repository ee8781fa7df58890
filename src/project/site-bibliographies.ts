import type { DialectName, SiteDialect } from '../model.ts';
import { ParserNotLoaded, parser } from '../scan/parsers.ts';
import type { ProjectReader } from './load-project.ts';

/** A bibliography that the site's configuration, or its engine's default, gives to all its documents. */
export interface SiteBibliography {
  /** As the configuration writes it; `*` is allowed. */
  readonly written: string;
  /** The folder the path is relative to. */
  readonly folder: string;
  /** The file that says so; absent for a default of the engine, which is no error when it is not there. */
  readonly declaredIn?: string;
  readonly role?: 'bibliography' | 'style';
}

type SiteReader = (site: SiteDialect, reader: ProjectReader) => SiteBibliography[];

/** How each system names the bibliographies of a whole site; documents add their own on top. */
const siteReaders: Partial<Readonly<Record<DialectName, SiteReader>>> = {
  hugo: hugoSite,
  jekyll: jekyllSite,
  distill: jekyllSite,
  quarto: quartoSite,
  rmarkdown: bookdownSite,
  myst: mystSite,
  sphinx: sphinxSite,
  manubot: manubotSite,
  'mkdocs-bibtex': mkdocsSite,
  'rehype-citation': rehypeSite,
};

/** The bibliographies every document of the site sees, in the order the engine loads them. */
export function siteBibliographies(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  return siteReaders[site.name]?.(site, reader) ?? [];
}

/** Hugo has no bibliographies of its own: themes read `bibFile` and data files of these names. */
function hugoSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  const configured = ['hugo', 'config', 'config/_default/hugo', 'config/_default/params'].flatMap((stem) =>
    ['toml', 'yaml', 'yml', 'json'].flatMap((extension) => {
      const declaredIn = join(site.root, `${stem}.${extension}`);
      const text = reader.read(declaredIn) ?? '';
      return [...text.matchAll(HUGO_PARAMETER)].map((match) => ({
        written: match[1] ?? '',
        folder: site.root,
        declaredIn,
      }));
    }),
  );
  const data = reader.files
    .filter((path) => HUGO_DATA.test(relativeTo(site.root, path) ?? ''))
    .map((path) => ({ written: relativeTo(site.root, path) ?? path, folder: site.root }));
  return [...configured, ...data];
}

const HUGO_PARAMETER =
  /^\s*["']?(?:bibFile|bibliography|bibliographyFile)["']?\s*[:=]\s*["']?([^"'\s,]+\.(?:json|bib|ya?ml))/gim;
const HUGO_DATA = /^data\/(?:bibliography|references|biblio|citations|bib)[\w-]*\.(?:json|ya?ml|toml)$/i;

/** jekyll-scholar: `scholar.source` and `scholar.bibliography`, which may be a pattern. */
function jekyllSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  const declaredIn = firstPresent(reader, site.root, ['_config.yml', '_config.yaml']);
  const settings = declaredIn === undefined ? {} : readYaml(reader.read(declaredIn));
  const scholar = asRecord(settings['scholar']);
  const source = String(scholar['source'] ?? './_bibliography').replace(/^\/+/, '');
  const folder = join(site.root, source);
  const written = scholar['bibliography'];
  if (typeof written === 'string' && declaredIn !== undefined && !written.includes('{{')) {
    return [{ written: withExtension(written), folder, declaredIn }];
  }
  return [{ written: 'references.bib', folder }];
}

function withExtension(path: string): string {
  return /\.[a-z]+$/i.test(path) ? path : `${path}.bib`;
}

/** `_quarto.yml`; a book or website may also nest the key. */
function quartoSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  return fromYamlKeys(
    site,
    reader,
    ['_quarto.yml', '_quarto.yaml'],
    ['bibliography', 'book.bibliography', 'website.bibliography'],
  );
}

/** bookdown merges its chapters, so the front matter of index.Rmd holds for all of them. */
function bookdownSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  const declaredIn = firstPresent(reader, site.root, ['index.Rmd', 'index.rmd']);
  const isBook = reader.has(join(site.root, '_bookdown.yml'));
  const shared = fromYamlKeys(site, reader, ['_bookdown.yml', '_site.yml', '_output.yml'], ['bibliography']);
  if (declaredIn === undefined || !isBook) return shared;
  const block = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)/.exec(reader.read(declaredIn) ?? '')?.[1];
  return [...paths(readYaml(block)['bibliography'], site.root, declaredIn), ...shared];
}

/** `project.bibliography` of myst.yml, or else every .bib below it. */
function mystSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  const declared = fromYamlKeys(
    site,
    reader,
    ['myst.yml', 'myst.yaml'],
    ['project.bibliography', 'bibliography'],
  );
  return declared.length > 0 ? declared : everyBib(site, reader);
}

/** `bibtex_bibfiles` of conf.py or of Jupyter Book's `_config.yml`. */
function sphinxSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  const declared = fromYamlKeys(
    site,
    reader,
    ['_config.yml'],
    ['bibtex_bibfiles', 'sphinx.config.bibtex_bibfiles'],
  );
  const declaredIn = join(site.root, 'conf.py');
  const list = /bibtex_bibfiles\s*=\s*[[(]([^\])]*)[\])]/.exec(reader.read(declaredIn) ?? '')?.[1] ?? '';
  const fromPython = [...list.matchAll(/["']([^"']+)["']/g)].map((match) => match[1] ?? '');
  return [...declared, ...fromPython.map((written) => ({ written, folder: site.root, declaredIn }))];
}

/** Manubot reads manual references in any format beside the text; keys with a known prefix are resolved online. */
function manubotSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  return reader.files
    .filter((path) =>
      /(?:^|\/)manual-references[^/]*\.(?:json|ya?ml|bib)$/.test(relativeTo(site.root, path) ?? ''),
    )
    .map((path) => ({ written: relativeTo(site.root, path) ?? path, folder: site.root }));
}

/** The `bibtex` plugin's `bib_file` or `bib_dir`; its default is every .bib of the documents' folder. */
function mkdocsSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  const declaredIn = firstPresent(reader, site.root, ['mkdocs.yml', 'mkdocs.yaml']);
  const text = declaredIn === undefined ? '' : (reader.read(declaredIn) ?? '');
  const file = /^\s*bib_file:\s*["']?([^"'\n#]+?)["']?\s*$/m.exec(text)?.[1];
  const folder = /^\s*bib_dir:\s*["']?([^"'\n#]+?)["']?\s*$/m.exec(text)?.[1];
  const written = file ?? (folder === undefined ? undefined : `${folder.replace(/\/$/, '')}/*.bib`);
  if (written !== undefined && declaredIn !== undefined) {
    return [{ written, folder: site.root, declaredIn }];
  }
  return everyBib(site, reader);
}

/** The `bibliography` option of the plugin in whichever configuration file builds the pages. */
function rehypeSite(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  return reader.files.flatMap((declaredIn) => {
    const path = relativeTo(site.root, declaredIn);
    if (path === undefined || !/^[^/]*\.config\.[cm]?[jt]s$|^contentlayer\.[cm]?[jt]s$/.test(path)) return [];
    const option = /\bbibliography\s*:\s*(?:[\w.]+\([^'"\n]*)?["'`]([^"'`$]+)["'`]/.exec(
      reader.read(declaredIn) ?? '',
    );
    return option === null ? [] : [{ written: option[1] ?? '', folder: site.root, declaredIn }];
  });
}

/** All .bib files of the site, where the engine takes them without being told. */
export function everyBib(site: SiteDialect, reader: ProjectReader): SiteBibliography[] {
  return reader.files
    .filter((path) => /\.bib$/i.test(path) && relativeTo(site.root, path) !== undefined)
    .map((path) => ({ written: relativeTo(site.root, path) ?? path, folder: site.root }));
}

function fromYamlKeys(
  site: SiteDialect,
  reader: ProjectReader,
  names: readonly string[],
  keys: readonly string[],
): SiteBibliography[] {
  return names.flatMap((name) => {
    const declaredIn = join(site.root, name);
    if (!reader.has(declaredIn)) return [];
    const settings = readYaml(reader.read(declaredIn));
    return keys.flatMap((key) => {
      const value = key.split('.').reduce<unknown>((at, part) => asRecord(at)[part], settings);
      return paths(value, site.root, declaredIn);
    });
  });
}

function paths(value: unknown, folder: string, declaredIn: string): SiteBibliography[] {
  const list = Array.isArray(value) ? value : [value];
  return list.flatMap((written) => (typeof written === 'string' ? [{ written, folder, declaredIn }] : []));
}

/** A configuration file as a record; a file that is no YAML map says nothing. */
export function readYaml(text: string | undefined): Record<string, unknown> {
  if (text === undefined || text.trim() === '') return {};
  try {
    const document = parser('yaml').parseDocument(text, {
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
    });
    return asRecord(document.toJS({ maxAliasCount: 50 }));
  } catch (error) {
    if (error instanceof ParserNotLoaded) throw error;
    return {};
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : {};
}

function firstPresent(reader: ProjectReader, root: string, names: readonly string[]): string | undefined {
  return names.map((name) => join(root, name)).find((path) => reader.has(path));
}

/** Joins two relative paths and folds `.` and `..`; a path that leaves the project keeps its `..`. */
export function join(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of [...folder.split('/'), ...path.split('/')]) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function relativeTo(root: string, path: string): string | undefined {
  if (root === '') return path;
  return path.startsWith(root + '/') ? path.slice(root.length + 1) : undefined;
}
