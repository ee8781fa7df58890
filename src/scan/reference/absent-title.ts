import { readNames } from './authors.ts';
import { isYear } from './dates.ts';
import { type Draft, hasDateWithin, skipPunctuation, trimEnd } from './draft.ts';
import { isGenreMark } from './gbt7714.ts';
import type { Head } from './head.ts';
import { GENRE, GIVEN, PLACE, VOLUME_LABEL } from './lexicon.ts';
import { countWords, isCountry, publisherLikeness } from './likeness.ts';
import type { NumberCluster } from './numbers.ts';
import { hasOrganisationWord } from './organisations.ts';
import { isEditionWord, startsBracketPhrase } from './phrases.ts';
import { closingBracket } from './spans.ts';
import type { TitleFinding } from './titles.ts';
import { isMark, isOneOf, type Token, type TokenRange } from './token.ts';

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
  if (head.names === undefined || head.names.editors || !areCertain(draft, head)) return false;
  if (isAddressNext(draft, head)) return true;
  const at = skipPunctuation(draft, head.next, draft.tokens.length);
  const token = draft.tokens[at];
  if (token === undefined) return head.date?.bracket === '(' && head.names.form === 'inverted';
  if (
    startsContainer(draft, at) ||
    isGenreMark(draft.tokens, at) ||
    isLateBracket(draft, head, at) ||
    isEdition(draft.tokens, at)
  )
    return true;
  if (title === undefined || title.mark === 'quote' || title.mark === 'link') return false;
  if (isSiteName(draft.tokens, title)) return true;
  return title.mark === 'emphasis'
    ? isContainer(draft, head, title, numbers)
    : isPublisher(draft, title) || isPeriodical(draft, head, title, numbers);
}

/**
 * Names that cannot be words of a title: with initials, inverted, or more than one. `Learning SQL. O’Reilly, 2009` and
 * `Kubernetes Documentation (2023). https://…` are no names, though they look like two.
 */
function areCertain({ tokens, dates }: Draft, { names: list, date }: Head): boolean {
  const { form, names, from } = list!;
  switch (form) {
    case 'literal':
    case 'cjk':
      return false;
    case 'run-on':
      return (
        names.length > 1 || dates.some((d) => isMark(tokens[d.from - 1], ';') || isMark(tokens[d.to], ';'))
      );
    case 'direct-full':
      return (
        names.length > 1 ||
        (tokens[from]!.bits & GIVEN) !== 0 ||
        (date?.bracket === '' && isMark(tokens[date.to], '.'))
      );
    default:
      return true;
  }
}

/** `Knuth, D. E. (1997). https://…`, `Liu, Y., et al. arXiv:1907.11692`; physicists cite `D. Ponton, arXiv:…` so. */
function isAddressNext({ tokens, taken }: Draft, { next, names: list, date }: Head): boolean {
  const { form, names } = list!;
  const inverted = form === 'inverted' || form === 'inverted-full';
  if (!inverted && (date === undefined || names.length < 2)) return false;
  let i = next;
  while (isOneOf(tokens[i], '.,:;')) i++;
  return i < tokens.length && taken[i] === 1;
}

