import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  closeSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { examplePath } from '../support/example-report.ts';
import { runCli } from '../support/run-cli.ts';

const page = (year: string): string =>
  `---\ntitle: Sorting\ndate: 1998-01-01\n---\n{{< cite "knuth1998" "Knuth, D. E. (${year}). *Sorting and Searching*. Addison-Wesley." >}}\n`;
const site = {
  'hugo.toml': '',
  'content/posts/a.md': page('1998'),
  'content/posts/b.md': page('1989'),
  'content/posts/c.md': page('1998').replace('>}}', '>}'),
};

const BIN = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url));

describe('--cache', () => {
  test('a warm run prints what a cold one printed', async () => {
    const bytes = new Map<string, Uint8Array>();
    const environment = { HOME: '/home/ada' };
    const cold = await runCli(['--cache'], site, { bytes, environment });
    expect([...bytes.keys()]).toEqual([
      expect.stringMatching(/^\/home\/ada\/\.cache\/bibliolint\/facts-[\w-]{12}\.bin$/),
    ]);
    expect(await runCli(['--cache'], site, { bytes, environment })).toEqual(cold);
    expect(cold).toEqual(await runCli([], site));
  });

  test.each([
    [{ XDG_CACHE_HOME: '/var/caches' }, [], '/var/caches/bibliolint/'],
    [{ HOME: '/home/ada', BIBLIOLINT_CACHE_DIR: '/tmp/x' }, [], '/tmp/x/facts-'],
    [{ HOME: '/home/ada' }, ['--cache-location', 'kept'], '/site/kept/facts-'],
  ])('%j %j: it lies in %s', async (environment, args, folder) => {
    const bytes = new Map<string, Uint8Array>();
    await runCli(['--cache', ...args], site, { bytes, environment });
    expect([...bytes.keys()]).toEqual([expect.stringContaining(folder)]);
  });

  test.each([[{}], [{ HOME: '' }]])('%j: without a home it does not lie in the site', async (environment) => {
    const bytes = new Map<string, Uint8Array>();
    const { code, stderr } = await runCli(['--cache'], site, { bytes, environment });
    expect({ code, kept: [...bytes.keys()] }).toEqual({ code: 1, kept: [] });
    expect(stderr).toBe(
      'bibliolint: there is no home folder to keep the cache in; --cache-location names another.\n',
    );
  });

  test('it lies in node_modules where there is one', async () => {
    const bytes = new Map<string, Uint8Array>();
    await runCli(['--cache'], { ...site, 'node_modules/x/package.json': '{}' }, { bytes });
    expect([...bytes.keys()]).toEqual(['/site/node_modules/.cache/bibliolint/facts.bin']);
  });

  test('nothing is kept unasked', async () => {
    const bytes = new Map<string, Uint8Array>();
    await runCli([], site, { bytes });
    await runCli(['--no-cache'], site, { bytes });
    await runCli(['--cache'], site, { bytes, environment: { BIBLIOLINT_NO_CACHE: '1' } });
    expect([...bytes.keys()]).toEqual([]);
  });

  test('a cache of other bytes costs nothing but time', async () => {
    const bytes = new Map([['/site/kept/facts.bin', Buffer.from('{"bibliolint":"facts"}\n[]')]]);
    await runCli(['--cache-location', 'kept'], site, { bytes });
    for (const path of bytes.keys()) bytes.set(path, Buffer.from('no facts'));
    expect(await runCli(['--cache-location', 'kept'], site, { bytes })).toEqual(await runCli([], site));
  });

  test('one changed page changes the report', async () => {
    const bytes = new Map<string, Uint8Array>();
    await runCli(['--cache-location', 'kept'], site, { bytes });
    const changed = { ...site, 'content/posts/b.md': page('1998') };
    expect(await runCli(['--cache-location', 'kept'], changed, { bytes })).toEqual(await runCli([], changed));
  });
});

describe('--shard and merge', () => {
  const shards = async (files: Readonly<Record<string, string>>, count: number) => {
    const bytes = new Map<string, Uint8Array>();
    for (let part = 1; part <= count; part++) {
      const run = await runCli(['--shard', `${part}/${count}`, '-o', `facts-${part}`], files, { bytes });
      expect(run).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining(`facts-${part}`) });
    }
    return bytes;
  };
  const merged = (
    files: Readonly<Record<string, string>>,
    bytes: Map<string, Uint8Array>,
    ...args: string[]
  ) =>
    runCli(['merge', ...[...bytes.keys()].map((path) => path.slice('/site/'.length)), ...args], files, {
      bytes,
    });

  test.each([1, 2, 3, 5])('the report of %i shards is that of one run', async (count) => {
    const bytes = await shards(site, count);
    for (const format of ['text', 'json', 'sarif', 'unix']) {
      expect(await merged(site, bytes, '-f', format)).toEqual(await runCli(['-f', format], site));
    }
  });

  test('a page that changed after its shard was written is read again', async () => {
    const bytes = await shards(site, 2);
    const changed = { ...site, 'content/posts/b.md': page('1998') };
    expect(await merged(changed, bytes)).toEqual(await runCli([], changed));
  });

  test.each(['0/2', '3/2', '1', 'a/b', '1/0'])('--shard %s is refused', async (written) => {
    expect(await runCli(['--shard', written], site)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('--shard wants a part of a whole'),
    });
  });

  test('facts of another build of the same version are not believed', async () => {
    const bytes = await shards(site, 1);
    expect(await runCli(['merge', 'facts-1'], site, { bytes, build: 'another' })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('holds no facts of this build'),
    });
  });

  test('a file that holds no facts is refused', async () => {
    const bytes = new Map([['/site/facts', Buffer.from('text')]]);
    expect(await runCli(['merge', 'facts'], site, { bytes })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('holds no facts'),
    });
    expect(await runCli(['merge', 'other'], site)).toMatchObject({
      code: 2,
      stderr: 'bibliolint: other: This file of facts does not exist.\n',
    });
    expect(await runCli(['merge', 'content'], site)).toMatchObject({
      code: 2,
      stderr: 'bibliolint: content: This file of facts cannot be read.\n',
    });
  });
});

