import { isDigit, isSpace } from './characters.ts';
import { blankLine, FAIL, skipSpaces } from './lexical.ts';
import type { SourceText } from './work.ts';

/**
 * Math at `at`, by Pandoc's rules for dollars: no blank behind the opening one, none before the closing one, no digit
 * behind it, so that prices stay text (Pandoc's Parsing.Math).
 */
export function dollarMath(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  if (text[at] !== '$') return FAIL;
  const display = text[at + 1] === '$' ? displayMath(source, at, limit, '$$', '$$') : FAIL;
  return display === FAIL ? inlineMath(source, at, limit, '$', '$') : display;
}

/** `\(…\)` and `\[…\]`, which R Markdown switches on. */
export function backslashMath(source: SourceText, at: number, limit: number): number {
  const { text } = source;
  if (text.startsWith('\\[', at)) return displayMath(source, at, limit, '\\[', '\\]');
  return text.startsWith('\\(', at) ? inlineMath(source, at, limit, '\\(', '\\)') : FAIL;
}

function displayMath(source: SourceText, at: number, limit: number, open: string, close: string): number {
  const { text } = source;
  const start = at + open.length;
  if (text.startsWith(close, start)) return FAIL;
  for (let position = start; position + close.length <= limit; position += 1) {
    source.spend(1);
    const code = text.charCodeAt(position);
    if (position > start && code === close.charCodeAt(0) && text.startsWith(close, position)) {
      return position + close.length;
    }
    if (code === 10 && blankLine(text, position + 1, limit) !== FAIL) return FAIL;
  }
  return FAIL;
}

function inlineMath(source: SourceText, at: number, limit: number, open: string, close: string): number {
  const { text } = source;
  const start = at + open.length;
  if (open === '$' && (start >= limit || isSpace(text.charCodeAt(start)))) return FAIL;
  if (text.startsWith(close, start)) return FAIL;
  let position = start;
  while (position < limit) {
    source.spend(1);
    if (position > start && text.startsWith(close, position)) {
      const end = position + close.length;
      return end > limit || isDigit(text, end) ? FAIL : end;
    }
    position = mathToken(text, position, limit);
    if (position === FAIL) return FAIL;
  }
  return FAIL;
}

function mathToken(text: string, at: number, limit: number): number {
  const code = text.charCodeAt(at);
  if (code === 92) return mathCommand(text, at, limit);
  if (code !== 32 && code !== 10) return at + 1;
  const newline = blankLine(text, at, limit);
  if (newline !== FAIL) {
    return blankLine(text, newline, limit) === FAIL && text[newline] !== '$' ? newline : FAIL;
  }
  const next = skipSpaces(text, at, limit);
  return next < limit && text[next] === '$' ? FAIL : next;
}

/** A backslash and one character; the group of `\text{…}` may hold the closing mark. */
function mathCommand(text: string, at: number, limit: number): number {
  if (text.startsWith('\\text{', at)) {
    let depth = 0;
    for (let position = at + 5; position < limit; position += 1) {
      const character = text[position];
      if (character === '\\') position += 1;
      else if (character === '{') depth += 1;
      else if (character === '}') {
        depth -= 1;
        if (depth === 0) return position + 1;
      }
    }
  }
  return at + 1 < limit ? at + 2 : FAIL;
}
