import type { CommandModule } from 'yargs';
import type { Host } from '../../host/host.ts';
import { resolveRequest } from '../lint-request.ts';
import { commandModule } from '../options.ts';
import { namingMistakes } from '../session-options.ts';

/** `bibliolint inspect [paths..]`: what was read, as JSON lines, without judging it. */
export function inspectCommand(host: Host, finish: (code: number) => void): CommandModule {
  return commandModule('inspect', finish, async (args) => {
    const { runInspect } = await import('../run-inspect.ts');
    const request = resolveRequest(args, host);
    return namingMistakes(request, host, () => runInspect(request, host));
  });
}
