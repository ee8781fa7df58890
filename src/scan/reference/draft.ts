import { countHolding } from '../../text/halving.ts';
import { type DateFinding, findDates, isSpan } from './dates.ts';
import { isOneOf, type Token, type TokenisedReference } from './token.ts';

/** A reference while it is being read: what its text holds, and which tokens a part has taken already. */
export interface Draft {
  readonly source: TokenisedReference;
  readonly tokens: readonly Token[];
  /** Dates that are not those of reading the page; empty until they are looked for. */
  dates: readonly DateFinding[];
  /** A square bracket stands in the text. */
  readonly bracketed: boolean;
  /** 1 where a part has taken the token. */
  readonly taken: Uint8Array;
}

/** A draft of a reference of which nothing is read yet. */
export function startDraft(source: TokenisedReference): Draft {
  const { tokens } = source;
  const bracketed = tokens.some((token) => token.text === '[');
  return { source, tokens, dates: [], bracketed, taken: new Uint8Array(tokens.length) };
}

/** Looks for dates outside what is taken. */
export function readDates(draft: Draft): void {
  const dates = findDates(draft.tokens).filter((date) => draft.taken[date.yearFrom] === 0);
  const last = dates.at(-1);
  draft.dates = dates.map((date) =>
    date !== last && isSpan(draft.tokens, date) ? { ...date, span: true } : date,
  );
}

/** The first date that begins at `from` or later; a span of years only where `spans` says so. */
export function nextDate({ dates }: Draft, from: number, spans = true): DateFinding | undefined {
  let next = countHolding(dates.length, (place) => dates[place]!.from < from);
  while (!spans && dates[next]?.span === true) next++;
  return dates[next];
}

/** The date that begins at `at`, brackets included. */
export function dateFrom(draft: Draft, at: number): DateFinding | undefined {
  const date = nextDate(draft, at);
  return date?.from === at ? date : undefined;
}

/** Whether a date begins between `from` and `to`. */
export function hasDateWithin(draft: Draft, from: number, to: number, spans = true): boolean {
  const date = nextDate(draft, from, spans);
  return date !== undefined && date.from < to;
}

/** Marks the tokens `from` (included) to `to` (not) as belonging to a part. */
export function take(draft: Draft, from: number, to: number): void {
  for (let i = from; i < to; i++) draft.taken[i] = 1;
}

/** Index of the first free token at or after `from` that is no separating punctuation; `limit` where there is none. */
export function skipPunctuation(draft: Draft, from: number, limit: number): number {
  let i = from;
  while (i < limit && (draft.taken[i] === 1 || isSeparator(draft.tokens[i]!))) i++;
  return i;
}

/** Passes over punctuation, dates and what `also` says. */
export function skipDates(draft: Draft, from: number, also: (token: Token) => boolean): number {
  const { tokens } = draft;
  for (let i = from; ; ) {
    let next = skipPunctuation(draft, i, tokens.length);
    if (next < tokens.length && also(tokens[next]!)) next++;
    next = dateFrom(draft, next)?.to ?? next;
    if (next === i) return i;
    i = next;
  }
}

/** Punctuation that separates parts and begins none. */
export function isSeparator(token: Token): boolean {
  return isOneOf(token, '.,;:–—-/•');
}

/** Index after the last token of [from, to) that is free and no separating punctuation. */
export function trimEnd(draft: Draft, from: number, to: number): number {
  let i = to;
  while (i > from && (draft.taken[i - 1] === 1 || isOneOf(draft.tokens[i - 1], '.,;:([–—/-'))) i--;
  return i;
}
