import type { Region } from '../../../model.ts';
import { gluedArgument, isFreeStanding } from './cause.ts';
import { isTagSpace } from './characters.ts';
import { type Fix, fix, insert, type RelativeEdit, replace } from './edit.ts';
import type { Damage, Recovery } from './recovery.ts';
import type { Tag } from './tag.ts';

/** Where the closing delimiter that ends at `end` starts, a `/` that makes the tag its own close included. */
export function beforeCloser({ text }: Tag, end: number): number {
  return text.charAt(end - 4) === '/' ? end - 4 : end - 3;
}

/**
 * ```
 * {{< cite "knuth >}}   {{< cite "knuth "Knuth, D." >}}   {{< cite knuth" "K." >}}   {{< cite "k" Knuth, D." >}}
 *                ^                     ^                           ^                              ^
 * ```
 */
export function* insertQuote({ tag, error }: Damage, { end, culprit, cause }: Recovery): Generator<Fix> {
  const { text, params } = tag;
  const opened = culprit?.start ?? error.region.start - 1;
  const isUnterminated =
    cause === 'missing-quote' && (culprit !== undefined || error.kind.startsWith('unterminated'));
  if (isUnterminated) {
    const close = trimmedEnd(text, opened + 1, beforeCloser(tag, end));
    const quote = text.charAt(opened) === '\\' ? '"' : text.charAt(opened);
    if (quote === '`' && text.charAt(opened + 1) === '"') yield dropQuote(opened);
    if (close > opened + 1 && isFreeStanding(text, opened)) yield closeArgument(text, opened, close, quote);
    else if (close === opened + 1 && text.charAt(opened - 1) === quote) yield dropQuote(opened);
  }
  const glued = gluedArgument(tag, Math.min(error.region.start, end));
  if (glued !== undefined && glued.quote !== '') {
    const { start } = glued.region;
    const inner = quotesInside(text, start, beforeCloser(tag, end));
    if (inner.length > 0) yield fix(ESCAPE, 'safe', ...inner.map((at) => insert(at, '\\')));
    const close = trimmedEnd(text, start + 1, glued.region.end - 1);
    yield close === start + 1 ? dropQuote(start) : closeArgument(text, start, close, glued.quote);
  } else if (glued !== undefined) {
    yield fix(OPENING, 'safe', insert(glued.region.start, '"'));
  }
  const bare = params.findIndex(({ quote, name }) => quote === '' && name === undefined);
  const first = params[bare];
  const start = first?.region.start ?? error.region.start;
  const before = bare > 0 ? params[bare - 1] : undefined;
  // Behind a text it may as well be a quote too many that ended the text: then there is nothing to open.
  const isAfterKey = before?.quote === '"' && !/\s\S+\s/.test(String(before.value));
  if (error.kind === 'unrecognized-char' && hasQuoteBehind(text, error.region.end, end)) {
    yield fix(OPENING, isAfterKey ? 'safe' : 'suggest', insert(start, '"'));
  }
}

/**
 * Closes an argument where it ends. Another quote there, whose like the argument does not hold, was meant to close it; a
 * separator there, or a quote inside, makes it a guess where the argument ends.
 * ```
 * {{< cite "knuth "Knuth, D." >}}   {{< cite "knuth' "Knuth, D." >}}
 *                ^                                 ^
 * ```
 */
