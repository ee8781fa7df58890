import { once } from '../../src/text/once.ts';

/**
 * Letters of Cyrillic and Greek that most fonts draw like a Latin one, each followed by that one. Not the small Greek ones
 * that science writes beside Latin letters on purpose (`NFκB`).
 */
const PAIRS = 'аaеeоoрpсcуyхxіiјjѕsԁdһhӏlԛqԝwАAВBЕEКKМMНHОOРPСCТTУYХXІIЈJЅSοoΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX';
const LATIN: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, index) => [PAIRS[2 * index]!, PAIRS[2 * index + 1]!]),
);

/** A letter that looks like a Latin one. */
export interface Lookalike {
  readonly word: string;
  readonly letter: string;
  readonly latin: string;
  readonly index: number;
}

/** The words of a key, whose figures part no letters: the last of `knuth1997а` may be one of another script. */
const WORD_OF_KEY = once(() => /[\p{L}\d]+/gu);

/** Words as a text has them. */
export const WORD_OF_TEXT = once(() => /\p{L}+/gu);

/**
 * The first letter that looks like a Latin one in a word where every letter of another script does so: `α` in
 * `αSynuclein` is meant, `о` in `Lоvelace` is not.
 */
export function findLookalike(key: string, words = WORD_OF_KEY): Lookalike | undefined {
  if (!/[\u0370-\u03ff\u0400-\u052f]/.test(key)) return undefined;
  for (const { 0: word, index } of key.matchAll(words())) {
    const letters = word.match(/\p{L}/gu) ?? [];
    if (!letters.some((letter) => /\p{Script=Latin}/u.test(letter))) continue;
    const foreign = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter));
    const [letter] = foreign;
    if (letter === undefined || !foreign.every((one) => LATIN.has(one))) continue;
    return { word, letter, latin: LATIN.get(letter)!, index: index + word.indexOf(letter) };
  }
  return undefined;
}

/** The key with Latin letters for those that only look like them. */
export const inLatinLetters = (key: string): string =>
  findLookalike(key) === undefined
    ? key
    : key.replace(/[\u0370-\u03ff\u0400-\u052f]/g, (letter) => LATIN.get(letter) ?? letter);
