import type { Host } from '../host/host.ts';
import type { Arguments } from './arguments.ts';
import { readOptions } from './lint-options.ts';
import { type LintRequest, resolveAround, resolveRequest } from './lint-request.ts';
import type { LINT_OPTIONS } from './option-table.ts';
import { namingMistakes } from './session-options.ts';

/** What `bibliolint [paths..]` does: lint and report, lint and fix, or say what would be linted, and how. */
export async function lint(args: Arguments<typeof LINT_OPTIONS>, host: Host): Promise<number> {
  const printed = args.value('print-config');
  if (printed !== undefined) {
    const { printConfig } = await import('./print-config.ts');
    const around = resolveAround(args, host, printed);
    return namingMistakes(around, host, () => printConfig(around, args, host));
  }
  const request = resolveRequest(args, host);
  return namingMistakes(request, host, () => lintRequested(request, args, host));
}

async function lintRequested(
  request: LintRequest,
  args: Arguments<typeof LINT_OPTIONS>,
  host: Host,
): Promise<number> {
  if (args.has('list-files')) {
    const { listFiles } = await import('./list-files.ts');
    return listFiles(request, host);
  }
  const shard = args.value('shard');
  if (shard !== undefined) {
    const { readShard, runShard } = await import('./run-shard.ts');
    return runShard(request, host, readShard(shard), args.value('output-file'));
  }
  const { runLint } = await import('./run-lint.ts');
  return runLint(request, host, readOptions(args, host));
}
