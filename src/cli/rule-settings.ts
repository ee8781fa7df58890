import { checkConfig } from '../config/check-config.ts';
import { type Config, createConfig } from '../config/config.ts';
import { optionsShape } from '../config/option-shapes.ts';
import { LEVELS, type RuleConfig, type RuleLevel, type RuleOptions } from '../config/schema.ts';
import { UserError } from '../errors.ts';
import type { Rule } from '../model.ts';
import { meant } from '../text/similar.ts';
import { isOfPlugin, unknownRule } from './rule-names.ts';

/**
 * What `--rule id:level` and `--rule id:level:{"option": …}` say, as a configuration; `undefined` where nothing was said.
 * Throws a `UserError` for a rule, level or option that there is none of; what a plugin brings is not known yet.
 */
export function readRuleSettings(given: readonly string[], rules: readonly Rule[]): Config | undefined {
  if (given.length === 0) return undefined;
  const settings = given.map((written) => readRuleSetting(written, rules));
  return createConfig({ rules: Object.fromEntries(settings) }, '--rule');
}

function readRuleSetting(written: string, rules: readonly Rule[]): [string, RuleConfig] {
  const [, id = '', levelName = '', json] = /^([^:]*):([^:]*)(?::(.*))?$/s.exec(written) ?? [];
  if (id === '') {
    throw new UserError(`--rule wants ID:LEVEL, not ${JSON.stringify(written)}.`, {
      hint: 'Write --rule unused-entry:off, for example.',
    });
  }
  const rule = rules.find((candidate) => candidate.id === id);
  if (rule === undefined && !isOfPlugin(id)) throw unknownRule(id, rules);
  const level = readLevel(levelName, written);
  return [id, json === undefined ? level : [level, readOptions(json, written, rule)]];
}

function readLevel(name: string, written: string): RuleLevel {
  const level = LEVELS.find((known) => known === name);
  if (level !== undefined) return level;
  const suggestion = meant(name, LEVELS);
  throw new UserError(`--rule ${written}: there is no level ${JSON.stringify(name)}.`, {
    hint: suggestion === undefined ? `There is: ${LEVELS.join(', ')}.` : `Did you mean ${suggestion}?`,
  });
}

function readOptions(json: string, written: string, rule: Rule | undefined): RuleOptions {
  let options: unknown;
  try {
    options = JSON.parse(json);
  } catch {
    throw new UserError(`--rule ${written}: the options are not JSON.`);
  }
  const [problem] = rule === undefined ? [] : checkConfig(options, optionsShape(rule));
  if (problem === undefined && typeof options === 'object' && options !== null) return options as RuleOptions;
  throw new UserError(`--rule ${written}: ${problem?.message ?? 'the options must be an object.'}`, {
    ...(problem?.hint === undefined ? {} : { hint: problem.hint }),
  });
}
