import ignore from 'ignore';
import { UserError } from '../errors.ts';
import type { ActiveRule } from '../lint/run-rules.ts';
import type { DialectName, Level, Preset, Rule, ShortcodeSignature } from '../model.ts';
import type { CitingShortcode, ConfigFile, ConfigOverride, RuleConfig } from './schema.ts';
import { configShape } from './schema.ts';

/** Names a configuration file may have, in the order they are looked for. */
export const CONFIG_NAMES: readonly string[] = [
  ...['jsonc', 'json', 'yaml', 'yml', 'toml'].map((extension) => `bibliolint.config.${extension}`),
  ...['json', 'jsonc', 'yaml', 'yml', 'toml'].map((extension) => `.bibliolintrc.${extension}`),
  '.bibliolintrc',
  'package.json',
];

/** Reads a file of the project by its path relative to the root; `undefined` where there is none. */
export type ReadConfig = (path: string) => string | undefined;

/** A configuration with everything it extends folded in, and where each part came from. */
export interface Config {
  /** Paths of the files it was read from, the nearest first. */
  readonly files: readonly string[];
  readonly preset: 'recommended' | 'strict' | 'all';
  readonly preview: boolean;
  readonly dialect?: DialectName;
  readonly bibliographies: readonly string[];
  readonly ignore: readonly string[];
  readonly shortcodes: Readonly<Record<string, CitingShortcode>>;
  readonly rules: ReadonlyMap<string, { readonly value: RuleConfig; readonly origin: string }>;
  readonly overrides: readonly (ConfigOverride & { readonly folder: string; readonly origin: string })[];
}

/** What holds where no configuration says otherwise. */
export const defaultConfig: Config = {
  files: [],
  preset: 'recommended',
  preview: false,
  bibliographies: [],
  ignore: [],
  shortcodes: {},
  rules: new Map(),
  overrides: [],
};

/**
 * The configuration that holds for a folder: the nearest file on the way up to the project's root, and what it extends.
 * Throws a `UserError` with the place of the first mistake.
 */
export async function findConfig(folder: string, read: ReadConfig, known: KnownNames): Promise<Config> {
  for (const place of upwards(folder)) {
    for (const name of CONFIG_NAMES) {
      const path = place === '' ? name : `${place}/${name}`;
      const text = read(path);
      if (text === undefined || (name === 'package.json' && !/"bibliolint"\s*:/.test(text))) continue;
      return readConfig(path, read, known);
    }
  }
  return defaultConfig;
}

/** Names a configuration may use, for the check and its suggestions. */
export interface KnownNames {
  readonly rules: readonly string[];
  readonly dialects: readonly string[];
}

/** Reads one configuration file by its path, and what it extends. */
export async function readConfig(
  path: string,
  read: ReadConfig,
  known: KnownNames,
  extending: readonly string[] = [],
): Promise<Config> {
  if (extending.includes(path)) {
    throw new UserError(`The configuration extends itself: ${[...extending, path].join(' → ')}.`, { path });
  }
  const text = read(path);
  if (text === undefined) throw new UserError('This configuration file does not exist.', { path });
  const { parseConfig } = await import('./parse-config.ts');
  const file = (await parseConfig(path, text, configShape(known.rules, known.dialects))) as ConfigFile;
  let base = defaultConfig;
  for (const other of list(file.extends)) {
    base = merge(base, await readConfig(resolve(path, other), read, known, [...extending, path]));
  }
  return merge(base, fromFile(path, file));
}

function fromFile(path: string, file: ConfigFile): Config {
  const folder = folderOf(path);
  const inFolder = (pattern: string): string =>
    folder === '' ? pattern : `${folder}/${pattern.replace(/^\//, '')}`;
  return {
    files: [path],
    preset: file.preset ?? 'recommended',
    preview: file.preview ?? false,
    ...(file.dialect === undefined ? {} : { dialect: file.dialect }),
    bibliographies: (file.bibliographies ?? []).map(inFolder),
    ignore: (file.ignore ?? []).map(inFolder),
    shortcodes: file.shortcodes ?? {},
    rules: new Map(Object.entries(file.rules ?? {}).map(([id, value]) => [id, { value, origin: path }])),
    overrides: (file.overrides ?? []).map((override) => ({ ...override, folder, origin: path })),
  };
}

