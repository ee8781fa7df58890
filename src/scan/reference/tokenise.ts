import type { Region } from '../../model.ts';
import { balanceBrackets } from './brackets.ts';
import {
  CASELESS,
  COMBINING,
  classOf,
  DIGIT,
  INVISIBLE,
  isEastAsian,
  isLetter,
  LOWER,
  PUNCTUATION,
  SPACE,
  UPPER,
} from './character-class.ts';
import { type Delimiter, type DelimiterSign, pairDelimiters } from './emphasis.ts';
import { readEntity, readTag, type Tag } from './html.ts';
import { dropLinkBrackets, type LinkMark } from './links.ts';
import { pairQuotes } from './quotes.ts';
import type { Shape, Span, Token, TokenisedReference, TokenKind } from './token.ts';

/** What the lexer carries from character to character. */
interface Lexer {
  readonly text: string;
  at: number;
  /** White space was seen since the last token. */
  spaced: boolean;
  /** End of the code span the lexer is in, where `*` and `_` are themselves. */
  codeEnd: number;
  /** No backtick follows, so none opens a code span. */
  noBacktick: boolean;
  /** LaTeX's quotations that are open. */
  texQuotes: number;
  readonly tokens: Token[];
  readonly delimiters: Delimiter[];
  readonly linkMarks: LinkMark[];
}

/**
 * Cuts a reference text into tokens in one pass and pairs its marks. Never throws; linear in the text; every offset is
 * relative to it. Emphasis and links are read as CommonMark reads them in a line that has no other block structure.
 */
export function tokenise(text: string): TokenisedReference {
  const lexer: Lexer = {
    text,
    at: 0,
    spaced: false,
    codeEnd: -1,
    noBacktick: false,
    texQuotes: 0,
    tokens: [],
    delimiters: [],
    linkMarks: [],
  };
  while (lexer.at < text.length) step(lexer);
  const spans: Span[] = [];
  const tokens = dropLinkBrackets(lexer.tokens, lexer.linkMarks, lexer.delimiters);
  const links = tokens.links.map((link) => ({
    span: spans.push(link.span) - 1,
    value: link.value,
    region: link.region,
  }));
  const unbalanced = [
    ...pairDelimiters(text, tokens.tokens, lexer.delimiters, spans),
    ...pairQuotes(tokens.tokens, spans),
    ...balanceBrackets(tokens.tokens),
  ];
  markTokens(tokens.tokens, spans);
  unbalanced.sort((a, b) => a.region.start - b.region.start);
  return { text, tokens: tokens.tokens, spans, links, unbalanced };
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
  const { text, at } = lexer;
  const code = text.charCodeAt(at);
  const found = classOf(code);
  if (found === SPACE) {
    lexer.spaced = true;
    lexer.at++;
  } else if (found === INVISIBLE) lexer.at++;
  else if (found === DIGIT) readNumber(lexer);
  else if (found === PUNCTUATION) readPunctuation(lexer, code);
  else if (!readAddress(lexer)) readWord(lexer);
}

function push(lexer: Lexer, kind: TokenKind, end: number, text: string, shape: Shape = 'caseless'): void {
  lexer.tokens.push({
    kind,
    text,
    start: lexer.at,
    end,
    spaced: lexer.spaced,
    shape,
    emphasis: -1,
    strong: -1,
    quote: -1,
    link: -1,
  });
  lexer.spaced = false;
  lexer.at = end;
}

// ---- words and numbers ----

/**
 * A word keeps apostrophes and hyphens that stand between letters: O’Neil, Wickham-Crowley.
 * ```markdown
 * > | Wickham-Crowley, T. P.
 *     ^^^^^^^^^^^^^^^
 * ```
 */
function readWord(lexer: Lexer): void {
  const { text, at } = lexer;
  const eastAsian = isEastAsian(text.charCodeAt(at));
  let end = at;
  let upper = 0;
  let lower = 0;
  let caseless = 0;
  let firstUpper = false;
  let invisible = false;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    const found = classOf(code);
    if (found === UPPER) {
      if (end === at) firstUpper = true;
      upper++;
    } else if (found === LOWER) lower++;
    else if (found === CASELESS) {
      if (isEastAsian(code) !== eastAsian) break;
      caseless++;
    } else if (found === INVISIBLE) invisible = true;
    else if (found !== COMBINING && found !== DIGIT && !joinsLetters(text, end, code)) break;
    if (eastAsian && found === DIGIT) break;
    end++;
  }
  const word = invisible ? withoutInvisible(text.slice(at, end)) : text.slice(at, end);
  push(lexer, 'word', end, word, shapeOf(upper, lower, caseless, firstUpper, word, eastAsian));
}

