import { findOption } from './find-option.ts';
import { COMMANDS, commandOf, type OptionSpec, type OptionTable } from './option-table.ts';

/** Every option of every command: what takes a value takes it everywhere. */
const ALL: OptionTable = Object.assign({}, ...Object.values(COMMANDS).map(({ options }) => options));

/**
 * Writes what yargs would drop or misread so that it does not: `--stdin` for a path `-`, `./true` for a file of that name
 * behind an option that takes nothing, and `--color=always` for `--color` before a word that is none of its choices. Behind
 * `--` every word is a path, or what the command cannot do without.
 */
export function spellForYargs(written: readonly string[]): string[] {
  const args = withoutIdleDashes(written);
  const paths = args.indexOf('--');
  return args.map((word, index) => {
    if (paths !== -1 && index >= paths) return word;
    const alone = isAlone(word, args[index + 1]) ? specOf(word)?.alone : undefined;
    if (alone !== undefined) return `${word}=${alone}`;
    const before = args[index - 1] ?? '';
    const takes = isAlone(before, word) ? 'nothing' : specOf(before)?.takes;
    if (word === '-' && (takes === undefined || takes === 'nothing')) return '--stdin';
    return takes === 'nothing' && /^(?:true|false)$/.test(word) ? `./${word}` : word;
  });
}

/** yargs does not look behind `--` for what a command wants, so a `--` that guards no word with a hyphen is left out. */
function withoutIdleDashes(args: readonly string[]): readonly string[] {
  const at = args.indexOf('--');
  const behind = args.slice(at + 1);
  const isIdle =
    COMMANDS[commandOf(args)].operands.startsWith('<') && !behind.some((word) => word.startsWith('-'));
  return at !== -1 && isIdle ? [...args.slice(0, at), ...behind] : args;
}

/** Whether an option that can do without a value has none in the word behind it. */
function isAlone(option: string, next = ''): boolean {
  const spec = specOf(option);
  return spec?.alone !== undefined && spec.choices?.includes(next) !== true;
}

function specOf(word: string): OptionSpec | undefined {
  const name = word.startsWith('-') ? findOption(word, ALL) : undefined;
  return name === undefined ? undefined : ALL[name];
}
