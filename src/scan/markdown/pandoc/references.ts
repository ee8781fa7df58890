import { parser } from '../../parsers.ts';

/** What a parser answers where the text does not fit. */
export const FAIL = -1;

const REFERENCE = /&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|([A-Za-z][A-Za-z0-9]{1,31}));/y;

/** The names that stand in nearly every text which has any; only for another one HTML's long list is loaded. */
const COMMON: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['nbsp', '\u00a0'],
  ['ndash', '\u2013'],
  ['mdash', '\u2014'],
]);

/**
 * Behind the character reference at `at`, `FAIL` where none stands. A name that HTML does not have is no reference, so
 * its semicolon separates cites: `[@a, AT&T; @b]`. Throws `ParserNotLoaded` for the list of names.
 */
export function characterReference(text: string, at: number, limit: number): number {
  REFERENCE.lastIndex = at;
  const match = REFERENCE.exec(text);
  if (match === null || at + match[0].length > limit) return FAIL;
  const name = match[1];
  return name === undefined || named(name) !== undefined ? at + match[0].length : FAIL;
}

/** The character a reference such as `&amp;` or `&#167;` stands for. */
export function decodeReference(reference: string): string {
  const name = reference.slice(1, -1);
  if (!name.startsWith('#')) return named(name) ?? reference;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : reference;
}

function named(name: string): string | undefined {
  return COMMON.get(name) ?? (parser('micromark').decodeNamedCharacterReference(name) || undefined);
}
