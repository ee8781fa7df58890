import { endOfSegment } from './containers.ts';
import type { DateFinding } from './dates.ts';
import { type Draft, skipPunctuation, take, trimEnd } from './draft.ts';
import { countWords } from './likeness.ts';
import type { NumberRange } from './numbers.ts';

/** Publisher and place, as tokens. */
export interface PublisherFinding {
  readonly publisher?: NumberRange;
  readonly place?: NumberRange;
  /** Written `place: publisher`. */
  readonly colon?: boolean;
}

interface Segment extends NumberRange {
  /** The mark after it. */
  readonly mark: string;
  /** The mark before it. */
  readonly before: string;
}

/** Reads publisher and place between `from` and `limit` and takes them; `expected` says that a publisher is due without further evidence. */
export function readPublisher(
  draft: Draft,
  from: number,
  limit: number,
  dates: readonly DateFinding[],
  expected: boolean,
): PublisherFinding {
  const segments = joinCompanies(draft, split(draft, from, limit, dates));
  const found = placeColonPublisher(draft, segments) ?? inSequence(draft, segments, expected);
  for (const part of [found.publisher, found.place]) if (part !== undefined) take(draft, part.from, part.to);
  return found;
}

function split(draft: Draft, from: number, limit: number, dates: readonly DateFinding[]): Segment[] {
  const segments: Segment[] = [];
  let i = from;
  while (i < limit && segments.length < 12) {
    i = skipTo(draft, i, limit, dates);
    if (i >= limit) break;
    let to = endOfSegment(draft, i, limit);
    for (const date of dates) if (date.from >= i && date.from < to) to = date.from;
    if (to <= i) {
      i++;
      continue;
    }
    const end = trimEnd(draft, i, to);
    if (end > i)
      segments.push({
        from: i,
        to: end,
        mark: draft.tokens[to]?.text ?? '',
        before: draft.tokens[i - 1]?.text ?? '',
      });
    i = to;
  }
  return segments;
}

/** `Red Hat, Inc.`, `Farrar, Straus and Giroux`: what stands after the comma belongs to the publisher's name. */
function joinCompanies(draft: Draft, segments: readonly Segment[]): Segment[] {
  const joined: Segment[] = [];
  for (const segment of segments) {
    const last = joined.at(-1);
    const belongs = last !== undefined && segment.before === ',' && (isCompany(draft, segment) || isPartner(draft, last, segment));
    if (belongs) joined[joined.length - 1] = { ...last, to: segment.to, mark: segment.mark };
    else joined.push(segment);
  }
  return joined;
}

function isCompany(draft: Draft, { from, to }: Segment): boolean {
  return to - from === 1 && /^(?:inc|ltd|llc|gmbh|co|corp|limited|ag|plc|bv|sa)$/i.test(draft.tokens[from]!.text);
}

/** `Little, Brown` and `Holt, Rinehart and Winston`, not `Springer, Berlin`. */
function isPartner(draft: Draft, last: Segment, { from, to }: Segment): boolean {
  const { tokens } = draft;
  if (last.to - last.from > 2 || countWords(tokens, from, to).place > 0) return false;
  const first = tokens[last.from]!.text;
  if (/^(?:little|harcourt|houghton|holt)$/i.test(first) && to - from === 1) return /^(?:brown|brace|mifflin)$/i.test(tokens[from]!.text);
  if (to - from !== 3 || countWords(tokens, last.from, last.to).place > 0) return false;
  return /^(?:and|&)$/.test(tokens[from + 1]!.text) && tokens[from]!.shape === 'capital' && tokens[from + 2]!.shape === 'capital';
}

function skipTo(draft: Draft, from: number, limit: number, dates: readonly DateFinding[]): number {
  let i = from;
  for (;;) {
    const next = skipPunctuation(draft, i, limit);
    const bracket = next < limit && '()[]“”"'.includes(draft.tokens[next]!.text) ? next + 1 : next;
    let after = bracket;
    for (const date of dates) if (after >= date.from && after < date.to) after = date.to;
    if (after === i) return i;
    i = after;
  }
}

/** `Reading, MA: Addison-Wesley`. */
function placeColonPublisher(draft: Draft, segments: readonly Segment[]): PublisherFinding | undefined {
  for (let s = 0; s + 1 < segments.length; s++) {
    const segment = segments[s]!;
    const next = segments[s + 1]!;
    if (segment.mark !== ':' || next.before !== ':') continue;
    const counts = countWords(draft.tokens, segment.from, segment.to);
    if (counts.phrase > 0 || counts.words > 5) continue;
    const swapped =
      counts.publisher > 0 && counts.place === 0 && countWords(draft.tokens, next.from, next.to).place > 0;
    if (swapped) return { publisher: segment, place: next };
    const state =
      s > 0 && segment.before === ',' && counts.words <= 2 && (counts.region > 0 || counts.place === 0);
    const from =
      state && countWords(draft.tokens, segments[s - 1]!.from, segments[s - 1]!.to).phrase === 0
        ? segments[s - 1]!.from
        : segment.from;
    return { place: { from, to: segment.to }, publisher: next, colon: true };
  }
  return undefined;
}

/** `Springer, Berlin`, `Berlin, Springer`, `Oxford University Press`. */
function inSequence(draft: Draft, segments: readonly Segment[], expected: boolean): PublisherFinding {
  let publisher: NumberRange | undefined;
  let place: NumberRange | undefined;
  let last: { readonly publisher: boolean } | undefined;
  for (const segment of segments) {
    const counts = countWords(draft.tokens, segment.from, segment.to);
    if (counts.words === 0 || counts.words > 9 || counts.phrase > 1) continue;
    if (counts.publisher > 0 && publisher === undefined) publisher = segment;
    else if (counts.place > 0 && place === undefined) place = segment;
    else if ((counts.region > 0 || counts.place > 0) && place !== undefined && segment.before === ',')
      place = { from: place.from, to: segment.to };
    else if (expected && publisher === undefined) publisher = segment;
    else if (expected && place === undefined && segment.before === ',' && counts.words <= 2 && last?.publisher === true) place = segment;
    last = { publisher: counts.publisher > 0 };
  }
  return {
    ...(publisher && { publisher: { from: publisher.from, to: publisher.to } }),
    ...(place && { place: { from: place.from, to: place.to } }),
  };
}
