import type { Gap, Region } from '../../model.ts';
import { countHolding } from '../../text/halving.ts';

/**
 * The inline text of one block: its lines without quote markers and indentation, joined by LF. A place in it is mapped
 * back to the file by `offset`.
 */
export interface Passage {
  readonly text: string;
  /** Where the passage's lines start in `text`, and where they come from in the file. */
  readonly lineStarts: readonly number[];
  readonly fileStarts: readonly number[];
  readonly fileEnds: readonly number[];
}

/** Builds a passage from pieces of lines of the file. */
export function createPassage(
  text: string,
  fileStarts: readonly number[],
  fileEnds: readonly number[],
): Passage {
  if (fileStarts.length === 1) {
    const start = fileStarts[0]!;
    return { text: text.slice(start, fileEnds[0]), lineStarts: [0], fileStarts, fileEnds };
  }
  const lineStarts: number[] = [];
  const lines: string[] = [];
  let length = 0;
  for (let line = 0; line < fileStarts.length; line++) {
    lineStarts.push(length);
    const piece = text.slice(fileStarts[line], fileEnds[line]);
    lines.push(piece);
    length += piece.length + 1;
  }
  return { text: lines.join('\n'), lineStarts, fileStarts, fileEnds };
}

/** Lines of a passage as one. The blanks at the end of a line are no part of its text: two of them make a break. */
export function onOneLine(text: string): string {
  if (!text.includes('\n')) return text;
  const lines = text.split('\n');
  const last = lines.pop()!;
  return [...lines.map((line) => line.trimEnd()), last].join(' ');
}

/** The file offset of a place in the passage; the line end of a piece maps to the end of that piece. */
export function offsetIn(passage: Passage, at: number): number {
  const { lineStarts, fileStarts, fileEnds } = passage;
  // Most passages are one line.
  const line = lineStarts.length === 1 ? 0 : lineAt(lineStarts, at);
  return Math.min(fileStarts[line]! + at - lineStarts[line]!, fileEnds[line]!);
}

const lineAt = (starts: readonly number[], at: number): number =>
  Math.max(0, countHolding(starts.length, (line) => starts[line]! <= at) - 1);

/** The region of the file a stretch of the passage stands in. An end at the start of a line maps behind the line before. */
export function regionIn(passage: Passage, start: number, end: number): Region {
  const from = offsetIn(passage, start);
  return { start: from, end: end === start ? from : offsetIn(passage, end - 1) + 1 };
}

/**
 * Where the file has more than a stretch of the passage on one line: blanks at the end of a line, a line end of two
 * characters, indentation, quote markers.
 */
export function gapsIn(passage: Passage, start: number, end: number): Gap[] {
  const { text, lineStarts, fileStarts, fileEnds } = passage;
  let dropped = 0;
  return lineStarts.flatMap((at, line) => {
    if (at <= start || at >= end) return [];
    const before = text.slice(Math.max(start, lineStarts[line - 1]!), at - 1);
    const blanks = before.length - before.trimEnd().length;
    dropped += blanks;
    const length = fileStarts[line]! - fileEnds[line - 1]! - 1 + blanks;
    return length > 0 ? [{ at: at - start - dropped, length }] : [];
  });
}
