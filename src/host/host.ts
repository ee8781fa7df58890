import type { Readable, Writable } from 'node:stream';
import type { FileSource } from '../project/file-source.ts';

/** A stream as the command line sees it. */
export interface Output {
  /** Writes all of it, however slow the reader is. A reader that went away is no error. */
  write(text: string): void;
  readonly isTerminal: boolean;
  /** Columns of the terminal; absent where none reads it, or where it does not say. */
  readonly columns?: number;
}

/** A file that is to hold a new text. Paths are absolute. */
export interface Replacement {
  readonly path: string;
  /** What it has to hold until then; a file that holds the new text already is left alone. */
  readonly before: string;
  readonly text: string;
}

/** Why none of the files was replaced. */
export interface ReplaceFailure {
  readonly path: string;
  /** Completes “it was not fixed: …”. */
  readonly reason: string;
}

/** The machine behind an interface: everything the command line touches outside its own memory. */
export interface Host {
  /** Absolute, with the separators of the machine turned into `/`. */
  readonly cwd: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Tells this build of the program from others, of the same version, too. */
  readonly build: string;
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input. */
  readStdin(): Buffer;
  /** What stands at an absolute path; a link counts as what it leads to. */
  kind(path: string): 'file' | 'folder' | 'other' | 'missing';
  /** The files under an absolute folder. */
  source(root: string): FileSource;
  /** A regular file's text; `undefined` where it cannot be read. Never waits, as for a pipe. */
  readFile(path: string): string | undefined;
  /** A regular file's bytes; `undefined` where it cannot be read. */
  readBytes(path: string): Uint8Array | undefined;
  /** Writes a file as a whole or not at all, keeping its mode; folders on the way are made. Throws `UserError`. */
  writeFile(path: string, content: string | Uint8Array): void;
  /** Why a file must not be replaced, completing “it was not fixed: …”; `undefined` where it may. */
  refuseReplacing(path: string, root: string): string | undefined;
  /**
   * Replaces files that still hold what they held, all of them or none: no file is touched unless every new text has
   * reached the disk beside it. Mode and owner are kept, and a link goes on leading to the file it led to.
   */
  replaceFiles(files: readonly Replacement[]): ReplaceFailure | undefined;
  /** What changes below an absolute folder from now on, as paths relative to it, in batches; ends with the process. */
  changes(root: string): AsyncIterable<readonly string[]>;
  /** Runs a module by its absolute path and gives its default export. Throws what the module throws. */
  importModule(path: string): Promise<unknown>;
  /** A file that ships in the package, by its path there; `undefined` where it is not. */
  packageFile(path: string): string | undefined;
  /** Told before one run over a whole project. */
  expectLongRun(): void;
  /**
   * Told when a lint has ended: what ran until then is worth keeping compiled for the next start.
   *
   * @param work What was done, as bits.
   */
  keepCode(work: number): void;
  /** Standard input and output as streams, for a conversation. */
  openStreams(): { readonly input: Readable; readonly output: Writable };
  /** Whether a process of this machine is still there. */
  isRunning(process: number): boolean;
  /** Runs git in a folder; its standard output, or `undefined` where there is no git or no repository. */
  git(folder: string, args: readonly string[]): string | undefined;
}
