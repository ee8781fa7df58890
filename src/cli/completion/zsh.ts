import type { OptionSpec } from '../option-table.ts';
import { type CompletionWords, offered } from './words.ts';

/** Completion for zsh: a function for `fpath`, or to be evaluated. */
export function zshCompletion(words: CompletionWords): string {
  const { commands } = words;
  const named = commands.filter(({ name }) => name !== 'lint');
  return `#compdef bibliolint
# zsh completion for bibliolint:  eval "$(bibliolint completion zsh)", or this as _bibliolint in a folder of fpath
_bibliolint() {
  local command=lint word
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case $word in
      ${named.map(({ name }) => name).join('|')}) command=$word; break ;;
    esac
  done
  case $command in
${commands
  .map(({ name, options, completes }) => {
    const operand = actionFor(offered(completes === undefined ? {} : { completes }, words));
    const operands =
      name === 'lint' ? "'*: :_bibliolint_start'" : operand === '' ? '' : `'*:${completes ?? ''}:${operand}'`;
    const specs = [
      ...Object.entries(options).flatMap(([option, spec]) => specsOf(option, spec, words)),
      operands,
    ];
    const shift = name === 'lint' ? '' : 'shift words; (( CURRENT-- ));\n      ';
    return `    ${name})\n      ${shift}_arguments -s : \\\n        ${specs.filter(Boolean).join(' \\\n        ')} ;;`;
  })
  .join('\n')}
  esac
}
_bibliolint_start() {
  local -a commands=(
${named.map(({ name, describe }) => `    ${quote(`${name}:${describe}`)}`).join('\n')}
  )
  _describe command commands
  _files
}
if [[ $funcstack[1] == _bibliolint ]]; then _bibliolint "$@"; else compdef _bibliolint bibliolint; fi
`;
}

function specsOf(name: string, spec: OptionSpec, words: CompletionWords): string[] {
  const names = [`--${name}`, ...(spec.alias === undefined ? [] : [`-${spec.alias}`])];
  const repeat = spec.takes === 'values' ? '*' : '';
  const explanation = `[${spec.describe.replace(/[[\]\\:]/g, '\\$&')}]`;
  if (spec.takes === 'nothing') return names.map((option) => quote(`${option}${explanation}`));
  const optional = spec.takes === 'maybe-value' ? '::' : ':';
  const action = actionFor(offered(spec, words));
  return names.map((option) =>
    quote(
      `${repeat}${option}${option.startsWith('--') ? '=' : '+'}${explanation}${optional}${name}:${action}`,
    ),
  );
}

function actionFor(offer: ReturnType<typeof offered>): string {
  if (offer === undefined) return '';
  if (offer === 'files') return '_files';
  return offer === 'folders' ? '_files -/' : `(${offer.join(' ')})`;
}

const quote = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
