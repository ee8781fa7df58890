import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  constants,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { nodeHost } from '../../src/host/process.ts';
import { runCli } from '../support/run-cli.ts';

const BIN = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url));

const page = '---\ntitle: Sorting\ndate: 2024-05-01\n---\nA page.\n';
const bare = 'Sorted{{< cite "knuth1997" >}}.\n';
const site = { 'hugo.toml': 'title = "Notes"\n', 'content/a.md': page };

describe('standard input', () => {
  test.each([[['-']], [['-f', 'unix', '-']]])('%j reads it', async (args) => {
    const run = await runCli(args, {}, { stdin: page });
    expect(run).toMatchObject({ code: 0, stderr: '' });
  });

  test('--fix - reads it too, and prints the text with the report beside it', async () => {
    const run = await runCli(['--fix', '-'], {}, { stdin: page });
    expect(run).toMatchObject({ code: 0, stdout: page, stderr: 'No findings in 1 file checked.\n' });
  });

  test('inspect - reads it', async () => {
    const { stdout } = await runCli(['inspect', '-'], {}, { stdin: bare });
    expect(JSON.parse(stdout)).toMatchObject({ path: 'stdin.md', dialect: 'hugo' });
  });

  test('a - that belongs to an option, or stands behind --, is none', async () => {
    expect((await runCli(['--only', '-'], site)).stderr).toContain('There is no rule -.');
    expect((await runCli(['--', '-'], site)).stderr).toContain('- does not exist.');
  });

  test('it may stand for a file in a folder that is not there yet', async () => {
    const args = ['inspect', '--stdin', '--stdin-filename', 'content/new/b.md'];
    expect(JSON.parse((await runCli(args, {}, { stdin: bare })).stdout).path).toBe('content/new/b.md');
    const home = mkdtempSync(join(tmpdir(), 'bibliolint-stdin-'));
    const host = { ...nodeHost(), cwd: home, readStdin: () => Buffer.from(bare), stdout: silent() };
    expect(await main(args, host)).toBe(0);
    rmSync(home, { recursive: true });
  });
});

describe.skipIf(process.platform === 'win32')('standard input of a process', () => {
  const root = mkdtempSync(join(tmpdir(), 'bibliolint-stdin-'));
  afterAll(() => rmSync(root, { recursive: true }));
  const start = (input: number) => {
    const child = spawn(process.execPath, [BIN, 'inspect', '-'], { stdio: [input, 'pipe', 'pipe'] });
    closeSync(input);
    return child;
  };

  test('a folder cannot be read, which is said', async () => {
    const child = start(openSync(root, 'r'));
    expect(await text(child.stderr!)).toBe('bibliolint: Standard input cannot be read: EISDIR.\n');
    expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(2);
  });

  const pipe = join(root, 'pipe');
  test.skipIf(spawnSync('mkfifo', [pipe]).status !== 0)(
    'a pipe that does not block is waited for',
    { timeout: 60_000 },
    async () => {
      const child = start(openSync(pipe, constants.O_RDONLY | constants.O_NONBLOCK));
      const writer = openSync(pipe, 'r+');
      // Sent when the program has already found the pipe empty.
      await setTimeout(1000);
      writeSync(writer, bare);
      closeSync(writer);
      expect(await text(child.stderr!)).toBe('');
      expect(JSON.parse(await text(child.stdout!))).toMatchObject({ path: 'stdin.md' });
    },
  );
});

test('a dialect that does not exist, with a suggestion', async () => {
  const run = await runCli(['--dialect', 'hugoo'], site);
  expect(run).toMatchObject({
    code: 2,
    stderr: 'bibliolint: --dialect takes no "hugoo".\n  Did you mean hugo?\n',
  });
});

test('a file that is named and left out is said to be', async () => {
  const files = { ...site, '.gitignore': 'drafts/\n', 'content/drafts/b.md': page };
  const line = 'content/drafts/b.md is not checked';
  const alone = await runCli(['content/drafts/b.md'], files);
  expect(alone.code).toBe(2);
  expect(alone.stderr).toContain(line);
  const both = await runCli(['content/drafts/b.md', 'content/a.md'], files);
  expect(both.code).toBe(0);
  expect(both.stderr).toContain(line);
  const environment = { PRE_COMMIT: '1' };
  expect(await runCli(['content/drafts/b.md'], files, { environment })).toMatchObject({
    code: 0,
    stderr: '',
  });
});

const silent = () => ({ isTerminal: false, write: () => {} });

describe.skipIf(process.platform === 'win32')('what is no regular file', () => {
  const root = mkdtempSync(join(tmpdir(), 'bibliolint-odd-'));
  afterAll(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'site/content'), { recursive: true });
  mkdirSync(join(root, 'outside'));
  writeFileSync(join(root, 'site/hugo.toml'), '');
  writeFileSync(join(root, 'site/content/a.md'), page);
  writeFileSync(join(root, 'outside/b.md'), bare);
  symlinkSync('../../outside/b.md', join(root, 'site/content/link.md'));
  symlinkSync('../../outside', join(root, 'site/content/folder'));
  symlinkSync('.', join(root, 'site/content/loop'));
  const hasPipe = spawnSync('mkfifo', [join(root, 'site/content/pipe.md')]).status === 0;

  async function run(...args: string[]): Promise<{ code: number; stderr: string; files: number }> {
    const stdout: string[] = [];
    const stderr: string[] = [];
    const to = (lines: string[]) => ({ isTerminal: false, write: (text: string) => void lines.push(text) });
    const code = await main([...args, '-f', 'json'], {
      ...nodeHost(),
      cwd: join(root, 'site'),
      stdout: to(stdout),
      stderr: to(stderr),
    });
    return { code, stderr: stderr.join(''), files: JSON.parse(stdout.join('')).summary.files };
  }

  test('pipes, links out of the project and loops of links are left alone', async () => {
    expect(await run()).toEqual({ code: 0, stderr: '', files: 1 });
  });

  test.skipIf(!hasPipe)(
    'a pipe that is named is never opened, and the others are still reported',
    async () => {
      const stderr = 'bibliolint: content/pipe.md cannot be read: it is not a regular file.\n';
      expect(await run('content/pipe.md')).toEqual({ code: 2, stderr, files: 0 });
      expect(await run('content/pipe.md', 'content/a.md')).toEqual({ code: 2, stderr, files: 1 });
    },
  );

  test('a file whose name is not UTF-8 is told, and why it cannot be opened', async () => {
    const name = Buffer.concat([
      Buffer.from(join(root, 'site/content/caf')),
      Buffer.from([0xe9]),
      Buffer.from('.md'),
    ]);
    try {
      writeFileSync(name, page);
    } catch {
      return; // Some file systems refuse such a name.
    }
    const stderr = 'bibliolint: content/caf\ufffd.md cannot be read: its name is not UTF-8.\n';
    expect(await run()).toEqual({ code: 2, stderr, files: 1 });
    rmSync(name);
  });

  test.each(['content/link.md', 'content/folder/b.md'])('%s leads out of the project', async (path) => {
    const { code, stderr, files } = await run(path);
    expect([code, files]).toEqual([2, 0]);
    expect(stderr).toBe(
      `bibliolint: ${path} is not checked: it is ignored, leads out of the project, or is no source of the site.\n`,
    );
  });
});
