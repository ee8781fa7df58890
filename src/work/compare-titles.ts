import { distance } from 'fastest-levenshtein';
import { romanNumber } from './pages.ts';
import { hasArticle, normalizeTitle, spellUmlauts } from './titles.ts';

/** How two titles stand to each other. */
export type TitleRelation =
  | 'same'
  | 'subtitle' // one lacks the subtitle the other has
  | 'misspelt' // a few letters apart: one of them has a slip
  | 'numbered' // the same but for a number: volumes, parts, editions
  | 'different';

/** A title with the forms it is compared in. */
interface TitleForms {
  readonly text: string;
  readonly words: readonly string[];
  /** The words without blanks: “on-line” is “online”. */
  readonly key: string;
}

function formsOf(text: string): TitleForms {
  const words = wordsOf(text);
  return { text, words, key: words.join('') };
}

function wordsOf(text: string): readonly string[] {
  const words = normalizeTitle(text).split(' ');
  return words.some((word) => COUNTED.test(word)) ? spellOut(words) : words;
}

function keyOf(text: string): string {
  return wordsOf(text).join('');
}

/** Compares two titles; punctuation, case, accents and Markdown do not count. Symmetric. */
export function compareTitles(a: string, b: string): TitleRelation {
  if (a === b) return 'same';
  const left = formsOf(a);
  const right = formsOf(b);
  if (left.key === right.key) return 'same';
  if (left.key === '' || right.key === '') return 'different';
  if (isSpeltOut(a, b)) return 'same';
  const articles = relateArticles(left, right);
  if (articles !== undefined) return articles;
  const extra =
    left.key.length <= right.key.length ? restBehind(left, right.text) : restBehind(right, left.text);
  if (extra !== undefined) return isNumbering(extra) ? 'numbered' : 'subtitle';
  if (numbersOf(left).join(' ') === numbersOf(right).join(' ')) {
    return isSlip(left.key, right.key) ? 'misspelt' : 'different';
  }
  const rest = withoutNumbers(left);
  return rest !== '' && rest === withoutNumbers(right) ? 'numbered' : 'different';
}

/** “Über Bäume & Graphen”, “Ueber Baeume und Graphen”: one writes out what the other has a sign for. */
function isSpeltOut(a: string, b: string): boolean {
  const hasSign = a.includes('&') || b.includes('&');
  if (!hasSign && !UMLAUT.test(a) && !UMLAUT.test(b)) return false;
  const spelt = (text: string) => keyOf(spellUmlauts(hasSign ? text.replace(CONJUNCTION, '&') : text));
  return spelt(a) === spelt(b);
}

const UMLAUT = /[äöüøåÄÖÜØÅ]|\u0308|\u030a/;

/** What an ampersand is read as. */
const CONJUNCTION = /(?<=\s)(?:and|und|et|og|och|en|y|e)(?=\s)/gi;

/** An article at the start that one lacks is nothing, two that differ are a slip. */
function relateArticles(a: TitleForms, b: TitleForms): TitleRelation | undefined {
  const left = a.words.slice(hasArticle(a.words) ? 1 : 0);
  const right = b.words.slice(hasArticle(b.words) ? 1 : 0);
  if (left.length !== right.length || left.join('') !== right.join('')) return undefined;
  return hasArticle(a.words) && hasArticle(b.words) ? 'misspelt' : 'same';
}

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
function restBehind({ text: short, words, key }: TitleForms, long: string): string | undefined {
  for (const { 0: mark, index } of long.slice(0, 600).matchAll(SEPARATOR)) {
    if (words.length < 3 && !/[:：(（?？！!—–]|\s-/.test(mark)) continue;
    const behindMark = index + mark.length;
    if (index >= short.length / 2 && keyOf(long.slice(0, index)) === key) return long.slice(behindMark);
    const isLongEnough = words.length >= 3 && long.length - behindMark >= short.length / 2;
    if (isLongEnough && keyOf(long.slice(behindMark)) === key) return long.slice(0, index);
  }
  return undefined;
}

const COUNTED =
  /^(?:volume|vol|part|pt|book|band|bd|teil|tome|tomo|chapter|edition|ed|edn|auflage|aufl|series|supplement|section|lecture)$/;

const SHORTENED: ReadonlyMap<string, string> = new Map([
  ['vol', 'volume'],
  ['pt', 'part'],
  ['bd', 'band'],
  ['ed', 'edition'],
  ['edn', 'edition'],
  ['aufl', 'auflage'],
  ['rev', 'revised'],
]);

/** `Vol. 1` and `Volume I`, `2nd ed.` and `second edition` are one: what is counted in full, its number in digits. */
function spellOut(words: readonly string[]): readonly string[] {
  const spelt = [...words];
  words.forEach((word, index) => {
    if (!COUNTED.test(word)) return;
    const [before = '', behind = ''] = [words[index - 1], words[index + 1]];
    const [ordinal, number] = [
      numberOfWord(before),
      /^[ivx]$/.test(behind) ? romanNumber(behind) : numberOfWord(behind),
    ];
    if (number !== undefined) spelt[index + 1] = String(number);
    else if (ordinal !== undefined) spelt[index - 1] = String(ordinal);
    else if (REVISED.test(before)) spelt[index - 1] = SHORTENED.get(before) ?? before;
    else if (!/^[a-d]$/.test(behind)) return;
    spelt[index] = SHORTENED.get(word) ?? word;
  });
  return spelt;
}

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

const REVISED = /^(?:revised|rev|extended|expanded|enlarged|new|updated)$/;

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
function numbersOf({ words }: TitleForms): string[] {
  return words.flatMap((word, index) => {
    const number = numberOfWord(word);
    if (number !== undefined) return [String(number)];
    return isLetterWord(word) && (word !== 'a' || COUNTED.test(words[index - 1] ?? '')) ? [word] : [];
  });
}

function withoutNumbers({ words }: TitleForms): string {
  return words.filter((word) => numberOfWord(word) === undefined && !isLetterWord(word)).join(' ');
}

function isLetterWord(word: string): boolean {
  return word.length === 1 || word.endsWith('+') || word.endsWith('#');
}
