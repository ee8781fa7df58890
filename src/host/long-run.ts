/**
 * How V8 is set up for one run over many files, by the bytes that were read. Such a run is over before V8 has compiled
 * what it runs: to inline the smallest functions only halves the time that compiling takes, and what is compiled is there
 * sooner. The space of new objects grows as long as objects survive in it, as facts do; from four megabytes on it gains
 * little by that, and would take a fifth of all memory. So little is collected at a time that to wake other threads for it
 * takes longer than to do it alone, the more where others have work to do. Over fifty thousand pages all three pay after
 * all.
 */
const STAGES = [
  { from: 0, inlined: 0, growth: 2, collectsAlone: true },
  { from: 256 * 1024, inlined: 0, growth: 1, collectsAlone: true },
  // What V8 does by itself, from version 11 to 13.
  { from: 64 * 1024 * 1024, inlined: 920, growth: 2, collectsAlone: false },
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
    setFlags(stage);
}

/** Sets V8 up as it was: code that is kept under other flags is not used. */
export function endLongRun(): void {
  countRead(STAGES[2].from);
}

function setFlags({ inlined, growth, collectsAlone }: (typeof STAGES)[number]): void {
  // Loaded here, for that takes a twentieth of the time of one page.
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${inlined}`);
  setFlagsFromString(`--semi-space-growth-factor=${growth}`);
  setFlagsFromString(collectsAlone ? '--no-parallel-scavenge' : '--parallel-scavenge');
}
