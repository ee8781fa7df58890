import { closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { UserError } from '../errors.ts';
import type { Host, Output } from './host.ts';
import { createNodeSource } from './node.ts';

/** This process and its machine. */
export function nodeHost(): Host {
  return {
    cwd: process.cwd().replaceAll('\\', '/'),
    environment: process.env,
    stdout: output(1, process.stdout.isTTY === true),
    stderr: output(2, process.stderr.isTTY === true),
    readStdin: () => readFileSync(0),
    kind(path) {
      try {
        const stat = statSync(path);
        return stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : 'other';
      } catch {
        return 'missing';
      }
    },
    source: createNodeSource,
    writeFile: writeWhole,
  };
}

/**
 * Synchronous writes, so that a report is complete before the process ends. A pipe whose reader left (EPIPE) swallows the
 * rest; a full disk is an error the user must hear of.
 */
function output(descriptor: 1 | 2, isTerminal: boolean): Output {
  let closed = false;
  return {
    isTerminal,
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

/** A pipe that does not block is full: the reader needs a moment. */
function waitABit(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
}

function writeWhole(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const file = openSync(temporary, 'wx');
    try {
      writeSync(file, text);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UserError(`${path} could not be written: ${code ?? String(error)}.`, { cause: error });
  }
}
