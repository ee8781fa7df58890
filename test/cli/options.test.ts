import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Arguments } from '../../src/cli/arguments.ts';
import { COMMANDS, COMMON_OPTIONS, LINT_OPTIONS, type OptionTable } from '../../src/cli/option-table.ts';
import { commandModule } from '../../src/cli/options.ts';
import { readPlainArguments } from '../../src/cli/plain-arguments.ts';
import { parse } from '../../src/cli/run.ts';
import { UserError } from '../../src/errors.ts';
import { FORMAT_NAMES } from '../../src/report/format-names.ts';
import { runCli } from '../support/run-cli.ts';

const page = '---\ntitle: Sorting\ndate: 2024-05-01\n---\nA page.\n';
const site = { 'hugo.toml': 'title = "Notes"\n', 'content/a.md': page };

type LintArguments = Arguments<typeof LINT_OPTIONS>;

/** What arguments say, in a form that can be compared. */
function said(args: LintArguments): object {
  const table: OptionTable = LINT_OPTIONS;
  const options = Object.entries(table).map(([name, { takes }]) => {
    if (takes === 'nothing') return [name, args.has(name as never)];
    return [name, takes === 'values' ? args.values(name as never) : args.value(name as never)];
  });
  const operands = args.operands.map((path) => path.replace(/^\.\/(?=true$)/, ''));
  return { operands, options: Object.fromEntries(options) };
}

async function byYargs(args: readonly string[]): Promise<object> {
  let read: object = {};
  const module = commandModule(
    'lint',
    () => {},
    (given) => {
      read = said(given);
      return 0;
    },
  );
  await parse(args, [module]);
  return read;
}

const outcomeOf = async (read: () => object | Promise<object>): Promise<object> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UserError) return { title: error.title };
    throw error;
  }
};

describe('arguments that are written plainly', () => {
  test.each([
    [[]],
    [['content', 'refs.bib']],
    [['--fix', '-f', 'json', '--format=sarif:out.sarif', 'content']],
    [['--only', 'undefined-key', '--only', 'unused-entry']],
    [['--', '--fix', '-']],
    [['-']],
    [['content', '--max-warnings', '3', '--', 'refs.bib']],
    [['--color', 'content']],
    [['--color', 'never', '--fix']],
    [['--color=auto', '-']],
    [['--color', '-']],
  ])('%j is read without yargs, and alike', async (args) => {
    const plain = readPlainArguments(args);
    expect(plain).toBeDefined();
    expect(plain === undefined ? {} : said(plain)).toEqual(await byYargs(args));
  });

  test('whatever is read without yargs is read alike', async () => {
    const names = Object.entries<(typeof LINT_OPTIONS)[keyof typeof LINT_OPTIONS]>(LINT_OPTIONS).flatMap(
      ([name, spec]) => [`--${name}`, ...('alias' in spec ? [`-${spec.alias}`] : [])],
    );
    const value = fc.constantFrom(
      'hugo',
      'json',
      'a.md',
      '3',
      '0',
      'x=y',
      'a b',
      'true',
      '',
      '-',
      '--',
      'content',
      'never',
    );
    const word = fc.oneof(
      fc.constantFrom(...names),
      value,
      fc.tuple(fc.constantFrom(...names), value).map(([name, given]) => `${name}=${given}`),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 5 }), async (args) => {
        const outcome = await outcomeOf(() => {
          const plain = readPlainArguments(args);
          return plain === undefined ? { isLeftToYargs: true } : said(plain);
        });
        if ('isLeftToYargs' in outcome) return;
        expect(outcome).toEqual(await outcomeOf(() => byYargs(args)));
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ['rules'],
    ['--help'],
    ['--fxi'],
    ['--fix=true'],
    ['--dialect', 'hugoo'],
    ['-qw'],
    ['--changed'],
  ])('%j is left to yargs', (...args) => expect(readPlainArguments(args)).toBeUndefined());
});

