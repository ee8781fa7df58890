import {
  COMMANDS,
  COMMON_OPTIONS,
  type CommandSpec,
  type Completion,
  type OptionSpec,
  type OptionTable,
} from '../option-table.ts';

/** What a completion script is written from. */
export interface CompletionWords {
  readonly commands: readonly (CommandSpec & { readonly name: string; readonly options: OptionTable })[];
  /** Words of the kinds that are not files. */
  readonly rules: readonly string[];
  readonly formats: readonly string[];
}

/** The words of all commands, for these rules and formats. */
export function completionWords(rules: readonly string[], formats: readonly string[]): CompletionWords {
  const commands = Object.entries(COMMANDS).map(([name, spec]) => ({
    ...spec,
    name,
    options: Object.fromEntries(
      Object.entries<OptionSpec>({ ...spec.options, ...COMMON_OPTIONS })
        .filter(([, { isHidden }]) => isHidden !== true)
        .map(([option, table]) => [option, asFlag(table)]),
    ),
  }));
  return { commands, rules, formats };
}

/** Behind an option that can do without its value, a path is what is meant most. */
function asFlag(spec: OptionSpec): OptionSpec {
  return spec.alone === undefined ? spec : { describe: spec.describe, takes: 'nothing' };
}

/** The shells there is a script for. */
export const SHELLS: readonly string[] = ['bash', 'zsh', 'fish'];

/** What may stand behind an option or a command: a list of words, or files. */
export function offered(
  { choices, completes }: Pick<OptionSpec, 'choices' | 'completes'>,
  { rules, formats }: CompletionWords,
): readonly string[] | 'files' | 'folders' | undefined {
  if (choices !== undefined) return choices;
  const lists: Readonly<Partial<Record<Completion, readonly string[]>>> = { rules, formats, shells: SHELLS };
  return completes === undefined
    ? undefined
    : (lists[completes] ?? (completes === 'folders' ? 'folders' : 'files'));
}
