import { type Arguments, readArguments } from './arguments.ts';
import { findOption } from './find-option.ts';
import { COMMANDS, LINT_OPTIONS, type OptionTable } from './option-table.ts';

/**
 * The arguments of a command line that lints and is written plainly, `undefined` for any other. yargs knows all ways to
 * write arguments, the commands, the help, and what to say of mistakes, but to load it takes longer than to lint a page;
 * so it is asked only where there is something to ask. What is read here, it reads alike.
 */
export function readPlainArguments(args: readonly string[]): Arguments<typeof LINT_OPTIONS> | undefined {
  const given = new Map<string, (string | true)[]>();
  const operands: string[] = [];
  const give = (name: string, value: string | true): void => {
    given.set(name, [...(given.get(name) ?? []), value]);
  };
  for (let at = 0; at < args.length; at++) {
    const word = args[at] ?? '';
    if (word === '--') {
      operands.push(...args.slice(at + 1));
      break;
    }
    if (word === '-') give('stdin', true);
    else if (!word.startsWith('-')) {
      if (operands.length === 0 && Object.hasOwn(COMMANDS, word)) return undefined;
      operands.push(word);
    }
    if (word === '-' || !word.startsWith('-')) continue;
    const option = readOption(word, args[at + 1]);
    if (option === undefined) return undefined;
    give(option.name, option.value);
    if (option.isTakingNext) at += 1;
  }
  return readArguments(LINT_OPTIONS, given, operands);
}

interface PlainOption {
  readonly name: string;
  readonly value: string | true;
  readonly isTakingNext: boolean;
}

/** `--fix`, `--format json`, `--format=json`, `-f json`; `undefined` for what is written in another way, or wrongly. */
function readOption(word: string, next: string | undefined): PlainOption | undefined {
  const table: OptionTable = LINT_OPTIONS;
  const cut = word.startsWith('--') ? word.indexOf('=') : -1;
  const name = findOption(cut === -1 ? word : word.slice(0, cut), table);
  const spec = name === undefined ? undefined : table[name];
  if (name === undefined || spec === undefined) return undefined;
  if (spec.takes === 'maybe-value' && spec.alone === undefined) return undefined;
  if (spec.takes === 'nothing') return cut === -1 ? { name, value: true, isTakingNext: false } : undefined;
  if (cut === -1 && spec.alone !== undefined && spec.choices?.includes(next ?? '') !== true)
    return { name, value: spec.alone, isTakingNext: false };
  const value = cut === -1 ? next : word.slice(cut + 1);
  if (value === undefined || value === '' || value.startsWith('-')) return undefined;
  if (spec.choices !== undefined && !spec.choices.includes(value)) return undefined;
  return { name, value, isTakingNext: cut === -1 };
}
