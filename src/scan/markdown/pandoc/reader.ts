import type { Region } from '../../../model.ts';
import { readBlock } from './blocks.ts';
import {
  type BlockContext,
  type BlockReader,
  type PandocDocument,
  type Place,
  regionOf,
} from './document.ts';
import { blankLine, FAIL, nextLine } from './lexical.ts';
import type { Extensions } from './nodes.ts';
import { normalise, type Piece } from './source.ts';
import { titleBlock } from './title-block.ts';
import { budgetFor, sourceText, TooComplex } from './work.ts';

/** A document with nothing read yet; `length` is that of all its text. */
export function emptyDocument(length: number, extensions: Extensions): PandocDocument {
  return {
    budget: budgetFor(length),
    extensions,
    roots: [],
    notes: [],
    linkLabels: new Set(),
    examples: new Map(),
    metadata: [],
    problems: [],
  };
}

/** Reads the body of a file into a document, as Pandoc reads Markdown. */
export function readBody(document: PandocDocument, file: string, { start, end }: Region): void {
  const piece = normalise(file, start, end);
  const context = rootContext(document, piece, 'body');
  readGuarded(context, start <= 1 ? titleBlock(context) : 0);
}

/** Reads all blocks of a text; those that would take too long are left out and become a problem. */
export function readGuarded(context: BlockContext, from: number, read: BlockReader = readBlock): void {
  const { document, piece } = context;
  const limit = piece.text.length;
  let at = from;
  while (at < limit) {
    const kept = document.roots.length;
    try {
      const end = read(context, at);
      at = end === FAIL ? at + 1 : end;
    } catch (error) {
      if (!(error instanceof TooComplex)) throw error;
      document.roots.length = kept;
      const end = document.budget.left < 0 ? limit : behindBlock(piece.text, at, limit);
      const region = regionOf(piece, at, at + piece.text.slice(at, end).trimEnd().length);
      document.problems.push({ messageId: 'too-complex', region });
      at = end;
    }
  }
}

/** The context of blocks that stand in nothing. */
export function rootContext(document: PandocDocument, piece: Piece, place: Place): BlockContext {
  return {
    document,
    piece,
    place,
    source: sourceText(piece.text, document.budget),
    roots: document.roots,
    block: readBlock,
    inList: false,
    divLevel: 0,
    htmlElement: undefined,
    depth: 0,
  };
}

/** Where the lines without a blank one between them end. */
function behindBlock(text: string, at: number, limit: number): number {
  let line = nextLine(text, at, limit);
  while (line < limit && blankLine(text, line, limit) === FAIL) line = nextLine(text, line, limit);
  return line;
}
