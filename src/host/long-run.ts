/** Of V8, that of Node 20. */
const IS_VERSION_11 = process.versions.v8?.startsWith('11.') === true;

/**
 * How V8 is set up for one run over many files, by the bytes that were read; the last stage is what it does by itself, from
 * version 11 to 13.
 *
 * Such a run is over before V8 has compiled what it runs: to inline the smallest functions only halves the time that
 * compiling takes, and what is compiled is there sooner. Version 11 also waits for less than half as long before it
 * compiles; later ones have another compiler for that. The space of new objects grows as long as objects survive in it,
 * as facts do; from four megabytes on it gains little by that, and would take a fifth of all memory. So little is collected
 * at a time that to wake other threads for it takes longer than to do it alone, the more where others have work to do. What
 * grew old are facts, which stay until the end, so to look through all of them frees nothing. Code that did not run for a
 * while is not forgotten, for it is kept for the next start. Over fifty thousand pages V8 knows better.
 */
const STAGES = [
  {
    from: 0,
    flags: [
      '--max-inlined-bytecode-size-cumulative=0',
      '--no-parallel-scavenge',
      '--heap-growing-percent=600',
      '--no-flush-bytecode',
      ...(IS_VERSION_11 ? ['--interrupt-budget=25000'] : []),
    ],
  },
  { from: 256 * 1024, flags: ['--semi-space-growth-factor=1'] },
  {
    from: 64 * 1024 * 1024,
    flags: [
      '--max-inlined-bytecode-size-cumulative=920',
      '--parallel-scavenge',
      '--heap-growing-percent=0',
      '--flush-bytecode',
      '--semi-space-growth-factor=2',
      ...(IS_VERSION_11 ? ['--interrupt-budget=67584'] : []),
    ],
  },
] as const;

/** V8 complains on standard error of a flag it does not know; the last of Node that was looked at is 26. */
const KNOWS_FLAGS = process.release.name === 'node' && Number.parseInt(process.versions.node, 10) <= 26;

let read = 0;
/** The stage that comes next; behind the last where no run is long. */
let next: number = STAGES.length;

/** To be called before one run over a whole project. */
export function beginLongRun(): void {
  if (!KNOWS_FLAGS) return;
  read = 0;
  next = 0;
  countRead(0);
}

/** Counts what was read in such a run. */
export function countRead(bytes: number): void {
  read += bytes;
  for (let stage = STAGES[next]; stage !== undefined && read >= stage.from; stage = STAGES[++next])
    setFlags(stage.flags);
}

/** Sets V8 up as it was: code that is kept under other flags is not used. */
export function endLongRun(): void {
  countRead(STAGES[2].from);
}

function setFlags(flags: readonly string[]): void {
  // Loaded here, for that takes a twentieth of the time of one page.
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  for (const flag of flags) setFlagsFromString(flag);
}
