import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { replaceFiles } from '../../src/host/replace-files.ts';
import { addFiles, makeFolder, runInFolder } from '../support/run-in-folder.ts';
import { hasTool } from '../support/tools.ts';

const hasGit = hasTool('git', 'no patch is applied');

const reference = 'Knuth, D. E. (1997). *Sorting*. Addison-Wesley.';
const closed = `{{< cite "knuth1997" "${reference}" >}}`;
const open = closed.slice(0, -1);
const page = (body: string) => `---\ntitle: Sorting\ndate: 2024-05-01\n---\n${body}\n`;
const site = { 'hugo.toml': 'title = "Notes"\n' };

const read = (root: string, path: string) => readFileSync(join(root, path), 'utf8');

function git(cwd: string, args: readonly string[], input = ''): string {
  return execFileSync('git', args, { cwd, input, encoding: 'utf8' });
}

/** Pages to be fixed, and what becomes of them: every way a file may end its lines and begin. */
const pages: Readonly<Record<string, readonly [before: string, after: string]>> = Object.fromEntries(
  [
    ['plain', (text: string) => text],
    ['with blank', (text: string) => text],
    ['Łódź "quoted"', (text: string) => text],
    ["back\\slash and 'quote'", (text: string) => text],
    ['crlf', (text: string) => text.replaceAll('\n', '\r\n')],
    ['cr', (text: string) => text.replaceAll('\n', '\r')],
    ['mixed', (text: string) => text.replace('\n', '\r\n')],
    ['bom', (text: string) => `\ufeff${text}`],
    ['no end', (text: string) => text.slice(0, -1)],
  ].map(([name, written]) => {
    const write = written as (text: string) => string;
    return [`content/posts/${String(name)}.md`, [write(page(`😀 ${open} é`)), write(page(`😀 ${closed} é`))]];
  }),
);
const before = Object.fromEntries(Object.entries(pages).map(([path, [text]]) => [path, text]));

describe('--fix', () => {
  test('changes what is to be fixed, and not another byte', async () => {
    const root = makeFolder({ ...site, ...before });
    const run = await runInFolder(root, ['--fix']);
    for (const [path, [, after]] of Object.entries(pages))
      expect([path, read(root, path)]).toEqual([path, after]);
    expect(run.stderr).toBe('bibliolint: 9 fixes were made in 9 files.\n');
    expect((await runInFolder(root, ['--fix'])).stderr).toBe('');
  });

  test('leaves read-only files alone, and says so', async () => {
    const root = makeFolder({ ...site, 'content/a.md': page(open), 'content/b.md': page(open) });
    chmodSync(join(root, 'content/a.md'), 0o444);
    const run = await runInFolder(root, ['--fix']);
    expect(run.stderr).toBe(
      'bibliolint: 1 fix was made in 1 file.\nbibliolint: content/a.md was not fixed: it is read-only.\n',
    );
    expect([run.code, read(root, 'content/a.md'), read(root, 'content/b.md')]).toEqual([
      1,
      page(open),
      page(closed),
    ]);
  });

  test('makes no fix that brings up an error, and calls that no bug', async () => {
    const cite = (key: string, year: number): string =>
      page(closed.replace('"knuth1997"', `"${key}"`).replace('1997).', `${year}).`));
    const files = { 'content/a.md': cite('knuth\u200b1997', 1998), 'content/b.md': cite('knuth1997', 1997) };
    const root = makeFolder({ ...site, ...files });
    const run = await runInFolder(root, ['--fix']);
    expect(run.stderr).toBe(
      'bibliolint: content/a.md was not fixed: with its fixes (invisible-character) there would be an error that is not there now; make them by hand to see it.\n',
    );
    expect([run.code, read(root, 'content/a.md')]).toEqual([2, files['content/a.md']]);
  });

  test('a patch is made for read-only files, too', async () => {
    const root = makeFolder({ ...site, 'content/a.md': page(open) });
    const patch = await runInFolder(root, ['--diff']);
    chmodSync(join(root, 'content/a.md'), 0o444);
    expect(patch.stdout).toContain('content/a.md');
    expect(await runInFolder(root, ['--diff'])).toEqual(patch);
  });

  test('goes through a link and keeps it', async () => {
    const root = makeFolder({ ...site, 'shared/a.md': page(open), 'content/b.md': page('b') });
    symlinkSync('../shared/a.md', join(root, 'content/a.md'));
    await runInFolder(root, ['--fix', 'content']);
    expect(read(root, 'shared/a.md')).toBe(page(closed));
    expect(statSync(join(root, 'content/a.md')).isFile()).toBe(true);
  });

  test('leaves a file alone that changes meanwhile, says so and ends with 2', async () => {
    const root = makeFolder({ ...site, 'content/a.md': page(open), 'content/b.md': page(open) });
    const run = await runInFolder(root, ['--fix', '-f', 'json'], '', {
      replaceFiles(files) {
        if (files[0]?.path.endsWith('a.md')) writeFileSync(join(root, 'content/a.md'), page(`mine ${open}`));
        return replaceFiles(files);
      },
    });
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('content/a.md was not fixed: it changed while it was being fixed.\n');
    expect([read(root, 'content/a.md'), read(root, 'content/b.md')]).toEqual([
      page(`mine ${open}`),
      page(closed),
    ]);
    expect(JSON.parse(run.stdout).findings).toMatchObject([
      { path: 'content/a.md', start: { line: 5, column: 77 } },
    ]);
  });

  test('of standard input prints the fixed text, and the report beside it', async () => {
    const root = makeFolder({ ...site, 'content/a.md': page('a') });
    const args = ['--fix', '--stdin', '--stdin-filename', 'content/b.md'];
    const run = await runInFolder(root, args, page(`${open} {{< cite >}}`));
    expect(run).toMatchObject({ code: 1, stdout: page(`${closed} {{< cite >}}`) });
    expect(run.stderr).toContain('empty-citation');
  });
});

