import { rules } from '../../../rules/index.ts';
import { UserError } from '../../errors.ts';
import type { Host } from '../../host/host.ts';
import { FORMAT_NAMES } from '../../report/format-names.ts';
import { closest } from '../../text/similar.ts';
import { EXIT } from '../main.ts';
import { bashCompletion } from './bash.ts';
import { fishCompletion } from './fish.ts';
import { type CompletionWords, completionWords, SHELLS } from './words.ts';
import { zshCompletion } from './zsh.ts';

const SCRIPTS: Readonly<Record<string, (words: CompletionWords) => string>> = {
  bash: bashCompletion,
  zsh: zshCompletion,
  fish: fishCompletion,
};

/** Prints the script of a shell. Throws a `UserError` for a shell there is none for. */
export function printCompletion(shell: string, host: Host): number {
  const script = Object.hasOwn(SCRIPTS, shell) ? SCRIPTS[shell] : undefined;
  if (script === undefined) {
    const suggestion = closest(shell, SHELLS);
    throw new UserError(`There is no completion for ${JSON.stringify(shell)}.`, {
      hint: suggestion === undefined ? `There is: ${SHELLS.join(', ')}.` : `Did you mean ${suggestion}?`,
    });
  }
  const ids = rules.map(({ id }) => id);
  host.stdout.write(script(completionWords(ids, FORMAT_NAMES)));
  return EXIT.clean;
}
