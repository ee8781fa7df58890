import yargs from 'yargs';
import type { Host } from '../host/host.ts';
import { version } from '../version.ts';
import { explainCommand } from './commands/explain.ts';
import { extractCommand } from './commands/extract.ts';
import { inspectCommand } from './commands/inspect.ts';
import { lintCommand } from './commands/lint.ts';
import { lspCommand } from './commands/lsp.ts';
import { mergeCommand } from './commands/merge.ts';
import { renameCommand } from './commands/rename.ts';
import { rulesCommand } from './commands/rules.ts';
import { spellStandardInput } from './standard-input.ts';
import { explainUnknownArgument } from './unknown-argument.ts';

/** Parses the arguments and runs the command they name. Throws `UserError` for arguments that make no sense. */
export async function run(args: readonly string[], host: Host): Promise<number> {
  let exitCode = 0;
  const finish = (code: number): void => {
    exitCode = code;
  };
  let printed = '';
  const given = spellStandardInput(args);
  const parser = yargs(given)
    .scriptName('bibliolint')
    .usage('$0 [paths..]\n\nChecks the citations of a site: cite keys, references and bibliographies.')
    .command(lintCommand(host, finish))
    .command(inspectCommand(host, finish))
    .command(extractCommand(host, finish))
    .command(mergeCommand(host, finish))
    .command(renameCommand(host, finish))
    .command(rulesCommand(host, finish))
    .command(explainCommand(host, finish))
    .command(lspCommand(host, finish))
    .version(version)
    .alias('version', 'v')
    .help()
    .alias('help', 'h')
    .strict()
    .exitProcess(false)
    .wrap(100)
    .parserConfiguration({ 'populate--': false, 'parse-positional-numbers': false, 'boolean-negation': true })
    .fail((message, error) => {
      if (error === undefined || error.name === 'YError')
        throw explainUnknownArgument(message ?? error.message);
      throw error;
    });
  await parser.parseAsync(given, {}, (_error: unknown, _argv: unknown, output: string) => {
    printed = output;
  });
  if (printed !== '') host.stdout.write(printed + '\n');
  return exitCode;
}
