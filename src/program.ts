import { main } from './cli/main.ts';
import { nodeHost } from './host/process.ts';

/** Runs the command line in this process and gives its exit code; `keepCode` is called when a lint has ended. */
export function runProgram(args: readonly string[], keepCode: () => void): Promise<number> {
  return main(args, { ...nodeHost(), keepCode });
}
