import { takeColumns, takeMarker } from './block-cursor.ts';
import {
  closeLeaf,
  inParagraph,
  openContainer,
  openLeaf,
  refreshIndent,
  type Scanner,
  startLeafless,
} from './block-scanner.ts';
import {
  closesFence,
  type Fence,
  headingLevel,
  headingTextEnd,
  isBlank,
  isThematicBreak,
  listMarker,
  openFence,
  skipBlanks,
  trimBlanks,
  underlineLevel,
} from './block-starts.ts';
import { readFootnoteLabel } from './footnote-label.ts';
import { endsHtmlBlock, htmlBlockEnd } from './html-block.ts';
import { startKramdownHtml } from './kramdown-html.ts';
import { startMystBlock } from './myst-blocks.ts';
import { addText, dropDefinitions, tableHeader } from './paragraph.ts';

/** What a line did: `container` asks for the rest of the line to be looked at again, `line` has taken all of it. */
export type Started = 'container' | 'line' | undefined;

/** Tries what may start at the cursor, in the order in which CommonMark prefers one over another. */
export function startBlock(scanner: Scanner): Started {
  const { text, indent, rules } = scanner;
  if (indent.columns >= 4 && rules.indentedCode) return startIndentedCode(scanner);
  if (rules.myst) {
    const started = startMystBlock(scanner);
    if (started !== undefined) return started;
  }
  switch (text[indent.next]) {
    case '>':
      return startQuote(scanner);
    case '#':
      return startHeading(scanner);
    case '`':
    case '~':
      return startFence(scanner) ?? startDefinition(scanner);
    case '<':
      return startHtml(scanner);
    case '[':
      return startFootnote(scanner);
    case ':':
      return startDefinition(scanner);
    case '=':
      return startUnderline(scanner);
    case '-':
      return startUnderline(scanner) ?? startThematicBreak(scanner) ?? startItem(scanner);
    case '*':
    case '_':
      return startThematicBreak(scanner) ?? startItem(scanner);
    case 'i':
    case 'e':
      return rules.modules ? startModule(scanner) : undefined;
    default:
      return startItem(scanner);
  }
}

/** Indented code cannot end a paragraph, even one in a container this line has left. */
function startIndentedCode(scanner: Scanner): Started {
  if (scanner.leaf?.kind === 'paragraph') return undefined;
  startLeafless(scanner);
  return 'line';
}

function startQuote(scanner: Scanner): Started {
  const { text, cursor } = scanner;
  if (!openContainer(scanner, 'quote', 0)) return undefined;
  takeMarker(cursor, scanner.indent, 1);
  if (isBlank(text.charCodeAt(cursor.at)) && cursor.at < cursor.end) takeColumns(text, cursor, 1);
  return 'container';
}

function startHeading(scanner: Scanner): Started {
  const { text, indent, cursor, rules } = scanner;
  const level = headingLevel(text, indent.next, cursor.end);
  if (level === 0) return undefined;
  const start = skipBlanks(text, indent.next + level, cursor.end);
  const end = headingTextEnd(text, start, cursor.end);
  if (start === end && rules.html === 'kramdown') return undefined;
  startLeafless(scanner);
  addText(scanner, 'heading', level, [start], [end]);
  return 'line';
}

/** Opens a fence whose marker stands at the cursor. */
export function startFence(scanner: Scanner): Started {
  const { text, indent, cursor, rules } = scanner;
  const fence = openFence(text, indent.next, cursor.end, rules.myst);
  if (fence === undefined || (!rules.unclosedFence && !hasFenceEnd(scanner, fence))) return undefined;
  const start = skipBlanks(text, fence.infoStart, cursor.end);
  const info = { start, end: trimBlanks(text, start, cursor.end) };
  openLeaf(scanner, {
    kind: 'fence',
    fence,
    indent: indent.columns,
    start: indent.next,
    end: cursor.end,
    info,
    starts: [],
    ends: [],
  });
  return 'line';
}

/** Looks ahead for the line that closes a fence; where none came once, none is looked for again. */
function hasFenceEnd({ text, lines, line, absent }: Scanner, fence: Fence): boolean {
  const { marker, length } = fence;
  if ((absent.get(marker) ?? Infinity) <= length) return false;
  for (let ahead = line + 1; ahead < lines.starts.length; ahead++) {
    const end = lines.ends[ahead]!;
    if (closesFence(text, skipBlanks(text, lines.starts[ahead]!, end), end, fence)) return true;
  }
  absent.set(marker, length);
  return false;
}

