import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { examplePath } from '../support/example-report.ts';
import { makeFolder } from '../support/run-in-folder.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readme = readFileSync(`${examplePath('custom-rule')}/README.md`, 'utf8');
let folder = '';

/** A copy in a folder that installs bibliolint, as its users have it. */
beforeAll(() => {
  folder = makeFolder();
  cpSync(examplePath('custom-rule'), folder, { recursive: true });
  mkdirSync(join(folder, 'node_modules'));
  symlinkSync(root, join(folder, 'node_modules/bibliolint'));
});

function node(...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  return { status, stdout, stderr };
}
const bibliolint = (...args: readonly string[]) => node('node_modules/bibliolint/dist/bin.cjs', ...args);

describe('the example of a rule', () => {
  test('finds what its README shows, by the command that is told there', () => {
    const fences = [...readme.matchAll(/^```\n([\s\S]*?)^```$/gm)];
    const [command = '', report] = fences.map(([, text]) => text);
    const args = /npx bibliolint (.*)/.exec(command)?.[1]?.split(' ') ?? [];
    expect(args).toContain('--allow-code-config');
    expect(bibliolint(...args)).toEqual({ status: 1, stdout: report, stderr: '' });
  });

  test('is found by itself under the usual name, and runs no code unasked', () => {
    const settings = readFileSync(join(folder, 'house.jsonc'), 'utf8');
    const site = join(folder, 'site');
    cpSync(examplePath('custom-rule'), site, { recursive: true });
    writeFileSync(join(site, 'bibliolint.config.jsonc'), settings);
    expect(bibliolint('site', '--allow-code-config', '-f', 'unix').stdout).toMatch(
      /^site\/paper\.md:8:41: error: .* \[house\/missing-locator\]$/m,
    );
    expect(bibliolint('site')).toEqual({
      status: 2,
      stdout: '',
      stderr: expect.stringContaining('site/bibliolint.config.jsonc:3:15: Plugins are code'),
    });
  });

  test('passes its own tests, and fails them where it is broken', () => {
    expect(node('--test', 'house-rules.test.mjs')).toMatchObject({ status: 0, stderr: '' });
    const rule = readFileSync(join(folder, 'house-rules.mjs'), 'utf8');
    expect(rule).toContain('locator !== undefined || ');
    writeFileSync(join(folder, 'house-rules.mjs'), rule.replace('locator !== undefined || ', ''));
    const broken = node('--test', 'house-rules.test.mjs');
    writeFileSync(join(folder, 'house-rules.mjs'), rule);
    expect(broken.status).toBe(1);
    expect(broken.stdout).toContain('not ok 1 - missing-locator: a book with pages');
  });
});
