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

const LABEL =
  /^(?:(?:e|p|print|online|electronic|linking)[-\s]?)?issn(?:-L)?(?:\s{0,3}\((?:print|online|electronic)\))?\s{0,9}[:#]?\s{0,9}/i;
const NOTE = /\s{0,9}\([^()]{0,40}\)$/;

/**
 * Reads one ISSN, with or without label and dash; `value` is `dddd-dddd`. Check digit of ISO 3297: weights 8 to 2,
 * modulo 11, ten is X.
 */
export function checkIssn(text: string): IdentifierReading {
  const region = withoutLabel(text);
  const { digits, offsets, stranger } = readDigits(text, region);
  if (!/\d/.test(text))
    return reading('', region, { kind: stranger === undefined && digits === '' ? 'empty' : 'shape' });
  if (stranger !== undefined) return reading(digits, region, { kind: 'character', ...stranger });
  const x = digits.indexOf('X');
  if (x >= 0 && x !== 7) return reading(digits, region, { kind: 'character', at: offsets[x]!, found: 'X' });
  if (digits.length !== 8) {
    return reading(digits, region, { kind: 'length', found: String(digits.length), expected: '8' });
  }
  const value = `${digits.slice(0, 4)}-${digits.slice(4)}`;
  const expected = checkDigit11(digits.slice(0, 7));
  if (digits[7] !== expected) {
    return reading(value, region, { kind: 'checksum', found: digits[7]!, expected });
  }
  return digits === '00000000'
    ? reading(value, region, { kind: 'range', found: value })
    : reading(value, region);
}

function withoutLabel(text: string): Region {
  const { start, end } = innerRegion(text);
  const label = LABEL.exec(text.slice(start, start + 60))?.[0].length ?? 0;
  const tail = text.slice(Math.max(start, end - 60), end);
  const note = NOTE.exec(tail)?.[0].length ?? 0;
  return { start: Math.min(end, start + label), end: Math.max(start + label, end - note) };
}

/** Regions of the single ISSNs in a field that may list several: `0001-0782, 1557-7317`. */
export function splitIssns(written: string): Region[] {
  const text = withoutBreaks(written);
  if (!/\d/.test(text)) return wordsOf(text);
  const regions: Region[] = [];
  const separators = /[,;/|]|\s(?:and|\\?&)\s|\s(?=\d{4}-?\d{3}[\dX]|[ep]?-?issn)|$/gi;
  let start = 0;
  for (const { index, 0: separator } of text.matchAll(separators)) {
    const inner = innerRegion(text.slice(start, index));
    if (inner.end > inner.start) regions.push({ start: start + inner.start, end: start + inner.end });
    start = index + separator.length;
  }
  return regions;
}
