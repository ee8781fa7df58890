import type { CommandModule } from 'yargs';
import { ruleGroups, rules } from '../../../rules/index.ts';
import { UserError } from '../../errors.ts';
import type { Host } from '../../host/host.ts';
import { closest } from '../../text/similar.ts';
import { EXIT } from '../main.ts';

/** `bibliolint explain RULE`: the rule's page, as it ships in the package. */
export function explainCommand(host: Host, finish: (code: number) => void): CommandModule {
  return {
    command: 'explain <rule>',
    describe: 'Print the page of a rule',
    builder: (parser) =>
      parser.positional('rule', { describe: 'Its id', type: 'string', demandOption: true }),
    handler(argv) {
      const id = String((argv as { rule?: unknown }).rule);
      const rule = rules.find((candidate) => candidate.id === id);
      if (rule === undefined) throw unknownRule(id);
      host.stdout.write(
        host.packageFile(`rules/${ruleGroups[id]}/${id}.md`) ?? `# ${id}\n\n${rule.description}\n`,
      );
      finish(EXIT.clean);
    },
  };
}

function unknownRule(id: string): UserError {
  const suggestion = closest(
    id,
    rules.map((rule) => rule.id),
  );
  const hint =
    suggestion === undefined ? 'Run bibliolint rules for all of them.' : `Did you mean ${suggestion}?`;
  return new UserError(`There is no rule ${id}.`, { hint });
}
