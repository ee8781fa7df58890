import type { PersonName } from '../model.ts';
import { foldLetters, spellUmlauts } from './titles.ts';

/** A name in lower case without accents, apostrophes, hyphens and full stops; words parted by one blank. */
export function foldName(text: string): string {
  // Most family names are one word of these.
  if (/^[A-Za-z]+$/.test(text)) return text.toLowerCase();
  const words = foldLetters(text)
    .replace(/['’‘ʼ`´]/g, '')
    .match(/[\p{L}\p{N}\p{M}]+/gu);
  return words === null ? '' : words.join(' ');
}

/** Equal for `Gödel`, `Godel` and `Goedel`; for finding candidates, since `Bauer` and `Baur` are equal here too. */
export function looseName(text: string): string {
  return foldName(text).replace(/([aou])e/g, '$1');
}

/** Whether one of the two is `ö` where the other writes `oe`. */
function sameWithUmlauts(a: string, b: string): boolean {
  return foldName(spellUmlauts(a)) === foldName(b) || foldName(a) === foldName(spellUmlauts(b));
}

/** Words that belong to a family name in one catalogue and not in the next. */
const PARTICLES = new Set(
  'van von der den de del della di da do dos das du la le les el al bin ibn ben ter ten zu zum zur af av y e st saint van’t t o mac'.split(
    ' ',
  ),
);
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

/** Words of a family name that every catalogue keeps. */
export function familyWords(name: PersonName): string[] {
  const words = foldName(name.family).split(' ');
  const kept = words.filter((word) => !PARTICLES.has(word) && !SUFFIXES.has(word));
  return kept.length > 0 ? kept : words;
}

/** Whether two persons may be one: family names agree and given names, where both have some, do not contradict. */
export function isSamePerson(a: PersonName, b: PersonName): boolean {
  if (a.family === b.family && a.given === b.given) return true;
  if (isOneScript(a.family) && isOneScript(b.family) && scriptOf(a.family) !== scriptOf(b.family))
    return true;
  if (a.literal === true || b.literal === true) return isSameLiteral(a, b);
  if (isSameFamily(a, b)) return isCompatibleGiven(a.given, b.given);
  return isSwapped(a, b) || wholeName(a) === wholeName(b) || isUnspaced(a, b);
}

/** Whether family names agree: accents, particles, and one of two Iberian or hyphenated surnames do not count. */
export function isSameFamily(a: PersonName, b: PersonName): boolean {
  if (foldName(a.family) === foldName(b.family) || sameWithUmlauts(a.family, b.family)) return true;
  const left = familyWords(a);
  const right = familyWords(b);
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (short.length === long.length) return short.join('') === long.join('');
  if (short.join('') === long.join('')) return true;
  const kept = short.every((word, index) => word === long[index]);
  return kept || short.every((word, index) => word === long[long.length - short.length + index]);
}

/** `D. E.`, `Donald` and `Donald Ervin` agree; `J.` and `Donald` do not. Only the first initial is held against it. */
function isCompatibleGiven(a: string | undefined, b: string | undefined): boolean {
  const left = foldName(a ?? '').split(' ')[0]!;
  const right = foldName(b ?? '').split(' ')[0]!;
  if (left === '' || right === '') return true;
  if (left.startsWith(right) || right.startsWith(left)) return true;
  if (left[0] !== right[0])
    return isNickname(left, right) || isInitials(left, right) || isInitials(right, left);
  return true;
}

/** `DE` in NLM's style stands for `Donald Ervin`, whose first letter is all that is sure. */
function isInitials(short: string, long: string): boolean {
  return short.length <= 3 && long.length > 3 && short.includes(long[0]!);
}

const NICKNAMES = new Set(
  (
    'bill william;will william;bob robert;rob robert;dick richard;rick richard;ted edward;ned edward;ted theodore;' +
    'tony anthony;liz elizabeth;beth elizabeth;betty elizabeth;kate catherine;peggy margaret;jack john;hank henry;' +
    'gene eugene;sasha alexander;sandy alexander;chuck charles;polly mary;molly mary;drew andrew;bert albert;bert robert'
  ).split(';'),
);

function isNickname(a: string, b: string): boolean {
  return NICKNAMES.has(`${a} ${b}`) || NICKNAMES.has(`${b} ${a}`);
}

/** Family and given name the other way round, as happens with Chinese and Hungarian names. */
function isSwapped(a: PersonName, b: PersonName): boolean {
  if (a.given === undefined || b.given === undefined) return false;
  return foldName(a.family) === foldName(b.given) && foldName(a.given) === foldName(b.family);
}

/** `曹雪芹` and `曹, 雪芹`: scripts that put no blank between the parts of a name. */
function isUnspaced(a: PersonName, b: PersonName): boolean {
  const joined = ({ family, given = '' }: PersonName) => foldName(family + given);
  return scriptOf(a.family) === 'other' && joined(a) === joined(b);
}

function wholeName({ given = '', particle = '', family }: PersonName): string {
  return foldName(`${given} ${particle} ${family}`);
}

/** Organisations: the same words, one within the other, or an acronym of the other. */
function isSameLiteral(a: PersonName, b: PersonName): boolean {
  const left = wholeName(a);
  const right = wholeName(b);
  if (left === right || ` ${left} `.includes(` ${right} `) || ` ${right} `.includes(` ${left} `)) return true;
  const reversed = (name: PersonName) => foldName(`${name.family} ${name.given ?? ''}`);
  return reversed(a) === reversed(b) || isAcronymOf(left, right) || isAcronymOf(right, left);
}

function isAcronymOf(short: string, long: string): boolean {
  const words = long.split(' ');
  if (short.includes(' ') || words.length < 2) return false;
  const letters = (skip: boolean) =>
    words
      .filter((word) => !(skip && /^(?:of|the|for|and|on|in|de|la|des|du)$/.test(word)))
      .map((word) => word[0])
      .join('');
  return letters(true) === short || letters(false) === short;
}

/** First script of the letters of a text, as far as it matters here. */
export function scriptOf(text: string): 'latin' | 'other' | 'none' {
  if (/\p{Script=Latin}/u.test(text)) return 'latin';
  return /\p{L}/u.test(text) ? 'other' : 'none';
}

function isOneScript(text: string): boolean {
  return !(/\p{Script=Latin}/u.test(text) && /(?!\p{Script=Latin})\p{L}/u.test(text));
}
