import { findOption } from './find-option.ts';
import { COMMANDS, type OptionTable } from './option-table.ts';

/** Every option of every command: what takes a value takes it everywhere. */
const ALL: OptionTable = Object.assign({}, ...Object.values(COMMANDS).map(({ options }) => options));

/**
 * Writes what yargs would drop or misread so that it does not: `--stdin` for a path `-`, and `./true` for a file of that
 * name behind an option that takes nothing. Behind `--` every word is a path.
 */
export function spellForYargs(args: readonly string[]): string[] {
  const paths = args.indexOf('--');
  return args.map((word, index) => {
    if (paths !== -1 && index >= paths) return word;
    const takes = takesOf(args[index - 1]);
    if (word === '-' && (takes === undefined || takes === 'nothing')) return '--stdin';
    return takes === 'nothing' && /^(?:true|false)$/.test(word) ? `./${word}` : word;
  });
}

function takesOf(word: string | undefined): OptionTable[string]['takes'] | undefined {
  const name = word?.startsWith('-') === true ? findOption(word, ALL) : undefined;
  return name === undefined ? undefined : ALL[name]?.takes;
}
