import type { Draft } from './draft.ts';
import { isOneOf, type Span, type Token } from './token.ts';

/** The span of that kind whose first token is `at`; the widest where several begin there. */
export function spanFrom({ source }: Draft, kind: Span['kind'], at: number): Span | undefined {
  let widest: Span | undefined;
  for (const span of source.spans) {
    if (span.from === at && span.kind === kind && (widest === undefined || span.to > widest.to))
      widest = span;
  }
  return widest;
}

/** Longest bracket that is looked over, in tokens. */
const LONGEST_BRACKET = 60;

/** Index of the bracket that closes the one at `at`, or -1. */
export function closingBracket(tokens: readonly Token[], at: number): number {
  let depth = 0;
  for (let i = at; i < tokens.length && i < at + LONGEST_BRACKET; i++) {
    if (isOneOf(tokens[i], '([')) depth++;
    else if (isOneOf(tokens[i], ')]') && --depth === 0) return i;
  }
  return -1;
}
