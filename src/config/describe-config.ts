import type { Rule } from '../model.ts';
import { settingOf } from './active-rules.ts';
import { bibliographiesOf, lastSetting, type Setting } from './config.ts';
import type { ConfigTree } from './config-tree.ts';
import type { CitingShortcode, RuleLevel } from './schema.ts';

/** Everything that holds for one file, each value with the place that set it. */
export interface ConfigDescription {
  /** The configurations it comes from, the strongest first. */
  readonly sources: readonly string[];
  readonly settings: Readonly<Record<'preset' | 'preview' | 'dialect', Setting<unknown> | undefined>>;
  readonly bibliographies: readonly Setting<string>[];
  readonly ignore: readonly Setting<string>[];
  readonly shortcodes: Readonly<Record<string, Setting<CitingShortcode>>>;
  readonly rules: Readonly<Record<string, RuleDescription>>;
}

interface RuleDescription {
  readonly level: Setting<RuleLevel>;
  readonly options: Readonly<Record<string, Setting<unknown>>>;
}

/** What the configurations of a project say of a file, defaults included. A dialect that none of them sets is absent. */
export function describeConfig(path: string, tree: ConfigTree, rules: readonly Rule[]): ConfigDescription {
  const config = tree.for(path);
  const { layers } = config;
  return {
    sources: layers.map(({ source }) => source).reverse(),
    settings: {
      preset: lastSetting(config, 'preset') ?? { value: 'recommended', origin: 'default' },
      preview: lastSetting(config, 'preview') ?? { value: false, origin: 'default' },
      dialect: tree.dialectOf(path),
    },
    bibliographies: bibliographiesOf(config),
    ignore: layers.flatMap(({ file, placeOf }) =>
      (file.ignore ?? []).map((value, index) => ({ value, origin: placeOf(['ignore', index]) })),
    ),
    shortcodes: Object.fromEntries(
      layers.flatMap(({ file, placeOf }) =>
        Object.entries(file.shortcodes ?? {}).map(([name, value]) => [
          name,
          { value, origin: placeOf(['shortcodes', name]) },
        ]),
      ),
    ),
    rules: Object.fromEntries(
      rules.map((rule) => {
        const { level, options } = settingOf(rule, path, config);
        return [rule.id, { level, options: Object.fromEntries(options) }];
      }),
    ),
  };
}
