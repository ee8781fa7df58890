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
  'dry-run',
  'only',
  'skip',
  'exit-zero',
  'changed',
  'staged',
  'baseline',
  'update-baseline',
  'prune-baseline',
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
  const choice = /Argument: ([\w-]+), Given: (".*?"), Choices: (.+)/.exec(message);
  if (choice !== null) return explainChoice(choice[1]!, choice[2]!, choice[3]!);
  const unknown = /^Unknown arguments?: (\S+?)(?:,|$)/.exec(message)?.[1];
  const suggestion = unknown === undefined ? undefined : closest(unknown, OPTIONS);
  const hint =
    suggestion === undefined ? 'Run bibliolint --help for all options.' : `Did you mean --${suggestion}?`;
  const title = unknown === undefined ? message : `There is no option --${unknown}.`;
  return new UserError(title, { hint });
}

function explainChoice(option: string, given: string, choices: string): UserError {
  const names = choices.replaceAll('"', '').split(', ');
  const suggestion = closest(given.replaceAll('"', ''), names);
  const hint = suggestion === undefined ? `There is: ${names.join(', ')}.` : `Did you mean ${suggestion}?`;
  return new UserError(`There is no ${option} ${given}.`, { hint });
}
