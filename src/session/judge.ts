import { activateRules } from '../config/active-rules.ts';
import { bibliographiesOf } from '../config/config.ts';
import type { ConfigTree } from '../config/config-tree.ts';
import { fitToNotebooks } from '../fix/notebook-fixes.ts';
import type { FindingsMemory, JudgeFiles } from '../lint/findings-memory.ts';
import { sortFindings } from '../lint/order.ts';
import {
  type ActiveRule,
  type RuleFailure,
  runFileRules,
  runProjectRules,
  runRules,
  runSuppressionRules,
} from '../lint/run-rules.ts';
import { applySuppressions, type Suppressed } from '../lint/suppressions.ts';
import type { Facts, Finding, Project, Rule } from '../model.ts';
import type { LoadedProject } from '../project/load-project.ts';
import { parser } from '../scan/parsers.ts';
import { isNotebook } from '../text/is-notebook.ts';
import { createLineIndex, type LineIndex } from '../text/line-index.ts';
import type { Look } from './look.ts';
import type { SessionOptions } from './session-options.ts';

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

/**
 * Runs the rules over a project, tries the lint directives on what they find, and keeps what concerns the targets. With a
 * memory, files that stand as they did are not judged again.
 */
export function judge(look: Look, options: SessionOptions, memory?: FindingsMemory): LintResult {
  const { loaded, configs } = look;
  const { project, isTarget } = loaded;
  const failures: RuleFailure[] = [];
  const run: Run = {
    project,
    active: activateRules(
      configs.rules,
      configs,
      filesOf(project).map(({ path }) => path),
      options,
    ),
    failed: (failure) => void failures.push(failure),
  };
  const all =
    memory === undefined ? runRules(project, run.active, run.failed) : recall(memory, run, look, options);
  const silence = silencer(loaded, options);
  const first = silence(all.filter(({ at }) => isTarget(at.path)));
  const isJudged = judgedSuppressions(run.active, configs.rules, options, failures);
  const suppressions = {
    directives: first.directives
      .filter(({ path }) => isTarget(path))
      .map((found) => ({ ...found, unused: found.unused.filter(({ id }) => isJudged(id, found.path)) })),
    ruleIds: new Set(configs.rules.map(({ id }) => id)),
  };
  // A directive may silence what is said of directives.
  const second = silence(runSuppressionRules(suppressions, project, run.active, run.failed));
  return {
    findings: sortFindings([...first.kept, ...second.kept]),
    suppressed: sortFindings([...first.suppressed, ...second.suppressed]),
    files: filesOf(project).filter(({ path }) => isTarget(path)),
    unreadable: loaded.unreadable,
    failures,
    project,
    rules: configs.rules,
    notices: [...configs.notices, ...lostBibliographies(project, configs)],
    configs,
    text: loaded.text,
  };
}

/** The rules that run over a project, and who is told when one throws. */
interface Run {
  readonly project: Project;
  readonly active: readonly ActiveRule[];
  readonly failed: (failure: RuleFailure) => void;
}

function filesOf({ documents, bibliographies }: Project): readonly Facts[] {
  return [...documents, ...bibliographies];
}

/** Findings in one file are remembered; those of rules about the whole project are made anew. */
function recall(
  memory: FindingsMemory,
  run: Run,
  { configs }: Look,
  options: SessionOptions,
): readonly Finding[] {
  const { project, active, failed } = run;
  return [
    ...memory.recall(project, configs.rules, settingsOf(configs, options), judgeFiles(run)),
    ...runProjectRules(project, active, failed),
  ];
}

/** Makes the fixes of notebooks fit their cells, and parts the findings that directives silence from the others. */
function silencer(
  { project, text }: LoadedProject,
  { inlineConfig }: SessionOptions,
): (findings: readonly Finding[]) => Suppressed {
  const files = inlineConfig === false ? [] : filesOf(project);
  return (findings) => {
    const inCells = fitToNotebooks(findings, project.documents, ({ path, dialect }) =>
      parser('notebook').openNotebook(text(path), dialect),
    );
    return applySuppressions(inCells, files, (file) => linesOf(file, text(file.path)));
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

function judgeFiles({ project, active, failed }: Run): JudgeFiles {
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
