import type { BibliographyFacts, BibliographyFormat, DocumentFacts, SiteDialect } from '../model.ts';
import type { Source } from '../scan/scan.ts';

/**
 * Facts that were read before. Facts depend on a file's text and the dialect it is read in, so a memory that compares
 * both may answer for the scanner; one that holds nothing is always right.
 */
export interface FactsMemory {
  document(source: Source, dialect: SiteDialect): DocumentFacts | undefined;
  keepDocument(source: Source, dialect: SiteDialect, facts: DocumentFacts): void;
  bibliography(source: Source, format: BibliographyFormat): BibliographyFacts | undefined;
  keepBibliography(source: Source, format: BibliographyFormat, facts: BibliographyFacts): void;
}

/** Remembers nothing: a single look at a project. */
export const noMemory: FactsMemory = {
  document: () => undefined,
  keepDocument: () => undefined,
  bibliography: () => undefined,
  keepBibliography: () => undefined,
};

/** What was read last from each file, for sessions that look again after a change. */
export function createFactsMemory(): FactsMemory {
  const documents = new Map<string, Remembered<DocumentFacts>>();
  const bibliographies = new Map<string, Remembered<BibliographyFacts>>();
  const digests = new WeakMap<SiteDialect, string>();
  const digestOf = (dialect: SiteDialect): string => {
    const digest = digests.get(dialect) ?? JSON.stringify(dialect);
    digests.set(dialect, digest);
    return digest;
  };
  return {
    document: (source, dialect) => recall(documents, source, digestOf(dialect)),
    keepDocument: (source, dialect, facts) =>
      void documents.set(source.path, { source, manner: digestOf(dialect), facts }),
    bibliography: (source, format) => recall(bibliographies, source, format),
    keepBibliography: (source, format, facts) =>
      void bibliographies.set(source.path, { source, manner: format, facts }),
  };
}

interface Remembered<F> {
  readonly source: Source;
  /** How the text was read: the dialect or the format. */
  readonly manner: string;
  readonly facts: F;
}

function recall<F>(
  memory: ReadonlyMap<string, Remembered<F>>,
  { path, text, invalidAt }: Source,
  manner: string,
): F | undefined {
  const known = memory.get(path);
  const isSame =
    known !== undefined &&
    known.source.text === text &&
    known.source.invalidAt === invalidAt &&
    known.manner === manner;
  return isSame ? known.facts : undefined;
}
