import type { Region } from '../model.ts';

/** What is wrong with an identifier, one word a defect; the rule on that identifier has a message for each. */
export type IdentifierProblemKind =
  | 'empty' // nothing is left once label and blanks are gone
  | 'prefix' // does not begin as its kind must: `10.`, 978 or 979, an archive of arXiv
  | 'shape' // not built like one: a part or a separator is missing
  | 'unlike' // nothing of its kind: a word, a part of one
  | 'length' // too few or too many digits
  | 'character' // a character that cannot stand here; `at` says where
  | 'checksum' // the check digit belongs to another number: a digit is mistyped
  | 'date' // the month or serial inside the identifier never existed
  | 'range' // beyond the highest number given out, or zero
  | 'escape' // `%28` or `&lt;` where the character itself belongs
  | 'trailing' // punctuation of the sentence around it
  | 'scheme' // a URL without its scheme
  | 'mistyped' // a URL, or the address of a resolver, whose scheme is mistyped
  | 'unreadable' // an address inside the author's machine: `file:`, `C:\`
  | 'credentials' // a user name or a password in a URL
  | 'host' // a host only the author's machine can reach, or none
  | 'bracket' // a parenthesis without its partner
  | 'double'; // two of them in one

/** Why an identifier is not valid. */
export interface IdentifierProblem {
  readonly kind: IdentifierProblemKind;
  /** Offset in the text given, where one place is to blame. */
  readonly at?: number;
  /** What stands there: a character, a check digit, a count of digits. */
  readonly found?: string;
  /** What would be right, where that is known. */
  readonly expected?: string;
}

/** An identifier read from a text that holds nothing else. */
export interface IdentifierReading {
  /** Equal for all spellings of one identifier; a best effort where there is a problem. */
  readonly value: string;
  /** Of the identifier itself inside the text: label, resolver address and outer blanks are left out. */
  readonly region: Region;
  readonly problem?: IdentifierProblem;
}

/** Region of a text without its outer white space. */
export function innerRegion(text: string): Region {
  const start = text.length - text.trimStart().length;
  return { start, end: Math.max(start, text.trimEnd().length) };
}

/** Where a field should list numbers and has words alone, “n/a” or “none”, they are one thing. */
export function wordsOf(text: string): Region[] {
  const inner = innerRegion(text);
  return inner.end > inner.start ? [inner] : [];
}

/** Mendeley's line breaks, `$\backslash$n`, as semicolons of the same length: it writes several numbers in one field so. */
export function withoutBreaks(text: string): string {
  if (!text.includes('$\\backslash$')) return text;
  return text.replace(/\$\\backslash\$[nr]/g, (written) => ';'.padStart(written.length));
}

/** Puts a reading together; leaves `problem` out where there is none. */
export function reading(value: string, region: Region, problem?: IdentifierProblem): IdentifierReading {
  return problem === undefined ? { value, region } : { value, region, problem };
}

/** Dashes people and word processors type between digits. */
export const DASHES = '-\u2010\u2011\u2012\u2013\u2014\u2212\uFF0D';

/** Digits (and a final X) of a number grouped by dashes and blanks, with the offset of each and the first stranger. */
export interface DigitReading {
  readonly digits: string;
  readonly offsets: readonly number[];
  readonly stranger?: { readonly at: number; readonly found: string };
}

/** Reads the digits in `text[start, end)`; `X` counts as a digit wherever it stands, and LaTeX's braces for nothing. */
export function readDigits(text: string, { start, end }: Region): DigitReading {
  let digits = '';
  const offsets: number[] = [];
  for (let at = start; at < end; at += 1) {
    const character = text[at]!;
    if ((character >= '0' && character <= '9') || character === 'X' || character === 'x') {
      digits += character.toUpperCase();
      offsets.push(at);
    } else if (!DASHES.includes(character) && !/[\s{}]/.test(character)) {
      const found = String.fromCodePoint(text.codePointAt(at)!);
      return { digits, offsets, stranger: { at, found } };
    }
  }
  return { digits, offsets };
}

/** The check digit that ISBN-10 and ISSN put behind these digits: modulo eleven, with `X` for ten. */
export function checkDigit11(body: string): string {
  let sum = 0;
  for (let at = 0; at < body.length; at += 1) sum += (body.length + 1 - at) * Number(body[at]);
  const digit = (11 - (sum % 11)) % 11;
  return digit === 10 ? 'X' : String(digit);
}
