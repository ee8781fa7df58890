import type { Json } from '../../model.ts';

const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['', null],
  ['~', null],
  ...['null', 'Null', 'NULL'].map((word) => [word, null] as const),
  ...['true', 'True', 'TRUE'].map((word) => [word, true] as const),
  ...['false', 'False', 'FALSE'].map((word) => [word, false] as const),
]);

/**
 * The value of an unquoted YAML scalar by the core schema of YAML 1.2, with one exception: a number that would not be
 * printed as it is written (`1.10`, `007`, `1e3`, a long identifier) stays a string, so that no digit is lost.
 */
export function plainScalar(written: string): Json {
  const first = written.charCodeAt(0);
  const digitOrMinus = (first >= 48 && first <= 57) || first === 45;
  if (digitOrMinus) {
    const number = Number(written);
    return Number.isFinite(number) && String(number) === written ? number : written;
  }
  if (written.length > 5) return written;
  const word = WORDS.get(written);
  return word === undefined ? written : word;
}
