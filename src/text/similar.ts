import { distance } from 'fastest-levenshtein';

/**
 * The candidate a misspelt word was meant to be: the first of the nearest, at most one slip in four letters away, and
 * at most three slips in all. Two neighbours swapped are one slip and so is a century left out of a year, letter case
 * alone is half of one. Undefined where
 * nothing is near enough, or where the word itself is a candidate.
 */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const most = Math.min(3, Math.max(1, Math.floor(word.length / 4)));
  const folded = word.toLowerCase();
  let best: string | undefined;
  let least = most + 0.5;
  for (const candidate of candidates) {
    if (candidate === word) return undefined;
    const longer = Math.abs(candidate.length - word.length);
    if (longer > least && longer !== 2) continue;
    const slips = countSlips(folded, candidate.toLowerCase()) || 0.5;
    if (slips >= least || slips >= word.length) continue;
    best = candidate;
    least = slips;
  }
  return best;
}

/** The same, or the candidate that the word is the beginning of: `warn` for `warning`. */
export function meant(word: string, candidates: readonly string[]): string | undefined {
  const begun = word.length > 2 ? candidates.find((name) => name.startsWith(word.toLowerCase())) : undefined;
  return closest(word, candidates) ?? (begun === word ? undefined : begun);
}

function countSlips(word: string, candidate: string): number {
  return isSwapped(word, candidate) || isSameButCentury(word, candidate) ? 1 : distance(word, candidate);
}

/** Whether one has `1997` where the other has `97`. */
function isSameButCentury(word: string, candidate: string): boolean {
  if (Math.abs(word.length - candidate.length) !== 2) return false;
  const [short, long] = word.length < candidate.length ? [word, candidate] : [candidate, word];
  const at = long.search(/(?:19|20)\d\d/);
  return at !== -1 && long.slice(0, at) + long.slice(at + 2) === short;
}

/** Whether the two differ by one pair of neighbouring characters, exchanged. */
function isSwapped(word: string, candidate: string): boolean {
  if (word.length !== candidate.length) return false;
  let at = 0;
  while (at < word.length && word[at] === candidate[at]) at += 1;
  return (
    at + 1 < word.length &&
    word[at] === candidate[at + 1] &&
    word[at + 1] === candidate[at] &&
    word.slice(at + 2) === candidate.slice(at + 2)
  );
}
