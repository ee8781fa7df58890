import type {
  BibliographyFacts,
  BibliographyLink,
  DialectName,
  DocumentFacts,
  Project,
  ShortcodeSignature,
  SiteDialect,
} from '../model.ts';
import { bibliographyFormat } from '../scan/bibliography/bibliography-format.ts';
import { recognizeDialect } from '../scan/dialects/recognize-dialect.ts';
import { findMentions } from '../scan/markdown/mentions.ts';
import { loadParser, ParserNotLoaded } from '../scan/parsers.ts';
import { readReference } from '../scan/reference/read-reference.ts';
import { type Source, scanBibliography, scanDocument } from '../scan/scan.ts';
import { workOfEntry } from '../work/entry-work.ts';
import { type SiteWithDocuments, sitesWithDocuments } from './detect-dialect.ts';
import { discoverFiles, type EnterFolder } from './discover.ts';
import { type FactsMemory, noMemory } from './facts-memory.ts';
import type { FileSource, ReadFailure } from './file-source.ts';
import { indexProject } from './index-project.ts';
import { createStringOwner } from './own-strings.ts';
import { forgetfulMemory, type ProjectMemory } from './project-memory.ts';
import { resolveBibliographies } from './resolve-bibliographies.ts';
import { withTemplates } from './site-templates.ts';

/** What to load, and what to look at. */
export interface LoadOptions {
  readonly source: FileSource;
  /** The dialect a file has to be read in, whatever its site looks like. */
  readonly dialectOf?: (path: string) => DialectName | undefined;
  /** Called with each folder; its configuration may leave files alone. */
  readonly enter?: EnterFolder;
  /** Whether ignore files and the patterns of configurations hold; they do by default. */
  readonly isIgnoring?: boolean;
  /** What the configuration of a document says of shortcodes, where templates do not; the same object for like files. */
  readonly shortcodesOf?: (path: string) => Readonly<Record<string, ShortcodeSignature>>;
  /** Bibliographies that its configuration gives to a document, relative to the root. */
  readonly bibliographiesOf?: (path: string) => readonly string[];
  readonly targets?: readonly string[];
  readonly overlay?: ReadonlyMap<string, string>;
  /** Facts of an earlier look, which answer for files that did not change. */
  readonly memory?: FactsMemory;
  /** What the project said at an earlier look. */
  readonly projectMemory?: ProjectMemory;
  /** Told now and then how many of how many documents are read, and when all are. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /** Reads only this part of the documents; what it finds is for joining, for one part alone says little. */
  readonly shard?: Shard;
  /**
   * Forgets the shortcodes of each page, once their citations are collected: half of all that would be remembered. Asked
   * when the configurations are known; where it says no, `memory` does not hold enough and is not asked.
   */
  readonly lean?: (() => boolean) | undefined;
}

/** One of `count` parts of a project's documents; `index` begins at 0. */
export interface Shard {
  readonly index: number;
  readonly count: number;
}

/** A project read from its files, ready to be judged. */
export interface LoadedProject {
  readonly project: Project;
  readonly unreadable: readonly {
    readonly path: string;
    readonly failure: ReadFailure;
    readonly detail: string;
  }[];
  /** Whether findings of this path were asked for. */
  isTarget(path: string): boolean;
  /** A file's text; `''` where it cannot be read. */
  text(path: string): string;
}

/**
 * Reads a project: finds its files and sites, scans the documents of every site that holds a target, resolves the
 * bibliographies they load, scans those, and joins all facts.
 */
export async function loadProject(options: LoadOptions): Promise<LoadedProject> {
  const reader = await createReader(options);
  const isTarget = targetTest(options.targets);
  const documents = partOf(await withParsers(() => assignDialects(options, reader, isTarget)), options.shard);
  const isLean = options.lean?.();
  const memory = isLean === false ? noMemory : (options.memory ?? noMemory);
  const { projectMemory, onProgress } = options;
  const facts = await scanDocuments(documents, reader, { memory, isLean: isLean === true, onProgress });
  const links = await withParsers(() =>
    resolveBibliographies(facts, documents, reader, options.bibliographiesOf, projectMemory),
  );
  const bibliographies = await scanBibliographies(links, reader, options.targets, memory);
  return {
    project: indexProject({
      documents: facts,
      bibliographies,
      dialects: documents,
      links,
      readMentions: (document) => findMentions(reader.source(document.path)?.text ?? '', document),
      readReference,
      readEntry: workOfEntry,
      memory: projectMemory,
    }),
    unreadable: reader.unreadable.filter(({ path }) => isTarget(path)),
    isTarget,
    text: (path) => reader.source(path)?.text ?? '',
  };
}

interface ScanOptions extends Pick<LoadOptions, 'onProgress'> {
  readonly memory: FactsMemory;
  readonly isLean: boolean;
}

