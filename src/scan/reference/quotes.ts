import type { SyntaxProblem } from '../../model.ts';
import type { Span, Token } from './token.ts';

/** What closes a quotation that opens so. German closes „ with “, Danish turns « » round, Swedish uses ” twice. */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['“', '”“'],
  ['„', '“”"'],
  ['”', '”'],
  ['«', '»'],
  ['»', '«»'],
  ['"', '"'],
  ['‘', '’'],
  ['‚', '‘’'],
  ["'", "'"],
  ['‹', '›'],
  ['›', '‹›'],
  ['「', '」'],
  ['『', '』'],
  ['＂', '＂'],
  ['`', "'"],
  ['’', '’'],
]);
const CLOSING: ReadonlySet<string> = new Set('“”"«»’‘\'‹›」』＂');
const SINGLE: ReadonlySet<string> = new Set("‘’‚'‹›`");

interface Open {
  readonly index: number;
  readonly token: Token;
}

/**
 * Pairs quotation marks, turns them into quote tokens and lists the spans, inner ones first. Only double marks are
 * reported when alone: a single one may be an apostrophe, and `"` after a number means inches.
 */
export function pairQuotes(tokens: readonly Token[], spans: Span[]): SyntaxProblem[] {
  const open: Open[] = [];
  const problems: SyntaxProblem[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'mark' || !isQuote(token.text) || isGershayim(tokens, i)) continue;
    const closed = closes(tokens, i, open);
    if (closed >= 0) {
      for (const { token: lost } of open.splice(closed + 1))
        if (!SINGLE.has(lost.text)) problems.push(problemOf(lost));
      addSpan(tokens, open.pop()!, i, spans);
    } else if (opens(tokens, i)) open.push({ index: i, token });
    else if (!SINGLE.has(token.text) && !isInches(tokens, i)) problems.push(problemOf(token));
  }
  for (const { token } of open) if (!SINGLE.has(token.text)) problems.push(problemOf(token));
  return problems;
}

function isQuote(text: string): boolean {
  return CLOSERS.has(text) || CLOSING.has(text);
}

/** `תש"ז`, `ארה"ב`: between Hebrew letters the mark makes a number or an abbreviation of them. */
function isGershayim(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  if (tokens[at]!.text !== '"' || tokens[at]!.spaced || next === undefined || next.spaced) return false;
  return /\p{Script=Hebrew}$/u.test(tokens[at - 1]?.text ?? '') && /^\p{Script=Hebrew}/u.test(next.text);
}

function addSpan(tokens: readonly Token[], { index, token }: Open, to: number, spans: Span[]): void {
  token.kind = 'open-quote';
  tokens[to]!.kind = 'close-quote';
  spans.push({ kind: 'quote', from: index + 1, to, region: { start: token.start, end: tokens[to]!.end } });
}

/** Index in `open` of the quotation this mark ends, or -1. */
function closes(tokens: readonly Token[], at: number, open: readonly Open[]): number {
  const token = tokens[at]!;
  if (open.length === 0 || !CLOSING.has(token.text)) return -1;
  const next = tokens[at + 1];
  const inWord = next !== undefined && !next.spaced && (next.kind === 'word' || next.kind === 'number');
  if (SINGLE.has(token.text) && (inWord || token.spaced)) return -1;
  if (inWord && token.spaced && token.text !== '»' && token.text !== '«') return -1;
  if (isInches(tokens, at) && next?.kind === 'word' && isClosedLater(tokens, at)) return -1;
  for (let i = open.length - 1; i >= 0 && i >= open.length - 3; i--) {
    if (CLOSERS.get(open[i]!.token.text)!.includes(token.text)) return i;
  }
  return -1;
}

/** A mark opens after white space, a bracket or a dash, and before something. */
function opens(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]!;
  if (!CLOSERS.has(token.text)) return false;
  const next = tokens[at + 1];
  if (next === undefined) return false;
  if (
    token.text === '“' ||
    token.text === '„' ||
    token.text === '«' ||
    token.text === '「' ||
    token.text === '『'
  )
    return true;
  // `" A note on matrices",`: a blank slipped in behind a mark that is closed.
  if (next.spaced && token.text !== '»')
    return token.text === '"' && token.spaced && isClosedLater(tokens, at);
  const before = tokens[at - 1];
  if (token.spaced || before === undefined) return !(token.text === '’' && next.kind !== 'word');
  return before.kind === 'mark' && '([{—–-:.,/'.includes(before.text) && token.text !== '’';
}

function isInches(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return tokens[at]!.text === '"' && before?.kind === 'number' && !tokens[at]!.spaced;
}

/** Another `"` that can only close comes before one that opens: `"Cutting 12" records"`. */
function isClosedLater(tokens: readonly Token[], at: number): boolean {
  const next = tokens.findIndex((token, i) => i > at && token.kind === 'mark' && token.text === '"');
  return next !== -1 && !tokens[next]!.spaced && !opens(tokens, next) && !isInches(tokens, next);
}

function problemOf(token: Token): SyntaxProblem {
  return {
    messageId: 'unbalanced-quotes',
    data: { mark: token.text },
    region: { start: token.start, end: token.end },
  };
}
