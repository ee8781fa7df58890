import { hasCandidate } from './candidates.ts';
import { type BlockContext, inlinesOf, keepInlines, nested, readBlocks } from './document.ts';
import { gridTable } from './grid-tables.ts';
import { attributes, blankLines, FAIL, lineEnd, skipBlankLines } from './lexical.ts';
import { captionStart } from './line-starts.ts';
import type { InlineNode } from './nodes.ts';
import { pipeTable } from './pipe-tables.ts';
import { inlinesUntil, readInlines } from './sequences.ts';
import { simpleTable } from './simple-tables.ts';
import type { Piece } from './source.ts';

/** A table as its kind read it: where it ends, and its cells that could hold a citation. */
export interface TableCells {
  readonly end: number;
  readonly cells: readonly TableCell[];
}

/** A cell in the table's own text, or as a text of its own; grid tables hold blocks. */
export type TableCell =
  | { readonly start: number; readonly end: number }
  | { readonly piece: Piece; readonly blocks: boolean };

/** A table of any of Pandoc's kinds, with its caption before or behind it. */
export function table(context: BlockContext, at: number): number {
  const { text } = context.source;
  const limit = text.length;
  if (!mayBeTable(text, at, limit)) return FAIL;
  const before = caption(context, at);
  const start = before?.end ?? at;
  const found = pipeTable(context, start) ?? simpleTable(context, start) ?? gridTable(context, start);
  if (found === undefined) return FAIL;
  if (before !== undefined) keepInlines(context, before.nodes);
  for (const cell of found.cells) readCell(context, cell);
  const end = skipBlankLines(text, found.end, limit);
  const behind = before === undefined ? caption(context, end) : undefined;
  if (behind !== undefined) keepInlines(context, behind.nodes);
  return behind?.end ?? end;
}

const SECOND_LINE = /^[-:+|= ]*$/;

/** Cheap proof that no table begins here: its first two lines, or its caption, tell. */
function mayBeTable(text: string, at: number, limit: number): boolean {
  const first = text.charCodeAt(at);
  if (first === 43 || first === 45 || first === 32) return true;
  const end = lineEnd(text, at, limit);
  const next = text.charCodeAt(end + 1);
  if (next === 45 || next === 124 || next === 58 || next === 32 || next === 43) {
    return (
      SECOND_LINE.test(text.slice(end + 1, lineEnd(text, end + 1, limit))) ||
      captionStart(text, at, limit) !== FAIL
    );
  }
  return captionStart(text, at, limit) !== FAIL;
}

function caption(
  context: BlockContext,
  at: number,
): { nodes: readonly InlineNode[]; end: number } | undefined {
  const { source } = context;
  const limit = source.text.length;
  const start = captionStart(source.text, at, limit);
  if (start === FAIL) return undefined;
  const run = inlinesOf(context, limit);
  const { nodes, end } = inlinesUntil(run, start, 0, (position) => {
    const attributed = attributes(source, position, limit);
    return attributed === FAIL ? FAIL : blankLines(source.text, attributed, limit);
  });
  const attributed = attributes(source, end, limit);
  const behind = blankLines(source.text, attributed === FAIL ? end : attributed, limit);
  return behind === FAIL
    ? undefined
    : { nodes: hasCandidate(source.text.slice(start, end)) ? nodes : [], end: behind };
}

function readCell(context: BlockContext, cell: TableCell): void {
  if ('piece' in cell) {
    const inner = nested(context, { piece: cell.piece });
    if (cell.blocks) readBlocks(inner);
    else keepInlines(inner, readInlines(inlinesOf(inner, cell.piece.text.length), 0, 0).nodes);
  } else if (hasCandidate(context.source.text.slice(cell.start, cell.end))) {
    keepInlines(context, readInlines(inlinesOf(context, cell.end), cell.start, 0).nodes);
  }
}
