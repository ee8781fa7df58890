import yargs, { type CommandModule } from 'yargs';
import type { Host } from '../host/host.ts';
import { version } from '../version.ts';
import { completionCommand } from './commands/completion.ts';
import { explainCommand } from './commands/explain.ts';
import { extractCommand } from './commands/extract.ts';
import { initCommand } from './commands/init.ts';
import { inspectCommand } from './commands/inspect.ts';
import { lintCommand } from './commands/lint.ts';
import { lspCommand } from './commands/lsp.ts';
import { mergeCommand } from './commands/merge.ts';
import { renameCommand } from './commands/rename.ts';
import { rulesCommand } from './commands/rules.ts';
import { spellForYargs } from './spell-for-yargs.ts';
import { checkFlags, explainMistake } from './unknown-argument.ts';

/** Every command, in the order of the help. */
const COMMAND_MODULES = [
  lintCommand,
  initCommand,
  inspectCommand,
  extractCommand,
  renameCommand,
  mergeCommand,
  rulesCommand,
  explainCommand,
  lspCommand,
  completionCommand,
];

/** Parses the arguments and runs the command they name. Throws `UserError` for arguments that make no sense. */
export async function run(args: readonly string[], host: Host): Promise<number> {
  let exitCode = 0;
  const finish = (code: number): void => {
    exitCode = code;
  };
  const modules = COMMAND_MODULES.map((command) => command(host, finish));
  const printed = await parse(args, modules);
  if (printed !== '') host.stdout.write(`${printed}\n`);
  return exitCode;
}

/** Hands the arguments to the command they name; the help where that was asked for. Throws `UserError`. */
export async function parse(args: readonly string[], modules: readonly CommandModule[]): Promise<string> {
  const given = spellForYargs(args);
  checkFlags(given);
  let printed = '';
  const parser = yargs(given)
    .scriptName('bibliolint')
    .usage('$0 [paths..]\n\nChecks the citations of a site: cite keys, references and bibliographies.')
    .command([...modules])
    .version(version)
    .alias('version', 'v')
    .help()
    .alias('help', 'h')
    .strict()
    .exitProcess(false)
    .wrap(100)
    // Options that begin with `no-` are options of their own, so that what is written is what there is.
    .parserConfiguration({
      'populate--': false,
      'parse-positional-numbers': false,
      'boolean-negation': false,
    })
    .fail((message, error) => {
      if (error !== undefined && error.name !== 'YError') throw error;
      throw explainMistake(message ?? error.message, given);
    });
  await parser.parseAsync(given, {}, (_error: unknown, _argv: unknown, output: string) => {
    printed = output;
  });
  return printed;
}
