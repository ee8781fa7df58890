import { isYear } from './dates.ts';
import { type Draft, trimEnd } from './draft.ts';
import { GENRE, PLACE } from './lexicon.ts';
import { countWords, isCountry } from './likeness.ts';
import { hasOrganisationWord } from './organisations.ts';
import type { TitleFinding } from './titles.ts';
import { isMark, isOneOf, type Token, type TokenRange } from './token.ts';

/** Whether what was taken for the title is a publisher and nothing follows: `Red Hat, Inc.`, `Reading, MA: Addison-Wesley`. */
export function isPublisherAlone(draft: Draft, title: TitleFinding): boolean {
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
export function isAllPublisher(tokens: readonly Token[], from: number, to: number): boolean {
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

/** The stop of `W. W. Norton`; that of `Recipes in C. Cambridge University Press` ends a title. */
function isInitialStop(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.text !== '.' || tokens[at - 1]?.kind !== 'word') return false;
  return tokens[at - 1]!.text.length === 1 && tokens[at - 2]?.shape !== 'lower';
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
  const state = tokens[to + 1];
  return (
    state !== undefined &&
    state.shape === 'caps' &&
    state.text.length === 2 &&
    isCountry(state) &&
    countWords(tokens, from, to).phrase === 0
  );
}

/** `Berlin`, `New York`, `Upper Saddle River`, `NJ`, `St. Louis`; in `Causality. Cambridge` a title comes before the place. */
function isPlaceName(tokens: readonly Token[], from: number, to: number): boolean {
  let places = 0;
  for (let i = from; i < to; i++) {
    if (isPlaceWord(tokens[i]!)) places++;
    if (isMark(tokens[i], '.') && i > from && i + 1 < to && tokens[i - 1]!.text.length > 2) return false;
  }
  return to - from <= 3 && (places > 0 || isBeforeState(tokens, from, to));
}

function isPlaceWord(token: Token): boolean {
  return ((token.bits & PLACE) !== 0 && token.shape !== 'lower') || isCountry(token);
}

/** `MIT Press`, `W. W. Norton`, `John Murray Publishers`; a piece with an article is a title. */
function isPublisherName(tokens: readonly Token[], from: number, to: number): boolean {
  if (to <= from || to - from > 8 || tokens.slice(from, to).some((token) => isOneOf(token, '()[]')))
    return false;
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
