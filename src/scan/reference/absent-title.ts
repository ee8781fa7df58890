import { readNames } from './authors.ts';
import { type Draft, skipPunctuation, trimEnd } from './draft.ts';
import { isGenreMark } from './gbt7714.ts';
import type { Head } from './head.ts';
import { COUNTRY, PLACE } from './lexicon.ts';
import { countWords, publisherLikeness } from './likeness.ts';
import type { NumberCluster } from './numbers.ts';
import { isEditionWord, startsBracketPhrase } from './phrases.ts';
import { closingBracket } from './spans.ts';
import type { TitleFinding } from './titles.ts';
import { isMark, isOneOf, type Token } from './token.ts';

/**
 * Whether the title is missing: something that can only follow a title stands where it is due. `title` is what was
 * taken for it. In doubt it is not: physicists leave titles out, so a shortened journal right after the names is fine.
 */
export function isTitleMissing(
  draft: Draft,
  head: Head,
  title: TitleFinding | undefined,
  numbers: NumberCluster | undefined,
): boolean {
  if (head.names === undefined || head.names.editors || head.names.form === 'literal') return false;
  const at = skipPunctuation(draft, head.next, draft.tokens.length);
  const token = draft.tokens[at];
  if (token === undefined) return false;
  if (
    startsContainer(draft, at) ||
    isGenreMark(draft.tokens, at) ||
    isLateBracket(draft, at) ||
    isEdition(draft.tokens, at)
  )
    return true;
  if (title === undefined || title.mark === 'quote' || title.mark === 'link') return false;
  return title.mark === 'emphasis'
    ? isContainer(draft, title, numbers)
    : isPublisher(draft, title) || isPeriodical(draft, head, title, numbers);
}

/** `In: Proceedings`, `In *Proceedings*`, `In J. G. Richardson (Ed.)`; a title may begin with “In Search of” as well. */
function startsContainer(draft: Draft, at: number): boolean {
  const { tokens } = draft;
  const next = tokens[at + 1];
  if (tokens[at]!.text !== 'In' || next === undefined) return false;
  if (isMark(next, ':') || next.emphasis >= 0) return true;
  return readNames(tokens, at + 1, tokens.length)?.editors === true;
}

/** `(3rd ed.)`, `[Doctoral dissertation]`, `(Addison-Wesley, Reading, MA, 1997)`: brackets that follow a title. */
function isLateBracket({ tokens }: Draft, at: number): boolean {
  if (!isOneOf(tokens[at], '([')) return false;
  const close = closingBracket(tokens, at);
  if (close < 0) return false;
  if (startsBracketPhrase(tokens, at + 1)) return true;
  if (tokens[at]!.text !== '(') return false;
  return isEdition(tokens, at + 1) || publisherLikeness(tokens, at + 1, close) > 1.5;
}

/** `3rd ed.`, `2. Aufl.` */
function isEdition(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.kind === 'number' && token.text.length <= 4 && isEditionWord(tokens, at + 1);
}

/** `*Bell System Technical Journal*, *27*(3), 379–423` or `*Proceedings of …*` right after the names. */
function isContainer(draft: Draft, title: TitleFinding, numbers: NumberCluster | undefined): boolean {
  const { tokens } = draft;
  const after = skipPunctuation(draft, title.next, tokens.length);
  if (/^(?:proceedings|proc)$/.test(tokens[title.from]!.lower)) return true;
  if (numbers === undefined || (numbers.from !== after && !isOneOf(tokens[after], '('))) return false;
  const located =
    numbers.volume !== undefined && (numbers.pages !== undefined || numbers.issue !== undefined);
  const paged =
    numbers.from === after && numbers.pages !== undefined && numbers.pages.to > numbers.pages.from + 1;
  return numbers.from === after && (located || paged) && !omitsTitles(draft, title);
}

/** `*Phys. Rev. Lett.* **83**, 3370 (1999)`: physicists leave the title out, and shorten the journal. */
function omitsTitles({ tokens }: Draft, title: TitleFinding): boolean {
  const counts = countWords(tokens, title.from, title.to);
  return (
    counts.shortened > 0 || counts.words > 12 || (counts.words === 1 && !isMark(tokens[title.from - 1], '.'))
  );
}

/** `Addison-Wesley.`, `Red Hat, Inc.` or `Reading, MA: Addison-Wesley`, and the end. */
function isPublisher(draft: Draft, title: TitleFinding): boolean {
  const end = trimEnd(draft, title.next, draft.tokens.length);
  return isAllPublisher(draft.tokens, title.from, Math.max(end, title.to));
}

const PUBLISHER_END =
  /^(?:press|verlag|publishing|publishers?|books|editions|éditions|sons|inc|ltd|llc|gmbh|media|house)$/;
const PUBLISHER_NAME =
  /^(?:addison-wesley|springer|springer-verlag|wiley|elsevier|routledge|o['’]reilly|mcgraw-hill|prentice-hall|pearson|norton|knopf|harpercollins|macmillan|palgrave|birkhäuser|suhrkamp|gallimard|apress|kluwer|north-holland|usenix|schuster|kaufmann|gruyter)$/;

/** Every piece between commas and colons is a publisher, a place, a country or a company; `Robot Vision` is none. */
function isAllPublisher(tokens: readonly Token[], from: number, to: number): boolean {
  let publishers = 0;
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && !isOneOf(tokens[i], ',:.') && tokens[i]!.kind !== 'number') continue;
    const counts = countWords(tokens, start, i);
    const publisher =
      isPublisherName(tokens, start, i) || /^(?:inc|ltd|llc|gmbh)$/.test(tokens[i + 1]?.lower ?? '');
    const known = publisher || isPlaceName(tokens, start, i) || counts.words === 0;
    if (!known || counts.words > 6 || counts.phrase > 0) return false;
    if (publisher) publishers++;
    start = i + 1;
  }
  return publishers > 0;
}

/** `Berlin`, `New York`, `Upper Saddle River`, `NJ`. */
function isPlaceName(tokens: readonly Token[], from: number, to: number): boolean {
  let places = 0;
  for (let i = from; i < to; i++) if ((tokens[i]!.bits & (PLACE | COUNTRY)) !== 0) places++;
  return places > 0 && to - from <= 3;
}

function isPublisherName(tokens: readonly Token[], from: number, to: number): boolean {
  if (to <= from) return false;
  const alone = to === from + 1;
  if (!alone && PUBLISHER_END.test(tokens[to - 1]!.lower)) return true;
  for (let i = from; i < to; i++) if (PUBLISHER_NAME.test(tokens[i]!.lower)) return true;
  return false;
}

/** `Shannon CE. Bell System Technical Journal. 1948;27(3):379–423.`: one piece before the volume, a periodical by its words. */
function isPeriodical(
  draft: Draft,
  head: Head,
  title: TitleFinding,
  numbers: NumberCluster | undefined,
): boolean {
  const formal = head.names!.form === 'run-on' || head.date?.bracket === '(';
  if (!formal || numbers?.volume === undefined || numbers.pages === undefined) return false;
  if (skipPunctuation(draft, title.next, draft.tokens.length) !== numbers.from) return false;
  const counts = countWords(draft.tokens, title.from, title.to);
  return counts.phrase === 0 && counts.shortened === 0 && counts.periodical > 0 && counts.words > 1;
}