async function scanDocuments(
  documents: ReadonlyMap<string, SiteDialect>,
  reader: ProjectReader,
  { memory, isLean, onProgress }: ScanOptions,
): Promise<DocumentFacts[]> {
  const facts: DocumentFacts[] = [];
  const own = createStringOwner();
  let done = 0;
  for (const [path, dialect] of documents) {
    done += 1;
    if (onProgress !== undefined && (done % 64 === 0 || done === documents.size)) {
      onProgress(done, documents.size);
    }
    const source = reader.source(path);
    if (source === undefined) continue;
    const known = memory.document(source, dialect);
    if (known !== undefined) {
      facts.push(known);
      continue;
    }
    const read = await withParsers(() => scanDocument(source, dialect));
    const scanned = own(isLean ? withoutShortcodes(read) : read);
    memory.keepDocument(source, dialect, scanned);
    facts.push(scanned);
  }
  return facts;
}

/** In place, for the facts are new and nobody else's. */
function withoutShortcodes(facts: { -readonly [Part in keyof DocumentFacts]: DocumentFacts[Part] }) {
  facts.shortcodes = NO_SHORTCODES;
  return facts;
}

const NO_SHORTCODES: DocumentFacts['shortcodes'] = [];

/** The project's files as the loading steps ask for them. */
export interface ProjectReader {
  /** All files, sorted; overlaid ones included. */
  readonly files: readonly string[];
  has(path: string): boolean;
  /** A file's text, for configuration and templates; `undefined` where it cannot be read. */
  read(path: string): string | undefined;
  source(path: string): Source | undefined;
  readonly unreadable: { path: string; failure: ReadFailure; detail: string }[];
}

async function createReader({
  source,
  overlay,
  enter,
  isIgnoring,
  projectMemory,
}: LoadOptions): Promise<ProjectReader> {
  const files = await discoverFiles(source, enter, isIgnoring);
  const known = new Set(files);
  for (const path of overlay?.keys() ?? []) if (!known.has(path)) files.push(path);
  const all = new Set(files);
  const unreadable: ProjectReader['unreadable'] = [];
  const open = (path: string): Source | undefined => {
    const overlaid = overlay?.get(path);
    if (overlaid !== undefined) return { path, text: overlaid };
    const read = source.read(path);
    if ('text' in read) {
      const { text, invalidAt } = read;
      return invalidAt === undefined ? { path, text } : { path, text, invalidAt };
    }
    if (!unreadable.some((other) => other.path === path)) unreadable.push({ path, ...read });
    return undefined;
  };
  const sorted = [...all].sort();
  return {
    files: projectMemory?.files(sorted) ?? sorted,
    has: (path) => all.has(path),
    read: (path) => (all.has(path) ? open(path)?.text : undefined),
    source: open,
    unreadable,
  };
}

/** Whether a path is wanted. A target is a file, or everything below a folder; no targets mean all. */
export function targetTest(targets: readonly string[] | undefined): (path: string) => boolean {
  if (targets === undefined || targets.includes('')) return () => true;
  const files = new Set(targets);
  const folders = targets.map((target) => target + '/');
  return (path) => files.has(path) || folders.some((folder) => path.startsWith(folder));
}

/** The dialect of every document to scan: all documents of each site that holds a target, and targets outside sites. */
function assignDialects(
  options: LoadOptions,
  reader: ProjectReader,
  isTarget: (path: string) => boolean,
): Map<string, SiteDialect> {
  const assigned = new Map<string, SiteDialect>();
  const settle = dialectSettler(options);
  const { projectMemory = forgetfulMemory } = options;
  const recognize: Recognize = (path, text) =>
    projectMemory.shownBy(path, text, () => recognizeDialect(path, text));
  const sites = projectMemory.madeOf([reader.files, options.targets], reader.read, (read) =>
    sitesOfTargets({ ...reader, read }, isTarget, recognize),
  );
  for (const { dialect, documents } of sites) {
    for (const path of documents) assigned.set(path, settle(path, dialect));
  }
  for (const path of strayTargets(options, assigned)) {
    const text = reader.read(path);
    if (text !== undefined) assigned.set(path, settle(path, recognize(path, text)));
  }
  return assigned;
}

type Recognize = (path: string, text: string) => SiteDialect;

/** The sites that hold a target, with their documents and the signatures of their templates. */
function sitesOfTargets(
  reader: ProjectReader,
  isTarget: (path: string) => boolean,
  recognize: Recognize,
): SiteWithDocuments[] {
  const { files, read } = reader;
  const sites = sitesWithDocuments({ files, read, recognize });
  const wanted = sites.filter(
    ({ dialect, documents }) =>
      documents.some(isTarget) || files.some((path) => isTarget(path) && isInside(path, dialect)),
  );
  return wanted.map(({ dialect, documents }) => ({ dialect: withTemplates(dialect, reader), documents }));
}

