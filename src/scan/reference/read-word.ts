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
  UPPER,
} from './character-class.ts';
import { type Lexer, push } from './lexer.ts';
import { readDoi } from './read-address.ts';
import type { Shape } from './token.ts';

/** How many letters of each case a word has. */
interface Letters {
  upper: number;
  lower: number;
  caseless: number;
  invisible: boolean;
}

/**
 * A word keeps apostrophes and hyphens that stand between letters: O’Neil, Wickham-Crowley.
 * ```markdown
 * > | Wickham-Crowley, T. P.
 *     ^^^^^^^^^^^^^^^
 * ```
 */
export function readWord(lexer: Lexer): void {
  const { text, at } = lexer;
  const eastAsian = isEastAsian(text.charCodeAt(at));
  const letters: Letters = { upper: 0, lower: 0, caseless: 0, invisible: false };
  let end = at;
  while (end < text.length && readLetter(letters, text, end, eastAsian)) end++;
  const written = text.slice(at, end);
  const word = letters.invisible ? withoutInvisible(written) : written;
  push(lexer, 'word', end, word, shapeOf(letters, word, eastAsian));
}

/** Counts the character at `at` if it goes on with the word. */
function readLetter(letters: Letters, text: string, at: number, eastAsian: boolean): boolean {
  const code = text.charCodeAt(at);
  switch (classOf(code)) {
    case UPPER:
      letters.upper++;
      return true;
    case LOWER:
      letters.lower++;
      return true;
    case CASELESS:
      if (isEastAsian(code) !== eastAsian) return false;
      letters.caseless++;
      return true;
    case INVISIBLE:
      letters.invisible = true;
      return true;
    case COMBINING:
      return true;
    case DIGIT:
      return !eastAsian;
    default:
      return joinsLetters(text, at, code);
  }
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

function shapeOf({ upper, lower, caseless }: Letters, word: string, eastAsian: boolean): Shape {
  if (caseless > 0) return eastAsian ? 'cjk' : 'caseless';
  if (upper === 0) return 'lower';
  if (lower === 0) return 'caps';
  const first = classOf(word.charCodeAt(0)) === UPPER;
  if (upper === 1) return first ? 'capital' : 'mixed';
  return first && isCapitalEachPart(word, upper) ? 'capital' : 'mixed';
}

/** Shape of a word that is no run of the text, such as one with an entity in it. */
export function shapeOfWord(word: string): Shape {
  const letters: Letters = { upper: 0, lower: 0, caseless: 0, invisible: false };
  for (let i = 0; i < word.length; i++) readLetter(letters, word, i, false);
  return shapeOf(letters, word, false);
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

/** Digits with what clings to them: `1997a`, `3rd`, `27.3`; `⁴1995` is two. Many letters make a word of it, `3DTV`. */
export function readNumber(lexer: Lexer): void {
  const { text, at } = lexer;
  if (text.startsWith('10.', at) && readDoi(lexer)) return;
  const raised = isSuperscript(text.charCodeAt(at));
  let end = at;
  let letters = 0;
  while (end < text.length) {
    const found = classOf(text.charCodeAt(end));
    if (found === DIGIT && isSuperscript(text.charCodeAt(end)) !== raised) break;
    if (found === LOWER || found === UPPER) letters++;
    else if (found === DIGIT) letters = letters > 0 ? 9 : 0;
    else if (!(found === PUNCTUATION && letters === 0 && isDecimalPoint(text, end))) break;
    end++;
  }
  push(lexer, letters > 3 ? 'word' : 'number', end, text.slice(at, end), letters > 3 ? 'mixed' : 'caseless');
}

/** `¹`, `²`, `³`, `⁰` to `⁹`. */
function isSuperscript(code: number): boolean {
  return code === 0xb9 || code === 0xb2 || code === 0xb3 || (code >= 0x2070 && code <= 0x2079);
}

function isDecimalPoint(text: string, at: number): boolean {
  return text.charCodeAt(at) === 0x2e && classOf(text.charCodeAt(at + 1)) === DIGIT;
}
