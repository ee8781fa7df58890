import { hasCandidate } from './candidates.ts';
import { type BlockContext, inlinesOf, nested } from './document.ts';
import { blankLine, FAIL, lineEnd, nextLine, skipBlankLines, skipSpaces } from './lexical.ts';
import { readInlines } from './sequences.ts';
import { buildPiece } from './source.ts';

/** What the lines of a title block set, in this order. */
const FIELDS = ['title', 'author', 'date'] as const;

/**
 * Pandoc's title block at the start of a document: up to three lines that begin with `%` (title, authors, date), each
 * going on with indented lines. Its inlines are kept; answers where the text begins.
 */
export function titleBlock(context: BlockContext): number {
  const { source, piece } = context;
  const { text } = source;
  const limit = text.length;
  let position = 0;
  for (const field of FIELDS) {
    if (text[position] !== '%') break;
    const content = buildPiece();
    let line = skipSpaces(text, position + 1, limit);
    for (;;) {
      content.append(piece, line, lineEnd(text, line, limit));
      content.insert('\n');
      position = nextLine(text, line, limit);
      if (text[position] !== ' ' || blankLine(text, position, limit) !== FAIL) break;
      line = skipSpaces(text, position, limit);
    }
    const whole = content.finish();
    if (!hasCandidate(whole.text)) continue;
    const inner = nested(context, { piece: whole });
    const end = whole.text.trimEnd().length;
    const { nodes } = readInlines(inlinesOf(inner, end), 0, 0);
    context.roots.push({ piece: whole, nodes, place: context.place, field });
  }
  return position === 0 ? 0 : skipBlankLines(text, position, limit);
}
