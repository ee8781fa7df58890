import type { BibEntry, DocumentFacts, Location, Project, Reference, Region, Work } from '../../src/model.ts';
import { entriesOf } from './field-places.ts';
import { regionInReference } from './reference-uses.ts';

/** An entry or a reference text, read as a work, with its place in the project. */
export interface PlacedWork {
  readonly key: string;
  readonly work: Work;
  readonly path: string;
  /** The source is one of the two. */
  readonly entry?: BibEntry;
  readonly reference?: Reference;
  readonly document?: DocumentFacts;
  /** A part of the work in its file; without one the key of an entry, or the whole reference text. */
  at(part?: Region): Location;
}

/**
 * Every entry and every reference text of the project that could be read with some certainty; a text that a page repeats
 * under one key comes once.
 */
export function* placedWorks(project: Project): Iterable<PlacedWork> {
  for (const { path, entry } of entriesOf(project)) {
    if (NO_WORKS.has(entry.type.toLowerCase())) continue;
    const at = (part: Region = entry.keyRegion): Location => ({ path, region: part });
    yield { key: entry.key, work: project.workOf(entry), path, entry, at };
  }
  for (const document of project.documents) {
    const seen = new Set<string>();
    for (const reference of document.references) {
      const name = `${reference.key ?? ''}\n${reference.text}`;
      if (seen.has(name)) continue;
      seen.add(name);
      const work = project.readingOf(reference);
      if (work.confidence < 0.5) continue;
      const { path } = document;
      const at = (part?: Region): Location => ({ path, region: regionInReference(reference, part) });
      yield { key: reference.key ?? '', work, path, reference, document, at };
    }
  }
}

/** Entry types that hold data for other entries. */
const NO_WORKS = new Set(['set', 'xdata', 'comment', 'preamble', 'string', 'control', 'bibnote']);

/** Constructs whose keys hold for their page only: every page has its `[^1]` and its `[3]`. */
export const isLocal = ({ construct }: Reference): boolean =>
  construct === 'footnote' || construct === 'list-item' || construct === 'numbered' || construct === 'link';
