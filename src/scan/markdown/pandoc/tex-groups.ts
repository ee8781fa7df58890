import { letterWidth } from './characters.ts';
import { FAIL, skipSpaces } from './lexical.ts';
import type { SourceText } from './work.ts';

/** A control word. */
export interface Command {
  readonly name: string;
  readonly end: number;
}

/** The control word at a backslash. */
export function commandAt(text: string, at: number, limit: number): Command | undefined {
  if (text.charCodeAt(at) !== 92) return undefined;
  let end = at + 1;
  while (end < limit) {
    const width = letterWidth(text, end);
    if (width === 0) break;
    end += width;
  }
  return end === at + 1 ? undefined : { name: text.slice(at + 1, end), end };
}

/** Blanks, and one line end among them. */
export function skipTexSpace(text: string, at: number, limit: number): number {
  const position = skipSpaces(text, at, limit);
  if (position >= limit || text[position] !== '\n') return position;
  const next = skipSpaces(text, position + 1, limit);
  return next < limit && text[next] === '\n' ? position : next;
}

/** `[…]`; groups inside may hold brackets. */
export function option(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  if (source.find(']', at) === -1) return FAIL;
  let position = at + 1;
  while (position < limit) {
    source.spend(1);
    const character = text[position];
    if (character === ']') return position + 1;
    if (character === '{') {
      const end = group(source, position, limit);
      position = end === FAIL ? position + 1 : end;
    } else position = texToken(text, position, limit);
  }
  return FAIL;
}

/** `{…}` with nested groups; comments and escaped braces do not count. */
export function group(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  if (source.find('}', at) === -1) return FAIL;
  let depth = 0;
  let position = at;
  while (position < limit) {
    source.spend(1);
    const character = text[position];
    if (character === '{') depth += 1;
    else if (character === '}') {
      depth -= 1;
      if (depth === 0) return position + 1;
    }
    position = texToken(text, position, limit);
  }
  return FAIL;
}

/** Behind one character of TeX: an escape is one, and so is a comment. */
export function texToken(text: string, at: number, limit: number): number {
  const code = text.charCodeAt(at);
  if (code === 92) return Math.min(limit, at + 2);
  if (code !== 37) return at + 1;
  const end = text.indexOf('\n', at);
  return end === -1 ? limit : Math.min(limit, end);
}
