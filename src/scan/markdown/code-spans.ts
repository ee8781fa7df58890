import { countHolding } from '../../text/halving.ts';

/** Where code spans and roles of one passage end; asking from left to right costs linear time in all. */
export interface CodeSpans {
  /** The place behind the code span opened by the backticks at `at`; -1 where no run of that length follows. */
  end(at: number): number;
  /** The place behind the run of backticks at `at`. */
  runEnd(at: number): number;
  /** The place behind the MyST role whose `{` stands at `at`, -1 where there is none. */
  roleEnd(at: number): number;
}

const MAX_HEADER = 1000;

/**
 * ```
 * ``a ` b``            {cite:p}`knuth84`
 * ^at      ^end        ^at              ^end
 * ```
 */
export function createCodeSpans(text: string): CodeSpans {
  let runs: Map<number, number[]> | undefined;
  let brace = -1;
  const runEnd = (at: number): number => {
    let to = at;
    while (text.charCodeAt(to) === 96) to += 1;
    return to;
  };
  const end = (at: number): number => {
    runs ??= findRuns(text);
    const length = runEnd(at) - at;
    const close = firstAfter(runs.get(length), at + length);
    return close === -1 ? -1 : close + length;
  };
  return {
    end,
    runEnd,
    roleEnd(at) {
      if (brace <= at) brace = indexOrEnd(text, '}', at + 1);
      if (brace - at > MAX_HEADER || text[brace + 1] !== '`') return -1;
      if (text.slice(at + 1, brace).trim() === '') return -1;
      return end(brace + 1);
    },
  };
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found === -1 ? text.length : found;
}

function findRuns(text: string): Map<number, number[]> {
  const runs = new Map<number, number[]>();
  for (let at = text.indexOf('`'); at !== -1; ) {
    let to = at;
    while (text.charCodeAt(to) === 96) to += 1;
    const same = runs.get(to - at);
    if (same === undefined) runs.set(to - at, [at]);
    else same.push(at);
    at = text.indexOf('`', to);
  }
  return runs;
}

/** The first of the sorted places that is not before `from`, by halving; -1 without one. */
function firstAfter(places: readonly number[] | undefined, from: number): number {
  if (places === undefined) return -1;
  return places[countHolding(places.length, (place) => places[place]! < from)] ?? -1;
}
