import { execFileSync } from 'node:child_process';
import { readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addFiles, makeFolder, runInFolder } from '../support/run-in-folder.ts';
import { hasTool } from '../support/tools.ts';

const hasGit = hasTool('git', 'nothing is known to have changed');

const entries = (...keys: string[]) =>
  keys
    .map(
      (key) =>
        `@book{${key},\n  title = {${key}},\n  author = {Knuth, Donald E.},\n  publisher = {MIT Press},\n  year = 1997\n}\n`,
    )
    .join('\n');
const paper = (body: string) => `---\ntitle: Sorting\nbibliography: refs.bib\n---\n\n${body}\n`;
const old = paper('See [@gray1978].');
const site = {
  '_quarto.yml': 'project:\n  type: website\n',
  'refs.bib': entries('knuth1997'),
  'a.md': old,
  'b.md': old,
  'Łódź/with blank.md': old.replace('refs.bib', '../refs.bib'),
};

function git(cwd: string, ...args: string[]): string {
  const settings = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];
  return execFileSync('git', [...settings, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}

/** A repository with one commit that holds these files. */
function repository(files: Readonly<Record<string, string>> = site): string {
  const root = makeFolder(files);
  git(root, 'init', '-q', '-b', 'main');
  git(root, 'add', '-A');
  git(root, 'commit', '-q', '-m', 'Begin');
  return root;
}

/** Files with findings. */
async function reported(root: string, ...args: string[]): Promise<string[]> {
  const run = await runInFolder(root, ['-f', 'json', ...args]);
  expect(run.stderr).toBe('');
  return [
    ...new Set<string>(JSON.parse(run.stdout).findings.map(({ path }: { path: string }) => path)),
  ].sort();
}

describe.skipIf(!hasGit)('--changed', () => {
  test('with --list-files prints what it would report on', async () => {
    const root = repository();
    expect((await runInFolder(root, ['--changed', '--list-files'])).stdout).toBe('');
    addFiles(root, { 'b.md': paper('See [@knuth1997].'), 'c.md': old });
    expect((await runInFolder(root, ['--changed', '--list-files'])).stdout).toBe('b.md\nc.md\n');
    expect((await runInFolder(root, ['--list-files', '--changed', 'HEAD', '--', 'c.md'])).stdout).toBe(
      'c.md\n',
    );
    git(root, 'add', 'c.md');
    expect((await runInFolder(root, ['--staged', '--list-files'])).stdout).toBe('c.md\n');
    expect((await runInFolder(root, ['--staged', '--changed', '--list-files'])).code).toBe(2);
  });

  test('reports nothing where nothing changed, and ends with 0', async () => {
    const root = repository();
    expect(await reported(root, '--changed')).toEqual([]);
    expect((await runInFolder(root, ['--changed'])).code).toBe(0);
  });

  test('reports on changed, staged, new and renamed files, not on ignored and deleted ones', async () => {
    const root = repository({ ...site, '.gitignore': 'ignored.md\n', 'c.md': old, 'd.md': old });
    addFiles(root, {
      'Łódź/with blank.md': paper('More of [@gray1978].').replace('refs.bib', '../refs.bib'),
      'new "file".md': old,
      'ignored.md': old,
      'staged.md': old,
    });
    git(root, 'add', 'staged.md');
    renameSync(join(root, 'c.md'), join(root, 'renamed.md'));
    rmSync(join(root, 'd.md'));
    expect(await reported(root, '--changed')).toEqual([
      'new "file".md',
      'renamed.md',
      'staged.md',
      'Łódź/with blank.md',
    ]);
  });

  test('with a commit, counts from where the branch left it', async () => {
    const root = repository();
    git(root, 'checkout', '-q', '-b', 'topic');
    addFiles(root, { 'a.md': paper('Mine: [@gray1978].') });
    git(root, 'commit', '-q', '-am', 'Change a');
    git(root, 'checkout', '-q', 'main');
    addFiles(root, { 'b.md': paper('Theirs: [@gray1978].') });
    git(root, 'commit', '-q', '-am', 'Change b');
    git(root, 'checkout', '-q', 'topic');
    expect(await reported(root, '--changed', 'main')).toEqual(['a.md']);
    expect(await reported(root, '--changed')).toEqual([]);
  });

  test('goes with paths', async () => {
    const root = repository();
    addFiles(root, { 'a.md': paper('More of [@gray1978].'), 'b.md': paper('More of [@gray1978].') });
    expect(await reported(root, '--changed', '--', 'b.md')).toEqual(['b.md']);
    expect(await reported(root, 'b.md', '--changed')).toEqual(['b.md']);
    expect(await reported(join(root, 'Łódź'), '--changed', '--', '..')).toEqual(['../a.md', '../b.md']);
  });

  test('reports on a file that did not change where a changed one is to blame', async () => {
    const root = repository({ ...site, 'refs.bib': '', 'one.bib': entries('knuth1997'), 'two.bib': '' });
    addFiles(root, {
      'two.bib': entries('knuth1997').replace('1997\n', '1998\n'),
      'a.md': paper('See [@knuth1997].').replace('refs.bib', '[two.bib, one.bib]'),
    });
    git(root, 'commit', '-q', '-am', 'Read both');
    addFiles(root, { 'two.bib': entries('knuth1997').replace('1997\n', '1999\n') });
    const run = await runInFolder(root, ['-f', 'json', '--changed', '--only', 'duplicate-key']);
    const [finding] = JSON.parse(run.stdout).findings;
    expect([finding.path, finding.related[0].path].sort()).toEqual(['one.bib', 'two.bib']);
  });

  test('before the first commit every file is new', async () => {
    const root = makeFolder(site);
    git(root, 'init', '-q');
    git(root, 'add', 'a.md');
    expect(await reported(root, '--changed')).toEqual(['a.md', 'b.md', 'Łódź/with blank.md']);
  });

  test.each([
    [['--changed', 'nowhere'], 'git knows no commit "nowhere".', 'Fetch it first'],
    [['--changed', 'a.md'], 'git knows no commit "a.md".', 'Write --changed -- a.md'],
    [['--changed', '--staged'], '--changed and --staged do not go together.', ''],
    [['--changed=--output=x'], 'git knows no commit "--output=x".', ''],
    [['--changed', '--stdin'], 'Standard input is linted alone, whatever changed.', ''],
  ])('%j ends with 2 and one clear line', async (args, message, hint) => {
    const run = await runInFolder(repository(), args, 'Text.');
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(message);
    expect(run.stderr).toContain(hint);
  });
});

test.each(['--changed', '--staged'])('%s needs a repository', async (option) => {
  const run = await runInFolder(makeFolder(site), [option]);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain(`${option} asks git what changed, and there is no git repository here.`);
});

test.each(['--changed', '--staged'])('%s says so where git does not read the repository', async (option) => {
  const root = makeFolder({ ...site, '.git': 'gitdir: nowhere\n' });
  const run = await runInFolder(root, [option]);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain(`${option} asks git what changed, and git does not read the repository here.`);
  expect(run.stderr).toContain('safe.directory');
});

describe.skipIf(!hasGit)('--changed looks into a repository inside this one', () => {
  const inside = () => {
    const root = repository();
    addFiles(root, { 'book/refs.bib': entries('knuth1997'), 'book/c.md': old, 'book/d.md': old });
    git(join(root, 'book'), 'init', '-q', '-b', 'main');
    git(join(root, 'book'), 'add', '-A');
    git(join(root, 'book'), 'commit', '-q', '-m', 'Begin');
    return root;
  };

  test('that is not known yet: every file of it', async () => {
    expect(await reported(inside(), '--changed')).toEqual(['book/c.md', 'book/d.md']);
  });

  test('that is a submodule: what changed since the commit that is recorded', async () => {
    const root = inside();
    git(root, 'add', 'book');
    git(root, 'commit', '-q', '-m', 'Add the book');
    expect(await reported(root, '--changed')).toEqual([]);
    addFiles(root, { 'book/d.md': `${old}More.\n`, 'book/e.md': old });
    expect(await reported(root, '--changed')).toEqual(['book/d.md', 'book/e.md']);
    git(join(root, 'book'), 'add', '-A');
    git(join(root, 'book'), 'commit', '-q', '-m', 'Go on');
    expect(await reported(root, '--changed')).toEqual(['book/d.md', 'book/e.md']);
    expect(await reported(root, '--changed', 'HEAD~1')).toEqual(['book/c.md', 'book/d.md', 'book/e.md']);
  });
});

describe.skipIf(!hasGit)('--staged', () => {
  test('reports on what is staged, as it is staged', async () => {
    const root = repository({ ...site, 'a.md': paper('Nothing.'), 'b.md': paper('Nothing.') });
    addFiles(root, { 'a.md': old, 'b.md': old });
    git(root, 'add', 'a.md');
    expect(await reported(root, '--staged')).toEqual(['a.md']);
    addFiles(root, { 'a.md': paper('Mended since.') });
    expect(await reported(root, '--staged')).toEqual(['a.md']);
    git(root, 'add', 'a.md');
    addFiles(root, { 'a.md': old });
    expect(await reported(root, '--staged')).toEqual([]);
  });

  test('reads the rest of the project as it is staged too', async () => {
    const root = repository({ ...site, 'refs.bib': entries('knuth1997') });
    addFiles(root, { 'a.md': paper('See [@hoare1962].'), 'refs.bib': entries('knuth1997', 'hoare1962') });
    git(root, 'add', 'a.md');
    expect(await reported(root, '--staged')).toEqual(['a.md']);
    git(root, 'add', 'refs.bib');
    rmSync(join(root, 'refs.bib'));
    expect(await reported(root, '--staged')).toEqual([]);
  });

  test('fixes what is staged whole, and nothing that goes on from there', async () => {
    const empty = entries('knuth1997').replace('year = 1997', 'year = 1997,\n  year = 1997');
    const root = repository({ 'one.bib': entries('knuth1997'), 'two.bib': entries('knuth1997') });
    addFiles(root, { 'one.bib': empty, 'two.bib': empty });
    git(root, 'add', '-A');
    addFiles(root, { 'two.bib': `${empty}\n% more\n` });
    const run = await runInFolder(root, ['--staged', '--fix', '--only', 'duplicate-field']);
    expect(run.stderr).toBe(
      'bibliolint: 1 fix was made in 1 file. Stage it with git add before you commit.\nbibliolint: two.bib was not fixed: it has changes that are not staged.\n',
    );
    expect(readFileSync(join(root, 'one.bib'), 'utf8')).toBe(entries('knuth1997'));
    expect(readFileSync(join(root, 'two.bib'), 'utf8')).toBe(`${empty}\n% more\n`);
  });

  test('a fix that is not staged yet is no clean end: the commit would hold what was found', async () => {
    const repeated = entries('knuth1997').replace('year = 1997', 'year = 1997,\n  year = 1997');
    const root = repository({ 'refs.bib': entries('knuth1997') });
    addFiles(root, { 'refs.bib': repeated });
    git(root, 'add', '-A');
    const args = ['--staged', '--fix', '--only', 'duplicate-field'];
    expect(await runInFolder(root, args)).toMatchObject({
      code: 1,
      stdout: 'No findings in 1 file checked.\n',
    });
    git(root, 'add', '-A');
    expect(await runInFolder(root, args)).toMatchObject({ code: 0, stderr: '' });
  });
});
