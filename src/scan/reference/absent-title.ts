import { type NameList, readNames } from './authors.ts';
import { type Draft, skipPunctuation, trimEnd } from './draft.ts';
import { isGenreMark } from './gbt7714.ts';
import type { Head } from './head.ts';
import { COUNTRY, GIVEN, PLACE } from './lexicon.ts';
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
  if (head.names === undefined || head.names.editors || !areCertain(draft.tokens, head.names)) return false;
  if (isAddressNext(draft, head)) return true;
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
  if (title.to === title.from + 1 && draft.tokens[title.from]!.lower === 'arxiv') return true;
  return title.mark === 'emphasis'
    ? isContainer(draft, head, title, numbers)
    : isPublisher(draft, title) || isPeriodical(draft, head, title, numbers);
}

/** Names that cannot be words of a title: with initials, inverted, more than one, or with a well-known given name. */
function areCertain(tokens: readonly Token[], { form, names, from }: NameList): boolean {
  if (form === 'literal' || form === 'cjk') return false;
  return form !== 'direct-full' || names.length > 1 || (tokens[from]!.bits & GIVEN) !== 0;
}

/** `Knuth, D. E. (1997). https://…`, `Liu, Y., et al. arXiv:1907.11692`; physicists cite `D. Ponton, arXiv:…` so. */
function isAddressNext({ tokens, taken }: Draft, { next, names }: Head): boolean {
  if (names!.form === 'direct' || names!.form === 'direct-full') return false;
  let i = next;
  while (isOneOf(tokens[i], '.,:;')) i++;
  return i < tokens.length && taken[i] === 1;
}

