import type { CommandModule } from 'yargs';
import type { Host } from '../../host/host.ts';

/** `bibliolint lsp`: the language server, over standard input and output. */
export function lspCommand(host: Host, finish: (code: number) => void): CommandModule {
  return {
    command: 'lsp',
    describe: 'Serve an editor: findings, fixes, completion of cite keys and more, over stdin and stdout',
    // Editors add these by habit; there is no other way to talk to this server.
    builder: (parser) =>
      parser
        .option('stdio', { describe: 'Taken as given', type: 'boolean', hidden: true })
        .option('clientProcessId', { describe: 'Told by the protocol, too', type: 'number', hidden: true }),
    async handler() {
      const { serve } = await import('../../lsp/server.ts');
      finish(await serve(host));
    },
  };
}
