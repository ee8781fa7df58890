import { type BlockContext, nested, readBlocks } from './document.ts';
import { blankLine, FAIL, lineEnd, skipBlankLines, skipIndent, skipSpaces } from './lexical.ts';
import { buildPiece } from './source.ts';
import { endsParagraph } from './surroundings.ts';

/** Lines that begin with `>`, and those that go on with a paragraph without one. */
export function blockQuote(context: BlockContext, at: number): number {
  const { source, piece } = context;
  const { text } = source;
  const limit = text.length;
  let start = quoteStart(text, at, limit);
  if (start === FAIL) return FAIL;
  const content = buildPiece();
  let end = at;
  while (start !== FAIL) {
    end = lineEnd(text, start, limit);
    content.append(piece, start, end);
    for (let lazy = lazyLine(text, end + 1, limit); lazy !== FAIL; lazy = lazyLine(text, end + 1, limit)) {
      if (endsParagraph(source, context, end + 1, limit)) break;
      content.insert('\n');
      end = lineEnd(text, lazy, limit);
      content.append(piece, lazy, end);
    }
    content.insert('\n');
    start = quoteStart(text, end + 1, limit);
  }
  content.insert('\n');
  readBlocks(nested(context, { piece: content.finish() }));
  return skipBlankLines(text, Math.min(limit, end + 1), limit);
}

/** Behind `>` and one blank, if a quoted line begins at `at`. */
function quoteStart(text: string, at: number, limit: number): number {
  const mark = at < limit ? skipIndent(text, at, limit) : FAIL;
  if (mark === FAIL || mark >= limit || text[mark] !== '>') return FAIL;
  return text[mark + 1] === ' ' ? mark + 2 : mark + 1;
}

/** The text of a line that is neither blank nor quoted. */
function lazyLine(text: string, at: number, limit: number): number {
  if (at >= limit || blankLine(text, at, limit) !== FAIL) return FAIL;
  const start = skipSpaces(text, at, limit);
  return start >= limit || text[start] === '>' ? FAIL : start;
}
