import type { Label, Region } from '../../model.ts';
import { MASK } from '../../text/mask.ts';
import { type Cursor, type Indent, measureIndent } from './block-cursor.ts';
import type { BlockRules } from './block-rules.ts';
import type { Fence } from './block-starts.ts';
import { trimBlanks } from './block-starts.ts';
import type { Blocks, Container, FencedBlock, HtmlBlock, TextBlock } from './blocks.ts';
import type { HtmlBlockEnd } from './html-block.ts';
import type { Lines } from './lines.ts';
import { closeParagraph } from './paragraph.ts';

/** Deeper than any page is written; each line costs as many steps as containers are open. */
const MAX_DEPTH = 100;

/** The leaf block the last line belongs to. */
export type Leaf =
  | { readonly kind: 'paragraph'; readonly starts: number[]; readonly ends: number[] }
  | {
      readonly kind: 'fence';
      readonly fence: Fence;
      /** Columns before the fence: as many are cut off its lines. */
      readonly indent: number;
      readonly start: number;
      end: number;
      readonly info: Region;
      readonly starts: number[];
      readonly ends: number[];
    }
  | { readonly kind: 'html'; readonly ending: HtmlBlockEnd; readonly start: number; end: number }
  /** Indented code of kramdown, which goes on with lines that are not indented. */
  | { readonly kind: 'code' }
  /** Lines whose end was found ahead: mathematics, modules, raw HTML of kramdown. */
  | {
      readonly kind: 'opaque';
      readonly lastLine: number;
      /** Where on the last line other blocks may start again. */
      readonly resume?: number;
    };

/** What a line did: `container` asks for the rest of the line to be looked at again, `line` has taken all of it. */
export type Started = 'container' | 'line' | undefined;

/** A container that lines may still continue. */
interface OpenContainer {
  readonly index: number;
  readonly kind: Container['kind'];
  /** Columns a line of an item or a definition is indented by. */
  width: number;
  isEmpty: boolean;
  /** The last line was indented as its content is, or taken along behind one that was. */
  isContinued: boolean;
}

/** The state of one block scan. Only the functions of this folder's block files change it. */
export interface Scanner {
  readonly text: string;
  readonly lines: Lines;
  readonly rules: BlockRules;
  readonly texts: TextBlock[];
  readonly containers: (Omit<Container, 'end'> & { end: number })[];
  readonly fences: FencedBlock[];
  readonly html: HtmlBlock[];
  readonly labels: Label[];
  readonly definitions: Set<string>;
  /** Ends that were looked for ahead and do not come any more. */
  readonly absent: Map<string, number>;
  tooDeep: Region | undefined;
  readonly open: OpenContainer[];
  leaf: Leaf | undefined;
  /** The line being read, and how many of the open containers it continues. */
  line: number;
  depth: number;
  readonly cursor: Cursor;
  indent: Indent;
  /** kramdown: elements whose inside is Markdown and that are still open. */
  readonly elements: string[];
  /** The last line of the last paragraph: a definition may follow it. */
  paragraphLine: number;
}

/** A scanner at the first of these lines. */
export function createScanner(text: string, lines: Lines, rules: BlockRules): Scanner {
  return {
    text,
    lines,
    rules,
    texts: [],
    containers: [],
    fences: [],
    html: [],
    labels: [],
    definitions: new Set(),
    absent: new Map(),
    tooDeep: undefined,
    open: [],
    leaf: undefined,
    line: 0,
    depth: 0,
    cursor: { at: 0, end: 0, column: 0, spare: 0 },
    indent: { columns: 0, next: 0 },
    elements: [],
    paragraphLine: -1,
  };
}

/** Measures the line again after a container took part of it. */
export function refreshIndent(scanner: Scanner): void {
  scanner.indent = measureIndent(scanner.text, scanner.cursor);
}

/** Whether nothing but blanks is left of the line. */
export function isBlankLine({ indent, cursor }: Scanner): boolean {
  return indent.next === cursor.end;
}

