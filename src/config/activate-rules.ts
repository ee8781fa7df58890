import type { ActiveRule } from '../lint/run-rules.ts';
import type { Level, Preset, Rule } from '../model.ts';

/** What a configuration says of one rule; what it leaves out stays as the rule has it. */
export interface RuleSetting {
  readonly level?: Level | 'off';
  readonly options?: Readonly<Record<string, unknown>>;
}

/** Which rules run, and how: the part of a configuration the runner needs. */
export interface RuleSettings {
  readonly presets: ReadonlySet<Preset>;
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Runs only these rules, whatever the presets say. */
  readonly only?: ReadonlySet<string>;
}

/** The recommended preset with nothing changed. */
export const recommended: RuleSettings = { presets: new Set(['recommended']), rules: new Map() };

/** The rules that run with their levels and options. A rule set to a level runs even outside the chosen presets. */
export function activateRules(rules: readonly Rule[], settings: RuleSettings): ActiveRule[] {
  return rules.flatMap((rule) => {
    const setting = settings.rules.get(rule.id);
    const level = levelOf(rule, setting, settings);
    if (level === 'off') return [];
    return [{ rule, levelFor: () => level, options: { ...rule.options, ...setting?.options } }];
  });
}

function levelOf(rule: Rule, setting: RuleSetting | undefined, settings: RuleSettings): Level | 'off' {
  if (settings.only !== undefined) return settings.only.has(rule.id) ? rule.level : 'off';
  if (setting?.level !== undefined) return setting.level;
  return settings.presets.has(rule.preset) ? rule.level : 'off';
}
