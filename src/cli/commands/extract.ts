import type { CommandModule } from 'yargs';
import { UserError } from '../../errors.ts';
import type { BibliographyTarget } from '../../extract/extraction.ts';
import type { Host } from '../../host/host.ts';
import type { Arguments } from '../arguments.ts';
import { readsStdin, resolveRequest } from '../lint-request.ts';
import type { EXTRACT_OPTIONS } from '../option-table.ts';
import { commandModule } from '../options.ts';
import type { ExtractRequest } from '../run-extract.ts';
import { namingMistakes } from '../session-options.ts';

/** `bibliolint extract [paths..]`: a bibliography out of the references that are written out in pages. */
export function extractCommand(host: Host, finish: (code: number) => void): CommandModule {
  return commandModule('extract', finish, async (args) => {
    const options = readOptions(args);
    const { runExtract } = await import('../run-extract.ts');
    const request = resolveRequest(args, host);
    return namingMistakes(request, host, () => runExtract(request, host, options));
  });
}

function readOptions(args: Arguments<typeof EXTRACT_OPTIONS>): ExtractRequest {
  const rewrite = args.has('rewrite');
  const diff = args.has('diff');
  const dryRun = args.has('dry-run');
  if (!rewrite && (diff || dryRun)) {
    throw new UserError(`--${diff ? 'diff' : 'dry-run'} goes with --rewrite.`, {
      hint: 'Without --rewrite nothing changes: the bibliography goes to standard output.',
    });
  }
  if (rewrite && readsStdin(args)) throw new UserError('Standard input cannot be rewritten.');
  const outputFile = args.value('output-file');
  return {
    format: (args.value('to') ?? 'bibtex') as BibliographyTarget,
    rewrite,
    diff,
    dryRun,
    ...(outputFile === undefined ? {} : { outputFile }),
  };
}