describe('--watch', () => {
  test('every report is the one of a fresh run', async () => {
    const changes = [
      { 'content/posts/b.md': page('1998') },
      { 'content/posts/c.md': page('1998') },
      { 'content/posts/d.md': page('1977') },
    ];
    const { stdout, stderr, code } = await runCli(['--watch', '-f', 'json'], site, { changes });
    let files: Readonly<Record<string, string>> = site;
    let expected = (await runCli(['-f', 'json'], files)).stdout;
    for (const change of changes) {
      files = { ...files, ...change };
      expected += (await runCli(['-f', 'json'], files)).stdout;
    }
    expect(stdout).toBe(expected);
    expect(stderr).toContain('watching for changes');
    expect(code).toBe(1);
  });

  test('another configuration holds from then on', async () => {
    const changes = [{ 'bibliolint.config.json': '{ "rules": { "conflicting-reference": "off" } }' }];
    const { stdout } = await runCli(['--watch', '-f', 'unix'], site, { changes });
    expect(stdout.match(/conflicting-reference/g)).toHaveLength(1);
    expect(stdout.match(/unclosed-shortcode/g)).toHaveLength(2);
  });
});

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function copyOfExample(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'bibliolint-scale-'));
  folders.push(folder);
  cpSync(examplePath(name), folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  return folder;
}

describe('the program itself', () => {
  const run = (args: readonly string[], cwd: string): Promise<{ code: number | null; stdout: string }> =>
    new Promise((resolve) => {
      const child = spawn(process.execPath, [BIN, ...args], { cwd, stdio: ['ignore', 'pipe', 'ignore'] });
      let stdout = '';
      child.stdout.on('data', (data: Buffer) => {
        stdout += data.toString();
      });
      child.on('close', (code) => resolve({ code, stdout }));
    });

  test('four runs at once that share a cache agree', async () => {
    const folder = copyOfExample('hugo-blog');
    const alone = await run([], folder);
    const runs = await Promise.all([1, 2, 3, 4].map(() => run(['--cache'], folder)));
    for (const one of [...runs, await run(['--cache'], folder)]) expect(one).toEqual(alone);
    expect(readdirSync(join(folder, 'node_modules/.cache/bibliolint'))).toEqual(['facts.bin']);
  });

  test('a cache that is tracked by git is not used, and left as it is', { timeout: 60_000 }, async () => {
    const folder = copyOfExample('hugo-blog');
    const plain = await run([], folder);
    await run(['--cache-location', 'kept'], folder);
    const [name = ''] = readdirSync(join(folder, 'kept'));
    writeFileSync(join(folder, 'kept', name), 'made up');
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    execFileSync('git', ['add', 'kept'], { cwd: folder });
    const child = spawnSync(process.execPath, [BIN, '--cache-location', 'kept'], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect({ code: child.status, stdout: child.stdout }).toEqual(plain);
    expect(child.stderr).toContain('is tracked by git, so the cache is not used.');
    expect(readFileSync(join(folder, 'kept', name), 'utf8')).toBe('made up');
  });

  test('a saved file is seen while it watches', { timeout: 60_000 }, async () => {
    const folder = copyOfExample('hugo-blog');
    writeFileSync(join(folder, 'content/posts/new.md'), page('1998'));
    const child: ChildProcess = spawn(process.execPath, [BIN, '--watch', '-f', 'unix'], { cwd: folder });
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (data: Buffer) => {
      stdout += data.toString();
    });
    child.stderr?.on('data', (data: Buffer) => {
      stderr += data.toString();
    });
    const until = async (isThere: () => boolean): Promise<void> => {
      for (let left = 300; left > 0 && !isThere(); left--)
        await new Promise((resolve) => setTimeout(resolve, 100));
      expect(isThere(), stdout + stderr).toBe(true);
    };
    try {
      await until(() => stderr.includes('watching for changes'));
      expect(stdout).not.toContain('new.md');
      appendFileSync(join(folder, 'content/posts/new.md'), '{{< aside >}}\n');
      await until(() => stdout.includes('content/posts/new.md:6:1'));
    } finally {
      child.kill();
    }
  });

  test('a report into a file of the site asks for no other one', { timeout: 60_000 }, async () => {
    const folder = copyOfExample('hugo-blog');
    const errors = join(folder, 'errors.txt');
    const files = [openSync(join(folder, 'report.txt'), 'w'), openSync(errors, 'w')];
    const reports = (): number =>
      readFileSync(join(folder, 'report.txt'), 'utf8').split('conflicting-').length;
    const args = [BIN, '--watch', '-f', 'unix'];
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', ...files] });
    try {
      while (!readFileSync(errors, 'utf8').includes('watching for changes'))
        await new Promise((resolve) => setTimeout(resolve, 100));
      const first = reports();
      await new Promise((resolve) => setTimeout(resolve, 1000));
      expect(reports()).toBe(first);
    } finally {
      child.kill();
      for (const file of files) closeSync(file);
    }
  });
});
