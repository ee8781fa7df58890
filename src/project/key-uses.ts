import type {
  BibEntry,
  Citation,
  Cite,
  Construct,
  DocumentFacts,
  Located,
  Location,
  Project,
  ReferenceUse,
  Region,
} from '../model.ts';
import { isPageKey } from '../work/page-keys.ts';
import { valueStart } from '../work/place-in-field.ts';

/** A cite where it stands. */
export interface CiteUse {
  readonly document: DocumentFacts;
  readonly citation: Citation;
  readonly cite: Cite;
}

/** Everything that one cite key ties together, as the engines join it. */
export interface KeyUses {
  readonly key: string;
  /** The key holds for one page alone: a number of its list, an anchor of its own. */
  readonly isLocal: boolean;
  readonly cites: readonly CiteUse[];
  readonly entries: readonly Located<BibEntry>[];
  /** Entries that have it for a second key. */
  readonly aliased: readonly Located<BibEntry>[];
  /** Reference texts written under the key. */
  readonly references: readonly ReferenceUse[];
  /** Where entries name it in a field: `crossref`, `xdata`, and `ids`, their other keys. */
  readonly pointers: readonly Location[];
}

/** The keys of a project, indexed once to be asked again and again. */
export interface KeyIndex {
  /** Every key with the place that defines it: its entries, or else its first text, or else where it is first cited. */
  definitions(): Iterable<{ readonly key: string; readonly at: Location }>;
  has(key: string): boolean;
  /** All that belongs to a key as this file means it: in another site the same key may be another work's. */
  usesOf(key: string, path: string): KeyUses;
  /** The cites under a key in the pages that load the entries of this file. */
  citesOfEntry(key: string, path: string): readonly CiteUse[];
}

interface Named {
  readonly cites: CiteUse[];
  readonly references: ReferenceUse[];
  readonly entries: Located<BibEntry>[];
  readonly aliased: Located<BibEntry>[];
  readonly pointers: Location[];
}

/** What is known of a project while its keys are asked for. */
interface Known {
  readonly project: Project;
  named(key: string): Named;
  /** The files whose entries a page means by a key. */
  entryPaths(document: DocumentFacts, key: string): readonly string[];
}

/** Indexes all keys of a project, whose documents and bibliographies are walked through once. */
export function indexKeys(project: Project): KeyIndex {
  const names = collectNames(project);
  const documents = new Map(project.documents.map((document) => [document.path, document]));
  const known: Known = {
    project,
    named: (key) => names.get(key) ?? newName(),
    entryPaths: (document, key) => entryPaths(document, key, names.get(key), project),
  };
  return {
    definitions: () => definitionsOf(names),
    has: (key) => names.has(key),
    usesOf(written, path) {
      const key = withoutHash(written);
      const document = documents.get(path);
      const local = document === undefined ? undefined : localUses(key, document, known);
      return local ?? sharedUses(key, meaningOf(key, path, document, known), known);
    },
    citesOfEntry: (key, path) =>
      known.named(key).cites.filter(({ document }) => known.entryPaths(document, key).includes(path)),
  };
}

function newName(): Named {
  return { cites: [], references: [], entries: [], aliased: [], pointers: [] };
}

function collectNames(project: Project): Map<string, Named> {
  const names = new Map<string, Named>();
  const named = (key: string): Named => {
    const known = names.get(key) ?? newName();
    names.set(key, known);
    return known;
  };
  for (const { path, entries } of [...project.bibliographies, ...project.documents]) {
    for (const entry of entries) nameEntry({ ...entry, at: { path, region: entry.keyRegion } }, named);
  }
  for (const document of project.documents) {
    for (const citation of project.citationsOf(document)) {
      for (const cite of citation.cites) {
        if (cite.key !== '' && cite.key !== '*') {
          named(withoutHash(cite.key)).cites.push({ document, citation, cite });
        }
      }
    }
    for (const reference of document.references) {
      const { key = '' } = reference;
      if (key !== '') named(withoutHash(key)).references.push({ document, reference });
    }
  }
  return names;
}

/** An entry under its key, and under every other key it has or names. */
function nameEntry(entry: Located<BibEntry>, named: (key: string) => Named): void {
  if (entry.key !== '') named(entry.key).entries.push(entry);
  for (const { key, region, isAlias } of keyPointers(entry)) {
    named(key).pointers.push({ path: entry.at.path, region });
    if (isAlias) named(key).aliased.push(entry);
  }
}

