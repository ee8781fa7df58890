import { activateRules } from './config/active-rules.ts';
import { bibliographiesOf, type Config } from './config/config.ts';
import { type ConfigTree, createConfigTree } from './config/config-tree.ts';
import type { UserError } from './errors.ts';
import { fitToNotebooks } from './fix/notebook-fixes.ts';
import { createFindingsMemory, type FindingsMemory, type JudgeFiles } from './lint/findings-memory.ts';
import { sortFindings } from './lint/order.ts';
import {
  type ActiveRule,
  type RuleFailure,
  runFileRules,
  runProjectRules,
  runRules,
  runSuppressionRules,
} from './lint/run-rules.ts';
import { applySuppressions } from './lint/suppressions.ts';
import type { DialectName, DocumentFacts, Facts, Finding, Project, Rule } from './model.ts';
import { createFactsMemory, type FactsMemory } from './project/facts-memory.ts';
import type { FileSource } from './project/file-source.ts';
import { layTexts } from './project/lay-texts.ts';
import type { Shard } from './project/load-options.ts';
import { type LoadedProject, loadProject } from './project/load-project.ts';
import { createMemoSource } from './project/memo-source.ts';
import { createProjectMemory, type ProjectMemory } from './project/project-memory.ts';
import { scanText } from './project/scan-files.ts';
import { targetTest } from './project/targets.ts';
import { parser } from './scan/parsers.ts';
import { isNotebook } from './text/is-notebook.ts';
import { createLineIndex, type LineIndex } from './text/line-index.ts';

