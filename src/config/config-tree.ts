import { UserError } from '../errors.ts';
import type { DialectName, Rule, ShortcodeSignature } from '../model.ts';
import { CODE_CONFIG_NAME, CONFIG_NAMES } from '../project/config-names.ts';
import type { FolderEntry } from '../project/file-source.ts';
import { below, folderOf } from '../text/path.ts';
import { type ConfigsByFile, overrideTest } from './active-rules.ts';
import {
  bibliographiesOf,
  type Config,
  defaultConfig,
  inFolder,
  type Setting,
  shortcodesOf,
  stackConfigs,
} from './config.ts';
import { HOW_TO_ALLOW } from './plugins.ts';
import { type ConfigContext, readConfig } from './read-config.ts';

/** The configurations of a project, found while its folders are walked. */
export interface ConfigTree extends ConfigsByFile {
  /**
   * Reads the configuration that stands in a folder; the folders above it come first. Gives the patterns of the files
   * that are left alone there, `undefined` where the folder has no configuration of its own. Throws a `UserError`.
   */
  enter(folder: string, entries: readonly FolderEntry[]): IgnorePatterns | Promise<IgnorePatterns>;
  dialectOf(path: string): Setting<DialectName> | undefined;
  /** Bibliographies of a document, relative to the root. */
  bibliographiesOf(path: string): readonly string[];
  /** The shortcodes that are described for a document; the same object for files of one configuration. */
  shortcodesOf(path: string): Readonly<Record<string, ShortcodeSignature>>;
  /** The rules there are, those of plugins included. */
  readonly rules: readonly Rule[];
  /** What the user should hear of, such as code that was not run. */
  readonly notices: readonly string[];
}

/** Patterns as in `.gitignore`, relative to the folder that was entered. */
type IgnorePatterns = readonly string[] | undefined;

/** What a tree is made with. */
export interface TreeOptions extends ConfigContext {
  /** Holds for every file; then no other configuration is looked for. */
  readonly fixed?: Config | undefined;
  /** Wins over every other: what the command line says. */
  readonly strongest?: Config | undefined;
  /**
   * Told of a configuration that cannot be read, in place of an error; the last good one of that file holds instead,
   * which `goodConfigs` remembers by path from one tree to the next.
   */
  readonly onError?: ((error: UserError) => void) | undefined;
  /**
   * Whether a file that was asked for lies in a folder or above it. The mistakes of a configuration elsewhere, such as
   * the plugins of another site of the repository, are no reason to fail: it is left out.
   */
  readonly concerns?: (folder: string) => boolean;
  readonly goodConfigs?: Map<string, Config>;
}

/**
 * A tree of configurations. Each file has that of its folder: the one that stands there, laid over the ones of the
 * folders above it up to one that says `root`.
 */
export function createConfigTree(options: TreeOptions): ConfigTree {
  const { fixed, strongest = defaultConfig, rules } = options;
  const bases = new Map<string, Config>([['', fixed ?? defaultConfig]]);
  const notices: string[] = [];
  const finished = memo((base: Config) => stackConfigs(base, strongest));
  const bibliographies = memo((config: Config) => bibliographiesOf(config).map(({ value }) => value));
  const shortcodes = memo((config: Config) =>
    Object.fromEntries([...shortcodesOf(config)].map(([name, { value }]) => [name, value])),
  );

  function baseOf(folder: string): Config {
    // Most projects have one configuration or none, and each page asks for several things of it.
    if (bases.size === 1) return bases.get('')!;
    const base = bases.get(folder) ?? baseOf(folderOf(folder));
    bases.set(folder, base);
    return base;
  }

  async function read(folder: string, names: readonly string[]): Promise<readonly string[] | undefined> {
    for (const name of names) {
      const found = await readOrReport(folder, name, options);
      if (found === undefined) continue;
      for (const other of names.slice(names.indexOf(name) + 1).filter(isOfOurs)) {
        notices.push(`${inFolder(folder, other)} is not read, since ${name} stands beside it.`);
      }
      const isRoot = found.layers.at(-1)?.file.root === true;
      const above = folder === '' ? defaultConfig : baseOf(folderOf(folder));
      bases.set(folder, isRoot ? found : stackConfigs(above, found));
      return ignoredBy(found, folder);
    }
    return undefined;
  }

  const configFor = (path: string): Config => finished(baseOf(folderOf(path)));
  return {
    rules,
    notices,
    get all() {
      return [...new Set([...bases.values()].map(finished))];
    },
    for: configFor,
    enter(folder, entries) {
      if (fixed !== undefined) return ignoredBy(fixed, folder);
      const files = new Set(entries.filter(({ kind }) => kind === 'file').map(({ name }) => name));
      const names = CONFIG_NAMES.filter((name) => files.has(name));
      for (const { name, kind } of entries) {
        if (kind !== 'file' && isOfOurs(name)) notices.push(noFileNotice(folder, name));
      }
      for (const name of files) if (isMisnamed(name)) notices.push(misnamedNotice(folder, name));
      if (files.has(CODE_CONFIG_NAME)) {
        if (options.runCode !== undefined) names.push(CODE_CONFIG_NAME);
        else notices.push(codeNotice(folder));
      }
      return names.length === 0 ? undefined : read(folder, names);
    },
    dialectOf: (path) => dialectOf(configFor(path), path),
    bibliographiesOf: (path) => bibliographies(configFor(path)),
    shortcodesOf: (path) => shortcodes(configFor(path)),
  };
}

