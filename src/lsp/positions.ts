import type { Position, Range } from 'vscode-languageserver-protocol/node';
import type { Region } from '../model.ts';
import { createLineIndex } from '../text/line-index.ts';
import type { PositionEncoding } from './client.ts';

/** Offsets of one text as an editor counts them: lines from 0, characters in its own encoding. */
export interface Positions {
  position(offset: number): Position;
  range(region: Region): Range;
  /** A position beyond its line means the line's end, one beyond the text the text's. */
  offset(position: Position): number;
}

/** Counts in the encoding that was agreed on. */
export function createPositions(text: string, encoding: PositionEncoding): Positions {
  const lines = createLineIndex(text);
  const { count, advance } = UNITS[encoding];
  const position = (offset: number): Position => {
    const { line, column } = lines.position(offset);
    const start = lines.lineStart(line);
    return { line: line - 1, character: count(text, start, start + column - 1) };
  };
  return {
    position,
    range: ({ start, end }) => ({ start: position(start), end: position(end) }),
    offset({ line, character }) {
      const start = lines.lineStart(line + 1);
      return Math.min(advance(text, start, character), lines.lineEnd(line + 1));
    },
  };
}

interface Unit {
  /** How many units there are between two offsets. */
  count(text: string, from: number, to: number): number;
  /** The offset so many units behind another. */
  advance(text: string, from: number, units: number): number;
}

const UNITS: Readonly<Record<PositionEncoding, Unit>> = {
  'utf-16': { count: (_, from, to) => to - from, advance: (_, from, units) => from + units },
  'utf-8': byCharacter((code) => (code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4)),
  'utf-32': byCharacter(() => 1),
};

/** Counts character by character; a position inside a character means its beginning. */
function byCharacter(width: (code: number) => number): Unit {
  return {
    count(text, from, to) {
      let units = 0;
      for (let at = from; at < to; ) {
        const code = text.codePointAt(at) ?? 0;
        units += width(code);
        at += code > 0xffff ? 2 : 1;
      }
      return units;
    },
    advance(text, from, units) {
      let at = from;
      for (let left = units; at < text.length; ) {
        const code = text.codePointAt(at) ?? 0;
        left -= width(code);
        if (left < 0) break;
        at += code > 0xffff ? 2 : 1;
      }
      return at;
    },
  };
}
