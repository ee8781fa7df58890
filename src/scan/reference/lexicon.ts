import { once } from '../../text/once.ts';
import * as words from './words.ts';

/** What a word is evidence for, one bit a list of `words.ts`, which says what is in it; `LISTS` joins the two. */
export const MONTH = 1 << 0;
export const PARTICLE = 1 << 1;
export const SUFFIX = 1 << 2;
export const CONJUNCTION = 1 << 3;
export const EDITOR_ROLE = 1 << 4;
export const TRANSLATOR_ROLE = 1 << 5;
export const ORGANISATION = 1 << 6;
export const PERIODICAL = 1 << 7;
export const CONFERENCE = 1 << 8;
export const PUBLISHER = 1 << 9;
export const PLACE = 1 << 10;
export const COUNTRY = 1 << 11;
export const SMALL = 1 << 12;
export const ABBREVIATION = 1 << 13;
export const GIVEN = 1 << 14;
export const SHORTENED = 1 << 15;
export const VOLUME_LABEL = 1 << 16;
export const ISSUE_LABEL = 1 << 17;
export const PAGE_LABEL = 1 << 18;
export const ACCESS = 1 << 19;
export const OTHERS = 1 << 20;
export const EDITION = 1 << 21;
export const WORDY_DATE = 1 << 22;
export const GENRE = 1 << 23;
export const IDENTIFIER = 1 << 24;
export const ACCESS_JOINT = 1 << 25;
export const EDITING = 1 << 26;

const LISTS: readonly (readonly [number, string])[] = [
  [MONTH, words.MONTHS],
  [PARTICLE, words.PARTICLES],
  [SUFFIX, words.NAME_SUFFIXES],
  [CONJUNCTION, words.CONJUNCTIONS],
  [EDITOR_ROLE, words.EDITOR_ROLES],
  [TRANSLATOR_ROLE, words.TRANSLATOR_ROLES],
  [ORGANISATION, words.ORGANISATION_WORDS],
  [PERIODICAL, words.PERIODICAL_WORDS],
  [CONFERENCE, words.CONFERENCE_WORDS],
  [PUBLISHER, words.PUBLISHER_WORDS],
  [PLACE, words.PLACES],
  [COUNTRY, words.REGIONS],
  [SMALL, words.STOP_WORDS],
  [ABBREVIATION, words.ABBREVIATIONS],
  [GIVEN, words.GIVEN_NAMES],
  [SHORTENED, words.SHORTENED_WORDS],
  [VOLUME_LABEL, words.VOLUME_LABELS],
  [ISSUE_LABEL, words.ISSUE_LABELS],
  [PAGE_LABEL, words.PAGE_LABELS],
  [ACCESS, words.ACCESS_WORDS],
  [OTHERS, words.OTHERS_STARTS],
  [EDITION, words.EDITION_WORDS],
  [WORDY_DATE, words.WORDY_DATES],
  [GENRE, words.GENRE_WORDS],
  [IDENTIFIER, words.IDENTIFIER_LABELS],
  [ACCESS_JOINT, words.ACCESS_JOINTS],
  [EDITING, words.EDITING_WORDS],
];

let longest = 0;
/** Made for the first text that is read word by word: a page that is linted by itself may hold none. */
const lexicon = once(() => {
  const bits = new Map<string, number>();
  for (const [bit, list] of LISTS) {
    for (const word of list.split(' ')) {
      longest = Math.max(longest, word.length);
      bits.set(word, (bits.get(word) ?? 0) | bit);
    }
  }
  return bits;
});

/** All a lower-case word is evidence for; 0 for most words. */
export function bitsOf(lower: string): number {
  const bits = lexicon();
  return lower.length > longest ? 0 : (bits.get(lower) ?? 0);
}
