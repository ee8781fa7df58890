import { balanceBrackets } from './brackets.ts';
import { classOf, DIGIT, INVISIBLE, PUNCTUATION, SPACE } from './character-class.ts';
import { pairDelimiters } from './emphasis.ts';
import { type Lexer, push, startLexer } from './lexer.ts';
import { dropLinkBrackets } from './links.ts';
import { pairQuotes } from './quotes.ts';
import { readAddress } from './read-address.ts';
import {
  closesAutolink,
  closesTexQuote,
  readBacktick,
  readCharacterReference,
  readDelimiterRun,
  readElement,
  readEscape,
  readLinkTarget,
  readTexQuote,
} from './read-markup.ts';
import { readNumber, readWord } from './read-word.ts';
import type { Span, Token, TokenisedReference } from './token.ts';

/**
 * Cuts a reference text into tokens in one pass and pairs its marks. Never throws; linear in the text; every offset is
 * relative to it. Emphasis and links are read as CommonMark reads them in a line that has no other block structure.
 */
export function tokenise(text: string): TokenisedReference {
  const lexer = startLexer(text);
  while (lexer.at < text.length) step(lexer);
  const { tokens, links } = dropLinkBrackets(lexer.tokens, lexer.linkMarks, lexer.delimiters);
  const spans: Span[] = [];
  for (const link of links) spans.push(link);
  const unbalanced = pairDelimiters(text, tokens, lexer.delimiters, spans);
  for (const problem of pairQuotes(tokens, spans)) unbalanced.push(problem);
  for (const problem of balanceBrackets(tokens)) unbalanced.push(problem);
  markTokens(tokens, spans);
  if (unbalanced.length > 1) unbalanced.sort((a, b) => a.region.start - b.region.start);
  let bits = 0;
  for (const token of tokens) bits |= token.bits;
  return { text, tokens, spans, unbalanced, bits };
}

/** Writes the innermost span of each sort into its tokens; inner spans are listed before outer ones or beside them. */
function markTokens(tokens: readonly Token[], spans: readonly Span[]): void {
  for (let s = 0; s < spans.length; s++) {
    const span = spans[s]!;
    for (let i = span.from; i < span.to; i++) {
      const token = tokens[i]!;
      if (token[span.kind] < 0) token[span.kind] = s;
    }
  }
}

function step(lexer: Lexer): void {
  const code = lexer.text.charCodeAt(lexer.at);
  switch (classOf(code)) {
    case SPACE:
      lexer.spaced = true;
      lexer.at++;
      return;
    case INVISIBLE:
      lexer.at++;
      return;
    case DIGIT:
      readNumber(lexer);
      return;
    case PUNCTUATION:
      if (!readMarkup(lexer, code)) pushMark(lexer, lexer.text[lexer.at]!);
      return;
    default:
      if (!readAddress(lexer)) readWord(lexer);
  }
}

/** Signs of Markdown and HTML; false where the character stands for itself. */
function readMarkup(lexer: Lexer, code: number): boolean {
  switch (code) {
    case 0x5c: // backslash
      return readEscape(lexer);
    case 0x2a: // *
    case 0x5f: // _
      return readDelimiterRun(lexer, code);
    case 0x60: // `
      if (!readTexQuote(lexer)) readBacktick(lexer);
      return true;
    case 0x27: // '
      return closesTexQuote(lexer);
    case 0x26: // &
      return readCharacterReference(lexer);
    case 0x3c: // <
      return readElement(lexer);
    case 0x3e: // >
      return closesAutolink(lexer);
    case 0x5d: // ]
      return readLinkTarget(lexer);
    case 0x2d: // -
      return readHyphens(lexer);
    default:
      return false;
  }
}

/** `261--301`, `Erdős--Rényi`: what TeX, Pandoc and the typographers of Markdown print as one dash. */
function readHyphens(lexer: Lexer): boolean {
  const { text, at } = lexer;
  let end = at + 1;
  while (end < at + 4 && text.charCodeAt(end) === 0x2d) end++;
  if (end === at + 1 || end > at + 3 || !isWritten(text, at - 1) || !isWritten(text, end)) return false;
  push(lexer, 'mark', end, end === at + 2 ? '–' : '—');
  return true;
}

/** A letter or a figure stands there. */
function isWritten(text: string, at: number): boolean {
  const kind = at < 0 || at >= text.length ? SPACE : classOf(text.charCodeAt(at));
  return kind !== SPACE && kind !== PUNCTUATION && kind !== INVISIBLE;
}

/** Full-width punctuation and the ASCII marks later steps know it by. */
const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  ['，', ','],
  ['．', '.'],
  ['。', '.'],
  ['：', ':'],
  ['；', ';'],
  ['（', '('],
  ['）', ')'],
  ['［', '['],
  ['］', ']'],
  ['？', '?'],
  ['！', '!'],
  ['／', '/'],
  ['、', ','],
  ['＆', '&'],
]);

/** Full-width punctuation brings its own blank. */
function pushMark(lexer: Lexer, written: string): void {
  const ascii = written < '\u3000' ? undefined : FULL_WIDTH.get(written);
  if (ascii === undefined) push(lexer, 'mark', lexer.at + 1, written);
  else {
    push(lexer, 'mark', lexer.at + 1, ascii, 'caseless', written);
    lexer.spaced = true;
  }
}
