import type { Facts, Finding, Project } from '../model.ts';
import { indexKeys, type KeyIndex } from '../project/key-uses.ts';
import type { LoadedProject } from '../project/load-project.ts';
import type { LintResult } from '../session.ts';
import type { ConfigProblem } from './config-problems.ts';

/** A project at one moment, with what the answers about it have in common. Paths are relative to its root. */
export interface View {
  readonly project: Project;
  /** All keys, indexed at the first question. */
  readonly keys: KeyIndex;
  text(path: string): string;
  facts(path: string): Facts | undefined;
}

/** A view with the findings of the same moment. */
export interface JudgedView extends View {
  readonly result: LintResult;
  /** All that are worth showing. */
  readonly shown: readonly Finding[];
  readonly configProblems: readonly ConfigProblem[];
  findings(path: string): readonly Finding[];
}

/** Looks at a project that was read. */
export function createView({ project, text }: Pick<LoadedProject, 'project' | 'text'>): View {
  let keys: KeyIndex | undefined;
  let files: Map<string, Facts> | undefined;
  return {
    project,
    text,
    get keys() {
      keys ??= indexKeys(project);
      return keys;
    },
    facts(path) {
      files ??= new Map(
        [...project.documents, ...project.bibliographies].map((facts) => [facts.path, facts]),
      );
      return files.get(path);
    },
  };
}

/** Looks at a project that was linted. */
export function createJudgedView(
  result: LintResult,
  shown: readonly Finding[],
  configProblems: readonly ConfigProblem[],
): JudgedView {
  const byPath = new Map<string, Finding[]>();
  for (const finding of shown) {
    const known = byPath.get(finding.at.path);
    if (known === undefined) byPath.set(finding.at.path, [finding]);
    else known.push(finding);
  }
  const view = createView(result);
  return {
    project: view.project,
    text: view.text,
    facts: view.facts,
    get keys() {
      return view.keys;
    },
    result,
    shown,
    configProblems,
    findings: (path) => byPath.get(path) ?? [],
  };
}
