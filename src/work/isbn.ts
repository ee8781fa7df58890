import type { Region } from '../model.ts';
import {
  checkDigit11,
  type IdentifierReading,
  innerRegion,
  readDigits,
  reading,
  withoutBreaks,
  wordsOf,
} from './identifier-reading.ts';

const LABEL = /^(?:e|p|print|online)?[-\s]?isbn(?:[-\s]?1[03](?=[\s:]))?\s{0,9}[:#]?\s{0,9}/i;

/**
 * Reads one ISBN-10 or ISBN-13, with or without label, dashes and blanks. `value` is always the ISBN-13, so both forms
 * of one book are equal. The check digits are those of the ISBN Users' Manual, section 4.5; the prefix must be 978 or
 * 979 (979-0 belongs to ISMN).
 */
export function checkIsbn(text: string): IdentifierReading {
  const region = withoutLabel(text);
  const { digits, offsets, stranger } = readDigits(text, region);
  if (!/\d/.test(text))
    return reading('', region, { kind: stranger === undefined && digits === '' ? 'empty' : 'shape' });
  if (stranger !== undefined) return reading(digits, region, { kind: 'character', ...stranger });
  const x = digits.indexOf('X');
  if (x >= 0 && (x !== 9 || digits.length > 10)) {
    return reading(digits, region, { kind: 'character', at: offsets[x]!, found: 'X' });
  }
  if (digits.length === 10) return checkIsbn10(digits, region);
  if (digits.length === 13) return checkIsbn13(digits, region);
  return reading(digits, region, { kind: 'length', found: String(digits.length), expected: '10 or 13' });
}

function checkIsbn10(digits: string, region: Region): IdentifierReading {
  const body = digits.slice(0, 9);
  const thirteen = `978${body}${checkDigit13(`978${body}`)}`;
  const expected = checkDigit11(body);
  if (expected !== digits[9]) {
    return reading(digits, region, { kind: 'checksum', found: digits[9]!, expected });
  }
  if (body === '000000000') return reading(thirteen, region, { kind: 'range', found: digits });
  return reading(thirteen, region);
}

function checkIsbn13(digits: string, region: Region): IdentifierReading {
  if (!/^97(?:8|9[1-9])/.test(digits)) {
    const found = digits.startsWith('9790') ? '979-0' : digits.slice(0, 3);
    return reading(digits, region, { kind: 'prefix', found, expected: '978 or 979' });
  }
  const expected = checkDigit13(digits.slice(0, 12));
  if (expected !== digits[12]) {
    return reading(digits, region, { kind: 'checksum', found: digits[12]!, expected });
  }
  return reading(digits, region);
}

/** Check digit of an ISBN-13 whose first twelve digits are given. */
function checkDigit13(body: string): string {
  let sum = 0;
  for (let at = 0; at < 12; at += 1) sum += Number(body[at]) * (at % 2 === 0 ? 1 : 3);
  return String((10 - (sum % 10)) % 10);
}

function withoutLabel(text: string): Region {
  const { start, end } = innerRegion(text);
  const label = LABEL.exec(text.slice(start, start + 40));
  return { start: Math.min(end, start + (label?.[0].length ?? 0)), end };
}

/**
 * Regions of the single ISBNs in a field that may list several: `0-201-89683-4, 978-0-201-89683-1 (set)`. Separators
 * are commas, semicolons, slashes, bars, “and”, and blanks behind a whole ISBN; notes in round brackets are left out.
 */
export function splitIsbns(written: string): Region[] {
  const text = withoutBreaks(written);
  if (!/\d/.test(text)) return wordsOf(text);
  const regions: Region[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text[at];
    if (character !== undefined && !',;/()|'.includes(character) && !endsWholeIsbn(text, start, at)) continue;
    const piece = text.slice(start, at);
    const inner = innerRegion(piece);
    if (inner.end > inner.start) regions.push({ start: start + inner.start, end: start + inner.end });
    if (character === '(') {
      const close = text.indexOf(')', at);
      at = close < 0 ? text.length : close;
    }
    start = at + 1 + (JOINER.exec(text.slice(at + 1, at + 20))?.[0].length ?? 0);
  }
  // “pbk”, “v. 1”: words beside a number are notes; alone they are what the field says.
  const numbers = regions.filter(({ start: from, end }) => /(?:\d\D*){5}/.test(text.slice(from, end)));
  return numbers.length > 0 ? numbers : regions;
}

const JOINER = /^\s{0,9}(?:and|\\?&)\s{1,9}/i;

/** Whether the blank at `at` ends an ISBN, because ten or thirteen digits stand before it and more follow. */
function endsWholeIsbn(text: string, start: number, at: number): boolean {
  if (!/\s/.test(text[at]!) || at - start > 30) return false;
  const piece = text.slice(start, at);
  const { digits, stranger } = readDigits(piece, innerRegion(piece));
  if (stranger !== undefined) return false;
  if (digits.length === 13) return true;
  return digits.length === 10 && !/^97[89]/.test(digits) && /^\s+\S/.test(text.slice(at, at + 9));
}
