import type {
  BibEntry,
  BibliographyFacts,
  BibliographyLink,
  DocumentFacts,
  Engine,
  Mention,
  PlacedEntry,
  Project,
  Reference,
  ReferenceReading,
  SiteDialect,
  Work,
} from '../model.ts';
import { engineOfSite } from '../scan/dialects/engines.ts';
import { once } from '../text/once.ts';
import { remember } from '../text/remember.ts';
import { entryLookup } from './entry-lookup.ts';
import { joinReferences } from './join-references.ts';
import { forgetfulMemory, type ProjectMemory } from './project-memory.ts';
import { citationLookup, labelLookup } from './site-labels.ts';

/** What the fold needs besides facts: decisions made while discovering and resolving. */
export interface ProjectInput {
  readonly documents: readonly DocumentFacts[];
  readonly bibliographies: readonly BibliographyFacts[];
  readonly dialects: ReadonlyMap<string, SiteDialect>;
  /** Of documents that load a bibliography, by their paths. */
  readonly links: ReadonlyMap<string, readonly BibliographyLink[]>;
  /** Reads the works a document names in its text; the project memoises them. */
  readonly readMentions: (document: DocumentFacts) => readonly Mention[];
  /** Reads a reference text; the project memoises it. */
  readonly readReference: (text: string) => ReferenceReading;
  /** Reads an entry as a work; the project memoises it. */
  readonly readEntry: (entry: BibEntry) => Work;
  /** What was said at an earlier look. */
  readonly memory?: ProjectMemory | undefined;
}

const NO_LINKS: readonly BibliographyLink[] = [];

/**
 * Joins the facts of all files. The order of the input does not matter: documents and bibliographies are sorted by path,
 * and everything else is asked for lazily and remembered.
 */
export function indexProject(input: ProjectInput): Project {
  const documents = [...input.documents].sort(byPath);
  const bibliographies = [...input.bibliographies].sort(byPath);
  const byFile = new Map(bibliographies.map((facts) => [facts.path, facts]));
  const linksOf = (document: DocumentFacts): readonly BibliographyLink[] =>
    input.links.get(document.path) ?? NO_LINKS;
  const dialectOf = dialectLookup(input.dialects);
  const memory = input.memory ?? forgetfulMemory;
  const entriesFor = entryLookup(byFile, linksOf, memory);
  const holds = holdings(documents, bibliographies);
  return withShared({
    ...holds,
    dialectOf,
    engineOf: (document): Engine => engineOfSite(dialectOf(document)),
    citationsOf: citationLookup(holds, dialectOf, entriesFor, memory),
    labelsOf: labelLookup(documents, dialectOf, memory),
    linksOf,
    entriesFor,
    documentsOf: readerLookup(documents, linksOf),
    mentionsOf: mentionLookup(input),
    ...workLookup(input, memory),
  });
}

/** In most projects there is one dialect, which every rule asks for page by page. */
function dialectLookup(dialects: ProjectInput['dialects']): Project['dialectOf'] {
  const [only, ...others] = new Set(dialects.values());
  if (only !== undefined && others.length === 0) return () => only;
  return ({ path }) => {
    const dialect = dialects.get(path);
    if (dialect === undefined) throw new Error(`No dialect was resolved for ${path}.`);
    return dialect;
  };
}

/** What rules make of a project together is made once, and of another project anew. */
function withShared(parts: Omit<Project, 'shared'>): Project {
  const made = new Map<unknown, unknown>();
  const project: Project = {
    ...parts,
    shared: <T>(make: (project: Project) => T): T => {
      if (!made.has(make)) made.set(make, make(project));
      return made.get(make) as T;
    },
  };
  return project;
}

/** A project that holds only these of its files, and answers for them as the whole does. */
export function restrictProject(
  project: Project,
  { documents, bibliographies }: Pick<Project, 'documents' | 'bibliographies'>,
): Project {
  return withShared({ ...project, ...holdings(documents, bibliographies) });
}

/** What a project answers from the files it holds, joined when it is asked for first. */
function holdings(documents: readonly DocumentFacts[], bibliographies: readonly BibliographyFacts[]) {
  const references = once(() => joinReferences(documents));
  return {
    documents,
    bibliographies,
    entries: once(() => placedEntries(documents, bibliographies)),
    citedKeys: once(() => citedKeys(documents)),
    referencesByText: () => references().byText,
    referencesByKey: () => references().byKey,
  };
}

function mentionLookup({ readMentions }: ProjectInput): Project['mentionsOf'] {
  const known = new Map<DocumentFacts, readonly Mention[]>();
  return (document) => remember(known, document, () => readMentions(document));
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

function readerLookup(
  documents: readonly DocumentFacts[],
  linksOf: Project['linksOf'],
): Project['documentsOf'] {
  let readers: Map<string, DocumentFacts[]> | undefined;
  return (bibliography) => {
    if (readers === undefined) {
      readers = new Map();
      for (const document of documents) {
        for (const { path } of linksOf(document)) {
          if (path === undefined) continue;
          const known = readers.get(path);
          if (known === undefined) readers.set(path, [document]);
          else known.push(document);
        }
      }
    }
    return readers.get(bibliography.path) ?? [];
  };
}

function placedEntries(
  documents: readonly DocumentFacts[],
  bibliographies: readonly BibliographyFacts[],
): readonly PlacedEntry[] {
  const placed: PlacedEntry[] = [];
  for (const { path, entries } of bibliographies) for (const entry of entries) placed.push({ path, entry });
  for (const { path, entries } of documents) for (const entry of entries) placed.push({ path, entry });
  return placed;
}

/** Counted, for a site has a hundred thousand cites: before V8 knows better, an iterator makes an object for each. */
function citedKeys(documents: readonly DocumentFacts[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const { citations } of documents) {
    for (let citation = 0; citation < citations.length; citation++) {
      const { cites } = citations[citation]!;
      for (let cite = 0; cite < cites.length; cite++) keys.add(cites[cite]!.key);
    }
  }
  return keys;
}

function workLookup(
  { readReference, readEntry }: ProjectInput,
  memory: ProjectMemory,
): Pick<Project, 'readingOf' | 'workOf'> {
  const byText = new Map<string, ReferenceReading>();
  const byEntry = new Map<BibEntry, Work>();
  const readingOf = (reference: Reference): ReferenceReading =>
    remember(byText, reference.text, () => memory.reading(reference, () => readReference(reference.text)));
  const readWork = (entry: BibEntry): Work => memory.work(entry, () => readEntry(entry));
  return {
    readingOf,
    workOf: (source) =>
      'text' in source ? readingOf(source) : remember(byEntry, source, () => readWork(source)),
  };
}
