import { spawnSync } from 'node:child_process';

/** Set where every tool has to be there, as in CI: then a missing one fails the test file instead of skipping tests. */
const REQUIRED = process.env['BIBLIOLINT_REQUIRE_TOOLS'] === '1';

/**
 * Whether a program that tests need can be started. Where it cannot, says what is not tested for want of it; with
 * `BIBLIOLINT_REQUIRE_TOOLS=1` it throws instead, so that no test is skipped without anyone noticing.
 */
export function hasTool(command: string, untested: string, args: readonly string[] = ['--version']): boolean {
  const { error, status } = spawnSync(command, args, { stdio: 'ignore' });
  return isAvailable(error === undefined && status === 0, command, untested);
}

/** The same for a tool that is looked for in another way. */
export function isAvailable(found: boolean, name: string, untested: string): boolean {
  if (found) return true;
  if (REQUIRED && process.env['BIBLIOLINT_WITHOUT_TOOL'] !== name)
    throw new Error(`${name} is not installed, so ${untested}.`);
  console.warn(`SKIPPED: ${name} is not installed, so ${untested}.`);
  return false;
}
