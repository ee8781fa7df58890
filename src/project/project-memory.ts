import type {
  BibEntry,
  BibliographyFacts,
  BibliographyLink,
  Citation,
  DocumentFacts,
  Located,
  Reference,
  ReferenceReading,
  SiteDialect,
  Work,
} from '../model.ts';
import { remember } from '../text/remember.ts';

/** Entries by key, as a document sees them. */
export type Entries = ReadonlyMap<string, readonly Located<BibEntry>[]>;

/**
 * What a project said at an earlier look. Where it says the same again it is given the same object, so that whoever drew
 * a conclusion from it can tell by identity that the conclusion still holds.
 */
export interface ProjectMemory {
  dialect(dialect: SiteDialect): SiteDialect;
  /** All files of the project, in order. */
  files(files: readonly string[]): readonly string[];
  /** The links of something with a name: a document, a folder, a site. */
  links(name: string, links: readonly BibliographyLink[]): readonly BibliographyLink[];
  /** The links of a document, made anew where the document or one of the grounds is another than before. */
  linksOf(
    document: DocumentFacts,
    grounds: readonly unknown[],
    make: () => readonly BibliographyLink[],
  ): readonly BibliographyLink[];
  /** What was made out of the texts of some files; made anew where one of the grounds or of those texts is another. */
  madeOf<T>(grounds: readonly unknown[], read: ReadText, make: (read: ReadText) => T): T;
  /** What the text of a file shows by itself. */
  shownBy(path: string, text: string, look: () => SiteDialect): SiteDialect;
  /** The entries of these files, in this order; `own` is a document that holds some itself. */
  entries(files: readonly BibliographyFacts[], own: DocumentFacts | undefined, make: () => Entries): Entries;
  /** The citations of a document that are no cross-references. */
  citations(document: DocumentFacts, citations: readonly Citation[]): readonly Citation[];
  /** The names that the pages of a site give to things. */
  names(site: string, names: ReadonlySet<string>): ReadonlySet<string>;
  reading(reference: Reference, read: () => ReferenceReading): ReferenceReading;
  work(entry: BibEntry, read: () => Work): Work;
}

/** Reads a file of the project; `undefined` where it cannot be read. */
export type ReadText = (path: string) => string | undefined;

/** A memory of what was said last; it holds nothing of files that are gone for longer than one look. */
export function createProjectMemory(): ProjectMemory {
  const dialects = new Map<string, SiteDialect>();
  const links = new Map<string, readonly BibliographyLink[]>();
  const linksOf = new WeakMap<DocumentFacts, KnownLinks>();
  const shown = new Map<string, { readonly text: string; readonly dialect: SiteDialect }>();
  let files: readonly string[] = [];
  let product: Product | undefined;
  const sameLinks: ProjectMemory['links'] = (name, found) => {
    const known = links.get(name);
    if (known !== undefined && areSameLinks(known, found)) return known;
    links.set(name, found);
    return found;
  };
  const entries = new WeakMap<object, KnownEntries[]>();
  const citations = new WeakMap<DocumentFacts, readonly Citation[]>();
  const names = new Map<string, ReadonlySet<string>>();
  const readings = new WeakMap<Reference, ReferenceReading>();
  const works = new WeakMap<BibEntry, Work>();
  return {
    dialect: (dialect) => remember(dialects, JSON.stringify(dialect), () => dialect),
    files(found) {
      if (!areSame(files, found)) files = found;
      return files;
    },
    links: sameLinks,
    linksOf(document, grounds, make) {
      const known = linksOf.get(document);
      if (known !== undefined && areSame(known.grounds, grounds)) return known.links;
      const made = sameLinks(document.path, make());
      // What is said of a file that is not there, or that is written anew, comes from the texts of other files.
      const isSure = ({ status, keyPrefix }: BibliographyLink): boolean =>
        status !== 'missing' && status !== 'generated' && keyPrefix === undefined;
      if (made.every(isSure)) linksOf.set(document, { grounds, links: made });
      return made;
    },
    madeOf(grounds, read, make) {
      const isSame =
        product !== undefined &&
        areSame(product.grounds, grounds) &&
        [...product.texts].every(([path, text]) => read(path) === text);
      if (!isSame) {
        const texts = new Map<string, string | undefined>();
        const reading: ReadText = (path) => {
          const text = read(path);
          texts.set(path, text);
          return text;
        };
        product = { grounds, texts, made: make(reading) };
      }
      return product?.made as ReturnType<typeof make>;
    },
    shownBy(path, text, look) {
      const known = shown.get(path);
      if (known?.text === text) return known.dialect;
      const dialect = look();
      shown.set(path, { text, dialect });
      return dialect;
    },
    entries(sources, own, make) {
      const known = remember(entries, own ?? sources[0] ?? NOWHERE, () => []);
      const found = known.find((other) => other.own === own && areSame(other.files, sources));
      if (found !== undefined) return found.entries;
      const made = make();
      known.push({ files: sources, own, entries: made });
      return made;
    },
    citations(document, found) {
      const known = citations.get(document);
      if (known !== undefined && areSameCitations(known, found)) return known;
      citations.set(document, found);
      return found;
    },
    names(site, found) {
      const known = names.get(site);
      if (known !== undefined && areSame([...known], [...found])) return known;
      names.set(site, found);
      return found;
    },
    reading: (reference, read) => remember(readings, reference, read),
    work: (entry, read) => remember(works, entry, read),
  };
}

/** Remembers only what one look at a project asks for again. */
export const forgetfulMemory: ProjectMemory = {
  dialect: (dialect) => dialect,
  files: (files) => files,
  links: (_, links) => links,
  linksOf: (_document, _grounds, make) => make(),
  madeOf: (_, read, make) => make(read),
  shownBy: (_path, _text, look) => look(),
  entries: (_files, _own, make) => make(),
  citations: (_, citations) => citations,
  names: (_, names) => names,
  reading: (_, read) => read(),
  work: (_, read) => read(),
};

interface Product {
  readonly grounds: readonly unknown[];
  readonly texts: ReadonlyMap<string, string | undefined>;
  readonly made: unknown;
}

interface KnownLinks {
  readonly grounds: readonly unknown[];
  readonly links: readonly BibliographyLink[];
}

interface KnownEntries {
  readonly files: readonly BibliographyFacts[];
  readonly own: DocumentFacts | undefined;
  readonly entries: Entries;
}

/** Stands for a document that sees no entries at all. */
const NOWHERE = {};

function areSame(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function areSameLinks(a: readonly BibliographyLink[], b: readonly BibliographyLink[]): boolean {
  return a.length === b.length && a.every((link, index) => isSameLink(link, b[index]!));
}

function isSameLink(a: BibliographyLink, b: BibliographyLink): boolean {
  if (a === b) return true;
  return (
    a.written === b.written &&
    a.path === b.path &&
    a.role === b.role &&
    a.status === b.status &&
    a.keyPrefix === b.keyPrefix &&
    a.isGuess === b.isGuess &&
    a.isOwnList === b.isOwnList &&
    areSame(a.packages ?? [], b.packages ?? []) &&
    areSame(a.nocite ?? [], b.nocite ?? []) &&
    a.at?.path === b.at?.path &&
    a.at?.region.start === b.at?.region.start &&
    a.at?.region.end === b.at?.region.end
  );
}

/** Cross-references are taken out of a citation, which makes a new one of the same cites. */
function areSameCitations(a: readonly Citation[], b: readonly Citation[]): boolean {
  return (
    a.length === b.length &&
    a.every((citation, index) => citation === b[index] || areSame(citation.cites, b[index]!.cites))
  );
}
