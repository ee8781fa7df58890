import { below, folderOf, inside, nameOf } from '../../text/path.ts';
import { inherited, isOutput } from './folders.ts';
import { SITE_MARKERS } from './generators.ts';

/** A file's text; `undefined` where it cannot be read. */
export type Read = (path: string) => string | undefined;

/** A file of the site with its path relative to the site's root. */
export interface SiteFile {
  readonly path: string;
  readonly relative: string;
}

/** A site's files, those of sites inside it left out. */
export interface Site {
  readonly root: string;
  readonly files: readonly SiteFile[];
  has(name: string): boolean;
  read(name: string): string;
}

/** `config/_default` and its like hold a part of a Hugo site's settings, and are no site. */
const HUGO_ENVIRONMENT = /(?:^|\/)config\/[\w-]+$/;

/** A site's own files: outputs and the sites inside it left out. */
export function openSite(root: string, files: readonly string[], read: Read): Site {
  const markers = files
    .filter((path) => SITE_MARKERS.has(nameOf(path)))
    .map(folderOf)
    .filter((folder) => !HUGO_ENVIRONMENT.test(folder));
  const nested = new Set(markers.filter((folder) => folder !== root));
  const isNested = inherited<boolean>(
    (folder, above) => folder !== root && (above === true || nested.has(folder)),
  );
  const isOwn = inherited<boolean>((folder) => {
    const relative = inside(root, below(folder, '-'));
    return relative !== undefined && !isOutput(relative) && !isNested(folder);
  });
  const skip = root === '' ? 0 : root.length + 1;
  const own = files
    .filter((path) => isOwn(folderOf(path)))
    .map((path): SiteFile => ({ path, relative: path.slice(skip) }));
  const names = new Set(own.map(({ relative }) => relative));
  return {
    root,
    files: own,
    has: (name) => names.has(name),
    read: (name) => (names.has(name) ? (read(below(root, name)) ?? '') : ''),
  };
}
