import { takeColumns, takeMarker } from './block-cursor.ts';
import {
  inParagraph,
  openContainer,
  refreshIndent,
  type Scanner,
  type Started,
  touchContainer,
} from './block-scanner.ts';
import { isBlank, listMarker, skipBlanks } from './block-starts.ts';
import { readFootnoteLabel } from './footnote-label.ts';
import { addText, dropDefinitions } from './paragraph.ts';

/** `> text`. */
export function startQuote(scanner: Scanner): Started {
  const { text, cursor } = scanner;
  if (!openContainer(scanner, 'quote', 0)) return undefined;
  takeMarker(cursor, scanner.indent, 1);
  if (isBlank(text.charCodeAt(cursor.at)) && cursor.at < cursor.end) takeColumns(text, cursor, 1);
  return 'container';
}

/**
 * ```
 * [^knuth84]: Knuth, D. E. (1984) …
 *  ^label   ^behind the colon the rest of the line is the first block of the definition
 * ```
 */
export function startFootnote(scanner: Scanner): Started {
  const { text, indent, cursor, rules } = scanner;
  const close = readFootnoteLabel(text, indent.next, cursor.end, rules.footnoteLabels);
  if (close === -1 || close + 1 >= cursor.end || text[close + 1] !== ':') return undefined;
  // Asked after the label, because it looks at the whole paragraph, and a paragraph may be a list of links.
  if (!rules.footnoteInterrupts && holdsText(scanner)) return undefined;
  if (rules.html === 'kramdown' && isTableOrHeading(scanner)) return undefined;
  const label = { start: indent.next + 2, end: close };
  if (!openContainer(scanner, 'footnote', footnoteWidth(scanner), { label })) return undefined;
  takeMarker(cursor, indent, close + 2 - indent.next);
  takeColumns(text, cursor, skipBlanks(text, cursor.at, cursor.end) - cursor.at);
  return 'container';
}

/** Python-Markdown has stops at every fourth column of the page, also for a note that a list holds in CommonMark alone. */
function footnoteWidth({ rules, cursor, indent }: Scanner): number {
  const toNextStop = 4 - ((cursor.column + indent.columns) % 4) + indent.columns;
  return rules.footnoteBelow ? Math.min(4, toNextStop) : 4;
}

/** Whether a paragraph is open that holds more than link reference definitions. */
function holdsText(scanner: Scanner): boolean {
  const { leaf } = scanner;
  if (leaf?.kind !== 'paragraph') return false;
  dropDefinitions(scanner, leaf.starts, leaf.ends);
  return leaf.starts.length > 0;
}

/** kramdown prefers a table row, and a heading by the line below it, to a footnote. */
function isTableOrHeading({ text, indent, cursor, lines, line }: Scanner): boolean {
  if (/(?<!\\)\|/.test(text.slice(indent.next, cursor.end).replace(/`[^`]*`/g, ''))) return true;
  const next = lines.starts[line + 1];
  return next !== undefined && /^[-=]+\s*$/.test(text.slice(next, lines.ends[line + 1]));
}

/** `: text` behind a paragraph, for markdown-it of one line, in the engines that have definition lists. */
export function startDefinition(scanner: Scanner): Started {
  const { text, indent, cursor, rules, line, paragraphLine } = scanner;
  if (!rules.definitionLists || paragraphLine < line - 2 || paragraphLine === -1) return undefined;
  if (rules.myst && scanner.leaf?.kind === 'paragraph' && scanner.leaf.starts.length > 1) return undefined;
  const behind = skipBlanks(text, indent.next + 1, cursor.end);
  if (behind === indent.next + 1 || behind === cursor.end) return undefined;
  if (!openContainer(scanner, 'definition', indent.columns + 2)) return undefined;
  const isCode = rules.myst && behind - indent.next > DEFINITION_CODE;
  takeMarker(cursor, indent, isCode ? 2 : behind - indent.next);
  return 'container';
}

/** markdown-it-deflist: more blanks than these belong to indented code. */
const DEFINITION_CODE = 5;

/** What opens an admonition, a collapsible block or a tab of content. */
const ADMONITION = /(?:!!!|\?\?\?\+?) ?[\w-]|===[+!]* ["']/y;

/**
 * ```
 * !!! note "On sources"
 *           ^title: inline text; lines that are indented by four columns are the body
 * ```
 */
export function startAdmonition(scanner: Scanner): Started {
  const { text, indent, rules } = scanner;
  if (!rules.admonitions) return undefined;
  ADMONITION.lastIndex = indent.next;
  if (!ADMONITION.test(text)) return undefined;
  // A blank line may follow the title, and does not end the block.
  if (!openContainer(scanner, 'definition', indent.columns + 4)) return undefined;
  touchContainer(scanner);
  addTitle(scanner);
  return 'line';
}

function addTitle(scanner: Scanner): void {
  const { text, indent, cursor } = scanner;
  const line = text.slice(indent.next, cursor.end);
  const start = line.indexOf('"') + 1;
  const end = line.lastIndexOf('"');
  if (start < end) addText(scanner, 'paragraph', 0, [indent.next + start], [indent.next + end]);
}

/**
 * ```
 *  1. text          10.      code
 *  ^ indent 1       ^ five blanks and more: one belongs to the marker, the rest to indented code
 * ```
 */
export function startItem(scanner: Scanner): Started {
  const { text, indent, cursor, rules } = scanner;
  const marker = listMarker(text, indent.next, cursor.end);
  if (marker === undefined) return undefined;
  const content = skipBlanks(text, marker.end, cursor.end);
  const isEmpty = content === cursor.end;
  const mayInterrupt = rules.listInterrupts || (!isEmpty && Number(marker.ordinal ?? 1) === 1);
  if (inParagraph(scanner) && !mayInterrupt) return undefined;
  const length = marker.end - indent.next;
  const columns = indent.columns;
  if (!openContainer(scanner, 'item', columns + length + 1, { ordinal: marker.ordinal })) return undefined;
  takeMarker(cursor, indent, length);
  refreshIndent(scanner);
  const holdsCode = rules.indentedCode && scanner.indent.columns >= 5;
  const blanks = isEmpty || holdsCode ? 1 : scanner.indent.columns;
  takeColumns(text, cursor, blanks);
  scanner.open.at(-1)!.width = columns + length + blanks;
  return 'container';
}
