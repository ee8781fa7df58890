import { MAX_DEPTH } from './fields.ts';

const LF = 10;
const CR = 13;
const SPACE = 32;
const DASH = 45;
const QUESTION = 63;

/**
 * Whether a block nests deeper than the parsers, which recurse, may be given. Counts brackets and, for YAML, indentation
 * and `- - -`; what stands in quotes is counted too, which takes a hundred unclosed brackets to matter.
 */
export function isTooDeep(text: string, start: number, end: number): boolean {
  let brackets = 0;
  let lineStart = true;
  const indents: number[] = [];
  for (let at = start; at < end; at++) {
    if (lineStart) {
      const first = firstOfLine(text, at, end);
      if (blockDepth(indents, text, at, first, end) > MAX_DEPTH) return true;
      at = first;
      lineStart = false;
    }
    const code = text.charCodeAt(at);
    if (code === LF || code === CR) lineStart = true;
    else if (code === 91 || code === 123) brackets += 1;
    else if ((code === 93 || code === 125) && brackets > 0) brackets -= 1;
    if (brackets > MAX_DEPTH) return true;
  }
  return false;
}

/** Offset behind the indentation and all `- ` and `? ` of a line. */
function firstOfLine(text: string, from: number, end: number): number {
  let at = from;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    const marker = (code === DASH || code === QUESTION) && text.charCodeAt(at + 1) === SPACE;
    if (code !== SPACE && !marker) break;
  }
  return at;
}

/** Depth of a line: the indentations above it that are smaller, and its own markers; 0 for a blank line. */
function blockDepth(indents: number[], text: string, from: number, first: number, end: number): number {
  let indent = 0;
  while (text.charCodeAt(from + indent) === SPACE) indent += 1;
  const code = text.charCodeAt(from + indent);
  if (from + indent >= end || code === LF || code === CR) return 0;
  while (indents.length > 0 && indents.at(-1)! >= indent) indents.pop();
  indents.push(indent);
  let markers = 0;
  for (let at = from + indent; at < first; at++) if (text.charCodeAt(at) !== SPACE) markers += 1;
  return indents.length + markers;
}
