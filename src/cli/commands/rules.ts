import type { CommandModule } from 'yargs';
import { ruleGroups, rules } from '../../../rules/index.ts';
import type { Host } from '../../host/host.ts';
import type { Rule } from '../../model.ts';
import { EXIT } from '../main.ts';

/** `bibliolint rules`: every rule on a line, by group. */
export function rulesCommand(host: Host, finish: (code: number) => void): CommandModule {
  return {
    command: 'rules',
    describe: 'List all rules',
    builder: (parser) =>
      parser.option('json', { describe: 'Print them as JSON', type: 'boolean', default: false }),
    handler(argv) {
      host.stdout.write((argv as { json?: boolean }).json === true ? asJson() : asText());
      finish(EXIT.clean);
    },
  };
}

function asJson(): string {
  const list = rules.map(({ id, description, level, preset, fix, since }) => ({
    id,
    group: ruleGroups[id],
    description,
    level,
    preset,
    fix,
    since,
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
