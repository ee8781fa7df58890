import { describe, expect, test } from 'vitest';
import { type CliRun, runCli } from '../support/run-cli.ts';

const page = (body: string) => `---\ntitle: Sorting\n---\n${body}\n`;
const files = {
  'refs.bib':
    '@book{lovelace1843, title = {Notes}, author = {Lovelace, Ada}, publisher = {Taylor}, year = {1843}}\n',
  'a.md': page('Sorting [@knuth1997], counting [@knuth1997; @lovelace1843].'),
  'notes/b.md': page('Searching [@shannon1948].'),
  'bibliolint.config.json': '{"dialect": "pandoc", "bibliographies": ["refs.bib"]}',
};
const unix = (run: CliRun): string[] => run.stdout.split('\n').filter((line) => line !== '');
const ids = (run: CliRun): string[] => unix(run).map((line) => /\[([\w-]+)\]$/.exec(line)?.[1] ?? line);

describe('--rule', () => {
  const lint = (...args: string[]) => runCli(['-f', 'unix', '--only', 'undefined-key', ...args], files);

  test('sets the level, above what configurations say', async () => {
    const run = await lint('--rule', 'undefined-key:note');
    expect(unix(run).every((line) => line.includes(': info: '))).toBe(true);
    expect(run.code).toBe(0);
    const override = { ...files, 'notes/.bibliolintrc': '{"rules": {"undefined-key": "error"}}' };
    expect(await runCli(['--rule', 'undefined-key:off', '-f', 'unix'], override)).toMatchObject({ code: 0 });
  });

  test('sets options', async () => {
    const run = await lint('--rule', 'undefined-key:error:{"allow": ["knuth1997"]}');
    expect(unix(run)).toHaveLength(1);
    expect(unix(run)[0]).toContain('shannon1948');
  });

  test('switches on a rule that the preset leaves out', async () => {
    const args = ['-f', 'unix', '--rule', 'suppression-without-reason:warning'];
    const silenced = {
      ...files,
      'a.md': page('<!-- bibliolint-disable-next-line -->\nSorting [@knuth1997].'),
    };
    expect(ids(await runCli(args, silenced))).toContain('suppression-without-reason');
  });

  test.each([
    ['undefined-key', '--rule wants ID:LEVEL, not "undefined-key".'],
    ['undefined-key:', '--rule undefined-key:: there is no level "".'],
    [':off', '--rule wants ID:LEVEL, not ":off".'],
    ['undefined-key:error:{', '--rule undefined-key:error:{: the options are not JSON.'],
    [
      'undefined-key:error:[]',
      '--rule undefined-key:error:[]: The configuration must be an object of options.',
    ],
    [
      'undefined-key:error:{"allow":1}',
      '--rule undefined-key:error:{"allow":1}: `allow` must be a list of strings.',
    ],
    ['house/no-such:off', 'There is no rule house/no-such.'],
  ])('%s', async (given, title) => {
    const run = await runCli(['--rule', given], files);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(`bibliolint: ${title}\n`);
  });
});

describe('--only', () => {
  test('runs a rule that a configuration switches off', async () => {
    const off = {
      ...files,
      'bibliolint.config.json':
        '{"dialect": "pandoc", "bibliographies": ["refs.bib"], "rules": {"undefined-key": "off"}}',
    };
    expect(ids(await runCli(['-f', 'unix', '--only', 'undefined-key'], off))).toContain('undefined-key');
    expect(ids(await runCli(['-f', 'unix'], off))).not.toContain('undefined-key');
  });

  test('several, and --skip', async () => {
    const run = await runCli(
      ['-f', 'unix', '--only', 'undefined-key', '--only', 'unused-entry', '--skip', 'unused-entry'],
      files,
    );
    expect(new Set(ids(run))).toEqual(new Set(['undefined-key']));
  });
});

test('--no-inline-config takes no notice of directives', async () => {
  const silenced = {
    ...files,
    'a.md': page('<!-- bibliolint-disable-next-line undefined-key -- in press -->\nSorting [@knuth1997].'),
  };
  expect(unix(await runCli(['a.md', '-f', 'unix'], silenced))).toEqual([]);
  const run = await runCli(['a.md', '-f', 'unix', '--no-inline-config'], silenced);
  expect(ids(run)).toEqual(['undefined-key']);
  expect(run.code).toBe(1);
});

