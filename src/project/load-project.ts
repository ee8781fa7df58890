import type { BibliographyLink, DocumentFacts, Mention, Project, SiteDialect } from '../model.ts';
import { findMentions } from '../scan/markdown/mentions.ts';
import { loadParser, parser } from '../scan/parsers.ts';
import { readReference } from '../scan/reference/read-reference.ts';
import { isNotebook } from '../text/is-notebook.ts';
import { workOfEntry } from '../work/entry-work.ts';
import { assignDialects } from './assign-dialects.ts';
import { noMemory } from './facts-memory.ts';
import type { ReadFailure } from './file-source.ts';
import { indexProject } from './index-project.ts';
import type { LoadOptions, Shard } from './load-options.ts';
import { createReader, type ProjectReader } from './project-reader.ts';
import { resolveBibliographies } from './resolve-bibliographies.ts';
import { scanBibliographies, scanDocuments, withParsers } from './scan-files.ts';
import { targetTest } from './targets.ts';

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
  if (facts.some(({ path }) => isNotebook(path))) await loadParser('notebook');
  const links = await withParsers(() =>
    resolveBibliographies(facts, documents, reader, options.bibliographiesOf, projectMemory),
  );
  const bibliographies = await scanBibliographies(reader, {
    documents: facts,
    links,
    targets: options.targets,
    memory,
  });
  const opened = openedLinks(links, reader);
  const isWanted = (path: string): boolean =>
    facts.some(
      (document) => isTarget(document.path) && links.get(document.path)?.some((link) => link.path === path),
    );
  return {
    project: indexProject({
      documents: facts,
      bibliographies,
      dialects: documents,
      links: opened,
      readMentions: (document) => mentionsIn(reader.source(document.path)?.text ?? '', document),
      readReference,
      readEntry: workOfEntry,
      memory: projectMemory,
    }),
    unreadable: reader.unreadable.filter(({ path }) => isTarget(path) || isWanted(path)),
    isTarget,
    text: (path) => reader.source(path)?.text ?? '',
  };
}

type Links = ReadonlyMap<string, readonly BibliographyLink[]>;

/** A bibliography that is there and cannot be opened says of no key whether it has it, as one that is yet to be made. */
function openedLinks(links: Links, { unreadable }: ProjectReader): Links {
  if (unreadable.length === 0) return links;
  const closed = new Set(unreadable.map(({ path }) => path));
  const opened = (link: BibliographyLink): BibliographyLink =>
    link.path !== undefined && closed.has(link.path) ? { ...link, status: 'generated' } : link;
  return new Map([...links].map(([path, found]) => [path, found.map(opened)]));
}

function mentionsIn(text: string, document: DocumentFacts): readonly Mention[] {
  return isNotebook(document.path)
    ? parser('notebook').findMentionsInNotebook(text, document)
    : findMentions(text, document);
}

/** Every n-th document, so that a folder of long ones is shared among all. */
function partOf(documents: Map<string, SiteDialect>, shard: Shard | undefined): Map<string, SiteDialect> {
  if (shard === undefined) return documents;
  return new Map([...documents].filter((_, place) => place % shard.count === shard.index));
}
