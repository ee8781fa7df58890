import type {
  BibEntry,
  BibliographyFacts,
  BibliographyLink,
  Citation,
  DialectName,
  DocumentFacts,
  Engine,
  Located,
  Mention,
  PlacedEntry,
  Project,
  Reference,
  ReferenceReading,
  ReferenceUse,
  SiteDialect,
  Work,
} from '../model.ts';
import { engineOfSite } from '../scan/dialects/engines.ts';
import { once } from '../text/once.ts';
import { remember } from '../text/remember.ts';
import { isTypedKey, withoutTypes } from './citation-types.ts';
import { type Entries, forgetfulMemory, type ProjectMemory } from './project-memory.ts';

/** What the fold needs besides facts: decisions made while discovering and resolving. */
export interface ProjectInput {
  readonly documents: readonly DocumentFacts[];
  readonly bibliographies: readonly BibliographyFacts[];
  readonly dialects: ReadonlyMap<string, SiteDialect>;
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
  const dialectOf = (document: DocumentFacts): SiteDialect => {
    const dialect = input.dialects.get(document.path);
    if (dialect === undefined) throw new Error(`No dialect was resolved for ${document.path}.`);
    return dialect;
  };
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
  return {
    documents,
    bibliographies,
    entries: once(() => placedEntries(documents, bibliographies)),
    citedKeys: once(() => citedKeys(documents)),
    referencesByText: once(() => referencesByText(documents)),
  };
}

function mentionLookup({ readMentions }: ProjectInput): Project['mentionsOf'] {
  const known = new Map<DocumentFacts, readonly Mention[]>();
  return (document) => remember(known, document, () => readMentions(document));
}

function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

/**
 * MyST writes citations and cross-references alike: what no bibliography defines and some page of the site labels is a
 * cross-reference. mystmd asks the bibliography first. In the Pandoc family, keys may say why they are cited.
 */
function citationLookup(
  { documents, citedKeys }: Pick<Project, 'documents' | 'citedKeys'>,
  dialectOf: (document: DocumentFacts) => SiteDialect,
  entriesFor: Project['entriesFor'],
  memory: ProjectMemory,
): Project['citationsOf'] {
  const labels = labelsBySite(documents, ['myst'], dialectOf);
  const untyped = new Map<DocumentFacts, readonly Citation[]>();
  // Few projects type a citation, and each key is asked once.
  const areTyped = once(() => [...citedKeys()].some(isTypedKey));
  const withoutTypesOf = (document: DocumentFacts): readonly Citation[] => {
    const entries = entriesFor(document);
    return memory.citations(
      document,
      withoutTypes(document.citations, (key) => entries.has(key)),
    );
  };
  return (document) => {
    if (PANDOC_FAMILY.includes(document.dialect)) {
      if (!areTyped()) return document.citations;
      return remember(untyped, document, () => withoutTypesOf(document));
    }
    const known = document.dialect === 'myst' ? labels.get(dialectOf(document).root) : undefined;
    if (known === undefined) return document.citations;
    const entries = entriesFor(document);
    const isLabel = (key: string): boolean =>
      !entries.has(key) && (known.has(key) || known.has(key.toLowerCase()));
    return memory.citations(document, withoutLabels(document.citations, isLabel));
  };
}

const NO_LABELS: ReadonlySet<string> = new Set();

/** Dialects in which `@name` may be a label of any page. */
const PANDOC_FAMILY: readonly DialectName[] = ['pandoc', 'quarto', 'rmarkdown', 'manubot'];

function labelLookup(
  documents: readonly DocumentFacts[],
  dialectOf: (document: DocumentFacts) => SiteDialect,
  memory: ProjectMemory,
): Project['labelsOf'] {
  const labels = new Map(labelsBySite(documents, PANDOC_FAMILY, dialectOf));
  const manubot = new Set(documents.filter(({ dialect }) => dialect === 'manubot').map(dialectOf));
  for (const { root, tags } of manubot) {
    if (tags !== undefined) labels.set(root, new Set([...(labels.get(root) ?? []), ...tags]));
  }
  const known = new Map<string, ReadonlySet<string>>();
  for (const [site, found] of labels) known.set(site, memory.names(site, found));
  return (document) => {
    const mayHold = known.size > 0 && PANDOC_FAMILY.includes(document.dialect);
    return (mayHold ? known.get(dialectOf(document).root) : undefined) ?? NO_LABELS;
  };
}

