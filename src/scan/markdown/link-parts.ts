/** A link destination: its text without pointy brackets, and the place behind it. */
export interface Destination {
  readonly start: number;
  readonly textEnd: number;
  readonly end: number;
}

/** As deep as micromark follows parentheses in a destination. */
const MAX_PARENTHESES = 32;

/** Skips spaces, tabs and line ends. */
export function skipWhitespace(text: string, at: number): number {
  let to = at;
  while (isWhitespace(text.charCodeAt(to))) to += 1;
  return to;
}

/** Whether a UTF-16 unit is white space to CommonMark. */
export function isWhitespace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Reads `<…>` or a run of non-blanks with balanced parentheses (CommonMark 0.31, 6.3); it may be empty. */
export function readDestination(text: string, at: number): Destination | undefined {
  return text[at] === '<' ? readPointy(text, at) : readRaw(text, at);
}

function readPointy(text: string, at: number): Destination | undefined {
  for (let to = at + 1; to < text.length; to++) {
    const char = text[to];
    if (char === '>') return { start: at + 1, textEnd: to, end: to + 1 };
    if (char === '<' || char === '\n') return undefined;
    if (char === '\\') to += 1;
  }
  return undefined;
}

function readRaw(text: string, at: number): Destination | undefined {
  let depth = 0;
  let to = at;
  for (; to < text.length; to++) {
    const code = text.charCodeAt(to);
    if (code <= 32 || code === 127) break;
    if (code === 92 && text.charCodeAt(to + 1) > 32) to += 1;
    else if (code === 40) {
      depth += 1;
      if (depth > MAX_PARENTHESES) return undefined;
    } else if (code === 41) {
      if (depth === 0) break;
      depth -= 1;
    }
  }
  const end = Math.min(to, text.length);
  return depth === 0 ? { start: at, textEnd: end, end } : undefined;
}

/** The place behind the title in `"…"`, `'…'` or `(…)` that starts at `at`; -1 where none does. No blank line inside. */
export function readTitle(text: string, at: number): number {
  const open = text[at];
  if (open !== '"' && open !== "'" && open !== '(') return -1;
  const close = open === '(' ? ')' : open;
  for (let to = at + 1; to < text.length; to++) {
    const char = text[to];
    if (char === close) return to + 1;
    if (char === '(' && open === '(') return -1;
    if (char === '\\') to += 1;
  }
  return -1;
}
