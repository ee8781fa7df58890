import type { Param } from '../../../model.ts';
import { isUnicodeSpace, typedValue, wordLength } from './characters.ts';
import { breaksOrEscapes } from './delimiters.ts';
import { fail, type Tag } from './tag.ts';

const LF = 10;
const QUOTE = 34;
const HYPHEN = 45;
const DOT = 46;
const EQUALS = 61;
const BACKSLASH = 92;
const BACKTICK = 96;

/**
 * ```
 * {{< cite knuth page=5 >}}
 *          ^     ^
 * ```
 */
export function word(tag: Tag): boolean {
  const { text, limit, at: start } = tag;
  let at = start;
  while (at < limit) {
    const code = text.charCodeAt(at);
    const width = code === HYPHEN || code === DOT ? 1 : wordLength(text, at);
    if (width === 0) break;
    at += width;
  }
  const isName = at < limit && text.charCodeAt(at) === EQUALS;
  if (tag.style === 'none') tag.style = isName ? 'named' : 'positional';
  else if (isName !== (tag.style === 'named')) return fail(tag, 'mixed-params', start, at);
  const value = text.slice(start, at);
  addParam(tag, value, { value: typedValue(value), region: { start, end: at }, quote: '' });
  tag.at = at;
  return true;
}

/** Adds a positional argument; a `=` behind it makes it a name, whatever the white space between. */
function addParam(tag: Tag, spelling: string, param: Param): void {
  tag.params.push(param);
  tag.pendingName = spelling;
}

function addQuoted(tag: Tag, param: Param): void {
  addParam(tag, String(param.value), param);
}

/** Adds a value behind `=`. Hugo ignores one that follows no word. */
function addValue(tag: Tag, param: Param): void {
  const name = tag.pendingName;
  tag.pendingName = undefined;
  if (name === undefined) {
    tag.dropped.push(param);
    return;
  }
  const nameRegion = tag.params.pop()!.region;
  tag.params.push({ name, nameRegion, ...param });
  tag.namedCount += 1;
}

/**
 * ```
 * {{< cite key= "knuth" key=`knuth` key=\"knuth\" key=knuth >}}
 *             ^            ^            ^             ^
 * ```
 */
export function afterEquals(tag: Tag): boolean {
  const { text, limit } = tag;
  tag.at += 1;
  while (tag.at < limit && isUnicodeSpace(text.charCodeAt(tag.at))) tag.at += 1;
  const code = tag.at < limit ? text.charCodeAt(tag.at) : -1;
  if (code === QUOTE) return readQuoted(tag, true, addValue);
  if (code === BACKSLASH) return readQuoted(tag, false, addValue);
  if (code === BACKTICK) return readRaw(tag, addValue);
  return bareValue(tag);
}

/**
 * Runs to the next white space, over the closing delimiter too: `key=knuth>}}` has the value `knuth>}}`.
 * ```
 * {{< cite key=knuth >}}
 *              ^
 * ```
 */
function bareValue(tag: Tag): boolean {
  const { text, limit, at: start } = tag;
  let at = start;
  while (at < limit && !isUnicodeSpace(text.charCodeAt(at))) at += 1;
  addValue(tag, { value: typedValue(text.slice(start, at)), region: { start, end: at }, quote: '' });
  tag.at = at;
  return true;
}

/**
 * ```
 * {{< cite "knuth" `knuth` >}}
 *          ^       ^
 * ```
 */
export function quotedParam(tag: Tag): boolean {
  const { text, at } = tag;
  if (tag.style === 'named') return fail(tag, 'mixed-params', at, endOfQuoted(tag, at));
  tag.style = 'positional';
  return text.charCodeAt(at) === QUOTE ? readQuoted(tag, true, addQuoted) : readRaw(tag, addQuoted);
}

function endOfQuoted(tag: Tag, from: number): number {
  const { text, limit } = tag;
  let at = from + 1;
  while (at < limit && text.charCodeAt(at) !== text.charCodeAt(from) && text.charCodeAt(at) !== LF) at += 1;
  return Math.min(limit, at + 1);
}

/**
 * The escaped form of a quoted argument; an escaped backtick is an error.
 * ```
 * {{< cite \"knuth\" >}}
 *          ^
 * ```
 */
export function escapedParam(tag: Tag): boolean {
  const quote = tag.at + 1;
  if (tag.text.charCodeAt(quote) === BACKTICK) return fail(tag, 'bad-escape', quote, quote + 1);
  if (tag.style === 'named') return fail(tag, 'mixed-params', quote, endOfQuoted(tag, quote));
  tag.style = 'positional';
  tag.at = quote;
  return readQuoted(tag, false, addQuoted);
}

/**
 * Everything up to the next quote that is not escaped; a line end is an error. If one quote inside is escaped, all
 * backslashes go. With `escapes` false the string itself is written `\"…\"`, and what stands before its first quote is
 * skipped, as in `key=\x"knuth"`.
 * ```
 * {{< cite "the \"art\" of" >}}
 *          ^    ^         ^
 * ```
 */
function readQuoted(tag: Tag, escapes: boolean, add: (tag: Tag, param: Param) => void): boolean {
  const { text, limit } = tag;
  let start = tag.at;
  const close = escapes ? text.indexOf('"', start + 1) : -1;
  if (close !== -1 && close < limit && !breaksOrEscapes(tag.delimiters, start, close)) {
    tag.at = close + 1;
    add(tag, { value: text.slice(start + 1, close), region: { start, end: close + 1 }, quote: '"' });
    return true;
  }
  let isOpen = false;
  let hasEscape = false;
  let at = start;
  for (; ; at++) {
    const code = at < limit ? text.charCodeAt(at) : LF;
    if (code === LF) return fail(tag, 'unterminated-dquote', start, at);
    if (code === BACKSLASH) {
      const next = at + 1 < limit ? text.charCodeAt(at + 1) : LF;
      if (next === BACKTICK) return fail(tag, 'bad-escape', start, at + 2);
      if (next === QUOTE && isOpen) {
        if (!escapes) break;
        hasEscape = true;
        at += 1;
      }
    } else if (code === QUOTE) {
      if (isOpen) break;
      isOpen = true;
      start = at + 1;
    }
  }
  const content = text.slice(start, at);
  const before = !escapes && text.charCodeAt(start - 2) === BACKSLASH ? 2 : 1;
  tag.at = at + (text.charCodeAt(at) === BACKSLASH ? 2 : 1);
  add(tag, {
    value: hasEscape ? content.replaceAll('\\', '') : content,
    region: { start: start - before, end: tag.at },
    quote: '"',
  });
  return true;
}

/**
 * ```
 * {{< cite `any "text", over lines` >}}
 *          ^
 * ```
 */
function readRaw(tag: Tag, add: (tag: Tag, param: Param) => void): boolean {
  const { text, limit, at } = tag;
  const close = text.indexOf('`', at + 1);
  if (close === -1 || close >= limit) return fail(tag, 'unterminated-raw', at + 1, limit);
  add(tag, { value: text.slice(at + 1, close), region: { start: at, end: close + 1 }, quote: '`' });
  tag.at = close + 1;
  return true;
}
