import type { Region, SyntaxProblem } from '../../model.ts';

/** `mark` is one punctuation character; quotes are marks of their own, Markdown's signs are no tokens at all. */
export type TokenKind = 'word' | 'number' | 'mark' | 'open-quote' | 'close-quote' | 'url' | 'doi';

/** How a word is written: `knuth`, `Knuth`, `ACM`, `LaTeX`, and scripts without case. */
export type Shape = 'lower' | 'capital' | 'caps' | 'mixed' | 'caseless' | 'cjk';

/** A piece of a reference text that is never cut. */
export interface Token {
  kind: TokenKind;
  /** As the reader sees it: entities and escapes undone. */
  readonly text: string;
  /** The text in lower case. */
  readonly lower: string;
  /** What the word is evidence for: bits of `lexicon.ts`. */
  readonly bits: number;
  readonly start: number;
  readonly end: number;
  /** White space stands before it. */
  readonly spaced: boolean;
  readonly shape: Shape;
  /** The full-width character that `text` gives in its ASCII form. */
  readonly written: string | undefined;
  /** Index of the innermost span of this sort the token lies in, or -1. */
  emphasis: number;
  strong: number;
  quote: number;
  link: number;
}

/** Text between two marks that belong together; tokens `from` (included) to `to` (not). */
export interface Span {
  readonly kind: 'emphasis' | 'strong' | 'quote' | 'link';
  readonly from: number;
  readonly to: number;
  /** Marks included. */
  readonly region: Region;
}

/** A reference text cut once into tokens; every later step works on these. */
export interface TokenisedReference {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly spans: readonly Span[];
  /** Emphasis, quotes and brackets that lack their other half. */
  readonly unbalanced: readonly SyntaxProblem[];
  /** All that any word of the text is evidence for: what is not in here need not be looked for. */
  readonly bits: number;
}

/** Tokens `from` (included) to `to` (not). */
export interface TokenRange {
  readonly from: number;
  readonly to: number;
}

/** Region of the tokens `from` (included) to `to` (not). */
export function regionOf(tokens: readonly Token[], from: number, to: number): Region {
  const first = tokens[from];
  const last = tokens[to - 1];
  if (first === undefined || last === undefined) return { start: 0, end: 0 };
  return { start: first.start, end: last.end };
}

/** Text of the tokens `from` to `to` as a reader sees it: Markdown gone, white space single. */
export function textOf(tokens: readonly Token[], from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (i > from && token.spaced && tokens[i - 1]!.written === undefined) text += ' ';
    text += token.written ?? token.text;
  }
  return text;
}

/** Whether the token is this mark. */
export function isMark(token: Token | undefined, mark: string): boolean {
  return token !== undefined && token.kind === 'mark' && token.text === mark;
}

/** Whether the token is one of these marks, given as one string. */
export function isOneOf(token: Token | undefined, marks: string): boolean {
  return token !== undefined && token.kind === 'mark' && marks.includes(token.text);
}
