const LF = 10;
const CR = 13;
const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const BACKSLASH = 92;

/** The beginning of a line up to its value: indentation, `- `, `key: `; a colon may stand in a key, `og:title`. */
const BEFORE_VALUE = /[ ]*(?:-[ \t]+)*(?:[^\s"'#&*!|>%@`[\]{},:](?:[^:\r\n]|:(?=\S))*:[ \t]+)?/y;

/**
 * Joins the lines of quoted scalars and flow collections, at equal length, so that every offset stays true: line breaks
 * and comments inside them become blanks, and a comment glued to their end does. libyaml, Go and js-yaml read those
 * whatever their further lines are indented, and want no blank before such a comment; `yaml`, by the letter of YAML 1.2,
 * does.
 */
export function foldYaml(block: string): string {
  const blanks: [start: number, end: number][] = [];
  for (let at = 0; at < block.length; ) {
    BEFORE_VALUE.lastIndex = at;
    BEFORE_VALUE.exec(block);
    const start = BEFORE_VALUE.lastIndex;
    const end = endOfValue(block, start, blanks);
    if (end === -1) break;
    if (end > start && block.charCodeAt(end) === HASH) endOfComment(block, end, blanks);
    const next = block.indexOf('\n', end);
    at = next === -1 ? block.length : next + 1;
  }
  return blank(block, blanks);
}

function blank(block: string, regions: readonly (readonly [start: number, end: number])[]): string {
  let folded = '';
  let from = 0;
  for (const [start, end] of regions) {
    folded += block.slice(from, start) + ' '.repeat(end - start);
    from = end;
  }
  return folded + block.slice(from);
}

/**
 * End of the quoted scalar or flow collection at `start`, with its breaks and comments noted; `start` where there is none,
 * -1 where it is never closed: looking on from the next line would be quadratic.
 */
function endOfValue(block: string, start: number, blanks: [number, number][]): number {
  if (!isQuote(block.charCodeAt(start)) && !isBracket(block.charCodeAt(start))) return start;
  const kept = blanks.length;
  let depth = 0;
  let at = start;
  do {
    const code = block.charCodeAt(at);
    if (isQuote(code) && (at === start || opensScalar(block, at))) at = endOfQuoted(block, at, blanks);
    else if (isBracket(code)) depth += 1;
    else if (code === 93 || code === 125) depth -= 1;
    else if (code === LF || code === CR) blanks.push([at, at + 1]);
    else if (code === HASH && isBlank(block.charCodeAt(at - 1))) at = endOfComment(block, at, blanks);
    if (at >= block.length) {
      blanks.length = kept;
      return -1;
    }
    at += 1;
  } while (depth > 0);
  return at;
}

const isQuote = (code: number): boolean => code === DOUBLE_QUOTE || code === SINGLE_QUOTE;

const isBracket = (code: number): boolean => code === 91 || code === 123;

/** In a flow collection a quote inside a word is an apostrophe. */
const opensScalar = (block: string, at: number): boolean => /[[{,:\s]/.test(block.charAt(at - 1));

const isBlank = (code: number): boolean => code === SPACE || code === LF || code === CR;

/** Offset of the closing quote, or the end of the block. */
function endOfQuoted(block: string, start: number, blanks: [number, number][]): number {
  const quote = block.charCodeAt(start);
  for (let at = start + 1; at < block.length; at++) {
    const code = block.charCodeAt(at);
    if (code === BACKSLASH && quote === DOUBLE_QUOTE) at += 1;
    else if (code === quote && quote === SINGLE_QUOTE && block.charCodeAt(at + 1) === quote) at += 1;
    else if (code === quote) return at;
    else if (code === LF || code === CR) blanks.push([at, at + 1]);
  }
  return block.length;
}

/** Offset of the comment's last character. */
function endOfComment(block: string, start: number, blanks: [number, number][]): number {
  let end = start;
  while (end < block.length && block.charCodeAt(end) !== LF && block.charCodeAt(end) !== CR) end += 1;
  blanks.push([start, end]);
  return end - 1;
}
