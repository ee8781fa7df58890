import { append } from '../../../text/append.ts';
import { opaqueEnd } from './bracket-pairs.ts';
import { type BlockContext, inlinesOf } from './document.ts';
import { blankLine, FAIL, lineEnd, skipIndent, skipSpaces } from './lexical.ts';
import type { TableCells } from './tables.ts';

interface Row {
  readonly cells: readonly { readonly start: number; readonly end: number }[];
  readonly end: number;
}

/** A row of cells, a row of dashes, more rows; cells beyond the columns of the dashes are not printed. */
export function pipeTable(context: BlockContext, at: number): TableCells | undefined {
  const { text } = context.source;
  const limit = text.length;
  const start = skipIndent(text, at, limit);
  if (start === FAIL || start >= limit || text[start] === '\n') return undefined;
  const header = readRow(context, start);
  const columns = header && pipeBreak(text, header.end, limit);
  if (header === undefined || columns === undefined) return undefined;
  const cells = header.cells.slice(0, columns.count);
  let { end } = columns;
  for (let row = readRow(context, end); row !== undefined; row = readRow(context, end)) {
    append(cells, row.cells.slice(0, columns.count));
    end = row.end;
  }
  return { end, cells };
}

/** `|---|:--:|`: how many columns, and where the line ends. */
function pipeBreak(text: string, at: number, limit: number): { count: number; end: number } | undefined {
  let position = skipIndent(text, at, limit);
  if (position === FAIL) return undefined;
  const opens = text[position] === '|';
  if (opens) position += 1;
  let count = 0;
  for (;;) {
    const end = columnEnd(text, position, limit);
    if (end === FAIL) return undefined;
    count += 1;
    position = end;
    const separates =
      (text[position] === '|' || text[position] === '+') && blankLine(text, position + 1, limit) === FAIL;
    if (!separates) break;
    position += 1;
  }
  const closes = text[position] === '|';
  if (count === 1 && !opens && !closes) return undefined;
  const end = blankLine(text, closes ? position + 1 : position, limit);
  return end === FAIL ? undefined : { count, end };
}

function columnEnd(text: string, at: number, limit: number): number {
  let position = skipSpaces(text, at, limit);
  if (text[position] === ':') position += 1;
  const dashes = position;
  while (position < limit && text[position] === '-') position += 1;
  if (position === dashes) return FAIL;
  if (text[position] === ':') position += 1;
  return skipSpaces(text, position, limit);
}

/** Cells between bars; bars in code, math, tags, TeX and escapes do not count. */
function readRow(context: BlockContext, at: number): Row | undefined {
  const { text, spend } = context.source;
  const limit = text.length;
  if (at >= limit || !text.slice(at, lineEnd(text, at, limit)).includes('|')) return undefined;
  const run = inlinesOf(context, limit);
  let position = skipSpaces(text, at, limit);
  const opens = text[position] === '|';
  if (opens) position += 1;
  const cells: { start: number; end: number }[] = [];
  let start = position;
  while (position < limit && text[position] !== '\n') {
    spend(1);
    if (text[position] === '|') {
      cells.push(trimmed(text, start, position));
      start = position + 1;
    }
    position = opaqueEnd(run, position);
    if (position === FAIL) return undefined;
  }
  const closes = start === position || text.slice(start, position).trim() === '';
  if (!closes || cells.length === 0) cells.push(trimmed(text, start, position));
  if (cells.length === 1 && !opens && !closes) return undefined;
  return { cells, end: Math.min(limit, position + 1) };
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  const first = skipSpaces(text, start, end);
  let last = end;
  while (last > first && text[last - 1] === ' ') last -= 1;
  return { start: first, end: last };
}
