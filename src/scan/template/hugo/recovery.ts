import type { Param, Region } from '../../../model.ts';
import { type Cause, causeInside, endsInCurlyQuote } from './cause.ts';
import { isTagSpace, wordLength } from './characters.ts';
import { type Delimiters, findCloser, findLineEnd, findOpener, findOtherCloser } from './delimiters.ts';
import type { Tag, TagError } from './tag.ts';

/** Where a damaged tag ends for us. Hugo stops there; we go on behind it, so that one defect is one problem. */
export interface Recovery {
  readonly end: number;
  readonly cause: Cause;
  /** What is damaged, where that is not where Hugo stops. */
  readonly culprit?: Region;
}

/** A damaged tag and its error. */
export interface Damage {
  readonly tag: Tag;
  readonly error: TagError;
  readonly delimiters: Delimiters;
}

/**
 * Finds the end of a damaged tag, asking in turn: did an argument swallow the closing delimiter, does something like a
 * closing delimiter stand where Hugo stopped, does a closing delimiter follow, or is there none at all?
 */
export function recover(damage: Damage): Recovery {
  return swallowedClose(damage) ?? brokenClose(damage) ?? laterClose(damage) ?? missingClose(damage);
}

/**
 * ```
 * {{< cite key=knuth>}} and so on
 *              ^culprit   ^error
 * {{< cite "knuth >}} and {{< cite "lamport" >}}
 *          ^culprit                 ^error
 * ```
 */
function swallowedClose(damage: Damage): Recovery | undefined {
  const { tag, error, delimiters } = damage;
  for (const [index, param] of [...tag.params, ...tag.dropped].entries()) {
    const { region, quote } = param;
    const end = swallowedEnd(damage, region);
    if (end === -1) continue;
    if (quote === '') return { end, cause: 'swallowed-close', culprit: region };
    const following = tag.params[index + 1];
    const next = (following?.nameRegion ?? following?.region ?? error.region).start;
    const opener = findOpener(delimiters, end);
    const hidesOpener = opener !== -1 && opener < region.end;
    const isGlued = next === region.end && wordLength(tag.text, next) > 0;
    if (hidesOpener || isGlued || isTagSpace(tag.text.charCodeAt(region.end - 2))) {
      return { end, cause: 'missing-quote', culprit: region };
    }
  }
  return error.kind === 'unterminated-dquote' || error.kind === 'unterminated-raw'
    ? swallowedByString(damage)
    : undefined;
}

function swallowedByString({ tag, error, delimiters }: Damage): Recovery | undefined {
  const closer = findCloser(delimiters, tag.closer, error.region.start);
  if (closer === -1 || closer + 3 > error.region.end) return undefined;
  const content = tag.text.slice(error.region.start, closer).trimEnd();
  if (content.endsWith('\\"')) return { end: closer + 3, cause: 'escaped-quote' };
  return { end: closer + 3, cause: endsInCurlyQuote(content) ? 'curly-quotes' : 'missing-quote' };
}

/** Behind the closing delimiter in an argument, or before the next tag in it; -1 where it holds neither. */
function swallowedEnd({ tag, delimiters }: Damage, { start, end }: Region): number {
  const closer = findCloser(delimiters, tag.closer, start);
  const opener = findOpener(delimiters, start);
  const hasOpener = opener !== -1 && opener < end;
  if (closer !== -1 && closer + 3 <= end && !(hasOpener && opener < closer)) return closer + 3;
  if (!hasOpener) return -1;
  let at = opener;
  while (at > start + 1 && isTagSpace(tag.text.charCodeAt(at - 1))) at -= 1;
  return at;
}

/**
 * ```
 * {{< cite "knuth" }}   {{< cite "knuth" >}   {{< cite "knuth" %}}   {{< cite key=knuth}} and
 *                  ^                     ^                     ^                       ^
 * ```
 */
function brokenClose({ tag, error, delimiters }: Damage): Recovery | undefined {
  const { text } = tag;
  const at = error.region.start;
  const last = tag.params.at(-1);
  if (last?.name !== undefined && last.quote === '' && at >= last.region.end) {
    const value = text.slice(last.region.start, last.region.end);
    if (/[^}](?:\}\}|[>%]\}?)$/.test(value)) {
      return { end: last.region.end, cause: 'missing-character', culprit: last.region };
    }
  }
  if ((error.kind !== 'unrecognized-char' && error.kind !== 'close-extra') || tag.name === '')
    return undefined;
  if (text.startsWith('}}', at)) return { end: at + 2, cause: 'missing-character' };
  const code = text.charCodeAt(at);
  if (code !== 62 && code !== 37) {
    return code === 125 && !closesLater(tag, at, delimiters)
      ? { end: at + 1, cause: 'missing-character' }
      : undefined;
  }
  if (text.startsWith('}}', at + 1)) return { end: at + 3, cause: 'wrong-delimiter' };
  let next = at + 1;
  while (text.charCodeAt(next) === 32) next += 1;
  if (next > at + 1 && text.startsWith('}}', next)) return { end: next + 2, cause: 'split-delimiter' };
  if (closesLater(tag, at, delimiters)) return undefined;
  return { end: at + (text.charCodeAt(at + 1) === 125 ? 2 : 1), cause: 'missing-character' };
}