describe('what yargs would let pass', () => {
  test.each([
    [['--max-warnings', 'abc'], '--max-warnings wants a whole number, not "abc".'],
    [['--max-warnings', '1.5'], '--max-warnings wants a whole number, not "1.5".'],
    [['--max-warnings=-1'], '--max-warnings wants a whole number, not "-1".'],
    [['--max-warnings'], '--max-warnings needs a value.'],
    [['--max-warnings='], '--max-warnings needs a value.'],
    [['--max-warnings', ''], '--max-warnings needs a value.'],
    [['--max-diagnostics', 'many'], '--max-diagnostics wants a whole number, not "many".'],
    [['-o'], '-o needs a value.'],
    [['--output-file', '--fix'], '--output-file needs a value.'],
    [['--output-file='], '--output-file needs a value.'],
    [['-o', 'a', '-o', 'b'], '--output-file is given more than once.'],
    [['--config', 'a.json', '-c', 'b.json'], '--config is given more than once.'],
    [['--stdin-filename', 'a.md', '--stdin-filename', 'b.md'], '--stdin-filename is given more than once.'],
    [['--fix=maybe'], '--fix takes no value.'],
    [['--quiet=false'], '--quiet takes no value.'],
    [['--no-fix'], 'There is no option --no-fix.'],
    [['--no-format'], 'There is no option --no-format.'],
    [['--config', 'a.json', '--no-config'], '--config and --no-config do not go together.'],
    [['--color', '--no-color'], '--color and --no-color do not go together.'],
    [['-x'], 'There is no option -x.'],
    [['--fxi'], 'There is no option --fxi.'],
    [['--__proto__.x=1'], 'There is no option --__proto__.x.'],
    [['--constructor'], 'There is no option --constructor.'],
    [['-f', 'pdf'], 'There is no format "pdf".'],
    [['-f', 'sarif:'], '--format sarif: names no file behind the colon.'],
    [['--dialect', 'word'], '--dialect takes no "word".'],
    [['--color=blue'], '--color takes no "blue".'],
    [['--color', '--color=never'], '--color is given more than once.'],
    [['--only', 'undefined-kay'], 'There is no rule undefined-kay.'],
    [['explain'], 'bibliolint explain wants <rule>.'],
    [['explain', 'undefined-key', 'more'], 'bibliolint explain takes no "more".'],
    [['rules', 'more'], 'bibliolint rules takes no "more".'],
    [['rules', '--fix'], 'There is no option --fix.'],
    [['completion', 'tcsh'], 'There is no completion for "tcsh".'],
  ])('%j', async (args, title) => {
    const run = await runCli(args, site);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr.split('\n')[0]).toBe(`bibliolint: ${title}`);
  });

  test.each([
    [['--fxi'], '--fix'],
    [['--formt', 'json'], '--format'],
    [['-f', 'sarfi'], 'sarif'],
    [['--dialect', 'hugoo'], 'hugo'],
    [['--skip', 'undefined-kay'], 'undefined-key'],
    [['--rule', 'undefined-kay:off'], 'undefined-key'],
    [['--rule', 'undefined-key:warn'], 'warning'],
    [['--rule', 'undefined-key:error:{"alow":[]}'], 'allow'],
    [['completion', 'bsh'], 'bash'],
    [['explain', 'undefined-kay'], 'undefined-key'],
  ])('%j: did you mean %s?', async (args, meant) => {
    expect((await runCli(args, site)).stderr).toContain(`Did you mean ${meant}?`);
  });

  test('several rules in one option are told apart', async () => {
    const { stderr } = await runCli(['--only', 'undefined-key,unused-entry'], site);
    expect(stderr).toContain('\n  For several rules, give the option several times.\n');
  });

  test('a flag given twice is given', async () => {
    const files = { ...site, 'content/a.md': `${page}{{< cite "knuth1997" "Knuth (1997). *A*." >}\n` };
    const run = await runCli(['--diff', '--diff'], files);
    expect(run.stdout).toContain('--- a/content/a.md');
  });

  test('paths behind -- are paths, whatever they look like', async () => {
    const files = { ...site, 'content/-x.md': page };
    const run = await runCli(['-f', 'json', 'content/a.md', '--', 'content/-x.md'], files);
    expect(JSON.parse(run.stdout).summary.files).toBe(2);
    expect((await runCli(['--', '--help'], site)).stderr).toContain('--help does not exist.');
  });

  test('what a command cannot do without is found behind -- too', async () => {
    const shells = await runCli(['completion', '--', 'bash']);
    expect(shells).toEqual(await runCli(['completion', 'bash']));
    expect((await runCli(['explain', '--color', '--', 'no-such-rule'])).stderr).toContain(
      'There is no rule no-such-rule.',
    );
    expect((await runCli(['merge', '--', 'gone.bin'], site)).stderr).toContain(
      'gone.bin: This file of facts',
    );
    expect((await runCli(['rename', '--', 'gone1998', 'new1998'], site)).stderr).toContain(
      'No page cites `gone1998`',
    );
    expect((await runCli(['rename', '--'], site)).stderr).toContain('bibliolint rename wants <old> <new>');
  });

  test('numbers are paths, too', async () => {
    expect((await runCli(['--', '0x10', '007'], site)).stderr).toBe(
      'bibliolint: 0x10 does not exist.\nbibliolint: 007 does not exist.\n',
    );
  });
});