function startHtml(scanner: Scanner): Started {
  const { text, indent, cursor, rules } = scanner;
  if (rules.html === 'kramdown') return startKramdownHtml(scanner);
  if (rules.html === 'none') return undefined;
  const ending = htmlBlockEnd(text, indent.next, cursor.end, inParagraph(scanner));
  if (ending === undefined) return undefined;
  openLeaf(scanner, { kind: 'html', ending, start: indent.next, end: cursor.end });
  if (endsHtmlBlock(text.slice(indent.next, cursor.end), ending)) closeLeaf(scanner);
  return 'line';
}

/**
 * ```
 * [^knuth84]: Knuth, D. E. (1984) …
 *  ^label   ^behind the colon the rest of the line is the first block of the definition
 * ```
 */
function startFootnote(scanner: Scanner): Started {
  const { text, indent, cursor, rules } = scanner;
  if (!rules.footnoteInterrupts && holdsText(scanner)) return undefined;
  const close = readFootnoteLabel(text, indent.next, cursor.end, rules.footnoteLabels);
  if (close === -1 || close + 1 >= cursor.end || text[close + 1] !== ':') return undefined;
  if (rules.html === 'kramdown' && isTableOrHeading(scanner)) return undefined;
  const label = { start: indent.next + 2, end: close };
  if (!openContainer(scanner, 'footnote', 4, { label })) return undefined;
  takeMarker(cursor, indent, close + 2 - indent.next);
  takeColumns(text, cursor, skipBlanks(text, cursor.at, cursor.end) - cursor.at);
  return 'container';
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

/** `: text` behind a paragraph, in the engines that have definition lists. */
function startDefinition(scanner: Scanner): Started {
  const { text, indent, cursor, rules, line, paragraphLine } = scanner;
  if (!rules.definitionLists || paragraphLine < line - 2 || paragraphLine === -1) return undefined;
  const behind = skipBlanks(text, indent.next + 1, cursor.end);
  if (behind === indent.next + 1 || behind === cursor.end) return undefined;
  if (!openContainer(scanner, 'definition', indent.columns + 2)) return undefined;
  takeMarker(cursor, indent, behind - indent.next);
  return 'container';
}

/** A line of `=` or `-` makes the paragraph above it a heading, unless that held definitions only. */
function startUnderline(scanner: Scanner): Started {
  const { text, indent, cursor, leaf, rules } = scanner;
  if (leaf?.kind !== 'paragraph' || !inParagraph(scanner)) return undefined;
  const level = underlineLevel(text, indent.next, cursor.end);
  if (level === 0 || (rules.html === 'kramdown' && leaf.starts.length > 1)) return undefined;
  dropDefinitions(scanner, leaf.starts, leaf.ends);
  if (leaf.starts.length === 0) return undefined;
  if (tableHeader(text, leaf.starts, leaf.ends) !== -1) {
    closeLeaf(scanner);
    return undefined;
  }
  scanner.leaf = undefined;
  addText(scanner, 'heading', level, leaf.starts, leaf.ends);
  return 'line';
}

function startThematicBreak(scanner: Scanner): Started {
  const { text, indent, cursor, rules } = scanner;
  if (rules.html === 'kramdown' && scanner.leaf?.kind === 'paragraph') return undefined;
  if (!isThematicBreak(text, indent.next, cursor.end)) return undefined;
  startLeafless(scanner);
  return 'line';
}

/**
 * ```
 *  1. text          10.      code
 *  ^ indent 1       ^ five blanks and more: one belongs to the marker, the rest to indented code
 * ```
 */
function startItem(scanner: Scanner): Started {
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
  const blanks = isEmpty || scanner.indent.columns >= 5 ? 1 : scanner.indent.columns;
  takeColumns(text, cursor, blanks);
  scanner.open.at(-1)!.width = columns + length + blanks;
  return 'container';
}

/** JavaScript of an MDX page: `import` and `export` at the top level, up to a blank line outside all braces. */
function startModule(scanner: Scanner): Started {
  const { text, indent, lines, open, leaf } = scanner;
  if (open.length > 0 || leaf !== undefined || indent.columns > 0) return undefined;
  if (!text.startsWith('import ', indent.next) && !text.startsWith('export ', indent.next)) return undefined;
  let depth = 0;
  let lastLine = scanner.line;
  for (; lastLine < lines.starts.length; lastLine++) {
    const start = lines.starts[lastLine]!;
    const end = lines.ends[lastLine]!;
    if (depth <= 0 && skipBlanks(text, start, end) === end) break;
    for (let at = start; at < end; at++) depth += braceStep(text.charCodeAt(at));
  }
  openLeaf(scanner, { kind: 'opaque', lastLine: lastLine - 1 });
  return 'line';
}

function braceStep(code: number): number {
  if (code === 40 || code === 91 || code === 123) return 1;
  return code === 41 || code === 93 || code === 125 ? -1 : 0;
}
