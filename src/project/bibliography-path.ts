import type { BibliographyLink, SiteDialect } from '../model.ts';
import { folderOf, join } from '../text/path.ts';
import { remember } from '../text/remember.ts';
import { COMMANDS } from './command-files.ts';
import { generation, rewriting } from './generated-bibliography.ts';
import { usesHakyll } from './hakyll.ts';
import type { ProjectReader } from './project-reader.ts';

/** A link without what the place of its declaration tells. */
export type Resolved = Omit<BibliographyLink, 'at' | 'role'>;

/**
 * What the path of a bibliography leads to, looked for in these folders in turn: one file, all that fit a pattern, or why
 * there is none. Nothing outside the project is looked for.
 */
export function resolvePath(
  written: string,
  folders: readonly string[],
  site: SiteDialect,
  reader: ProjectReader,
): Resolved[] {
  const named = namedInCode(written, folders, site, reader);
  if (named.length > 0) return named;
  const linked = WIKI_LINK.exec(written)?.[1];
  if (linked !== undefined) return [linkedFile(written, linked, reader)];
  if (isOutsideByName(written)) {
    const path = inOtherClone(written, reader);
    return [path === undefined ? { written, status: 'outside' } : { written, path, status: 'found' }];
  }
  if (/^(?:[a-z][a-z0-9+.-]+:)?\/\//i.test(written)) return [{ written, status: 'remote' }];
  if (/\*|\{\{/.test(written)) return resolvePattern(written, folders[0] ?? '', reader);
  const bases = written.startsWith('/') ? [site.root, ''] : folders;
  const relative = withoutEscapes(written, site).replace(/^\/+/, '');
  const candidates = bases.map((folder) => join(folder, relative));
  const found = candidates
    .flatMap((path) => withDefaultExtension(path, site))
    .find((path) => reader.has(path));
  if (found !== undefined) {
    return [{ written, path: found, status: 'found', ...rewriting(found, site, reader) }];
  }
  const sought = inResourcePath(relative, site, reader) ?? ofServer(written, site, reader);
  if (sought !== undefined) return [{ written, path: sought, status: 'found' }];
  if (usesHakyll(site, reader)) return [{ written, status: 'generated' }];
  const path = candidates[0] ?? written;
  if (path.startsWith('..') || (written.startsWith('/') && ABSOLUTE_PATHS.has(site.name))) {
    return [{ written, status: 'outside' }];
  }
  const resolved: Resolved = { written, path, ...generation(path, site, reader) };
  return [resolved.status === 'missing' ? { ...resolved, ...leftOut(candidates, reader) } : resolved];
}

/** `"[[library/refs.bib]]"` in the properties of a note: Obsidian finds the file by the end of its path, wherever it lies. */
const WIKI_LINK = /^\[\[([^[\]|#]{1,300})(?:[|#][^[\]]{0,300})?\]\]$/;

function linkedFile(written: string, linked: string, reader: ProjectReader): Resolved {
  const path = reader.files.find((file) => file === linked || file.endsWith(`/${linked}`));
  return path === undefined
    ? { written, path: linked, status: 'missing' }
    : { written, path, status: 'found' };
}

/** What is there and not read is not missing; a link that leads nowhere in the project is as good as a path out of it. */
function leftOut(
  candidates: readonly string[],
  reader: ProjectReader,
): Pick<Resolved, 'path' | 'status'> | undefined {
  for (const path of candidates) {
    const why = reader.leftOut(path);
    if (why !== undefined) return { path, status: why === 'linked-away' ? 'outside' : 'generated' };
  }
  return undefined;
}

/**
 * Where a command or a file of options gives Pandoc folders to look into besides, or Hakyll calls it, the file is in one
 * of them.
 */
function inResourcePath(relative: string, site: SiteDialect, reader: ProjectReader): string | undefined {
  if (site.name !== 'pandoc') return undefined;
  const names = withDefaultExtension(relative, site);
  const found = reader.files.find((path) => names.some((name) => path.endsWith(`/${name}`)));
  const isTold = (path: string): boolean =>
    COMMANDS.test(path) && (reader.read(path) ?? '').includes('resource-path');
  return found !== undefined && (reader.files.some(isTold) || usesHakyll(site, reader)) ? found : undefined;
}

/** `/refs.bib` of a page in HTML: which folder is the root of its server, `public` or another, is not told. */
function ofServer(written: string, { name }: SiteDialect, reader: ProjectReader): string | undefined {
  if (name !== 'distill' || !written.startsWith('/')) return undefined;
  return reader.files.find((path) => path.endsWith(written));
}

/** Pandoc reads the strings of its metadata as Markdown, so `over\_view.bib` names a file without the backslash. */
function withoutEscapes(written: string, { name }: SiteDialect): string {
  return ESCAPING.has(name) ? written.replace(/\\([!-/:-@[-`{-~])/g, '$1') : written;
}

const ESCAPING = new Set(['pandoc', 'quarto', 'rmarkdown', 'manubot']);

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
export function isOutsideByName(written: string): boolean {
  return /^(?:~[\w.-]*\/|\$[({]?HOME\b|[a-z]:[\\/]|\\\\|file:|\/(?:home|Users|Volumes|mnt|media)\/)/i.test(
    written,
  );
}

/**
 * `/Users/ada/blog/content/posts/refs.bib`, where the project has `content/posts/refs.bib`. A folder of one name,
 * `bib/refs.bib`, may be another; a path through two is the same on each machine that has a clone.
 */
export function inOtherClone(written: string, { files }: ProjectReader): string | undefined {
  const place = written.replaceAll('\\', '/');
  const alike = remember(filesByTail, files, () => byTail(files)).get(tailOf(place) ?? '');
  return alike?.find((path) => place.endsWith(`/${path}`));
}

/** Each page may name a file of its own so, and to look through all files for each takes the square of the time. */
const filesByTail = new WeakMap<readonly string[], ReadonlyMap<string, readonly string[]>>();

function byTail(files: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const path of files) {
    const tail = tailOf(path);
    if (tail !== undefined) remember(found, tail, () => []).push(path);
  }
  return found;
}

/** The name of a file and the two folders above it. */
function tailOf(path: string): string | undefined {
  const parts = path.split('/');
  return parts.length < 3 ? undefined : parts.slice(-3).join('/');
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