test('the help of each command names its options, and no others', async () => {
  for (const [name, { options }] of Object.entries(COMMANDS)) {
    const { stdout } = await runCli(name === 'lint' ? ['--help'] : [name, '--help'], site);
    const named = [...stdout.matchAll(/^ +(?:-\w, )? *--([\w-]+)/gm)].map(([, option = '']) => option).sort();
    const table: OptionTable = { ...options, ...COMMON_OPTIONS };
    const expected = Object.keys(table).filter((option) => table[option]?.isHidden !== true);
    expect(named, name).toEqual(expected.sort());
  }
});

test('the help of --format names the formats', async () => {
  const { stdout } = await runCli(['--help'], site);
  expect(stdout.replace(/\s+/g, ' ')).toContain(`There is: ${FORMAT_NAMES.join(', ')}`);
});

describe('what does not go together', () => {
  test.each([
    [['-f', 'json', '-f', 'text'], 'The json report cannot share standard output with another one.'],
    [['-f', 'github', '-f', 'sarif'], 'The sarif report cannot share standard output with another one.'],
    [['--watch', '--stdin'], 'Standard input cannot be watched.'],
    [['--watch', '--fix'], '--watch makes no fixes, so --fix does not go with it.'],
    [['-w', '--diff'], '--watch makes no fixes, so --diff does not go with it.'],
    [['--shard', '1/2', '--fix'], '--shard reads and does nothing else, so --fix does not go with it.'],
    [['--shard', '1/2', '-'], '--shard reads and does nothing else, so --stdin does not go with it.'],
    [['--shard', '1/2', '--watch'], '--shard reads and does nothing else, so --watch does not go with it.'],
    [
      ['--shard', '1/2', '--changed'],
      '--shard reads and does nothing else, so --changed does not go with it.',
    ],
    [
      ['--shard', '1/2', '-f', 'json:out.json'],
      '--shard reads and does nothing else, so --format does not go with it.',
    ],
    [
      ['--shard', '1/2', '--baseline', 'known.json'],
      '--shard reads and does nothing else, so --baseline does not go with it.',
    ],
  ])('%j', async (args, title) => {
    const run = await runCli(args, site);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr.split('\n')[0]).toBe(`bibliolint: ${title}`);
    expect([...run.written]).toEqual([]);
  });

  test.each([
    [['-f', 'text', '-f', 'github']],
    [['-f', 'sarif:out.sarif', '-f', 'text', '-f', 'json:out.json']],
    [['-f', 'json', '-f', 'text:out.txt']],
  ])('%j does', async (args) => {
    expect(await runCli(args, site)).toMatchObject({ code: 0, stderr: '' });
  });
});

test.each([
  ['inspct', ' Did you mean the command inspect?'],
  ['intt', ' Did you mean the command init?'],
  ['lint', ' To check files, bibliolint needs no command before them.'],
  ['help', ' For commands and options, run bibliolint --help.'],
  ['content/*.md', ' Patterns are for the shell to expand; name a folder, or leave the quotes out.'],
  ['content/b.md', ''],
  ['posts', ''],
])('%s is taken for a path, and something else may have been meant', async (word, hint) => {
  const run = await runCli([word, 'content'], site);
  expect(run.stderr).toBe(`bibliolint: ${word} does not exist.${hint}\n`);
  expect(run.code).toBe(2);
});

test('where nothing could be checked, nothing is said to be without findings', async () => {
  expect(await runCli([], { 'main.c': '' })).toMatchObject({ code: 2, stdout: 'Nothing was checked.\n' });
});
