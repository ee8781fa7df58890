import type { CommandModule } from 'yargs';
import type { Host } from '../../host/host.ts';
import { commandModule } from '../options.ts';

/** `bibliolint rules`: every rule on a line, by group. */
export function rulesCommand(host: Host, finish: (code: number) => void): CommandModule {
  return commandModule('rules', finish, async (args) => {
    const { printRules } = await import('../print-rules.ts');
    return printRules(args.has('json'), host);
  });
}
