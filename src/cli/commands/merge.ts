import type { CommandModule } from 'yargs';
import type { Host } from '../../host/host.ts';
import { list, readOptions, withReportOptions } from '../lint-options.ts';
import { resolveRequest } from '../lint-request.ts';
import { single } from '../options.ts';

/**
 * `bibliolint merge FACTS..`: the report of one run over the whole project, from the facts that shards wrote. It is run in a
 * checkout of what the shards read; a file that changed since is read again.
 */
export function mergeCommand(host: Host, finish: (code: number) => void): CommandModule {
  return {
    command: 'merge <facts..>',
    describe: 'Join the facts of shards and report as one run',
    builder: (parser) =>
      withReportOptions(parser)
        .positional('facts', {
          describe: 'Files that --shard wrote',
          type: 'string',
          array: true,
          demandOption: true,
        })
        .option('config', {
          alias: 'c',
          describe: 'Use this configuration file; --no-config uses none',
          type: 'string',
          requiresArg: true,
        }),
    async handler(argv) {
      const args = argv as unknown as Record<string, never>;
      const request = resolveRequest(
        {
          paths: [],
          stdin: false,
          stdinFilename: undefined,
          dialect: undefined,
          config: single<string>(args['config'], 'config'),
        },
        host,
      );
      const { runLint } = await import('../run-lint.ts');
      finish(await runLint(request, host, { ...readOptions(args), facts: list(args['facts']) }));
    },
  };
}