/** Every n-th document, so that a folder of long ones is shared among all. */
function partOf(documents: Map<string, SiteDialect>, shard: Shard | undefined): Map<string, SiteDialect> {
  if (shard === undefined) return documents;
  return new Map([...documents].filter((_, place) => place % shard.count === shard.index));
}

function isInside(path: string, site: SiteDialect): boolean {
  return site.root === '' || path.startsWith(site.root + '/');
}

/**
 * Lays what the user said over what was detected: the dialect of a file, and what a shortcode's arguments mean. Files of
 * one site share one object, since facts and caches compare dialects by identity.
 */
function dialectSettler({ dialectOf, shortcodesOf = () => NONE, projectMemory }: LoadOptions) {
  const settled = new Map<SiteDialect, Map<DialectName, Map<object, SiteDialect>>>();
  return (path: string, detected: SiteDialect): SiteDialect => {
    const name = dialectOf?.(path) ?? detected.name;
    const shortcodes = shortcodesOf(path);
    const ofName = below(below(settled, detected), name);
    const known = ofName.get(shortcodes);
    if (known !== undefined) return known;
    const made: SiteDialect = {
      ...detected,
      name,
      reason: name === detected.name ? detected.reason : 'it was asked for',
      shortcodes: { ...detected.shortcodes, ...shortcodes },
    };
    const same = projectMemory?.dialect(made) ?? made;
    ofName.set(shortcodes, same);
    return same;
  };
}

const NONE: Readonly<Record<string, ShortcodeSignature>> = {};

function below<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const found = maps.get(key) ?? new Map<L, V>();
  maps.set(key, found);
  return found;
}

/** Documents that were named one by one and belong to no site. */
function strayTargets(
  { targets, overlay }: LoadOptions,
  assigned: ReadonlyMap<string, SiteDialect>,
): string[] {
  const named = [...(targets ?? []), ...(overlay?.keys() ?? [])];
  return named.filter((path) => !assigned.has(path) && DOCUMENT.test(path));
}

const DOCUMENT = /\.(?:md|markdown|mdx|qmd|rmd|mdown|mkd|html|org|adoc|rst|pandoc)$/i;

/** What is a bibliography by its name, whether a document loads it or not. */
const BIBLIOGRAPHY = /\.(?:bib|bibtex|ris|csljson)$|(?:^|\/)CITATION\.cff$/i;

/** Whether a file that was named holds items of CSL: a name that ends in `.json` or `.yaml` says too little. */
function isBibliographyByContent(path: string, reader: ProjectReader): boolean {
  if (!/\.(?:json|ya?ml)$/i.test(path)) return false;
  const head = (reader.read(path) ?? '').slice(0, 4000);
  return path.toLowerCase().endsWith('json')
    ? /^\ufeff?\s*(?:\[|\{\s*"(?:items|references)"\s*:\s*\[)/.test(head) &&
        /"id"\s*:/.test(head) &&
        /"type"\s*:/.test(head)
    : /^references\s*:/m.test(head) && /^[- \t]*(?:id|type)[ \t]*:/m.test(head);
}

async function scanBibliographies(
  links: ReadonlyMap<string, readonly BibliographyLink[]>,
  reader: ProjectReader,
  targets: readonly string[] | undefined,
  memory: FactsMemory,
): Promise<BibliographyFacts[]> {
  const isTarget = targetTest(targets);
  const paths = new Set<string>();
  for (const found of links.values()) {
    for (const { path, role, status } of found) {
      if (path !== undefined && role === 'bibliography' && status === 'found') paths.add(path);
    }
  }
  for (const path of reader.files) if (BIBLIOGRAPHY.test(path) && isTarget(path)) paths.add(path);
  for (const path of targets ?? []) if (isBibliographyByContent(path, reader)) paths.add(path);
  const facts: BibliographyFacts[] = [];
  for (const path of [...paths].sort()) {
    const source = reader.source(path);
    const format = source === undefined ? undefined : bibliographyFormat(path, source.text);
    if (source === undefined || format === undefined) continue;
    const known = memory.bibliography(source, format);
    const scanned = known ?? (await withParsers(() => scanBibliography(source, format)));
    if (known === undefined) memory.keepBibliography(source, format, scanned);
    facts.push(scanned);
  }
  return facts;
}

/** Scans one document, loading the parsers it needs. */
export async function scanText(source: Source, dialect: SiteDialect): Promise<DocumentFacts> {
  return withParsers(() => scanDocument(source, dialect));
}

/** Runs a step, and again once the parser it asked for is there: most need none, and ten thousand promises cost. */
function withParsers<T>(step: () => T): T | Promise<T> {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof ParserNotLoaded)) throw error;
    return loadParser(error.parser).then(() => withParsers(step));
  }
}
