import type { Region, SyntaxProblem } from '../../../model.ts';
import type { Cause } from './cause.ts';
import { codepointName, isTagSpace } from './characters.ts';
import { findLineEnd } from './delimiters.ts';
import { excerpt } from './edit.ts';
import { missingQuote } from './quote-repair.ts';
import type { Damage, Recovery } from './recovery.ts';
import { repair } from './repair.ts';
import type { TagError } from './tag.ts';

/**
 * The problem of a damaged tag: Hugo's error, at the damage. Hugo often stops behind it, sometimes in another tag; where
 * the two differ `data.engineOffset` says where Hugo stops. `data.cause` is one of `Cause`, `data.hint` a sentence that
 * says what to do, and `data.engine` Hugo's kind where the problem is named after its cause instead.
 */
export function tagProblem(damage: Damage, recovery: Recovery): SyntaxProblem {
  const { tag, error } = damage;
  const { cause } = recovery;
  const { text } = tag;
  const fix = repair(damage, recovery);
  const quote = cause === 'missing-quote' ? missingQuote(damage, recovery, fix) : undefined;
  const slash = slashInside(damage, cause);
  const curly = cause === 'curly-quotes' ? fix?.edits[0]?.region : undefined;
  const region = quote?.argument ?? slash ?? curly ?? placeOf(damage, recovery);
  const point = text.codePointAt((slash ?? error.region).start);
  const character = point === undefined ? '' : String.fromCodePoint(point);
  const messageId = slash === undefined ? messageFor(error.kind, cause) : 'unrecognized-char';
  return {
    messageId,
    data: {
      name: slash === undefined ? nameFor(damage) : tag.name,
      cause,
      hint: HINTS[cause],
      text: excerpt(text, quote?.argument ?? visibleRegion(damage, recovery)),
      character: error.kind === 'mixed-params' ? '' : character,
      codepoint: point === undefined ? '' : codepointName(point),
      ...(quote === undefined ? {} : { side: quote.side }),
      ...(messageId === error.kind ? {} : { engine: error.kind }),
      ...(region.start === error.region.start ? {} : { engineOffset: error.region.start }),
    },
    region,
    ...relatedOf(damage, region),
    ...(fix === undefined ? {} : { fix }),
  };
}

/**
 * The slash of a bare argument: Hugo takes it for the end of the tag, and what follows for another name.
 * ```
 * {{< doi 10.1145/363235.363259 >}}
 *                ^
 * ```
 */
function slashInside({ tag, error }: Damage, cause: Cause): Region | undefined {
  const { slash, nameStart, text } = tag;
  const isName = error.kind === 'close-mismatch' || error.kind === 'period-in-name';
  if (!isName || cause !== 'needs-quotes' || slash <= nameStart) return undefined;
  const isGlued = !isTagSpace(text.charCodeAt(slash - 1)) && !isTagSpace(text.charCodeAt(slash + 1));
  return isGlued ? { start: slash, end: slash + 1 } : undefined;
}

/** Hugo's kind, except where its cause is another: curly quotes, and a tag that is not closed but stops at a name. */
function messageFor(kind: TagError['kind'], cause: Cause): string {
  if (cause === 'curly-quotes') return 'curly-quoted-argument';
  const isUnclosed =
    cause === 'missing-close' || cause === 'missing-character' || cause === 'split-delimiter';
  const stopsAtName = kind.startsWith('close-') || kind === 'bad-escape' || kind === 'period-in-name';
  return isUnclosed && stopsAtName ? 'unclosed-action' : kind;
}

/** The name a message needs: of a closing tag that matches nothing the word Hugo took for a name. */
function nameFor({ tag, error }: Damage): string {
  if (error.kind === 'close-mismatch' && tag.nameStart < error.region.start)
    return tag.text.slice(error.region.start, error.region.end);
  return error.kind === 'close-none-open' && tag.nameStart < tag.slash ? '/' : tag.name;
}

/** What the reader has to look at: the value that took the delimiter, the tag without one, or what Hugo stumbles over. */
function placeOf(damage: Damage, recovery: Recovery): Region {
  const { culprit, cause, end } = recovery;
  if (culprit === undefined) return visibleRegion(damage, recovery);
  const { text } = damage.tag;
  if (cause !== 'missing-character') return { start: culprit.start, end: lastVisible(text, culprit, end) };
  let start = culprit.end;
  while (start > culprit.start && '>%}'.includes(text.charAt(start - 1))) start -= 1;
  return { start, end: culprit.end };
}

/** The end of a region, cut at the end of the tag and at the end of its own first line. */
function lastVisible(text: string, { start, end }: Region, limit: number): number {
  const last = Math.min(end, Math.max(limit, start));
  // Not in the whole text, whose only line may be a megabyte long.
  const lineEnd = text.slice(start, last).indexOf('\n');
  return lineEnd === -1 ? last : start + lineEnd;
}

/** What Hugo's error covers, cut at the end of its line and at the end of the damaged tag. */
function visibleRegion({ error, delimiters }: Damage, { end }: Recovery): Region {
  const { start } = error.region;
  const limit = Math.min(error.region.end, findLineEnd(delimiters, start));
  return { start, end: Math.max(start, end > start ? Math.min(limit, end) : limit) };
}

/** Where Hugo reports the problem, if that is on another line. */
function relatedOf({ error, delimiters }: Damage, region: Region): Pick<SyntaxProblem, 'related'> {
  const { start } = error.region;
  if (findLineEnd(delimiters, region.end) >= start) return {};
  return {
    related: [{ region: { start, end: start }, message: 'Hugo reads on to here and reports it here.' }],
  };
}

/** One sentence each: what to do about it. */
const HINTS: Readonly<Record<Cause, string>> = {
  'missing-close': 'Its closing delimiter is missing.',
  'missing-character': 'Its closing delimiter is incomplete.',
  'wrong-delimiter': 'A tag that opens with {{< closes with >}}, and {{% with %}}.',
  'split-delimiter': 'The closing delimiter must not contain blanks.',
  'swallowed-close': 'An unquoted value runs to the next blank, so put one before the closing delimiter.',
  'missing-quote': 'A quote is missing.',
  'escaped-quote': 'The backslash makes the closing quote a part of the text.',
  'line-break': 'A quoted argument ends on its line; only a `raw` one runs over lines.',
  'curly-quotes': 'Only the straight quote " quotes an argument.',
  'single-quotes': 'Only the straight double quote " quotes an argument.',
  separator: 'Arguments are separated by blanks alone.',
  'spaced-escape': 'An escape is written {{</* … */>}}, without blanks.',
  'invisible-character':
    'It looks like a blank or like nothing, but Hugo takes it for a part of the argument.',
  'html-entity': 'Hugo does not decode HTML entities here.',
  'needs-quotes': 'Put the argument in straight double quotes.',
  other: 'Outside quotes only letters, digits, _, - and . may stand in an argument.',
};
