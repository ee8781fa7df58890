import { UserError } from '../errors.ts';
import { closest } from '../text/similar.ts';

/** Every long option there is; a test compares it with the help. */
const OPTIONS = [
  'format',
  'output-file',
  'fix',
  'unsafe-fixes',
  'fix-dry-run',
  'diff',
  'only',
  'skip',
  'exit-zero',
  'config',
  'color',
  'quiet',
  'max-warnings',
  'dialect',
  'stdin',
  'stdin-filename',
  'help',
  'version',
];

/** yargs names the unknown argument only; this adds what was probably meant. */
export function explainUnknownArgument(message: string): UserError {
  const unknown = /^Unknown arguments?: (\S+?)(?:,|$)/.exec(message)?.[1];
  const suggestion = unknown === undefined ? undefined : closest(unknown, OPTIONS);
  const hint =
    suggestion === undefined ? 'Run bibliolint --help for all options.' : `Did you mean --${suggestion}?`;
  const title = unknown === undefined ? message : `There is no option --${unknown}.`;
  return new UserError(title, { hint });
}
