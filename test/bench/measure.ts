import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

/** What one whole process cost. */
export interface Cost {
  /** Seconds. */
  readonly wall: number;
  /** Seconds of user and system time; NaN where no `/usr/bin/time` is installed. */
  readonly cpu: number;
  /** MiB at the peak; NaN where no `/usr/bin/time` is installed. */
  readonly memory: number;
}

/** A process to measure. */
export interface Command {
  readonly name: string;
  readonly argv: readonly string[];
  readonly folder: string;
  readonly input?: string;
  /** What has to be so before each run; its time does not count. */
  prepare?(): void;
}

const TIME = '/usr/bin/time';
/** GNU's `time`; others know no format. */
const CAN_TIME = existsSync(TIME) && spawnSync(TIME, ['-f', '%e', 'true']).status === 0;
/** Node 20 reads the certificates of this variable at every start, which would be measured with every row. */
const { NODE_EXTRA_CA_CERTS: _, ...environment } = process.env;

/** Runs a process to its end. Throws where it does not start, is killed, or fails by more than having found something. */
export function measure(command: Command, scratch: string): Cost {
  const { name, argv, folder, input } = command;
  command.prepare?.();
  const log = `${scratch}/time.txt`;
  const timed = CAN_TIME ? [TIME, '-q', '-o', log, '-f', '%U %S %M', ...argv] : argv;
  const [program = '', ...rest] = timed;
  const from = process.hrtime.bigint();
  const run = spawnSync(program, rest, {
    cwd: folder,
    env: environment,
    maxBuffer: 1 << 30,
    ...(input === undefined ? { stdio: ['ignore', 'pipe', 'pipe'] } : { input }),
  });
  const wall = Number(process.hrtime.bigint() - from) / 1e9;
  if (run.error !== undefined || run.status === null || run.status > 1) {
    throw new Error(`${name} failed with ${run.status ?? run.signal}: ${run.error ?? String(run.stderr)}`);
  }
  if (!CAN_TIME) return { wall, cpu: Number.NaN, memory: Number.NaN };
  const [user = 0, system = 0, kilobytes = 0] = readFileSync(log, 'utf8').trim().split(' ').map(Number);
  rmSync(log);
  return { wall, cpu: user + system, memory: kilobytes / 1024 };
}

/** Medians of several rounds; the processes take turns, so that a busy minute hurts all of them alike. */
export function measureRounds(commands: readonly Command[], rounds: number, scratch: string): Cost[] {
  const costs = commands.map((): Cost[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [index, command] of commands.entries()) costs[index]!.push(measure(command, scratch));
  }
  return costs.map((all) => ({
    wall: median(all.map(({ wall }) => wall)),
    cpu: median(all.map(({ cpu }) => cpu)),
    memory: median(all.map(({ memory }) => memory)),
  }));
}

/** The middle of the values; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[middle] ?? Number.NaN;
  return ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}
