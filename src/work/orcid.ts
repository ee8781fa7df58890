import { DASHES, type IdentifierReading, innerRegion, readDigits, reading } from './identifier-reading.ts';

const RESOLVER =
  /^(?:(?:https?:\/\/)?(?:www\.)?orcid\.org\/|orcid(?:\s{0,3}id)?\s{0,9}[:#]?\s{0,9}(?:https?:\/\/orcid\.org\/)?)/i;

/**
 * Reads an ORCID iD, bare or as an `orcid.org` address; `value` is `dddd-dddd-dddd-dddX`. Check digit of ISO 7064
 * MOD 11-2, as ORCID's “Structure of the ORCID identifier” gives it.
 */
export function checkOrcid(text: string): IdentifierReading {
  const inner = innerRegion(text);
  const resolver = RESOLVER.exec(text.slice(inner.start, inner.start + 60))?.[0].length ?? 0;
  const end = text[inner.end - 1] === '/' ? inner.end - 1 : inner.end;
  const region = { start: Math.min(end, inner.start + resolver), end };
  const { digits, offsets, stranger } = readDigits(text, region);
  if (stranger !== undefined) return reading(digits, region, { kind: 'character', ...stranger });
  if (digits === '') return reading('', region, { kind: 'empty' });
  const x = digits.indexOf('X');
  if (x >= 0 && x !== 15) return reading(digits, region, { kind: 'character', at: offsets[x]!, found: 'X' });
  if (digits.length !== 16) {
    return reading(digits, region, { kind: 'length', found: String(digits.length), expected: '16' });
  }
  const value = digits.replace(/(.{4})(?=.)/g, '$1-');
  const expected = checkDigit(digits);
  if (digits[15] !== expected) {
    return reading(value, region, { kind: 'checksum', found: digits[15]!, expected });
  }
  return isGrouped(text, offsets)
    ? reading(value, region)
    : reading(value, region, { kind: 'shape', expected: value });
}

/** Whether a dash stands between the groups of four, as the address of the iD demands. */
function isGrouped(text: string, offsets: readonly number[]): boolean {
  return [4, 8, 12].every((at) => {
    const before = offsets[at - 1]!;
    return offsets[at]! === before + 2 && DASHES.includes(text[before + 1]!);
  });
}

function checkDigit(digits: string): string {
  let total = 0;
  for (let at = 0; at < 15; at += 1) total = ((total + Number(digits[at])) * 2) % 11;
  const digit = (12 - total) % 11;
  return digit === 10 ? 'X' : String(digit);
}
