import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isAvailable } from '../support/tools.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'bibliolint-package-'));
const installed = join(folder, 'node_modules/bibliolint');
let tarball: Buffer;

const page =
  '---\ntitle: Sorting\n---\nSorting{{< cite "knuth1997" "Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley." >}\n';

/** Packs what is built and installs it in an empty folder, without any package it depends on. */
beforeAll(() => {
  const packed = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root);
  const [{ filename }] = JSON.parse(packed.stdout) as [{ filename: string }];
  tarball = readFileSync(join(folder, filename));
  mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
  run('tar', ['-xzf', filename, '-C', 'node_modules'], folder);
  run('mv', ['node_modules/package', installed], folder);
  symlinkSync('../bibliolint/dist/bin.cjs', join(folder, 'node_modules/.bin/bibliolint'));
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(command: string, args: readonly string[], cwd: string) {
  const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
  const result = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  if (result.error !== undefined) throw result.error;
  return result;
}

const npx = (...args: string[]) => run('npx', ['--no-install', 'bibliolint', ...args], folder);

describe('in an empty folder', () => {
  test('npx runs it', () => {
    expect(npx('--version')).toMatchObject({ status: 0, stderr: '' });
    writeFileSync(join(folder, 'hugo.toml'), '');
    mkdirSync(join(folder, 'content'));
    writeFileSync(join(folder, 'content/page.md'), page);
    expect(npx('content', '-f', 'unix')).toMatchObject({ status: 1, stderr: '' });
    expect(npx('--help').stdout).toContain('--fix');
    expect(npx('explain', 'undefined-key').stdout).toContain('What the engines do');
  });

  test('a program imports it', () => {
    const program = `
      import { lint, rules, version } from 'bibliolint';
      import { testRule } from 'bibliolint/rule-tester';
      import schema from 'bibliolint/schema.json' with { type: 'json' };
      const { findings } = await lint({ 'hugo.toml': '', 'content/page.md': ${JSON.stringify(page)} });
      console.log(findings[0].ruleId, rules.length > 50, version, typeof testRule, schema.title);
    `;
    writeFileSync(join(folder, 'program.js'), program);
    const { version } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { version: string };
    expect(run('node', ['--no-warnings', 'program.js'], folder)).toMatchObject({
      stderr: '',
      stdout: `unclosed-shortcode true ${version} function bibliolint configuration\n`,
    });
  });

  test('it holds what it promises, and no sources or tests', () => {
    writeFileSync(join(folder, 'bibliolint.tgz'), tarball);
    const { stdout } = run('tar', ['-tzf', 'bibliolint.tgz'], folder);
    const paths = stdout
      .trim()
      .split('\n')
      .map((path) => path.replace('package/', ''));
    expect(paths).toEqual(
      expect.arrayContaining([
        'LICENSE',
        'README.md',
        'CHANGELOG.md',
        'dist/bin.cjs',
        'dist/schema.json',
        'rules/citations/undefined-key.md',
      ]),
    );
    expect(paths.filter((path) => /^(?:src|test|\.ci|examples)\//.test(path))).toEqual([]);
  });
});

const hasTypes = isAvailable(
  existsSync(`${root}dist/types`),
  'the declarations of types (npm run build)',
  'the package is not checked as its users get it',
);

test.skipIf(!hasTypes)('publint has nothing to say', async () => {
  const data = tarball.buffer.slice(
    tarball.byteOffset,
    tarball.byteOffset + tarball.byteLength,
  ) as ArrayBuffer;
  const { messages, pkg } = await publint({ pack: { tarball: data }, strict: true });
  expect(messages.map((message) => formatMessage(message, pkg ?? {}))).toEqual([]);
});

test.skipIf(!hasTypes)('attw finds no type that is wrong, for whoever imports modules', async () => {
  const analysis = await checkPackage(createPackageFromTarballData(tarball));
  const problems = 'problems' in analysis ? analysis.problems : [];
  // The package is a module: `require` and the resolution of Node 10 are not for it.
  const ours = problems.filter(
    (problem) => !('resolutionKind' in problem && /^node10$|node16-cjs/.test(problem.resolutionKind)),
  );
  expect(analysis.types).not.toBe(false);
  expect(ours).toEqual([]);
});
