import type { CommandModule } from 'yargs';
import type { Host } from '../../host/host.ts';
import { readOptions, withReportOptions } from '../lint-options.ts';
import { resolveRequest } from '../lint-request.ts';
import { allPaths, single, withTargetOptions } from '../options.ts';

/** `bibliolint [paths..]`: lint and report, or lint and fix. */
export function lintCommand(host: Host, finish: (code: number) => void): CommandModule {
  return {
    command: '$0 [paths..]',
    describe: 'Check documents and bibliographies',
    builder: (parser) =>
      withReportOptions(withTargetOptions(parser))
        .option('fix', { describe: 'Make the safe fixes', type: 'boolean', default: false })
        .option('unsafe-fixes', { describe: 'Make the unsafe fixes too', type: 'boolean', default: false })
        .option('fix-dry-run', {
          describe: 'Report as if fixed; write nothing',
          type: 'boolean',
          default: false,
        })
        .option('diff', { describe: 'Print the fixes as a patch instead', type: 'boolean', default: false })
        .option('cache', {
          describe: 'Keep what is read from each file for the next run',
          type: 'boolean',
          default: false,
        })
        .option('cache-location', {
          describe: 'Keep it in this folder',
          type: 'string',
          requiresArg: true,
        })
        .option('changed', {
          describe: 'Report on files that changed since this commit, or since the last one',
          type: 'string',
        })
        .option('staged', {
          describe: 'Report on files that the next commit changes, as they are staged',
          type: 'boolean',
          default: false,
        })
        .option('shard', {
          describe: 'Read one part of the documents, 1/4, and write its facts for bibliolint merge',
          type: 'string',
          requiresArg: true,
        })
        .option('watch', {
          alias: 'w',
          describe: 'Check again after every change',
          type: 'boolean',
          default: false,
        }),
    async handler(argv) {
      const args = argv as unknown as Record<string, never>;
      const request = resolveRequest(
        {
          paths: allPaths(argv as never),
          stdin: args['stdin'] === true,
          stdinFilename: single<string>(args['stdinFilename'], 'stdin-filename'),
          dialect: single(args['dialect'], 'dialect'),
          config: single<string>(args['config'], 'config'),
        },
        host,
      );
      const shard = single<string>(args['shard'], 'shard');
      if (shard !== undefined) {
        const { readShard, runShard } = await import('../run-shard.ts');
        const file = single<string>(args['outputFile'], 'output-file');
        return finish(await runShard(request, host, readShard(shard), file));
      }
      const { runLint } = await import('../run-lint.ts');
      finish(await runLint(request, host, readOptions(args)));
    },
  };
}
