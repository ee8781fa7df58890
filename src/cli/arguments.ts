import { UserError } from '../errors.ts';
import type { OptionSpec, OptionTable } from './option-table.ts';

/** The options and operands of a command line, by the names that may be asked for. */
export interface GivenArguments<Flag extends string, Value extends string, List extends string> {
  /** The words that are no options, those behind `--` among them. */
  readonly operands: readonly string[];
  has(name: Flag): boolean;
  value(name: Value): string | undefined;
  values(name: List): readonly string[];
}

/** The arguments of a command with these options; they may be handed to whoever asks for fewer. */
export type Arguments<T extends OptionTable> = GivenArguments<
  NamesTaking<T, 'nothing'>,
  NamesTaking<T, 'value' | 'maybe-value'>,
  NamesTaking<T, 'values'>
>;

type NamesTaking<T extends OptionTable, Kind extends OptionSpec['takes']> = {
  [Name in keyof T & string]: T[Name]['takes'] extends Kind ? Name : never;
}[keyof T & string];

/**
 * Arguments from what was given to each option, in order; a word stands for itself and `true` for an option alone. Throws
 * a `UserError` where an option that is meant once is given again, or without what it needs.
 */
export function readArguments<T extends OptionTable>(
  table: T,
  given: ReadonlyMap<string, readonly (string | true)[]>,
  operands: readonly string[],
): Arguments<T> {
  for (const [name, values] of given) checkGiven(name, table[name], values);
  const all = (name: string): string[] =>
    (given.get(name) ?? []).map((value) => (value === true ? '' : value));
  return {
    operands,
    has: (name) => given.has(name),
    value: (name) => all(name)[0],
    values: all,
  };
}

function checkGiven(name: string, spec: OptionSpec | undefined, values: readonly (string | true)[]): void {
  if (spec === undefined || spec.takes === 'nothing') return;
  if (values.length > 1 && spec.takes !== 'values') {
    throw new UserError(`--${name} is given more than once.`);
  }
  if (spec.takes !== 'maybe-value' && values.some((value) => value === true || value === '')) {
    throw new UserError(`--${name} needs a value.`, { hint: `${spec.describe}.` });
  }
}