/** The later one wins, setting by setting; lists of both are joined. */
function merge(base: Config, over: Config): Config {
  return {
    ...base,
    ...over,
    files: [...over.files, ...base.files],
    preset: over.preset === 'recommended' ? base.preset : over.preset,
    preview: over.preview || base.preview,
    bibliographies: [...base.bibliographies, ...over.bibliographies],
    ignore: [...base.ignore, ...over.ignore],
    shortcodes: { ...base.shortcodes, ...over.shortcodes },
    rules: new Map([...base.rules, ...over.rules]),
    overrides: [...base.overrides, ...over.overrides],
  };
}

function resolve(from: string, path: string): string {
  const parts = folderOf(from).split('/').filter(Boolean);
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) {
      throw new UserError(`\`${path}\` leads out of the project.`, { path: from });
    }
    if (part !== '..' && part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function* upwards(folder: string): Iterable<string> {
  for (let at = folder; ; at = folderOf(at)) {
    yield at;
    if (at === '') return;
  }
}

function folderOf(path: string): string {
  const cut = path.lastIndexOf('/');
  return cut < 0 ? '' : path.slice(0, cut);
}

function list(value: string | readonly string[] | undefined): readonly string[] {
  return value === undefined ? [] : typeof value === 'string' ? [value] : value;
}

/** The rules that run under a configuration, each with its level for a file and its options. */
export function activateRules(
  rules: readonly Rule[],
  config: Config,
  only?: ReadonlySet<string>,
): ActiveRule[] {
  const presets = presetsOf(config);
  const overrides = config.overrides.map(compileOverride);
  return rules.flatMap((rule) => {
    const [level, options] = settingOf(config.rules.get(rule.id)?.value);
    const base =
      only !== undefined
        ? only.has(rule.id)
          ? (level ?? rule.level)
          : 'off'
        : (level ?? (presets.has(rule.preset) ? rule.level : 'off'));
    const own = overrides.flatMap(({ matches, rules: changed }) => {
      const [changedLevel] = settingOf(changed?.[rule.id]);
      return changedLevel === undefined ? [] : [{ matches, level: changedLevel }];
    });
    if (base === 'off' && (own.length === 0 || only?.has(rule.id) === false)) return [];
    const levelFor = (path: string): Level | 'off' =>
      own.findLast(({ matches }) => matches(path))?.level ?? base;
    return [{ rule, levelFor, options: { ...rule.options, ...options } }];
  });
}

function presetsOf({ preset, preview }: Config): ReadonlySet<Preset> {
  const presets = new Set<Preset>(['recommended']);
  if (preset !== 'recommended') presets.add('strict');
  if (preview || preset === 'all') presets.add('preview');
  return presets;
}

function settingOf(
  value: RuleConfig | undefined,
): readonly [Level | 'off' | undefined, Readonly<Record<string, unknown>>] {
  if (value === undefined) return [undefined, {}];
  return typeof value === 'string' ? [value, {}] : [value[0], value[1]];
}

function compileOverride(override: Config['overrides'][number]) {
  const inFolder = (pattern: string): string =>
    override.folder === '' ? pattern : `${override.folder}/${pattern.replace(/^\//, '')}`;
  const files = ignore().add(list(override.files).map(inFolder));
  const excluded = ignore().add(list(override.excludeFiles).map(inFolder));
  return { matches: (path: string) => files.ignores(path) && !excluded.ignores(path), rules: override.rules };
}

/** The dialect a configuration gives to a file, if any. */
export function configuredDialect(config: Config): (path: string) => DialectName | undefined {
  const overrides = config.overrides.map((override) => ({
    ...compileOverride(override),
    dialect: override.dialect,
  }));
  return (path) =>
    overrides.findLast(({ matches, dialect }) => dialect !== undefined && matches(path))?.dialect ??
    config.dialect;
}

/** The shortcodes a configuration describes, in the form a template would have been read into. */
export function signaturesOf({ shortcodes }: Config): Record<string, ShortcodeSignature> {
  return Object.fromEntries(
    Object.entries(shortcodes).map(([name, given]) => [name, toSignature(name, given)]),
  );
}

function toSignature(name: string, given: CitingShortcode): ShortcodeSignature {
  const place = (argument: number | string) =>
    typeof argument === 'number' ? { position: argument, names: [] } : { names: [argument] };
  const { key, reference, locator } = given;
  return {
    name,
    paired: given.paired ?? false,
    ...(given.referenceList === true ? { referenceList: {} } : {}),
    ...(key === undefined
      ? {}
      : {
          cite: {
            key: place(key),
            separators: given.separators ?? '',
            suppressPrefix: given.suppressPrefix ?? false,
            referenceRequired: given.referenceRequired ?? false,
            ...(reference === undefined ? {} : { reference: place(reference) }),
            ...(locator === undefined ? {} : { locator: place(locator) }),
          },
        }),
  };
}
