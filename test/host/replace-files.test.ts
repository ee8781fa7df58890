import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readText, refuseReplacing, replaceFiles, writeWhole } from '../../src/host/replace-files.ts';
import { makeFolder } from '../support/run-in-folder.ts';

const change = (root: string, path: string, before: string, text: string) => ({
  path: join(root, path),
  before,
  text,
});

describe('replacing files', () => {
  test('keeps the mode, the other files, and leaves nothing behind', () => {
    const root = makeFolder({ 'a.md': 'a', 'b.md': 'b' });
    chmodSync(join(root, 'a.md'), 0o754);
    expect(replaceFiles([change(root, 'a.md', 'a', 'ä\r\n')])).toBeUndefined();
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('ä\r\n');
    expect(statSync(join(root, 'a.md')).mode & 0o7777).toBe(0o754);
    expect(readdirSync(root)).toEqual(['a.md', 'b.md']);
  });

  test('replaces none where one of them changed', () => {
    const root = makeFolder({ 'a.md': 'a', 'b.md': 'changed' });
    const failure = replaceFiles([change(root, 'a.md', 'a', 'x'), change(root, 'b.md', 'b', 'y')]);
    expect(failure).toEqual({ path: join(root, 'b.md'), reason: 'it changed while it was being fixed' });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('a');
    expect(readdirSync(root)).toEqual(['a.md', 'b.md']);
  });

  test('replaces none where one of them is gone', () => {
    const root = makeFolder({ 'a.md': 'a' });
    const failure = replaceFiles([change(root, 'a.md', 'a', 'x'), change(root, 'b.md', 'b', 'y')]);
    expect(failure).toEqual({ path: join(root, 'b.md'), reason: 'the system says ENOENT' });
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('a');
  });

  test('leaves a file alone that holds the new text already', () => {
    const root = makeFolder({ 'a.md': 'x' });
    const { ino } = statSync(join(root, 'a.md'));
    expect(replaceFiles([change(root, 'a.md', 'a', 'x')])).toBeUndefined();
    expect(statSync(join(root, 'a.md')).ino).toBe(ino);
  });

  test('keeps a link, and replaces what it leads to', () => {
    const root = makeFolder({ 'a.md': 'a' });
    symlinkSync('a.md', join(root, 'link.md'));
    expect(replaceFiles([change(root, 'link.md', 'a', 'x')])).toBeUndefined();
    expect(lstatSync(join(root, 'link.md')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(root, 'a.md'), 'utf8')).toBe('x');
  });

  test('works on names as long as a name may be', () => {
    const name = `${'a'.repeat(252)}.md`;
    const root = makeFolder({ [name]: 'a' });
    expect(replaceFiles([change(root, name, 'a', 'x')])).toBeUndefined();
    expect(readFileSync(join(root, name), 'utf8')).toBe('x');
  });
});

describe('files that must not be replaced', () => {
  test.each([
    ['a read-only file', 'a.md', 'it is read-only'],
    ['a link that leads out of the project', 'site/out.md', 'it is a link that leads out of the project'],
    ['a file of git', 'site/.git/a.md', 'it belongs to git'],
    ['a file that is not there', 'site/gone.md', 'the system says ENOENT'],
    ['an ordinary file', 'site/b.md', undefined],
    ['a link inside the project', 'site/in.md', undefined],
  ])('%s', (_, path, reason) => {
    const root = makeFolder({ 'a.md': 'a', 'site/b.md': 'b', 'site/.git/a.md': 'a' });
    chmodSync(join(root, 'a.md'), 0o444);
    symlinkSync('../a.md', join(root, 'site/out.md'));
    symlinkSync('b.md', join(root, 'site/in.md'));
    const project = path.startsWith('site/') ? join(root, 'site') : root;
    expect(refuseReplacing(join(root, path), project)).toBe(reason);
  });
});

test('a pipe is no text, and nobody waits for it', () => {
  const root = makeFolder();
  execFileSync('mkfifo', [join(root, 'pipe')]);
  expect(readText(join(root, 'pipe'))).toBeUndefined();
});

test('a new file gets the folders on its way', () => {
  const root = makeFolder();
  writeWhole(join(root, 'reports/out.json'), '{}');
  expect(readFileSync(join(root, 'reports/out.json'), 'utf8')).toBe('{}');
});

test.skipIf(process.platform !== 'linux')('where no folder can be made, nobody waits for one', () => {
  expect(() => writeWhole('/proc/bibliolint/a/out.json', '{}')).toThrow(
    'This file could not be written: ENOENT.',
  );
});

test('what cannot be written is said, and leaves nothing behind', () => {
  const root = makeFolder();
  mkdirSync(join(root, 'folder'));
  expect(() => writeWhole(join(root, 'folder'), 'x')).toThrow('This file could not be written: EISDIR.');
  writeFileSync(join(root, 'file'), '');
  expect(() => writeWhole(join(root, 'file/a'), 'x')).toThrow('This file could not be written');
  expect(existsSync(join(root, 'folder'))).toBe(true);
  expect(readdirSync(root).sort()).toEqual(['file', 'folder']);
});

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  const bin = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url));
  const run = (command: string) =>
    spawnSync('sh', ['-c', command], {
      cwd: makeFolder({ 'a.md': 'See [^1].\n', 'hugo.toml': '' }),
      env: {
        ...process.env,
        BIBLIOLINT: `'${process.execPath}' '${bin}' -f unix a.md`,
        VERSION: `'${process.execPath}' '${bin}' --version`,
      },
      encoding: 'utf8',
    });

  test('a device is written to and stays one', () => {
    writeWhole('/dev/null', 'x');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
    const links = makeFolder();
    symlinkSync('/dev/null', join(links, 'out'));
    writeWhole(join(links, 'out'), 'x');
    expect(lstatSync(join(links, 'out')).isSymbolicLink()).toBe(true);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('standard output, as a file, is written to', () => {
    const { stdout, stderr } = run('eval $BIBLIOLINT -o /dev/stdout | cat');
    expect(stdout).toContain('[undefined-footnote]');
    expect(stderr).toBe('');
  });

  test.skipIf(!existsSync('/dev/full'))('a device that is full is an error', () => {
    expect(() => writeWhole('/dev/full', 'x')).toThrow('This file could not be written: ENOSPC.');
    expect(statSync('/dev/full').isCharacterDevice()).toBe(true);
    for (const command of ['BIBLIOLINT', 'VERSION']) {
      const { status, stderr } = run(`eval $${command} > /dev/full`);
      expect({ status, stderr }).toEqual({
        status: 2,
        stderr: 'bibliolint: The report could not be written: ENOSPC.\n',
      });
    }
  });

  test('a reader that leaves after a line is no error', () => {
    expect(run('{ eval $BIBLIOLINT; echo "$?" >&2; } | head -n 0').stderr).toBe('1\n');
  });
});
