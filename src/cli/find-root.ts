import type { Host } from '../host/host.ts';

/** The folder a run works in, and what it was asked to look at below it. */
export interface Root {
  /** Absolute, with `/`. */
  readonly path: string;
  /** Targets relative to the root; `''` is the root itself. */
  readonly targets: readonly string[];
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
  '_bookdown.yml',
  'astro.config.mjs',
  'docusaurus.config.js',
];

/**
 * The root of the project that holds all these absolute paths: the repository, or else the outermost folder that looks
 * like a site, or else the folder itself. Everything in it may be read; nothing above it is.
 */
export function findRoot(paths: readonly string[], host: Host): Root {
  const roots = paths.map((path) => rootOf(path, host));
  const path = roots.reduce(commonFolder);
  const targets = paths.map((target) =>
    target === path ? '' : target.slice(path === '/' ? 1 : path.length + 1),
  );
  return { path, targets };
}

function rootOf(path: string, host: Host): string {
  const start = host.kind(path) === 'folder' ? path : parent(path);
  let site: string | undefined;
  for (let folder = start; ; folder = parent(folder)) {
    if (host.kind(`${folder}/.git`) !== 'missing') return folder;
    if (isSite(folder, host)) site = folder;
    if (folder === parent(folder)) return site ?? start;
  }
}

function isSite(folder: string, host: Host): boolean {
  if (SITE_FILES.some((name) => host.kind(`${folder}/${name}`) === 'file')) return true;
  const has = (name: string): boolean => host.kind(`${folder}/${name}`) === 'folder';
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
