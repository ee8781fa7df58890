import type { DocumentFacts, Project } from '../model.ts';
import { type BibliographyPlace, placeAt, placeBibliography } from './bibliography-place.ts';
import { extract } from './extract.ts';
import type { BibliographyTarget, ExtractedWork, Extraction } from './extraction.ts';
import { addBibliography } from './front-matter.ts';
import { type RewrittenDocument, rewriteDocument } from './rewrite.ts';
import type { Obstacle } from './rewriting.ts';

/** What is rewritten, and from what. */
export interface RewriteInput {
  readonly project: Project;
  readonly documents: readonly DocumentFacts[];
  readonly format: BibliographyTarget;
  /** The bibliography that was asked for, relative to the project root. */
  readonly output?: string;
  /** A file's text; undefined where there is none. */
  read(path: string): string | undefined;
}

/** What rewriting comes to, nothing written yet. */
export interface RewriteOutcome {
  /** New texts of pages by path. */
  readonly pages: ReadonlyMap<string, string>;
  readonly bibliographies: readonly { readonly path: string; readonly works: readonly ExtractedWork[] }[];
  readonly extractions: readonly Extraction[];
  readonly obstacles: readonly { readonly document: DocumentFacts; readonly obstacle: Obstacle }[];
  /** Pages that cite now, but whose engine has to be told of the bibliography by hand. */
  readonly unlinked: readonly { readonly document: DocumentFacts; readonly path: string }[];
  readonly replacedCount: number;
  /** A template stands in the way. */
  readonly isBlocked: boolean;
}

/** Rewrites the documents site by site, since keys and bibliographies are those of a site. */
export function rewriteSites(input: RewriteInput): RewriteOutcome {
  const sites = new Map<string, DocumentFacts[]>();
  for (const document of input.documents) {
    if (document.references.length === 0) continue;
    const { root, name } = input.project.dialectOf(document);
    const site = `${root}\n${name}`;
    sites.set(site, [...(sites.get(site) ?? []), document]);
  }
  return merge([...sites.values()].map((documents) => rewriteSite(input, documents)));
}

function rewriteSite(input: RewriteInput, documents: readonly DocumentFacts[]): RewriteOutcome {
  const { project, format } = input;
  const extraction = extract(project, documents, { format, onlyMissing: true });
  const rewritten = documents.map((document) => ({ document, ...rewriteOne(input, document, extraction) }));
  const changed = rewritten.filter(({ replaced }) => replaced.length > 0);
  const used = new Set(
    changed.flatMap(({ replaced }) => replaced.map((reference) => extraction.keys.get(reference)!)),
  );
  const works = extraction.works.filter(({ key }) => used.has(key)).map((work) => ({ ...work, aliases: [] }));
  const linked = changed.length === 0 ? NOT_LINKED : link(input, changed);
  const obstacles = rewritten.flatMap(({ document, obstacles: found }) =>
    found.map((obstacle) => ({ document, obstacle })),
  );
  return {
    pages: linked.pages,
    bibliographies: linked.path === undefined ? [] : [{ path: linked.path, works }],
    extractions: [extraction],
    obstacles,
    unlinked: linked.unlinked,
    replacedCount: changed.reduce((sum, { replaced }) => sum + replaced.length, 0),
    isBlocked: obstacles.some(
      ({ obstacle: { kind } }) => kind.startsWith('template-') && kind !== 'template-unseen',
    ),
  };
}

function rewriteOne(
  { project, read }: RewriteInput,
  document: DocumentFacts,
  { keys }: Extraction,
): RewrittenDocument {
  const text = read(document.path) ?? '';
  return rewriteDocument({ project, document, text, keys, read: (path) => read(path) ?? '' });
}

interface Linked {
  readonly pages: ReadonlyMap<string, string>;
  readonly path?: string;
  readonly unlinked: RewriteOutcome['unlinked'];
}

const NOT_LINKED: Linked = { pages: new Map(), unlinked: [] };

/** Makes every changed page load the bibliography. */
function link(
  { project, format, output, read }: RewriteInput,
  changed: readonly { readonly document: DocumentFacts; readonly text: string }[],
): Linked {
  const documents = changed.map(({ document }) => document);
  const has = (path: string): boolean => read(path) !== undefined;
  const place: BibliographyPlace =
    output === undefined ? placeBibliography(project, documents, format, has) : placeAt(project, output);
  const pages = new Map<string, string>();
  const unlinked: { document: DocumentFacts; path: string }[] = [];
  for (const { document, text } of changed) {
    const isLoaded = place.isLoadedBy(document);
    const named = isLoaded ? text : addBibliography(text, document, place.nameFor(document));
    if (named === undefined) unlinked.push({ document, path: place.path });
    pages.set(document.path, named ?? text);
  }
  return { pages, path: place.path, unlinked };
}

function merge(outcomes: readonly RewriteOutcome[]): RewriteOutcome {
  const works = new Map<string, ExtractedWork[]>();
  for (const { bibliographies } of outcomes) {
    for (const { path, works: added } of bibliographies)
      works.set(path, [...(works.get(path) ?? []), ...added]);
  }
  return {
    pages: new Map(outcomes.flatMap(({ pages }) => [...pages])),
    bibliographies: [...works].map(([path, added]) => ({ path, works: added })),
    extractions: outcomes.flatMap(({ extractions }) => extractions),
    obstacles: outcomes.flatMap(({ obstacles }) => obstacles),
    unlinked: outcomes.flatMap(({ unlinked }) => unlinked),
    replacedCount: outcomes.reduce((sum, { replacedCount }) => sum + replacedCount, 0),
    isBlocked: outcomes.some(({ isBlocked }) => isBlocked),
  };
}
