import { type BlockContext, inlinesOf, keepInlines, keepPlain } from './document.ts';
import { blankLine, FAIL, lineEnd } from './lexical.ts';
import { flagsAfter, type InlineNode } from './nodes.ts';
import { plainCitations } from './plain-citations.ts';
import { plainText } from './plain-text.ts';
import { endsParagraph } from './surroundings.ts';

/** What may carry a paragraph over a blank line (a comment, TeX) or end it in mid-line (a tag, TeX). */
const UNSURE = /[<\\]/;

/** The same, and a bracket, which tells of one before it that it is closed. */
const MATTERS = /[<\\\]]/;

/** The lines of a paragraph. */
interface Lines {
  readonly end: number;
  /** A blank line ends them. */
  readonly sure: boolean;
}

/**
 * A paragraph: inlines up to a blank line, to what ends it inside a list, a division or an element, or to a block that
 * begins in mid-line. Without anything that could be a citation or a note only its end is looked for.
 */
export function paragraph(context: BlockContext, at: number): number {
  const { source } = context;
  const lines = linesOf(context, at);
  const candidate = source.nextCandidate(at);
  if (candidate >= lines.end && endsAsItsLines(source.text, at, lines)) return lines.end;
  const plain = mayBePlain(context, at, lines) ? plainCitations(source.text, at, lines.end) : undefined;
  if (plain !== undefined) {
    keepPlain(context, plain);
    return lines.end;
  }
  const nodes: InlineNode[] = [];
  const end = readInto(nodes, context, at, lines);
  if (end === at) return FAIL;
  if (candidate < end) keepInlines(context, nodes);
  return end;
}

/** Whether what looks like plain text and plain citations is nothing else here. */
function mayBePlain({ document, inList, source }: BlockContext, at: number, { end, sure }: Lines): boolean {
  if (!sure || inList || document.examples.size > 0) return false;
  if (!document.extensions.bareUris) return true;
  // An address in running text has its scheme.
  const colon = source.find(':', at);
  return colon === -1 || colon >= end;
}

/** Reads the inlines of a paragraph; what is plain behind its last candidate is left out, for nobody looks at it. */
function readInto(nodes: InlineNode[], context: BlockContext, at: number, lines: Lines): number {
  const { source } = context;
  const run = inlinesOf(context, source.text.length);
  let mayLeaveOut = lines.sure;
  let position = at;
  let state = 0;
  for (;;) {
    const node = plainText(run, position) ?? run.inline(position, state);
    if (node === undefined) return position;
    nodes.push(node);
    position = node.end;
    state = flagsAfter(node, state);
    if (node.kind === 'text' || !mayLeaveOut || source.nextCandidate(position) < lines.end) continue;
    if (position <= lines.end && !MATTERS.test(source.text.slice(position, lines.end))) return lines.end;
    mayLeaveOut = false;
  }
}

/** Whether a paragraph ends where its lines do. */
function endsAsItsLines(text: string, at: number, { end, sure }: Lines): boolean {
  const written = text.slice(at, end);
  return !UNSURE.test(written) && (sure || !written.includes('`'));
}

/** Where the paragraph ends as far as its lines tell. */
function linesOf(context: BlockContext, at: number): Lines {
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
