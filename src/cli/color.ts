import { UserError } from '../errors.ts';
import type { Host, Output } from '../host/host.ts';
import type { GivenArguments } from './arguments.ts';

/**
 * One decision per stream, in the order users expect: the flag, `NO_COLOR`, `FORCE_COLOR`, then whether a terminal reads
 * it. picocolors decides for stdout alone and differently, so its default is not used.
 *
 * @param forLogs The logs of a build show it too, where a service is known to paint them.
 */
export function useColor(
  flag: boolean | undefined,
  output: Output,
  { environment }: Host,
  forLogs = false,
): boolean {
  if (flag !== undefined) return flag;
  if ((environment['NO_COLOR'] ?? '') !== '') return false;
  const force = environment['FORCE_COLOR'] ?? '';
  if (force !== '') return force !== '0' && force !== 'false';
  if (forLogs && LOGS_WITH_COLOR.some((name) => environment[name] === 'true')) return true;
  return output.isTerminal && environment['TERM'] !== 'dumb';
}

/** What GitHub Actions and GitLab say of themselves; `CI` alone is set by services that print escapes as they are. */
const LOGS_WITH_COLOR = ['GITHUB_ACTIONS', 'GITLAB_CI'];

/** What `--color` and `--no-color` say; `undefined` where neither was given, or `--color=auto`. */
export function colorChoice({
  has,
  value,
}: Pick<GivenArguments<'no-color', 'color', never>, 'has' | 'value'>): boolean | undefined {
  const color = value('color');
  if (color !== undefined && has('no-color'))
    throw new UserError('--color and --no-color do not go together.');
  if (has('no-color')) return false;
  return color === undefined || color === 'auto' ? undefined : color === 'always';
}
