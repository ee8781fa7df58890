import { UserError } from '../errors.ts';
import type { Host, Output } from '../host/host.ts';
import type { GivenArguments } from './arguments.ts';

/**
 * One decision per stream, in the order users expect: the flag, `NO_COLOR`, `FORCE_COLOR`, then whether a terminal reads
 * it. picocolors decides for stdout alone and differently, so its default is not used.
 */
export function useColor(flag: boolean | undefined, output: Output, { environment }: Host): boolean {
  if (flag !== undefined) return flag;
  if ((environment['NO_COLOR'] ?? '') !== '') return false;
  const force = environment['FORCE_COLOR'] ?? '';
  if (force !== '') return force !== '0' && force !== 'false';
  return output.isTerminal && environment['TERM'] !== 'dumb';
}

/** What `--color` and `--no-color` say; `undefined` where neither was given. */
export function colorChoice({
  has,
}: Pick<GivenArguments<'color' | 'no-color', never, never>, 'has'>): boolean | undefined {
  if (has('color') && has('no-color')) throw new UserError('--color and --no-color do not go together.');
  return has('color') ? true : has('no-color') ? false : undefined;
}