function labelsBySite(
  documents: readonly DocumentFacts[],
  dialects: readonly DialectName[],
  dialectOf: (document: DocumentFacts) => SiteDialect,
): ReadonlyMap<string, ReadonlySet<string>> {
  const labels = new Map<string, Set<string>>();
  for (const document of documents) {
    if (document.labels.length === 0 || !dialects.includes(document.dialect)) continue;
    const site = dialectOf(document).root;
    const known = labels.get(site) ?? new Set<string>();
    for (const { name } of document.labels) known.add(name);
    labels.set(site, known);
  }
  return labels;
}

function withoutLabels(
  citations: readonly Citation[],
  isLabel: (key: string) => boolean,
): readonly Citation[] {
  const kept = citations.map((citation) => {
    if (citation.construct !== 'in-text' && citation.construct !== 'bracketed') return citation;
    const cites = citation.cites.filter(({ key }) => !isLabel(key));
    return cites.length === citation.cites.length ? citation : { ...citation, cites };
  });
  return kept.filter((citation, index) => citation.cites.length > 0 || citation === citations[index]);
}

/** Documents that load the same files share one map: a site's thousand pages cost one. */
function entryLookup(
  byFile: ReadonlyMap<string, BibliographyFacts>,
  linksOf: Project['linksOf'],
  memory: ProjectMemory,
): Project['entriesFor'] {
  const shared = new Map<string, Entries>();
  const ofOne = new Map<string, Entries>();
  const known = new Map<DocumentFacts, Entries>();
  const make = (paths: readonly string[], own: DocumentFacts | undefined): Entries => {
    const files = paths.flatMap((path) => byFile.get(path) ?? []);
    return memory.entries(files, own, () => joinEntries(files, own));
  };
  const lookUp = (document: DocumentFacts): Entries => {
    const links = linksOf(document);
    const own = document.entries.length > 0 ? document : undefined;
    // Most pages load one bibliography or none: there is nothing to join.
    const only = own === undefined ? onlyPath(links) : undefined;
    if (only !== undefined) return remember(ofOne, only, () => make(only === '' ? [] : [only], undefined));
    const paths = links.flatMap(({ path, role }) =>
      path !== undefined && role === 'bibliography' ? [path] : [],
    );
    return remember(shared, [own?.path ?? '', ...paths].join('\n'), () => make(paths, own));
  };
  return (document) => {
    if (document.entries.length === 0 && linksOf(document).length === 0) return NO_ENTRIES;
    return remember(known, document, () => lookUp(document));
  };
}

const NO_ENTRIES: Entries = new Map();

/** The path of the only bibliography among the links, `''` where there is none; undefined where there are several. */
function onlyPath(links: readonly BibliographyLink[]): string | undefined {
  let only = '';
  for (const { path = '', role } of links) {
    if (path === '' || role !== 'bibliography') continue;
    if (only !== '') return undefined;
    only = path;
  }
  return only;
}

function joinEntries(files: readonly BibliographyFacts[], own: DocumentFacts | undefined): Entries {
  const entries = new Map<string, Located<BibEntry>[]>();
  for (const facts of files) addEntries(entries, facts.entries, facts.path);
  if (own !== undefined) addEntries(entries, own.entries, own.path);
  return entries;
}

function addEntries(map: Map<string, Located<BibEntry>[]>, entries: readonly BibEntry[], path: string): void {
  for (const entry of entries) {
    const { key, keyRegion, region, type, typeRegion, fields } = entry;
    const at = { path, region: keyRegion };
    const located = { key, keyRegion, region, type, typeRegion, fields, at };
    const same = map.get(entry.key);
    if (same === undefined) map.set(entry.key, [located]);
    else same.push(located);
  }
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

/** The hand-written references of the site under their texts: one that stands on many pages is read once. */
function referencesByText(documents: readonly DocumentFacts[]): ReadonlyMap<string, readonly ReferenceUse[]> {
  const uses = new Map<string, ReferenceUse[]>();
  for (const document of documents) {
    for (const reference of document.references) {
      const same = uses.get(reference.text);
      if (same === undefined) uses.set(reference.text, [{ document, reference }]);
      else same.push({ document, reference });
    }
  }
  return uses;
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