function* definitionsOf(names: ReadonlyMap<string, Named>): Iterable<{ key: string; at: Location }> {
  for (const [key, { entries, references, cites }] of names) {
    for (const { at } of entries) yield { key, at };
    if (entries.length > 0) continue;
    const [text] = references.filter(({ reference }) => !isPageKey(reference.construct, key));
    const [use] = cites.filter(({ citation }) => !isPageKey(citation.construct, key));
    if (text !== undefined) yield { key, at: { path: text.document.path, region: text.reference.region } };
    else if (use !== undefined) yield { key, at: { path: use.document.path, region: use.cite.keyRegion } };
  }
}

/** A link cites the anchor of a list item: `[1](#ref1)`. */
function withoutHash(key: string): string {
  return key.startsWith('#') ? key.slice(1) : key;
}

function entryPaths(
  document: DocumentFacts,
  key: string,
  named: Named | undefined,
  project: Project,
): readonly string[] {
  const entries = project.entriesFor(document).get(key);
  if (entries !== undefined) return entries.map(({ at }) => at.path);
  if (named === undefined || named.aliased.length === 0) return [];
  const loaded = new Set(project.linksOf(document).map(({ path }) => path));
  return named.aliased.map(({ at }) => at.path).filter((path) => loaded.has(path));
}

/** The uses of a key that a page has for itself; undefined where the page shares it. */
function localUses(key: string, document: DocumentFacts, { named, entryPaths }: Known): KeyUses | undefined {
  if (entryPaths(document, key).length > 0) return undefined;
  const cites = named(key).cites.filter((use) => use.document === document);
  const references = named(key).references.filter((use) => use.document === document);
  const constructs = [
    ...cites.map(({ citation }) => citation.construct),
    ...references.map(({ reference }) => reference.construct),
  ];
  if (constructs.length === 0 || !constructs.every((construct) => isPageKey(construct, key)))
    return undefined;
  return { ...newName(), key, isLocal: true, cites, references };
}

/** Whose work a key stands for: whether a page, or a file of entries, means the same one. */
interface Meaning {
  document(document: DocumentFacts): boolean;
  entriesIn(path: string): boolean;
}

/**
 * Pages mean the same work by a key where they see an entry in common, over however many files; without any entry, where
 * they belong to one site.
 */
function meaningOf(
  key: string,
  path: string,
  document: DocumentFacts | undefined,
  { named, entryPaths, project }: Known,
): Meaning {
  const paths = new Set(document === undefined ? [path] : entryPaths(document, key));
  if (paths.size === 0 && document !== undefined) {
    const { root } = project.dialectOf(document);
    return {
      document: (other) => project.dialectOf(other).root === root && entryPaths(other, key).length === 0,
      entriesIn: () => false,
    };
  }
  const { cites, references } = named(key);
  const users = new Set([...cites, ...references].map((use) => use.document));
  const seen = [...users].map((user) => entryPaths(user, key));
  for (let size = -1; size !== paths.size; ) {
    size = paths.size;
    for (const files of seen) {
      if (files.some((file) => paths.has(file))) for (const file of files) paths.add(file);
    }
  }
  return {
    document: (other) => entryPaths(other, key).some((file) => paths.has(file)),
    entriesIn: (file) => paths.has(file),
  };
}

function sharedUses(key: string, means: Meaning, { named, entryPaths }: Known): KeyUses {
  const { cites, references, entries, aliased, pointers } = named(key);
  const isShared = (construct: Construct, document: DocumentFacts): boolean =>
    (!isPageKey(construct, key) || entryPaths(document, key).length > 0) && means.document(document);
  return {
    key,
    isLocal: false,
    cites: cites.filter(({ citation, document }) => isShared(citation.construct, document)),
    references: references.filter(({ reference, document }) => isShared(reference.construct, document)),
    entries: entries.filter(({ at }) => means.entriesIn(at.path)),
    aliased: aliased.filter(({ at }) => means.entriesIn(at.path)),
    pointers: pointers.filter(({ path }) => means.entriesIn(path)),
  };
}

/** A key that a field of an entry holds. */
export interface KeyPointer {
  readonly key: string;
  readonly region: Region;
  /** It is another key of the entry itself. */
  readonly isAlias: boolean;
}

/** Fields that hold keys of other entries, or other keys of their own. */
const POINTERS: ReadonlySet<string> = new Set('crossref xref xdata related entryset ids'.split(' '));

/** Keys that the fields of an entry hold, each with its place. */
export function keyPointers({ fields }: BibEntry): KeyPointer[] {
  const pointers: KeyPointer[] = [];
  for (const field of fields) {
    const name = field.name.toLowerCase();
    const start = POINTERS.has(name) ? valueStart(field) : undefined;
    if (start === undefined) continue;
    for (const { 0: key, index } of field.value.matchAll(/[^\s,]+/g)) {
      const region = { start: start + index, end: start + index + key.length };
      pointers.push({ key, region, isAlias: name === 'ids' });
    }
  }
  return pointers;
}
