/**
 * Sets V8 up for one run over many files, which is over before V8 has compiled what it runs. To inline the smallest
 * functions only halves the time that compiling takes, so compiled code is there sooner. And the space of new objects
 * grows as long as objects survive in it, as facts do: it gains nothing by that, and takes a fifth of all memory.
 */
export function beginLongRun(): void {
  setFlags(0, 1);
  left = MUCH;
}

/** Counts what was read: in a run over fifty thousand pages, code that is compiled well and more space pay after all. */
export function countRead(bytes: number): void {
  if (left <= 0) return;
  left -= bytes;
  if (left <= 0) setFlags(INLINED, GROWTH);
}

/** Sets V8 up as it was: code that is kept under other flags is not used. */
export function endLongRun(): void {
  countRead(left);
}

/** What V8 does by itself, from version 11 to 13. */
const INLINED = 920;
const GROWTH = 2;

/** Bytes of twenty thousand pages. */
const MUCH = 64 * 1024 * 1024;

/** Bytes that may be read before V8 is set up as it was; 0 where it is. */
let left = 0;

function setFlags(inlined: number, growth: number): void {
  // Loaded here, for that takes a twentieth of the time of one page.
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  setFlagsFromString(`--max-inlined-bytecode-size-cumulative=${inlined}`);
  setFlagsFromString(`--semi-space-growth-factor=${growth}`);
}
