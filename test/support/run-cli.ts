import { PassThrough, Readable } from 'node:stream';
import { main } from '../../src/cli/main.ts';
import type { Host } from '../../src/host/host.ts';
import { createMemorySource } from '../../src/host/memory.ts';
import type { FileSource } from '../../src/project/file-source.ts';

/** What a run of the command line in memory printed, and how it ended. */
export interface CliRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Files that were written, by absolute path. */
  readonly written: ReadonlyMap<string, string>;
}

/** Settings of the machine for one run. */
export interface CliMachine {
  readonly stdin?: string | Buffer;
  readonly environment?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  /** Files that are not text, by absolute path; what a run writes is added. */
  readonly bytes?: Map<string, Uint8Array>;
  /** What is written to the files one after the other while the program watches. */
  readonly changes?: readonly Readonly<Record<string, string>>[];
  readonly columns?: number;
  /** The build of the program, for what one keeps for the next. */
  readonly build?: string;
}

/** Runs the program on files in memory; `/site` is the working directory, and paths of `files` are relative to it. */
export async function runCli(
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
  {
    stdin = '',
    environment = {},
    isTerminal = false,
    columns,
    bytes = new Map(),
    changes = [],
    build = 'test',
  }: CliMachine = {},
): Promise<CliRun> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const written = new Map<string, string>();
  const texts = new Map(Object.entries(files).map(([path, text]) => [`/site/${path}`, text]));
  const isFolder = (path: string): boolean =>
    [...texts.keys()].some((file) => file.startsWith(path === '/' ? '/' : `${path}/`));
  // A file changes when the report about the change before it is printed.
  let reported = (): void => undefined;
  const nextReport = (): Promise<void> =>
    new Promise((resolve) => {
      reported = resolve;
    });
  let report = nextReport();
  const host: Host = {
    cwd: '/site',
    environment,
    stdout: {
      isTerminal,
      ...(columns === undefined ? {} : { columns }),
      write(text) {
        stdout.push(text);
        reported();
      },
    },
    stderr: { isTerminal, write: (text) => void stderr.push(text) },
    readStdin: () => Buffer.from(stdin),
    kind: (path) =>
      texts.has(path) || bytes.has(path) ? 'file' : isFolder(path) || path === '/site' ? 'folder' : 'missing',
    source: (root) => liveSource(texts, root),
    readFile: (path) => texts.get(path),
    readBytes: (path) => bytes.get(path),
    writeFile(path, content) {
      if (typeof content !== 'string') return void bytes.set(path, content);
      written.set(path, content);
      texts.set(path, content);
    },
    async *changes() {
      for (const change of changes) {
        await report;
        report = nextReport();
        for (const [path, text] of Object.entries(change)) texts.set(`/site/${path}`, text);
        yield Object.keys(change);
      }
    },
    refuseReplacing: () => undefined,
    replaceFiles(files) {
      const changed = files.find(({ path, before }) => texts.get(path) !== before);
      if (changed !== undefined) return { path: changed.path, reason: 'it changed while it was being fixed' };
      for (const { path, text } of files) host.writeFile(path, text);
      return undefined;
    },
    importModule: () => Promise.reject(new Error('no module can be run in memory')),
    packageFile: () => undefined,
    openStreams: () => ({ input: Readable.from([]), output: new PassThrough() }),
    isRunning: () => true,
    expectLongRun: () => undefined,
    keepCode: () => undefined,
    build,
    git: () => undefined,
  };
  const code = await main(args, host);
  return { code, stdout: stdout.join(''), stderr: stderr.join(''), written };
}

/** The files below a folder as they are at each moment. */
function liveSource(texts: ReadonlyMap<string, string>, root: string): FileSource {
  const now = (): FileSource =>
    createMemorySource(
      Object.fromEntries(
        [...texts]
          .filter(([path]) => path.startsWith(`${root}/`))
          .map(([path, text]) => [path.slice(root.length + 1), text]),
      ),
    );
  return { entries: (folder) => now().entries(folder), read: (path) => now().read(path) };
}
