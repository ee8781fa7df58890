import { takeColumns, takeMarker } from './block-cursor.ts';
import type { BlockRules } from './block-rules.ts';
import {
  closeLeaf,
  closeUnmatched,
  createScanner,
  finishScanner,
  holdsTag,
  isBlankLine,
  refreshIndent,
  type Scanner,
  startLeafless,
  touchContainer,
} from './block-scanner.ts';
import { closesFence, isBlank } from './block-starts.ts';
import type { Blocks } from './blocks.ts';
import { endsHtmlBlock } from './html-block.ts';
import type { Lines } from './lines.ts';
import { startBlock } from './start-block.ts';

/**
 * The block structure of a stretch of Markdown: a line-by-line scan after CommonMark 0.31, appendix A, linear in the
 * input. It stands in for micromark, which is superlinear in the length of a file; a differential test holds the two
 * together.
 */
export function scanBlocks(text: string, lines: Lines, rules: BlockRules): Blocks {
  const scanner = createScanner(text, lines, rules);
  for (let line = 0; line < lines.starts.length; line++) scanLine(scanner, line);
  return finishScanner(scanner);
}

function scanLine(scanner: Scanner, line: number): void {
  const { text, lines, cursor, leaf } = scanner;
  scanner.line = line;
  cursor.at = lines.starts[line]!;
  cursor.end = lines.ends[line]!;
  cursor.column = 0;
  cursor.spare = 0;
  if (leaf?.kind === 'paragraph' && scanner.open.length === 0 && isPlain(text.charCodeAt(cursor.at))) {
    if (cursor.at < cursor.end) {
      leaf.starts.push(cursor.at);
      leaf.ends.push(cursor.end);
      scanner.paragraphLine = line;
      return;
    }
  }
  matchContainers(scanner);
  if (leaf !== undefined && leaf.kind !== 'paragraph') {
    if ((scanner.depth === scanner.open.length || leaf.kind === 'code') && continueLeaf(scanner)) return;
    closeLeaf(scanner);
  }
  scanRest(scanner);
}

