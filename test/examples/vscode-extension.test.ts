import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { problemMatcherFiles } from '../../.ci/problem-matchers.ts';
import { extensionFolder, extensionManifest } from '../../.ci/vscode-extension.ts';
import { configSchema, version } from '../../src/index.ts';
import { runCli } from '../support/run-cli.ts';
import { hasTool } from '../support/tools.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, extensionFolder);
const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

const scratch = mkdtempSync(join(tmpdir(), 'bibliolint-extension-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe('the manifest', () => {
  test('is the one that the code asks for', () => {
    expect(readFileSync(join(folder, 'package.json'), 'utf8')).toBe(extensionManifest(version));
  });

  test('has the matcher of the tasks', () => {
    const tasks = JSON.parse(problemMatcherFiles().get('examples/editors/vscode/tasks.json') ?? '');
    const [{ name, ...matcher }] = manifest.contributes.problemMatchers;
    expect(name).toBe('bibliolint');
    expect(matcher).toEqual(tasks.tasks[0].problemMatcher);
  });

  test('completes the files that bibliolint reads its configuration from', async () => {
    const names: string[] = [
      ...manifest.contributes.jsonValidation,
      ...manifest.contributes.yamlValidation,
    ].flatMap(({ fileMatch }) => fileMatch);
    expect(names).toContain('bibliolint.config.json');
    for (const name of names) {
      const run = await runCli([], { [name]: '{"no-such-setting": 1}', 'a.md': '# A\n' });
      expect(run.stderr, name).toContain('no-such-setting');
    }
  });

  test('starts on each language that the extension serves, and knows all its commands', () => {
    const source = readFileSync(join(folder, 'extension.mjs'), 'utf8');
    const served = /const languages = \[(.*)\]/.exec(source)?.[1]?.match(/\w+/g) ?? [];
    expect(served.length).toBeGreaterThan(3);
    for (const language of served) expect(manifest.activationEvents).toContain(`onLanguage:${language}`);
    const registered = [...source.matchAll(/registerCommand\('([\w.]+)'/g)].map(([, command]) => command);
    expect(manifest.contributes.commands.map(({ command }: { command: string }) => command)).toEqual(
      registered,
    );
    for (const setting of Object.keys(manifest.contributes.configuration.properties)) {
      expect(source).toContain(`'${setting.split('.')[1]}'`);
    }
  });
});

describe('the server that is started', () => {
  type ServerCommand = (where: { setting: string; folders: readonly string[]; isTrusted: boolean }) => {
    command: string;
    args: string[];
  };
  let serverCommand: ServerCommand;
  const site = join(scratch, 'site');
  const installed = join(site, 'node_modules/bibliolint/dist/bin.cjs');
  beforeAll(async () => {
    ({ serverCommand } = await import(
      '../../examples/editors/vscode-extension/server-command.mjs' as string
    ));
    mkdirSync(join(installed, '..'), { recursive: true });
    writeFileSync(installed, '');
  });
  const start = (changes: Partial<Parameters<ServerCommand>[0]>) =>
    serverCommand({ setting: '', folders: [scratch, site], isTrusted: true, ...changes });

  test('is the one the workspace installs, run by the Node that is there', () => {
    expect(start({})).toMatchObject({ command: process.execPath, args: [installed, 'lsp'] });
  });

  test('is started by a command that bibliolint has', async () => {
    expect((await runCli(['--help'])).stdout).toMatch(new RegExp(`^ *bibliolint ${start({}).args[1]} `, 'm'));
  });

  test('is none of the workspace where that is not trusted', () => {
    expect(start({ isTrusted: false }).args).toEqual(['lsp']);
    expect(start({ isTrusted: false }).command).toContain('bibliolint');
  });

  test('is the one on the path where the workspace has none', () => {
    expect(start({ folders: [scratch] }).args).toEqual(['lsp']);
  });

  test('is the one of the settings where they name one', () => {
    expect(start({ setting: '/opt/bin.js' })).toMatchObject({ args: ['/opt/bin.js', 'lsp'] });
    expect(start({ setting: '/opt/bibliolint' }).command).toContain('/opt/bibliolint');
  });
});

const hasVsce = hasTool('vsce', 'the VS Code extension is not packed');

test.skipIf(!hasVsce)(
  'vsce packs the extension, with its bundle and the schema',
  { timeout: 120_000 },
  () => {
    const packed = spawnSync(process.execPath, ['.ci/extension.mjs'], { cwd: root, encoding: 'utf8' });
    expect(packed.stderr).toBe('');
    expect(packed.status).toBe(0);
    const archive = join(folder, 'bibliolint.vsix');
    const unzip = (...args: readonly string[]): string =>
      execFileSync('python3', ['-m', 'zipfile', ...args], { encoding: 'utf8' });
    unzip('-e', archive, scratch);
    const inside = (path: string): string => readFileSync(join(scratch, 'extension', path), 'utf8');
    const written = JSON.parse(inside('package.json'));
    expect(written).toMatchObject({ name: 'bibliolint', version, main: manifest.main });
    expect(JSON.parse(inside(manifest.contributes.jsonValidation[0].url))).toEqual(configSchema());
    const bundle = inside(manifest.main);
    const needed = new Set([...bundle.matchAll(/require\("([^"]+)"\)/g)].map(([, name = '']) => name));
    expect([...needed].filter((name) => !isBuiltin(name))).toEqual(['vscode']);
    expect(spawnSync(process.execPath, ['--check', join(scratch, 'extension', manifest.main)]).status).toBe(
      0,
    );
  },
);
