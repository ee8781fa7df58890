import { readFamilies, readNames } from './authors.ts';
import { isYear } from './dates.ts';
import { endOfLabel } from './labels.ts';
import { isMark, isOneOf, type Span, type Token, type TokenisedReference } from './token.ts';

/**
 * `[Fawcett, T. (2006). An introduction to ROC analysis. Pattern Recognition Letters, 27(8), 861–874.](https://…)`: a link
 * around a whole reference marks no title in it, so the reference is read as though the link were not there.
 */
export function withoutOuterLink(source: TokenisedReference): TokenisedReference {
  const { tokens, spans } = source;
  if (spans[0]?.kind !== 'link') return source;
  const start = endOfLabel(tokens);
  const index = spans.findIndex(
    ({ kind, from, to }) => kind === 'link' && from === start && isEnd(tokens, to),
  );
  if (index < 0 || !holdsReference(tokens, spans[index]!)) return source;
  for (const token of tokens) if (token.link === index) token.link = -1;
  return { ...source, spans: spans.with(index, { ...spans[index]!, from: -1, to: -1 }) };
}

/** Nothing but marks follows. */
function isEnd(tokens: readonly Token[], at: number): boolean {
  let i = at;
  while (isOneOf(tokens[i], '.,;')) i++;
  return i >= tokens.length;
}

/** Names, then a year or a quotation, then more words: a title with its year, `[The Rust Book (2019)](…)`, has no names. */
function holdsReference(tokens: readonly Token[], { from, to }: Span): boolean {
  let at = from;
  while (at < to && !isDateMark(tokens, at) && tokens[at]!.kind !== 'open-quote') at++;
  if (at >= to || at === from) return false;
  const names = readNames(tokens, from, at) ?? readFamilies(tokens, from, at, true);
  if (names === undefined || !areMarks(tokens, names.to, at)) return false;
  if (tokens[at]!.kind === 'open-quote') return tokens.slice(at, to).some(isYear);
  return countWords(tokens, at, to) > 1;
}

/** `(2006)`, `, 1999,`, `, 2007.`. */
function isDateMark(tokens: readonly Token[], at: number): boolean {
  if (isMark(tokens[at], '(')) return isYear(tokens[at + 1]);
  return isYear(tokens[at]) && isMark(tokens[at - 1], ',') && isOneOf(tokens[at + 1], '.,:');
}

function areMarks(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (tokens[i]!.kind !== 'mark') return false;
  return true;
}

function countWords(tokens: readonly Token[], from: number, to: number): number {
  let words = 0;
  for (let i = from; i < to; i++) if (tokens[i]!.kind === 'word') words++;
  return words;
}
