import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addFiles, makeFolder, runInFolder } from '../support/run-in-folder.ts';

const entries =
  '@book{knuth1997,\n  title = {Sorting},\n  author = {Knuth, Donald E.},\n  publisher = {Addison-Wesley},\n  year = 1997\n}\n';
const paper = (body: string) => `---\ntitle: Sorting\nbibliography: refs.bib\n---\n\n${body}\n`;
const site = (bodies: Readonly<Record<string, string>>) => ({
  'refs.bib': entries,
  ...Object.fromEntries(Object.entries(bodies).map(([name, body]) => [`${name}.md`, paper(body)])),
});
const old = site({ a: 'See [@gray1978] and [@hoare1962].', b: 'See [@gray1978].' });

const BASELINE = ['--baseline', 'old.json'];
const update = (root: string, ...more: string[]) =>
  runInFolder(root, [...BASELINE, '--update-baseline', ...more]);
const lint = (root: string, ...more: string[]) => runInFolder(root, [...BASELINE, '-f', 'unix', ...more]);
const read = (root: string) => JSON.parse(readFileSync(join(root, 'old.json'), 'utf8'));

async function folderWithBaseline(): Promise<string> {
  const root = makeFolder(old);
  expect((await update(root)).code).toBe(0);
  return root;
}

