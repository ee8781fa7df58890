import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { main } from '../../src/cli/main.ts';
import type { Host } from '../../src/host/host.ts';
import { nodeHost } from '../../src/host/process.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new folder of this machine with these files, gone after the tests of the file. */
export function makeFolder(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), 'bibliolint-test-'));
  folders.push(root);
  addFiles(root, files);
  return root;
}

/** Writes files into a folder; folders on the way are made. */
export function addFiles(root: string, files: Readonly<Record<string, string | Buffer>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
}

/** Runs the program in this process on files of this machine, in a working directory; `machine` overrides parts of it. */
export async function runInFolder(
  cwd: string,
  args: readonly string[],
  stdin: string | Buffer = '',
  machine: Partial<Host> = {},
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const printed = { stdout: '', stderr: '' };
  const output = (name: 'stdout' | 'stderr') => ({
    isTerminal: false,
    write(text: string): void {
      printed[name] += text;
    },
  });
  const code = await main(args, {
    ...nodeHost(),
    cwd,
    stdout: output('stdout'),
    stderr: output('stderr'),
    readStdin: () => Buffer.from(stdin),
    ...machine,
  });
  return { code, ...printed };
}
