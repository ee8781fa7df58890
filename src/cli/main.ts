import { UserError } from '../errors.ts';
import type { Host } from '../host/host.ts';
import { version } from '../version.ts';
import { formatUserError } from './format-error.ts';

/** What the process ends with: nothing found, something found, could not do its job. */
export const EXIT = { clean: 0, findings: 1, failed: 2 } as const;

/**
 * The program: arguments and a host in, an exit code out. The report goes to stdout and everything else to stderr; a
 * mistake of the user's is one clear message, a bug of ours keeps its stack.
 */
export async function main(args: readonly string[], host: Host): Promise<number> {
  try {
    return await lintPlainly(args, host);
  } catch (error) {
    host.stderr.write(error instanceof UserError ? formatUserError(error) : formatBug(error));
    return EXIT.failed;
  }
}

/** Lints where the arguments are written plainly; whatever else they may mean is for yargs to find out. */
async function lintPlainly(args: readonly string[], host: Host): Promise<number> {
  const { readPlainArguments } = await import('./plain-arguments.ts');
  const plain = readPlainArguments(args);
  if (plain === undefined) return (await import('./run.ts')).run(args, host);
  return (await import('./lint.ts')).lint(plain, host);
}

function formatBug(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `bibliolint ${version} has a bug; please report it with these lines:\n${stack}\n`;
}
