import { bracketEndsContainer, commaEndsContainer, endOfContainer } from './container-ends.ts';
import { isYear } from './dates.ts';
import { type Draft, nextDate, skipDates, skipPunctuation, take, trimEnd } from './draft.ts';
import type { GenreMark } from './gbt7714.ts';
import { countWords, publisherLikeness } from './likeness.ts';
import { isPageUnit } from './number-items.ts';
import type { NumberCluster } from './numbers.ts';
import { isDoubleSlash, isIn } from './phrases.ts';
import { spanFrom } from './spans.ts';
import type { TitleFinding } from './titles.ts';
import { isMark, isOneOf, type Token, type TokenRange } from './token.ts';

/** What the container is read from. */
export interface ContainerContext {
  readonly title: TitleFinding | undefined;
  readonly numbers: NumberCluster | undefined;
  readonly genreMark: GenreMark | undefined;
  /** A thesis, a report or a manuscript: what follows is an institution, unless marks say otherwise. */
  readonly institutional: boolean;
}

/** Tokens of the periodical, book or site the work stands in, and what says so. */
export interface ContainerFinding extends TokenRange {
  readonly after: 'in' | 'emphasis' | 'numbers' | 'words';
}

/** Reads the container after `from`; takes its tokens. Undefined where the rest names none. */
export function readContainer(
  draft: Draft,
  from: number,
  context: ContainerContext,
): ContainerFinding | undefined {
  const first = skipDates(draft, from, (token) => isOneOf(token, ')]'));
  const start =
    first === context.numbers?.from && context.numbers.volume === undefined ? context.numbers.to : first;
  if (start >= draft.tokens.length) return undefined;
  const marked = afterIn(draft, start, context) ?? emphasised(draft, start, context);
  const found =
    marked ?? (context.institutional ? undefined : withoutYear(draft, inRunningText(draft, start, context)));
  if (found !== undefined) take(draft, found.from, found.to);
  return found;
}

/** `CACM 1978` at the end: the year is no part of the name. */
function withoutYear({ tokens }: Draft, found: ContainerFinding | undefined): ContainerFinding | undefined {
  if (found === undefined || found.to - found.from < 2 || !isYear(tokens[found.to - 1])) return found;
  return tokens[found.to] === undefined || isMark(tokens[found.to], '.')
    ? { ...found, to: found.to - 1 }
    : found;
}

// ---- In … ----

function afterIn(draft: Draft, start: number, context: ContainerContext): ContainerFinding | undefined {
  const { tokens } = draft;
  const from = startAfterIn(draft, start, context);
  if (from < 0 || from >= tokens.length) return undefined;
  const marked = spanFrom(draft, 'emphasis', from);
  const to =
    marked === undefined ? endOfContainer(draft, from, context.numbers) : trimEnd(draft, from, marked.to);
  const named = tokens[from]!.kind === 'number' ? to > from + 1 : to > from;
  return named ? { from, to, after: 'in' } : undefined;
}

/** Where the container begins: after “in”, or after the `//` of GB/T 7714; -1 where neither is there. */
function startAfterIn(draft: Draft, start: number, { genreMark, numbers }: ContainerContext): number {
  const { length } = draft.tokens;
  if (genreMark?.contained === true) return skipPunctuation(draft, genreMark.to, length);
  if (start > 1 && isDoubleSlash(draft.tokens, start - 2)) return start;
  const at = findIn(draft, start, numbers);
  if (at < 0) return -1;
  take(draft, at, at + 1);
  return skipPunctuation(draft, at + 1, length);
}

/** How far into the rest an “in” is looked for. */
const FARTHEST_IN = 30;

/** The “in” that begins the rest, or that follows a sentence or pages of it. */
function findIn({ tokens, taken }: Draft, start: number, numbers: NumberCluster | undefined): number {
  for (let i = start; i < tokens.length && i <= start + FARTHEST_IN; i++) {
    if (taken[i] === 1) continue;
    if (isDoubleSlash(tokens, i)) return i + 1;
    if (tokens[i]!.lower !== 'in') continue;
    if (i === start || i === numbers?.to || isIn(tokens, i)) return i;
  }
  return -1;
}

