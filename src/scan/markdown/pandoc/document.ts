import type { Region, SyntaxProblem } from '../../../model.ts';
import { inlineRun } from './inline.ts';
import { FAIL } from './lexical.ts';
import type { Extensions, InlineEnv, InlineNode, InlineRun } from './nodes.ts';
import { originOf, originOfEnd, type Piece } from './source.ts';
import type { Surroundings } from './surroundings.ts';
import { type BlockSource, sourceText, TooComplex, type WorkBudget } from './work.ts';

/** What has been read of a document so far. */
export interface PandocDocument {
  readonly budget: WorkBudget;
  readonly extensions: Extensions;
  /** Inlines that are printed, in the order read; notes and unknown labels are resolved when all is read. */
  readonly roots: InlineRoot[];
  /** Every definition of a note; of two under one label Pandoc prints the last. */
  readonly notes: NoteDefinition[];
  /** Labels that `[text]` may refer to: link definitions and headings. */
  readonly linkLabels: Set<string>;
  /** Labels of example lists, with where they stand. */
  readonly examples: Map<string, Region>;
  /** YAML blocks in the midst of the text. */
  readonly metadata: MetadataBlock[];
  /** Blocks given up. */
  readonly problems: SyntaxProblem[];
}

/** A YAML block in the midst of the text, without its delimiters: a region of the piece it stands in. */
export interface MetadataBlock extends Region {
  readonly piece: Piece;
}

/** Inlines of one block. */
export interface InlineRoot {
  readonly piece: Piece;
  readonly nodes: readonly InlineNode[];
  readonly place: Place;
  /** All of them are plain citations, and nothing else stands in the block that anyone looks at. */
  readonly arePlain?: boolean;
  /** The field of the metadata that a line of the title block sets, unless YAML sets it too. */
  readonly field?: string;
}

/** Where text stands: in the body, or in a string of the metadata. */
export type Place = 'body' | 'metadata' | 'nocite';

/** `[^label]: …` with the blocks inside. */
export interface NoteDefinition {
  readonly label: string;
  readonly labelRegion: Region;
  readonly region: Region;
  /** Its first line. */
  readonly text: string;
  readonly roots: InlineRoot[];
}

/** Where a block stands. */
export interface BlockContext extends Surroundings {
  readonly document: PandocDocument;
  readonly piece: Piece;
  readonly source: BlockSource;
  /** Where inlines go: the document's roots or those of a note. */
  readonly roots: InlineRoot[];
  /** Reads one block of any kind. */
  readonly block: BlockReader;
  readonly place: Place;
  readonly depth: number;
}

/** Reads one block; the position behind it, or `FAIL`. */
export type BlockReader = (context: BlockContext, at: number) => number;

/** How deep blocks may nest before they are given up. */
const MAX_DEPTH = 100;

/** The context of blocks inside this one, in the same text or in one of their own. */
export function nested(context: BlockContext, changes: Partial<BlockContext>): BlockContext {
  const depth = context.depth + 1;
  if (depth > MAX_DEPTH) throw new TooComplex();
  if (changes.piece === undefined) return { ...context, ...changes, depth };
  context.source.spend(changes.piece.text.length);
  const source = sourceText(changes.piece.text, context.document.budget);
  return { ...context, ...changes, source, depth };
}

/** Reads all blocks of the context's text. */
export function readBlocks(context: BlockContext): void {
  const limit = context.source.text.length;
  for (let at = 0; at < limit; ) {
    const end = context.block(context, at);
    at = end === FAIL ? at + 1 : end;
  }
}

/** The inline reader for a block of the context. */
export function inlinesOf(context: BlockContext, limit: number, lineBreaks = true): InlineRun {
  const { document, inList, divLevel, htmlElement, source } = context;
  const { text, find, spend } = source;
  const env: InlineEnv = {
    text,
    find,
    spend,
    budget: document.budget,
    extensions: document.extensions,
    inList,
    divLevel,
    htmlElement,
    lineBreaks,
    examples: document.examples,
    runs: undefined,
    depth: 0,
    constructs: 0,
  };
  return inlineRun(env, limit);
}

/** Keeps the inlines of a block. */
export function keepInlines({ roots, piece, place }: BlockContext, nodes: readonly InlineNode[]): void {
  if (nodes.length > 0) roots.push({ piece, nodes, place });
}

/** Keeps the citations of a paragraph in which all else is plain text. */
export function keepPlain({ roots, piece, place }: BlockContext, nodes: readonly InlineNode[]): void {
  roots.push({ piece, nodes, place, arePlain: true });
}

/** The region of the file that a stretch of the context's text came from. */
export function regionOf(piece: Piece, start: number, end: number): Region {
  return { start: originOf(piece, start), end: originOfEnd(piece, end) };
}
