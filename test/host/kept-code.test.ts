import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, expect, test } from 'vitest';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bibliolint-kept-'));
const page = '---\ntitle: Sorting\n---\nSorting{{< cite "knuth1997" "Knuth, D. E. (1997)." >}\n';

beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
  for (const name of ['bin.cjs', 'program.cjs']) copyFileSync(dist + name, join(folder, name));
  cpSync(`${dist}packages`, join(folder, 'packages'), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

function lint(environment: Readonly<Record<string, string>> = {}, more: readonly string[] = []) {
  const { NODE_OPTIONS: _, NODE_V8_COVERAGE: __, BIBLIOLINT_NO_CACHE: ___, ...env } = process.env;
  const args = [
    join(folder, 'bin.cjs'),
    '--stdin-filename',
    'page.md',
    '--dialect',
    'hugo',
    '-f',
    'unix',
    ...more,
  ];
  const run = spawnSync(process.execPath, args, {
    cwd: folder,
    env: { ...env, ...environment },
    input: page,
    encoding: 'utf8',
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

/** Lints a page that is written into the folder. */
function lintFile(dialect: string, text: string) {
  writeFileSync(join(folder, 'page.md'), text);
  const { NODE_OPTIONS: _, NODE_V8_COVERAGE: __, BIBLIOLINT_NO_CACHE: ___, ...env } = process.env;
  const args = [join(folder, 'bin.cjs'), '--dialect', dialect, 'page.md', '-f', 'unix'];
  return spawnSync(process.execPath, args, { cwd: folder, env, encoding: 'utf8' });
}

const kept = (): string[] => readdirSync(folder).filter((name) => name.includes('.kept'));

test('the first lint keeps what was compiled, and the next says the same', () => {
  const first = lint();
  expect(first).toMatchObject({ status: 1, stderr: '' });
  expect(first.stdout).toContain('[unclosed-shortcode]');
  const [name = ''] = kept();
  const { mtimeMs } = statSync(join(folder, name));
  expect(lint()).toEqual(first);
  expect(kept()).toEqual([name]);
  expect(statSync(join(folder, name)).mtimeMs).toBe(mtimeMs);
});

test('a run over files keeps what the next one uses', () => {
  expect(lintFile('hugo', page)).toMatchObject({ status: 1, stderr: '' });
  const [name = ''] = kept();
  const { mtimeMs } = statSync(join(folder, name));
  expect(lintFile('hugo', page).stdout).toContain('[unclosed-shortcode]');
  // Code that V8 refuses is kept anew.
  expect(statSync(join(folder, name)).mtimeMs).toBe(mtimeMs);
});

test('a page of another dialect adds what it needed to what is kept, once', () => {
  const cited = '---\ntitle: Sorting\n---\nSorting [@knuth1997; @knuth1997].\n';
  lintFile('hugo', page);
  const place = join(folder, kept()[0] ?? '');
  const { size } = statSync(place);
  expect(lintFile('pandoc', cited).stdout).toContain('[repeated-key]');
  const { size: grown, mtimeMs } = statSync(place);
  expect(grown).toBeGreaterThan(size);
  expect(lintFile('hugo', page).stdout).toContain('[unclosed-shortcode]');
  expect(lintFile('pandoc', cited).stdout).toContain('[repeated-key]');
  expect(kept()).toHaveLength(1);
  expect(statSync(place)).toMatchObject({ size: grown, mtimeMs });
});

test('a text and files have their own', () => {
  lint();
  lintFile('hugo', page);
  expect(kept()).toHaveLength(2);
});

test('code that was kept loads plugins', () => {
  writeFileSync(join(folder, 'house.mjs'), 'export default { rules: [] };\n');
  writeFileSync(join(folder, 'house.json'), '{"plugins": ["./house.mjs"]}\n');
  const args = ['-c', 'house.json', '--allow-code-config'];
  const first = lint({}, args);
  expect(first).toMatchObject({ status: 1, stderr: '' });
  expect(kept()).toHaveLength(1);
  expect(lint({}, args)).toEqual(first);
});

test('nothing is kept where no cache is wanted', () => {
  expect(lint({ BIBLIOLINT_NO_CACHE: '1' }).status).toBe(1);
  expect(kept()).toEqual([]);
});

test.each<[string, (bytes: Buffer) => Buffer]>([
  ['empty', () => Buffer.alloc(0)],
  ['too short', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['with an empty page', (bytes) => Buffer.from(bytes).fill(0, 4096 * 20, 4096 * 21)],
  ['empty pages only', (bytes) => Buffer.alloc(bytes.length)],
])('code that is %s is not used, and kept anew', (_, damage) => {
  const first = lint();
  const place = join(folder, kept()[0] ?? '');
  const damaged = damage(readFileSync(place));
  writeFileSync(place, damaged);
  expect(lint()).toEqual(first);
  expect(readFileSync(place).equals(damaged)).toBe(false);
  expect(lint()).toEqual(first);
});