describe('how much the text report prints', () => {
  test('--max-diagnostics prints the first and counts the rest', async () => {
    const run = await runCli(['--max-diagnostics', '1'], files);
    expect(run.stdout.match(/undefined-key$/gm)).toHaveLength(1);
    expect(run.stdout).toContain('\n2 more findings not shown.\n\n3 errors in 2 of 3 files checked.\n');
    expect(run.code).toBe(1);
    const none = await runCli(['--max-diagnostics', '0'], files);
    expect(none.stdout).toBe('3 findings not shown.\n\n3 errors in 2 of 3 files checked.\n');
  });

  test('--max-diagnostics says nothing where all is shown, and no other report is cut', async () => {
    expect((await runCli(['--max-diagnostics', '3'], files)).stdout).not.toContain('not shown');
    expect(unix(await runCli(['--max-diagnostics', '1', '-f', 'unix'], files))).toHaveLength(3);
  });

  test('--statistics counts by rule', async () => {
    const run = await runCli(['--statistics', '--rule', 'unused-entry:note'], {
      ...files,
      'a.md': page('Sorting [@knuth1997].'),
    });
    expect(run.stdout).toBe(
      '2  error    undefined-key\n1  note     unused-entry\n\n2 errors, 1 note in 3 files checked.\n',
    );
    expect(
      (await runCli(['--statistics'], { ...files, 'a.md': page('A.'), 'notes/b.md': page('B.') })).stdout,
    ).toContain('No findings');
  });
});

describe('the environment', () => {
  const environment = { BIBLIOLINT_FORMAT: 'unix' };

  test('names the format', async () => {
    expect(unix(await runCli([], files, { environment }))).toHaveLength(3);
    expect(JSON.parse((await runCli(['-f', 'json'], files, { environment })).stdout).findings).toHaveLength(
      3,
    );
    expect((await runCli([], files, { environment: { BIBLIOLINT_FORMAT: '' } })).stdout).toContain(
      '3 errors',
    );
    const wrong = await runCli([], files, { environment: { BIBLIOLINT_FORMAT: 'pdf' } });
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('There is no format "pdf".') });
  });

  test('names the file', async () => {
    const both = { ...environment, BIBLIOLINT_OUTPUT_FILE: 'report.txt' };
    const run = await runCli([], files, { environment: both });
    expect(run.stdout).toBe('');
    expect([...run.written.keys()]).toEqual(['/site/report.txt']);
    expect((await runCli(['-f', 'unix'], files, { environment: both })).written.size).toBe(0);
  });
});

describe('files that are left out', () => {
  const more = { ...files, '.gitignore': 'drafts/\n', 'drafts/c.md': page('Draft [@hoare1962].') };

  test('--list-files prints what would be checked', async () => {
    expect((await runCli(['--list-files'], more)).stdout).toBe('a.md\nnotes/b.md\nrefs.bib\n');
    expect((await runCli(['--list-files', 'notes'], more)).stdout).toBe('notes/b.md\n');
    expect((await runCli(['--list-files', '--no-ignore'], more)).stdout).toContain('drafts/c.md\n');
    expect((await runCli(['--list-files'], { 'x.txt': '' })).code).toBe(2);
  });

  test('--no-ignore checks them', async () => {
    expect(unix(await runCli(['-f', 'unix', '--no-ignore'], more))).toHaveLength(4);
    const byConfig = {
      ...files,
      'bibliolint.config.json': '{"dialect": "pandoc", "bibliographies": ["refs.bib"], "ignore": ["notes"]}',
    };
    expect(unix(await runCli(['-f', 'unix'], byConfig))).toHaveLength(2);
    expect(unix(await runCli(['-f', 'unix', '--no-ignore'], byConfig))).toHaveLength(3);
  });

  test.each([
    [['drafts/c.md'], 2, 'drafts/c.md is not checked'],
    [['drafts/c.md', '--no-warn-ignored'], 2, ''],
    [['drafts/c.md', '--no-error-on-unmatched-pattern'], 0, 'drafts/c.md is not checked'],
    [['drafts/c.md', '--force-exclude'], 0, ''],
    [['drafts/c.md', 'refs.bib', '--force-exclude'], 0, ''],
    [['drafts'], 2, 'no document or bibliography was found to check.'],
    [['drafts', '--no-error-on-unmatched-pattern'], 0, ''],
  ])('%j ends with %i', async (args, code, message) => {
    const run = await runCli(['--only', 'invalid-doi', ...args], more);
    expect(run.code).toBe(code);
    if (message === '') expect(run.stderr).toBe('');
    else expect(run.stderr).toContain(message);
  });
});

