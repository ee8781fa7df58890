import { EXIT, main } from './cli/main.ts';
import { nodeHost } from './host/process.ts';

/** What the file that starts the program does for it. */
interface Starter {
  /** Tells this build from others. */
  readonly build: string;
  /** Called when a lint has ended, with bits of what was done. */
  keepCode(work: number): void;
  importAddress(address: string): Promise<unknown>;
}

/** Runs the command line in this process and gives its exit code. */
export async function runProgram(
  args: readonly string[],
  { build, keepCode, importAddress }: Starter,
): Promise<number> {
  const host = nodeHost(importAddress);
  let ended: number | undefined;
  process.once('exit', (code) => {
    if (code === ended) return;
    process.exitCode = EXIT.failed;
    if (ended === undefined && code === 0) host.stderr.write(UNFINISHED);
  });
  ended = await main(args, {
    ...host,
    build,
    keepCode(work) {
      host.keepCode(work);
      keepCode(work);
    },
  });
  return ended;
}

/** Only code of others does that; Node would end with 0, as if nothing were wrong. */
const UNFINISHED =
  'bibliolint: the work was not finished: a plugin, or a configuration that is code, ended the process or waits for what never comes.\n';
