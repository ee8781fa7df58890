import { gluedArgument, isCurlyQuote, isInvisible } from './cause.ts';
import { isTagSpace } from './characters.ts';
import { createDelimiters } from './delimiters.ts';
import { type Fix, fix, insert, type RelativeEdit, replace } from './edit.ts';
import { lexTag } from './lex-tag.ts';
import { withPartedBraces } from './parted-braces.ts';
import { beforeCloser, decodeQuotes, insertQuote, quoteWords, straightenQuotes } from './quote-repair.ts';
import type { Damage, Recovery } from './recovery.ts';
import type { Tag } from './tag.ts';

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

/** Whether the tag, edited, is read without an error to its very end. */
function mends(tag: Tag, end: number, edits: readonly RelativeEdit[]): boolean {
  let text = '';
  let from = tag.open;
  for (const { region, text: inserted } of edits) {
    text += tag.text.slice(from, region.start) + inserted;
    from = region.end;
  }
  text += tag.text.slice(from, end);
  const mended = lexTag(text, createDelimiters(text), 0, text.length, tag.seen);
  const isWhole = mended.error === undefined && mended.end === text.length;
  return isWhole && gluedArgument(mended, mended.end) === undefined;
}

/**
 * ```
 * {{< cite "knuth" }}     {{< cite "knuth" >}     {{< cite "knuth" >} }     {{< cite key=knuth}}
 *                  ^                       ^                       ^                          ^
 * ```
 */
function* completeDelimiter(tag: Tag, { end, culprit }: Recovery, closer: string): Generator<Fix> {
  let start = end;
  while (start > tag.open + 3 && '>%}'.includes(tag.text.charAt(start - 1))) start -= 1;
  const written = tag.text.slice(start, end);
  const missing = closer.length - written.length;
  const blank = culprit === undefined ? '' : ' ';
  const safety = missing === 1 && blank === '' ? 'safe' : 'suggest';
  const lacks = { opening: false, closing: written.endsWith('}') };
  const whole = withPartedBraces(tag.text, { start: tag.open, end }, lacks);
  yield fix(`Complete ${closer}`, safety, replace(start, whole.end, blank + closer));
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
