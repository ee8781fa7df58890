import type { Argv, CommandModule, Options } from 'yargs';
import { FORMAT_NAMES } from '../report/format-names.ts';
import { type Arguments, readArguments } from './arguments.ts';
import { COMMANDS, OPTION_GROUPS, type OptionSpec, type OptionTable } from './option-table.ts';

type CommandName = keyof typeof COMMANDS;
type OptionsOf<Name extends CommandName> = (typeof COMMANDS)[Name]['options'];

/** Does what a command is for, and says how it ended. */
export type Run<T extends OptionTable> = (args: Arguments<T>) => number | Promise<number>;

/** A command with the words, options and help of its table; `finish` is told how it ended. */
export function commandModule<Name extends CommandName>(
  name: Name,
  finish: (code: number) => void,
  run: Run<OptionsOf<Name>>,
): CommandModule {
  const { describe, operands, options } = COMMANDS[name];
  const word = name === 'lint' ? '$0' : name;
  return {
    command: `${word} ${operands}`.trim(),
    describe,
    builder: (parser) => withOptions(parser, options),
    async handler(argv) {
      finish(await run(argumentsOf(argv as Parsed, name)));
    },
  };
}

function withOptions(parser: Argv, table: OptionTable): Argv {
  for (const [heading, group] of Object.entries(OPTION_GROUPS)) {
    const names = Object.keys(group).filter((name) => Object.hasOwn(table, name));
    if (names.length > 0) parser.group(names, heading);
  }
  return parser.options(
    Object.fromEntries(Object.entries(table).map(([name, spec]) => [name, toYargs(spec)])),
  );
}

function toYargs({ describe, alias, takes, choices, completes, isHidden }: OptionSpec): Options {
  return {
    // No choices of yargs: a file may stand behind the name.
    describe: completes === 'formats' ? `${describe}. There is: ${FORMAT_NAMES.join(', ')}` : describe,
    ...(alias === undefined ? {} : { alias }),
    ...(choices === undefined ? {} : { choices }),
    ...(isHidden === true ? { hidden: true } : {}),
    type: takes === 'nothing' ? 'boolean' : 'string',
    ...(takes === 'value' || takes === 'values' ? { requiresArg: true } : {}),
  };
}

/** What yargs parsed: everything under its name, one value or several, and the rest in `_`. */
type Parsed = Readonly<Record<string, unknown>> & { readonly _: readonly (string | number)[] };

/** The arguments that yargs parsed for a command. Words behind `--` are left in `_`, behind the command's name. */
function argumentsOf<Name extends CommandName>(argv: Parsed, name: Name): Arguments<OptionsOf<Name>> {
  const { operands, options } = COMMANDS[name];
  const given = new Map(
    Object.keys(options).flatMap((option): [string, (string | true)[]][] => {
      const values = listOf(argv[option]).filter((value) => value !== false);
      return values.length === 0
        ? []
        : [[option, values.map((value) => (value === true ? true : String(value)))]];
    }),
  );
  const rest = argv._.map(String);
  if (name !== 'lint' && rest[0] === name) rest.shift();
  const names = operands.match(/[\w-]+/g) ?? [];
  const words = names.flatMap((operand) => listOf(argv[operand]).map(String));
  return readArguments<OptionsOf<Name>>(options, given, [...words, ...rest]);
}

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
