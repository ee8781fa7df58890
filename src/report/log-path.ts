import { makeVisibleLine } from '../text/visible.ts';

/**
 * A path that may start a line of a log: a file named `::error::x.md` would give a CI runner a command, and
 * `./::error::x.md` is the same file and none.
 */
export function logPath(path: string): string {
  const visible = makeVisibleLine(path);
  return /^[\s:#]/.test(visible) ? `./${visible}` : visible;
}
