import type { Config } from './config/config.ts';
import { createFindingsMemory } from './lint/findings-memory.ts';
import type { DocumentFacts } from './model.ts';
import { createFactsMemory } from './project/facts-memory.ts';
import { layTexts } from './project/lay-texts.ts';
import type { LoadedProject } from './project/load-project.ts';
import { createMemoSource } from './project/memo-source.ts';
import { createProjectMemory } from './project/project-memory.ts';
import { scanText } from './project/scan-files.ts';
import { judge, type LintResult } from './session/judge.ts';
import { type Look, lookAt } from './session/look.ts';
import type { SessionOptions } from './session/session-options.ts';

export type { LintResult } from './session/judge.ts';
export type { SessionOptions } from './session/session-options.ts';

/** A project that is looked at again and again: the engine of watching and of the language server. */
export interface Session {
  /** The project as it stands, not judged; nothing is done where nothing changed since the last look. */
  look(texts?: ReadonlyMap<string, string>): Promise<LoadedProject>;
  /**
   * Lints the project as it stands; only files that changed are read and scanned again. With `texts`, as it would stand
   * if these were written.
   */
  lint(texts?: ReadonlyMap<string, string>): Promise<LintResult>;
  /** What a text would say in the place of a document; undefined where the project has no such document. */
  scan(path: string, text: string): Promise<DocumentFacts | undefined>;
  /** Lays the text of an unsaved buffer over a file; `undefined` makes the file on disk count again. */
  setText(path: string, text: string | undefined): void;
  /** Files that were created, changed or deleted on disk; without paths, any may have been. */
  changed(paths?: readonly string[]): void;
  /** Another configuration, or other targets. */
  configure(settings: Pick<SessionOptions, 'config' | 'targets'>): void;
}

/** Opens a session; nothing is read before its first `look` or `lint`. */
export function createSession(options: SessionOptions): Session {
  const disk = createMemoSource(options.source);
  const memory = createFactsMemory();
  const projectMemory = createProjectMemory();
  const findingsMemory = createFindingsMemory();
  const goodConfigs = new Map<string, Config>();
  const buffers = new Map<string, string>();
  let settings = options;
  let looked: Promise<Look> | undefined;
  let linted: Promise<LintResult> | undefined;
  const touch = (): void => {
    looked = undefined;
    linted = undefined;
  };
  const load = (texts: ReadonlyMap<string, string>) =>
    lookAt(
      { ...settings, source: layTexts(disk, texts), overlay: relaid(settings.overlay, texts), memory },
      { goodConfigs, projectMemory },
    );
  const look = (texts?: ReadonlyMap<string, string>): Promise<Look> => {
    if (texts !== undefined) return load(new Map([...buffers, ...texts]));
    looked ??= load(new Map(buffers));
    return looked;
  };
  return {
    look: async (texts) => (await look(texts)).loaded,
    lint(texts) {
      const given = settings;
      if (texts !== undefined) return look(texts).then((seen) => judge(seen, given, findingsMemory));
      linted ??= look().then((seen) => judge(seen, given, findingsMemory));
      return linted;
    },
    async scan(path, text) {
      const { project } = (await look()).loaded;
      const document = project.documents.find((candidate) => candidate.path === path);
      return document === undefined ? undefined : scanText({ path, text }, project.dialectOf(document));
    },
    setText(path, text) {
      if (buffers.get(path) === text) return;
      if (text === undefined) buffers.delete(path);
      else buffers.set(path, text);
      touch();
    },
    changed(paths) {
      disk.forget(paths);
      touch();
    },
    configure(changed) {
      settings = { ...settings, ...changed };
      touch();
    },
  };
}

/** Standard input stays a document of its own whatever its place; what was laid over it since wins. */
function relaid(
  overlay: ReadonlyMap<string, string> = new Map(),
  texts: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map([...overlay].map(([path, text]) => [path, texts.get(path) ?? text]));
}

/** Reads the project and runs the rules over it. The whole site is joined; only the targets' findings are returned. */
export async function lintProject(options: SessionOptions): Promise<LintResult> {
  return judge(await lookAt(options), options);
}
