import type { Rule, ShortcodeSignature } from '../model.ts';
import { toSignature } from './citing-shortcodes.ts';
import type { ConfigFile, PresetName } from './schema.ts';

/** The way to a part of a configuration from its top. */
export type ConfigPath = readonly (string | number)[];

/** One configuration as it was written, and where it holds. */
export interface ConfigLayer {
  /** The file, or the option of the command line, as messages name it. */
  readonly source: string;
  readonly file: ConfigFile;
  /** Patterns are relative to this folder: the one whose files the configuration is for. */
  readonly folder: string;
  /** Paths are relative to this folder: the one the file stands in. */
  readonly ownFolder: string;
  /** Where a setting stands: `bibliolint.config.json:4`. */
  placeOf(path: ConfigPath): string;
}

/** Everything that holds for a file, the weakest first: what a configuration extends stands before it. */
export interface Config {
  readonly layers: readonly ConfigLayer[];
  /** Rules of plugins, where the configuration was read before the project that it is for. */
  readonly pluginRules?: readonly Rule[];
}

/** What holds where no configuration says otherwise. */
export const defaultConfig: Config = { layers: [] };

/** A configuration that was made by a program or an option instead of a file; it holds for the whole project. */
export function createConfig(file: ConfigFile, source = 'the program'): Config {
  return { layers: [{ source, file, folder: '', ownFolder: '', placeOf: () => source }] };
}

/** Lays a stronger configuration over a weaker one. */
export function stackConfigs(weak: Config, strong: Config): Config {
  if (strong.layers.length === 0) return weak;
  return weak.layers.length === 0 ? strong : { layers: [...weak.layers, ...strong.layers] };
}

/** A value with the place that set it. */
export interface Setting<T> {
  readonly value: T;
  readonly origin: string;
}

/** The strongest layer that says something decides. */
export function lastSetting<K extends keyof ConfigFile>(
  { layers }: Config,
  name: K,
): Setting<NonNullable<ConfigFile[K]>> | undefined {
  const layer = layers.findLast(({ file }) => file[name] !== undefined);
  const value = layer?.file[name];
  return layer === undefined || value === undefined || value === null
    ? undefined
    : { value: value as NonNullable<ConfigFile[K]>, origin: layer.placeOf([name]) };
}

/** The preset, and whether the rules in preview run too. */
export function presetOf(config: Config): { readonly preset: PresetName; readonly preview: boolean } {
  return {
    preset: lastSetting(config, 'preset')?.value ?? 'recommended',
    preview: lastSetting(config, 'preview')?.value ?? false,
  };
}

/** Bibliographies of every document, relative to the root, those of the weaker layers first. */
export function bibliographiesOf({ layers }: Config): readonly Setting<string>[] {
  const found = new Map<string, Setting<string>>();
  for (const { file, ownFolder, placeOf } of layers) {
    for (const [index, written] of (file.bibliographies ?? []).entries()) {
      const value = inFolder(ownFolder, written);
      if (!found.has(value)) found.set(value, { value, origin: placeOf(['bibliographies', index]) });
    }
  }
  return [...found.values()];
}

/** The shortcodes that are described, in the form a template would have been read into. */
export function shortcodesOf({ layers }: Config): ReadonlyMap<string, Setting<ShortcodeSignature>> {
  return new Map(
    layers.flatMap(({ file, placeOf }) =>
      Object.entries(file.shortcodes ?? {}).map(([name, given]) => [
        name,
        { value: toSignature(name, given), origin: placeOf(['shortcodes', name]) },
      ]),
    ),
  );
}

/** A path that was written relative to a folder. */
export function inFolder(folder: string, path: string): string {
  return folder === '' ? path : `${folder}/${path.replace(/^\.?\//, '')}`;
}
