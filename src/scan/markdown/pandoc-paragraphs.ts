import { type BlockContext, hasCandidate, inlinesOf, keepInlines } from './pandoc-document.ts';
import { blankLine, FAIL, lineEnd } from './pandoc-lexical.ts';
import { readParagraph } from './pandoc-sequences.ts';
import { endsParagraph } from './pandoc-surroundings.ts';

/** What may carry a paragraph over a blank line (a comment, TeX) or end it in mid-line (a tag, TeX). */
const UNSURE = /[<\\]/;

/**
 * A paragraph: inlines up to a blank line, to what ends it inside a list, a division or an element, or to a block that
 * begins in mid-line. Without anything that could be a citation or a note only its end is looked for.
 */
export function paragraph(context: BlockContext, at: number): number {
  const { source } = context;
  const limit = source.text.length;
  const { end, sure } = plainEnd(context, at);
  const written = source.text.slice(at, end);
  if (!hasCandidate(written) && !UNSURE.test(written) && (sure || !written.includes('`'))) return end;
  const { nodes, end: read } = readParagraph(inlinesOf(context, limit), at);
  if (read === at) return FAIL;
  if (hasCandidate(source.text.slice(at, read))) keepInlines(context, nodes);
  return read;
}

/** Where the paragraph ends as far as its lines tell; `sure` where a blank line ends it. */
function plainEnd(context: BlockContext, at: number): { end: number; sure: boolean } {
  const { text, spend } = context.source;
  const limit = text.length;
  let end = lineEnd(text, at, limit);
  for (;;) {
    spend(1);
    if (end >= limit || blankLine(text, end + 1, limit) !== FAIL || end + 1 >= limit)
      return { end, sure: true };
    if (endsParagraph(context.source, context, end + 1, limit)) return { end, sure: false };
    end = lineEnd(text, end + 1, limit);
  }
}
