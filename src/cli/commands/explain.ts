import type { CommandModule } from 'yargs';
import type { Host } from '../../host/host.ts';
import { colorChoice } from '../color.ts';
import { commandModule } from '../options.ts';

/** `bibliolint explain RULE`: the rule's page, as it ships in the package, laid out for the terminal. */
export function explainCommand(host: Host, finish: (code: number) => void): CommandModule {
  return commandModule('explain', finish, async (args) => {
    const { explainRule } = await import('../explain-rule.ts');
    return explainRule(args.operands[0] ?? '', host, colorChoice(args));
  });
}