/** `In: Proceedings`, `in *Proceedings*`, `In J. G. Richardson (Ed.)`; a title may begin with “In Search of” as well. */
function startsContainer(draft: Draft, at: number): boolean {
  const { tokens } = draft;
  const next = tokens[at + 1];
  if (!/^[Ii]n$/.test(tokens[at]!.text) || next === undefined) return false;
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
function isContainer(
  draft: Draft,
  head: Head,
  title: TitleFinding,
  numbers: NumberCluster | undefined,
): boolean {
  const { tokens } = draft;
  if (/^(?:proceedings|proc)$/.test(tokens[title.from]!.lower)) return true;
  if (numbers?.from !== skipPunctuation(draft, title.next, tokens.length)) return false;
  const located =
    numbers.volume !== undefined && (numbers.pages !== undefined || numbers.issue !== undefined);
  const paged = numbers.pages !== undefined && numbers.pages.to > numbers.pages.from + 1;
  return (located || paged) && !omitsTitle(draft, head, title);
}

/** `*Phys. Rev. Lett.* **83**, 3370 (1999)`: physicists leave the title out, shorten the journal and put the year last. */
function omitsTitle({ tokens }: Draft, { date }: Head, title: TitleFinding): boolean {
  if (date !== undefined && !isMark(tokens[date.to], ',')) return false;
  const counts = countWords(tokens, title.from, title.to);
  return (
    counts.shortened > 0 || counts.words > 12 || (counts.words === 1 && !isMark(tokens[title.from - 1], '.'))
  );
}

/** `Addison-Wesley.`, `Red Hat, Inc.` or `Reading, MA: Addison-Wesley`, and the end. */
function isPublisher(draft: Draft, title: TitleFinding): boolean {
  const { tokens } = draft;
  const end = Math.max(trimEnd(draft, title.next, tokens.length), title.to);
  return isAllPublisher(tokens, title.from, end) || isPlaceAndHouse(tokens, title, end);
}

const PUBLISHER_END =
  /^(?:press|verlag|publishing|publishers?|books|editions|éditions|sons|inc|ltd|llc|gmbh|media|house)$/;
const PUBLISHER_NAMES: ReadonlySet<string> = new Set(
  (
    "addison-wesley springer springer-verlag wiley elsevier routledge o'reilly o’reilly mcgraw-hill prentice prentice-hall " +
    'pearson norton knopf harpercollins macmillan palgrave birkhäuser suhrkamp gallimard apress kluwer north-holland usenix ' +
    'schuster kaufmann gruyter blackwell mohr siebeck niemeyer hutchinson atheneum pantheon doubleday viking verso heinemann ' +
    'methuen longman faber bloomsbury penguin einaudi mondadori bompiani feltrinelli seuil flammarion fayard plon payot ' +
    'mouton mifflin harcourt giroux bantam ballantine freeman scribner rowohlt klostermann vieweg teubner'
  ).split(' '),
);

/** Every piece between commas and colons is a publisher, a place, a country or a company; `Robot Vision` is none. */
function isAllPublisher(tokens: readonly Token[], from: number, to: number): boolean {
  let publishers = 0;
  let start = from;
  for (let i = from; i <= to; i++) {
    if (i < to && (!isOneOf(tokens[i], ',:;.') || isInitialStop(tokens, i)) && tokens[i]!.kind !== 'number')
      continue;
    const publisher =
      isPublisherName(tokens, start, i) || isCompany(tokens[start]) || isCompany(tokens[i + 1]);
    if (!publisher && start < i && !isPlaceName(tokens, start, i)) return false;
    if (publisher) publishers++;
    start = i + 1;
  }
  return publishers > 0;
}

/** The stop of `W. W. Norton`. */
function isInitialStop(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.text === '.' && tokens[at - 1]?.text.length === 1;
}

/** `New York: Harper and Brothers`: a known place, a colon, and names without an article; not `London: The Biography`. */
function isPlaceAndHouse(tokens: readonly Token[], title: TitleFinding, end: number): boolean {
  let colon = title.from;
  while (colon < title.to && !isMark(tokens[colon], ':')) colon++;
  if (
    colon >= title.to ||
    end > title.to + 3 ||
    title.to - colon > 5 ||
    !isAllPlaces(tokens, title.from, colon)
  )
    return false;
  for (let i = colon + 1; i < title.to; i++) {
    const { shape, text, kind } = tokens[i]!;
    if (
      kind !== 'word' ||
      !(shape === 'capital' || /^(?:and|&|und|et)$/.test(text)) ||
      /^(?:The|A|An)$/.test(text)
    )
      return false;
  }
  return true;
}

function isAllPlaces(tokens: readonly Token[], from: number, to: number): boolean {
  for (let start = from, i = from; i <= to; i++) {
    if (i < to && !isMark(tokens[i], ',')) continue;
    if (!isPlaceName(tokens, start, i)) return false;
    start = i + 1;
  }
  return true;
}

function isCompany(token: Token | undefined): boolean {
  return /^(?:inc|ltd|llc|gmbh)$/.test(token?.lower ?? '');
}

/** `Urbana, IL:`, `Boca Raton, FL:`: a name before two capitals and a colon. */
function isBeforeState(tokens: readonly Token[], from: number, to: number): boolean {
  if (to === from || !isMark(tokens[to], ',') || !isMark(tokens[to + 2], ':')) return false;
  const state = tokens[to + 1]!;
  return (
    state.shape === 'caps' &&
    state.text.length === 2 &&
    (state.bits & COUNTRY) !== 0 &&
    countWords(tokens, from, to).phrase === 0
  );
}

/** `Berlin`, `New York`, `Upper Saddle River`, `NJ`. */
function isPlaceName(tokens: readonly Token[], from: number, to: number): boolean {
  let places = 0;
  for (let i = from; i < to; i++)
    if ((tokens[i]!.bits & (PLACE | COUNTRY)) !== 0 && tokens[i]!.shape !== 'lower') places++;
  return to - from <= 3 && (places > 0 || isBeforeState(tokens, from, to));
}

/** `MIT Press`, `W. W. Norton`, `John Murray Publishers`; a piece with an article is a title. */
function isPublisherName(tokens: readonly Token[], from: number, to: number): boolean {
  if (to <= from || to - from > 8) return false;
  if (to > from + 1 && PUBLISHER_END.test(tokens[to - 1]!.lower))
    return countWords(tokens, from, to).phrase === 0;
  let known = false;
  for (let i = from; i < to; i++) {
    if (/^(?:the|a|an|in|for|to|on|at)$/.test(tokens[i]!.lower)) return false;
    known ||= PUBLISHER_NAMES.has(tokens[i]!.lower) || tokens[i]!.lower === 'university';
  }
  return known && to - from <= 7;
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
  return (
    counts.phrase === 0 &&
    counts.shortened === 0 &&
    (counts.periodical > 0 || head.names!.form === 'run-on') &&
    counts.words > 1
  );
}
