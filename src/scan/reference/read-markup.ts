import { classOf, INVISIBLE, isLetter, PUNCTUATION, SPACE } from './character-class.ts';
import type { DelimiterSign } from './emphasis.ts';
import { readEntity, readTag, type Tag } from './html.ts';
import { type Lexer, push } from './lexer.ts';
import { readWord, shapeOfWord } from './read-word.ts';

/** A backslash makes the punctuation after it plain. */
export function readEscape(lexer: Lexer): boolean {
  const { text, at } = lexer;
  if (at + 1 >= text.length || classOf(text.charCodeAt(at + 1)) !== PUNCTUATION) return false;
  push(lexer, 'mark', at + 2, text[at + 1]!);
  return true;
}

/** The `>` of `<https://example.org>`. */
export function closesAutolink(lexer: Lexer): boolean {
  const last = lexer.tokens.at(-1);
  if (last?.end !== lexer.at || last.kind !== 'url') return false;
  lexer.at++;
  return true;
}

/** An entity's character, treated as if it had been typed. */
export function readCharacterReference(lexer: Lexer): boolean {
  const entity = readEntity(lexer.text, lexer.at);
  if (entity === undefined) return false;
  const { end, character } = entity;
  const found = classOf(character.charCodeAt(0));
  if (found === SPACE || found === INVISIBLE) {
    lexer.spaced ||= found === SPACE;
    lexer.at = end;
  } else if (found === PUNCTUATION) push(lexer, 'mark', end, character);
  else readEntityWord(lexer, end, character);
  return true;
}

/** `M&uuml;ller`: the entity's letter joins the word before it, and the word after it joins both. */
function readEntityWord(lexer: Lexer, end: number, character: string): void {
  const before = lexer.tokens.at(-1);
  const glued = before !== undefined && before.kind === 'word' && before.end === lexer.at && !lexer.spaced;
  const start = glued ? before.start : lexer.at;
  const spaced = glued ? before.spaced : lexer.spaced;
  let text = (glued ? before.text : '') + character;
  if (glued) lexer.tokens.pop();
  lexer.at = end;
  if (end < lexer.text.length && isLetter(lexer.text.charCodeAt(end))) {
    readWord(lexer);
    text += lexer.tokens.pop()!.text;
  }
  const after = lexer.at;
  lexer.at = start;
  lexer.spaced = spaced;
  push(lexer, 'word', after, text, shapeOfWord(text));
}

/**
 * A run of `*` or `_`; what it may do is decided by its neighbours (CommonMark 6.2).
 * ```markdown
 * > | (1997). *The Art*. Addison
 *             ^       ^
 * ```
 */
export function readDelimiterRun(lexer: Lexer, code: number): boolean {
  const { text, at } = lexer;
  if (at < lexer.codeEnd) return false;
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
  const token = lexer.tokens.length;
  const region = { start: at, end };
  lexer.delimiters.push({ sign: star ? '*' : '_', length: end - at, canOpen, canClose, region, token });
  lexer.at = end;
  return true;
}

/** A code span hides emphasis; its signs are not shown. */
export function readBacktick(lexer: Lexer): void {
  const { text, at } = lexer;
  if (at >= lexer.codeEnd && !lexer.noBacktick) {
    const close = text.indexOf('`', at + 1);
    if (close < 0) lexer.noBacktick = true;
    else lexer.codeEnd = close + 1;
  }
  lexer.at++;
}

/** `` opens a quotation where '' closes it: TeX's habit, kept by those who paste from BibTeX. */
export function readTexQuote(lexer: Lexer): boolean {
  const { text, at } = lexer;
  if (text.charCodeAt(at + 1) !== 0x60 || at < lexer.codeEnd) return false;
  const close = text.indexOf("''", at + 2);
  const again = text.indexOf('``', at + 2);
  if (close < 0 || (again >= 0 && again < close)) return false;
  lexer.texQuotes++;
  push(lexer, 'mark', at + 2, '“');
  return true;
}

/** The '' that ends what `` has opened. */
export function closesTexQuote(lexer: Lexer): boolean {
  if (lexer.texQuotes === 0 || lexer.text.charCodeAt(lexer.at + 1) !== 0x27) return false;
  lexer.texQuotes--;
  push(lexer, 'mark', lexer.at + 2, '”');
  return true;
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
export function readElement(lexer: Lexer): boolean {
  if (/^<(?:https?|ftp|mailto):/i.test(lexer.text.slice(lexer.at, lexer.at + 9))) {
    lexer.at++;
    return true;
  }
  const tag = readTag(lexer.text, lexer.at);
  if (tag === undefined) return false;
  takeTag(lexer, tag);
  return true;
}

function takeTag(lexer: Lexer, tag: Tag): void {
  const region = { start: lexer.at, end: tag.end };
  const sign = TAG_SIGNS.get(tag.name);
  if (sign !== undefined) {
    lexer.delimiters.push({
      sign,
      length: sign === 'i' ? 1 : 2,
      canOpen: !tag.closing,
      canClose: tag.closing,
      region,
      token: lexer.tokens.length,
    });
  } else if (tag.name === 'a') {
    lexer.linkMarks.push({
      token: lexer.tokens.length,
      opens: !tag.closing,
      region,
      targeted: tag.href !== undefined,
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
export function readLinkTarget(lexer: Lexer): boolean {
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
  if (!/^\s{0,9}<?[^\s<>]*>?\s{0,9}(?:["'(][^\n]*)?$/.test(text.slice(at + 2, end))) return false;
  lexer.linkMarks.push({
    token: lexer.tokens.length,
    opens: false,
    region: { start: at, end: end + 1 },
    targeted: true,
  });
  push(lexer, 'mark', end + 1, ']');
  return true;
}
