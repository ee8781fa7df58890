import { readHtmlTag } from './html-tag.ts';
import { FAIL } from './lexical.ts';
import { divFenceEnd, fencedCode, listStart } from './line-starts.ts';
import type { SourceText } from './work.ts';

/** What a block stands in, as far as it says where a line ends it. */
export interface Surroundings {
  /** Inside a list item: a line that begins an item ends the paragraph. */
  readonly inList: boolean;
  /** Depth of fenced divisions: a line of colons ends the innermost. */
  readonly divLevel: number;
  /** The HTML element around the block: its end tag ends the paragraph. */
  readonly htmlElement: string | undefined;
}

/** A line that cannot go on with a paragraph although no blank line stands before it. */
export function endsParagraph(
  source: SourceText,
  around: Surroundings,
  line: number,
  limit: number,
): boolean {
  const { text } = source;
  if (around.inList && listStart(text, line, limit)) return true;
  if (text[line] === '`') return fencedCode(source, line, limit) !== FAIL;
  return closesSurroundings(source, around, line, limit);
}

/** A line that ends the division or the element around it. */
export function closesSurroundings(
  source: SourceText,
  { divLevel, htmlElement }: Surroundings,
  line: number,
  limit: number,
): boolean {
  const first = source.text[line];
  if (first === '<' && htmlElement !== undefined) {
    const tag = readHtmlTag(source, line, limit);
    return tag?.kind === 'close' && tag.name === htmlElement;
  }
  return first === ':' && divLevel > 0 && divFenceEnd(source.text, line, limit) !== FAIL;
}
