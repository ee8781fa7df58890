import { UserError } from '../errors.ts';
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
    return listFiles(request, args, host);
  }
  refuseTogether(args, request);
  const shard = args.value('shard');
  if (shard !== undefined) {
    const { readShard, runShard } = await import('./run-shard.ts');
    return runShard(request, host, readShard(shard), args.value('output-file'));
  }
  const { runLint } = await import('./run-lint.ts');
  return runLint(request, host, readOptions(args, host));
}

const FIXING = ['fix', 'unsafe-fixes', 'fix-dry-run', 'diff'] as const;

/** What chooses, or keeps, what is found; a shard finds nothing. */
const REPORTING = ['watch', 'staged', 'update-baseline', 'prune-baseline'] as const;
const REPORTING_WITH_VALUE = ['changed', 'baseline'] as const;

/** What would otherwise be passed over without a word. Throws `UserError`. */
function refuseTogether(args: Arguments<typeof LINT_OPTIONS>, { overlay }: LintRequest): void {
  const fixing = FIXING.find((name) => args.has(name));
  if (args.has('watch')) {
    if (overlay.size > 0) throw new UserError('Standard input cannot be watched.');
    if (fixing !== undefined) {
      throw new UserError(`--watch makes no fixes, so --${fixing} does not go with it.`);
    }
  }
  const shard = args.value('shard');
  if (shard === undefined) return;
  const other =
    fixing ??
    (overlay.size > 0 ? 'stdin' : undefined) ??
    REPORTING.find((name) => args.has(name)) ??
    REPORTING_WITH_VALUE.find((name) => args.value(name) !== undefined) ??
    (args.values('format').length > 0 ? 'format' : undefined);
  if (other !== undefined) {
    throw new UserError(`--shard reads and does nothing else, so --${other} does not go with it.`, {
      hint: 'What is found is for bibliolint merge to say.',
    });
  }
}
