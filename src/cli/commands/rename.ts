import type { CommandModule } from 'yargs';
import { UserError } from '../../errors.ts';
import type { Host } from '../../host/host.ts';
import { resolveRequest } from '../lint-request.ts';
import { allPaths, single, withTargetOptions } from '../options.ts';

/** `bibliolint rename OLD NEW [paths..]`: a cite key gets another name, wherever it stands. */
export function renameCommand(host: Host, finish: (code: number) => void): CommandModule {
  return {
    command: 'rename <old> <new> [paths..]',
    describe: 'Rename a cite key in every bibliography and document',
    builder: (parser) =>
      withTargetOptions(parser)
        .positional('old', { describe: 'The key as it is', type: 'string', demandOption: true })
        .positional('new', { describe: 'The key as it shall be', type: 'string', demandOption: true })
        .option('diff', { describe: 'Print a patch and write nothing', type: 'boolean', default: false })
        .option('dry-run', {
          describe: 'Print the places and write nothing',
          type: 'boolean',
          default: false,
        }),
    async handler(argv) {
      const args = argv as unknown as Record<string, never>;
      if (args['stdin'] === true) throw new UserError('A key is renamed in files, not in standard input.');
      const request = resolveRequest(
        {
          paths: allPaths(argv as never, 'rename'),
          stdin: false,
          stdinFilename: undefined,
          dialect: single(args['dialect'], 'dialect'),
          config: single<string>(args['config'], 'config'),
        },
        host,
      );
      const { runRename } = await import('../run-rename.ts');
      const options = {
        key: String(args['old']),
        name: String(args['new']),
        diff: args['diff'] === true,
        dryRun: args['dryRun'] === true,
      };
      finish(await runRename(request, host, options));
    },
  };
}
