import { accessSync, constants, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/** A CommonJS file that was run. */
export interface LoadedCode {
  readonly exports: unknown;
  /**
   * Keeps for the next start what V8 compiled so far, beside what was kept before; does nothing where that is enough for
   * such work, or where nothing can be kept.
   *
   * @param work What was done, as bits.
   */
  keep(work: number): void;
}

/**
 * Runs a CommonJS file, which stands in the function that Node would wrap it in, with what V8 compiled of it at an
 * earlier run: to compile the program again takes longer than to lint a page. Node's own compile cache does this since
 * 22.1, for ES modules, too; Node 20 has `cachedData` of `vm.Script`. What is kept lies beside the file, so nobody can
 * change it who could not change the file; where that folder cannot be written, nothing is kept. V8 believes what it is
 * given, so code that is not whole is not used. The code cannot `import()`: Node forgets how to in what was kept.
 *
 * @param digest Tells the content of the file from that of another version.
 * @param use What the program is started for: each use keeps its own, for V8 unpacks all that it is given.
 */
export function loadKept(path: string, digest: string, use: string): LoadedCode {
  const place = keptAt(path, `${digest}-${use}`);
  const kept = place === undefined ? undefined : readKept(place);
  const script = new Script(readFileSync(path, 'latin1'), {
    filename: path,
    cachedData: kept?.code,
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path));
  const isKept = kept !== undefined && script.cachedDataRejected !== true;
  // Held until the end, so not `kept` itself: with its megabyte and a half alive a long run took a twentieth longer.
  const known = isKept ? kept.work : undefined;
  return {
    exports: module.exports,
    keep(work) {
      if (place === undefined || (known !== undefined && (work & ~known) === 0)) return;
      writeKept(place, work | (known ?? 0), () => script.createCachedData());
    },
  };
}

/** Undefined where nothing is kept: V8 compiles otherwise under flags, and may be watched while it does. */
function keptAt(path: string, name: string): string | undefined {
  const {
    BIBLIOLINT_NO_CACHE: off = '',
    NODE_OPTIONS: flags = '',
    NODE_V8_COVERAGE: coverage = '',
  } = process.env;
  if (off !== '' || flags !== '' || coverage !== '' || process.execArgv.length > 0) return undefined;
  return `${path}.${name}-${process.versions.v8}-${process.arch}.kept`;
}

/** Bytes before the code: its length, its sum, the work it is enough for, and four more, for V8 copies what is not aligned. */
const HEAD = 16;
/** Where the work stands. */
const WORK = 8;

interface KeptCode {
  readonly code: Buffer;
  /** What was done by the runs whose code this is, as bits. */
  readonly work: number;
}

/** Words from one that is summed to the next: a disk loses no less than these 512 bytes. */
const SECTOR = 128;

function readKept(place: string): KeptCode | undefined {
  try {
    const bytes = readFileSync(place);
    const code = bytes.subarray(HEAD);
    const work = bytes.readInt32LE(WORK);
    return headOf(code, work).equals(bytes.subarray(0, HEAD)) ? { code, work } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Under another name first, so that a run at the same time never reads half of it. To make the code takes a while, so it
 * is not made where the folder cannot be written: every run would.
 */
function writeKept(place: string, work: number, makeCode: () => Buffer): void {
  const unfinished = `${place}.${process.pid}`;
  try {
    accessSync(dirname(place), constants.W_OK);
    const code = makeCode();
    writeFileSync(unfinished, Buffer.concat([headOf(code, work), code]), { flag: 'wx' });
    renameSync(unfinished, place);
  } catch {
    rmSync(unfinished, { force: true });
  }
}

/**
 * What tells code that is whole from code that is not: a machine that loses its power leaves files that are too short, or
 * pages of them empty. A digest would take as long as all the rest of the start, and the program has none either.
 */
function headOf(code: Buffer, work: number): Buffer {
  const copy = code.byteOffset % 4 === 0 ? code : Buffer.from(new Uint8Array(code).buffer);
  const words = new Int32Array(copy.buffer, copy.byteOffset, copy.length >> 2);
  let sum = 0;
  for (let at = 0; at < words.length; at += SECTOR) sum = (Math.imul(sum, 31) + words[at]!) | 0;
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(code.length, 0);
  head.writeInt32LE(sum, 4);
  head.writeInt32LE(work, WORK);
  return head;
}