describe('a baseline', () => {
  test('is written, and what it knows is not reported', async () => {
    const root = makeFolder(old);
    const run = await update(root);
    expect(run).toEqual({
      code: 0,
      stdout: 'No findings in 3 files checked, 3 findings suppressed.\n',
      stderr: 'bibliolint: old.json knows 3 findings now.\n',
    });
    expect(read(root)).toEqual({
      version: 1,
      findings: [
        {
          path: 'a.md',
          rule: 'undefined-key',
          fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
          count: 1,
        },
        {
          path: 'a.md',
          rule: 'undefined-key',
          fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
          count: 1,
        },
        {
          path: 'b.md',
          rule: 'undefined-key',
          fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
          count: 1,
        },
      ],
    });
    expect(await lint(root)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test.each([
    ['lines that move', `Preface.\n\nSee [@gray1978] and\n[@hoare1962].`],
    ['another text round it', 'Look at [@hoare1962, p. 3] first, then at [see @gray1978].'],
    ['CRLF', 'See [@gray1978] and [@hoare1962].\r\n\r\nMore.\r\n'],
  ])('survives %s', async (_, body) => {
    const root = await folderWithBaseline();
    addFiles(root, site({ a: body }));
    expect(await lint(root)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('holds wherever the run starts', async () => {
    const files = Object.fromEntries(Object.entries(old).map(([path, text]) => [`site/${path}`, text]));
    const root = makeFolder({ ...files, '.git/HEAD': '' });
    await update(root);
    const run = await runInFolder(join(root, 'site'), ['--baseline', '../old.json', 'a.md']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
  });

  test('counts equal findings, and one more is new', async () => {
    const root = await folderWithBaseline();
    addFiles(root, site({ a: 'See [@gray1978] and [@hoare1962], and [@gray1978] again.' }));
    const run = await lint(root);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/^a\.md:6:41: error: .*gray1978.*\n$/);
  });

  test('says what is stale, fails, and is pruned', async () => {
    const root = await folderWithBaseline();
    addFiles(root, site({ a: 'See [@gray1978].' }));
    rmSync(join(root, 'b.md'));
    expect(await lint(root)).toEqual({
      code: 1,
      stdout: '',
      stderr:
        'bibliolint: 2 entries of old.json match nothing any more; --prune-baseline drops what is stale.\n',
    });
    expect((await lint(root, '--exit-zero')).code).toBe(0);
    const pruned = await lint(root, '--prune-baseline');
    expect(pruned).toEqual({
      code: 0,
      stdout: '',
      stderr: 'bibliolint: old.json has forgotten 2 entries.\n',
    });
    expect(read(root).findings).toHaveLength(1);
    expect(await lint(root)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('pruning makes nothing known', async () => {
    const root = await folderWithBaseline();
    addFiles(root, site({ a: 'See [@lamport1978].', b: 'See [@gray1978].' }));
    const run = await lint(root, '--prune-baseline');
    expect(run.code).toBe(1);
    expect(run.stdout).toContain('lamport1978');
  });

  test.each([
    ['a target', ['a.md']],
    ['a rule', ['--only', 'missing-bibliography']],
    ['all rules but one', ['--skip', 'undefined-key']],
  ])('has nothing stale beyond what was asked for: %s', async (_, args) => {
    const root = await folderWithBaseline();
    addFiles(root, site({ b: 'Nothing.' }));
    expect(await lint(root, ...args)).toMatchObject({ code: 0, stderr: '' });
    const before = read(root);
    await update(root, ...args);
    expect(read(root)).toEqual(before);
  });

  test('is told in the summaries', async () => {
    const root = await folderWithBaseline();
    const report = JSON.parse((await runInFolder(root, [...BASELINE, '-f', 'json'])).stdout);
    expect(report.summary).toEqual({
      files: 3,
      errors: 0,
      warnings: 0,
      notes: 0,
      suppressed: 3,
      baselined: 3,
    });
    const sarif = JSON.parse((await runInFolder(root, [...BASELINE, '-f', 'sarif'])).stdout);
    expect(sarif.runs[0].properties).toEqual({ suppressed: 3, baselined: 3 });
  });

  test('keeps its findings from being fixed', async () => {
    const files = { 'refs.bib': entries.replace('year = 1997', 'year = 1997,\n  year = 1997') };
    const root = makeFolder(files);
    await update(root);
    expect(await lint(root, '--fix')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(join(root, 'refs.bib'), 'utf8')).toBe(files['refs.bib']);
  });

  test('knows what is left once fixes are made', async () => {
    const root = makeFolder({
      ...old,
      'refs.bib': entries.replace('year = 1997', 'year = 1997,\n  year = 1997'),
    });
    const run = await update(root, '--fix');
    expect(run.stderr).toContain('1 fix was made in 1 file.\n');
    expect(read(root).findings).toHaveLength(3);
    expect(await lint(root)).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('a baseline that cannot be used', () => {
  test.each([
    ['one that is not there', undefined, 'This baseline does not exist.'],
    ['no JSON', '{"version": 1, <<<<<<< HEAD', 'This baseline is not JSON.'],
    ['an empty file', '', 'This baseline is not JSON.'],
    ['another file', '{"name": "site"}', 'This file is no baseline of bibliolint.'],
    ['a list', '[]', 'This file is no baseline of bibliolint.'],
    [
      'a later version',
      '{"version": 2, "findings": []}',
      'This baseline is of version 2, which a later bibliolint wrote.',
    ],
    ['a broken entry', '{"version": 1, "findings": [null]}', 'Entry 1 of this baseline is none.'],
    [
      'a count that is none',
      `{"version": 1, "findings": [{"path": "a", "rule": "b", "fingerprint": "${'0'.repeat(32)}", "count": 1e400}]}`,
      'Entry 1 of this baseline is none.',
    ],
    [
      'prototypes',
      '{"version": 1, "findings": [{"__proto__": {"path": "a"}}]}',
      'Entry 1 of this baseline is none.',
    ],
    ['bytes', Buffer.from([0xff, 0xfe, 0]), 'This baseline is not JSON.'],
  ])('%s is one clear line and 2', async (_, content, message) => {
    const root = makeFolder(old);
    if (content !== undefined) writeFileSync(join(root, 'old.json'), content);
    const run = await lint(root);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toMatch(/^bibliolint: old\.json: [^\n]+\n {2}[^\n]+\n$/);
    expect(run.stderr).toContain(message);
    // What is none is never overwritten: the name may be a mistake.
    if (content !== undefined) {
      expect((await update(root)).code).toBe(2);
      expect(readFileSync(join(root, 'old.json'))).toEqual(Buffer.from(content));
    }
  });

  test('a pipe does not hold it up', async () => {
    const root = makeFolder(old);
    execFileSync('mkfifo', [join(root, 'old.json')]);
    expect((await lint(root)).stderr).toContain('This baseline cannot be read.');
  });

  test.each([
    [['--update-baseline'], '--update-baseline needs to know the file.'],
    [['--prune-baseline'], '--prune-baseline needs to know the file.'],
    [[...BASELINE, '--update-baseline', '--diff'], 'A baseline is written where fixes are made'],
    [['--baseline'], '--baseline needs a value.'],
  ])('%j', async (args, message) => {
    const run = await runInFolder(makeFolder(old), args);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(message);
  });
});
