import { main } from './cli/main.ts';
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
export function runProgram(
  args: readonly string[],
  { build, keepCode, importAddress }: Starter,
): Promise<number> {
  const host = nodeHost(importAddress);
  return main(args, {
    ...host,
    build,
    keepCode(work) {
      host.keepCode(work);
      keepCode(work);
    },
  });
}
