import { ruleGroups, rules } from '../../rules/index.ts';
import type { Host } from '../host/host.ts';
import type { Rule } from '../model.ts';
import { EXIT } from './main.ts';

/** Prints every rule: as JSON, or on a line each, by group. */
export function printRules(json: boolean, host: Host): number {
  host.stdout.write(json ? asJson() : asText());
  return EXIT.clean;
}

function asJson(): string {
  const list = rules.map(({ id, description, level, preset, fix, since, options }) => ({
    id,
    group: ruleGroups[id],
    description,
    level,
    preset,
    fix,
    since,
    options,
  }));
  return `${JSON.stringify(list, null, 2)}\n`;
}

function asText(): string {
  const width = Math.max(...rules.map(({ id }) => id.length));
  const line = ({ id, level, preset, description }: Rule): string =>
    `  ${id.padEnd(width)}  ${level.padEnd(7)}  ${preset.padEnd(11)}  ${description}\n`;
  const groups = [...new Set(Object.values(ruleGroups))];
  return groups
    .map(
      (group) =>
        `${group}\n${rules
          .filter(({ id }) => ruleGroups[id] === group)
          .map(line)
          .join('')}`,
    )
    .join('\n');
}
