import type { Diagnostic } from 'vscode-languageserver-protocol/node';
import { createReports, type Reports } from './diagnostics.ts';
import type { Folder } from './folder.ts';
import { absolutePath, type State } from './state.ts';
import type { JudgedView } from './view.ts';

/** What the server can say without being asked. */
export interface Outgoing {
  publish(uri: string, version: number | undefined, diagnostics: readonly Diagnostic[]): void;
  /** Asks the editor to ask for diagnostics again. */
  refreshDiagnostics(): void;
  refreshLenses(): void;
  /** Asks the editor to tell of files that change. */
  watchFiles(globs: readonly (string | { readonly baseUri: string; readonly pattern: string })[]): void;
  /** Shown to the user. */
  show(message: string): void;
  /** Kept where an editor keeps what went wrong. */
  log(message: string): void;
}

/** The diagnostics of all projects: found, compared with what the editor knows, and told. */
export interface Publisher {
  readonly reports: Reports;
  /**
   * Lints a project and tells what changed; its view comes back for an answer. Of the files that are expected the
   * editor asks without being told to.
   */
  judge(folder: Folder, isExpected?: (uri: string) => boolean): Promise<JudgedView>;
  /** The same for all projects; a bug in one does not keep the others from being told. */
  judgeAll(isExpected: (uri: string) => boolean): Promise<void>;
  forget(folder: Folder): void;
}

/** Tells diagnostics by pushing them, or by asking to be asked, as the editor prefers. */
export function createPublisher(state: State, out: Outgoing): Publisher {
  const reports = createReports();
  const told = new Set<string>();
  const tell = (changed: readonly string[], isExpected: (uri: string) => boolean): void => {
    if (state.client.pullsDiagnostics) {
      if (changed.some((uri) => !isExpected(uri))) out.refreshDiagnostics();
      return;
    }
    for (const uri of changed) out.publish(uri, versionOf(state, uri), reports.of(uri).diagnostics);
  };
  const judge: Publisher['judge'] = async (folder, isExpected = NONE) => {
    const view = await folder.lint();
    tell(reports.replace(folder, diagnosticsOf(folder, view, state)), isExpected);
    for (const line of troubles(folder, view)) {
      const name = line.name ?? line.text;
      if (told.has(name)) continue;
      told.add(name);
      if (line.isForUser) out.show(line.text);
      else out.log(line.text);
    }
    return view;
  };
  return {
    reports,
    judge,
    async judgeAll(isExpected) {
      for (const folder of state.workspace.folders()) {
        try {
          await judge(folder, isExpected);
        } catch (error) {
          out.log(describeBug(error));
        }
      }
    },
    forget: (folder) => tell(reports.drop(folder), NONE),
  };
}

const NONE = (): boolean => false;

function versionOf({ buffers }: State, uri: string): number | undefined {
  for (const buffer of buffers.all()) if (buffer.uri === uri) return buffer.version;
  return undefined;
}

function diagnosticsOf(folder: Folder, view: JudgedView, state: State): Map<string, Diagnostic[]> {
  const convert = state.converter(folder, view);
  const diagnostics = new Map<string, Diagnostic[]>();
  const add = (path: string, diagnostic: Diagnostic): void => {
    const uri = state.uri(absolutePath(folder, path));
    const known = diagnostics.get(uri);
    if (known === undefined) diagnostics.set(uri, [diagnostic]);
    else known.push(diagnostic);
  };
  for (const finding of view.shown) {
    // Folders of the editor may lie inside one another; the innermost speaks of a file.
    const owner = state.workspace.placeOf(absolutePath(folder, finding.at.path))?.folder;
    if (owner === folder) add(finding.at.path, convert.diagnostic(finding));
  }
  for (const problem of view.configProblems) {
    if (problem.path !== '') add(problem.path, convert.configDiagnostic(problem));
  }
  return diagnostics;
}

interface Trouble {
  readonly text: string;
  /** What it is known by where the text may be another the next time: a stack tells how the look came about. */
  readonly name?: string;
  readonly isForUser: boolean;
}

/** What the user has to mend before anything is found, and what we have to. */
function* troubles(folder: Folder, { result, configProblems }: JudgedView): Iterable<Trouble> {
  for (const { path, message } of configProblems) {
    yield { text: `bibliolint: ${absolutePath(folder, path)}: ${message}`, isForUser: true };
  }
  for (const notice of result.notices) yield { text: notice, isForUser: false };
  for (const { path, detail } of result.unreadable) {
    yield { text: `${absolutePath(folder, path)} cannot be read: ${detail}.`, isForUser: false };
  }
  for (const { ruleId, path, error } of result.failures) {
    const where = path === undefined ? '' : ` on ${absolutePath(folder, path)}`;
    const name = `The rule ${ruleId} failed${where}.`;
    yield { name, text: `${name} ${describeBug(error)}`, isForUser: false };
  }
}

/** A bug of ours, with its stack: the editor's log is where it can be reported from. */
export function describeBug(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `This is a bug of bibliolint's: ${stack}`;
}
