import type { Token, TokenisedReference } from './token.ts';

/** A reference while it is being read: which tokens a part has taken already. */
export interface Draft {
  readonly source: TokenisedReference;
  readonly tokens: readonly Token[];
  /** 1 where a part has taken the token. */
  readonly taken: Uint8Array;
}

export function startDraft(source: TokenisedReference): Draft {
  return { source, tokens: source.tokens, taken: new Uint8Array(source.tokens.length) };
}

/** Marks the tokens `from` (included) to `to` (not) as belonging to a part. */
export function take(draft: Draft, from: number, to: number): void {
  draft.taken.fill(1, from, to);
}

/** Index of the first free token at or after `from` that is no separating punctuation; `limit` where there is none. */
export function skipPunctuation(draft: Draft, from: number, limit: number): number {
  let i = from;
  while (i < limit && (draft.taken[i] === 1 || isSeparator(draft.tokens[i]!))) i++;
  return i;
}

/** Punctuation that separates parts and begins none. */
export function isSeparator(token: Token): boolean {
  return token.kind === 'mark' && '.,;:–—-/•'.includes(token.text);
}

/** Index after the last token of [from, to) that is no separating punctuation and free. */
export function trimEnd(draft: Draft, from: number, to: number): number {
  let i = to;
  while (i > from && (draft.taken[i - 1] === 1 || isTrailing(draft.tokens[i - 1]!))) i--;
  return i;
}

function isTrailing(token: Token): boolean {
  return token.kind === 'mark' && '.,;:([–—/-'.includes(token.text);
}
