import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { UserError } from '../errors.ts';
import type { Host, Output } from './host.ts';
import { beginLongRun, countRead, endLongRun } from './long-run.ts';
import { createNodeSource } from './node.ts';
import { readText, refuseReplacing, replaceFiles, writeWhole } from './replace-files.ts';
import { watchFolder } from './watch-folder.ts';

/** The package's folder as seen from the bundle in dist/, and from this source file. */
const packageRoots = (): string[] =>
  ['..', '../..'].map((up) => fileURLToPath(new URL(`${up}/`, import.meta.url)));

/** This process and its machine; `importAddress` imports a module where this file cannot. */
export function nodeHost(importAddress = (address: string): Promise<unknown> => import(address)): Host {
  return {
    cwd: process.cwd().replaceAll('\\', '/'),
    environment: process.env,
    build: 'from sources',
    stdout: output(1),
    stderr: output(2),
    readStdin,
    kind(path) {
      try {
        // Most of what is asked for is not there, and an error takes longer to make than to ask.
        const stat = statSync(path, { throwIfNoEntry: false });
        if (stat === undefined) return 'missing';
        return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
      } catch {
        return 'missing';
      }
    },
    source: createNodeSource,
    readFile: readText,
    readBytes,
    changes: watchFolder,
    writeFile: writeWhole,
    refuseReplacing,
    replaceFiles,
    async importModule(path) {
      const module = (await importAddress(pathToFileURL(path).href)) as { readonly default?: unknown };
      return module.default;
    },
    packageFile: (path) =>
      packageRoots()
        .map((root) => readText(root + path))
        .find((text) => text !== undefined),
    expectLongRun: beginLongRun,
    keepCode: endLongRun,
    openStreams: () => ({ input: process.stdin, output: process.stdout }),
    isRunning,
    git: runGit,
  };
}

/**
 * Synchronous writes, so that a report is complete before the process ends. A pipe whose reader left (EPIPE) swallows the
 * rest; a full disk is an error the user must hear of.
 */
function output(descriptor: 1 | 2): Output {
  let closed = false;
  const isTerminal = isTerminalAt(descriptor);
  // Node makes a stream when it is asked for, which a report to a pipe or a file does not need.
  const columns = isTerminal ? (descriptor === 1 ? process.stdout : process.stderr).columns : 0;
  return {
    isTerminal,
    ...(columns > 0 ? { columns } : {}),
    write(text) {
      const bytes = Buffer.from(text);
      for (let from = 0; from < bytes.length && !closed; ) {
        try {
          from += writeSync(descriptor, bytes, from);
        } catch (error) {
          const { code } = error as NodeJS.ErrnoException;
          if (code === 'EAGAIN') waitABit();
          else if (code === 'EPIPE') closed = true;
          else if (descriptor === 2) closed = true;
          else
            throw new UserError(`The report could not be written: ${code ?? String(error)}.`, {
              cause: error,
            });
        }
      }
    },
  };
}

/** Node's own test brings its network with it, so it is asked only of what could be a terminal. */
function isTerminalAt(descriptor: number): boolean {
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isCharacterDevice() || isMemoryDevice(stat.rdev)) return false;
  } catch {
    return false;
  }
  return process.getBuiltinModule('node:tty').isatty(descriptor);
}

/** Linux gives the major number 1 to `/dev/null` and its kin, to which reports go that nobody reads. */
const isMemoryDevice = (device: number): boolean => process.platform === 'linux' && device >> 8 === 1;

/** Reads to the end of a pipe even where its other side made it one that does not block, and has more to say later. */
function readStdin(): Buffer {
  const parts: Buffer[] = [];
  for (;;) {
    const part = Buffer.allocUnsafe(STDIN_PART);
    try {
      const length = readSync(0, part);
      if (length === 0) return Buffer.concat(parts);
      parts.push(part.subarray(0, length));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EAGAIN') waitABit();
      // So Windows says that a pipe has ended.
      else if (code === 'EOF') return Buffer.concat(parts);
      else throw new UserError(`Standard input cannot be read: ${code ?? String(error)}.`, { cause: error });
    }
  }
}

const STDIN_PART = 65_536;

/** A pipe that does not block is full or empty: the other side needs a moment. */
function waitABit(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

/** Only of a regular file, so a pipe never blocks. */
function readBytes(path: string): Uint8Array | undefined {
  try {
    const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      if (!fstatSync(file).isFile()) return undefined;
      const bytes = readFileSync(file);
      countRead(bytes.length);
      return bytes;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** A signal that is not sent tells: one that must not be sent reached a process, too. */
function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Loaded when git is asked: it brings the network of Node with it. */
const childProcess = () => process.getBuiltinModule('node:child_process');

function runGit(folder: string, args: readonly string[]): string | undefined {
  try {
    return childProcess().execFileSync('git', ['-C', folder, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 256 * 1024 * 1024,
    });
  } catch {
    return undefined;
  }
}
