import { accessSync, constants, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Script } from 'node:vm';

/** A CommonJS file that was run. */
export interface LoadedCode {
  readonly exports: unknown;
  /** Keeps for the next start what V8 compiled so far; does nothing where it was kept, or cannot be. */
  keep(): void;
}

/**
 * Runs a CommonJS file, which stands in the function that Node would wrap it in, with what V8 compiled of it at an
 * earlier run: to compile the program again takes longer than to lint a page. Node's own compile cache does this since
 * 22.1, for ES modules, too; Node 20 has `cachedData` of `vm.Script`. What is kept lies beside the file, so nobody can
 * change it who could not change the file; where that folder cannot be written, nothing is kept. V8 believes what it is
 * given, so code that is not whole is not used. The code cannot `import()`: Node forgets how to in what was kept.
 *
 * @param digest Tells the content of the file from that of another version.
 */
export function loadKept(path: string, digest: string): LoadedCode {
  const place = keptAt(path, digest);
  const kept = place === undefined ? undefined : readKept(place);
  const script = new Script(readFileSync(path, 'latin1'), {
    filename: path,
    cachedData: kept,
  });
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path));
  const isKept = kept !== undefined && script.cachedDataRejected !== true;
  return {
    exports: module.exports,
    keep() {
      if (place !== undefined && !isKept) writeKept(place, () => script.createCachedData());
    },
  };
}

/** Undefined where nothing is kept: V8 compiles otherwise under flags, and may be watched while it does. */
function keptAt(path: string, digest: string): string | undefined {
  const {
    BIBLIOLINT_NO_CACHE: off = '',
    NODE_OPTIONS: flags = '',
    NODE_V8_COVERAGE: coverage = '',
  } = process.env;
  if (off !== '' || flags !== '' || coverage !== '' || process.execArgv.length > 0) return undefined;
  return `${path}.${digest}-${process.versions.v8}-${process.arch}.kept`;
}

/** Bytes before the code: its length and its sum. */
const HEAD = 8;

/** Words from one that is summed to the next: a disk loses no less than these 512 bytes. */
const SECTOR = 128;

function readKept(place: string): Buffer | undefined {
  try {
    const bytes = readFileSync(place);
    const code = bytes.subarray(HEAD);
    return headOf(code).equals(bytes.subarray(0, HEAD)) ? code : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Under another name first, so that a run at the same time never reads half of it. To make the code takes a while, so it
 * is not made where the folder cannot be written: every run would.
 */
function writeKept(place: string, makeCode: () => Buffer): void {
  const unfinished = `${place}.${process.pid}`;
  try {
    accessSync(dirname(place), constants.W_OK);
    const code = makeCode();
    writeFileSync(unfinished, Buffer.concat([headOf(code), code]), { flag: 'wx' });
    renameSync(unfinished, place);
  } catch {
    rmSync(unfinished, { force: true });
  }
}

/**
 * What tells code that is whole from code that is not: a machine that loses its power leaves files that are too short, or
 * pages of them empty. A digest would take as long as all the rest of the start, and the program has none either.
 */
function headOf(code: Buffer): Buffer {
  const copy = code.byteOffset % 4 === 0 ? code : Buffer.from(new Uint8Array(code).buffer);
  const words = new Int32Array(copy.buffer, copy.byteOffset, copy.length >> 2);
  let sum = 0;
  for (let at = 0; at < words.length; at += SECTOR) sum = (Math.imul(sum, 31) + words[at]!) | 0;
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(code.length, 0);
  head.writeInt32LE(sum, 4);
  return head;
}
