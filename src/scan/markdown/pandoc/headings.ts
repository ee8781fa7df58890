import { hasCandidate } from './candidates.ts';
import { type BlockContext, inlinesOf, keepInlines } from './document.ts';
import { attributes, blankLine, blankLines, FAIL, lineEnd, skipSpaces } from './lexical.ts';
import { runEnd } from './line-starts.ts';
import { linkLabel } from './link-labels.ts';
import { inlinesUntil, NEVER } from './sequences.ts';

/** `# Heading` and the underlined form; their text is a label links may use. */
export function heading(context: BlockContext, at: number): number {
  const underlined = setextHeading(context, at);
  return underlined === FAIL ? atxHeading(context, at) : underlined;
}

function atxHeading(context: BlockContext, at: number): number {
  const { text } = context.source;
  const limit = text.length;
  const level = runEnd(text, at, limit, '#');
  if (level === at || level >= limit || (text[level] !== ' ' && text[level] !== '\n')) return FAIL;
  return readHeading(context, skipSpaces(text, level, limit), (position) => {
    const hashes = skipSpaces(text, runEnd(text, position, limit, '#'), limit);
    return headingEnd(context, hashes);
  });
}

/** Attributes, if any, and the rest of the line. */
function headingEnd({ source }: BlockContext, at: number): number {
  const limit = source.text.length;
  const attributed = attributes(source, at, limit);
  return blankLines(source.text, attributed === FAIL ? at : attributed, limit);
}

function setextHeading(context: BlockContext, at: number): number {
  const { text } = context.source;
  const limit = text.length;
  const underline = lineEnd(text, at, limit) + 1;
  const mark = text[underline];
  if (underline >= limit || (mark !== '=' && mark !== '-')) return FAIL;
  const behind = blankLine(text, runEnd(text, underline, limit, mark), limit);
  if (behind === FAIL) return FAIL;
  // What begins in the line, as a comment, may end far below.
  const ends = (position: number): number => {
    const end = headingEnd(context, position);
    return end === underline || (end === FAIL && position < underline) ? end : NEVER;
  };
  const end = readHeading(context, skipSpaces(text, at, limit), ends);
  return end === FAIL ? FAIL : blankLines(text, runEnd(text, underline, limit, mark), limit);
}

function readHeading(context: BlockContext, at: number, ends: (at: number) => number): number {
  const { source, document } = context;
  const line = source.text.slice(at, lineEnd(source.text, at, source.text.length));
  const run = inlinesOf(context, source.text.length, false);
  const { nodes, end, behind } = inlinesUntil(run, at, 0, ends);
  if (behind === FAIL || behind === NEVER) return FAIL;
  if (hasCandidate(line)) keepInlines(context, nodes);
  document.linkLabels.add(linkLabel('[' + source.text.slice(at, end) + ']'));
  return behind;
}
