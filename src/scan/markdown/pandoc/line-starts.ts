import { isPunctuation, isSpace } from './characters.ts';
import {
  attributes,
  blankLine,
  blankLines,
  FAIL,
  nextLine,
  rawAttribute,
  skipIndent,
  skipSpaces,
} from './lexical.ts';
import { markerEnd } from './marker-end.ts';
import { orderedStart } from './ordered-start.ts';
import type { SourceText } from './work.ts';

/** What a line may begin with: the parsers that both the block reader and the end of a line in running text ask. */

/** `- `, `* `, `+ ` at `at`, unless the line is a rule; behind the marker and its blanks. */
export function bulletStart(text: string, at: number, limit: number): number {
  const marker = skipIndent(text, at, limit);
  if (marker === FAIL || marker >= limit || !'*+-'.includes(text[marker]!)) return FAIL;
  return horizontalRule(text, marker, limit) === FAIL ? markerEnd(text, marker + 1, limit) : FAIL;
}

/** `: ` or `~ ` at `at`: a definition. */
export function definitionStart(text: string, at: number, limit: number): number {
  const marker = skipIndent(text, at, limit);
  if (marker === FAIL || marker >= limit || (text[marker] !== ':' && text[marker] !== '~')) return FAIL;
  return markerEnd(text, marker + 1, limit);
}

/** Something that begins an item: inside a list it ends a paragraph. */
export function listStart(text: string, at: number, limit: number): boolean {
  const first = skipSpaces(text, at, Math.min(limit, at + 4));
  if (first >= limit) return false;
  const code = text.charCodeAt(first);
  if (code < 128 && !LIST_FIRST[code]) return false;
  return (
    bulletStart(text, at, limit) !== FAIL ||
    definitionStart(text, at, limit) !== FAIL ||
    orderedStart(text, at, limit) !== undefined
  );
}

const LIST_FIRST = new Uint8Array(128);
for (const character of '*+-:~(#@0123456789') LIST_FIRST[character.charCodeAt(0)] = 1;
for (let code = 65; code < 91; code += 1) LIST_FIRST[code] = LIST_FIRST[code + 32] = 1;

/** Three or more of one of `* - _`, blanks between allowed. */
export function horizontalRule(text: string, at: number, limit: number): number {
  let position = skipSpaces(text, at, limit);
  const mark = text[position];
  if (position >= limit || (mark !== '*' && mark !== '-' && mark !== '_')) return FAIL;
  let count = 0;
  while (position < limit && (text[position] === mark || text[position] === ' ')) {
    if (text[position] === mark) count += 1;
    position += 1;
  }
  return count >= 3 && position < limit && text[position] === '\n' ? position + 1 : FAIL;
}

/** Three or more colons and nothing else: the end of a fenced division. */
export function divFenceEnd(text: string, at: number, limit: number): number {
  if (!text.startsWith(':::', at)) return FAIL;
  let position = at + 3;
  while (position < limit && text[position] === ':') position += 1;
  return blankLines(text, position, limit);
}

/**
 * A whole fenced code block, blank lines behind it included. Without a closing fence there is none: Pandoc then reads
 * the lines as text. Braces behind the fence must be attributes: `{r}` is no code block either.
 */
export function fencedCode(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  const start = skipIndent(text, at, limit);
  if (start === FAIL || start >= limit) return FAIL;
  const mark = text[start]!;
  if (mark !== '`' && mark !== '~') return FAIL;
  const open = runEnd(text, start, limit, mark);
  if (open - start < 3) return FAIL;
  const info = infoString(source, open, limit);
  if (info === FAIL) return FAIL;
  for (let line = info; line < limit; line = nextLine(text, line, limit)) {
    source.spend(4);
    const fence = skipIndent(text, line, limit);
    if (fence === FAIL || text[fence] !== mark) continue;
    const close = runEnd(text, fence, limit, mark);
    const end = close - fence >= open - start ? blankLines(text, close, limit) : FAIL;
    if (end !== FAIL) return end;
  }
  return FAIL;
}

/** Language and attributes behind an opening fence, to the next line. */
function infoString(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  const start = skipSpaces(text, at, limit);
  const raw = rawAttribute(text, start, limit);
  if (raw !== FAIL) return blankLine(text, raw, limit);
  let position = start;
  while (position < limit && !'`{}'.includes(text[position]!) && !isSpace(text.charCodeAt(position))) {
    position += 1;
  }
  position = skipSpaces(text, position, limit);
  const attributed = attributes(source, position, limit);
  return blankLine(text, attributed === FAIL ? position : attributed, limit);
}

/** Behind the run of one character. */
export function runEnd(text: string, at: number, limit: number, mark: string): number {
  let position = at;
  while (position < limit && text[position] === mark) position += 1;
  return position;
}

/** `:` not followed by punctuation, or `Table:`: what a caption begins with; behind it. */
export function captionStart(text: string, at: number, limit: number): number {
  const start = skipIndent(text, at, limit);
  if (start === FAIL || start >= limit) return FAIL;
  if (text[start] === ':') {
    return start + 1 < limit && isPunctuation(text.slice(start + 1, start + 3)) ? FAIL : start + 1;
  }
  return text.startsWith('able:', start + 1) && (text[start] === 'T' || text[start] === 't')
    ? start + 6
    : FAIL;
}
