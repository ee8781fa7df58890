import type { Json } from '../../model.ts';
import { plainScalar } from './plain-scalar.ts';

const SPACE = 32;
const DOUBLE_QUOTE = 34;
const HASH = 35;
const SINGLE_QUOTE = 39;
const COMMA = 44;
const DASH = 45;
const COLON = 58;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;

/** First characters that make a scalar something else than plain: YAML's indicators. `-` has its own test. */
const INDICATORS = new Set([...'?:,[]{}#&*!|>\'"%@`'].map((character) => character.charCodeAt(0)));

interface Scalar {
  readonly value: Json;
  readonly start: number;
  readonly end: number;
}

/** A value on one line with its place, quotes and brackets included; `items` are those of a flow list. */
export interface FlatValue extends Scalar {
  readonly items?: readonly Scalar[];
}

/**
 * The value on the rest of a line: `'empty'` where there is none, `undefined` where only a parser can tell. Escapes other
 * than `\"` and `\\`, and a colon inside a flow list, count as such.
 */
export function readFlatValue(text: string, from: number, end: number): FlatValue | 'empty' | undefined {
  let start = from;
  while (start < end && text.charCodeAt(start) === SPACE) start += 1;
  if (start === end) return 'empty';
  const code = text.charCodeAt(start);
  if (code === HASH) return start > from && isOrdinary(text, start, end) ? 'empty' : undefined;
  if (code === OPEN_BRACKET) return readFlowList(text, start, end);
  if (code !== DOUBLE_QUOTE && code !== SINGLE_QUOTE) return readPlain(text, start, end);
  const quoted = readQuoted(text, start);
  return quoted !== undefined && isLineOver(text, quoted.end, end) ? quoted : undefined;
}

/** Whether YAML lets every character through, and none is a tab. */
export function isOrdinary(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isOrdinaryCode(text.charCodeAt(at))) return false;
  return true;
}

function isOrdinaryCode(code: number): boolean {
  return (
    (code >= SPACE && code < 0x7f) || (code >= 0xa0 && code < 0xfeff) || (code > 0xfeff && code < 0xfffe)
  );
}

/** Nothing but blanks and a comment. */
function isLineOver(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && text.charCodeAt(at) === SPACE) at += 1;
  if (at === end) return true;
  return at > from && text.charCodeAt(at) === HASH && isOrdinary(text, at, end);
}

/**
 * ```
 * title: On computable numbers   # 1936
 *        ^start               ^last
 * ```
 */
function readPlain(text: string, start: number, end: number): Scalar | undefined {
  const stop = plainEnd(text, start, end);
  if (stop === -1) return undefined;
  return { value: plainScalar(text.slice(start, stop)), start, end: stop };
}

function plainEnd(text: string, start: number, end: number): number {
  if (!mayBeginPlain(text, start, end)) return -1;
  let last = start;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === SPACE) continue;
    if (!isOrdinaryCode(code)) return -1;
    if (code === HASH && text.charCodeAt(at - 1) === SPACE) return isOrdinary(text, at, end) ? last + 1 : -1;
    if (code === COLON && (at + 1 === end || text.charCodeAt(at + 1) === SPACE)) return -1;
    last = at;
  }
  return last + 1;
}

function mayBeginPlain(text: string, start: number, end: number): boolean {
  const code = text.charCodeAt(start);
  if (code !== DASH) return !INDICATORS.has(code);
  const next = start + 1 < end ? text.charCodeAt(start + 1) : SPACE;
  return next > SPACE && next !== DASH && !INDICATORS.has(next);
}

/** Scalars in quotes on one line: with the escapes that need no parser, and with `''` for a quote. */
const DOUBLE_QUOTED =
  /"[ !#-[\]-~\u00a0-\ufefe\uff00-\ufffd]*(?:\\["\\][ !#-[\]-~\u00a0-\ufefe\uff00-\ufffd]*)*"/y;
const SINGLE_QUOTED = /'[ -&(-~\u00a0-\ufefe\uff00-\ufffd]*(?:''[ -&(-~\u00a0-\ufefe\uff00-\ufffd]*)*'/y;

/** A quoted scalar that ends on its line; `end` of the result is behind the closing quote. */
function readQuoted(text: string, start: number): Scalar | undefined {
  const quote = text.charCodeAt(start);
  const form = quote === DOUBLE_QUOTE ? DOUBLE_QUOTED : SINGLE_QUOTED;
  form.lastIndex = start;
  if (!form.test(text)) return undefined;
  const { lastIndex: end } = form;
  return { value: unquote(text.slice(start + 1, end - 1), quote), start, end };
}

function unquote(inner: string, quote: number): string {
  if (quote === SINGLE_QUOTE) return inner.replaceAll("''", "'");
  return inner.includes('\\') ? inner.replace(/\\(["\\])/g, '$1') : inner;
}

/**
 * ```
 * tags: [logic, "computing machines"]
 *       ^start                      ^end
 * ```
 */
function readFlowList(text: string, start: number, end: number): FlatValue | undefined {
  const items: Scalar[] = [];
  let at = start + 1;
  for (;;) {
    while (at < end && text.charCodeAt(at) === SPACE) at += 1;
    if (at >= end) return undefined;
    if (text.charCodeAt(at) === CLOSE_BRACKET && items.length === 0) break;
    const item = readFlowItem(text, at, end);
    if (item === undefined) return undefined;
    items.push(item);
    at = item.end;
    while (at < end && text.charCodeAt(at) === SPACE) at += 1;
    if (text.charCodeAt(at) === CLOSE_BRACKET && at < end) break;
    if (text.charCodeAt(at) !== COMMA) return undefined;
    at += 1;
  }
  if (!isLineOver(text, at + 1, end)) return undefined;
  return { value: items.map(({ value }) => value), start, end: at + 1, items };
}

function readFlowItem(text: string, start: number, end: number): Scalar | undefined {
  const first = text.charCodeAt(start);
  if (first === DOUBLE_QUOTE || first === SINGLE_QUOTE) return readQuoted(text, start);
  if (!mayBeginPlain(text, start, end)) return undefined;
  let last = start;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === CLOSE_BRACKET) {
      return { value: plainScalar(text.slice(start, last + 1)), start, end: last + 1 };
    }
    if (code === COLON || code === HASH || code === OPEN_BRACKET || !isOrdinaryCode(code)) return undefined;
    if (code === 123 || code === 125) return undefined;
    if (code !== SPACE) last = at;
  }
  return undefined;
}
