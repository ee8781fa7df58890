import type { CommandModule } from 'yargs';
import type { Host } from '../../host/host.ts';
import { readMergeOptions } from '../lint-options.ts';
import { resolveAround } from '../lint-request.ts';
import { commandModule } from '../options.ts';
import { namingMistakes } from '../session-options.ts';

/**
 * `bibliolint merge FACTS..`: the report of one run over the whole project, from the facts that shards wrote. It is run in a
 * checkout of what the shards read; a file that changed since is read again.
 */
export function mergeCommand(host: Host, finish: (code: number) => void): CommandModule {
  return commandModule('merge', finish, async (args) => {
    const { runLint } = await import('../run-lint.ts');
    const request = resolveAround(args, host);
    return namingMistakes(request, host, () => runLint(request, host, readMergeOptions(args, host)));
  });
}
