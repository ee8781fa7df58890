import type { Config } from '../config/config.ts';
import { type ConfigTree, createConfigTree } from '../config/config-tree.ts';
import { layTexts } from '../project/lay-texts.ts';
import { type LoadedProject, loadProject } from '../project/load-project.ts';
import type { ProjectMemory } from '../project/project-memory.ts';
import { targetTest } from '../project/targets.ts';
import type { SessionOptions } from './session-options.ts';

/** A project as it stands, and the configurations that hold in it. */
export interface Look {
  readonly loaded: LoadedProject;
  readonly configs: ConfigTree;
}

/** What a session remembers from one look to the next, beside facts. */
export interface SessionMemory {
  readonly goodConfigs: Map<string, Config>;
  readonly projectMemory: ProjectMemory;
}

/** Reads the project, and the configurations while its folders are walked. */
export async function lookAt(options: SessionOptions, remembered?: SessionMemory): Promise<Look> {
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
