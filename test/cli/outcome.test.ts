import { describe, expect, test } from 'vitest';
import { runCli } from '../support/run-cli.ts';

const paper = (body: string) => `---\ntitle: Sorting\nbibliography: refs.bib\n---\n\n${body}\n`;
const entry = (fields: string) =>
  `@book{knuth1997,\n  title = {Sorting},\n  author = {Knuth, Donald E.},\n  publisher = {Addison-Wesley},\n  year = 1997${fields}\n}\n`;

/** One error (an undefined key), two warnings (a field given again and again). */
const site = {
  'refs.bib': entry(',\n  year = 1997,\n  year = 1997'),
  'a.md': paper('See [@gray1978] and [@knuth1997].'),
};
const warned = { ...site, 'a.md': paper('See [@knuth1997].') };
const clean = { ...warned, 'refs.bib': entry('') };

describe('what a run ends with', () => {
  test.each([
    ['nothing found', clean, [], 0],
    ['warnings', warned, [], 0],
    ['an error', site, [], 1],
    ['an error, --exit-zero', site, ['--exit-zero'], 0],
    ['an error, --quiet', site, ['--quiet'], 1],
    ['warnings, --max-warnings 2', warned, ['--max-warnings', '2'], 0],
    ['warnings, --max-warnings 1', warned, ['--max-warnings', '1'], 1],
    ['warnings, --max-warnings 0 --exit-zero', warned, ['--max-warnings', '0', '--exit-zero'], 0],
    ['warnings that --quiet does not show', warned, ['--max-warnings', '0', '--quiet'], 1],
    ['no warning left, --max-warnings 0', warned, ['--max-warnings', '0', '--skip', 'duplicate-field'], 0],
    ['warnings that are fixed', warned, ['--max-warnings', '0', '--fix'], 0],
    ['an error whose rule is skipped', site, ['--skip', 'undefined-key'], 0],
    ['an error whose rule does not run', site, ['--only', 'duplicate-field'], 0],
    ['an error, a path that is not there', site, ['.', 'gone.md'], 2],
    ['a path that is not there, --exit-zero', site, ['.', 'gone.md', '--exit-zero'], 2],
    ['a path that is not there, --max-warnings 0', warned, ['.', 'gone.md', '--max-warnings', '0'], 2],
  ])('%s', async (_, files, args, code) => {
    expect((await runCli(args, files)).code).toBe(code);
  });

  test('warnings beyond the limit are told apart from errors', async () => {
    const run = await runCli(['--max-warnings', '1'], warned);
    expect(run.stderr).toBe('bibliolint: there are 2 warnings; --max-warnings allows 1.\n');
  });
});

describe('which rules run', () => {
  const rulesOf = async (...args: string[]): Promise<string[]> => {
    const { stdout } = await runCli(['-f', 'json', ...args], site);
    return JSON.parse(stdout).findings.map(({ ruleId }: { ruleId: string }) => ruleId);
  };

  test('all, those of --only, all but those of --skip', async () => {
    expect(await rulesOf()).toEqual(['undefined-key', 'duplicate-field', 'duplicate-field']);
    expect(await rulesOf('--only', 'undefined-key')).toEqual(['undefined-key']);
    expect(await rulesOf('--only', 'undefined-key', '--only', 'duplicate-field')).toHaveLength(3);
    expect(await rulesOf('--skip', 'undefined-key')).toEqual(['duplicate-field', 'duplicate-field']);
    expect(await rulesOf('--only', 'duplicate-field', '--skip', 'duplicate-field')).toEqual([]);
  });

  test('a rule of another preset runs where it is asked for', async () => {
    expect(await rulesOf('--only', 'unused-entry')).toEqual([]);
    const { stdout } = await runCli(['-f', 'unix', '--only', 'unused-entry'], {
      ...site,
      'a.md': paper('None.'),
    });
    expect(stdout).toContain('[unused-entry]');
  });

  test.each(['--only', '--skip'])(
    '%s of a rule that is none ends with 2 and a suggestion',
    async (option) => {
      const near = await runCli([option, 'undefined-keys'], site);
      expect(near).toMatchObject({ code: 2, stdout: '' });
      expect(near.stderr).toBe(
        'bibliolint: There is no rule undefined-keys.\n  Did you mean undefined-key?\n',
      );
      const far = await runCli([option, 'x'], site);
      expect(far.stderr).toBe('bibliolint: There is no rule x.\n  Run bibliolint rules for all of them.\n');
    },
  );
});

test('--quiet shows errors alone, in every format', async () => {
  for (const format of ['unix', 'json', 'sarif', 'junit']) {
    const { stdout } = await runCli(['--quiet', '-f', format], site);
    expect(stdout).toContain('undefined-key');
    expect(stdout).not.toContain('duplicate-field');
  }
});