test('--fix-dry-run writes nothing and reports what would be left, where it would stand', async () => {
  const files = { ...site, 'content/a.md': page(`${open} {{< cite >}}`) };
  const root = makeFolder(files);
  const run = await runInFolder(root, ['--fix-dry-run']);
  expect(read(root, 'content/a.md')).toBe(files['content/a.md']);
  expect(run.stderr).toBe('bibliolint: 1 fix would be made in 1 file.\n');
  expect(run.stdout).toContain(`${closed} {{< cite >}}`);
});

describe.skipIf(!hasGit)('--diff', () => {
  test.each([
    ['at the root of a repository', '.', true],
    ['in a folder of it', 'content', true],
    ['where there is no repository', '.', false],
  ])('is a patch that git apply takes, %s', async (_, cwd, isRepository) => {
    const root = makeFolder({ ...site, ...before });
    if (isRepository) git(root, ['init', '-q']);
    const run = await runInFolder(join(root, cwd), ['--diff']);
    expect(run.code).toBe(1);
    expect(read(root, 'content/posts/plain.md')).toBe(page(`😀 ${open} é`));
    git(join(root, cwd), ['-c', 'core.autocrlf=false', 'apply', '--whitespace=nowarn', '-'], run.stdout);
    for (const [path, [, after]] of Object.entries(pages))
      expect([path, read(root, path)]).toEqual([path, after]);
  });

  test('is the same that --fix does, and nothing where nothing is to be fixed', async () => {
    const root = makeFolder({ ...site, ...before });
    await runInFolder(root, ['--fix']);
    expect(await runInFolder(root, ['--diff'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('is no patch for what lies in another repository', async () => {
    const root = makeFolder({});
    addFiles(join(root, 'one'), { ...site, '.git/HEAD': '', 'content/a.md': page(open) });
    const run = await runInFolder(root, ['--diff', 'one/content']);
    expect(run.stdout).toContain('--- a/content/a.md\n');
  });

  test('2 outweighs it', async () => {
    const root = makeFolder({ ...site, ...before });
    const run = await runInFolder(root, ['--diff', 'content', 'gone.md']);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('gone.md does not exist.\n');
    expect(run.stdout).toContain('+++ b/content/posts/plain.md');
  });

  test('--exit-zero', async () => {
    const root = makeFolder({ ...site, ...before });
    expect((await runInFolder(root, ['--diff', '--exit-zero'])).code).toBe(0);
  });
});
