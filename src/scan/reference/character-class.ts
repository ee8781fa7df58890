/** What a character is to the reference reader: one of the constants below; 0 stands for a class not asked for yet. */
export type CharacterClass = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

/** Whatever is none of the others: marks, symbols, control characters. */
export const PUNCTUATION = 1;
/** Blanks and line ends of any script. */
export const SPACE = 2;
/** Numbers of any script, Roman ones and fractions too. */
export const DIGIT = 3;
/** Letters in lower case, and `ª` and `º`. */
export const LOWER = 4;
/** Letters in upper and title case. */
export const UPPER = 5;
/** Letters without case that blanks separate into words: Arabic, Hebrew, Hindi. */
export const CASELESS = 6;
/** Zero-width characters and soft hyphens: they belong to nothing. */
export const INVISIBLE = 7;
/** Combining marks: they belong to the letter before them and have no case. */
export const COMBINING = 8;

const known = new Uint8Array(0x10000);

/** Class of the UTF-16 code unit; halves of surrogate pairs count as caseless letters. */
export function classOf(code: number): CharacterClass {
  const found = known[code]!;
  if (found !== 0) return found as CharacterClass;
  const made = classify(code);
  known[code] = made;
  return made;
}

function classify(code: number): CharacterClass {
  if (code === 0xad || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff)
    return INVISIBLE;
  if (code >= 0xd800 && code <= 0xdfff) return CASELESS;
  const character = String.fromCharCode(code);
  if (/[\s\u0085]/.test(character)) return SPACE;
  if (/\p{N}/u.test(character)) return DIGIT;
  if (/\p{Lu}|\p{Lt}/u.test(character)) return UPPER;
  if (/\p{M}/u.test(character)) return COMBINING;
  if (/\p{Ll}|[ªº]/u.test(character)) return LOWER;
  if (/\p{L}/u.test(character)) return CASELESS;
  return PUNCTUATION;
}

/** Whether the code unit is a letter of any script. */
export function isLetter(code: number): boolean {
  const found = classOf(code);
  return found === LOWER || found === UPPER || found === CASELESS || found === COMBINING;
}

/** Whether the code unit is Han, kana or Hangul. */
export function isEastAsian(code: number): boolean {
  return (
    (code >= 0x3040 && code <= 0x30ff) ||
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7af) ||
    (code >= 0xf900 && code <= 0xfaff)
  );
}
