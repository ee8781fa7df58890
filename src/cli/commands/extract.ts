import type { CommandModule } from 'yargs';
import { UserError } from '../../errors.ts';
import type { BibliographyTarget } from '../../extract/extraction.ts';
import type { Host } from '../../host/host.ts';
import { resolveRequest } from '../lint-request.ts';
import { allPaths, single, withTargetOptions } from '../options.ts';
import type { ExtractRequest } from '../run-extract.ts';

/** `bibliolint extract [paths..]`: a bibliography out of the references that are written out in pages. */
export function extractCommand(host: Host, finish: (code: number) => void): CommandModule {
  return {
    command: 'extract [paths..]',
    describe: 'Make a bibliography of the references written out in the pages',
    builder: (parser) =>
      withTargetOptions(parser)
        .option('to', {
          describe: 'What to write',
          choices: ['bibtex', 'csl-json'] as const,
          default: 'bibtex' as const,
          requiresArg: true,
        })
        .option('output-file', {
          alias: 'o',
          describe: 'Write the bibliography to this file',
          type: 'string',
          requiresArg: true,
        })
        .option('rewrite', {
          describe: 'Replace the references in the pages by citations of the bibliography',
          type: 'boolean',
          default: false,
        })
        .option('diff', {
          describe: 'With --rewrite: print the changes as a patch instead',
          type: 'boolean',
          default: false,
        })
        .option('dry-run', {
          describe: 'With --rewrite: say what would change; write nothing',
          type: 'boolean',
          default: false,
        }),
    async handler(argv) {
      const args = argv as unknown as Record<string, never>;
      const options = readOptions(args);
      const request = resolveRequest(
        {
          paths: allPaths(argv as never, 'extract'),
          stdin: args['stdin'] === true,
          stdinFilename: single<string>(args['stdinFilename'], 'stdin-filename'),
          dialect: single(args['dialect'], 'dialect'),
          config: single<string>(args['config'], 'config'),
        },
        host,
      );
      const { runExtract } = await import('../run-extract.ts');
      finish(await runExtract(request, host, options));
    },
  };
}

function readOptions(args: Readonly<Record<string, never>>): ExtractRequest {
  const rewrite = args['rewrite'] === true;
  const diff = args['diff'] === true;
  const dryRun = args['dryRun'] === true;
  if (!rewrite && (diff || dryRun)) {
    throw new UserError(`--${diff ? 'diff' : 'dry-run'} goes with --rewrite.`, {
      hint: 'Without --rewrite nothing changes: the bibliography goes to standard output.',
    });
  }
  if (rewrite && args['stdin'] === true) throw new UserError('Standard input cannot be rewritten.');
  const outputFile = single<string>(args['outputFile'], 'output-file');
  return {
    format: single<BibliographyTarget>(args['to'], 'to') ?? 'bibtex',
    rewrite,
    diff,
    dryRun,
    ...(outputFile === undefined ? {} : { outputFile }),
  };
}