// ---- without “in” ----

/** The first emphasised span of the rest that holds words. */
function emphasised(
  draft: Draft,
  start: number,
  { numbers }: ContainerContext,
): ContainerFinding | undefined {
  const { tokens, taken } = draft;
  for (let i = start; i < tokens.length; i++) {
    if (taken[i] === 1 || (tokens[i]!.emphasis < 0 && tokens[i]!.strong < 0)) continue;
    const span = spanFrom(draft, 'emphasis', i) ?? spanFrom(draft, 'strong', i);
    if (span === undefined) continue;
    if (!isNameSpan(tokens, span)) {
      i = span.to - 1;
      continue;
    }
    const to = numbers !== undefined && numbers.from > i ? Math.min(span.to, numbers.from) : span.to;
    const end = trimEnd(draft, i, to);
    return end > i ? { from: i, to: end, after: 'emphasis' } : undefined;
  }
  return undefined;
}

/** Not an emphasised volume, “et al.” or “in”. */
function isNameSpan(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  if (tokens[from]!.kind === 'number' || /^(?:vol|no|et|ibid|in)$/.test(tokens[from]!.lower)) return false;
  return countWords(tokens, from, to).words > 0;
}

function inRunningText(draft: Draft, start: number, context: ContainerContext): ContainerFinding | undefined {
  return beforeNumbers(draft, start, context.numbers) ?? byWords(draft, start, context);
}

/** A periodical stands right before its volume. */
function beforeNumbers(
  draft: Draft,
  start: number,
  numbers: NumberCluster | undefined,
): ContainerFinding | undefined {
  if (numbers === undefined || numbers.from <= start) return undefined;
  let to = numbers.from;
  to = Math.min(to, nextDate(draft, start)?.from ?? to);
  for (let i = start; i < to; i++) if (draft.taken[i] === 1) to = i;
  const end = trimEnd(draft, start, to);
  if (end <= start || isExtent(draft.tokens, numbers)) return undefined;
  if (numbers.volume === undefined && publisherLikeness(draft.tokens, start, end) > 2) return undefined;
  return { from: start, to: cutAtPublisher(draft, start, end, numbers), after: 'numbers' };
}

/** `São Paulo: Malheiros, 2005. 924 p.`: how long a book is, and no place in a periodical. */
function isExtent(tokens: readonly Token[], { volume, pages }: NumberCluster): boolean {
  return volume === undefined && pages !== undefined && isPageUnit(tokens[pages.to - 1]!);
}

/** `Phys. Rev. Lett., American Physical Society`: the container ends where place or publisher begin. */
function cutAtPublisher(draft: Draft, from: number, to: number, numbers: NumberCluster): number {
  for (let i = from + 1; i < to; i++) {
    if (isMark(draft.tokens[i], '(') && bracketEndsContainer(draft, i, numbers))
      return trimEnd(draft, from, i);
    if (isMark(draft.tokens[i], ',') && commaEndsContainer(draft, i)) return i;
  }
  return to;
}

/** Names of proceedings and periodicals give themselves away by their words. */
function byWords(
  draft: Draft,
  start: number,
  { title, numbers }: ContainerContext,
): ContainerFinding | undefined {
  const { tokens } = draft;
  const to = endOfContainer(draft, start, numbers);
  if (to <= start) return undefined;
  const counts = countWords(tokens, start, to);
  const found: ContainerFinding = { from: start, to, after: 'words' };
  if (counts.conference > 0) return found;
  if (counts.phrase > 2) return undefined;
  if ((counts.publisher > 0 || counts.place > 0) && counts.periodical + counts.shortened < 2)
    return undefined;
  if (counts.periodical > 0 && title?.mark !== 'emphasis') return found;
  return title?.mark === 'quote' && tokens[start]!.kind !== 'mark' ? found : undefined;
}
