import type { FixSafety, Region, SyntaxProblem } from '../../model.ts';
import { isTagSpace } from './hugo-characters.ts';
import {
  type Damage,
  gluedArgument,
  isCurlyQuote,
  isFreeStanding,
  isInvisible,
  type Recovery,
} from './hugo-recovery.ts';
import { lexTag, type Tag } from './hugo-tag.ts';

type Fix = NonNullable<SyntaxProblem['fix']>;
type RelativeEdit = Fix['edits'][number];

/**
 * The edit that mends a damaged tag, where there is one. Every proposal is lexed again before it is offered, so that a
 * fix never leaves or makes an error in its tag.
 */
export function repair(damage: Damage, recovery: Recovery): Fix | undefined {
  const { tag } = damage;
  if (recovery.end - tag.open > LONGEST_TAG) return undefined;
  if (recovery.cause === 'spaced-escape') return tightenEscape(tag, recovery.end);
  for (const fix of proposals(damage, recovery)) {
    if (mends(tag, recovery.end, fix.edits)) return fix;
  }
  return undefined;
}

/** A tag longer than this is not looked through for a repair. */
const LONGEST_TAG = 20_000;

function* proposals(damage: Damage, recovery: Recovery): Generator<Fix> {
  const { tag, error } = damage;
  const closer = tag.closer === 62 ? '>}}' : '%}}';
  switch (recovery.cause) {
    case 'missing-character':
      yield* completeDelimiter(tag, recovery, closer);
      break;
    case 'wrong-delimiter':
    case 'split-delimiter':
      yield fix(`Close with ${closer}`, 'suggest', replace(error.region.start, recovery.end, closer));
      break;
    case 'missing-close':
      if (error.kind === 'unterminated-dquote') return;
      yield fix(`Insert ${closer}`, 'suggest', insert(recovery.end, ' ' + closer));
      break;
    case 'swallowed-close':
      yield fix('Insert a blank', 'safe', insert(beforeCloser(tag, recovery.end), ' '));
      yield fix('Insert the value', 'suggest', insert(beforeCloser(tag, recovery.end), '"" '));
      break;
    case 'missing-quote':
      yield* insertQuote(damage, recovery);
      break;
    case 'curly-quotes':
      yield* straightenQuotes(tag, recovery.end, isCurlyQuote);
      break;
    case 'single-quotes':
      yield* straightenQuotes(tag, recovery.end, (character) => character === "'");
      break;
    case 'separator':
      yield* dropSeparators(tag, recovery.end);
      break;
    case 'escaped-quote':
      yield* dropBackslash(tag, tag.text.lastIndexOf('"', recovery.end));
      break;
    case 'invisible-character':
      yield* replaceOutsideQuotes(tag, recovery.end);
      break;
    case 'html-entity':
      yield* decodeQuotes(tag, recovery.end);
      break;
    case 'needs-quotes':
      yield* insertQuote(damage, recovery);
      yield* quoteWords(tag, recovery.end);
      break;
    default:
      if (error.kind === 'bad-escape') yield* dropBackslash(tag, tag.text.indexOf('\\`', tag.open) + 1);
      if (error.kind === 'period-in-name')
        yield fix('Insert a blank', 'suggest', insert(error.region.end, ' '));
  }
}

function fix(title: string, safety: FixSafety, ...edits: RelativeEdit[]): Fix {
  return { title, safety, edits };
}

function insert(at: number, text: string): RelativeEdit {
  return { region: { start: at, end: at }, text };
}

function replace(start: number, end: number, text: string): RelativeEdit {
  return { region: { start, end }, text };
}

/** Whether the tag, edited, is read without an error to its very end. */
function mends(tag: Tag, end: number, edits: readonly RelativeEdit[]): boolean {
  let text = '';
  let from = tag.open;
  for (const { region, text: inserted } of edits) {
    text += tag.text.slice(from, region.start) + inserted;
    from = region.end;
  }
  text += tag.text.slice(from, end);
  const mended = lexTag(text, 0, text.length, tag.seen);
  return mended.error === undefined && mended.end === text.length;
}

/**
 * ```
 * {{< cite "knuth" }}     {{< cite "knuth" >}     {{< cite key=knuth}}
 *                  ^                       ^                        ^
 * ```
 */
function* completeDelimiter(tag: Tag, { end, culprit }: Recovery, closer: string): Generator<Fix> {
  let start = end;
  while (start > tag.open + 3 && '>%}'.includes(tag.text.charAt(start - 1))) start -= 1;
  const written = tag.text.slice(start, end);
  const missing = closer.length - written.length;
  const blank = culprit === undefined ? '' : ' ';
  const safety = missing === 1 && blank === '' ? 'safe' : 'suggest';
  yield fix(`Complete ${closer}`, safety, replace(start, end, blank + closer));
}

/** Where the closing delimiter that ends at `end` starts, a `/` that makes the tag its own close included. */
function beforeCloser({ text }: Tag, end: number): number {
  return text.charAt(end - 4) === '/' ? end - 4 : end - 3;
}

/**
 * ```
 * {{< cite "knuth >}}   {{< cite "knuth "Knuth, D." >}}   {{< cite knuth" "K." >}}   {{< cite "k" Knuth, D." >}}
 *                ^                     ^                           ^                              ^
 * ```
 */
