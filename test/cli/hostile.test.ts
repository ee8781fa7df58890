import { describe, expect, test } from 'vitest';
import type { ReportFormat } from '../../src/report/format-names.ts';
import { reporters } from '../../src/report/reporters.ts';
import { payloads } from '../report/payloads.ts';
import { runnerCommands } from '../report/runner-commands.ts';
import { type CliRun, runCli } from '../support/run-cli.ts';

const FORMATS = Object.keys(reporters) as ReportFormat[];
/** Formats whose lines are commands of a runner; all others may print none. */
const COMMANDS: Readonly<Partial<Record<ReportFormat, RegExp>>> = {
  github: /^github (?:error|warning|notice)$/,
  azure: /^azure task\.logissue$/,
  teamcity: /^teamcity inspection(?:Type)?$/,
};

/** A site in which keys, titles, file names, references and settings are the payload. */
function hostileSite(payload: string): Record<string, string> {
  // A name of a file holds all but a slash and a zero byte.
  const name = payload.replace(/[/\0]/g, '');
  const quoted = JSON.stringify(payload);
  const raw = payload.replace(/["{}<>`]/g, '');
  return {
    'hugo.toml': 'title = "Notes"\n',
    'layouts/shortcodes/cite.html': '<sup title="{{ .Get 1 }}">{{ .Get 0 }}</sup>\n',
    [`content/${name}.md`]: `---\ntitle: ${quoted}\ndate: ${quoted}\nlastmod: 2020-01-01\n---\n{{< cite "${raw}" "${raw} (1998). *${raw}" >}} {{< ${raw} >}} {{< cite "a" >} [^${raw}]\n`,
    [`content/x/${name}.md`]: `---\nslug: ${quoted}\n---\n{{< cite "${raw}" "Other, ${raw} (1997). ${raw}*" >}} [^1]\n`,
    [`${name}.bib`]: `@book{${raw},\n title = {${raw}}, isbn = {${raw}}, year = {${raw}}, pages = {9--1}\n}\n@book{${raw}, title = {x}}\n@${raw}{`,
    'bibliolint.config.json': JSON.stringify({
      preset: 'strict',
      overrides: [{ files: payload, rules: {} }],
    }),
  };
}

/** What a run printed must not steer whatever shows it. */
function isHarmless({ stdout, stderr }: CliRun, allowed: RegExp | undefined): void {
  for (const text of [stdout, stderr]) {
    const commands = runnerCommands(text).map(({ runner, name }) => `${runner} ${name}`);
    expect(commands.filter((command) => allowed === undefined || !allowed.test(command))).toEqual([]);
    const colourless = text.replace(/\u001b\[\d+m/g, '');
    expect(colourless.match(/[^\t\n\P{Cc}]|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu)).toBeNull();
    expect(colourless.match(/[\ud800-\udfff]/gu)).toBeNull();
    expect(text).not.toMatch(/\n {4}at /);
  }
}

describe.each(Object.entries(payloads))('%s', (_name, payload) => {
  test.each(FORMATS)('in the files of a site, reported as %s', async (format) => {
    const run = await runCli(['--format', format, '--color'], hostileSite(payload));
    expect(run.stderr).toBe('');
    expect(run.code).toBe(1);
    isHarmless(run, COMMANDS[format]);
  });

  test('in the files of a site, printed as facts', async () => {
    isHarmless(await runCli(['inspect'], hostileSite(payload)), undefined);
  });

  test('in the files of a site that gets a configuration', async () => {
    const { 'bibliolint.config.json': _, ...files } = hostileSite(payload);
    const run = await runCli(['init'], files);
    expect(run.code).toBe(0);
    isHarmless(run, undefined);
    const [[path = '', text = ''] = []] = [...run.written];
    isHarmless({ ...run, stdout: text }, undefined);
    expect((await runCli([], { ...files, [path.replace('/site/', '')]: text })).stderr).toBe('');
  });

  const settings: readonly object[] = [
    { [payload]: 1 },
    { preset: payload },
    { rules: { [payload]: 'error' } },
    { rules: { 'undefined-key': payload } },
    { rules: { 'undefined-key': ['error', { [payload]: payload }] } },
    { dialect: payload },
    { bibliographies: [payload] },
    { overrides: [{ files: payload, [payload]: payload }] },
  ];
  test.each(settings.map((setting, index) => [index, setting] as const))(
    'as a setting of the configuration (%i)',
    async (_index, setting) => {
      const config = { 'bibliolint.config.json': JSON.stringify(setting), 'a.md': '# A\n' };
      isHarmless(await runCli([], config), undefined);
    },
  );

  const commands: readonly (readonly string[])[] = [
    [payload],
    ['--format', payload],
    ['--config', payload],
    ['--only', payload],
    ['--skip', payload],
    ['--dialect', payload],
    ['--max-warnings', payload],
    [`--${payload}`],
    ['explain', payload],
    ['inspect', payload],
    ['init', payload],
    ['-o', 'a/b', '-f', payload],
  ];
  test.each(commands.map((command) => [command[0]?.slice(0, 14), command] as const))(
    'on the command line: %s',
    async (_option, command) => {
      const run = await runCli(command, { 'a.md': '# A\n' });
      isHarmless(run, undefined);
    },
  );
});