/** `arXiv`, `paulgraham.com`: where a work is read is no title. */
function isSiteName(tokens: readonly Token[], { from, to }: TitleFinding): boolean {
  if (to === from + 1) return tokens[from]!.lower === 'arxiv';
  const unbroken =
    to - from >= 3 &&
    to - from <= 7 &&
    /^(?:com|org|net|io|edu|dev|me|info|blog)$/.test(tokens[to - 1]!.lower);
  for (let i = from + 1; unbroken && i < to; i++) if (tokens[i]!.spaced) return false;
  return unbroken;
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
function isLateBracket(draft: Draft, head: Head, at: number): boolean {
  const { tokens } = draft;
  if (!isOneOf(tokens[at], '([')) return false;
  const close = closingBracket(tokens, at);
  if (close < 0) return false;
  if (startsBracketPhrase(tokens, at + 1)) return true;
  if (tokens[at]!.text !== '(') return false;
  if (head.date === undefined && hasDateWithin(draft, at, close)) return true;
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
  const after = skipPunctuation(draft, title.next, tokens.length);
  if (numbers?.from !== after) return false;
  const located =
    numbers.volume !== undefined && (numbers.pages !== undefined || numbers.issue !== undefined);
  const paged = numbers.pages !== undefined && numbers.pages.to > numbers.pages.from + 1;
  return (located || paged) && (isLabelled(tokens, after) || !omitsTitle(draft, head, title));
}

/** `vol. 220`: styles that label the volume print titles. */
function isLabelled(tokens: readonly Token[], at: number): boolean {
  return (tokens[at]!.bits & VOLUME_LABEL) !== 0;
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
  const end = trimEnd(draft, title.to, tokens.length);
  return isAllPublisher(tokens, title.from, end) || isPlaceAndHouse(tokens, title, end);
}

const PUBLISHER_END =
  /^(?:press|verlag|publishing|publishers?|books|editions|éditions|sons|inc|ltd|llc|gmbh|media|house)$/;
const PUBLISHER_START = /^(?:éditions|editorial|edizioni|university|universität|librairie|presses|verlag)$/;
const PUBLISHER_NAMES: ReadonlySet<string> = new Set(
  (
    "addison-wesley springer springer-verlag wiley elsevier routledge o'reilly o’reilly mcgraw-hill prentice prentice-hall " +
    'pearson norton knopf harpercollins macmillan palgrave birkhäuser suhrkamp gallimard apress kluwer north-holland usenix ' +
    'schuster kaufmann gruyter blackwell mohr siebeck niemeyer hutchinson atheneum pantheon doubleday viking verso heinemann ' +
    'methuen longman faber bloomsbury penguin einaudi mondadori bompiani feltrinelli seuil flammarion fayard plon payot ' +
    'mouton mifflin harcourt giroux bantam ballantine freeman scribner rowohlt klostermann vieweg teubner'
  ).split(' '),
);

/**
 * Every piece between commas and colons is a publisher, a place, a country or a company; `Robot Vision` is none. With a
 * genre such as “Doctoral dissertation” among them an institution will do for a publisher.
 */
function isAllPublisher(tokens: readonly Token[], from: number, to: number): boolean {
  let publishers = 0;
  let institutions = 0;
  let genres = 0;
  for (const { from: start, to: end } of piecesOf(tokens, from, to)) {
    if (isPublisherName(tokens, start, end) || isCompany(tokens[start]) || isCompany(tokens[end + 1]))
      publishers++;
    else if (isGenre(tokens, start, end)) genres++;
    else if (hasOrganisationWord(tokens, start, end) && end - start <= 7) institutions++;
    else if (!isPlaceName(tokens, start, end)) return false;
  }
  return genres > 0 ? publishers + institutions > 0 : publishers > 0 && institutions === 0;
}

function piecesOf(tokens: readonly Token[], from: number, to: number): TokenRange[] {
  const pieces: TokenRange[] = [];
  let start = from;
  for (let i = from; i <= to; i++) {
    const ends =
      i >= to || tokens[i]!.kind === 'number' || (isOneOf(tokens[i], ',:;.') && !isInitialStop(tokens, i));
    if (!ends) continue;
    if (i > start) pieces.push({ from: start, to: i });
    start = i + 1;
  }
  return pieces;
}

/** `Doctoral dissertation`, `Technical Report`, `Summary Report AFOSR-3223`, and the number alone. */
function isGenre(tokens: readonly Token[], from: number, to: number): boolean {
  let digits = false;
  let genre = false;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if ((token.bits & GENRE) !== 0) genre = true;
    else if (token.kind === 'number') digits = true;
    else if (token.shape !== 'caps' && !isMark(token, '-')) return false;
  }
  return genre || (digits && to - from <= 5);
}

/** The stop of `W. W. Norton`. */
function isInitialStop(tokens: readonly Token[], at: number): boolean {
  return tokens[at]!.text === '.' && tokens[at - 1]?.kind === 'word' && tokens[at - 1]!.text.length === 1;
}

/** `New York: Harper and Brothers`: a known place, a colon, and names without an article; not `London: The Biography`. */
function isPlaceAndHouse(tokens: readonly Token[], { from }: TitleFinding, end: number): boolean {
  let colon = from;
  while (colon < end && !isMark(tokens[colon], ':')) colon++;
  if (colon >= end || end - colon > 8 || !isAllPlaces(tokens, from, colon)) return false;
  for (let i = colon + 1; i < end; i++) if (!isHouseWord(tokens[i]!)) return false;
  return true;
}

function isHouseWord(token: Token): boolean {
  if (isOneOf(token, ',;&') || isYear(token)) return true;
  if (token.kind !== 'word' || /^(?:The|A|An)$/.test(token.text)) return false;
  return token.shape !== 'lower' || /^(?:and|und|et)$/.test(token.text);
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

function endsPiece(token: Token | undefined): boolean {
  return token === undefined || isOneOf(token, ':.;');
}

/** `Urbana, IL:`, `Boca Raton, FL.`: a name before two capitals. */
function isBeforeState(tokens: readonly Token[], from: number, to: number): boolean {
  if (to === from || !isMark(tokens[to], ',') || !endsPiece(tokens[to + 2])) return false;
  const state = tokens[to + 1]!;
  return (
    state.shape === 'caps' &&
    state.text.length === 2 &&
    isCountry(state) &&
    countWords(tokens, from, to).phrase === 0
  );
}

/** `Berlin`, `New York`, `Upper Saddle River`, `NJ`. */
function isPlaceName(tokens: readonly Token[], from: number, to: number): boolean {
  let places = 0;
  for (let i = from; i < to; i++) if (isPlaceWord(tokens[i]!)) places++;
  return to - from <= 3 && (places > 0 || isBeforeState(tokens, from, to));
}

function isPlaceWord(token: Token): boolean {
  return ((token.bits & PLACE) !== 0 && token.shape !== 'lower') || isCountry(token);
}

/** `MIT Press`, `W. W. Norton`, `John Murray Publishers`; a piece with an article is a title. */
function isPublisherName(tokens: readonly Token[], from: number, to: number): boolean {
  if (to <= from || to - from > 8) return false;
  if (
    to > from + 1 &&
    (PUBLISHER_END.test(tokens[to - 1]!.lower) || PUBLISHER_START.test(tokens[from]!.lower))
  )
    return countWords(tokens, from, to).phrase === 0;
  let known = false;
  for (let i = from; i < to; i++) {
    if (/^(?:[Tt]he|a|[Aa]n|in|for|to|on|at)$/.test(tokens[i]!.text)) return false;
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
    counts.phrase === 0 && counts.shortened === 0 && (counts.periodical > 0 || head.names!.form === 'run-on')
  );
}
