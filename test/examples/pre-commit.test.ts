import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { hasTool } from '../support/tools.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files?: string;
  readonly types?: readonly string[];
  readonly require_serial?: boolean;
}

const hooks: readonly Hook[] = parse(readFileSync(`${root}.pre-commit-hooks.yaml`, 'utf8'));

const folder = mkdtempSync(join(tmpdir(), 'bibliolint-hooks-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): string {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  return join(folder, path);
}

function run(command: string, args: readonly string[], cwd: string, environment: NodeJS.ProcessEnv = {}) {
  const identity = ['AUTHOR', 'COMMITTER'].flatMap((who) => [
    [`GIT_${who}_NAME`, 'Ada Lovelace'],
    [`GIT_${who}_EMAIL`, 'ada@example.org'],
  ]);
  return spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, ...Object.fromEntries(identity), ...environment },
  });
}

describe('the hooks', () => {
  test('are three, each of them one process over the whole site', () => {
    expect(hooks.map(({ id }) => id)).toEqual(['bibliolint', 'bibliolint-fix', 'bibliolint-full']);
    for (const { require_serial: isSerial } of hooks) expect(isSerial).toBe(true);
  });

  test('want what bibliolint reads, by name, since pre-commit does not know all of these types', () => {
    for (const { files = '', types } of hooks.slice(0, 2)) {
      // Python writes the flag inside the expression.
      const pattern = new RegExp(files.replace('(?i)', ''), 'i');
      for (const name of [
        'a.md',
        'b/c.qmd',
        'c.Rmd',
        'd.mdx',
        'refs.bib',
        'data/references.json',
        'x y.markdown',
      ]) {
        expect(name).toMatch(pattern);
      }
      for (const name of ['package.json', 'a.bib.js', 'mdx', 'style.css', 'myreferences.json']) {
        expect(name).not.toMatch(pattern);
      }
      expect(types).toEqual(['text']);
    }
  });

  test('are the ones the example names', () => {
    const { repos } = parse(readFileSync(`${root}examples/pre-commit/.pre-commit-config.yaml`, 'utf8'));
    const ids = repos[0].hooks.map(({ id }: Hook) => id);
    expect(hooks.map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });
});

const hasPreCommit = hasTool('pre-commit', 'the hooks are not run');
const isRepository = run('git', ['rev-parse', '--git-dir'], root).status === 0;

const REFERENCE = 'Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley.';

/** Slow: pre-commit clones the repository, installs its packages and builds it, as it does for a user. */
describe.skipIf(!hasPreCommit || !isRepository)('pre-commit', () => {
  const site = join(folder, 'site');
  const environment = {
    PRE_COMMIT_HOME: join(folder, 'cache'),
    PRE_COMMIT_COLOR: 'never',
    npm_config_prefer_offline: 'true',
    npm_config_audit: 'false',
  };
  const preCommit = (...args: readonly string[]) => run('pre-commit', args, site, environment);

  beforeAll(() => {
    const clone = join(folder, 'bibliolint');
    expect(run('git', ['clone', '--quiet', root, clone], folder).status).toBe(0);
    const revision = run('git', ['rev-parse', 'HEAD'], clone).stdout.trim();
    write('site/hugo.toml', 'title = "Notes"\n');
    write('site/layouts/shortcodes/cite.html', '<sup title="{{ .Get 1 }}">{{ .Get 0 }}</sup>\n');
    write(
      'site/content/heap.md',
      `---\ntitle: Heap\ndate: 2024-05-01\n---\nOld{{< cite "knuth97" "${REFERENCE}" >}}.\n`,
    );
    write(
      'site/.pre-commit-config.yaml',
      [
        'repos:',
        `  - repo: ${clone}`,
        `    rev: ${revision}`,
        '    hooks:',
        ...hooks.map(({ id }) => `      - {id: ${id}, language_version: system}`),
        '',
      ].join('\n'),
    );
    run('git', ['init', '--quiet'], site);
    run('git', ['add', '--all'], site);
    run('git', ['commit', '--quiet', '--no-verify', '-m', 'A site'], site);
  });

  test('installs the hooks from a clone; they pass, fail and fix', { timeout: 600_000 }, () => {
    const clean = preCommit('run', 'bibliolint', '--all-files');
    expect(clean.stdout + clean.stderr).toMatch(/bibliolint\.+Passed/);

    write(
      'site/content/sorting.md',
      `---\ntitle: Sorting\ndate: 2024-05-02\n---\nOld{{< cite "knuth97" "${REFERENCE}" >}.\n`,
    );
    run('git', ['add', '--all'], site);
    const broken = preCommit('run', 'bibliolint');
    expect(broken.status).toBe(1);
    expect(broken.stdout).toMatch(/^content\/sorting\.md\n +5:\d+ +error +.*unclosed-shortcode$/m);

    const fixed = preCommit('run', 'bibliolint-fix');
    expect(fixed.status).toBe(1);
    expect(fixed.stdout).toContain('files were modified by this hook');
    expect(readFileSync(join(site, 'content/sorting.md'), 'utf8')).toContain('>}}.');
    run('git', ['add', '--all'], site);
    expect(preCommit('run', 'bibliolint-fix').status).toBe(0);

    write(
      'site/content/sorting.md',
      `---\ntitle: Sorting\ndate: 2024-05-02\n---\nOld{{< cite "knuth97" "${REFERENCE.replace('1997', '1998')}" >}}.\n`,
    );
    run('git', ['add', '--all'], site);
    run('git', ['commit', '--quiet', '--no-verify', '-m', 'A conflict'], site);
    const full = preCommit('run', 'bibliolint-full');
    expect(full.stdout).toContain('conflicting-reference');
    expect(full.status).toBe(1);
  });
});

const hasShell = hasTool('sh', 'the husky hook is not run', ['-c', 'command -v git']);

test.skipIf(!hasShell)('the husky hook checks what is staged, as it is staged, and nothing else', () => {
  const site = join(folder, 'husky');
  const npx = write(
    'husky-bin/npx',
    `#!/bin/sh\nshift 2\nexec '${process.execPath}' '${root}dist/bin.cjs' "$@"\n`,
  );
  chmodSync(npx, 0o755);
  const page = (end: string): string =>
    `---\ntitle: Sorting\ndate: 2024-05-02\n---\nA heap{{< cite "a" ${end}.\n`;
  write('husky/hugo.toml', '');
  write('husky/content/my heap.md', page('>}'));
  write('husky/main.c', 'x\n');
  const hook = () =>
    run('sh', ['-e', `${root}examples/pre-commit/husky-pre-commit`], site, {
      PATH: `${dirname(npx)}:${process.env['PATH']}`,
    });
  run('git', ['init', '--quiet'], site);
  run('git', ['add', 'main.c'], site);
  expect(hook()).toMatchObject({ status: 0, stdout: 'Nothing was checked.\n' });
  run('git', ['add', 'content'], site);
  write('husky/content/my heap.md', page('>}}'));
  expect(hook()).toMatchObject({ status: 1, stdout: expect.stringContaining('unclosed-shortcode') });
  run('git', ['add', 'content'], site);
  expect(hook().status).toBe(0);
});

test('lint-staged and lefthook are given the files the hooks want', async () => {
  const lefthook = parse(readFileSync(`${root}examples/pre-commit/lefthook.yml`, 'utf8'));
  const { default: lintStaged } = await import('../../examples/pre-commit/lint-staged.config.mjs' as string);
  const [pattern = ''] = Object.keys(lintStaged);
  expect(lefthook['pre-commit'].commands.citations.glob).toBe(pattern);
  const endings = /\{(.*)\}/.exec(pattern)?.[1]?.split(',') ?? [];
  expect(endings.length).toBeGreaterThan(5);
  for (const ending of endings)
    expect(`a.${ending}`).toMatch(new RegExp((hooks[0]?.files ?? '').replace('(?i)', ''), 'i'));
});
