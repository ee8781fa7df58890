import { openLeaf, type Scanner, type Started, startLeafless } from '../block-scanner.ts';
import { runLength, skipBlanks, trimBlanks } from '../block-starts.ts';
import { startFence } from '../start-fence.ts';

const TARGET = /^\(([a-zA-Z0-9|@<>*./_\-+:]{1,100})\)=\s*$/;
const ENVIRONMENT =
  /^\\begin\{(equation|multline|gather|align|alignat|flalign|matrix|pmatrix|bmatrix|Bmatrix|vmatrix|Vmatrix|eqnarray)(\*?)\}/;
const ENVIRONMENT_WINDOW = 24;

/** Blocks that MyST adds to CommonMark (markdown-it-myst-extras, -dollarmath, -amsmath). All but `$$` end a paragraph. */
export function startMystBlock(scanner: Scanner): Started {
  const { text, indent } = scanner;
  switch (text[indent.next]) {
    case ':':
      return startFence(scanner);
    case '%':
      startLeafless(scanner);
      return 'line';
    case '+':
      return startBlockBreak(scanner);
    case '(':
      return startTarget(scanner);
    case '$':
      return startMath(scanner);
    case '\\':
      return startEnvironment(scanner);
    default:
      return undefined;
  }
}

/** `+++ {"cell": "metadata"}`, the border between two cells of a notebook. */
function startBlockBreak(scanner: Scanner): Started {
  const { text, indent, cursor } = scanner;
  let count = 0;
  let at = indent.next;
  for (; at < cursor.end; at = skipBlanks(text, at, cursor.end)) {
    if (text[at] !== '+') break;
    const length = runLength(text, at, cursor.end);
    count += length;
    at += length;
  }
  if (count < 3) return undefined;
  startLeafless(scanner);
  return 'line';
}

/**
 * ```
 * (my-section)=
 *  ^name     ^
 * ```
 */
function startTarget(scanner: Scanner): Started {
  const { text, indent, cursor, labels } = scanner;
  if (text[trimBlanks(text, indent.next, cursor.end) - 1] !== '=') return undefined;
  const name = TARGET.exec(text.slice(indent.next, cursor.end))?.[1];
  if (name === undefined) return undefined;
  startLeafless(scanner);
  const start = indent.next + 1;
  labels.push({ name, region: { start, end: start + name.length } });
  return 'line';
}

/**
 * ```
 * $$
 * E = mc^2
 * $$ (einstein)
 *     ^label
 * ```
 * Without its end before the next blank line it is text.
 */
function startMath(scanner: Scanner): Started {
  const { text, indent, lines } = scanner;
  if (text[indent.next + 1] !== '$' || scanner.leaf?.kind === 'paragraph') return undefined;
  for (let line = scanner.line; line < lines.starts.length; line++) {
    const isFirst = line === scanner.line;
    const end = trimBlanks(text, lines.starts[line]!, lines.ends[line]!);
    const start = isFirst ? indent.next : skipBlanks(text, lines.starts[line]!, end);
    if (start === end) return undefined;
    if (isFirst && end - start <= 3) continue;
    if (!endsMath(scanner, start, end)) continue;
    openLeaf(scanner, { kind: 'opaque', lastLine: line });
    return 'line';
  }
  return undefined;
}

function endsMath({ text, labels }: Scanner, start: number, end: number): boolean {
  if (end - start >= 2 && text.endsWith('$$', end) && text.slice(end - 2, end) === '$$') return true;
  if (text[end - 1] !== ')') return false;
  const open = text.lastIndexOf('(', end - 1);
  if (open <= start) return false;
  const dollars = trimBlanks(text, start, open);
  if (text.slice(Math.max(start, dollars - 2), dollars) !== '$$') return false;
  const name = text.slice(open + 1, end - 1).trim();
  if (name === '') return false;
  labels.push({ name, region: { start: open + 1, end: end - 1 } });
  return true;
}

/** `\begin{align} … \end{align}`; an environment without its end is text, and none is looked for again. */
function startEnvironment(scanner: Scanner): Started {
  const { text, indent, lines, absent } = scanner;
  const found = ENVIRONMENT.exec(text.slice(indent.next, indent.next + ENVIRONMENT_WINDOW));
  if (found === null) return undefined;
  const closing = `\\end{${found[1]}${found[2]}}`;
  if (absent.has(closing)) return undefined;
  const end = text.indexOf(closing, indent.next);
  if (end === -1 || end >= lines.ends.at(-1)!) {
    absent.set(closing, 0);
    return undefined;
  }
  let lastLine = scanner.line;
  while (lines.ends[lastLine]! < end) lastLine += 1;
  openLeaf(scanner, { kind: 'opaque', lastLine });
  return 'line';
}
