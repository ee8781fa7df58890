import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { UserError } from '../errors.ts';
import type { ReplaceFailure, Replacement } from './host.ts';
import { readFile } from './node.ts';

/** A regular file's text, through a link too; `undefined` where it cannot be read. */
export function readText(path: string): string | undefined {
  try {
    const read = readFile(realpathSync(path));
    return 'text' in read ? read.text : undefined;
  } catch {
    return undefined;
  }
}

/** Why a file must not be replaced; completes “it was not fixed: …”. */
export function refuseReplacing(path: string, root: string): string | undefined {
  try {
    const real = realpathSync(path);
    const inside = realpathSync(root);
    if (real !== inside && !real.startsWith(inside.endsWith(sep) ? inside : inside + sep)) {
      return 'it is a link that leads out of the project';
    }
    if (real.slice(inside.length).split(sep).includes('.git')) return 'it belongs to git';
    // Root may write anything, so the mode is asked first.
    if ((statSync(real).mode & 0o222) === 0) return 'it is read-only';
    accessSync(real, constants.W_OK);
    accessSync(dirname(real), constants.W_OK);
    return undefined;
  } catch (error) {
    return codeOf(error) === 'EACCES' ? 'it is read-only' : `the system says ${codeOf(error)}`;
  }
}

/**
 * Writes a file as a whole or not at all, keeping its mode; folders on the way are made. A device or a pipe is written to,
 * and never replaced: `/dev/null` would be a file from then on. Throws `UserError`.
 */
export function writeWhole(path: string, content: string | Uint8Array): void {
  let temporary: string | undefined;
  try {
    makeFolder(dirname(path));
    const old = statSync(path, { throwIfNoEntry: false });
    if (old !== undefined && !old.isFile()) {
      writeInto(path, content);
      return;
    }
    // Through a link the file it leads to is replaced, and the link stays.
    const real = old === undefined ? path : realpathSync(path);
    temporary = writeBeside(real, content);
    renameSync(temporary, real);
  } catch (error) {
    if (temporary !== undefined) rmSync(temporary, { force: true });
    throw new UserError(`This file could not be written: ${codeOf(error)}.`, { path, cause: error });
  }
}

/** With those above it. `mkdirSync` would try for ever below /proc, which says that a folder it has is not there. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
}

/** What is no file; a reader that went away is no error, as on standard output. */
function writeInto(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    if (codeOf(error) !== 'EPIPE') throw error;
  }
}

/** A new text on the disk beside the file it is to replace. */
interface Prepared extends Replacement {
  readonly real: string;
  readonly temporary: string;
  readonly seen: Stats;
}

/** Replaces files that still hold what they held, all or none; see `Host`. */
export function replaceFiles(files: readonly Replacement[]): ReplaceFailure | undefined {
  const prepared: Prepared[] = [];
  let path = '';
  try {
    for (const file of files) {
      path = file.path;
      const real = realpathSync(path);
      const seen = statSync(real);
      const now = readText(real);
      if (now === file.text) continue;
      if (now !== file.before) return changedMeanwhile(path);
      prepared.push({ ...file, real, temporary: writeBeside(real, file.text), seen });
    }
    const left = prepared.filter((file) => {
      path = file.path;
      return !isUntouched(statSync(file.real), file.seen);
    });
    // Another run may have made the same fixes at the same time.
    const changed = left.find(({ real, text }) => readText(real) !== text);
    if (changed !== undefined) return changedMeanwhile(changed.path);
    for (const file of prepared) {
      path = file.path;
      if (!left.includes(file)) renameSync(file.temporary, file.real);
    }
    return undefined;
  } catch (error) {
    return { path, reason: `the system says ${codeOf(error)}` };
  } finally {
    for (const { temporary } of prepared) rmSync(temporary, { force: true });
  }
}

const changedMeanwhile = (path: string): ReplaceFailure => ({
  path,
  reason: 'it changed while it was being fixed',
});

function isUntouched(now: Stats, seen: Stats): boolean {
  return now.ino === seen.ino && now.size === seen.size && now.mtimeMs === seen.mtimeMs;
}

/**
 * A temporary file in the same folder, flushed, with the mode and, where the system allows it, the owner of the file it
 * is to replace. Its name is short and hidden, so that no generator takes it for a page. Throws what the system says.
 */
function writeBeside(path: string, content: string | Uint8Array): string {
  const temporary = join(
    dirname(path),
    `.bibliolint-${process.getBuiltinModule('node:crypto').randomBytes(6).toString('hex')}.tmp`,
  );
  const old = existsSync(path) ? statSync(path) : undefined;
  const file = openSync(temporary, 'wx', old === undefined ? 0o666 : 0o600);
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    for (let from = 0; from < bytes.length; ) from += writeSync(file, bytes, from);
    if (old !== undefined) keepOwnerAndMode(file, old);
    fsyncSync(file);
    closeSync(file);
    return temporary;
  } catch (error) {
    closeSync(file);
    rmSync(temporary, { force: true });
    throw error;
  }
}

function keepOwnerAndMode(file: number, { uid, gid, mode }: Stats): void {
  try {
    fchownSync(file, uid, gid);
  } catch {
    // Only root may give a file away; the file is the user's then, as with any editor.
  }
  fchmodSync(file, mode & 0o7777);
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? String(error);
}
