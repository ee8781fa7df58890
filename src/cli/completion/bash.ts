import type { OptionTable } from '../option-table.ts';
import { type CompletionWords, offered } from './words.ts';

/** Completion for bash, without any library of it. */
export function bashCompletion(words: CompletionWords): string {
  const { commands } = words;
  // There are many rules, and many places that offer them.
  const short = { ...words, rules: ['$rules'] };
  const named = commands.filter(({ name }) => name !== 'lint').map(({ name }) => name);
  return `# bash completion for bibliolint:  eval "$(bibliolint completion bash)"
_bibliolint() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} command=lint word IFS=$' \\t\\n'
  local rules='${words.rules.join(' ')}'
  # Bash takes --format=js for three words.
  if [[ $cur == = ]]; then cur=; elif [[ $prev == = ]]; then prev=\${COMP_WORDS[COMP_CWORD-2]}; fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in
      ${named.join('|')}) command=$word; break ;;
    esac
  done
  case $command:$prev in
${commands.flatMap(({ name, options }) => valueCases(name, options, short)).join('\n')}
  esac
  if [[ $cur == -* ]]; then
    case $command in
${commands.map(({ name, options }) => `      ${name}) COMPREPLY=($(compgen -W "${optionWords(options)}" -- "$cur")) ;;`).join('\n')}
    esac
    return
  fi
  case $command in
${commands.map(({ name, completes }) => `    ${name}) ${reply(offered(completes === undefined ? {} : { completes }, short), name === 'lint' ? named : [])} ;;`).join('\n')}
  esac
}
complete -o filenames -F _bibliolint bibliolint
`;
}

function valueCases(command: string, options: OptionTable, words: CompletionWords): string[] {
  return Object.entries(options)
    .filter(([, { takes }]) => takes !== 'nothing')
    .map(([name, spec]) => {
      const patterns = [
        `${command}:--${name}`,
        ...(spec.alias === undefined ? [] : [`${command}:-${spec.alias}`]),
      ];
      return `    ${patterns.join('|')}) ${reply(offered(spec, words), [])}; return ;;`;
    });
}

function optionWords(options: OptionTable): string {
  return Object.keys(options)
    .map((name) => `--${name}`)
    .join(' ');
}

/** Sets what is offered: words, files, or both; nothing where any word may stand. Names of files may hold blanks. */
function reply(offer: ReturnType<typeof offered>, more: readonly string[]): string {
  const list = [...more, ...(typeof offer === 'object' ? offer : [])].join(' ');
  const fromWords = list === '' ? 'COMPREPLY=()' : `COMPREPLY=($(compgen -W "${list}" -- "$cur"))`;
  if (typeof offer !== 'string') return fromWords;
  return `${fromWords}; IFS=$'\\n'; COMPREPLY+=($(compgen -${offer === 'folders' ? 'd' : 'f'} -- "$cur"))`;
}