function withoutInvisible(word: string): string {
  let text = '';
  for (let i = 0; i < word.length; i++) if (classOf(word.charCodeAt(i)) !== INVISIBLE) text += word[i];
  return text;
}

/** Apostrophe or hyphen between two letters. */
function joinsLetters(text: string, at: number, code: number): boolean {
  if (code !== 0x27 && code !== 0x2019 && code !== 0x2d && code !== 0x2010 && code !== 0x2011) return false;
  return isLetter(text.charCodeAt(at - 1)) && at + 1 < text.length && isLetter(text.charCodeAt(at + 1));
}

function shapeOf(
  upper: number,
  lower: number,
  caseless: number,
  first: boolean,
  word: string,
  cjk: boolean,
): Shape {
  if (caseless > 0) return cjk ? 'cjk' : 'caseless';
  if (upper === 0) return 'lower';
  if (lower === 0) return 'caps';
  if (upper === 1) return first ? 'capital' : 'mixed';
  return first && isCapitalEachPart(word, upper) ? 'capital' : 'mixed';
}

/** `Jean-Paul`, `O’Neil`, `McCarthy`, `DeMarco`: capitals that begin a part, as names have them. */
function isCapitalEachPart(word: string, upper: number): boolean {
  let parts = 1;
  for (let i = 1; i + 1 < word.length; i++) {
    if (classOf(word.charCodeAt(i)) !== UPPER) continue;
    const before = classOf(word.charCodeAt(i - 1));
    const after = classOf(word.charCodeAt(i + 1));
    if (after !== LOWER && after !== COMBINING) return false;
    if (before === PUNCTUATION || (before === LOWER && i <= 4)) parts++;
  }
  return parts === upper;
}

/** Digits with what clings to them: `1997a`, `3rd`, `27.3`. */
function readNumber(lexer: Lexer): void {
  const { text, at } = lexer;
  if (text.startsWith('10.', at) && readDoi(lexer)) return;
  let end = at;
  let letters = 0;
  while (end < text.length) {
    const found = classOf(text.charCodeAt(end));
    if (found === LOWER || found === UPPER) letters++;
    else if (found === DIGIT) {
      if (letters > 0) letters = 9;
    } else if (!(found === PUNCTUATION && letters === 0 && isDecimalPoint(text, end))) break;
    end++;
  }
  push(lexer, letters > 3 ? 'word' : 'number', end, text.slice(at, end), letters > 3 ? 'mixed' : 'caseless');
}

function isDecimalPoint(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x2e && classOf(text.charCodeAt(at + 1)) === DIGIT;
}

// ---- addresses ----

const ADDRESS_START = /(?:https?:\/\/|ftp:\/\/|www\.|(?:dx\.)?doi\.org\/)\S/iy;

/** An address runs to the next blank, less the punctuation of the sentence around it. */
function readAddress(lexer: Lexer): boolean {
  const { text, at } = lexer;
  const first = text.charCodeAt(at) | 0x20;
  if (first !== 0x68 && first !== 0x66 && first !== 0x77 && first !== 0x64) return false;
  ADDRESS_START.lastIndex = at;
  if (!ADDRESS_START.test(text)) return false;
  const end = endOfAddress(text, at);
  push(lexer, 'url', end, text.slice(at, end));
  return true;
}

function readDoi(lexer: Lexer): boolean {
  const { text, at } = lexer;
  if (!/^10\.\d{4,9}\/\S/.test(text.slice(at, at + 16))) return false;
  const end = endOfAddress(text, at);
  push(lexer, 'doi', end, text.slice(at, end));
  return true;
}

/** Offset after an address; a bracket belongs to it where its other half does. */
function endOfAddress(text: string, from: number): number {
  let end = from;
  let depth = 0;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    const found = classOf(code);
    if (found === SPACE || code === 0x3c || code === 0x3e || code === 0x22 || code === 0x60) break;
    if (code >= 0x3000 && (isEastAsian(code) || found === PUNCTUATION)) break;
    if (code === 0x201d || code === 0x2019 || code === 0xbb) break;
    if (code === 0x5d || code === 0x7d) break;
    if (code === 0x28) depth++;
    if (code === 0x29 && depth-- === 0) break;
  }
  while (end > from + 1 && ".,;:!?'*_".includes(text[end - 1]!)) end--;
  return end;
}

// ---- punctuation, Markdown's signs, HTML ----

