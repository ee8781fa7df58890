import { distance } from 'fastest-levenshtein';
import { romanNumber } from './pages.ts';
import { hasArticle, normalizeTitle, titleKey, withoutArticle } from './titles.ts';

/** How two titles stand to each other. */
export type TitleRelation =
  | 'same'
  | 'subtitle' // one lacks the subtitle the other has
  | 'misspelt' // a few letters apart: one of them has a slip
  | 'numbered' // the same but for a number: volumes, parts, editions
  | 'different';

/** Compares two titles; punctuation, case, accents and Markdown do not count. Symmetric. */
export function compareTitles(a: string, b: string): TitleRelation {
  const left = titleKey(a);
  const right = titleKey(b);
  if (left === right) return 'same';
  if (left === '' || right === '') return 'different';
  const articles = relateArticles(a, b);
  if (articles !== undefined) return articles;
  const [short, long] = left.length <= right.length ? [a, b] : [b, a];
  const extra = restBehind(short, long);
  if (extra !== undefined) return isNumbering(extra) ? 'numbered' : 'subtitle';
  const numbers = numbersOf(a).join(' ') === numbersOf(b).join(' ');
  if (!numbers) {
    const rest = withoutNumbers(a);
    return rest !== '' && rest === withoutNumbers(b) ? 'numbered' : 'different';
  }
  return isSlip(left, right) ? 'misspelt' : 'different';
}

/** An article at the start that one lacks is nothing, two that differ are a slip. */
function relateArticles(a: string, b: string): TitleRelation | undefined {
  const [left, right] = [normalizeTitle(a), normalizeTitle(b)];
  const both = hasArticle(left) && hasArticle(right);
  if (joined(withoutArticle(left)) !== joined(withoutArticle(right))) return undefined;
  return both ? 'misspelt' : 'same';
}

const joined = (normalizedTitle: string) => normalizedTitle.replaceAll(' ', '');

/** About one slip in twelve letters, at least one and at most six; titles of two or three letters have none. */
function isSlip(left: string, right: string): boolean {
  const shorter = Math.min(left.length, right.length);
  const most = shorter < 4 ? 0 : Math.min(6, Math.max(1, Math.floor(shorter / 12)));
  if (Math.abs(left.length - right.length) > most) return false;
  return distance(left.slice(0, 400), right.slice(0, 400)) <= most;
}

/** Marks behind which a subtitle, a series or an addition may begin or end. */
const SEPARATOR = /[:：;,(（[.?!？！。—–]|\s[-/|]{1,3}\s/g;

/**
 * What the longer title says beyond the shorter, where the shorter is all of it up to a separator, or all of it behind
 * one; undefined where it is not. A comma parts a subtitle only from three words on.
 */
function restBehind(short: string, long: string): string | undefined {
  const key = titleKey(short);
  const words = normalizeTitle(short).split(' ').length;
  for (const { 0: mark, index } of long.slice(0, 600).matchAll(SEPARATOR)) {
    if (words < 3 && !/[:：(（?？！!—–]|\s-/.test(mark)) continue;
    const before = long.slice(0, index);
    const behind = long.slice(index + mark.length);
    if (before.length >= short.length / 2 && titleKey(before) === key) return behind;
    if (words >= 3 && behind.length >= short.length / 2 && titleKey(behind) === key) return before;
  }
  return undefined;
}

const COUNTED =
  /^(?:volume|vol|part|pt|book|band|bd|teil|tome|tomo|chapter|edition|ed|edn|auflage|series|supplement|section|lecture)$/;

/** `Volume 2`, `2nd edition`, `revised edition`, `II`: what makes another work of the same title. */
function isNumbering(rest: string): boolean {
  const words = normalizeTitle(rest).split(' ');
  const isNumber = (word = '') => numberOfWord(word) !== undefined;
  if (words.length === 1) return isNumber(words[0]) || COUNTED.test(words[0]!) || /^[a-di]$/.test(words[0]!);
  return words.some((word, index) => {
    const [before = '', behind = ''] = [words[index - 1], words[index + 1]];
    if (!COUNTED.test(word)) return false;
    return isNumber(behind) || /^[a-di]$/.test(behind) || isNumber(before) || REVISED.test(before);
  });
}

const REVISED = /^(?:revised|extended|expanded|enlarged|new|updated)$/;

const ORDINALS: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten'
    .split(' ')
    .map((word, index): [string, number] => [word, index])
    .concat(
      'zeroth first second third fourth fifth sixth seventh eighth ninth tenth'
        .split(' ')
        .map((word, index): [string, number] => [word, index]),
    ),
);

/** Value of a word that counts: `2`, `II`, `second`, `2nd`; undefined for every other. */
export function numberOfWord(word: string): number | undefined {
  const digits = /^(\d{1,9})(?:st|nd|rd|th|e|te)?$/.exec(word);
  if (digits !== null) return Number(digits[1]);
  const named = ORDINALS.get(word);
  if (named !== undefined) return named;
  return word.length > 1 && /^[ivx]+$/.test(word) ? romanNumber(word) : undefined;
}

/** What counts in a title: numbers, and words of one letter or with `+` or `#` (Part B, Vitamin C, C++). */
function numbersOf(title: string): string[] {
  return normalizeTitle(title)
    .split(' ')
    .flatMap((word, index, words) => {
      const number = numberOfWord(word);
      if (number !== undefined) return [String(number)];
      const isLetter = word.length === 1 && (word !== 'a' || COUNTED.test(words[index - 1] ?? ''));
      return isLetter || /[+#]/.test(word) ? [word] : [];
    });
}

function withoutNumbers(title: string): string {
  return normalizeTitle(title)
    .split(' ')
    .filter((word) => numberOfWord(word) === undefined && word.length > 1 && !/[+#]/.test(word))
    .join(' ');
}
