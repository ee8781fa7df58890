import {
  closeLeaf,
  holdsTag,
  inParagraph,
  openLeaf,
  type Scanner,
  type Started,
  startLeafless,
} from './block-scanner.ts';
import { headingLevel, headingTextEnd, isThematicBreak, skipBlanks, underlineLevel } from './block-starts.ts';
import { endsHtmlBlock, type HtmlBlockEnd, htmlBlockEnd } from './html-block.ts';
import { expressionEnd } from './html-tag.ts';
import { startKramdownHtml } from './kramdown-html.ts';
import { startMystBlock } from './myst/blocks.ts';
import { addText, dropDefinitions, tableHeader } from './paragraph.ts';
import { startAdmonition, startDefinition, startFootnote, startItem, startQuote } from './start-container.ts';
import { startFence } from './start-fence.ts';

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
      return startFence(scanner);
    case '~':
      // markdown-it alone takes `~ text` for a definition.
      return startFence(scanner) ?? (rules.myst ? startDefinition(scanner) : undefined);
    case '<':
      return startHtml(scanner);
    case '[':
      return startFootnote(scanner);
    case ':':
      return startDefinition(scanner);
    case '=':
      return startUnderline(scanner) ?? startAdmonition(scanner);
    case '!':
    case '?':
      return startAdmonition(scanner);
    case '-':
      return startUnderline(scanner) ?? startThematicBreak(scanner) ?? startItem(scanner);
    case '*':
    case '_':
      return startThematicBreak(scanner) ?? startItem(scanner);
    case 'i':
    case 'e':
      return rules.modules ? startModule(scanner) : undefined;
    case '{':
      return rules.modules ? startExpression(scanner) : undefined;
    default:
      return startItem(scanner);
  }
}

/** Indented code cannot end a paragraph, even one in a container this line has left. */
function startIndentedCode(scanner: Scanner): Started {
  if (scanner.leaf?.kind === 'paragraph') return undefined;
  if (scanner.rules.html === 'kramdown' && !holdsTag(scanner)) openLeaf(scanner, { kind: 'code' });
  else startLeafless(scanner);
  return 'line';
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

function startHtml(scanner: Scanner): Started {
  const { text, indent, cursor, rules } = scanner;
  if (rules.html === 'kramdown') return startKramdownHtml(scanner);
  if (rules.html === 'none' && !text.startsWith('<!--', indent.next)) return undefined;
  const ending =
    htmlBlockEnd(text, indent.next, cursor.end, scanner.leaf?.kind === 'paragraph') ?? lazyTag(scanner);
  if (ending === undefined) return undefined;
  openLeaf(scanner, { kind: 'html', ending, start: indent.next, end: cursor.end });
  if (endsHtmlBlock(text.slice(indent.next, cursor.end), ending)) closeLeaf(scanner);
  return 'line';
}

/**
 * A tag alone on a line that goes on with a paragraph lazily: to micromark HTML in the container of that paragraph, to all
 * others text.
 */
function lazyTag(scanner: Scanner): HtmlBlockEnd | undefined {
  const { text, indent, cursor, rules } = scanner;
  if (rules.footnoteLabels !== 'gfm' || inParagraph(scanner)) return undefined;
  const ending = htmlBlockEnd(text, indent.next, cursor.end, false);
  if (ending !== undefined) scanner.depth = scanner.open.length;
  return ending;
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

/**
 * ```
 * | Knuth | 1997 |
 * {shelf.map((book) => (
 *   <Row book={book} />
 * ))}
 *   ^lastLine
 * ```
 * An expression of an MDX page with its lines to itself ends a paragraph and a table, and blank lines do not end it.
 */
function startExpression(scanner: Scanner): Started {
  const { text, indent, lines, absent } = scanner;
  if (indent.next < (absent.get('}') ?? 0)) return undefined;
  const end = expressionEnd(text, indent.next, lines.ends.at(-1)!);
  let lastLine = scanner.line;
  while (end > lines.ends[lastLine]!) lastLine += 1;
  if (end === -1 || skipBlanks(text, end, lines.ends[lastLine]!) < lines.ends[lastLine]!) {
    // No line inside of it, or behind one without an end, is looked at again.
    absent.set('}', end === -1 ? text.length : end);
    return undefined;
  }
  openLeaf(scanner, { kind: 'opaque', lastLine });
  return 'line';
}

function braceStep(code: number): number {
  if (code === 40 || code === 91 || code === 123) return 1;
  return code === 41 || code === 93 || code === 125 ? -1 : 0;
}