function readPunctuation(lexer: Lexer, code: number): void {
  const { text, at } = lexer;
  switch (code) {
    case 0x5c: // backslash
      if (readEscape(lexer)) return;
      break;
    case 0x2a: // *
    case 0x5f: // _
      if (at >= lexer.codeEnd && readDelimiterRun(lexer, code)) return;
      break;
    case 0x60: // `
      if (readTexQuote(lexer)) return;
      readBacktick(lexer);
      return;
    case 0x27: // '
      if (text.charCodeAt(at + 1) === 0x27 && lexer.texQuotes > 0) {
        lexer.texQuotes--;
        push(lexer, 'mark', at + 2, '”');
        return;
      }
      break;
    case 0x26: // &
      if (readReference(lexer)) return;
      break;
    case 0x3c: // <
      if (readElement(lexer)) return;
      break;
    case 0x3e: // >
      if (closesAutolink(lexer)) return;
      break;
    case 0x5d: // ]
      if (readLinkTarget(lexer)) return;
      break;
  }
  pushMark(lexer, text[at]!);
}

/** Full-width punctuation and the ASCII marks later steps know it by. */
const FULL_WIDTH: ReadonlyMap<string, string> = new Map([
  ['，', ','], ['．', '.'], ['。', '.'], ['：', ':'], ['；', ';'], ['（', '('], ['）', ')'], ['［', '['], ['］', ']'],
  ['？', '?'], ['！', '!'], ['／', '/'], ['、', ','], ['＆', '&'],
]);

function pushMark(lexer: Lexer, written: string): void {
  const text = FULL_WIDTH.get(written);
  push(lexer, 'mark', lexer.at + 1, text ?? written);
  if (text !== undefined) {
    const last = lexer.tokens.pop()!;
    lexer.tokens.push({ ...last, written });
    lexer.spaced = true;
  }
}

/** A backslash makes the punctuation after it plain. */
function readEscape(lexer: Lexer): boolean {
  const { text, at } = lexer;
  if (at + 1 >= text.length || classOf(text.charCodeAt(at + 1)) !== PUNCTUATION) return false;
  push(lexer, 'mark', at + 2, text[at + 1]!);
  return true;
}

/** The `>` of `<https://example.org>`. */
function closesAutolink(lexer: Lexer): boolean {
  const last = lexer.tokens.at(-1);
  if (last?.end !== lexer.at || last.kind !== 'url') return false;
  lexer.at++;
  return true;
}

function readReference(lexer: Lexer): boolean {
  const entity = readEntity(lexer.text, lexer.at);
  if (entity === undefined) return false;
  readCharacter(lexer, entity.end, entity.character);
  return true;
}

/** An entity's character, treated as if it had been typed. */
function readCharacter(lexer: Lexer, end: number, character: string): void {
  const found = classOf(character.charCodeAt(0));
  if (found === SPACE || found === INVISIBLE) {
    lexer.spaced ||= found === SPACE;
    lexer.at = end;
  } else if (found === PUNCTUATION) push(lexer, 'mark', end, character);
  else readEntityWord(lexer, end, character);
}

/** `M&uuml;ller`: the entity's letter joins the word before it, and the word after it joins both. */
function readEntityWord(lexer: Lexer, end: number, character: string): void {
  const before = lexer.tokens.at(-1);
  const glued = before !== undefined && before.kind === 'word' && before.end === lexer.at && !lexer.spaced;
  const start = glued ? before.start : lexer.at;
  let text = (glued ? before.text : '') + character;
  const spaced = glued ? before.spaced : lexer.spaced;
  if (glued) lexer.tokens.pop();
  lexer.at = end;
  if (end < lexer.text.length && isLetter(lexer.text.charCodeAt(end))) {
    readWord(lexer);
    text += lexer.tokens.pop()!.text;
  }
  const after = lexer.at;
  lexer.at = start;
  lexer.spaced = spaced;
  const upper = [...text].filter((c) => classOf(c.charCodeAt(0)) === UPPER).length;
  const first = classOf(text.charCodeAt(0)) === UPPER;
  push(lexer, 'word', after, text, shapeOf(upper, text.length - upper, 0, first, text, false));
}

/**
 * A run of `*` or `_`; what it may do is decided by its neighbours (CommonMark 6.2).
 * ```markdown
 * > | (1997). *The Art*. Addison
 *             ^       ^
 * ```
 */
function readDelimiterRun(lexer: Lexer, code: number): boolean {
  const { text, at } = lexer;
  let end = at;
  while (end < text.length && text.charCodeAt(end) === code) end++;
  const before = at === 0 ? SPACE : classOf(text.charCodeAt(at - 1));
  const after = end === text.length ? SPACE : classOf(text.charCodeAt(end));
  const leftFlanking =
    after !== SPACE && (after !== PUNCTUATION || before === SPACE || before === PUNCTUATION);
  const rightFlanking =
    before !== SPACE && (before !== PUNCTUATION || after === SPACE || after === PUNCTUATION);
  const star = code === 0x2a;
  const canOpen = leftFlanking && (star || !rightFlanking || before === PUNCTUATION);
  const canClose = rightFlanking && (star || !leftFlanking || after === PUNCTUATION);
  if (!canOpen && !canClose && (at > 0 || end - at > 1) && end - at !== 2) {
    push(lexer, 'mark', end, text.slice(at, end));
    return true;
  }
  addDelimiter(lexer, {
    sign: star ? '*' : '_',
    length: end - at,
    canOpen,
    canClose,
    region: { start: at, end },
  });
  lexer.at = end;
  return true;
}

