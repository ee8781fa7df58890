import { append } from '../../../text/append.ts';
import { hasCandidate } from './candidates.ts';
import { offsetAtColumn } from './columns.ts';
import type { BlockContext } from './document.ts';
import {
  blankLine,
  blankLines,
  FAIL,
  lineEnd,
  nextLine,
  skipBlankLines,
  skipIndent,
  skipSpaces,
} from './lexical.ts';
import { divFenceEnd } from './line-starts.ts';
import { buildPiece } from './source.ts';
import type { TableCell, TableCells } from './tables.ts';

/**
 * Tables whose columns are drawn by groups of dashes: one line to a row, or many lines to a row with blank lines between
 * the rows and a line of dashes around all.
 */
export function simpleTable(context: BlockContext, at: number): TableCells | undefined {
  const { text } = context.source;
  const limit = text.length;
  if (dashes(text, at, limit) === undefined) return headedTable(context, at);
  return (
    framedTable(context, at) ??
    headlessTable(context, at) ??
    headedTable(context, at) ??
    looseTable(context, at)
  );
}

/** One line of text, a line of dashes, rows. */
function headedTable(context: BlockContext, at: number): TableCells | undefined {
  const { text } = context.source;
  const header = nextLine(text, at, text.length);
  const columns = dashes(text, header, text.length);
  return columns && rows(context, columns, nextLine(text, header, text.length), at);
}

/** Where the columns begin that a line of dashes draws. */
function dashes(text: string, at: number, limit: number): readonly number[] | undefined {
  const start = at < limit ? skipIndent(text, at, limit) : FAIL;
  if (start === FAIL || text[start] !== '-') return undefined;
  const columns: number[] = [];
  for (let position = start; position < limit && text[position] !== '\n'; position += 1) {
    if (text[position] === '-') {
      if (position === start || text[position - 1] === ' ') columns.push(position - at);
    } else if (text[position] !== ' ') return undefined;
  }
  return columns;
}

/** Behind a line of dashes that ends a table, and the blank lines behind it. */
function footer({ source }: BlockContext, at: number): number {
  const { text } = source;
  if (dashes(text, at, text.length) === undefined) return FAIL;
  return skipBlankLines(text, nextLine(text, at, text.length), text.length);
}

/** One line to a row; `header` is a line before them. */
function rows(
  context: BlockContext,
  columns: readonly number[],
  at: number,
  header: number | undefined,
): TableCells | undefined {
  const { source, divLevel } = context;
  const { text } = source;
  const limit = text.length;
  const cells: TableCell[] = header === undefined ? [] : cellsOf(context, columns, [header]);
  let line = at;
  for (; line < limit; line = nextLine(text, line, limit)) {
    source.spend(2);
    const end = footer(context, line);
    if (end !== FAIL) return line === at ? undefined : { end, cells };
    const ends =
      blankLine(text, line, limit) !== FAIL || (divLevel > 0 && divFenceEnd(text, line, limit) !== FAIL);
    if (ends) break;
    append(cells, cellsOf(context, columns, [line]));
  }
  return header === undefined || line === at || line >= limit ? undefined : { end: line, cells };
}

function headlessTable(context: BlockContext, at: number): TableCells | undefined {
  const { text } = context.source;
  const columns = dashes(text, at, text.length);
  return columns && rows(context, columns, nextLine(text, at, text.length), undefined);
}

/** Dashes, header lines, dashes, rows of several lines, dashes. */
function framedTable(context: BlockContext, at: number): TableCells | undefined {
  const { text, spend } = context.source;
  const limit = text.length;
  const first = nextLine(text, at, limit);
  if (blankLine(text, first, limit) !== FAIL) return undefined;
  const header: number[] = [];
  let line = first;
  while (line < limit && dashes(text, line, limit) === undefined) {
    spend(2);
    header.push(line);
    line = nextLine(text, line, limit);
  }
  const columns = dashes(text, line, limit);
  if (columns === undefined || header.length === 0) return undefined;
  return paragraphRows(context, columns, nextLine(text, line, limit), cellsOf(context, columns, header));
}

/** The same without a header. */
function looseTable(context: BlockContext, at: number): TableCells | undefined {
  const { text } = context.source;
  const columns = dashes(text, at, text.length);
  return columns && paragraphRows(context, columns, nextLine(text, at, text.length), []);
}

function paragraphRows(
  context: BlockContext,
  columns: readonly number[],
  at: number,
  header: readonly TableCell[],
): TableCells | undefined {
  const { text, spend } = context.source;
  const limit = text.length;
  const cells = [...header];
  let row: number[] = [];
  for (let line = at; line < limit; ) {
    spend(2);
    const end = footer(context, line);
    if (end !== FAIL) {
      if (line === at) return undefined;
      append(cells, cellsOf(context, columns, row));
      return { end, cells };
    }
    const blank = blankLines(text, line, limit);
    if (blank === FAIL) row.push(line);
    else {
      if (row.length === 0) return undefined;
      append(cells, cellsOf(context, columns, row));
      row = [];
    }
    line = blank === FAIL ? nextLine(text, line, limit) : blank;
  }
  return undefined;
}

/** The cells of the lines of one row. */
function cellsOf(context: BlockContext, columns: readonly number[], lines: readonly number[]): TableCell[] {
  const { source, piece } = context;
  const { text } = source;
  const ends = lines.map((line) => lineEnd(text, line, text.length));
  if (!lines.some((line, index) => hasCandidate(text.slice(line, ends[index])))) return [];
  return columns.map((column, index) => {
    const content = buildPiece();
    lines.forEach((line, row) => {
      const end = ends[row]!;
      const stop = index + 1 < columns.length ? offsetAtColumn(text, line, end, columns[index + 1]!) : end;
      const start = skipSpaces(text, offsetAtColumn(text, line, end, column), stop);
      let last = stop;
      while (last > start && text[last - 1] === ' ') last -= 1;
      content.append(piece, start, last);
      content.insert('\n');
    });
    return { piece: content.finish(), blocks: false };
  });
}
