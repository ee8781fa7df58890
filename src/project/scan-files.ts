import type { BibliographyFacts, BibliographyLink, DocumentFacts, SiteDialect } from '../model.ts';
import { bibliographyFormat } from '../scan/bibliography/bibliography-format.ts';
import { loadParser, ParserNotLoaded } from '../scan/parsers.ts';
import { type Source, scanBibliography, scanDocument } from '../scan/scan.ts';
import { remember } from '../text/remember.ts';
import { createCompactor } from './compact-facts.ts';
import type { FactsMemory } from './facts-memory.ts';
import type { LoadOptions } from './load-options.ts';
import type { ProjectReader } from './project-reader.ts';
import { targetTest } from './targets.ts';

interface ScanOptions extends Pick<LoadOptions, 'onProgress'> {
  readonly memory: FactsMemory;
  readonly isLean: boolean;
}

/** Scans the documents of a project, or remembers what was read of them, in the order they are given. */
export async function scanDocuments(
  documents: ReadonlyMap<string, SiteDialect>,
  reader: ProjectReader,
  { memory, isLean, onProgress }: ScanOptions,
): Promise<DocumentFacts[]> {
  const facts: DocumentFacts[] = [];
  const compact = createCompactor();
  const asked = new Map<SiteDialect, boolean>();
  const isAsked = (dialect: SiteDialect): boolean =>
    remember(asked, dialect, () => areShortcodesAsked(dialect));
  let done = 0;
  for (const batch of readInBatches(documents, reader)) {
    done += batch.length;
    onProgress?.(done, documents.size);
    for (const { source, dialect } of batch) {
      if (source === undefined) continue;
      const known = memory.document(source, dialect);
      if (known !== undefined) {
        facts.push(known);
        continue;
      }
      const reading = withParsers(() =>
        scanDocument(source, dialect, { shortcodes: !isLean || isAsked(dialect) }),
      );
      // Most are read at once, and to wait for what is there already takes a turn for each.
      const read = reading instanceof Promise ? await reading : reading;
      const scanned = compact(read);
      memory.keepDocument(source, dialect, scanned);
      facts.push(scanned);
    }
  }
  return facts;
}

interface ReadDocument {
  readonly source: Source | undefined;
  readonly dialect: SiteDialect;
}

/** What is read before it is scanned, in documents and in UTF-16 units of their texts. */
const BATCH = { documents: 64, length: 1 << 20 };

/**
 * Reads some documents at a time. To open a file takes twice as long where the processor scanned a page since the one
 * before: each needs the caches for itself.
 */
function* readInBatches(
  documents: ReadonlyMap<string, SiteDialect>,
  reader: ProjectReader,
): Generator<readonly ReadDocument[]> {
  let batch: ReadDocument[] = [];
  let length = 0;
  for (const [path, dialect] of documents) {
    const source = reader.source(path);
    batch.push({ source, dialect });
    length += source?.text.length ?? 0;
    if (batch.length < BATCH.documents && length < BATCH.length) continue;
    yield batch;
    batch = [];
    length = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Whether a rule asks which shortcodes a page has: some templates of the site take their bibliography from the page. */
function areShortcodesAsked({ shortcodes }: SiteDialect): boolean {
  return Object.values(shortcodes).some(
    ({ cite }) => cite?.sources !== undefined && cite.sources.parameters.length > 0,
  );
}

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

/** What the search for bibliographies goes by. */
interface BibliographyOptions {
  readonly documents: readonly DocumentFacts[];
  readonly links: ReadonlyMap<string, readonly BibliographyLink[]>;
  readonly targets: readonly string[] | undefined;
  readonly memory: FactsMemory;
}

/**
 * Scans the bibliographies that documents load, and those that were named. Those that are there besides matter where a
 * bibliography was named, since it may use what another defines; and to a page that was named where it cites what none it
 * loads has.
 */
export async function scanBibliographies(
  reader: ProjectReader,
  { documents, links, targets, memory }: BibliographyOptions,
): Promise<BibliographyFacts[]> {
  const isTarget = targetTest(targets);
  const all = reader.files.filter((path) => BIBLIOGRAPHY.test(path));
  const named = [
    ...all.filter(isTarget),
    ...(targets ?? []).filter((path) => isBibliographyByContent(path, reader)),
  ];
  const first = new Set([...loadedPaths(links), ...named]);
  const facts = await scanEach(first, reader, memory);
  const others = all.filter((path) => !first.has(path));
  if (others.length === 0) return facts;
  const judged = documents.filter(({ path }) => isTarget(path) && isToldWhatItCites(links.get(path)));
  const isAsked = named.length > 0 || citesMore(judged, facts);
  return isAsked ? [...facts, ...(await scanEach(others, reader, memory))] : facts;
}

function loadedPaths(links: BibliographyOptions['links']): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const found of links.values()) {
    for (const { path, role, status } of found) {
      if (path !== undefined && role === 'bibliography' && status === 'found') paths.add(path);
    }
  }
  return paths;
}

/** Whether the keys of a page can be judged: it loads a bibliography. */
function isToldWhatItCites(links: readonly BibliographyLink[] = []): boolean {
  return links.some(({ role, status }) => role === 'bibliography' && status === 'found');
}

/** Whether pages cite what these bibliographies do not have. */
function citesMore(documents: readonly DocumentFacts[], known: readonly BibliographyFacts[]): boolean {
  const keys = new Set(known.flatMap(({ entries }) => entries.map(({ key }) => key)));
  return documents.some(({ citations }) =>
    citations.some(({ cites }) => cites.some(({ key }) => !keys.has(key))),
  );
}

async function scanEach(
  paths: Iterable<string>,
  reader: ProjectReader,
  memory: FactsMemory,
): Promise<BibliographyFacts[]> {
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
export function withParsers<T>(step: () => T): T | Promise<T> {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof ParserNotLoaded)) throw error;
    return loadParser(error.parser).then(() => withParsers(step));
  }
}
