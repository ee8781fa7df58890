import { isFullStop } from './boundaries.ts';
import type { DateFinding } from './dates.ts';
import { type Draft, skipPunctuation, take, trimEnd } from './draft.ts';
import { countWords, publisherLikeness } from './likeness.ts';
import type { GenreMark } from './gbt7714.ts';
import type { NumberCluster, NumberRange } from './numbers.ts';
import { closingBracket, isIn, spanFrom, type TitleFinding } from './titles.ts';
import type { Token } from './token.ts';

/** What the container is read from. */
export interface ContainerContext {
  readonly title: TitleFinding | undefined;
  readonly numbers: NumberCluster | undefined;
  readonly dates: readonly DateFinding[];
  readonly limit: number;
  readonly genreMark: GenreMark | undefined;
  /** A thesis, a report or a manuscript: what follows is an institution, unless marks say otherwise. */
  readonly institutional: boolean;
}

/** Tokens of the periodical, book or site the work stands in, and whether “in” says so. */
export interface ContainerFinding extends NumberRange {
  readonly after: 'in' | 'emphasis' | 'numbers' | 'words';
}

/** Reads the container after the title; takes its tokens. Undefined where the rest names none. */
export function readContainer(
  draft: Draft,
  from: number,
  context: ContainerContext,
): ContainerFinding | undefined {
  const start = skipDates(draft, from, context);
  if (start >= context.limit) return undefined;
  const found =
    afterIn(draft, start, context) ??
    emphasised(draft, start, context) ??
    (context.institutional ? undefined : (beforeNumbers(draft, start, context) ?? byWords(draft, start, context)));
  if (found !== undefined) take(draft, found.from, found.to);
  return found;
}

/** Passes over punctuation, brackets that close and dates. */
function skipDates(draft: Draft, from: number, context: ContainerContext): number {
  let i = from;
  for (;;) {
    let next = skipPunctuation(draft, i, context.limit);
    if (next < context.limit && ')]'.includes(draft.tokens[next]!.text)) next++;
    for (const date of context.dates) if (next >= date.from && next < date.to) next = date.to;
    if (next === i) return i;
    i = next;
  }
}

// ---- In … ----

function afterIn(draft: Draft, start: number, context: ContainerContext): ContainerFinding | undefined {
  const { tokens } = draft;
  const from = startAfterIn(draft, start, context);
  if (from < 0 || from >= context.limit) return undefined;
  const marked = spanFrom(draft, 'emphasis', from);
  const to = marked !== undefined ? trimEnd(draft, from, marked.to) : endOfContainer(draft, from, context);
  return (to > from && tokens[from]!.kind !== 'number') || to > from + 1
    ? { from, to, after: 'in' }
    : undefined;
}

/** Where the container begins: after “in”, or after the `//` of GB/T 7714; -1 where neither is there. */
function startAfterIn(draft: Draft, start: number, { limit, genreMark, numbers }: ContainerContext): number {
  if (genreMark?.contained === true) return skipPunctuation(draft, genreMark.to, limit);
  const at = findIn(draft, start, limit, numbers);
  if (at < 0) return -1;
  take(draft, at, at + 1);
  return skipPunctuation(draft, at + 1, limit);
}

/** The “in” that begins the rest, or that follows a sentence of it. */
function findIn(draft: Draft, start: number, limit: number, numbers: NumberCluster | undefined): number {
  for (let i = start; i < limit; i++) {
    if (draft.taken[i] === 1) continue;
    const token = draft.tokens[i]!;
    if (isIn(draft.tokens, i) || (i === numbers?.to && /^in$/i.test(token.text)) || (i === start && /^in$/i.test(token.text))) return i;
    if (i > start + 30) break;
  }
  return -1;
}

/** A container in running text ends before numbers, dates, place and publisher, a bracket, or a full stop. */
function endOfContainer(draft: Draft, from: number, context: ContainerContext): number {
  const { tokens, taken } = draft;
  for (let i = from; i < context.limit; i++) {
    const token = tokens[i]!;
    if (taken[i] === 1 && i > from) return trimEnd(draft, from, i);
    if (i === context.numbers?.from) return trimEnd(draft, from, i);
    if (token.kind !== 'mark' || i === from) continue;
    if (token.text === '.' && isFullStop(tokens, i, from)) return i;
    if (token.text === ';') return i;
    if (token.text === '(' && closesContainer(draft, i, context)) return i;
    if (token.text === ',' && startsOther(draft, i, context)) return i;
  }
  return trimEnd(draft, from, context.limit);
}

function closesContainer(draft: Draft, at: number, context: ContainerContext): boolean {
  const close = closingBracket(draft.tokens, at);
  if (close < 0) return true;
  for (const date of context.dates) if (date.from >= at && date.from < close) return true;
  if (context.numbers !== undefined && context.numbers.from > at && context.numbers.from < close) return true;
  return (
    publisherLikeness(draft.tokens, at + 1, close) > 1.5 ||
    /^(?:vol|pp|p|eds?|no|series)$/i.test(draft.tokens[at + 1]?.text ?? '')
  );
}

