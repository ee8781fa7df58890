import { hasCandidate } from './candidates.ts';
import { type BlockContext, inlinesOf, keepInlines } from './document.ts';
import { blankLine, FAIL, lineEnd, nextLine, skipBlankLines } from './lexical.ts';
import { definitionStart } from './line-starts.ts';
import { readItems } from './lists.ts';
import { readInlines } from './sequences.ts';
import { table } from './tables.ts';

/** A line, perhaps a blank one, then `: ` or `~ `: a term and its definitions. */
export function definitionList(context: BlockContext, at: number): number {
  const { text } = context.source;
  const limit = text.length;
  const behind = nextLine(text, at, limit);
  const blank = blankLine(text, behind, limit);
  const first = blank === FAIL ? behind : blank;
  if (definitionStart(text, first, limit) === FAIL) return FAIL;
  if (blank !== FAIL && table({ ...context, roots: [] }, first) !== FAIL) return FAIL;
  let position = at;
  for (let end = definitionItem(context, at); end !== FAIL; end = definitionItem(context, position))
    position = end;
  return position === at ? FAIL : position;
}

function definitionItem(context: BlockContext, at: number): number {
  const { text } = context.source;
  const limit = text.length;
  const first = at < limit ? skipBlankLines(text, nextLine(text, at, limit), limit) : limit;
  if (definitionStart(text, first, limit) === FAIL) return FAIL;
  const end = lineEnd(text, at, limit);
  if (hasCandidate(text.slice(at, end))) {
    keepInlines(context, readInlines(inlinesOf(context, end), at, 0).nodes);
  }
  const behind = readItems(context, first, false, (line) => definitionStart(text, line, limit));
  return behind === FAIL ? FAIL : skipBlankLines(text, behind, limit);
}
