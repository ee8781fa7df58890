import { isSpace, letterWidth, wordWidth } from './characters.ts';
import { characterReference, FAIL } from './references.ts';
import type { SourceText } from './work.ts';

/**
 * The small parsers all of Pandoc's Markdown is made of. Each takes a text, a position and the limit nothing is read
 * beyond, and returns the position behind what it read, or `FAIL`; the behaviour is that of Pandoc's Parsing.General.
 */
export { FAIL };

const BACKSLASH = 92;
const NEWLINE = 10;
const SPACE = 32;

/** Behind the blanks at `at`, which may be none; tabs are gone by now. */
export function skipSpaces(text: string, at: number, limit: number): number {
  let position = at;
  while (position < limit && text.charCodeAt(position) === SPACE) position += 1;
  return position;
}

/** Blanks with at most one line end between them, where no second line end follows. */
export function skipSpacesAndNewline(text: string, at: number, limit: number): number {
  let position = skipSpaces(text, at, limit);
  if (position < limit && text.charCodeAt(position) === NEWLINE) {
    position = skipSpaces(text, position + 1, limit);
  }
  return position < limit && text.charCodeAt(position) === NEWLINE ? FAIL : position;
}

/** A line of nothing but blanks, or the blank rest of one, with its line end. */
export function blankLine(text: string, at: number, limit: number): number {
  const position = skipSpaces(text, at, limit);
  return position < limit && text.charCodeAt(position) === NEWLINE ? position + 1 : FAIL;
}

/** One or more blank lines. */
export function blankLines(text: string, at: number, limit: number): number {
  let position = blankLine(text, at, limit);
  for (let next = position; next !== FAIL; next = blankLine(text, next, limit)) position = next;
  return position;
}

/** Behind the blank lines at `at`, which may be none. */
export function skipBlankLines(text: string, at: number, limit: number): number {
  return Math.max(at, blankLines(text, at, limit));
}

/** At most three blanks with none behind them: what may stand before most blocks. */
export function skipIndent(text: string, at: number, limit: number): number {
  const position = skipSpaces(text, at, Math.min(limit, at + 4));
  return position - at > 3 ? FAIL : position;
}

/** The line end that closes the line, or the limit. */
export function lineEnd(text: string, at: number, limit: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 || end > limit ? limit : end;
}

/** Behind the line and its line end. */
export function nextLine(text: string, at: number, limit: number): number {
  return Math.min(limit, lineEnd(text, at, limit) + 1);
}

/** A backslash and what it escapes: everything but letters, digits and line ends. */
export function escapedCharacter(text: string, at: number, limit: number): number {
  if (text.charCodeAt(at) !== BACKSLASH || at + 1 >= limit) return FAIL;
  const code = text.codePointAt(at + 1)!;
  if (code === NEWLINE || wordWidth(text, at + 1) > 0) return FAIL;
  return at + (code > 0xffff ? 3 : 2);
}

/** One character of a title, a target or an attribute: escapes and references count as one, blank lines end it. */
export function literalCharacter(text: string, at: number, limit: number): number {
  if (at >= limit) return FAIL;
  const code = text.charCodeAt(at);
  if (code === BACKSLASH) {
    const escaped = escapedCharacter(text, at, limit);
    return escaped === FAIL ? at + 1 : escaped;
  }
  if (code === 38) {
    const reference = characterReference(text, at, limit);
    return reference === FAIL ? at + 1 : reference;
  }
  if (code === NEWLINE) return blankLine(text, at + 1, limit) === FAIL ? at + 1 : FAIL;
  return at + 1;
}

/** A letter, then letters, digits and `- _ : .`: the names of classes and attributes. */
export function identifier(text: string, at: number, limit: number): number {
  const first = letterWidth(text, at);
  return first === 0 ? FAIL : identifierRest(text, at + first, limit);
}

function identifierRest(text: string, at: number, limit: number): number {
  let position = at;
  while (position < limit) {
    const width = wordWidth(text, position) || ('-_:.'.includes(text[position]!) ? 1 : 0);
    if (width === 0) break;
    position += width;
  }
  return position;
}

/** `{#id .class key="value" -}`, over a line end too. */
export function attributes(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  if (text[at] !== '{' || at >= limit) return FAIL;
  let position = skipSpacesAndNewline(text, at + 1, limit);
  while (position !== FAIL && position < limit) {
    if (text[position] === '}') return position + 1;
    const next = attribute(source, position, limit);
    if (next === FAIL) return FAIL;
    position = skipSpacesAndNewline(text, next, limit);
  }
  return FAIL;
}

function attribute(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  const first = text[at];
  if (first === '-') return at + 1;
  if (first === '.') return identifier(text, at + 1, limit);
  if (first === '#') {
    const end = identifierRest(text, at + 1, limit);
    return end === at + 1 ? FAIL : end;
  }
  const equals = identifier(text, at, limit);
  return equals === FAIL || text[equals] !== '=' ? FAIL : attributeValue(source, equals + 1, limit);
}

function attributeValue(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  const quote = text[at];
  if ((quote === '"' || quote === "'") && at + 1 < limit) {
    if (text[at + 1] === quote) return at + 2;
    const closed = isSpace(text.charCodeAt(at + 1)) ? FAIL : quotedValue(source, at + 1, limit, quote);
    if (closed !== FAIL) return closed;
  }
  let position = at;
  while (position < limit && !' \n}'.includes(text[position]!)) {
    const escaped = escapedCharacter(text, position, limit);
    position = escaped === FAIL ? position + 1 : escaped;
  }
  return position;
}

function quotedValue(source: SourceText, at: number, limit: number, quote: string): number {
  const { text } = source;
  for (let position = at; position !== FAIL; position = literalCharacter(text, position, limit)) {
    if (position < limit && text[position] === quote) return position + 1;
    source.spend(1);
  }
  return FAIL;
}

/** `{=html}` behind code: the code is raw output. */
export function rawAttribute(text: string, at: number, limit: number): number {
  if (text[at] !== '{') return FAIL;
  let position = skipSpaces(text, at + 1, limit);
  if (text[position] !== '=') return FAIL;
  const name = position + 1;
  position = name;
  while (position < limit && (wordWidth(text, position) > 0 || '-_'.includes(text[position]!))) position += 1;
  if (position === name) return FAIL;
  position = skipSpaces(text, position, limit);
  return position < limit && text[position] === '}' ? position + 1 : FAIL;
}

/** Text between two different delimiters that may nest, such as `(…)`; `step` reads one character inside. */
export function balanced(
  source: SourceText,
  at: number,
  limit: number,
  delimiters: string,
  step: (text: string, at: number, limit: number) => number,
): number {
  const { text } = source;
  if (at >= limit || text[at] !== delimiters[0]) return FAIL;
  let depth = 1;
  let position = at + 1;
  while (position < limit) {
    source.spend(1);
    const character = text[position];
    if (character === delimiters[1]) {
      depth -= 1;
      position += 1;
      if (depth === 0) return position;
    } else if (character === delimiters[0]) {
      depth += 1;
      position += 1;
    } else {
      position = step(text, position, limit);
      if (position === FAIL) return FAIL;
    }
  }
  return FAIL;
}