/** Whether the tag's own closing delimiter follows on the same line, before another tag opens. */
function closesLater(tag: Tag, from: number, delimiters: Delimiters): boolean {
  const closer = findCloser(delimiters, tag.closer, from);
  const opener = findOpener(delimiters, from);
  return closer !== -1 && closer < findLineEnd(delimiters, from) && (opener === -1 || closer < opener);
}

/**
 * The closing delimiter is there, and what is wrong stands before it.
 * ```
 * {{< cite knuth:1997 >}}
 *               ^error ^end
 * ```
 */
function laterClose({ tag, error, delimiters }: Damage): Recovery | undefined {
  const { text } = tag;
  const from = error.region.start;
  const own = findCloser(delimiters, tag.closer, from);
  const other = findOtherCloser(delimiters, tag.closer, from);
  const isOther = other !== -1 && other < findLineEnd(delimiters, from) && (own === -1 || other < own);
  const closer = isOther ? other : own;
  const opener = findOpener(delimiters, from);
  if (closer === -1 || (opener !== -1 && opener < closer)) return undefined;
  if (hasBlankLine(text, from, closer)) return undefined;
  return { end: closer + 3, cause: causeInside(tag, error, closer) };
}

/** Whether a paragraph ends between two offsets; a tag does not reach over one by intent once it is damaged. */
function hasBlankLine(text: string, start: number, end: number): boolean {
  let isBlank = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 10 && isBlank) return true;
    if (code === 10) isBlank = true;
    else if (code !== 32 && code !== 9 && code !== 13) isBlank = false;
  }
  return false;
}

/**
 * No closing delimiter before the next tag or the end of the paragraph: the tag ends behind the last thing that is
 * surely an argument, and the prose behind it stays prose.
 * ```
 * {{< cite "knuth" and so on {{< cite "lamport" >}}
 *                 ^end       ^error
 * ```
 */
function missingClose({ tag, error, delimiters }: Damage): Recovery {
  const end = plausibleEnd(tag, error, delimiters);
  return { end, cause: 'missing-close', culprit: { start: tag.open, end } };
}

function plausibleEnd(tag: Tag, error: TagError, delimiters: Delimiters): number {
  if (error.kind === 'unterminated-dquote') return findLineEnd(delimiters, error.region.start);
  const isNamed = tag.name !== '' && tag.nameStart < error.region.end;
  let end = isNamed ? tag.nameStart + tag.name.length : tag.open + 3;
  let isSure = false;
  let words = 0;
  for (const { name, quote, region } of tag.params) {
    const isBare = quote === '' && name === undefined;
    words = isBare ? words + 1 : 0;
    // Two bare words in a row, or one on the next line, are prose.
    if (isBare && (words > 1 || region.start > findLineEnd(delimiters, end))) break;
    // Backticks of code spans and fences look like raw arguments.
    if (quote === '`' && region.end > findLineEnd(delimiters, end)) break;
    if (isBare && isSure) continue;
    end = region.end;
    isSure ||= !isBare;
  }
  return end;
}

/** The arguments a damaged tag surely has: those that end before the damage and touch nothing of it. */
export function soundParams({ tag, error }: Damage, { end, culprit, cause }: Recovery): Param[] {
  const limit = cause === 'missing-close' || culprit === undefined ? end : culprit.start;
  const sound: Param[] = [];
  for (const [index, param] of tag.params.entries()) {
    const next = tag.params[index + 1];
    const nextStart = (next?.nameRegion ?? next?.region)?.start ?? error.region.start;
    if (param.region.end > limit) break;
    if (param.region.end === nextStart && (next !== undefined || !isHarmless(tag, param, nextStart))) break;
    sound.push(param);
  }
  return sound;
}

/** Whether a stray character directly behind an argument leaves the argument whole. */
function isHarmless({ text }: Tag, { quote }: Param, at: number): boolean {
  const character = text.charAt(at);
  if (character === '' || '>}%{'.includes(character)) return true;
  return quote !== '' && ',;.'.includes(character);
}
