import { countHolding } from './halving.ts';

/** A position as people and editors count it: from 1, columns in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Turns offsets of one text into lines and columns and back. CR, LF and CRLF each end a line. */
export interface LineIndex {
  readonly lineCount: number;
  /** Offsets beyond the text are clamped to its end. */
  position(offset: number): Position;
  /** Offset of a line's first character; line counts from 1. */
  lineStart(line: number): number;
  /** Offset behind a line's last character, its line end left out. */
  lineEnd(line: number): number;
}

/** Builds the index in one pass; asking is a binary search. */
export function createLineIndex(text: string): LineIndex {
  const starts = lineStarts(text);
  const lineOf = (offset: number): number =>
    Math.max(0, countHolding(starts.length, (line) => starts[line]! <= offset) - 1);
  return {
    lineCount: starts.length,
    position(offset) {
      const inside = Math.max(0, Math.min(offset, text.length));
      const line = lineOf(inside);
      return { line: line + 1, column: inside - starts[line]! + 1 };
    },
    lineStart: (line) => starts[line - 1] ?? text.length,
    lineEnd(line) {
      let end = starts[line] ?? text.length;
      const start = starts[line - 1] ?? end;
      if (end > start && text[end - 1] === '\n') end -= 1;
      if (end > start && text[end - 1] === '\r') end -= 1;
      return end;
    },
  };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  const hasReturn = text.includes('\r');
  for (let at = text.indexOf('\n'); at !== -1 && !hasReturn; at = text.indexOf('\n', at + 1))
    starts.push(at + 1);
  if (!hasReturn) return starts;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 || (code === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return starts;
}
