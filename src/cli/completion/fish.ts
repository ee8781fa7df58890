import type { OptionSpec } from '../option-table.ts';
import { type CompletionWords, offered } from './words.ts';

/** Completion for fish: lines to be sourced. */
export function fishCompletion(words: CompletionWords): string {
  const { commands } = words;
  const named = commands.filter(({ name }) => name !== 'lint');
  const seen = `__fish_seen_subcommand_from ${named.map(({ name }) => name).join(' ')}`;
  const conditionOf = (name: string): string =>
    name === 'lint' ? `not ${seen}` : `__fish_seen_subcommand_from ${name}`;
  const lines = commands.flatMap(({ name, options, completes }) => [
    ...operandLines(conditionOf(name), completes, words),
    ...Object.entries(options).map(([option, spec]) => optionLine(conditionOf(name), option, spec, words)),
  ]);
  return `# fish completion for bibliolint:  bibliolint completion fish | source
complete -c bibliolint -e
${named.map(({ name, describe }) => `complete -c bibliolint -n ${quote(`not ${seen}`)} -a ${name} -d ${quote(describe)}`).join('\n')}
${lines.join('\n')}
`;
}

function operandLines(
  condition: string,
  completes: OptionSpec['completes'],
  words: CompletionWords,
): string[] {
  const offer = offered(completes === undefined ? {} : { completes }, words);
  if (offer === 'files' || offer === 'folders') return [];
  const list = offer === undefined ? '' : ` -a ${quote(offer.join(' '))}`;
  return [`complete -c bibliolint -n ${quote(condition)} -f${list}`];
}

function optionLine(condition: string, name: string, spec: OptionSpec, words: CompletionWords): string {
  const alias = spec.alias === undefined ? '' : ` -s ${spec.alias}`;
  return `complete -c bibliolint -n ${quote(condition)} -l ${name}${alias} -d ${quote(spec.describe)}${valueWords(spec, words)}`;
}

function valueWords(spec: OptionSpec, words: CompletionWords): string {
  if (spec.takes === 'nothing') return '';
  const offer = offered(spec, words);
  if (offer === 'files') return ' -r -F';
  if (offer === 'folders') return " -x -a '(__fish_complete_directories)'";
  return offer === undefined ? ' -x' : ` -x -a ${quote(offer.join(' '))}`;
}

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
