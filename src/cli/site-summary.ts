import type { Construct, DialectName, DocumentFacts, Project } from '../model.ts';
import { type Summary, summarize } from '../report/summary.ts';
import type { LintResult } from '../session.ts';

/** What a look at a site shows, counted and named for the one whose site it is. Paths are relative to the root. */
export interface SiteSummary {
  readonly documents: number;
  readonly dialects: readonly {
    readonly name: DialectName;
    readonly reason: string;
    readonly documents: number;
  }[];
  /** How often each construct cites, the most frequent first. */
  readonly constructs: readonly (readonly [Construct, number])[];
  /** How many works are cited, as far as their keys tell. */
  readonly keys: number;
  /** References that are written out in the pages. */
  readonly references: number;
  /** Shortcodes that cite; the template is absent where their arguments alone show what they mean. */
  readonly shortcodes: readonly { readonly name: string; readonly template?: string }[];
  readonly bibliographies: readonly {
    readonly path: string;
    readonly format: string;
    readonly entries: number;
  }[];
  /** Bibliographies that are named and were not read. */
  readonly absent: readonly {
    readonly written: string;
    /** Absent where it lies outside the project. */
    readonly path?: string;
    readonly status: 'missing' | 'generated' | 'remote' | 'outside';
  }[];
  readonly findings: Summary;
}

/** Sums up what was read of the targets of a look, and what was found in it. */
export function summarizeSite({ files, project, findings }: LintResult): SiteSummary {
  const documents = files.filter((file) => file.kind === 'document');
  const bibliographies = files.filter((file) => file.kind === 'bibliography');
  const citations = documents.flatMap((document) => project.citationsOf(document));
  return {
    documents: documents.length,
    dialects: dialectsOf(documents, project),
    constructs: byFrequency(citations.map(({ construct }) => construct)),
    keys: new Set(citations.flatMap(({ cites }) => cites.map(({ key }) => key))).size,
    references: documents.reduce((sum, { references }) => sum + references.length, 0),
    shortcodes: citingShortcodes(documents, project),
    bibliographies: bibliographies.map(({ path, format, entries }) => ({
      path,
      format,
      entries: entries.length,
    })),
    absent: absentBibliographies(documents, project),
    findings: summarize(findings),
  };
}

/** Each site once; a site whose pages are written in two dialects is there twice. */
function dialectsOf(documents: readonly DocumentFacts[], project: Project): SiteSummary['dialects'] {
  const found = new Map<string, SiteSummary['dialects'][number]>();
  for (const document of documents) {
    const { name, reason } = project.dialectOf(document);
    const id = `${name} ${reason}`;
    found.set(id, { name, reason, documents: (found.get(id)?.documents ?? 0) + 1 });
  }
  return [...found.values()].sort((a, b) => b.documents - a.documents);
}

function byFrequency<T>(values: readonly T[]): [T, number][] {
  const counts = new Map<T, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** The shortcodes whose template cites, and those that stand where a citation was read. */
function citingShortcodes(documents: readonly DocumentFacts[], project: Project): SiteSummary['shortcodes'] {
  const templates = new Map<string, string | undefined>();
  for (const document of documents.filter(({ dialect }) => dialect === 'hugo')) {
    const { shortcodes: signatures } = project.dialectOf(document);
    for (const { name, cite, template } of Object.values(signatures)) {
      if (cite !== undefined) templates.set(name, template);
    }
    const starts = new Set(document.citations.map(({ region }) => region.start));
    for (const { name, region } of document.shortcodes) {
      if (starts.has(region.start) && !templates.has(name)) templates.set(name, signatures[name]?.template);
    }
  }
  return [...templates]
    .map(([name, template]) => ({ name, ...(template === undefined ? {} : { template }) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function absentBibliographies(documents: readonly DocumentFacts[], project: Project): SiteSummary['absent'] {
  const found = new Map<string, SiteSummary['absent'][number]>();
  for (const { role, status, written, path } of documents.flatMap((one) => project.linksOf(one))) {
    if (role !== 'bibliography' || status === 'found') continue;
    found.set(path ?? written, { written, status, ...(path === undefined ? {} : { path }) });
  }
  return [...found.values()];
}
