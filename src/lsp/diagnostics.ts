import type { Diagnostic } from 'vscode-languageserver-protocol/node';

/** What the editor has been told of a file. */
export interface FileReport {
  /** Changes with the diagnostics, so that an editor that knows them need not hear them again. */
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** The diagnostics of all files of all projects, by URI. */
export interface Reports {
  of(uri: string): FileReport;
  /** Files that have diagnostics, or had. */
  all(): Iterable<readonly [uri: string, report: FileReport]>;
  /**
   * Replaces what is known of one project's files: the URIs whose diagnostics changed, those that have none any more
   * among them.
   */
  replace(project: object, diagnostics: ReadonlyMap<string, readonly Diagnostic[]>): string[];
  /** A project was closed: the URIs that lose their diagnostics. */
  drop(project: object): string[];
}

interface Kept extends FileReport {
  readonly project: object;
  readonly json: string;
}

const NOTHING: FileReport = { id: '0', diagnostics: [] };

/** Remembers what was reported, so that only changes are. */
export function createReports(): Reports {
  const reports = new Map<string, Kept>();
  let lastId = 0;
  const keep = (uri: string, project: object, diagnostics: readonly Diagnostic[]): boolean => {
    const known = reports.get(uri);
    const json = JSON.stringify(diagnostics);
    if (json === (known?.json ?? '[]')) return false;
    lastId += 1;
    reports.set(uri, { id: String(lastId), project, diagnostics, json });
    return true;
  };
  const replace: Reports['replace'] = (project, diagnostics) => {
    const changed: string[] = [];
    for (const [uri, known] of reports) {
      const isGone = known.project === project && !diagnostics.has(uri);
      if (isGone && keep(uri, project, [])) changed.push(uri);
    }
    for (const [uri, list] of diagnostics) if (keep(uri, project, list)) changed.push(uri);
    return changed;
  };
  return {
    of: (uri) => reports.get(uri) ?? NOTHING,
    all: () => reports,
    replace,
    drop: (project) => replace(project, new Map()),
  };
}
