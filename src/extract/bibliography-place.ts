import type { DocumentFacts, Project, SiteDialect } from '../model.ts';
import { below, folderOf, nameOf } from '../text/path.ts';
import type { BibliographyTarget } from './extraction.ts';

/** A bibliography that pages load, and how its path has to be written in a page that does not. */
export interface BibliographyPlace {
  /** Relative to the project root. */
  readonly path: string;
  /** Pages that load it already, or will once it is there. */
  readonly isLoadedBy: (document: DocumentFacts) => boolean;
  /** The path as a page would name it. */
  readonly nameFor: (document: DocumentFacts) => string;
}

/**
 * Where the documents of a site look for the works they cite: the bibliography they all load, there or still missing; or
 * else the file their engine finds by itself, or that their front matter can name. `has` tells whether a file exists.
 */
export function placeBibliography(
  project: Project,
  documents: readonly DocumentFacts[],
  format: BibliographyTarget,
  has: (path: string) => boolean,
): BibliographyPlace {
  const [first] = documents;
  const site = project.dialectOf(first!);
  const shared = sharedPath(project, documents, format);
  const path = shared ?? freePath(defaultPath(site, documents, format), has);
  return placeAt(project, path, shared === undefined && FINDS_DEFAULT.has(site.name));
}

/** A place whose path is known; `isDefault` where the engine reads that path without being told. */
export function placeAt(project: Project, path: string, isDefault = false): BibliographyPlace {
  return {
    path,
    isLoadedBy: (document) => isDefault || project.linksOf(document).some((link) => link.path === path),
    nameFor: (document) =>
      document.dialect === 'distill' ? nameOf(path) : relativePath(folderOf(document.path), path),
  };
}

/** Engines that read the file of their default path without being told. */
const FINDS_DEFAULT: ReadonlySet<SiteDialect['name']> = new Set([
  'hugo',
  'jekyll',
  'myst',
  'mkdocs-bibtex',
  'manubot',
]);

const EXTENSIONS: Readonly<Record<BibliographyTarget, RegExp>> = {
  bibtex: /\.bib$/i,
  'csl-json': /\.json$/i,
};

function sharedPath(
  project: Project,
  documents: readonly DocumentFacts[],
  format: BibliographyTarget,
): string | undefined {
  const pathsOf = (document: DocumentFacts, status: 'found' | 'missing') =>
    project
      .linksOf(document)
      .filter((link) => link.role === 'bibliography' && link.status === status)
      .flatMap(({ path }) => (path !== undefined && EXTENSIONS[format].test(path) ? [path] : []));
  const all = (path: string) =>
    documents.every((document) => project.linksOf(document).some((link) => link.path === path));
  return (['found', 'missing'] as const).flatMap((status) => pathsOf(documents[0]!, status)).find(all);
}

function defaultPath(
  site: SiteDialect,
  documents: readonly DocumentFacts[],
  format: BibliographyTarget,
): string {
  const name = format === 'bibtex' ? 'references.bib' : 'references.json';
  switch (site.name) {
    case 'hugo':
      if (site.root === '' && !isHugoSite(documents))
        return below(folderOf(documents[0]!.path), format === 'bibtex' ? name : 'bib.json');
      return below(site.root, format === 'bibtex' ? name : `data/${name}`);
    case 'jekyll':
      return below(site.root, `_bibliography/${name}`);
    case 'distill':
      return below(site.root, `assets/bibliography/${name}`);
    case 'manubot':
      return below(site.root, `content/manual-${name}`);
    case 'mkdocs-bibtex':
      return below(site.root, `docs/${name}`);
    default:
      return below(site.root === '' ? commonFolder(documents) : site.root, name);
  }
}

/** Pages of a site stand below `content/`; a page by itself is its own bundle. */
function isHugoSite(documents: readonly DocumentFacts[]): boolean {
  return documents.some(({ path }) => /(?:^|\/)content\//.test(path));
}

function commonFolder(documents: readonly DocumentFacts[]): string {
  return documents
    .map(({ path }) => folderOf(path))
    .reduce((a, b) => {
      const parts = a.split('/');
      const other = b.split('/');
      const length = parts.findIndex((part, index) => part !== other[index]);
      return (length === -1 ? parts : parts.slice(0, length)).join('/');
    });
}

/** A file that is there but that nobody loads is none of ours. */
function freePath(path: string, has: (path: string) => boolean): string {
  if (!has(path)) return path;
  const cut = path.lastIndexOf('/') + 1;
  return `${path.slice(0, cut)}inline-${path.slice(cut)}`;
}

function relativePath(folder: string, path: string): string {
  const from = folder === '' ? [] : folder.split('/');
  const to = path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
