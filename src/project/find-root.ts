import { CONFIG_NAMES } from './config-names.ts';

/** The folder a run works in, and what it was asked to look at below it. */
export interface Root {
  /** Absolute, with `/`. */
  readonly path: string;
  /** Targets relative to the root; `''` is the root itself. */
  readonly targets: readonly string[];
  /** A repository or a site begins here; false for the folder of lone files, which may be anybody's home. */
  readonly isMarked: boolean;
}

/** What has to be asked of the machine to find a root. */
interface Places {
  /** What stands at an absolute path; a link counts as what it leads to. */
  kind(path: string): 'file' | 'folder' | 'other' | 'missing';
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/** Files that only stand at the root of a site. */
const SITE_FILES = [
  'hugo.toml',
  'hugo.yaml',
  'hugo.yml',
  'hugo.json',
  '_config.yml',
  '_config.yaml',
  '_quarto.yml',
  '_quarto.yaml',
  'myst.yml',
  'mkdocs.yml',
  'zensical.toml',
  '_bookdown.yml',
  'astro.config.mjs',
  'docusaurus.config.js',
];

/**
 * The root of the project that holds all these absolute paths: the repository, or else the outermost folder that looks
 * like a site or has a configuration, or else the folder itself. Everything in it may be read; nothing above it is. A
 * configuration in the user's home folder does not make all that is in it one project.
 */
export function findRoot(paths: readonly string[], places: Places): Root {
  const roots = paths.map((path) => rootOf(path, places));
  const path = roots.map((root) => root.path).reduce(commonFolder);
  const targets = paths.map((target) =>
    target === path ? '' : target.slice(path === '/' ? 1 : path.length + 1),
  );
  return { path, targets, isMarked: roots.some((root) => root.isMarked && root.path === path) };
}

function rootOf(path: string, places: Places): Pick<Root, 'path' | 'isMarked'> {
  let start = places.kind(path) === 'folder' ? path : parent(path);
  // A file that is still to be written may stand in a folder that is, too.
  while (places.kind(start) === 'missing' && start !== parent(start)) start = parent(start);
  const home = places.environment?.['HOME'];
  let root: string | undefined;
  for (let folder = start; ; folder = parent(folder)) {
    if (places.kind(`${folder}/.git`) !== 'missing') return { path: folder, isMarked: true };
    if (isSite(folder, places) || (folder !== home && hasConfig(folder, places))) root = folder;
    if (folder === parent(folder)) return { path: root ?? start, isMarked: root !== undefined };
  }
}

/** A package.json may hold one, but nearly none does. */
function hasConfig(folder: string, places: Places): boolean {
  return CONFIG_NAMES.some((name) => name !== 'package.json' && places.kind(`${folder}/${name}`) === 'file');
}

function isSite(folder: string, places: Places): boolean {
  if (SITE_FILES.some((name) => places.kind(`${folder}/${name}`) === 'file')) return true;
  const has = (name: string): boolean => places.kind(`${folder}/${name}`) === 'folder';
  return has('content') && (has('layouts') || has('themes') || has('archetypes') || has('config'));
}

function parent(path: string): string {
  const cut = path.lastIndexOf('/');
  if (cut < 0) return path;
  if (/^[A-Za-z]:$/.test(path.slice(0, cut))) return path.slice(0, cut + 1);
  return cut === 0 ? '/' : path.slice(0, cut);
}

function commonFolder(a: string, b: string): string {
  let folder = a;
  while (folder !== b && !b.startsWith(folder === '/' ? '/' : folder + '/') && folder !== parent(folder)) {
    folder = parent(folder);
  }
  return folder;
}
