import { append } from '../../../text/append.ts';
import type { TemplateAction, TemplateToken } from './go-template.ts';

interface Body {
  usesInner: boolean;
  readonly calls: string[];
}

/**
 * Whether Hugo demands a closing tag: the action code of the template, or of a template it defines and calls itself,
 * names `.Inner` or `.InnerDeindent` in a field or variable, even in a branch that never runs. Strings, comments and the
 * arguments of `template` and `block` do not count (tpl/tplimpl/templatetransform.go).
 */
export function asksForInner(actions: readonly TemplateAction[]): boolean {
  const { main, defined } = readBodies(actions);
  const waiting = [...main.calls];
  const visited = new Set<string>();
  let usesInner = main.usesInner;
  for (let name = waiting.pop(); name !== undefined && !usesInner; name = waiting.pop()) {
    const body = defined.get(name);
    if (body === undefined || visited.has(name)) continue;
    visited.add(name);
    usesInner = body.usesInner;
    append(waiting, body.calls);
  }
  return usesInner;
}

function readBodies(actions: readonly TemplateAction[]): { main: Body; defined: Map<string, Body> } {
  const main: Body = { usesInner: false, calls: [] };
  const defined = new Map<string, Body>();
  const open: Body[] = [];
  let body = main;
  for (const { keyword, tokens } of actions) {
    const name = tokens[0]?.kind === 'string' ? tokens[0].text : '';
    if (keyword === 'end') {
      open.pop();
      body = open.at(-1) ?? main;
    } else if (keyword === 'define') {
      body = { usesInner: false, calls: [] };
      defined.set(name, body);
      open.push(body);
    } else if (keyword === 'template') {
      body.calls.push(name);
    } else {
      if (keyword === 'block' || keyword === 'if' || keyword === 'with' || keyword === 'range')
        open.push(body);
      if (keyword !== 'block') body.usesInner ||= tokens.some(namesInner);
    }
  }
  return { main, defined };
}

function namesInner({ kind, text }: TemplateToken): boolean {
  if ((kind !== 'field' && kind !== 'variable') || !text.includes('.Inner')) return false;
  return text.split('.').some((part) => part === 'Inner' || part === 'InnerDeindent');
}