/** What a session is made with. */
export interface SessionOptions {
  readonly source: FileSource;
  /** The rules there are; a configuration decides which run. */
  readonly rules: readonly Rule[];
  /** Holds for every file. Without it each file has the configuration that stands nearest to it. */
  readonly config?: Config | undefined;
  /** Wins over every configuration: what a command line says. */
  readonly settings?: Config | undefined;
  /** Runs a module of the project, by its path, and gives its default export; without it no configuration runs code. */
  readonly runCode?: ((path: string) => Promise<unknown>) | undefined;
  /**
   * Told of a configuration that cannot be read; the last good one of that file, or none, holds instead. Without it a
   * look ends with the error.
   */
  readonly onConfigError?: ((error: UserError) => void) | undefined;
  /** Whether ignore files and the patterns of configurations hold; they do by default. */
  readonly isIgnoring?: boolean;
  /** Whether the lint directives of files count; they do by default. */
  readonly inlineConfig?: boolean;
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
  /** Told now and then how many of how many documents are read, and when all are. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
  /**
   * Forgets of each page what no built-in rule asks for: its shortcodes, once their citations are collected, unless the
   * templates of the site take their bibliography from the page. Where a configuration brings rules of its own,
   * everything is kept, and `memory`, which holds as much as this, is not asked.
   */
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
  /** The rules there were, those of plugins included. */
  readonly rules: readonly Rule[];
  /** What the user should hear of beside the findings. */
  readonly notices: readonly string[];
  /** The configuration of each file. */
  readonly configs: ConfigTree;
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
    loadWith(
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
  return judge(await loadWith(options), options);
}

/** A project as it stands, and the configurations that hold in it. */
interface Look {
  readonly loaded: LoadedProject;
  readonly configs: ConfigTree;
}

/** What a session remembers from one look to the next, beside facts. */
interface SessionMemory {
  readonly goodConfigs: Map<string, Config>;
  readonly projectMemory: ProjectMemory;
}

async function loadWith(options: SessionOptions, remembered?: SessionMemory): Promise<Look> {
  const configs = createConfigs(options, remembered?.goodConfigs);
  const loaded = await loadProject({
    ...options,
    ...(remembered === undefined ? {} : { projectMemory: remembered.projectMemory }),
    lean: options.lean === true ? () => configs.rules.length === options.rules.length : undefined,
    enter: configs.enter,
    dialectOf: (path) => options.dialect ?? configs.dialectOf(path)?.value,
    shortcodesOf: configs.shortcodesOf,
    bibliographiesOf: configs.bibliographiesOf,
  });
  return { loaded, configs };
}

/** The configurations of a project; they are read while its folders are walked. */
function createConfigs(options: SessionOptions, goodConfigs = new Map<string, Config>()): ConfigTree {
  const { source, overlay, rules, config, settings, runCode, onConfigError } = options;
  const files = layTexts(source, overlay ?? new Map());
  const read = (path: string): string | undefined => {
    const found = files.read(path);
    return 'text' in found ? found.text : undefined;
  };
  return createConfigTree({
    source: { entries: files.entries, read },
    rules: [...rules, ...(config?.pluginRules ?? [])],
    fixed: config,
    strongest: settings,
    goodConfigs,
    onError: onConfigError,
    concerns: concernTest(options.targets),
    ...(runCode === undefined ? {} : { runCode }),
  });
}

/** Whether a target is a folder, lies in it, or holds it. */
function concernTest(targets: readonly string[] = ['']): (folder: string) => boolean {
  const isTarget = targetTest(targets);
  return (folder) =>
    isTarget(folder) || targets.some((target) => folder === '' || target.startsWith(`${folder}/`));
}

function judge({ loaded, configs }: Look, options: SessionOptions, memory?: FindingsMemory): LintResult {
  const { project, isTarget } = loaded;
  const failures: RuleFailure[] = [];
  const failed = (failure: RuleFailure): void => void failures.push(failure);
  const files: Facts[] = [...project.documents, ...project.bibliographies];
  const paths = files.map(({ path }) => path);
  const active = activateRules(configs.rules, configs, paths, options);
  const all =
    memory === undefined
      ? runRules(project, active, failed)
      : [
          ...memory.recall(
            project,
            configs.rules,
            settingsOf(configs, options),
            judgeFiles(project, active, failed),
          ),
          ...runProjectRules(project, active, failed),
        ];
  const wanted = all.filter(({ at }) => isTarget(at.path));
  const inCells = (findings: readonly Finding[]) =>
    fitToNotebooks(findings, project.documents, ({ path, dialect }) =>
      parser('notebook').openNotebook(loaded.text(path), dialect),
    );
  const found = inCells(wanted);
  const lines = (file: Facts) => linesOf(file, loaded.text(file.path));
  const silencing = options.inlineConfig === false ? [] : files;
  const first = applySuppressions(found, silencing, lines);
  const isJudged = judgedSuppressions(active, configs.rules, options, failures);
  const suppressions = {
    directives: first.directives
      .filter(({ path }) => isTarget(path))
      .map((found) => ({ ...found, unused: found.unused.filter(({ id }) => isJudged(id, found.path)) })),
    ruleIds: new Set(configs.rules.map(({ id }) => id)),
  };
  const about = inCells(runSuppressionRules(suppressions, project, active, failed));
  const second = applySuppressions(about, silencing, lines);
  return {
    findings: sortFindings([...first.kept, ...second.kept]),
    suppressed: sortFindings([...first.suppressed, ...second.suppressed]),
    files: files.filter(({ path }) => isTarget(path)),
    unreadable: loaded.unreadable,
    failures,
    project,
    rules: configs.rules,
    notices: [...configs.notices, ...lostBibliographies(project, configs)],
    configs,
    text: loaded.text,
  };
}

function linesOf(file: Facts, text: string): Pick<LineIndex, 'position'> {
  return file.kind === 'document' && isNotebook(file.path)
    ? parser('notebook').linesOfNotebook(text, file.dialect)
    : createLineIndex(text);
}

/** Bibliographies of a configuration that are not there: they are in no page, so no rule can point at them. */
function lostBibliographies(project: Project, { all }: ConfigTree): string[] {
  const named = new Map(all.flatMap(bibliographiesOf).map(({ value, origin }) => [value, origin]));
  if (named.size === 0) return [];
  const lost = new Set<string>();
  for (const document of project.documents) {
    for (const { written, at, status } of project.linksOf(document)) {
      if (status === 'missing' && at === undefined && named.has(written)) lost.add(written);
    }
  }
  return [...lost].map(
    (path) => `${named.get(path)}: There is no bibliography ${path}, so no cite key can be judged.`,
  );
}

/**
 * Whether a directive that silenced nothing says so: only a rule that ran could have found what it silences. A directive
 * that names no rule needs all of them.
 */
function judgedSuppressions(
  active: readonly ActiveRule[],
  rules: readonly Rule[],
  { only, skip }: SessionOptions,
  failures: readonly RuleFailure[],
): (id: string, path: string) => boolean {
  const failed = new Set(failures.map(({ ruleId }) => ruleId));
  const ran = new Map(active.filter(({ rule }) => !failed.has(rule.id)).map((one) => [one.rule.id, one]));
  const isWhole =
    failed.size === 0 && rules.every(({ id }) => only?.has(id) !== false && skip?.has(id) !== true);
  return (id, path) => (id === '' ? isWhole : (ran.get(id)?.levelFor(path) ?? 'off') !== 'off');
}

function judgeFiles(
  project: Project,
  active: readonly ActiveRule[],
  failed: (failure: RuleFailure) => void,
): JudgeFiles {
  return (files) => {
    let isWhole = true;
    const findings = runFileRules(files, project, active, (failure) => {
      isWhole = false;
      failed(failure);
    });
    return { findings, isWhole };
  };
}

/** Everything that decides which rules run, with which levels and options. */
function settingsOf(configs: ConfigTree, { only, skip }: SessionOptions): string {
  const layers = configs.all.map((config) => config.layers.map(({ folder, file }) => [folder, file]));
  return JSON.stringify([layers, [...(only ?? [])], only === undefined, [...(skip ?? [])]]);
}
