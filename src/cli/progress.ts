import type { Host } from '../host/host.ts';
import { plural } from '../text/plural.ts';

/** Told how many of how many documents are read; the last time, that all are. */
export type Progress = (done: number, total: number) => void;

/** Nobody wonders before half a second is over, and nobody reads more than ten lines a second. */
const PATIENCE = 500;
const PAUSE = 100;

/** Back to the beginning of the line, and all of it gone. */
const CLEAR = '\r\u001b[K';

/**
 * Shows on standard error how far a long run has come, in one line that is gone when it ends. Undefined where no terminal
 * would show it so, or nobody wants to see it.
 *
 * @param now The time in milliseconds.
 */
export function createProgress(
  isWanted: boolean,
  { stderr, environment }: Pick<Host, 'stderr' | 'environment'>,
  now: () => number = () => performance.now(),
): Progress | undefined {
  if (!isWanted || !stderr.isTerminal || environment['TERM'] === 'dumb') return undefined;
  let next = now() + PATIENCE;
  let isShown = false;
  let last = 0;
  return (done, total) => {
    // Who watches looks again and again, and begins to wait anew.
    if (done <= last) next = now() + PATIENCE;
    last = done;
    const isOver = done === total;
    if (isOver ? !isShown : now() < next) return;
    stderr.write(isOver ? CLEAR : `${CLEAR}bibliolint: read ${done} of ${plural(total, 'document')}`);
    isShown = !isOver;
    next = now() + PAUSE;
  };
}
