import { lineEnd, nextLine, readFieldLine, type Separator } from './field-line.ts';

/** Values that go on over further lines: nothing yet, a block scalar, a quote or a bracket. */
const GOES_ON = /^(?:[|>["'{]|$)/;

/**
 * Where a front matter without a closing delimiter most likely ends: behind the last line that still looks like it, fields,
 * what is indented under them, their lists. Shortcodes after it belong to the body again.
 */
export function likelyEnd(text: string, start: number, end: number, separator: Separator): number {
  let last = start;
  let open = false;
  let blankBefore = false;
  for (let at = start; at < end; at = nextLine(text, at, end)) {
    const stop = lineEnd(text, at, end);
    const line = text.slice(at, stop);
    if (line.trim() === '') {
      blankBefore = true;
      continue;
    }
    if (line.startsWith('#')) {
      if (!blankBefore) last = nextLine(text, at, end);
      continue;
    }
    const field = readFieldLine(text, at, separator);
    const name = field === undefined ? '' : text.slice(field.nameStart, field.nameEnd);
    if (field !== undefined && !(blankBefore && !/^[a-z_][\w.-]*$/.test(name))) {
      open = GOES_ON.test(text.slice(field.valueStart, stop).trim());
    } else if (!belongs(line, open, blankBefore, separator)) break;
    blankBefore = false;
    last = nextLine(text, at, end);
  }
  return last;
}

function belongs(line: string, open: boolean, blankBefore: boolean, separator: Separator): boolean {
  if (/^[ \t]/.test(line)) return open || !blankBefore;
  if (separator === '=' && /^\[{1,2}[\w."'-]+\]{1,2}[ \t]*$/.test(line)) return true;
  return open && !blankBefore && /^(?:- |[\]}"'])/.test(line);
}
