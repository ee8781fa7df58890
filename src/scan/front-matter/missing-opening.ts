import type { Region } from '../../model.ts';
import { looksLikeFrontMatter } from './evidence.ts';
import { lineEnd, nextLine } from './field-line.ts';
import { likelyEnd } from './likely-end.ts';
import type { FrontMatterPolicy } from './policies.ts';

/** Front matter without a usable opening delimiter, seen by its keys and its closing delimiter. */
export interface UnopenedBlock {
  readonly format: 'yaml' | 'toml';
  /** The line that stands where the opening delimiter should, or the first key. */
  readonly opening: Region;
  /** Something stands there: `--`, `----`, a dash of typography, `--- # comment`. */
  readonly written: boolean;
  readonly inner: Region;
  readonly end: number;
  readonly bodyStart: number;
}

/** A line that was meant to open: dashes of any kind and number, or `---` with something behind it. */
const MEANT_TO_OPEN = /^(?:[-\u2010-\u2015\u2212]{1,8}|---.{0,200}|\+{1,8})[ \t]*$/;

/**
 * A page that begins with `title: …` lines and a closing delimiter has lost the opening one. Any engine takes it for text,
 * so only the evident case counts: nothing but fields, at least one of them a key front matter is made of.
 */
export function findUnopened(
  text: string,
  start: number,
  policy: FrontMatterPolicy,
): UnopenedBlock | undefined {
  const stop = lineEnd(text, start, text.length);
  const written = MEANT_TO_OPEN.test(text.slice(start, Math.min(stop, start + 250)));
  const from = written ? nextLine(text, stop, text.length) : start;
  for (const format of ['yaml', 'toml'] as const) {
    if (!policy.formats.includes(format)) continue;
    const separator = format === 'yaml' ? ':' : '=';
    const limit = Math.min(text.length, from + policy.limit);
    const inner = { start: from, end: likelyEnd(text, from, limit, separator) };
    const needed = written || policy.strict || policy.bom === 'ignores' ? 1 : 2;
    if (inner.end === from || !looksLikeFrontMatter(text, inner, separator, needed)) continue;
    const marks = format === 'yaml' ? policy.closers : ['+++'];
    // Who draws the one line out of other dashes draws the other one so.
    const own = written ? [...marks, text.slice(start, stop).trimEnd()] : marks;
    const close = closingAt(text, inner.end, own);
    if (close === undefined) continue;
    const first = { start, end: written ? stop : lineEnd(text, start, text.length) };
    const bodyStart = nextLine(text, close, text.length);
    return { format, opening: first, written, inner, end: close, bodyStart };
  }
  return undefined;
}

function closingAt(text: string, at: number, marks: readonly string[]): number | undefined {
  let from = at;
  while (from < text.length && lineEnd(text, from, text.length) === from) {
    from = nextLine(text, from, text.length);
  }
  const line = text.slice(from, lineEnd(text, from, text.length)).trimEnd();
  return marks.includes(line) ? from + line.length : undefined;
}
