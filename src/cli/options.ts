import type { Argv } from 'yargs';
import { UserError } from '../errors.ts';
import { DIALECTS } from '../model.ts';

/** The options that say what to read, shared by `lint` and `inspect`. */
export function withTargetOptions<T>(parser: Argv<T>) {
  return parser
    .positional('paths', {
      describe: 'Files or folders to check; the working directory by default',
      type: 'string',
      array: true,
      default: [] as string[],
    })
    .option('dialect', {
      describe: 'Read every document in this dialect instead of the detected one',
      choices: DIALECTS,
      requiresArg: true,
    })
    .option('config', {
      alias: 'c',
      describe: 'Use this configuration file; --no-config uses none',
      type: 'string',
      requiresArg: true,
    })
    .option('stdin', {
      describe: 'Read one document from standard input, as - does',
      type: 'boolean',
      default: false,
    })
    .option('stdin-filename', {
      describe: 'The path standard input stands for',
      type: 'string',
      requiresArg: true,
    });
}

/** Paths of a command line, those behind `--` included, which yargs leaves in `_`. */
export function allPaths(
  argv: { readonly paths?: readonly string[]; readonly _: readonly (string | number)[] },
  command?: string,
): string[] {
  const rest = argv._.map(String);
  if (command !== undefined && rest[0] === command) rest.shift();
  return [...(argv.paths ?? []), ...rest];
}

/** One value where yargs would quietly make a list of two. */
export function single<T>(value: T | readonly T[] | undefined, option: string): T | undefined {
  if (Array.isArray(value)) throw new UserError(`--${option} is given more than once.`);
  return value as T | undefined;
}
