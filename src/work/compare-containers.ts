import { scriptOf } from './fold-names.ts';
import { foldLetters, titleKey, withoutHtml } from './titles.ts';

/** Words a container has in one bibliography and not in the next. */
const WEAK = new Set(
  (
    'the a an of and in on for to at with de la le les des du der die das und fur et y e del el los da do dos ' +
    'proceedings proc annual ann international intl int conference conf symposium symp workshop meeting advances adv ' +
    'acm ieee usenix aaai siam ifip volume vol series ser th st nd rd edition ed united states america usa'
  ).split(' '),
);

/**
 * Whether two names of a journal, a proceedings volume or a book may mean the same: `J. ACM` and `Journal of the ACM`,
 * `CACM`, `Proc. NeurIPS 2017` and `Advances in Neural Information Processing Systems 30`. In doubt yes: abbreviations
 * are many, and a false difference is worse than a missed one.
 */
export function isSameContainer(a: string, b: string): boolean {
  if (titleKey(a) === titleKey(b) || scriptOf(a) !== scriptOf(b)) return true;
  const left = containerWords(a);
  const right = containerWords(b);
  if (left.length === 0 || right.length === 0) return true;
  if (isAligned(left, right) || holdsAcronym(a, right) || holdsAcronym(b, left)) return true;
  return (
    segments(a).some((words) => isAligned(words, right)) ||
    segments(b).some((words) => isAligned(words, left))
  );
}

/** Words in lower case; years, ordinals and numbers left out. */
function containerWords(text: string): string[] {
  const words = foldLetters(withoutHtml(text.slice(0, 400)))
    .replace(/['’`´]/g, '')
    .match(/[\p{L}\p{M}]+|\d+\p{L}*/gu);
  return (words ?? []).filter((word) => !/^\d/.test(word)).slice(0, 40);
}

const SEPARATOR = /[,;:()[\]–—]|\s-\s|\.\s(?=In\b)/;

/** A name often has a place, a series or an acronym beside it: each piece between punctuation marks. */
function segments(text: string): string[][] {
  const pieces = text.slice(0, 400).split(SEPARATOR);
  return pieces.length === 1 ? [] : pieces.map(containerWords).filter((words) => words.length > 0);
}

/** Weak words may be missing; a single letter at the end names a series (Physical Review A). */
function isWeak(words: readonly string[], index: number): boolean {
  const word = words[index]!;
  return WEAK.has(word) && !(word.length === 1 && index === words.length - 1 && index > 0);
}

/** Walks both in step; a word may be cut short (`J`, `Commun`, `Intl`), a weak word may be missing. */
function isAligned(left: readonly string[], right: readonly string[]): boolean {
  let i = 0;
  let j = 0;
  let strong = 0;
  while (i < left.length && j < right.length) {
    if (isAbbreviation(left[i]!, right[j]!)) {
      if (!isWeak(left, i) || !isWeak(right, j)) strong += 1;
      i += 1;
      j += 1;
    } else if (isWeak(left, i)) i += 1;
    else if (isWeak(right, j)) j += 1;
    else return false;
  }
  for (; i < left.length; i += 1) if (!isWeak(left, i)) return false;
  for (; j < right.length; j += 1) if (!isWeak(right, j)) return false;
  return strong > 0;
}

function isAbbreviation(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.startsWith(short)) return !WEAK.has(short) || short.length > 2 || !WEAK.has(long);
  if (short.length < 3 || short[0] !== long[0] || short.at(-1) !== long.at(-1)) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

/**
 * Whether the text, or a piece of it, is a word of capitals (`CACM`, `Proc. CVPR`, `… (NeurIPS 2017)`) made of beginnings
 * of the words, in order.
 */
function holdsAcronym(text: string, words: readonly string[]): boolean {
  if (words.length < 2) return false;
  return text
    .slice(0, 400)
    .split(SEPARATOR)
    .some((piece) => {
      const strong = (piece.match(/[\p{L}\p{M}]+/gu) ?? []).filter((word) => !WEAK.has(foldLetters(word)));
      const acronym = strong.length === 1 ? strong[0]! : '';
      if (!/\p{Lu}.*\p{Lu}/u.test(acronym) || acronym.length > 12) return false;
      const letters = foldLetters(acronym);
      return (letters === 'nips' && words.includes('neurips')) || spells(letters, words);
    });
}

/** Whether `letters` is beginnings of two words or more, in order; words between may be skipped. */
function spells(letters: string, words: readonly string[]): boolean {
  let reached = new Map<number, number>([[0, 0]]);
  for (const word of words) {
    const next = new Map(reached);
    for (const [at, used] of reached) {
      for (
        let length = 1;
        length <= word.length && letters[at + length - 1] === word[length - 1];
        length += 1
      ) {
        next.set(at + length, Math.max(next.get(at + length) ?? 0, used + 1));
      }
    }
    reached = next;
  }
  return (reached.get(letters.length) ?? 0) >= 2;
}

const PUBLISHER_NOISE = new Set(
  (
    'the press publishing publishers publisher publications books verlag inc incorporated ltd limited llc co company ' +
    'corp corporation sons son and gmbh ag sa bv group professional education international university of de des du ' +
    'editions edition editora editorial edizioni uitgeverij us usa uk'
  ).split(' '),
);

/** Whether two publishers may be one: `MIT Press` and `The MIT Press`, `Wiley` and `John Wiley & Sons`, `OUP`. */
export function isSamePublisher(a: string, b: string): boolean {
  if (titleKey(a) === titleKey(b) || scriptOf(a) !== scriptOf(b)) return true;
  if (isPreprintServer(a) || isPreprintServer(b) || isNumberOnly(a) || isNumberOnly(b)) return true;
  const left = containerWords(a);
  const right = containerWords(b);
  const core = (words: readonly string[]) => words.filter((word) => !PUBLISHER_NOISE.has(word));
  const [x, y] = [core(left), core(right)];
  if (x.length === 0 || y.length === 0) return true;
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  if (short.every((word) => long.some((other) => isAbbreviation(word, other)))) return true;
  return holdsAcronym(a, right) || holdsAcronym(b, left);
}

/** `RM-3420-PR`, `No. 7`: the number of a report where its publisher is expected. */
function isNumberOnly(text: string): boolean {
  return !/\p{L}{3}/u.test(text) || (/\d/.test(text) && !/\p{Ll}{2}|[^\p{ASCII}]/u.test(text));
}

const PREPRINT_SERVER =
  /\b(?:arxiv|corr|(?:bio|med|chem|psy|soc|eng|eco|edu|earth|agri|sport|law)r?xiv|rxiv|preprints?|ssrn|hal|osf|techrxiv|e-?prints?|research square)\b/i;

/** Whether the name of a container or a publisher is that of a server for preprints. */
export function isPreprintServer(name: string): boolean {
  return name.length < 120 && PREPRINT_SERVER.test(name);
}
