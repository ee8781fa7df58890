import type { TemplateToken } from './go-template.ts';

/** A word of a command, or a pipeline in parentheses. */
export type PipelineNode = TemplateToken | Pipeline;

/** `$a, $b := first arg | second`: what it declares or sets, and its commands in order. */
export interface Pipeline {
  readonly kind: 'pipeline';
  readonly variables: readonly string[];
  readonly commands: readonly (readonly PipelineNode[])[];
}

/** Parentheses deeper than this are read as if they were not there, so that depth costs no stack. */
const DEEPEST = 40;

interface Open {
  variables: string[];
  readonly commands: PipelineNode[][];
}

/** Reads the tokens of one action as a pipeline. */
export function parsePipeline(tokens: readonly TemplateToken[]): Pipeline {
  const root: Open = { variables: [], commands: [[]] };
  const stack: Open[] = [root];
  let ignored = 0;
  for (const token of tokens) {
    const current = stack.at(-1)!;
    const command = current.commands.at(-1)!;
    if (token.kind !== 'punctuation') {
      command.push(token);
    } else if (token.text === '(') {
      if (stack.length > DEEPEST) ignored += 1;
      else stack.push({ variables: [], commands: [[]] });
    } else if (token.text === ')') {
      if (ignored > 0) ignored -= 1;
      else if (stack.length > 1) stack.at(-2)!.commands.at(-1)!.push(close(stack.pop()!));
    } else if (token.text === '|') {
      current.commands.push([]);
    } else if (token.text !== ',') {
      current.variables = command.flatMap((node) => (node.kind === 'variable' ? [node.text] : []));
      command.length = 0;
    }
  }
  while (stack.length > 1) stack.at(-2)!.commands.at(-1)!.push(close(stack.pop()!));
  return close(root);
}

function close({ variables, commands }: Open): Pipeline {
  return { kind: 'pipeline', variables, commands };
}
