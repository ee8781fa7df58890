import type { Cite } from '../../model.ts';
import { once } from '../../text/once.ts';
import { readBracketSuffix, readGroupSuffix } from './rehype-locator.ts';

/** A citation in the value of a text node. */
export interface RehypeMatch {
  readonly kind: 'bracketed' | 'in-text';
  readonly start: number;
  readonly end: number;
  readonly parts: readonly RehypePart[];
}

/** One key of a citation, with what stands around it. */
export interface RehypePart {
  readonly key: string;
  readonly keyStart: number;
  readonly suppressAuthor: boolean;
  readonly prefix: string;
  /** What stands behind the key. */
  readonly suffix: Pick<Cite, 'label' | 'locator' | 'suffix'>;
  /** Where the part stands, blanks at its ends left out. */
  readonly start: number;
  readonly end: number;
}

const WORD = once(() => /[\p{L}\d_]/u);
const SUFFIX = /\s+\[([^\n\]]*)\]/y;

/**
 * All citations rehype-citation would try in one text node, in order (`regex.js`, `citationRE`): behind one match it
 * looks at the rest as at a node of its own, so a `@` right there counts as the start of a line.
 */
export function matchRehypeCites(value: string): RehypeMatch[] {
  const matches: RehypeMatch[] = [];
  let from = 0;
  for (let at = nextMark(value, 0); at < value.length; ) {
    const match = value[at] === '[' ? matchGroup(value, at) : matchInText(value, at, from);
    if (match !== undefined) {
      matches.push(match);
      from = match.end;
    }
    at = nextMark(value, match?.end ?? at + 1);
  }
  return matches;
}

const MARK = /[@[]/g;

function nextMark(value: string, at: number): number {
  MARK.lastIndex = at;
  return MARK.exec(value)?.index ?? value.length;
}

const BRACKET = /[[\]]/g;

/** `[…@…]` without brackets inside and with something behind an `@`. */
function matchGroup(value: string, start: number): RehypeMatch | undefined {
  BRACKET.lastIndex = start + 1;
  const close = BRACKET.exec(value)?.index ?? -1;
  if (close === -1 || value[close] === '[') return undefined;
  if (!value.slice(start + 1, close - 1).includes('@')) return undefined;
  const parts: RehypePart[] = [];
  for (let from = start + 1; from <= close; ) {
    const semicolon = value.indexOf(';', from);
    const end = semicolon === -1 || semicolon > close ? close : semicolon;
    const part = readPart(value, from, end);
    if (part !== undefined) parts.push(part);
    from = end + 1;
  }
  return { kind: 'bracketed', start, end: close + 1, parts };
}

/** The first line of a part that holds a key; in it the last `@` with a key counts (`fullCitationRE`). */
function readPart(value: string, start: number, end: number): RehypePart | undefined {
  for (let from = start; from < end; ) {
    const newline = value.indexOf('\n', from);
    const lineEnd = newline === -1 || newline > end ? end : newline;
    const line = value.slice(from, lineEnd);
    for (let at = line.lastIndexOf('@'); at !== -1; at = at === 0 ? -1 : line.lastIndexOf('@', at - 1)) {
      const keyEnd = groupKeyEnd(line, at + 1);
      if (keyEnd !== -1) return createPart(value, [start, end], from, from + at, from + keyEnd);
    }
    from = lineEnd + 1;
  }
  return undefined;
}

function createPart(
  value: string,
  [start, end]: readonly [number, number],
  from: number,
  at: number,
  keyEnd: number,
): RehypePart {
  const prefix = value.slice(from, at).trim();
  const suppressAuthor = prefix.endsWith('-');
  const braced = value[at + 1] === '{';
  const part = value.slice(start, end);
  return {
    key: braced ? value.slice(at + 2, keyEnd - 1) : value.slice(at + 1, keyEnd),
    keyStart: braced ? at + 2 : at + 1,
    suppressAuthor,
    prefix: suppressAuthor ? prefix.slice(0, -1).trim() : prefix,
    suffix: readGroupSuffix(value.slice(keyEnd, end).trimEnd()),
    start: end - part.trimStart().length,
    end: start + part.trimEnd().length,
  };
}

/** A key in a group stops at a blank or a brace; its ends are letters, digits or `_`. -1 where none starts. */
function groupKeyEnd(line: string, at: number): number {
  if (line[at] === '{') return bracedEnd(line, at);
  let end = at;
  while (end < line.length && line[end] !== '{' && !/\s/.test(line[end]!)) end += 1;
  return trimKey(line, at, end);
}

function trimKey(value: string, at: number, runEnd: number): number {
  let end = runEnd;
  while (end > at && !isWord(value, end - 1)) end -= 1;
  return end - at >= 2 && isWord(value, at) ? end : -1;
}

function isWord(value: string, at: number): boolean {
  const code = value.charCodeAt(at);
  if (code < 0xd800 || code > 0xdfff) return WORD().test(value[at]!);
  return WORD().test(String.fromCodePoint(value.codePointAt(code < 0xdc00 ? at : at - 1) ?? 0));
}

const MAX_BRACED = 500;

/** `{…}` runs to the last closing brace of the line; one farther off than any key is long does not count. */
function bracedEnd(value: string, at: number): number {
  const rest = value.slice(at, at + MAX_BRACED);
  const newline = rest.indexOf('\n');
  const close = (newline === -1 ? rest : rest.slice(0, newline)).lastIndexOf('}');
  return close > 1 ? at + close + 1 : -1;
}

/** `@key` or `@key [suffix]` behind a blank, a hyphen or nothing. */
function matchInText(value: string, at: number, from: number): RehypeMatch | undefined {
  const before = at === from ? ' ' : value[at - 1]!;
  if (before !== '-' && !/\s/.test(before)) return undefined;
  const keyEnd = inTextKeyEnd(value, at + 1);
  if (keyEnd === -1) return undefined;
  const suppressAuthor = before === '-';
  const start = suppressAuthor ? at - 1 : at;
  SUFFIX.lastIndex = keyEnd;
  const found = SUFFIX.exec(value);
  const end = keyEnd + (found?.[0].length ?? 0);
  const braced = value[at + 1] === '{';
  const part: RehypePart = {
    key: braced ? value.slice(at + 2, keyEnd - 1) : value.slice(at + 1, keyEnd),
    keyStart: braced ? at + 2 : at + 1,
    suppressAuthor,
    prefix: '',
    suffix: readBracketSuffix(found?.[1] ?? ''),
    start,
    end,
  };
  return { kind: 'in-text', start, end, parts: [part] };
}

function inTextKeyEnd(value: string, at: number): number {
  if (value[at] === '{') return bracedEnd(value, at);
  if (at >= value.length || !isWord(value, at)) return -1;
  let end = at;
  while (end < value.length && !/\s/.test(value[end]!)) end += 1;
  return trimKey(value, at, end);
}
