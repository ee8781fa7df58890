import type { Host, Output } from '../host/host.ts';

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
