import { main } from '../../src/cli/main.ts';
import type { Host } from '../../src/host/host.ts';
import { createMemorySource } from '../../src/host/memory.ts';

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
}

/** Runs the program on files in memory; `/site` is the working directory, and paths of `files` are relative to it. */
export async function runCli(
  args: readonly string[],
  files: Readonly<Record<string, string>> = {},
  { stdin = '', environment = {}, isTerminal = false }: CliMachine = {},
): Promise<CliRun> {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const written = new Map<string, string>();
  const texts = new Map(Object.entries(files).map(([path, text]) => [`/site/${path}`, text]));
  const isFolder = (path: string): boolean =>
    [...texts.keys()].some((file) => file.startsWith(path === '/' ? '/' : `${path}/`));
  const host: Host = {
    cwd: '/site',
    environment,
    stdout: { isTerminal, write: (text) => void stdout.push(text) },
    stderr: { isTerminal, write: (text) => void stderr.push(text) },
    readStdin: () => Buffer.from(stdin),
    kind: (path) => (texts.has(path) ? 'file' : isFolder(path) || path === '/site' ? 'folder' : 'missing'),
    source: (root) =>
      createMemorySource(
        Object.fromEntries(
          [...texts]
            .filter(([path]) => path.startsWith(`${root}/`))
            .map(([path, text]) => [path.slice(root.length + 1), text]),
        ),
      ),
    readFile: (path) => texts.get(path),
    writeFile(path, text) {
      written.set(path, text);
      texts.set(path, text);
    },
    refuseReplacing: () => undefined,
    replaceFiles(files) {
      const changed = files.find(({ path, before }) => texts.get(path) !== before);
      if (changed !== undefined) return { path: changed.path, reason: 'it changed while it was being fixed' };
      for (const { path, text } of files) host.writeFile(path, text);
      return undefined;
    },
    packageFile: () => undefined,
    git: () => undefined,
  };
  const code = await main(args, host);
  return { code, stdout: stdout.join(''), stderr: stderr.join(''), written };
}
