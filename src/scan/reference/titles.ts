import { type Draft, isSeparator, nextDate, trimEnd } from './draft.ts';
import { countWords } from './likeness.ts';
import type { NumberCluster } from './numbers.ts';
import { startsWithIn } from './phrases.ts';
import { isAllPublisher } from './publisher-alone.ts';
import { spanFrom } from './spans.ts';
import { chooseCut } from './title-cut.ts';
import { findStop } from './title-stop.ts';
import { isMark, isOneOf, type Span, type Token, type TokenRange } from './token.ts';

/** Where the title stands and how it is marked. */
export interface TitleFinding extends TokenRange {
  /** Where the rest of the reference begins. */
  readonly next: number;
  readonly mark: 'quote' | 'emphasis' | 'link' | 'plain';
  /** The place of publication, where it alone stands between the title and the year. */
  readonly place?: TokenRange | undefined;
}

/** Reads the title that begins at `from`; it cannot reach into `numbers`. Undefined where nothing there can be one. */
export function readTitle(
  draft: Draft,
  from: number,
  numbers: NumberCluster | undefined,
): TitleFinding | undefined {
  const at = skipOpening(draft, from);
  if (at >= draft.tokens.length || startsWithIn(draft.tokens, at)) return undefined;
  return (
    readQuoted(draft, at) ??
    readMarked(draft, at, numbers) ??
    readBookMarks(draft, at) ??
    readPlain(draft, at, numbers)
  );
}

function skipOpening({ tokens, taken }: Draft, from: number): number {
  let i = from;
  while (i < tokens.length && (taken[i] === 1 || (isSeparator(tokens[i]!) && tokens[i]!.emphasis < 0))) i++;
  return i;
}

// ---- marked ----

/** “Title,” in quotation marks; a mark that goes on after them makes it a phrase of a longer title. */
function readQuoted(draft: Draft, at: number): TitleFinding | undefined {
  const { tokens } = draft;
  if (tokens[at]!.kind !== 'open-quote') return undefined;
  const span = spanFrom(draft, 'quote', at + 1);
  if (span === undefined || goesOn(tokens, span)) return undefined;
  let to = span.to;
  while (to > span.from && isOneOf(tokens[to - 1], ',.;') && !isMark(tokens[to - 2], '.')) to--;
  return to <= span.from ? undefined : { from: span.from, to, next: span.to + 1, mark: 'quote' };
}

/** `“Why Should I Trust You?”: Explaining`, `“Reaching out” and its limits`: the quotation only begins the title. */
function goesOn(tokens: readonly Token[], span: Span): boolean {
  const after = tokens[span.to + 1];
  if (after === undefined) return false;
  if (isMark(after, ':') && !after.spaced) return true;
  if (isOneOf(tokens[span.to - 1], ',.?!;')) return false;
  const phrase =
    after.kind === 'word' &&
    after.shape === 'lower' &&
    !/^(?:in|by|trans|eds?|accessed|vol|and)$/.test(after.text);
  return phrase || isOneOf(after, ':?');
}

/** `*Title*`, `**Title**` or `[Title](address)`; not a word of a longer title, `*Drosophila* genetics`. */
function readMarked(draft: Draft, at: number, numbers: NumberCluster | undefined): TitleFinding | undefined {
  const { tokens } = draft;
  const link = spanFrom(draft, 'link', at);
  const span = spanFrom(draft, 'emphasis', at) ?? spanFrom(draft, 'strong', at) ?? link;
  if (span === undefined || (isWordOfTitle(tokens, span, numbers) && !isPublisherNext(draft, span.to)))
    return undefined;
  const quoted = span === link ? readQuoted(draft, at) : undefined;
  if (quoted !== undefined) return { ...quoted, next: Math.max(quoted.next, span.to) };
  const to = trimEnd(draft, span.from, span.to);
  if (to <= span.from) return undefined;
  const mark = span === link ? 'link' : 'emphasis';
  const subtitle = mark === 'link' ? undefined : readSubtitle(draft, span.to, numbers);
  return { from: span.from, to: subtitle?.to ?? to, next: subtitle?.next ?? span.to, mark };
}

/** A word follows the marks and no punctuation, and it is no volume. */
function isWordOfTitle(tokens: readonly Token[], span: Span, numbers: NumberCluster | undefined): boolean {
  const after = tokens[span.to];
  if (after === undefined || isOneOf(tokens[span.to - 1], ',.?!;')) return false;
  if (isOneOf(after, "-'’")) return true;
  if (after.kind === 'number') return numbers?.from !== span.to;
  return after.kind === 'word' && !/^(?:by|in|edited|translated|eds?|trans|von|par)$/.test(after.lower);
}

/** `*Discrete Choice Methods* Cambridge University Press, 2009`: the stop before the publisher is missing. */
function isPublisherNext(draft: Draft, from: number): boolean {
  const date = nextDate(draft, from, false);
  let to = from;
  while (to < draft.tokens.length && to !== date?.from && draft.taken[to] !== 1) to++;
  return isAllPublisher(draft.tokens, from, trimEnd(draft, from, to));
}

/** `*The Title*: a subtitle`, up to a full stop; `: Springer` is none. */
function readSubtitle(
  draft: Draft,
  colon: number,
  numbers: NumberCluster | undefined,
): TitleFinding | undefined {
  const { tokens } = draft;
  const first = tokens[colon + 1];
  if (!isMark(tokens[colon], ':') || first?.kind !== 'word' || first.emphasis >= 0) return undefined;
  const subtitle = readPlain(draft, colon + 1, numbers);
  if (subtitle === undefined) return undefined;
  const next = tokens[subtitle.to];
  return next === undefined || isOneOf(next, '.(?') ? subtitle : undefined;
}

/** `《呐喊》，`: Chinese marks around a title, which belong to it. */
function readBookMarks({ tokens }: Draft, at: number): TitleFinding | undefined {
  if (!isMark(tokens[at], '《')) return undefined;
  let close = at + 1;
  while (close < tokens.length && !isOneOf(tokens[close], '《》')) close++;
  if (!isMark(tokens[close], '》') || !isOneOf(tokens[close + 1], ',.:;')) return undefined;
  return { from: at, to: close + 1, next: close + 1, mark: 'emphasis' };
}

// ---- running text ----

/** Title in running text: up to the first thing that cannot belong to it, less what reads as the container. */
function readPlain(draft: Draft, at: number, numbers: NumberCluster | undefined): TitleFinding | undefined {
  const stop = findStop(draft, at, numbers);
  if (stop.at <= at) return undefined;
  const next = stop.sure ? stop.at : chooseCut(draft, at, stop);
  const to = trimEnd(draft, at, next);
  if (stop.numbers && next === stop.at && isPeriodicalAlone(draft.tokens, at, to)) return undefined;
  return to <= at ? undefined : { from: at, to, next, mark: 'plain', place: stop.place };
}

/** `J. Appl. Cryst. 2014, 47, 1797`, `ApJ, 400, 699`: physicists leave the title out. */
function isPeriodicalAlone(tokens: readonly Token[], from: number, to: number): boolean {
  const counts = countWords(tokens, from, to);
  if (counts.words > 7 || counts.phrase > 0) return false;
  const acronym = to - from <= 3 && counts.words <= 2 && tokens[from]!.shape !== 'capital';
  return counts.shortened >= 2 || (counts.shortened === 1 && counts.periodical > 0) || acronym;
}
