import type { CommandModule } from 'yargs';
import { UserError } from '../../errors.ts';
import type { Host } from '../../host/host.ts';
import { readsStdin, resolveRequest } from '../lint-request.ts';
import { commandModule } from '../options.ts';
import { namingMistakes } from '../session-options.ts';

/** `bibliolint rename OLD NEW [paths..]`: a cite key gets another name, wherever it stands. */
export function renameCommand(host: Host, finish: (code: number) => void): CommandModule {
  return commandModule('rename', finish, async (args) => {
    if (readsStdin(args)) throw new UserError('A key is renamed in files, not in standard input.');
    const [key = '', name = '', ...operands] = args.operands;
    const { runRename } = await import('../run-rename.ts');
    const request = resolveRequest({ ...args, operands }, host);
    const options = { key, name, diff: args.has('diff'), dryRun: args.has('dry-run') };
    return namingMistakes(request, host, () => runRename(request, host, options));
  });
}
