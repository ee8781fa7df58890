import { endOfSegment } from './container-ends.ts';
import { type Draft, nextDate, skipDates, take, trimEnd } from './draft.ts';
import { PLACE } from './lexicon.ts';
import { countWords, isCountry, type WordCounts } from './likeness.ts';
import { hasOrganisationWord } from './organisations.ts';
import { isOneOf, type Token, type TokenRange } from './token.ts';

/** Publisher and place, as tokens. */
export interface PublisherFinding {
  readonly publisher?: TokenRange;
  readonly place?: TokenRange;
  /** Written `place: publisher`. */
  readonly colon?: boolean;
}

/** A piece of the rest between two marks. */
interface Segment extends TokenRange {
  /** The mark after it. */
  readonly mark: string;
  /** The mark before it. */
  readonly before: string;
  readonly counts: WordCounts;
}

/** Most pieces that are looked at: a reference has three or four. */
const MOST_SEGMENTS = 12;

/** Reads publisher and place after `from` and takes them; `expected` says that a publisher is due without further evidence. */
export function readPublisher(draft: Draft, from: number, expected: boolean): PublisherFinding {
  const segments = joinCompanies(draft.tokens, split(draft, from));
  if (segments.length === 0) return {};
  const found = readPlaceColonPublisher(segments) ?? readSequence(draft.tokens, segments, expected);
  for (const part of [found.publisher, found.place]) if (part !== undefined) take(draft, part.from, part.to);
  return found;
}

// ---- pieces ----

function split(draft: Draft, from: number): Segment[] {
  const { tokens } = draft;
  const segments: Segment[] = [];
  for (let i = skip(draft, from); i < tokens.length && segments.length < MOST_SEGMENTS; ) {
    let to = endOfSegment(draft, i);
    to = Math.min(to, nextDate(draft, i)?.from ?? to);
    const end = trimEnd(draft, i, to);
    if (end > i) {
      const counts = countWords(tokens, i, end);
      segments.push({
        from: i,
        to: end,
        mark: tokens[to]?.text ?? '',
        before: tokens[i - 1]?.text ?? '',
        counts,
      });
    }
    i = skip(draft, Math.max(to, i + 1));
  }
  return segments;
}

/** Passes over punctuation, brackets, quotes and dates. */
function skip(draft: Draft, from: number): number {
  return skipDates(
    draft,
    from,
    (token) => token.kind === 'open-quote' || token.kind === 'close-quote' || isOneOf(token, '()[]"'),
  );
}

/** `Red Hat, Inc.`, `Farrar, Straus and Giroux`: what stands after the comma belongs to the publisher's name. */
function joinCompanies(tokens: readonly Token[], segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    if (
      last !== undefined &&
      segment.before === ',' &&
      (isCompany(tokens, segment) || isPartner(tokens, last, segment))
    ) {
      joined[joined.length - 1] = {
        ...last,
        to: segment.to,
        mark: segment.mark,
        counts: countWords(tokens, last.from, segment.to),
      };
    } else joined.push(segment);
  }
  return joined;
}

function isCompany(tokens: readonly Token[], { from, to }: Segment): boolean {
  return to - from === 1 && /^(?:inc|ltd|llc|gmbh|co|corp|limited|ag|plc|bv|sa)$/.test(tokens[from]!.lower);
}

/** `Little, Brown` and `Holt, Rinehart and Winston`, not `Springer, Berlin`. */
function isPartner(tokens: readonly Token[], last: Segment, { from, to, counts }: Segment): boolean {
  if (last.to - last.from > 2 || counts.place > 0) return false;
  if (to - from === 1 && /^(?:little|harcourt|houghton|holt)$/.test(tokens[last.from]!.lower)) {
    return /^(?:brown|brace|mifflin)$/.test(tokens[from]!.lower);
  }
  if (to - from !== 3 || last.counts.place > 0) return false;
  const joined = tokens[from + 1]!.text === 'and' || tokens[from + 1]!.text === '&';
  return joined && tokens[from]!.shape === 'capital' && tokens[from + 2]!.shape === 'capital';
}

