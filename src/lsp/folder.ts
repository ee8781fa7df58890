import { rules as allRules } from '../../rules/index.ts';
import type { DocumentFacts, Rule } from '../model.ts';
import type { FileSource } from '../project/file-source.ts';
import type { LoadedProject } from '../project/load-project.ts';
import { createSession, type LintResult, type SessionOptions } from '../session.ts';
import { remember } from '../text/remember.ts';
import { createConfigProblems } from './config-problems.ts';
import { createJudgedView, createView, type JudgedView, type View } from './view.ts';

/** A project that the editor has files of open. Its configurations are those of the command line. */
export interface Folder {
  /** Absolute; paths are relative to it. */
  readonly root: string;
  /** The project as it stands, unsaved buffers included. */
  look(): Promise<View>;
  /** The same with its findings. */
  lint(): Promise<JudgedView>;
  /** What would be there if these texts stood in the project. */
  lookWith(texts: ReadonlyMap<string, string>): Promise<View>;
  /** What would be found if these texts stood in the project. */
  lintWith(texts: ReadonlyMap<string, string>): Promise<LintResult>;
  /** What a text would say in the place of a document. */
  scan(path: string, text: string): Promise<DocumentFacts | undefined>;
  setText(path: string, text: string | undefined): void;
  changed(paths?: readonly string[]): void;
  /** Other files or folders whose findings are wanted. */
  retarget(targets: readonly string[]): void;
}

/** What a folder is opened with. */
export interface FolderOptions {
  readonly root: string;
  readonly targets: readonly string[];
  readonly source: FileSource;
  /** Nothing says the folder to be a project: only what is near the targets is looked at. */
  readonly isLone: boolean;
  readonly rules?: readonly Rule[];
  /** Runs a module of the project; without it no configuration runs code. */
  readonly runCode?: SessionOptions['runCode'];
}

/** Opens a project; nothing is read before the first question. */
export function openFolder({
  root,
  targets,
  source,
  isLone,
  runCode,
  rules = allRules,
}: FolderOptions): Folder {
  const problems = createConfigProblems();
  const session = createSession({ source, rules, targets, isLone, runCode, onConfigError: problems.add });
  const views = new WeakMap<LoadedProject, View>();
  const judgedViews = new WeakMap<LintResult, JudgedView>();
  const judge = (result: LintResult): JudgedView => {
    const configProblems = problems.list(result.text);
    return createJudgedView(result, result.findings.filter(problems.letsShow), configProblems);
  };
  return {
    root,
    async look() {
      const project = await session.look();
      return remember(views, project, () => createView(project));
    },
    async lint() {
      const result = await session.lint();
      return remember(judgedViews, result, () => judge(result));
    },
    lookWith: async (texts) => createView(await session.look(texts)),
    lintWith: (texts) => session.lint(texts.size === 0 ? undefined : texts),
    scan: session.scan,
    setText(path, text) {
      problems.clear();
      session.setText(path, text);
    },
    changed(paths) {
      problems.clear();
      session.changed(paths);
    },
    retarget: (wanted) => session.configure({ targets: wanted }),
  };
}