/** A letter: no block that can end a paragraph starts with one. */
function isPlain(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Takes the markers and indentation of the open containers that the line continues. */
function matchContainers(scanner: Scanner): void {
  const { text, open, cursor } = scanner;
  scanner.depth = 0;
  refreshIndent(scanner);
  for (const container of open) {
    const { kind, width, isEmpty } = container;
    const { indent } = scanner;
    const blank = isBlankLine(scanner);
    const wasContinued = container.isContinued;
    container.isContinued = !blank && (wasContinued || indent.columns >= width);
    if (kind === 'quote') {
      if (blank || isCode(scanner) || text[indent.next] !== '>') return;
      takeMarker(cursor, indent, 1);
      if (cursor.at < cursor.end && isBlank(text.charCodeAt(cursor.at))) takeColumns(text, cursor, 1);
    } else if (blank) {
      if (kind === 'item' && isEmpty) return;
    } else if (indent.columns >= width) {
      takeColumns(text, cursor, width);
    } else if (isBelowMark(scanner, container)) {
      takeColumns(text, cursor, indent.columns);
    } else {
      if (kind !== 'footnote' || !wasContinued || !swallowsLine(scanner)) return;
      takeColumns(text, cursor, indent.columns);
    }
    scanner.depth += 1;
    refreshIndent(scanner);
  }
}

/** Whether the line is the first of a definition's text, right below a mark that has nothing behind it. */
function isBelowMark(scanner: Scanner, { kind, index, isEmpty }: Scanner['open'][number]): boolean {
  const { rules, text, lines, line, indent, containers } = scanner;
  if (!rules.footnoteBelow || kind !== 'footnote' || !isEmpty) return false;
  return containers[index]!.start >= lines.starts[line - 1]! && !text.startsWith('[^', indent.next);
}

/**
 * Behind an indented line of a footnote or of code, kramdown takes every line up to a blank one into it, another note as
 * well (`CODEBLOCK_MATCH`); only attributes, the end-of-block marker and HTML end it.
 */
function swallowsLine({ rules, text, indent, cursor }: Scanner): boolean {
  if (rules.lazyFootnotes) return false;
  const first = text[indent.next];
  return (
    first !== '<' && !text.startsWith('{:', indent.next) && !(first === '^' && indent.next + 1 === cursor.end)
  );
}

/** Adds the line to a leaf that is no paragraph; false where the leaf ended before it. */
function continueLeaf(scanner: Scanner): boolean {
  const { text, leaf, indent, cursor, line } = scanner;
  if (leaf?.kind === 'opaque') {
    if (line === leaf.lastLine && leaf.resume !== undefined) {
      takeMarker(cursor, indent, leaf.resume - indent.next);
      refreshIndent(scanner);
      return false;
    }
    return line <= leaf.lastLine;
  }
  if (leaf?.kind === 'html') {
    const blank = isBlankLine(scanner);
    if (blank && (leaf.ending === 'blank' || endsHtmlAtBlank(scanner))) return false;
    if (!blank) leaf.end = cursor.end;
    touchContainer(scanner);
    if (endsHtmlBlock(text.slice(cursor.at, cursor.end), leaf.ending)) closeLeaf(scanner);
    return true;
  }
  if (leaf?.kind === 'code') return continueCode(scanner);
  if (leaf?.kind !== 'fence') return false;
  if (!isBlankLine(scanner)) touchContainer(scanner);
  leaf.end = cursor.end;
  if (!isCode(scanner) && closesFence(text, indent.next, cursor.end, leaf.fence)) {
    closeLeaf(scanner);
    return true;
  }
  takeColumns(text, cursor, Math.min(leaf.indent, indent.columns));
  leaf.starts.push(cursor.at);
  leaf.ends.push(cursor.end);
  return true;
}

/** Whether a line begins so far in that it is code; nothing is in MDX, where components indent what they hold. */
function isCode({ indent, rules }: Scanner): boolean {
  return rules.indentedCode && indent.columns >= 4;
}

/** Code goes on up to a blank line whatever follows, save that the next item of its list begins. */
function continueCode(scanner: Scanner): boolean {
  const { text, indent, cursor, open, depth } = scanner;
  if (isBlankLine(scanner) || holdsTag(scanner) || !swallowsLine(scanner)) return false;
  const leavesList = open.slice(depth).some(({ kind }) => kind !== 'quote');
  if (leavesList && NEXT_ITEM.test(text.slice(indent.next, cursor.end))) return false;
  touchContainer(scanner);
  return true;
}

const NEXT_ITEM = /^(?:[-*+:]|\d{1,9}\.)[ \t]/;

/** markdown-it takes a blank line inside a list item for one that is indented less, which ends even a comment. */
function endsHtmlAtBlank({ rules, open }: Scanner): boolean {
  return rules.myst && open.some(({ kind }) => kind !== 'quote');
}

/** Opens what starts on the line, then adds what is left as text: to a paragraph lazily, if one is still open. */
function scanRest(scanner: Scanner): void {
  if (!scanner.rules.lazyFootnotes && leavesFootnote(scanner)) closeUnmatched(scanner);
  while (!isBlankLine(scanner)) {
    const started = startBlock(scanner);
    if (started === 'line') return;
    if (started === undefined) break;
    refreshIndent(scanner);
  }
  const { leaf, indent, cursor } = scanner;
  if (isBlankLine(scanner)) {
    closeUnmatched(scanner);
    closeLeaf(scanner);
    return;
  }
  if (leaf?.kind === 'paragraph') {
    leaf.starts.push(indent.next);
    leaf.ends.push(cursor.end);
    touchContainer(scanner);
  } else {
    startLeafless(scanner);
    scanner.leaf = { kind: 'paragraph', starts: [indent.next], ends: [cursor.end] };
  }
  scanner.paragraphLine = scanner.line;
  if (endsParagraph(scanner)) closeLeaf(scanner);
}

/**
 * A line of kramdown's attributes, its end-of-block marker, or an abbreviation where a block begins: `{: .prompt-tip }`,
 * `^`, `*[DOI]: …`. It is no text, and what follows is.
 */
function endsParagraph({ rules, text, indent, cursor, leaf }: Scanner): boolean {
  const first = text[indent.next];
  if (rules.html !== 'kramdown' || indent.columns > 3) return false;
  if (first === '*') {
    const isFirst = leaf?.kind === 'paragraph' && leaf.starts.length === 1;
    return isFirst && /^\*\[[^\]\n]{1,200}\]:/.test(text.slice(indent.next, cursor.end));
  }
  if (first !== '{' && first !== '^') return false;
  return /^(?:\{:[^{}\n]{0,999}\}|\^)[ \t]*$/.test(text.slice(indent.next, cursor.end));
}

function leavesFootnote({ open, depth }: Scanner): boolean {
  return open.slice(depth).some(({ kind }) => kind === 'footnote');
}