/** What follows the comma is no more of the container: a date, a place, a publisher. */
function startsOther(draft: Draft, comma: number, context: ContainerContext): boolean {
  const { tokens } = draft;
  const next = tokens[comma + 1];
  if (next === undefined || draft.taken[comma + 1] === 1) return true;
  for (const date of context.dates) if (date.from === comma + 1) return true;
  if (next.shape === 'lower' && next.kind === 'word')
    return /^(?:vol|no|pp|ed|eds|edited|p|ser|series|volume|at|held|presented)$/.test(next.text);
  const to = endOfSegment(draft, comma + 1, context.limit);
  const counts = countWords(tokens, comma + 1, to);
  if (counts.conference > 0) return false;
  if (isCityBeforeRegion(draft, comma + 1, to, context.limit)) return true;
  return (
    counts.place > 0 ||
    counts.publisher > 0 ||
    (counts.region > 0 && counts.words <= 2) ||
    /^(?:ser|series|volume|lncs)$/i.test(next.text)
  );
}

/** `Orlando, Florida`, `White Plains, NY`: a short name before a state or a country. */
function isCityBeforeRegion(draft: Draft, from: number, to: number, limit: number): boolean {
  const { tokens } = draft;
  if (to - from > 3 || tokens[to]?.text !== ',' || countWords(tokens, from, to).phrase > 0) return false;
  const counts = countWords(tokens, to + 1, endOfSegment(draft, to + 1, limit));
  return counts.region > 0 && counts.words <= 2 && tokens[to + 1]!.shape !== 'lower';
}

/** Index of the next comma, full stop, semicolon, colon or bracket. */
export function endOfSegment(draft: Draft, from: number, limit: number): number {
  let i = from;
  while (i < limit && draft.taken[i] === 0) {
    const token = draft.tokens[i]!;
    if (
      token.kind === 'mark' &&
      (',;:()[]'.includes(token.text) || (token.text === '.' && isFullStop(draft.tokens, i, from)))
    )
      break;
    i++;
  }
  return i;
}

// ---- without “in” ----

/** The first emphasised span of the rest that holds words. */
function emphasised(draft: Draft, start: number, context: ContainerContext): ContainerFinding | undefined {
  const { tokens, taken } = draft;
  for (let i = start; i < context.limit; i++) {
    if (taken[i] === 1 || (tokens[i]!.emphasis < 0 && tokens[i]!.strong < 0)) continue;
    const span = spanFrom(draft, 'emphasis', i) ?? spanFrom(draft, 'strong', i);
    if (span === undefined) continue;
    if (countWords(tokens, span.from, span.to).words === 0 || isNumberSpan(tokens, span.from)) {
      i = span.to - 1;
      continue;
    }
    const stop =
      context.numbers !== undefined && context.numbers.from > i
        ? Math.min(span.to, context.numbers.from)
        : span.to;
    return { from: i, to: trimEnd(draft, i, stop), after: 'emphasis' };
  }
  return undefined;
}

function isNumberSpan(tokens: readonly Token[], from: number): boolean {
  return tokens[from]!.kind === 'number' || /^(?:vol|no|et|ibid|in)$/i.test(tokens[from]!.text);
}

/** A periodical stands right before its volume. */
function beforeNumbers(draft: Draft, start: number, context: ContainerContext): ContainerFinding | undefined {
  const { numbers } = context;
  if (numbers === undefined || numbers.from <= start) return undefined;
  let to = numbers.from;
  for (const date of context.dates) if (date.from >= start && date.from < to) to = date.from;
  for (let i = start; i < to; i++) {
    if (draft.taken[i] === 1) to = i;
  }
  const end = trimEnd(draft, start, to);
  if (end <= start || (numbers.volume === undefined && publisherLikeness(draft.tokens, start, end) > 2))
    return undefined;
  const cut = cutAtPublisher(draft, start, end, context);
  return { from: start, to: cut, after: 'numbers' };
}

/** `Phys. Rev. Lett., American Physical Society`: the container ends where place or publisher begin. */
function cutAtPublisher(draft: Draft, from: number, to: number, context: ContainerContext): number {
  for (let i = from + 1; i < to; i++) {
    const token = draft.tokens[i]!;
    if (token.text === '(' && closesContainer(draft, i, context)) return trimEnd(draft, from, i);
    if (token.text === ',' && startsOther(draft, i, context)) return i;
  }
  return to;
}

/** Names of proceedings and periodicals give themselves away by their words. */
function byWords(draft: Draft, start: number, context: ContainerContext): ContainerFinding | undefined {
  const { tokens } = draft;
  const to = endOfContainer(draft, start, context);
  if (to <= start) return undefined;
  const counts = countWords(tokens, start, to);
  const quoted = context.title?.mark === 'quote';
  if (counts.phrase > 2 && counts.conference === 0) return undefined;
  if (counts.conference > 0) return { from: start, to, after: 'words' };
  const periodical = counts.periodical + counts.shortened;
  if ((counts.publisher > 0 || counts.place > 0) && periodical < 2) return undefined;
  if (counts.periodical > 0 && context.title?.mark !== 'emphasis') return { from: start, to, after: 'words' };
  if (quoted && tokens[start]!.kind !== 'mark') return { from: start, to, after: 'words' };
  return undefined;
}
