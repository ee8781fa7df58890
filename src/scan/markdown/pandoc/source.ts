import { countHolding } from '../../../text/halving.ts';
/**
 * Text as Pandoc's reader sees it, and the way back to the file.
 *
 * Pandoc drops carriage returns and turns tabs into spaces (stops every four columns) before it reads, and it reads the inside of
 * a list item or a block quote as a text of its own, without the prefixes of its lines. A `Piece` is such a text; every
 * run of it that is contiguous in the file carries the offset it came from.
 */
export interface Piece {
  readonly text: string;
  /** Offsets in `text` where a contiguous run begins, ascending; the first is 0. */
  readonly starts: readonly number[];
  /** For each run the offset in the file of its first character. */
  readonly origins: readonly number[];
}

/** Collects a piece from slices of others and from characters that stand nowhere in the file. */
export interface PieceBuilder {
  append(from: Piece, start: number, end: number): void;
  /** Adds characters of Pandoc's own; they map to wherever the run before them would go on. */
  insert(text: string): void;
  finish(): Piece;
}

const TAB_STOP = 4;

/** The offset in the file of a character of the piece. */
export function originOf(piece: Piece, offset: number): number {
  // A body without tabs and carriage returns is one run.
  if (piece.starts.length === 1) return piece.origins[0]! + offset;
  const run = runAt(piece.starts, offset);
  return piece.origins[run]! + offset - piece.starts[run]!;
}

/** The offset in the file behind the last character before `end`, so that a region never reaches into a later run. */
export function originOfEnd(piece: Piece, end: number): number {
  return end === 0 ? originOf(piece, 0) : originOf(piece, end - 1) + 1;
}

/** Starts an empty piece. */
export function buildPiece(): PieceBuilder {
  const parts: string[] = [];
  const starts: number[] = [];
  const origins: number[] = [];
  let length = 0;
  return {
    append(from, start, end) {
      if (start >= end) return;
      let run = runAt(from.starts, start);
      starts.push(length);
      origins.push(originOf(from, start));
      for (run += 1; run < from.starts.length && from.starts[run]! < end; run += 1) {
        starts.push(length + from.starts[run]! - start);
        origins.push(from.origins[run]!);
      }
      parts.push(from.text.slice(start, end));
      length += end - start;
    },
    insert(text) {
      if (starts.length === 0) {
        starts.push(0);
        origins.push(0);
      }
      parts.push(text);
      length += text.length;
    },
    finish: () => ({ text: parts.join(''), starts, origins }),
  };
}

/** The part of a file from `start` on, normalised as Pandoc does it, with three line ends at its end. */
export function normalise(file: string, start: number, end: number = file.length): Piece {
  const source = file.slice(start, end);
  const padding = '\n\n\n';
  if (!source.includes('\r') && !source.includes('\t')) {
    return { text: source + padding, starts: [0], origins: [start] };
  }
  const parts: string[] = [];
  const starts = [0];
  const origins = [start];
  let length = 0;
  let lineStart = 0;
  let from = 0;
  const cut = (at: number, replacement: string, next: number): void => {
    parts.push(source.slice(from, at), replacement);
    length += at - from + replacement.length;
    starts.push(length);
    origins.push(start + next);
    from = next;
  };
  for (let at = 0; at < source.length; at += 1) {
    const code = source.charCodeAt(at);
    if (code === 13) cut(at, '', at + 1);
    else if (code === 10) {
      lineStart = length + at - from + 1;
    } else if (code === 9) {
      const column = length + at - from - lineStart;
      cut(at, ' '.repeat(TAB_STOP - (column % TAB_STOP)), at + 1);
    }
  }
  parts.push(source.slice(from), padding);
  return { text: parts.join(''), starts, origins };
}

function runAt(starts: readonly number[], offset: number): number {
  return Math.max(0, countHolding(starts.length, (run) => starts[run]! <= offset) - 1);
}