/** Whether a tag of Liquid stands on the line, which may leave it blank. */
export function holdsTag({ text, cursor }: Scanner): boolean {
  return text.slice(cursor.at, cursor.end).includes(MASK);
}

/** Whether the line stands in an open paragraph and continues all its containers. */
export function inParagraph({ leaf, depth, open }: Scanner): boolean {
  return leaf?.kind === 'paragraph' && depth === open.length;
}

/** Index of the innermost open container, or -1. */
export function innermost({ open }: Scanner): number {
  return open.at(-1)?.index ?? -1;
}

/** Closes the containers the line does not continue, and the leaf inside them. */
export function closeUnmatched(scanner: Scanner): void {
  if (scanner.open.length > scanner.depth) closeLeaf(scanner);
  while (scanner.open.length > scanner.depth) {
    const { index } = scanner.open.pop()!;
    const { end, parent } = scanner.containers[index]!;
    if (parent !== -1) extend(scanner, parent, end);
  }
}

/** Opens a container at the marker; false where too many are open already, and the line is text. */
export function openContainer(
  scanner: Scanner,
  kind: Container['kind'],
  width: number,
  detail?: { readonly ordinal?: string | undefined; readonly label?: Region },
): boolean {
  const start = scanner.indent.next;
  if (scanner.depth >= MAX_DEPTH) {
    scanner.tooDeep ??= { start, end: scanner.cursor.end };
    return false;
  }
  startLeafless(scanner);
  const { containers, open, cursor } = scanner;
  const index = containers.length;
  const parent = innermost(scanner);
  containers.push({ kind, parent, start, end: cursor.end, ordinal: detail?.ordinal, label: detail?.label });
  open.push({ index, kind, width, isEmpty: true, isContinued: false });
  scanner.depth = open.length;
  return true;
}

/** Gets ready for a block that starts here: what it ends is closed, and its container is not empty any more. */
export function startLeafless(scanner: Scanner): void {
  closeUnmatched(scanner);
  closeLeaf(scanner);
  touchContainer(scanner);
}

/** Notes that the innermost container reaches to the end of this line. */
export function touchContainer(scanner: Scanner): void {
  const container = scanner.open.at(-1);
  if (container === undefined) return;
  container.isEmpty = false;
  extend(scanner, container.index, trimBlanks(scanner.text, scanner.cursor.at, scanner.cursor.end));
}

function extend({ containers }: Scanner, index: number, end: number): void {
  const container = containers[index]!;
  container.end = Math.max(container.end, end);
}

/** Opens a leaf at the line. */
export function openLeaf(scanner: Scanner, leaf: Leaf): void {
  startLeafless(scanner);
  scanner.leaf = leaf;
}

/** Hands the open leaf over to the result. */
export function closeLeaf(scanner: Scanner): void {
  const { leaf } = scanner;
  scanner.leaf = undefined;
  if (leaf === undefined || leaf.kind === 'opaque' || leaf.kind === 'code') return;
  if (leaf.kind === 'paragraph') {
    closeParagraph(scanner, leaf.starts, leaf.ends);
    return;
  }
  const region = { start: leaf.start, end: leaf.end };
  const container = innermost(scanner);
  if (leaf.kind === 'html') scanner.html.push({ region, container });
  else {
    const { fence, info, starts, ends } = leaf;
    scanner.fences.push({ marker: fence.marker, region, info, lines: { starts, ends }, container });
  }
}

/** Closes what is open, and gives what was found. */
export function finishScanner(scanner: Scanner): Blocks {
  scanner.line = scanner.lines.starts.length;
  scanner.depth = 0;
  closeUnmatched(scanner);
  closeLeaf(scanner);
  const { texts, containers, fences, html, labels, definitions, tooDeep } = scanner;
  const blocks = { texts, containers, fences, html, labels, definitions };
  return tooDeep === undefined ? blocks : { ...blocks, tooDeep };
}