function* insertQuote({ tag, error }: Damage, { end, culprit, cause }: Recovery): Generator<Fix> {
  const { text, params } = tag;
  const opened = culprit?.start ?? error.region.start - 1;
  const isUnterminated =
    cause === 'missing-quote' && (culprit !== undefined || error.kind.startsWith('unterminated'));
  if (isUnterminated && isFreeStanding(text, opened)) {
    const close = trimmedEnd(text, opened + 1, beforeCloser(tag, end));
    const quote = text.charAt(opened) === '\\' ? '"' : text.charAt(opened);
    if (close > opened + 1) yield fix('Insert the closing quote', 'safe', insert(close, quote));
  }
  const glued = gluedArgument(tag, Math.min(error.region.start, end));
  if (glued !== undefined && glued.quote !== '') {
    const close = trimmedEnd(text, glued.region.start + 1, glued.region.end - 1);
    yield fix('Insert the closing quote', 'safe', insert(close, glued.quote));
  } else if (glued !== undefined) {
    yield fix('Insert the opening quote', 'safe', insert(glued.region.start, '"'));
  }
  const bare = params.findIndex(({ quote, name }) => quote === '' && name === undefined);
  const first = params[bare];
  const start = first?.region.start ?? error.region.start;
  const isAfterQuoted = bare > 0 && params[bare - 1]?.quote === '"';
  if (error.kind === 'unrecognized-char' && hasQuoteBehind(text, error.region.end, end)) {
    yield fix('Insert the opening quote', isAfterQuoted ? 'safe' : 'suggest', insert(start, '"'));
  }
}

function hasQuoteBehind(text: string, from: number, end: number): boolean {
  const quote = text.indexOf('"', from);
  return quote !== -1 && quote < end;
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
function* straightenQuotes(tag: Tag, end: number, isQuote: (character: string) => boolean): Generator<Fix> {
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
  const lineEnd = text.indexOf('\n', open);
  const limit = lineEnd === -1 || lineEnd > end ? end - 3 : lineEnd;
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
function* quoteWords(tag: Tag, end: number): Generator<Fix> {
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
    while (at < limit && !isTagSpace(text.charCodeAt(at))) at += 1;
    const word = text.slice(start, at);
    if (/["`\\]/.test(word)) return;
    if (/^[\p{L}\p{Nd}_-][\p{L}\p{Nd}_.-]*(?:=.*)?$/u.test(word)) continue;
    if (!isOneArgument(word)) return;
    edits.push(insert(start, '"'), insert(at, '"'));
  }
  if (edits.length > 0) yield fix('Quote the argument', 'safe', ...edits);
}

function isOneArgument(word: string): boolean {
  if (!/[\p{L}\p{Nd}]/u.test(word) || /[,;=<>{}'&#|]$|^[<>{}'&#|]/.test(word)) return false;
  return count(word, '(') === count(word, ')') && count(word, '[') === count(word, ']');
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

/**
 * ```
 * {{< cite "knuth", "lamport" >}}
 *                 ^
 * ```
 */
function* dropSeparators(tag: Tag, end: number): Generator<Fix> {
  const { text } = tag;
  const edits: RelativeEdit[] = [];
  let isQuoted = false;
  for (let at = tag.nameStart + tag.name.length; at < end - 3; at++) {
    const character = text.charAt(at);
    if (character === '"' && text.charAt(at - 1) !== '\\') isQuoted = !isQuoted;
    if (!isQuoted && (character === ',' || character === ';')) {
      edits.push(replace(at, at + 1, isTagSpace(text.charCodeAt(at + 1)) ? '' : ' '));
    }
  }
  if (edits.length > 0) yield fix('Separate arguments by blanks', 'suggest', ...edits);
}

/** An escape holds no blank between its delimiters; what it hides needs no reading. */
function tightenEscape({ text, open }: Tag, end: number): Fix | undefined {
  const slash = text.indexOf('/*', open);
  const close = text.lastIndexOf('*/', end);
  if (slash === -1 || close < slash + 2) return undefined;
  const edits = [replace(open + 3, slash, ''), replace(close + 2, end - 3, '')];
  return fix('Write an escape', 'suggest', ...edits.filter(({ region }) => region.end > region.start));
}

function* dropBackslash(tag: Tag, quote: number): Generator<Fix> {
  let start = quote;
  while (start > tag.open && tag.text.charAt(start - 1) === '\\') start -= 1;
  yield fix('Remove the backslash', 'suggest', replace(start, quote, ''));
}

/** Replaces blanks of other kinds by a plain one, and removes characters without a width. */
function* replaceOutsideQuotes(tag: Tag, end: number): Generator<Fix> {
  const edits: RelativeEdit[] = [];
  let isQuoted = false;
  for (let at = tag.open + 3; at < end - 3; at++) {
    const character = tag.text.charAt(at);
    if (character === '"' && tag.text.charAt(at - 1) !== '\\') isQuoted = !isQuoted;
    if (isQuoted || !isInvisible(character)) continue;
    edits.push(replace(at, at + 1, character.trim() === '' && character !== '\ufeff' ? ' ' : ''));
  }
  if (edits.length > 0) yield fix('Remove the invisible character', 'safe', ...edits);
}

function* decodeQuotes(tag: Tag, end: number): Generator<Fix> {
  const edits: RelativeEdit[] = [];
  for (let at = tag.text.indexOf('&quot;', tag.open); at !== -1 && at < end; ) {
    edits.push(replace(at, at + 6, '"'));
    at = tag.text.indexOf('&quot;', at + 6);
  }
  yield fix('Use straight quotes', 'suggest', ...edits);
}

/** A region's text, shortened for a message. */
export function excerpt(text: string, { start, end }: Region): string {
  const whole = text
    .slice(start, Math.min(end, start + 400))
    .replace(/[ \t\r\n]+/g, ' ')
    .trim();
  return whole.length > 60 ? whole.slice(0, 59) + '…' : whole;
}
