import type { Region } from '../model.ts';
import { type Difference, describeDifferences } from './difference.ts';
import { foldLetters, normalizeReferenceText } from './titles.ts';

interface Word {
  readonly key: string;
  readonly region: Region;
}

/** Longest stretch of words compared word by word; beyond it the whole stretch is one difference. */
const MOST = 300;

/**
 * Where two texts that could not be read as works differ, word by word: Markdown emphasis, case, accents, dashes,
 * quotes and white space do not count. Empty where they are the same. Bounded: at most 300 words of each side are
 * aligned.
 */
export function textDifferences(left: string, right: string): Difference[] {
  if (normalizeReferenceText(left) === normalizeReferenceText(right)) return [];
  const a = wordsOf(left);
  const b = wordsOf(right);
  let start = 0;
  while (start < a.length && start < b.length && a[start]!.key === b[start]!.key) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end)!.key === b.at(-1 - end)!.key)
    end += 1;
  const middleA = a.slice(start, a.length - end);
  const middleB = b.slice(start, b.length - end);
  if (middleA.length === 0 && middleB.length === 0) return [];
  if (middleA.length > MOST || middleB.length > MOST) return [difference(left, right, middleA, middleB)];
  return align(middleA, middleB).map(([x, y]) => difference(left, right, x, y));
}

/**
 * Where two texts of the same words first differ in punctuation or white space, to the blanks round that place;
 * undefined for equal texts.
 */
export function punctuationDifference(left: string, right: string): Difference | undefined {
  if (left === right) return undefined;
  const most = Math.min(left.length, right.length);
  let start = 0;
  while (start < most && left[start] === right[start]) start += 1;
  let end = 0;
  while (end < most - start && left.at(-1 - end) === right.at(-1 - end)) end += 1;
  while (start > 0 && !/\s/.test(left[start - 1]!)) start -= 1;
  while (end > 0 && !/\s/.test(left.at(-end)!)) end -= 1;
  const leftRegion = { start, end: left.length - end };
  const rightRegion = { start, end: right.length - end };
  return {
    part: 'text',
    left: sliceOf(left, leftRegion),
    right: sliceOf(right, rightRegion),
    leftRegion,
    rightRegion,
  };
}

/** The differences of two texts in words, “1997 ≠ 1998”; `''` where they are the same. */
export function describeTextDifference(left: string, right: string): string {
  return describeDifferences(textDifferences(left, right));
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}]+)?|[&+#%$@=<>]/gu)) {
    words.push({
      key: foldLetters(word).replace('’', "'"),
      region: { start: index, end: index + word.length },
    });
  }
  return words;
}

function difference(left: string, right: string, a: readonly Word[], b: readonly Word[]): Difference {
  const leftRegion = regionOf(a);
  const rightRegion = regionOf(b);
  return {
    part: 'text',
    left: sliceOf(left, leftRegion),
    right: sliceOf(right, rightRegion),
    ...(leftRegion === undefined ? {} : { leftRegion }),
    ...(rightRegion === undefined ? {} : { rightRegion }),
  };
}

function regionOf(words: readonly Word[]): Region | undefined {
  const [first] = words;
  return first === undefined ? undefined : { start: first.region.start, end: words.at(-1)!.region.end };
}

function sliceOf(text: string, region: Region | undefined): string {
  return region === undefined ? '' : text.slice(region.start, region.end).replace(/\s+/g, ' ');
}

/** Pairs of stretches between the words both sides share, by the longest common subsequence. */
function align(a: readonly Word[], b: readonly Word[]): [Word[], Word[]][] {
  const lengths = commonLengths(a, b);
  const width = b.length + 1;
  const pairs: [Word[], Word[]][] = [];
  let open: [Word[], Word[]] = [[], []];
  const close = (): void => {
    if (open[0].length + open[1].length > 0) pairs.push(open);
    open = [[], []];
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i]!.key === b[j]!.key) {
      close();
      i += 1;
      j += 1;
    } else if (
      j >= b.length ||
      (i < a.length && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!)
    ) {
      open[0].push(a[i]!);
      i += 1;
    } else {
      open[1].push(b[j]!);
      j += 1;
    }
  }
  close();
  return pairs;
}

/** Length of the longest common subsequence of `a` from i and `b` from j, at `i * (b.length + 1) + j`. */
function commonLengths(a: readonly Word[], b: readonly Word[]): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i]!.key === b[j]!.key
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  return lengths;
}
