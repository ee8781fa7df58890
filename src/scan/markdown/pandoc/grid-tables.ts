import { hasCandidate } from './candidates.ts';
import { columnsOf, offsetAtColumn } from './columns.ts';
import type { BlockContext } from './document.ts';
import { lineEnd, nextLine, skipSpaces } from './lexical.ts';
import { buildPiece } from './source.ts';
import type { TableCell, TableCells } from './tables.ts';

const RULE = /^\+(?:[-=:]+\+)+ *$/;

/**
 * Tables drawn with `+`, `-` and `|`, their columns by the first line; a closed row that is wider than it adds one more. Cells
 * hold blocks and may span columns; a cell that spans rows is read row by row, which finds the same citations unless one
 * is broken over a rule. Lines behind the last rule are not printed.
 */
export function gridTable(context: BlockContext, at: number): TableCells | undefined {
  const { text, spend } = context.source;
  const limit = text.length;
  const indent = skipSpaces(text, at, limit) - at;
  const first = text.slice(at + indent, lineEnd(text, at, limit));
  if (indent > 3 || !RULE.test(first)) return undefined;
  const borders = [...first].flatMap((character, column) => (character === '+' ? [column + indent] : []));
  const rows: number[][] = [];
  let lines: number[] = [];
  let widest = 0;
  let line = nextLine(text, at, limit);
  for (
    ;
    line < limit && skipSpaces(text, line, limit) === line + indent;
    line = nextLine(text, line, limit)
  ) {
    spend(2);
    const mark = text[line + indent];
    if (mark === '|') {
      lines.push(line);
      widest = Math.max(widest, lastBorder(text, line));
    } else if (mark === '+') {
      rows.push(lines);
      lines = [];
    } else break;
  }
  if (rows.length === 0) return undefined;
  if (widest > borders.at(-1)!) borders.push(widest);
  return { end: line, cells: rows.flatMap((row) => cellsOf(context, row, borders)) };
}

/** The column of the border that ends a line, 0 where none does. */
function lastBorder(text: string, line: number): number {
  const written = text.slice(line, lineEnd(text, line, text.length)).trimEnd();
  return /[|+]$/.test(written) ? columnsOf(written) - 1 : 0;
}

/** Cells between the borders of the table that every line of the row has. */
function cellsOf(context: BlockContext, lines: readonly number[], borders: readonly number[]): TableCell[] {
  const { source, piece } = context;
  const { text } = source;
  const ends = lines.map((line) => lineEnd(text, line, text.length));
  if (!lines.some((line, row) => hasCandidate(text.slice(line, ends[row])))) return [];
  const isBorder = (offset: number): boolean => '|+'.includes(text[offset]!);
  const last = borders.length - 1;
  const places = borders
    .map((column) => lines.map((line, row) => offsetAtColumn(text, line, ends[row]!, column)))
    .filter((offsets, index) => index === 0 || index === last || offsets.every(isBorder));
  return places.slice(0, -1).map((offsets, index) => {
    const stops = places[index + 1]!;
    const indented = offsets.every((offset, row) => offset + 1 >= stops[row]! || text[offset + 1] === ' ');
    const content = buildPiece();
    offsets.forEach((offset, row) => {
      const stop = stops[row]!;
      let last = stop;
      const first = Math.min(stop, offset + (indented ? 2 : 1));
      while (last > first && text[last - 1] === ' ') last -= 1;
      content.append(piece, first, last);
      content.insert('\n');
    });
    content.insert('\n');
    return { piece: content.finish(), blocks: true };
  });
}
