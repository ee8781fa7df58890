import type { CommandModule } from 'yargs';
import type { Host } from '../../host/host.ts';
import { commandModule } from '../options.ts';

/** `bibliolint lsp`: the language server, over standard input and output. */
export function lspCommand(host: Host, finish: (code: number) => void): CommandModule {
  return commandModule('lsp', finish, async () => {
    const { serve } = await import('../../lsp/server.ts');
    return serve(host);
  });
}
