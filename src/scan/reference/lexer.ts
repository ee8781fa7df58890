import type { Delimiter } from './emphasis.ts';
import { bitsOf } from './lexicon.ts';
import type { LinkMark } from './links.ts';
import type { Shape, Token, TokenKind } from './token.ts';

/** What the lexer carries from character to character. */
export interface Lexer {
  readonly text: string;
  at: number;
  /** White space was seen since the last token. */
  spaced: boolean;
  /** End of the code span the lexer is in, where `*` and `_` are themselves. */
  codeEnd: number;
  /** No backtick follows, so none opens a code span. */
  noBacktick: boolean;
  /** `[` without its `]` so far, of which the next `]` may be the other half. */
  openBrackets: number;
  /** TeX's quotations that are open. */
  texQuotes: number;
  readonly tokens: Token[];
  readonly delimiters: Delimiter[];
  readonly linkMarks: LinkMark[];
}

/** A lexer at the start of a text. */
export function startLexer(text: string): Lexer {
  return {
    text,
    at: 0,
    spaced: false,
    codeEnd: -1,
    noBacktick: false,
    openBrackets: 0,
    texQuotes: 0,
    tokens: [],
    delimiters: [],
    linkMarks: [],
  };
}

/** Adds a token from where the lexer stands to `end`, and goes there. */
export function push(
  lexer: Lexer,
  kind: TokenKind,
  end: number,
  text: string,
  shape: Shape = 'caseless',
  written?: string,
): void {
  if (kind === 'mark') countBracket(lexer, text);
  const lower = kind === 'word' && shape !== 'lower' ? text.toLowerCase() : text;
  lexer.tokens.push({
    kind,
    text,
    lower,
    bits: kind === 'word' || text === '&' ? bitsOf(lower) : 0,
    start: lexer.at,
    end,
    spaced: lexer.spaced,
    shape,
    written,
    emphasis: -1,
    strong: -1,
    quote: -1,
    link: -1,
  });
  lexer.spaced = false;
  lexer.at = end;
}

function countBracket(lexer: Lexer, mark: string): void {
  if (mark === '[') lexer.openBrackets++;
  else if (mark === ']' && lexer.openBrackets > 0) lexer.openBrackets--;
}
