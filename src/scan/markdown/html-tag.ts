import type { Region } from '../../model.ts';

/**
 * HTML tags inside Markdown, after CommonMark 0.31 section 6.6. The lexer looks at each character once per `<`: an
 * attribute value ends at its own quote, and a tag that does not close is given up where the grammar breaks.
 */

/** One tag or comment-like construct, as offsets into the text it was read from. */
export interface HtmlTag {
  readonly start: number;
  readonly end: number;
  readonly kind: 'open' | 'close' | 'other';
  /** Lower-cased; `''` for comments, instructions, declarations and CDATA. */
  readonly name: string;
  readonly selfClosing: boolean;
  readonly attributes: readonly HtmlAttribute[];
}

/** A tag with the map from its offsets to the file. */
export interface PlacedTag {
  readonly tag: HtmlTag;
  region(start: number, end: number): Region;
}

/** An attribute of a tag, and where it stands. */
export interface HtmlAttribute {
  readonly name: string;
  readonly value: string;
  /** Of the value without its quotes; empty behind the name where there is none. */
  readonly start: number;
  readonly end: number;
}

/**
 * Where the JavaScript expressions of an MDX text end, by the place of their `{`; see `matchBraces`. A tag that is read
 * with them is JSX: `{…}` for values and attributes, dots in names, and `<>`.
 */
export type Expressions = ReadonlyMap<number, number>;

const NAME = /[A-Za-z][A-Za-z0-9-]*/y;
const JSX_NAME = /[A-Za-z$_][\w$.:-]*/y;
const ATTRIBUTE = /[A-Za-z_:][\w:.-]*/y;
const UNQUOTED = /[^\s"'=<>`]+/y;

/**
 * The open or closing tag that starts at `at`, or `undefined`.
 * ```
 * <d-cite key="a,b">     </d-cite >
 * ^at              ^end  ^at      ^end
 * ```
 */
export function readTag(text: string, at: number, expressions?: Expressions): HtmlTag | undefined {
  return text[at + 1] === '/' ? readClosingTag(text, at, expressions) : readOpenTag(text, at, expressions);
}

function readClosingTag(text: string, at: number, expressions?: Expressions): HtmlTag | undefined {
  const name = match(expressions === undefined ? NAME : JSX_NAME, text, at + 2);
  if (name === '' && expressions === undefined) return undefined;
  const to = skipSpace(text, at + 2 + name.length);
  if (text[to] !== '>') return undefined;
  return {
    start: at,
    end: to + 1,
    kind: 'close',
    name: name.toLowerCase(),
    selfClosing: false,
    attributes: [],
  };
}

function readOpenTag(text: string, at: number, expressions?: Expressions): HtmlTag | undefined {
  const name = match(expressions === undefined ? NAME : JSX_NAME, text, at + 1);
  if (name === '' && (expressions === undefined || text[at + 1] !== '>')) return undefined;
  const attributes: HtmlAttribute[] = [];
  let to = at + 1 + name.length;
  for (;;) {
    const next = skipSpace(text, to);
    if (text[next] === '>') return tag(at, next + 1, name, false, attributes);
    if (text.startsWith('/>', next)) return tag(at, next + 2, name, true, attributes);
    if (next === to) return undefined;
    const attribute = readAttribute(text, next, expressions);
    if (attribute === undefined) return undefined;
    if (attribute.attribute !== undefined) attributes.push(attribute.attribute);
    to = attribute.end;
  }
}

function tag(
  start: number,
  end: number,
  name: string,
  selfClosing: boolean,
  attributes: readonly HtmlAttribute[],
): HtmlTag {
  return { start, end, kind: 'open', name: name.toLowerCase(), selfClosing, attributes };
}

interface ReadAttribute {
  readonly end: number;
  /** Absent for a JSX spread. */
  readonly attribute?: HtmlAttribute;
}

function readAttribute(text: string, at: number, expressions?: Expressions): ReadAttribute | undefined {
  const spread = expressions?.get(at);
  if (spread !== undefined) return { end: spread };
  const name = match(ATTRIBUTE, text, at);
  if (name === '') return undefined;
  const nameEnd = at + name.length;
  const equals = skipSpace(text, nameEnd);
  if (text[equals] !== '=')
    return { end: nameEnd, attribute: { name, value: '', start: nameEnd, end: nameEnd } };
  const from = skipSpace(text, equals + 1);
  const value = valueAt(text, from, expressions);
  if (value === undefined) return undefined;
  const [start, end, behind] = value;
  return { end: behind, attribute: { name, value: text.slice(start, end), start, end } };
}

type Value = readonly [start: number, end: number, behind: number];

function valueAt(text: string, at: number, expressions?: Expressions): Value | undefined {
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, at + 1);
    return close === -1 ? undefined : [at + 1, close, close + 1];
  }
  const expression = expressions?.get(at);
  if (expression !== undefined) return [at, expression, expression];
  const word = match(UNQUOTED, text, at);
  return word === '' ? undefined : [at, at + word.length, at + word.length];
}

/** Finds every balanced `{…}` in one pass: the place behind each closing brace by that of its opening one. */
export function matchBraces(text: string): Expressions {
  const ends = new Map<number, number>();
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!;
    if (char === '{') open.push(at);
    else if (char === '}') {
      const start = open.pop();
      if (start !== undefined) ends.set(start, at + 1);
    } else if (open.length > 0 && (char === '"' || char === "'" || char === '`')) {
      at = Math.max(at, stringEnd(text, at, char));
    }
  }
  return ends;
}

/** Where the JavaScript expression ends that starts at `at`, -1 where that is not before `limit`. */
export function expressionEnd(text: string, at: number, limit: number): number {
  let depth = 0;
  for (let to = at; to < limit; to++) {
    const char = text[to]!;
    if (char === '{') depth += 1;
    else if (char === '}') {
      depth -= 1;
      if (depth === 0) return to + 1;
    } else if (char === '"' || char === "'" || char === '`') {
      to = Math.max(to, stringEnd(text, to, char));
    } else if (text.startsWith('/*', to)) {
      const close = text.indexOf('*/', to + 2);
      if (close === -1) return -1;
      to = close + 1;
    }
  }
  return -1;
}

/**
 * The closing quote of a JavaScript string, -1 where it is none. A string in `'` or `"` ends with its line, so an
 * apostrophe in prose hides at most the rest of its line.
 */
function stringEnd(text: string, at: number, quote: string): number {
  for (let to = at + 1; to < text.length; to++) {
    const char = text[to];
    if (char === '\\') to += 1;
    else if (char === quote) return to;
    else if (char === '\n' && quote !== '`') return -1;
  }
  return -1;
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function skipSpace(text: string, at: number): number {
  let to = at;
  while (to < text.length && isSpace(text.charCodeAt(to))) to += 1;
  return to;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}
