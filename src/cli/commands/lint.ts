import type { CommandModule } from 'yargs';
import type { Host } from '../../host/host.ts';
import { lint } from '../lint.ts';
import { commandModule } from '../options.ts';

/** `bibliolint [paths..]`: lint and report, or lint and fix. */
export function lintCommand(host: Host, finish: (code: number) => void): CommandModule {
  return commandModule('lint', finish, (args) => lint(args, host));
}
