import type { Region, SyntaxProblem } from '../../model.ts';
import { codepointName } from './hugo-characters.ts';
import { findLineEnd } from './hugo-delimiters.ts';
import { excerpt } from './hugo-edit.ts';
import type { Cause, Damage, Recovery } from './hugo-recovery.ts';
import { repair } from './hugo-repair.ts';
import type { TagError } from './hugo-tag.ts';

/**
 * The problem of a damaged tag. It is Hugo's error, at Hugo's place, except where Hugo runs on into later lines: then it
 * stands at the damage, and `data.engineOffset` says where Hugo stops. `data.cause` is one of `Cause`, `data.hint` a
 * sentence that says what to do, and `data.engine` Hugo's kind where the problem is named after its cause instead.
 */
export function tagProblem(damage: Damage, recovery: Recovery): SyntaxProblem {
  const { tag, error, delimiters } = damage;
  const { culprit, cause } = recovery;
  const { text } = tag;
  const isLater = culprit !== undefined && findLineEnd(delimiters, culprit.end) < error.region.start;
  const shown = isLater ? culprit : visibleRegion(damage, recovery);
  const fix = repair(damage, recovery);
  const point = text.codePointAt(error.region.start);
  const character = point === undefined ? '' : String.fromCodePoint(point);
  const messageId = messageFor(error.kind, cause);
  return {
    messageId,
    data: {
      name: nameFor(damage),
      cause,
      hint: HINTS[cause],
      text: excerpt(text, visibleRegion(damage, recovery)),
      character: error.kind === 'mixed-params' ? '' : character,
      codepoint: point === undefined ? '' : codepointName(point),
      ...(messageId === error.kind ? {} : { engine: error.kind }),
      ...(isLater ? { engineOffset: error.region.start } : {}),
    },
    region: shown,
    ...relatedOf(damage, recovery, isLater),
    ...(fix === undefined ? {} : { fix }),
  };
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

/** What Hugo's error covers, cut at the end of its line and at the end of the damaged tag. */
function visibleRegion({ error, delimiters }: Damage, { end }: Recovery): Region {
  const { start } = error.region;
  const limit = Math.min(error.region.end, findLineEnd(delimiters, start));
  return { start, end: Math.max(start, end > start ? Math.min(limit, end) : limit) };
}

function relatedOf(
  { error }: Damage,
  { culprit, cause }: Recovery,
  isLater: boolean,
): Pick<SyntaxProblem, 'related'> {
  if (culprit === undefined) return {};
  if (isLater) {
    const { start } = error.region;
    return {
      related: [{ region: { start, end: start }, message: 'Hugo reads on to here and reports it here.' }],
    };
  }
  const message = CULPRITS[cause];
  return message === undefined ? {} : { related: [{ region: culprit, message }] };
}

const CULPRITS: Partial<Record<Cause, string>> = {
  'swallowed-close': 'This value takes the closing delimiter with it.',
  'missing-quote': 'This argument runs over the closing delimiter of its tag.',
  'missing-close': 'This tag is not closed.',
};

/** One sentence each: what to do about it. */
const HINTS: Readonly<Record<Cause, string>> = {
  'missing-close': 'The tag has no closing delimiter.',
  'missing-character': 'The closing delimiter is incomplete.',
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
