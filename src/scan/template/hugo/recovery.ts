import type { Param, Region } from '../../../model.ts';
import { isTagSpace, wordLength } from './characters.ts';
import { type Delimiters, findCloser, findLineEnd, findOpener, findOtherCloser } from './delimiters.ts';
import type { Tag, TagError } from './tag.ts';

/** Why a tag went wrong, as far as the text tells; Hugo itself only knows where it stopped. */
export type Cause =
  | 'missing-close'
  | 'missing-character'
  | 'wrong-delimiter'
  | 'split-delimiter'
  | 'swallowed-close'
  | 'missing-quote'
  | 'escaped-quote'
  | 'line-break'
  | 'curly-quotes'
  | 'single-quotes'
  | 'separator'
  | 'spaced-escape'
  | 'invisible-character'
  | 'html-entity'
  | 'needs-quotes'
  | 'other';

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

/** Whether a text ends in a curly quote that nothing in it opened: meant to end the argument. */
function endsInCurlyQuote(content: string): boolean {
  return /[”’»]$/.test(content) && !/[“‘«„‚]/.test(content);
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

function causeInside(tag: Tag, error: TagError, closer: number): Cause {
  const at = error.region.start;
  const { text } = tag;
  if (error.kind === 'unterminated-dquote') return 'line-break';
  if (error.kind === 'close-none-open' && text.charCodeAt(at + 1) === 42) return 'spaced-escape';
  if (error.kind === 'close-mismatch') return at > tag.nameStart ? 'needs-quotes' : 'other';
  if (error.kind === 'period-in-name') return tag.slash > tag.nameStart ? 'needs-quotes' : 'other';
  const lastBare = tag.params.findLast(({ quote, region }) => quote === '' && region.start < at);
  if (error.kind === 'mixed-params') {
    const first = lastBare === undefined ? '' : text.charAt(lastBare.region.start);
    return first === "'" ? 'single-quotes' : isCurlyQuote(first) ? 'curly-quotes' : 'other';
  }
  if (error.kind !== 'unrecognized-char') return 'other';
  const character = text.charAt(at);
  if (tag.name === '' && character === '*' && text.charAt(at - 1) === '/') return 'spaced-escape';
  if (isCurlyQuote(character) && isFreeStanding(text, at)) return 'curly-quotes';
  const glued = gluedArgument(tag, at);
  if (glued !== undefined) {
    const { start, end } = glued.region;
    return endsInCurlyQuote(text.slice(start + 1, end - 1).trimEnd()) ? 'curly-quotes' : 'missing-quote';
  }
  if (character === "'" && isFreeStanding(text, at)) return 'single-quotes';
  if (isInvisible(character)) return 'invisible-character';
  if (hasOddQuotes(text.slice(at, closer))) return 'missing-quote';
  if (text.startsWith('&quot;', at)) return 'html-entity';
  if (character === ',' || character === ';') return separates(tag, at) ? 'separator' : 'needs-quotes';
  return 'needs-quotes';
}

/** A quote without its pair: it closes what nothing opened. */
function hasOddQuotes(text: string): boolean {
  let count = 0;
  for (let at = text.indexOf('"'); at !== -1; at = text.indexOf('"', at + 1)) {
    if (text.charAt(at - 1) !== '\\') count += 1;
  }
  return count % 2 === 1;
}

/** Curly, low and angle quotes: what editors and typographers make of `"` and `'`. */
export function isCurlyQuote(character: string): boolean {
  return character !== '' && '“”„‟«»‘’‚‛‹›″＂'.includes(character);
}

/** Blanks Hugo does not count as such, and characters without a width. */
export function isInvisible(character: string): boolean {
  return /^[\u00a0\u00ad\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]/.test(character);
}

/** Whether a quote can open an argument here: behind a blank or `=`. */
export function isFreeStanding(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  return isTagSpace(before) || before === 61;
}

/** A comma that stands where a blank should: behind an argument and before a blank or the next quote. */
function separates({ text, params }: Tag, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  const last = params.at(-1);
  return last !== undefined && (isTagSpace(next) || next === 34);
}

/**
 * Of two arguments without white space between, the first: the quote between them closes what it should open, or the
 * other way round.
 * ```
 * {{< cite "knuth "Knuth, D. E." >}}      {{< cite knuth" "Knuth, D. E." >}}
 *          ^here   ^at                             ^here   ^at
 * ```
 */
export function gluedArgument({ params }: Tag, at: number): Param | undefined {
  for (let index = 0; index + 1 < params.length; index++) {
    const first = params[index]!;
    const second = params[index + 1]!;
    const start = (second.nameRegion ?? second.region).start;
    if (first.region.end === start && start < at && (first.quote === '') !== (second.quote === ''))
      return first;
  }
  return undefined;
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