// ---- which is which? ----

/** `Reading, MA: Addison-Wesley`; also turned round, `Hamish Hamilton: London`. */
function readPlaceColonPublisher(segments: readonly Segment[]): PublisherFinding | undefined {
  for (let s = 0; s + 1 < segments.length; s++) {
    const segment = segments[s]!;
    const next = segments[s + 1]!;
    const { counts } = segment;
    if (segment.mark !== ':' || next.before !== ':' || counts.phrase > 0 || counts.words > 5) continue;
    const swapped = counts.publisher > 0 && counts.place === 0 && next.counts.place > 0;
    if (swapped) return { publisher: rangeOf(segment), place: rangeOf(next) };
    return {
      place: { from: startOfPlace(segments, s), to: segment.to },
      publisher: rangeOf(next),
      colon: true,
    };
  }
  return undefined;
}

/** The city before `MA` or `UK`. */
function startOfPlace(segments: readonly Segment[], index: number): number {
  const { before, counts, from } = segments[index]!;
  const city = segments[index - 1];
  const state = before === ',' && counts.words <= 2 && (counts.country > 0 || counts.place === 0);
  return state && city !== undefined && city.counts.phrase === 0 ? city.from : from;
}

/** `Springer, Berlin`, `Berlin, Springer`, `Oxford University Press`. */
function readSequence(
  tokens: readonly Token[],
  segments: readonly Segment[],
  expected: boolean,
): PublisherFinding {
  const found: { publisher?: TokenRange; place?: TokenRange } = {};
  let afterPublisher = false;
  let named: TokenRange | undefined;
  // `Design Patterns. Elements of Reusable Object-Oriented Software. Addison-Wesley`: who is known publishes.
  const isKnown = segments.some(({ counts }) => counts.publisher > 0);
  for (const segment of segments) {
    const { counts, before } = segment;
    if (counts.words === 0 || counts.words > 9 || counts.phrase > 1) continue;
    const local = counts.country > 0 || counts.place > 0;
    const house = counts.publisher > 0 || (expected && hasOrganisationWord(tokens, segment.from, segment.to));
    if (house && found.publisher === undefined) found.publisher = rangeOf(segment);
    else if (counts.place > 0 && found.place === undefined) found.place = rangeOf(segment);
    else if (local && found.place !== undefined && before === ',')
      found.place = { from: found.place.from, to: segment.to };
    else if (expected && !isKnown && found.publisher === undefined) found.publisher = rangeOf(segment);
    else if (expected && found.place === undefined && before === ',' && counts.words <= 2 && afterPublisher) {
      found.place = rangeOf(segment);
    }
    afterPublisher = counts.publisher > 0;
    if (expected && isNamedAfterPlace(tokens, segment)) named ??= rangeOf(segment);
  }
  if (found.publisher === undefined && named !== undefined && found.place?.from === named.from)
    return { publisher: named };
  return found;
}

/** `Stanford InfoLab`: what ends in another word is no place. */
function isNamedAfterPlace(tokens: readonly Token[], { from, to, counts }: Segment): boolean {
  const first = tokens[from]!;
  const last = tokens[to - 1]!;
  if (counts.words < 2 || (first.bits & PLACE) === 0 || FIRST_OF_SEVERAL.test(first.lower)) return false;
  return last.kind === 'word' && !isPlaceWord(last);
}

/** Upper Saddle River, Thousand Oaks, Hong Kong. */
const FIRST_OF_SEVERAL =
  /^(?:upper|thousand|hong|buenos|rio|newbury|redwood|englewood|menlo|frankfurt|freiburg|halle)$/;

function isPlaceWord(token: Token): boolean {
  return (token.bits & PLACE) !== 0 || isCountry(token);
}

function rangeOf({ from, to }: Segment): TokenRange {
  return { from, to };
}
