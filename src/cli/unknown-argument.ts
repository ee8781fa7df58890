import { UserError } from '../errors.ts';
import { closest } from '../text/similar.ts';
import { findOption } from './find-option.ts';
import { COMMANDS, COMMON_OPTIONS, commandOf, type OptionTable } from './option-table.ts';

/** Refuses `--fix=maybe`, which yargs takes for no without a word. Throws a `UserError`. */
export function checkFlags(args: readonly string[]): void {
  const table: OptionTable = COMMANDS[commandOf(args)].options;
  const end = args.indexOf('--');
  for (const word of end === -1 ? args : args.slice(0, end)) {
    const [, written = '', value] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
    const name = findOption(written, table);
    if (value !== undefined && name !== undefined && table[name]?.takes === 'nothing') {
      throw new UserError(`--${name} takes no value.`, { hint: `Write --${name} alone, or leave it out.` });
    }
  }
}

/** What yargs stumbled over, in our words, with what was probably meant. */
export function explainMistake(message: string, args: readonly string[]): UserError {
  const [, option, given, choices] =
    /^ *Argument: ([\w-]+), Given: (".*?"), Choices: (.+)/m.exec(message) ?? [];
  if (option !== undefined && given !== undefined && choices !== undefined) {
    return explainChoice(option, given, choices);
  }
  const missing = /^Not enough arguments following: (\S+)$/.exec(message)?.[1];
  if (missing !== undefined) return new UserError(`${dashed(missing)} needs a value.`);
  if (message.startsWith('Not enough non-option arguments')) return explainMissingOperand(args);
  const unknown = /^Unknown arguments?: (\S+?)(?:,|$)/.exec(message)?.[1];
  return unknown === undefined ? new UserError(message) : explainUnknown(unknown, args);
}

const dashed = (name: string): string => (name.length === 1 ? `-${name}` : `--${name}`);

function explainChoice(option: string, given: string, choices: string): UserError {
  const names = choices.replaceAll('"', '').split(', ');
  const suggestion = closest(given.replaceAll('"', ''), names);
  const hint = suggestion === undefined ? `There is: ${names.join(', ')}.` : `Did you mean ${suggestion}?`;
  return new UserError(`${dashed(option)} takes no ${given}.`, { hint });
}

function explainMissingOperand(args: readonly string[]): UserError {
  const command = commandOf(args);
  return new UserError(`bibliolint ${command} wants ${COMMANDS[command].operands}.`, {
    hint: `Run bibliolint ${command} --help.`,
  });
}

/** yargs changes names it does not know, so the word is looked for where it was written. */
function explainUnknown(unknown: string, args: readonly string[]): UserError {
  const command = commandOf(args);
  if (args.includes(unknown)) {
    return new UserError(`bibliolint ${command} takes no ${JSON.stringify(unknown)}.`);
  }
  const table: OptionTable = { ...COMMANDS[command].options, ...COMMON_OPTIONS };
  const written = args
    .map((word) => /^-[^=]+/.exec(word)?.[0] ?? '')
    .find((word) => word !== '' && word !== '--' && findOption(word, table) === undefined);
  const option = written ?? dashed(unknown);
  const suggestion = closest(option.replace(/^-+/, ''), Object.keys(table));
  const hint =
    suggestion === undefined ? 'Run bibliolint --help for all options.' : `Did you mean --${suggestion}?`;
  return new UserError(`There is no option ${option}.`, { hint });
}
