import { blockQuote } from './block-quotes.ts';
import { definitionList } from './definition-lists.ts';
import { fencedDivision, htmlBlock, htmlDivision } from './divisions.ts';
import type { BlockContext, BlockReader } from './document.ts';
import { heading } from './headings.ts';
import {
  codeBlock,
  horizontalRuleBlock,
  indentedCode,
  lineBlock,
  metadataBlock,
  rawTex,
} from './leaf-blocks.ts';
import { blankLines, FAIL, skipSpaces } from './lexical.ts';
import { bulletList, orderedList } from './lists.ts';
import { linkDefinition, noteDefinition } from './notes.ts';
import { beginsParagraph } from './paragraph-start.ts';
import { paragraph } from './paragraphs.ts';
import { table } from './tables.ts';

/** Every kind of block, in the order Pandoc tries them; after each the characters it can begin with. */
const KINDS: readonly (readonly [BlockReader, string | undefined])[] = [
  [codeBlock, '`~'],
  [metadataBlock, '-'],
  [bulletList, '*+-'],
  [htmlDivision, '<'],
  [fencedDivision, ':'],
  [heading, undefined],
  [htmlBlock, '<'],
  [table, undefined],
  [indentedCode, undefined],
  [rawTex, '\\'],
  [lineBlock, '|'],
  [blockQuote, '>'],
  [horizontalRuleBlock, '*-_'],
  [orderedList, undefined],
  [definitionList, undefined],
  [noteDefinition, '['],
  [linkDefinition, '['],
  [paragraph, undefined],
];

/** Kinds that any block may be of. */
const COMMON: readonly BlockReader[] = KINDS.filter(([, begins]) => begins === undefined).map(
  ([read]) => read,
);

/** Kinds by the first character of those that begin with a mark. */
const BY_MARK: ReadonlyMap<string, readonly BlockReader[]> = new Map(
  [...new Set(KINDS.flatMap(([, begins]) => [...(begins ?? '')]))].map((mark) => [
    mark,
    KINDS.filter(([, begins]) => begins === undefined || begins.includes(mark)).map(([read]) => read),
  ]),
);

/** One block of any kind, or blank lines; `FAIL` where none can begin. */
export function readBlock(context: BlockContext, at: number): number {
  const { text, spend } = context.source;
  spend(4);
  const blank = blankLines(text, at, text.length);
  if (blank !== FAIL) return blank;
  if (beginsParagraph(text, at)) return paragraph(context, at);
  const first = text[skipSpaces(text, at, text.length)] ?? '';
  for (const read of BY_MARK.get(first) ?? COMMON) {
    const end = read(context, at);
    if (end !== FAIL && end > at) return end;
  }
  return FAIL;
}
