import {
  activateRules,
  type Config,
  configuredDialect,
  defaultConfig,
  signaturesOf,
} from './config/load-config.ts';
import { sortFindings } from './lint/order.ts';
import { type RuleFailure, runRules, runSuppressionRules } from './lint/run-rules.ts';
import { applySuppressions } from './lint/suppressions.ts';
import type { DialectName, DocumentFacts, Facts, Finding, Project, Rule } from './model.ts';
import { createFactsMemory, type FactsMemory } from './project/facts-memory.ts';
import type { FileSource } from './project/file-source.ts';
import { layTexts } from './project/lay-texts.ts';
import { type LoadedProject, loadProject, type Shard, scanText } from './project/load-project.ts';
import { createMemoSource } from './project/memo-source.ts';
import { createLineIndex } from './text/line-index.ts';

/** What a session is made with. */
export interface SessionOptions {
  readonly source: FileSource;
  readonly rules: readonly Rule[];
  readonly config?: Config;
  /** Runs only these rules, whatever the configuration says. */
  readonly only?: ReadonlySet<string>;
  /** Never runs these. */
  readonly skip?: ReadonlySet<string>;
  /** Reads every document in this dialect, whatever the site looks like. */
  readonly dialect?: DialectName;
  /** Files or folders whose findings are wanted, relative to the root; none means all. */
  readonly targets?: readonly string[];
  /** Texts that win over the file source: standard input, unsaved buffers. */
  readonly overlay?: ReadonlyMap<string, string>;
  /** Facts of earlier runs, which answer for files that did not change. */
  readonly memory?: FactsMemory;
  /** Reads only this part of the documents. */
  readonly shard?: Shard;
  /** Forgets of each page what no built-in rule asks for: its shortcodes, once their citations are collected. */
  readonly lean?: boolean;
}

/** The outcome of one run over a project. */
export interface LintResult {
  readonly findings: readonly Finding[];
  readonly suppressed: readonly Finding[];
  /** Targeted files that were read. */
  readonly files: readonly Facts[];
  /** Targeted files that could not be read. */
  readonly unreadable: LoadedProject['unreadable'];
  /** Rules that threw: bugs of ours. */
  readonly failures: readonly RuleFailure[];
  readonly project: Project;
  /** The text a file was linted with; `''` where it cannot be read. */
  text(path: string): string;
}

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
  const buffers = new Map<string, string>();
  let settings = options;
  let looked: Promise<LoadedProject> | undefined;
  let linted: Promise<LintResult> | undefined;
  const touch = (): void => {
    looked = undefined;
    linted = undefined;
  };
  const load = (texts: ReadonlyMap<string, string>) =>
    loadWith(
      { ...settings, source: layTexts(disk, texts), overlay: relaid(settings.overlay, texts) },
      memory,
    );
  const look: Session['look'] = (texts) => {
    if (texts !== undefined) return load(new Map([...buffers, ...texts]));
    looked ??= load(new Map(buffers));
    return looked;
  };
  return {
    look,
    lint(texts) {
      const given = settings;
      if (texts !== undefined) return look(texts).then((loaded) => judge(loaded, given));
      linted ??= look().then((loaded) => judge(loaded, given));
      return linted;
    },
    async scan(path, text) {
      const { project } = await look();
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
  return judge(await loadWith(options), options);
}

function loadWith(options: SessionOptions, memory?: FactsMemory): Promise<LoadedProject> {
  const config = options.config ?? defaultConfig;
  const chosen = configuredDialect(config);
  return loadProject({
    ...options,
    dialectOf: (path) => options.dialect ?? chosen(path),
    ignore: config.ignore,
    shortcodes: signaturesOf(config),
    bibliographies: config.bibliographies,
    ...(memory === undefined ? {} : { memory }),
  });
}

function judge(loaded: LoadedProject, options: SessionOptions): LintResult {
  const config = options.config ?? defaultConfig;
  const { project, isTarget } = loaded;
  const failures: RuleFailure[] = [];
  const failed = (failure: RuleFailure): void => void failures.push(failure);
  const active = activateRules(options.rules, config, options.only).filter(
    ({ rule }) => options.skip?.has(rule.id) !== true,
  );
  const files: Facts[] = [...project.documents, ...project.bibliographies];
  const found = runRules(project, active, failed).filter(({ at }) => isTarget(at.path));
  const lines = (path: string) => createLineIndex(loaded.text(path));
  const first = applySuppressions(found, files, lines);
  const suppressions = {
    directives: first.directives.filter(({ path }) => isTarget(path)),
    ruleIds: new Set(options.rules.map(({ id }) => id)),
  };
  const about = runSuppressionRules(suppressions, project, active, failed);
  const second = applySuppressions(about, files, lines);
  return {
    findings: sortFindings([...first.kept, ...second.kept]),
    suppressed: sortFindings([...first.suppressed, ...second.suppressed]),
    files: files.filter(({ path }) => isTarget(path)),
    unreadable: loaded.unreadable,
    failures,
    project,
    text: loaded.text,
  };
}
