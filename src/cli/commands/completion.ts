import type { CommandModule } from 'yargs';
import type { Host } from '../../host/host.ts';
import { commandModule } from '../options.ts';

/** `bibliolint completion SHELL`: a script that completes commands, options, rules and files. */
export function completionCommand(host: Host, finish: (code: number) => void): CommandModule {
  return commandModule('completion', finish, async ({ operands: [shell = ''] }) => {
    const { printCompletion } = await import('../completion/print-completion.ts');
    return printCompletion(shell, host);
  });
}
