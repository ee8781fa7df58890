import { type BlockContext, nested, readBlocks, regionOf } from './document.ts';
import { blankLine, FAIL, lineEnd, skipSpaces } from './lexical.ts';
import { bulletStart, fencedCode, listStart } from './line-starts.ts';
import { orderedStart } from './ordered-start.ts';
import { buildPiece, type PieceBuilder } from './source.ts';
import { closesSurroundings } from './surroundings.ts';

/** Behind the marker of an item at a place, `FAIL` where there is none. */
type ItemStart = (at: number) => number;

/** Items marked `-`, `*` or `+`. */
export function bulletList(context: BlockContext, at: number): number {
  const { text } = context.source;
  return readItems(context, at, false, (line) => bulletStart(text, line, text.length));
}

/** Numbered items of one style; `(@label)` numbers examples through the whole document. */
export function orderedList(context: BlockContext, at: number): number {
  const { source, document, piece } = context;
  const { text } = source;
  const first = orderedStart(text, at, text.length);
  if (first === undefined) return FAIL;
  return readItems(context, at, first.style === 'example', (line) => {
    const item = orderedStart(text, line, text.length, first);
    if (item?.label !== undefined) {
      const { start, end } = item.label;
      const label = text.slice(start, end);
      if (label !== '' && !document.examples.has(label))
        document.examples.set(label, regionOf(piece, start, end));
    }
    return item === undefined ? FAIL : item.end;
  });
}

/** Items as long as `start` finds a marker; `fourColumns` where what goes on must be indented by four. */
export function readItems(context: BlockContext, at: number, fourColumns: boolean, start: ItemStart): number {
  let position = at;
  for (;;) {
    const content = start(position);
    if (content === FAIL) return position === at ? FAIL : position;
    position = readItem(context, content, fourColumns ? 4 : content - position);
    if (position >= context.source.text.length) return position;
  }
}

/** One item: its lines without their indentation become a text of blocks. */
function readItem(context: BlockContext, at: number, indent: number): number {
  const { text } = context.source;
  const limit = text.length;
  const content = buildPiece();
  let position = takeLine(context, content, at);
  while (position < limit && continuesItem(context, position, indent)) {
    position = takeLine(context, content, skipIndentOf(text, position, indent));
  }
  position = takeBlankLines(context, content, position);
  while (position < limit && continuesAfterBlank(context, position, indent)) {
    position = takeLine(context, content, position + indent);
    while (position < limit && continuesParagraph(context, position, indent)) {
      position = takeLine(context, content, skipIndentOf(text, position, indent));
    }
    position = takeBlankLines(context, content, position);
  }
  readBlocks(nested(context, { piece: content.finish(), inList: true }));
  return position;
}

function takeLine({ source, piece }: BlockContext, content: PieceBuilder, at: number): number {
  const { text } = source;
  source.spend(2);
  const end = lineEnd(text, at, text.length);
  content.append(piece, at, end);
  content.insert('\n');
  return Math.min(text.length, end + 1);
}

function takeBlankLines({ source }: BlockContext, content: PieceBuilder, at: number): number {
  let position = at;
  for (;;) {
    const next = blankLine(source.text, position, source.text.length);
    if (next === FAIL) return position;
    content.insert('\n');
    position = next;
  }
}

/** Behind `indent` blanks if there are as many, else where the line begins. */
function skipIndentOf(text: string, at: number, indent: number): number {
  return hasIndent(text, at, indent) ? at + indent : at;
}

function hasIndent(text: string, at: number, indent: number): boolean {
  return skipSpaces(text, at, Math.min(text.length, at + indent)) - at === indent;
}

/** A line of the item's first paragraph. */
function continuesItem(context: BlockContext, line: number, indent: number): boolean {
  const { source } = context;
  const { text } = source;
  const limit = text.length;
  if (isBlank(text, line) || listStart(text, line, limit) || fencedCode(source, line, limit) !== FAIL)
    return false;
  if (hasIndent(text, line, indent) && listStart(text, skipSpaces(text, line, limit), limit)) return false;
  return !closesSurroundings(source, context, line, limit);
}

/** A line that belongs to the item although blank lines or another item stand before it. */
function continuesAfterBlank(context: BlockContext, line: number, indent: number): boolean {
  const { source } = context;
  const { text } = source;
  return (
    !isBlank(text, line) &&
    hasIndent(text, line, indent) &&
    !closesSurroundings(source, context, line, text.length)
  );
}

function continuesParagraph(context: BlockContext, line: number, indent: number): boolean {
  const { source } = context;
  const { text } = source;
  if (isBlank(text, line) || closesSurroundings(source, context, line, text.length)) return false;
  return hasIndent(text, line, indent) || !listStart(text, line, text.length);
}

function isBlank(text: string, at: number): boolean {
  return blankLine(text, at, text.length) !== FAIL;
}
