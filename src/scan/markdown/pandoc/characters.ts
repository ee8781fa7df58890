import { once } from '../../../text/once.ts';

/** Character classes as Haskell's `Data.Char` has them: by Unicode category, astral characters included. */

const ASCII_WORD = new Uint8Array(128);
for (let code = 48; code < 58; code += 1) ASCII_WORD[code] = 1;
for (let code = 65; code < 91; code += 1) ASCII_WORD[code] = ASCII_WORD[code + 32] = 1;

const WORD = once(() => /^[\p{L}\p{N}]/u);
const LETTER = once(() => /^\p{L}/u);
const PUNCTUATION = once(() => /^\p{P}/u);

/** How many code units the letter or digit at `at` takes, 0 where there is none; combining marks are none. */
export function wordWidth(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII_WORD[code]!;
  if (Number.isNaN(code)) return 0;
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return WORD().test(character) ? character.length : 0;
}

const ASCII_RUN = /[A-Za-z0-9]+/y;

/** Behind the ASCII letters and digits at `at`: most words are nothing else, and one by one they take longer. */
export function endOfAsciiWord(text: string, at: number): number {
  ASCII_RUN.lastIndex = at;
  return ASCII_RUN.test(text) ? ASCII_RUN.lastIndex : at;
}

/** How many code units the letter at `at` takes, 0 where there is none. */
export function letterWidth(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return code > 64 ? ASCII_WORD[code]! : 0;
  if (Number.isNaN(code)) return 0;
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return LETTER().test(character) ? character.length : 0;
}

/** Unicode punctuation, symbols excluded: `+ < = > ^ | ~ $` and the backtick are none. */
export function isPunctuation(character: string): boolean {
  return PUNCTUATION().test(character);
}

/** Haskell's `isSpace`: blanks of every width, line ends, no-break space; not zero-width characters. */
export function isSpace(code: number): boolean {
  if (code === 32 || (code >= 9 && code <= 13)) return true;
  return (
    code >= 0xa0 &&
    (code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || isRareSpace(code))
  );
}

function isRareSpace(code: number): boolean {
  return code === 0x202f || code === 0x205f || code === 0x3000;
}

/** The character at `at` is an ASCII digit. */
export function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
}