async function readOrReport(folder: string, name: string, options: TreeOptions): Promise<Config | undefined> {
  const { onError, concerns, goodConfigs } = options;
  const path = below(folder, name);
  try {
    const found = await readConfig(path, options);
    if (found !== undefined) goodConfigs?.set(path, found);
    return found;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    if (onError === undefined) {
      if (concerns?.(folder) === false) return undefined;
      throw error;
    }
    onError(error);
    return goodConfigs?.get(path);
  }
}

/** A package.json stands anywhere, and most say nothing to bibliolint. */
const isOfOurs = (name: string): boolean => name !== 'package.json' && CONFIG_NAMES.includes(name);

function noFileNotice(folder: string, name: string): string {
  return `${inFolder(folder, name)} is not read: it is no file, or a link that leads nowhere or out of the project.`;
}

function codeNotice(folder: string): string {
  return `${inFolder(folder, CODE_CONFIG_NAME)} is code and was not run. ${HOW_TO_ALLOW}`;
}

/** Names that other tools give their configurations. `bibliolint.json` may be a report or a baseline. */
const MISNAMED =
  /^(?:\.?bibliolint(?:\.config|rc)?\.(?:jsonc|json5|ya?ml|toml|[cm]?[jt]s)|\.bibliolint\.json|bibliolintrc(?:\.json)?)$/;

function isMisnamed(name: string): boolean {
  const isNear = name.startsWith('bibliolint') || name.startsWith('.bibliolint');
  return isNear && MISNAMED.test(name) && !CONFIG_NAMES.includes(name) && name !== CODE_CONFIG_NAME;
}

function misnamedNotice(folder: string, name: string): string {
  return `${inFolder(folder, name)} is not read: a configuration is called bibliolint.config.json, or .jsonc, .yaml or .toml.`;
}

/** `./drafts` means `/drafts`, as in the patterns of overrides; to git it means nothing. */
function ignoredBy({ layers }: Config, folder: string): readonly string[] | undefined {
  const patterns = layers.flatMap((layer) => (layer.folder === folder ? (layer.file.ignore ?? []) : []));
  if (patterns.length === 0) return undefined;
  return patterns.map((pattern) => pattern.replace(/^(!?)\.\//, '$1/'));
}

/** The strongest override that is about the file, or what its layer says of all files. */
function dialectOf({ layers }: Config, path: string): Setting<DialectName> | undefined {
  for (const { file, folder, placeOf } of layers.toReversed()) {
    const overrides = file.overrides ?? [];
    const index = overrides.findLastIndex(
      (override) => override.dialect !== undefined && overrideTest(override, folder)(path),
    );
    const value = overrides[index]?.dialect;
    if (value !== undefined) return { value, origin: placeOf(['overrides', index, 'dialect']) };
    if (file.dialect !== undefined) return { value: file.dialect, origin: placeOf(['dialect']) };
  }
  return undefined;
}

/** Remembers what a function said of each object. */
function memo<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}