function closeArgument(text: string, open: number, close: number, quote: string): Fix {
  const content = text.slice(open + 1, close);
  const last = content.charAt(content.length - 1);
  const isMeant = /['\u2019\u00b4`]/.test(last) && content.indexOf(last) === content.length - 1;
  const isCurly = /[\u201d\u2033]/.test(last) && !/[\u201c\u201e]/.test(content);
  const safety = /[,;]/.test(last) || (quote === '`' && content.includes('"')) ? 'suggest' : 'safe';
  const edit = isMeant || isCurly ? replace(close - 1, close, quote) : insert(close, quote);
  return fix('Insert the closing quote', safety, edit);
}

/**
 * ```
 * {{< cite "knuth"" "Knuth, D." >}}   {{< cite ""knuth" "Knuth, D." >}}   {{< cite "knuth" "Knuth, D."" >}}
 *                 ^                            ^                                                     ^
 * ```
 */
function dropQuote(at: number): Fix {
  return fix(DOUBLED, 'safe', replace(at, at + 1, ''));
}

/**
 * Quotes inside an argument that closes at the very end of its tag; none where their number is odd, and one is missing,
 * or where two stand with a blank between, for there an argument may end and the next begin.
 * ```
 * {{< cite "k" "Lamport, L. (1978). "Time, clocks" …" >}}
 *              ^open                ^            ^
 * ```
 */
function quotesInside(text: string, open: number, limit: number): number[] {
  const content = text.slice(open, limit).trimEnd();
  if (!content.endsWith('"') || content.includes('\\') || content.includes('\n') || /"[ \t]+"/.test(content))
    return [];
  const quotes = [...content.matchAll(/"/g)].map(({ index }) => open + index);
  return quotes.length < 4 || quotes.length % 2 === 1 ? [] : quotes.slice(1, -1);
}

/** An argument that lacks one of its quotes, or has one too many, and which one. */
interface MissingQuote {
  readonly argument: Region;
  /** `doubled`: it has one too many; `inner`: it has some inside. */
  readonly side: 'opening' | 'closing' | 'doubled' | 'inner';
}

/** The argument that `insertQuote` mends, by the fix it proposed; undefined where it had none. */
export function missingQuote(
  { tag, error }: Damage,
  { end, culprit }: Recovery,
  fix: Fix | undefined,
): MissingQuote | undefined {
  const edit = fix?.edits[0];
  if (edit === undefined) return undefined;
  const { text } = tag;
  const at = edit.region.start;
  const close = beforeCloser(tag, end);
  if (fix?.title === DOUBLED) {
    const first = /["`]/.test(text.charAt(at - 1)) ? at - 1 : at;
    return { argument: { start: first, end: first + 2 }, side: 'doubled' };
  }
  if (fix?.title === OPENING) {
    const quote = text.indexOf('"', at);
    return { argument: { start: at, end: quote === -1 || quote >= close ? at : quote + 1 }, side: 'opening' };
  }
  const glued = gluedArgument(tag, Math.min(error.region.start, end));
  const start = culprit?.start ?? glued?.region.start ?? error.region.start - 1;
  if (fix?.title === ESCAPE) return { argument: { start, end: at + 1 }, side: 'inner' };
  return { argument: { start: Math.min(start, at), end: edit.region.end }, side: 'closing' };
}

const OPENING = 'Insert the opening quote';
const DOUBLED = 'Remove the doubled quote';
const ESCAPE = 'Escape the quotes inside';

function hasQuoteBehind(text: string, from: number, end: number): boolean {
  return text.slice(from, end).includes('"');
}

function trimmedEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isTagSpace(text.charCodeAt(at - 1))) at -= 1;
  return at;
}

/**
 * Replaces each pair of other quotes by `"`; one half of a pair may be straight already.
 * ```
 * {{< cite “knuth” >}}   {{< cite "knuth” >}}   {{< cite key=“knuth” >}}
 *          ^     ^                      ^                    ^     ^
 * ```
 */
export function* straightenQuotes(
  tag: Tag,
  end: number,
  isQuote: (character: string) => boolean,
): Generator<Fix> {
  const { text } = tag;
  const edits: RelativeEdit[] = [];
  let at = tag.open + 3;
  while (at < end - 3) {
    const character = text.charAt(at);
    const opens = character === '"' || (isQuote(character) && isFreeStanding(text, at));
    if (!opens) {
      at += 1;
      continue;
    }
    const close = closingQuote(text, at, end, isQuote);
    if (close === -1) return;
    if (character !== '"') edits.push(replace(at, at + 1, '"'));
    if (text.charAt(close) !== '"') edits.push(replace(close, close + 1, '"'));
    at = close + 1;
  }
  if (edits.length > 0) yield fix('Use straight quotes', 'safe', ...edits);
}

/** The quote that ends the argument opened at `open`: the first one with a blank or the closing delimiter behind. */
function closingQuote(
  text: string,
  open: number,
  end: number,
  isQuote: (character: string) => boolean,
): number {
  const lineEnd = text.slice(open, end).indexOf('\n');
  const limit = lineEnd === -1 ? end - 3 : open + lineEnd;
  for (let at = open + 1; at < limit; at++) {
    const character = text.charAt(at);
    if (character === '"') return at;
    const next = text.charCodeAt(at + 1);
    if (isQuote(character) && (isTagSpace(next) || at + 1 === end - 3 || next === 47)) return at;
  }
  return -1;
}

/**
 * Quotes each bare argument that Hugo cannot read bare. An argument that ends in a separator or whose brackets open
 * elsewhere is not surely one argument, so it is left alone.
 * ```
 * {{< cite knuth:1997 >}}
 *          ^        ^
 * ```
 */
export function* quoteWords(tag: Tag, end: number): Generator<Fix> {
  const { text } = tag;
  const limit = beforeCloser(tag, end);
  const edits: RelativeEdit[] = [];
  let at = tag.nameStart + tag.name.length;
  if (tag.name === '' || !isTagSpace(text.charCodeAt(at))) return;
  while (at < limit) {
    if (isTagSpace(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    if (/["`]/.test(text.charAt(at))) {
      at = quotedEnd(text, at, limit);
      continue;
    }
    while (at < limit && !isTagSpace(text.charCodeAt(at))) at += 1;
    const word = text.slice(start, at);
    if (/["`\\]/.test(word)) return;
    if (/^[\p{L}\p{Nd}_-][\p{L}\p{Nd}_.-]*(?:=.*)?$/u.test(word)) continue;
    if (!isOneArgument(word)) return;
    edits.push(insert(start, '"'), insert(at, '"'));
  }
  if (edits.length > 0) yield fix('Quote the argument', 'safe', ...edits);
}

function quotedEnd(text: string, open: number, limit: number): number {
  let at = open + 1;
  while (at < limit && text.charAt(at) !== text.charAt(open)) at += text.charAt(at) === '\\' ? 2 : 1;
  return at + 1;
}

function isOneArgument(word: string): boolean {
  if (!/[\p{L}\p{Nd}]/u.test(word) || /[,;=<>{}'&#|]$|^[<>{}'&#|]/.test(word)) return false;
  return count(word, '(') === count(word, ')') && count(word, '[') === count(word, ']');
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/** Writes `&quot;` as the quote that was meant. */
export function* decodeQuotes(tag: Tag, end: number): Generator<Fix> {
  const edits: RelativeEdit[] = [];
  const content = tag.text.slice(tag.open, end);
  for (let at = content.indexOf('&quot;'); at !== -1; at = content.indexOf('&quot;', at + 6)) {
    edits.push(replace(tag.open + at, tag.open + at + 6, '"'));
  }
  yield fix('Use straight quotes', 'suggest', ...edits);
}
