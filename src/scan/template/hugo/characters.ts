import type { Param } from '../../../model.ts';
import { once } from '../../../text/once.ts';

/** White space between the parts of a tag: tab to carriage return, and the blank; never NBSP or its kin. */
export function isTagSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13);
}

/** Go's `unicode.IsSpace`, which Hugo asks behind `=` and at the end of a bare value only. */
export function isUnicodeSpace(code: number): boolean {
  if (code < 128) return isTagSpace(code);
  return code === 0x85 || code === 0xa0 || (code >= 0x1680 && OTHER_SPACE.test(String.fromCharCode(code)));
}

const OTHER_SPACE = /[\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]/;

/**
 * Length in UTF-16 units of the letter, digit or underscore at `at`, 0 where there is none. Combining marks,
 * superscripts and emoji are none of these (Hugo: `isAlphaNumeric` in parser/pageparser/pagelexer.go).
 */
export function wordLength(text: string, at: number): 0 | 1 | 2 {
  const code = text.charCodeAt(at);
  if (code < 128) return isAsciiWord(code) ? 1 : 0;
  if (Number.isNaN(code)) return 0;
  const point = text.codePointAt(at)!;
  if (!LETTER_OR_DIGIT().test(String.fromCodePoint(point))) return 0;
  return point > 0xffff ? 2 : 1;
}

const LETTER_OR_DIGIT = once(() => /^[\p{L}\p{Nd}]$/u);

function isAsciiWord(code: number): boolean {
  return (
    (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95
  );
}

/**
 * A bare word as Hugo hands it to the template: `true`, whole numbers and decimal fractions lose their spelling
 * (`007` is 7). A whole number beyond the exact range of a JavaScript number stays a string.
 */
export function typedValue(word: string): Param['value'] {
  const first = word.charCodeAt(0);
  if (first === 116 || first === 102) return word === 'true' ? true : word === 'false' ? false : word;
  if (first > 57 || !NUMBER.test(word)) return word;
  const number = Number(word);
  if (!word.includes('.') && !Number.isSafeInteger(number)) return word;
  return Object.is(number, -0) ? 0 : number;
}

const NUMBER = /^[-+]?(?:[0-9]+|[0-9]*\.[0-9]+)$/;

/** `U+201C`, as Go's `%#U` spells a code point. */
export function codepointName(point: number): string {
  return 'U+' + point.toString(16).toUpperCase().padStart(4, '0');
}
