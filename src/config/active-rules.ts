import type { ActiveRule } from '../lint/run-rules.ts';
import type { Level, Preset, Rule } from '../model.ts';
import { fileTest } from '../text/glob.ts';
import { type Config, type ConfigLayer, inFolder, presetOf, type Setting } from './config.ts';
import type { ConfigOverride, RuleConfig, RuleLevel, RuleOptions } from './schema.ts';

/** What holds for one rule in one file, and where it was said. */
export interface RuleSetting {
  readonly level: Setting<RuleLevel>;
  /** A configuration names the level; it is not the rule's own. */
  readonly isLevelChosen: boolean;
  readonly options: ReadonlyMap<string, Setting<unknown>>;
}

/** The rules a run is about, beside what configurations say. */
export interface RuleChoice {
  /** Runs these alone, even those that a configuration switches off. */
  readonly only?: ReadonlySet<string> | undefined;
  readonly skip?: ReadonlySet<string> | undefined;
}

/** One thing a configuration says of a rule. */
interface Step {
  /** Absent where it holds for every file. */
  readonly matches?: (path: string) => boolean;
  readonly level?: RuleLevel;
  readonly options: RuleOptions;
  readonly folder: string;
  readonly origin: string;
}

/** What a configuration says of a rule in a file, the preset and the rule's own defaults included. */
export function settingOf(rule: Rule, path: string, config: Config, { only }: RuleChoice = {}): RuleSetting {
  const options = new Map<string, Setting<unknown>>(
    Object.entries(rule.options).map(([name, value]) => [name, { value, origin: 'default' }]),
  );
  let level = startLevel(rule, config, only);
  let isLevelChosen = false;
  for (const step of stepsOf(rule.id, config)) {
    if (step.matches?.(path) === false) continue;
    if (step.level !== undefined && !(only !== undefined && step.level === 'off' && !step.matches)) {
      level = { value: step.level, origin: step.origin };
      isLevelChosen = true;
    }
    for (const [name, value] of Object.entries(step.options)) {
      options.set(name, { value: placed(rule, name, value, step.folder), origin: step.origin });
    }
  }
  return { level, isLevelChosen, options };
}

function startLevel(rule: Rule, config: Config, only: RuleChoice['only']): Setting<RuleLevel> {
  if (only !== undefined) return { value: only.has(rule.id) ? rule.level : 'off', origin: '--only' };
  const { preset, preview } = presetOf(config);
  const presets = new Set<Preset>(['recommended']);
  if (preset !== 'recommended') presets.add('strict');
  if (preview || preset === 'all') presets.add('preview');
  const origin = rule.preset === 'preview' && preview ? 'preview' : `preset ${preset}`;
  return { value: presets.has(rule.preset) ? rule.level : 'off', origin };
}

/** Names that are path patterns are written relative to the configuration, and matched from the root. */
function placed({ optionInfo }: Rule, name: string, value: unknown, folder: string): unknown {
  if (optionInfo?.[name]?.namesArePaths !== true || folder === '') return value;
  const entries = Object.entries(value as Readonly<Record<string, unknown>>);
  return Object.fromEntries(entries.map(([pattern, item]) => [inFolder(folder, pattern), item]));
}

const compiled = new WeakMap<Config, ReadonlyMap<string, readonly Step[]>>();

function stepsOf(ruleId: string, config: Config): readonly Step[] {
  const known = compiled.get(config) ?? compileSteps(config);
  compiled.set(config, known);
  return known.get(ruleId) ?? [];
}

/** What each layer says of all its files, then its overrides: so a stronger layer wins over a weaker one's overrides. */
function compileSteps({ layers }: Config): ReadonlyMap<string, readonly Step[]> {
  const steps = new Map<string, Step[]>();
  for (const layer of layers) {
    addSteps(steps, layer, layer.file.rules, ['rules']);
    for (const [index, override] of (layer.file.overrides ?? []).entries()) {
      const matches = overrideTest(override, layer.folder);
      addSteps(steps, layer, override.rules, ['overrides', index, 'rules'], matches);
    }
  }
  return steps;
}

function addSteps(
  steps: Map<string, Step[]>,
  { folder, placeOf }: ConfigLayer,
  rules: Readonly<Record<string, RuleConfig>> = {},
  at: readonly (string | number)[],
  matches?: (path: string) => boolean,
): void {
  for (const [id, given] of Object.entries(rules)) {
    const [level, options = {}] = partsOf(given);
    const step = {
      ...(matches === undefined ? {} : { matches }),
      ...(level === undefined ? {} : { level }),
      options,
      folder,
      origin: placeOf([...at, id]),
    };
    steps.set(id, [...(steps.get(id) ?? []), step]);
  }
}

function partsOf(given: RuleConfig): readonly [RuleLevel | undefined, RuleOptions?] {
  if (typeof given === 'string') return [given];
  return Array.isArray(given) ? (given as [RuleLevel, RuleOptions?]) : [undefined, given as RuleOptions];
}

const overrideTests = new WeakMap<ConfigOverride, (path: string) => boolean>();

/** Which files an override is about; its patterns are relative to the folder of its configuration. */
export function overrideTest(override: ConfigOverride, folder: string): (path: string) => boolean {
  const known = overrideTests.get(override);
  if (known !== undefined) return known;
  const included = fileTest([override.files].flat(), folder);
  const excluded = fileTest([override.excludeFiles ?? []].flat(), folder);
  const test = (path: string): boolean => included(path) && !excluded(path);
  overrideTests.set(override, test);
  return test;
}

/**
 * The rules that run over a project whose files have these configurations. A rule whose options differ between files is
 * there once for each set of options, and each time only the findings in its own files count.
 */
export function activateRules(
  rules: readonly Rule[],
  configs: ConfigsByFile,
  paths: readonly string[],
  choice: RuleChoice = {},
): ActiveRule[] {
  return rules.flatMap((rule) => {
    if (choice.skip?.has(rule.id) === true || choice.only?.has(rule.id) === false) return [];
    return variantsOf(rule, configs, paths, choice);
  });
}

/** The configuration of each file, and each one there is. */
export interface ConfigsByFile {
  readonly all: readonly Config[];
  for(path: string): Config;
}

function variantsOf(
  rule: Rule,
  configs: ConfigsByFile,
  paths: readonly string[],
  choice: RuleChoice,
): ActiveRule[] {
  const steps = configs.all.flatMap((config) => stepsOf(rule.id, config));
  const setting = (path: string): RuleSetting => settingOf(rule, path, configs.for(path), choice);
  const starts = configs.all.map((config) => startLevel(rule, config, choice.only).value);
  if ([...starts, ...steps.map(({ level }) => level ?? 'off')].every((level) => level === 'off')) return [];
  const levelFor = (path: string): Level | 'off' => setting(path).level.value;
  const isLevelChosen = (path: string): boolean => setting(path).isLevelChosen;
  if (steps.every(({ options }) => Object.keys(options).length === 0)) {
    return [{ rule, options: rule.options, levelFor, isLevelChosen }];
  }
  const keyOf = (path: string): string => JSON.stringify(plainOptions(setting(path)));
  const keys = new Set(paths.map(keyOf));
  const [first = '{}'] = keys;
  return [...keys].map((key) => ({
    rule,
    options: JSON.parse(key) as object,
    isLevelChosen,
    levelFor(path) {
      const own = keyOf(path);
      return own === key || (key === first && !keys.has(own)) ? levelFor(path) : 'off';
    },
  }));
}

function plainOptions({ options }: RuleSetting): object {
  return Object.fromEntries([...options].map(([name, { value }]) => [name, value]));
}
