import type { Region } from '../model.ts';
import { once } from '../text/once.ts';

/** Beginnings that tell the months apart in English, German, French, Spanish, Italian and Portuguese. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|jän|gen|ene)/,
  /^(?:feb|fév|fev)/,
  /^(?:mar|mär|mrz)/,
  /^(?:apr|avr|abr)/,
  /^(?:may|mai|maggio|mag\b|mayo)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|aoû|aou|ago)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott|out)/,
  /^(?:nov)/,
  /^(?:dec|dez|déc|dic)/,
];

/**
 * Month 1 to 12 of a BibTeX `month` field once macros are expanded: a number, a name or its beginning, with a day or a
 * second month beside it (`1~jan`, `May/June`: the first month counts). Undefined where there is none.
 */
export function readMonth(text: string): number | undefined {
  const plain = text.normalize('NFC').toLowerCase().trim();
  if (/^\d{1,2}$/.test(plain)) {
    const month = Number(plain);
    return month >= 1 && month <= 12 ? month : undefined;
  }
  for (const [word] of plain.matchAll(/\p{L}{3,}/gu)) {
    const index = MONTHS.findIndex((month) => month.test(word));
    if (index >= 0) return index + 1;
  }
  const numbered = /^(\d{1,2})\s{0,3}(?:--?|–|\/)\s{0,3}\d{1,2}$/.exec(plain);
  const first = Number(numbered?.[1] ?? 0);
  return first >= 1 && first <= 12 ? first : undefined;
}

/** A season, a quarter or a term written where the month belongs: valid, but no month. */
export function isSeason(text: string): boolean {
  return /^(?:spring|summer|autumn|fall|winter|michaelmas|hilary|trinity|easter|q[1-4]|2[1-4]|quarter\s[1-4]|(?:first|second|third|fourth)\s(?:quarter|half))\b/i.test(
    text.trim(),
  );
}

const NO_YEAR = once(
  () =>
    /(?:^|[^\p{L}])(n\.\s?d\.|no date|in press|in prep(?:\.|aration)?|forthcoming|to appear|submitted|under review|accepted|s\.\s?a\.|o\.\s?J\.|ohne Jahr)(?=$|[^\p{L}])/iu,
);

/** A year as a text gives it, with its place there. */
export interface YearReading {
  /** Four digits with an optional letter, a year BC with its sign, or “n.d.”, “in press”, as written. */
  readonly value: string;
  readonly region: Region;
}

/**
 * The year in a short text that is about nothing else: `1997`, `1997a`, `c. 1997`, `May 1997`, `1997--1998` (the
 * first), `17 May 1997`, `n.d.`. Undefined where there is none.
 */
export function readYear(text: string): YearReading | undefined {
  const match =
    /(?<![\d.])(1\d{3}|20\d{2})([a-z](?![\p{L}\p{N}]))?(?!\d)/u.exec(text) ??
    /(?<!\d)(-?\d{4})(?!\d)()/.exec(text) ??
    /^\s{0,9}(-?\d{1,3})()\s{0,9}$/.exec(text);
  if (match !== null) {
    const value = `${match[1]}${match[2] ?? ''}`;
    const start = match.index + match[0].indexOf(value);
    return { value, region: { start, end: start + value.length } };
  }
  const words = NO_YEAR().exec(text);
  if (words === null) return undefined;
  const start = words.index + words[0].indexOf(words[1]!);
  return { value: words[1]!, region: { start, end: start + words[1]!.length } };
}

/** The number in `value` of a year, or undefined for “n.d.” and its like. */
export function yearNumber(year: string): number | undefined {
  const match = /^-?\d{1,5}/.exec(year);
  return match === null ? undefined : Number(match[0]);
}
