import { type DateFinding, findDates } from './dates.ts';
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

export function startDraft(source: TokenisedReference): Draft {
  const { tokens } = source;
  const bracketed = tokens.some((token) => token.text === '[');
  return { source, tokens, dates: [], bracketed, taken: new Uint8Array(tokens.length) };
}

/** Looks for dates outside what is taken. */
export function readDates(draft: Draft): void {
  draft.dates = findDates(draft.tokens).filter((date) => draft.taken[date.yearFrom] === 0);
}

/** Marks the tokens `from` (included) to `to` (not) as belonging to a part. */
export function take(draft: Draft, from: number, to: number): void {
  for (let i = from; i < to; i++) draft.taken[i] = 1;
}

/** The date that begins at `at`, brackets included. */
export function dateFrom(draft: Draft, at: number): DateFinding | undefined {
  for (const date of draft.dates) {
    if (date.from === at) return date;
    if (date.from > at) return undefined;
  }
  return undefined;
}

/** Whether a date begins between `from` and `to`. */
export function hasDateWithin(draft: Draft, from: number, to: number): boolean {
  return draft.dates.some((date) => date.from >= from && date.from < to);
}

/** Index of the first free token at or after `from` that is no separating punctuation; `limit` where there is none. */
export function skipPunctuation(draft: Draft, from: number, limit: number): number {
  let i = from;
  while (i < limit && (draft.taken[i] === 1 || isSeparator(draft.tokens[i]!))) i++;
  return i;
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
