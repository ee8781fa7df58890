import { FAIL, skipSpaces } from './lexical.ts';
import { type Command, commandAt, group, option, skipTexSpace } from './tex-groups.ts';
import type { SourceText } from './work.ts';

/** What a definition defines, and how it goes on. */
type Shape = 'command' | 'environment' | 'macro' | 'alias' | 'switch';

const SHAPES: ReadonlyMap<string, Shape> = new Map([
  ['newcommand', 'command'],
  ['renewcommand', 'command'],
  ['providecommand', 'command'],
  ['DeclareMathOperator', 'command'],
  ['DeclareRobustCommand', 'command'],
  ['newenvironment', 'environment'],
  ['renewenvironment', 'environment'],
  ['def', 'macro'],
  ['gdef', 'macro'],
  ['edef', 'alias'],
  ['let', 'alias'],
  ['newif', 'switch'],
]);

/** Whether a command defines others: Pandoc's LaTeX reader knows these, and what is malformed is no TeX at all. */
export function isDefinition(name: string): boolean {
  return SHAPES.has(name);
}

/** Behind `\newcommand{\x}[2]{…}`, `\def\x#1{…}` and the like; `FAIL` where a part is missing. */
export function definitionEnd(source: SourceText, { name, end }: Command, limit: number): number {
  const { text, find } = source;
  switch (SHAPES.get(name)) {
    case 'command': {
      const named = nameEnd(source, text[end] === '*' ? end + 1 : end, limit);
      return bodies(source, named, limit, 1);
    }
    case 'environment': {
      const open = skipSpaces(text, end, limit);
      const named = text[open] === '{' ? group(source, open, limit) : FAIL;
      return bodies(source, named, limit, 2);
    }
    case 'macro': {
      const named = controlSequence(text, end, limit);
      const open = named === FAIL ? -1 : find('{', named);
      return open === -1 || open >= limit ? FAIL : group(source, open, limit);
    }
    case 'alias':
      return body(source, controlSequence(text, end, limit), limit);
    default:
      return controlSequence(text, end, limit);
  }
}

/** `\x` or `{ \x }`. */
function nameEnd(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  const open = skipTexSpace(text, at, limit);
  if (text[open] !== '{') return controlSequence(text, open, limit);
  const end = controlSequence(text, skipTexSpace(text, open + 1, limit), limit);
  const close = end === FAIL ? FAIL : skipTexSpace(text, end, limit);
  return close !== FAIL && close < limit && text[close] === '}' ? close + 1 : FAIL;
}

/** Options, then so many bodies. */
function bodies(source: SourceText, at: number, limit: number, count: number): number {
  let position = at;
  for (let next = position; position !== FAIL; position = option(source, next, limit)) {
    next = skipTexSpace(source.text, position, limit);
    if (source.text[next] !== '[' || next >= limit) break;
  }
  for (let left = count; left > 0 && position !== FAIL; left -= 1) position = body(source, position, limit);
  return position;
}

/** A group, or one token. */
function body(source: SourceText, at: number, limit: number): number {
  if (at === FAIL) return FAIL;
  const { text } = source;
  const open = skipTexSpace(text, at, limit);
  if (open >= limit || text[open] === '\n') return FAIL;
  if (text[open] === '{') return group(source, open, limit);
  const sequence = controlSequence(text, open, limit);
  return sequence === FAIL ? open + 1 : sequence;
}

/** A backslash with a word or one character. */
function controlSequence(text: string, at: number, limit: number): number {
  const start = skipSpaces(text, at, limit);
  if (start + 1 >= limit || text[start] !== '\\') return FAIL;
  return commandAt(text, start, limit)?.end ?? start + 2;
}
