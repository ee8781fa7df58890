import { once } from '../../src/text/once.ts';
/** A character that cannot be seen, or that no reader can make sense of. */
export interface OddCharacter {
  readonly at: number;
  readonly text: string;
  /** “a zero-width space (U+200B)”. */
  readonly name: string;
  /** What to write instead; absent where only the source can tell. */
  readonly instead?: string;
}

const NAMES: ReadonlyMap<number, string> = new Map([
  [0xa0, 'a no-break space'],
  [0xad, 'a soft hyphen'],
  [0x200b, 'a zero-width space'],
  [0x200c, 'a zero-width non-joiner'],
  [0x200d, 'a zero-width joiner'],
  [0x200e, 'a left-to-right mark'],
  [0x200f, 'a right-to-left mark'],
  [0x2028, 'a line separator'],
  [0x2029, 'a paragraph separator'],
  [0x202f, 'a narrow no-break space'],
  [0x2060, 'a word joiner'],
  [0xfeff, 'a byte order mark'],
  [0xfffd, 'a replacement character'],
]);

const ODD = once(
  () =>
    /[\u0001-\u0008\u000b\u000e-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffd]/g,
);
const ODD_IN_KEY = once(
  () =>
    /[\u0001-\u0008\u000b\u000e-\u001f\u007f-\u00a0\u00ad\u061c\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000\ufeff\ufffd]/g,
);

/** A character that may be odd: a quick answer for the many texts that hold none. */
export const MAY_BE_ODD = /[^\t\n\r\x20-\x7e]/g;

/** Scripts whose words are parted or joined by such characters: Arabic, Hebrew, those of India and further India. */
const NEEDS_JOINERS = /[\u0590-\u08ff\u0900-\u109f\u1780-\u18af\ufb1d-\ufdff\ufe70-\ufefc]/;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** The odd characters of a text. What its script needs is none: joiners in Persian or Thai and in emoji, marks beside Hebrew. */
export function oddCharacters(text: string): OddCharacter[] {
  const found = [...find(text, ODD()), ...findMisread(text)];
  if (found.length === 0) return found;
  const isRightToLeft = NEEDS_JOINERS.test(text);
  return found.filter(({ at, text: character }) => {
    if (isRightToLeft && (BIDI.test(character) || /[\u200b-\u200d]/.test(character))) return false;
    return (
      character !== '\u200d' ||
      !/\p{Extended_Pictographic}|\ufe0f/u.test(text.slice(Math.max(0, at - 2), at + 3))
    );
  });
}

/** `Ã©` for `é`, `â€™` for `’`: the bytes of UTF-8, read one by one as letters and written so. */
const MISREAD =
  /[ÃÄÅ][\u00a1-\u00aa\u00ac-\u00ba\u00bc-\u00bf]|Ã[\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u02c6\u02dc\u2030]|Â[\u00a9\u00ae\u00b0-\u00b4\u00b7]|â€[^\s\w]/g;

function findMisread(text: string): OddCharacter[] {
  return Array.from(text.matchAll(MISREAD), ({ 0: written, index }) => ({
    at: index,
    text: written,
    name: `\`${written}\`, which is one character in another encoding`,
  }));
}

/** The same for a cite key, in which blanks that look like one are odd too. */
export const oddCharactersInKey = (key: string): OddCharacter[] =>
  /^[\x20-\x7e]*$/.test(key) ? [] : find(key, ODD_IN_KEY());

/** A key without its odd characters. */
export const withoutOddCharacters = (key: string): string => key.replace(ODD_IN_KEY(), '');

function find(text: string, odd: RegExp): OddCharacter[] {
  return Array.from(text.matchAll(odd), ({ 0: character, index }) => {
    const instead = insteadOf(character.charCodeAt(0));
    return {
      at: index,
      text: character,
      name: nameOfCharacter(character),
      ...(instead === undefined ? {} : { instead }),
    };
  });
}

/** “a zero-width space (U+200B)”. */
export function nameOfCharacter(character: string): string {
  const code = character.charCodeAt(0);
  const hex = code.toString(16).toUpperCase().padStart(4, '0');
  const kind = BIDI.test(character) ? 'a mark of writing direction' : 'an invisible character';
  return `${NAMES.get(code) ?? kind} (U+${hex})`;
}

/** Blanks in disguise have no sure substitute in a key, a replacement character has none anywhere. */
function insteadOf(code: number): string | undefined {
  if (code === 0xfffd || (code >= 0x80 && code <= 0xa0) || (code >= 0x2000 && code <= 0x200a))
    return undefined;
  if (code === 0x202f || code === 0x205f || code === 0x3000) return undefined;
  return code === 0x2028 || code === 0x2029 ? ' ' : '';
}