function addDelimiter(lexer: Lexer, delimiter: Omit<Delimiter, 'token' | 'spaced'>): void {
  lexer.delimiters.push({ ...delimiter, token: lexer.tokens.length, spaced: lexer.spaced });
}

/** `` opens a quotation where '' closes it: TeX's habit, kept by those who paste from BibTeX. */
function readTexQuote(lexer: Lexer): boolean {
  const { text, at } = lexer;
  if (text.charCodeAt(at + 1) !== 0x60 || at < lexer.codeEnd) return false;
  const close = text.indexOf("''", at + 2);
  const again = text.indexOf('``', at + 2);
  if (close < 0 || (again >= 0 && again < close)) return false;
  lexer.texQuotes++;
  push(lexer, 'mark', at + 2, '“');
  return true;
}

/** A code span hides emphasis; its signs are not shown. */
function readBacktick(lexer: Lexer): void {
  const { text, at } = lexer;
  if (at >= lexer.codeEnd && !lexer.noBacktick) {
    const close = text.indexOf('`', at + 1);
    if (close < 0) lexer.noBacktick = true;
    else lexer.codeEnd = close + 1;
  }
  lexer.at++;
}

const TAG_SIGNS: ReadonlyMap<string, DelimiterSign> = new Map([
  ['i', 'i'],
  ['em', 'i'],
  ['italic', 'i'],
  ['cite', 'i'],
  ['b', 'b'],
  ['strong', 'b'],
]);

/** A tag that emphasises or links becomes a span; the `<` of an autolink is passed over; other tags are nothing. */
function readElement(lexer: Lexer): boolean {
  if (/^<(?:https?|ftp|mailto):/i.test(lexer.text.slice(lexer.at, lexer.at + 9))) {
    lexer.at++;
    return true;
  }
  const tag = readTag(lexer.text, lexer.at);
  if (tag === undefined) return false;
  readTagAs(lexer, tag);
  return true;
}

function readTagAs(lexer: Lexer, tag: Tag): void {
  const region: Region = { start: lexer.at, end: tag.end };
  const sign = TAG_SIGNS.get(tag.name);
  if (sign !== undefined) {
    addDelimiter(lexer, {
      sign,
      length: sign === 'i' ? 1 : 2,
      canOpen: !tag.closing,
      canClose: tag.closing,
      region,
    });
  } else if (tag.name === 'a') {
    const href = tag.href;
    const target =
      href === undefined ? undefined : { value: lexer.text.slice(href.start, href.end), region: href };
    lexer.linkMarks.push({
      token: lexer.tokens.length,
      opens: !tag.closing,
      region,
      ...(target && { target }),
    });
  } else if (tag.name === 'br' || tag.name === 'p' || tag.name === 'div') lexer.spaced = true;
  lexer.at = tag.end;
}

/** Longest address of a Markdown link that is looked for. */
const LONGEST_TARGET = 4000;

/**
 * `](address)` or `](<address> "title")` ends a Markdown link.
 * ```markdown
 * > | [The Art](https://example.org/art)
 *             ^^^^^^^^^^^^^^^^^^^^^^^^^^
 * ```
 */
function readLinkTarget(lexer: Lexer): boolean {
  const { text, at } = lexer;
  if (text.charCodeAt(at + 1) !== 0x28) return false;
  let end = at + 2;
  let depth = 0;
  for (; end < text.length && end < at + LONGEST_TARGET; end++) {
    const code = text.charCodeAt(end);
    if (code === 0x28) depth++;
    if (code === 0x29 && depth-- === 0) break;
  }
  if (text.charCodeAt(end) !== 0x29 || end >= at + LONGEST_TARGET) return false;
  const inner = text.slice(at + 2, end);
  const address = /^\s{0,9}<?([^\s<>]*)>?\s{0,9}(?:["'(][^\n]*)?$/.exec(inner);
  if (address === null) return false;
  const start = at + 2 + inner.indexOf(address[1]!);
  const target = { value: address[1]!, region: { start, end: start + address[1]!.length } };
  lexer.linkMarks.push({
    token: lexer.tokens.length,
    opens: false,
    region: { start: at, end: end + 1 },
    target,
  });
  push(lexer, 'mark', end + 1, ']');
  return true;
}
