import { posix } from 'node:path';
import type { CommandModule } from 'yargs';
import { UserError } from '../../errors.ts';
import type { Host } from '../../host/host.ts';
import { requestAround } from '../lint-request.ts';
import { commandModule } from '../options.ts';
import { namingMistakes } from '../session-options.ts';

/** `bibliolint init [folder]`: says what a site is, and writes a configuration to begin with. */
export function initCommand(host: Host, finish: (code: number) => void): CommandModule {
  return commandModule('init', finish, async (args) => {
    const [written = '.'] = args.operands;
    const folder = posix.resolve(host.cwd, written.replaceAll('\\', '/'));
    if (host.kind(folder) !== 'folder') throw new UserError('There is no such folder.', { path: written });
    const { runInit } = await import('../run-init.ts');
    const request = requestAround(folder, host);
    return namingMistakes(request, host, () =>
      runInit(request, host, { folder, dryRun: args.has('dry-run') }),
    );
  });
}
