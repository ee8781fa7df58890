import { readTextAttributes } from '../quarto-attributes.ts';
import { type BlockContext, nested } from './document.ts';
import { isBlockTag, isInlineTag, isVerbatimTag, readBalanced, readHtmlTag } from './html-tag.ts';
import { attributes, blankLine, FAIL, skipBlankLines, skipSpaces } from './lexical.ts';
import { divFenceEnd, runEnd } from './line-starts.ts';

/**
 * Divisions and HTML elements with blocks inside. They are read in place; one that is not closed reaches to the end of
 * the text it stands in.
 */
export function fencedDivision(context: BlockContext, at: number): number {
  const { source } = context;
  const { text } = source;
  const limit = text.length;
  if (!text.startsWith(':::', at)) return FAIL;
  let position = skipSpaces(text, runEnd(text, at, limit, ':'), limit);
  const attributed = attributes(source, position, limit);
  const name = position;
  if (attributed === FAIL) while (position < limit && !' \n'.includes(text[position]!)) position += 1;
  else position = attributed;
  if (position === name) return FAIL;
  position = blankLine(text, runEnd(text, skipSpaces(text, position, limit), limit, ':'), limit);
  if (position === FAIL) return FAIL;
  if (attributed !== FAIL && context.document.extensions.textAttributes)
    readTextAttributes(context, name, attributed);
  const inner = nested(context, { divLevel: context.divLevel + 1 });
  while (position < limit) {
    const end = divFenceEnd(text, position, limit);
    if (end !== FAIL) return end;
    const next = inner.block(inner, position);
    if (next === FAIL) break;
    position = next;
  }
  return position;
}

/** `<div>` with blocks inside. */
export function htmlDivision(context: BlockContext, at: number): number {
  const { source } = context;
  const limit = source.text.length;
  const tag = readHtmlTag(source, at, limit);
  if (tag?.kind !== 'open' || tag.name !== 'div') return FAIL;
  return readElement(context, 'div', skipBlankLines(source.text, tag.end, limit), 0);
}

/** Any other element, comment or instruction that may begin a block. */
export function htmlBlock(context: BlockContext, at: number): number {
  const { source } = context;
  const { text } = source;
  const limit = text.length;
  const tag = readHtmlTag(source, at, limit);
  if (tag === undefined) return rawElement(context, at);
  if (!isBlockTag(tag)) return FAIL;
  if (tag.kind !== 'open') return skipBlankLines(text, skipSpaces(text, tag.end, limit), limit);
  const verbatim = isVerbatimTag(tag) ? readBalanced(source, tag, limit) : FAIL;
  if (verbatim !== FAIL) return verbatim;
  let position = skipSpaces(text, tag.end, limit);
  let indent = 0;
  const next = blankLine(text, position, limit);
  if (next !== FAIL) {
    position = skipSpaces(text, next, limit);
    indent = position - next;
  }
  return tag.selfClosing ? position : readElement(context, tag.name, position, indent);
}

/** An element whose tag is none in running text (`<div @click="x">`): raw as a whole, if it is closed. */
function rawElement({ source }: BlockContext, at: number): number {
  const limit = source.text.length;
  const tag = readHtmlTag(source, at, limit, 'any');
  if (tag?.kind !== 'open' || isInlineTag(tag)) return FAIL;
  const end = readBalanced(source, tag, limit);
  return end === FAIL ? FAIL : skipBlankLines(source.text, skipSpaces(source.text, end, limit), limit);
}

/** Blocks up to the end tag, each up to `indent` blanks further in than it stands. */
function readElement(context: BlockContext, name: string, at: number, indent: number): number {
  const { source } = context;
  const limit = source.text.length;
  const inner = nested(context, { htmlElement: name });
  let position = at;
  for (;;) {
    const start = skipSpaces(source.text, position, Math.min(limit, position + indent));
    const tag = readHtmlTag(source, start, limit);
    if (tag?.kind === 'close' && tag.name === name) return tag.end;
    const end = start < limit ? inner.block(inner, start) : FAIL;
    if (end === FAIL) return position;
    position = end;
  }
}
