import type { SyntaxProblem } from '../../model.ts';
import type { Token } from './token.ts';

const OPENERS: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['【', '】'],
  ['〔', '〕'],
  ['《', '》'],
  ['〈', '〉'],
]);
const CLOSERS: ReadonlyMap<string, string> = new Map([
  [')', ')'],
  [']', ']'],
  ['}', '}'],
  ['】', '】'],
  ['〕', '〕'],
  ['》', '》'],
  ['〉', '〉'],
]);

interface Open {
  readonly token: Token;
  readonly index: number;
  readonly closer: string;
  /** Another closer was reported where its own was due: `(1962]` is one slip. */
  isClosedWrongly: boolean;
}

/** Brackets that lack their other half; list labels (`1)`, `b)`), half-open intervals and smileys are left alone. */
export function balanceBrackets(tokens: readonly Token[]): SyntaxProblem[] {
  const open: Open[] = [];
  const problems: SyntaxProblem[] = [];
  /** What would close the brackets that were reported within others: `[a (b])` is one slip and no two. */
  const crossed: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'mark') continue;
    const opens = OPENERS.get(token.text);
    const closes = CLOSERS.get(token.text);
    if (opens !== undefined) open.push({ token, index: i, closer: opens, isClosedWrongly: false });
    else if (closes !== undefined && !close(open, closes, i, tokens)) {
      const top = open.at(-1);
      if (top !== undefined && open.at(-2)?.closer === closes) {
        problems.push(problemOf(top.token));
        crossed.push(top.closer);
        open.length -= 2;
      } else if (crossed.at(-1) === closes) crossed.pop();
      else {
        problems.push(problemOf(token));
        if (top !== undefined) top.isClosedWrongly = true;
      }
    }
  }
  for (const { token, isClosedWrongly } of open) if (!isClosedWrongly) problems.push(problemOf(token));
  return problems;
}

/** Closes the last open bracket if it is of the kind; true also where the closer needs none. */
function close(open: Open[], closer: string, at: number, tokens: readonly Token[]): boolean {
  const top = open.at(-1);
  if (top === undefined) return isLabel(tokens, at);
  if (top.closer === closer) {
    open.pop();
    return true;
  }
  if (isLabel(tokens, at)) return true;
  if (isInterval(tokens, top.index, at)) {
    open.pop();
    return true;
  }
  return false;
}

/** `1)` and `b)` before an item of a list, `:)`. */
function isLabel(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const bracket = tokens[at]!;
  if (before === undefined || bracket.spaced || bracket.text !== ')') return false;
  if (before.text === ':' || before.text === ';') return true;
  const short = before.text.length === 1 || (before.kind === 'number' && before.text.length <= 3);
  const next = tokens[at + 1];
  return short && next?.spaced === true && (at === 1 || before.spaced) && tokens[at - 2]?.text !== ',';
}

/** `[0, 1)`. */
function isInterval(tokens: readonly Token[], from: number, to: number): boolean {
  if (to - from > 8 || to - from < 4) return false;
  let comma = false;
  for (let i = from + 1; i < to; i++) {
    if (tokens[i]!.text === ',') comma = true;
    else if (tokens[i]!.text.length > 2) return false;
  }
  return comma;
}

function problemOf(token: Token): SyntaxProblem {
  const region = { start: token.start, end: token.end };
  return { messageId: 'unbalanced-brackets', data: { mark: token.written ?? token.text }, region };
}
