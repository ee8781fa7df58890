import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS, COMMON_OPTIONS, type OptionTable } from '../../src/cli/option-table.ts';
import { runCli } from '../support/run-cli.ts';
import { hasTool } from '../support/tools.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;
const folder = mkdtempSync(join(tmpdir(), 'bibliolint-completion-'));

beforeAll(async () => {
  for (const shell of SHELLS) {
    writeFileSync(join(folder, `script.${shell}`), (await runCli(['completion', shell])).stdout);
  }
  writeFileSync(join(folder, 'shell.zsh'), ZSH_SHELL);
  mkdirSync(join(folder, 'content'));
  writeFileSync(join(folder, 'content/a page.md'), '');
  writeFileSync(join(folder, 'refs.bib'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(command: string, args: readonly string[]): string[] {
  const { stdout, stderr, status } = spawnSync(command, args, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 20_000,
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout.split('\n').filter((line) => line !== '');
}

/** What bash offers for the last of the words; like bash, `=` makes a word of its own. */
function inBash(line: string): string[] {
  const words = line.split(' ').flatMap((word) => word.split(/(?==)|(?<==)/));
  const list = words.map((word) => `'${word}'`).join(' ');
  return run('bash', [
    '--norc',
    '-c',
    `source ./script.bash; COMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _bibliolint; printf '%s\\n' "\${COMPREPLY[@]}"`,
  ]);
}

/** What fish offers, without the descriptions. */
function inFish(line: string): string[] {
  return run('fish', ['-N', '-c', `source ./script.fish; complete -C '${line}'`]).map(
    (offer) => offer.split('\t')[0] ?? '',
  );
}

/** What the completion functions of zsh hand to the editor of the line, in a terminal of zsh's own. */
const ZSH_SHELL = `
PROMPT=
autoload -Uz compinit
compinit -u -d ./zcompdump
source ./script.zsh
bindkey '^I' complete-word
compadd() {
  local -a matches
  if [[ " $* " != *' -'[OAD]' '* ]]; then
    builtin compadd -O matches "$@"
    (( $#matches )) && print -rl -- "offer:"$^matches
  fi
  builtin compadd "$@"
}
finish() { print finished; exit }
comppostfuncs=(finish)
print ready
`;
const ZSH_TAB = `
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'source ./shell.zsh'
zpty -r shell seen '*ready*'
zpty -w -n shell "$1"$'\\t'
zpty -r shell seen '*finished*'
print -r -- "$seen"
`;

function inZsh(line: string): string[] {
  return run('zsh', ['-f', '-c', ZSH_TAB, 'zsh', line]).flatMap((seen) => {
    const offer = /offer:(.*?)\r?$/.exec(seen)?.[1];
    return offer === undefined ? [] : [offer.replaceAll('\\ ', ' ')];
  });
}

const CASES: readonly (readonly [line: string, offers: readonly string[]])[] = [
  ['bibliolint --unsa', ['--unsafe-fixes']],
  ['bibliolint --fix --dial', ['--dialect']],
  ['bibliolint --dialect qua', ['quarto']],
  ['bibliolint --dialect=qua', ['quarto']],
  ['bibliolint -f sar', ['sarif']],
  ['bibliolint --only undefined-k', ['undefined-key']],
  ['bibliolint --cache-location con', ['content']],
  ['bibliolint --config ref', ['refs.bib']],
  ['bibliolint --color ref', ['refs.bib']],
  ['bibliolint ins', ['inspect']],
  ['bibliolint ref', ['refs.bib']],
  ['bibliolint inspect --stdin-', ['--stdin-filename']],
  ['bibliolint inspect --unsa', []],
  ['bibliolint explain undefined-k', ['undefined-key']],
  ['bibliolint content/a', ['content/a page.md']],
  ['bibliolint explain con', ['conflicting-dates', 'conflicting-reference']],
  ['bibliolint explain zzz', []],
  ['bibliolint completion z', ['zsh']],
  ['bibliolint --help --vers', ['--version']],
];

describe('bash', () => {
  test.skipIf(!hasTool('bash', 'completion in bash is not tried')).each(CASES)('%s', (line, offers) => {
    expect(inBash(line)).toEqual(offers);
  });
});

describe('fish', () => {
  test.skipIf(!hasTool('fish', 'completion in fish is not tried')).each(CASES)('%s', (line, offers) => {
    const whole = offers.map((offer) => (line.includes('=') ? `--dialect=${offer}` : offer));
    expect(inFish(line).map((offer) => offer.replace(/\/$/, ''))).toEqual(whole);
  });
});

describe('zsh', () => {
  test.skipIf(!hasTool('zsh', 'completion in zsh is not tried')).each(CASES)('%s', (line, offers) => {
    // Folders that were typed already are no part of what is offered.
    expect([...new Set(inZsh(line))].sort()).toEqual(offers.map((offer) => offer.replace('content/', '')));
  });
});

test('every option of every command is in each script', async () => {
  for (const shell of SHELLS) {
    const { stdout } = await runCli(['completion', shell]);
    for (const { options } of Object.values(COMMANDS)) {
      const table: OptionTable = { ...options, ...COMMON_OPTIONS };
      for (const [name, { isHidden }] of Object.entries(table)) {
        const isThere = shell === 'fish' ? stdout.includes(` -l ${name} `) : stdout.includes(`--${name}`);
        expect(isThere, `${shell} ${name}`).toBe(isHidden !== true);
      }
    }
  }
});