describe('--print-config', () => {
  const configured = {
    ...files,
    'notes/.bibliolintrc.yaml': [
      'extends: ../shared.toml',
      'rules:',
      '  undefined-key:',
      '    - warning',
      '    - allow: [shannon1948]',
      'overrides:',
      '  - files: "*.md"',
      '    rules: { unused-entry: off }',
      'shortcodes:',
      '  cite: { key: 0 }',
    ].join('\n'),
    'shared.toml': '\npreset = "strict"\nignore = ["old"]\n',
  };

  test('shows each value with the place that set it', async () => {
    const { stdout, code } = await runCli(
      ['--print-config', 'notes/b.md', '--rule', 'invalid-doi:note'],
      configured,
    );
    expect(code).toBe(0);
    expect(stdout).toContain(
      '// What holds for notes/b.md, from --rule, notes/.bibliolintrc.yaml, shared.toml, bibliolint.config.json.\n',
    );
    for (const line of [
      '  "preset": "strict", // shared.toml:2',
      '  "preview": false, // default',
      '  "dialect": "pandoc", // bibliolint.config.json:1',
      '    "refs.bib", // bibliolint.config.json:1',
      '    "old", // shared.toml:3',
      '    "cite": {"key":0}, // notes/.bibliolintrc.yaml:10',
      '    "undefined-key": ["warning", { // notes/.bibliolintrc.yaml:3',
      '      "allow": ["shannon1948"], // notes/.bibliolintrc.yaml:3',
      '    "unused-entry": ["off", { // notes/.bibliolintrc.yaml:8',
      '    "invalid-doi": "note", // --rule',
      '    "miscased-key": "error", // preset strict',
    ]) {
      expect(stdout.split('\n')).toContain(line);
    }
  });

  test('as JSON', async () => {
    const { stdout } = await runCli(['--print-config', 'notes/b.md', '-f', 'json'], configured);
    const printed = JSON.parse(stdout);
    expect(printed.rules['undefined-key'].options.allow).toEqual({
      value: ['shannon1948'],
      origin: 'notes/.bibliolintrc.yaml:3',
    });
  });

  test('of a file that is not there, and of a site that says nothing', async () => {
    const { stdout } = await runCli(['--print-config', 'notes/new.md'], configured);
    expect(stdout).toContain('"preset": "strict", // shared.toml:2');
    const hugo = { 'hugo.toml': '', 'content/a.md': page('A.') };
    expect((await runCli(['--print-config', 'content/a.md'], hugo)).stdout).toContain(
      '  "dialect": "hugo", // detected: hugo.toml stands in the root folder\n',
    );
  });
});

describe('a mistake in a configuration', () => {
  const broken = { ...files, 'notes/bibliolint.config.json': '{\n  "rulez": {}\n}' };

  test('is named from the working directory', async () => {
    const expected =
      'bibliolint: notes/bibliolint.config.json:2:3: There is no setting `rulez`.\n  Did you mean rules?\n';
    expect(await runCli([], broken)).toEqual({ code: 2, stdout: '', stderr: expected, written: new Map() });
    for (const args of [['inspect'], ['--list-files'], ['--print-config', 'notes/b.md'], ['--fix']]) {
      expect(await runCli(args, broken)).toMatchObject({ code: 2, stderr: expected });
    }
    const named = await runCli(['--config', 'notes/bibliolint.config.json'], broken);
    expect(named).toMatchObject({ code: 2, stderr: expected });
  });

  test('--no-config passes it by', async () => {
    expect((await runCli(['--no-config', '--dialect', 'pandoc', '-f', 'unix'], broken)).stderr).toBe('');
  });

  test('a configuration that is not there, or says nothing', async () => {
    expect((await runCli(['--config', 'none.json'], files)).stderr).toContain(
      'none.json: This configuration is not there, or cannot be read.',
    );
    const silent = await runCli(['--config', 'package.json'], { ...files, 'package.json': '{}' });
    expect(silent.stderr).toBe('bibliolint: package.json: This file has no setting `bibliolint`.\n');
    expect((await runCli(['--config', '.'], files)).stderr).toBe(
      'bibliolint: .: This configuration is not there, or cannot be read.\n',
    );
  });
});
