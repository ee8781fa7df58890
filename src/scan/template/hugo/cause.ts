import type { Param } from '../../../model.ts';
import { isTagSpace } from './characters.ts';
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

/** What is wrong with a tag whose closing delimiter is there, told by the character Hugo stopped at. */
export function causeInside(tag: Tag, error: TagError, closer: number): Cause {
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

/** Whether a text ends in a curly quote that nothing in it opened: meant to end the argument. */
export function endsInCurlyQuote(content: string): boolean {
  return /[”’»]$/.test(content) && !/[“‘«„‚]/.test(content);
}
