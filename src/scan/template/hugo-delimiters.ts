/**
 * `indexOf` for offsets that mostly grow: an answer is kept until it is passed, so that asking again and again stays
 * linear in the text.
 */
export function createFinder(text: string, needle: string): (from: number) => number {
  let asked = 0;
  let found = -2;
  return (from) => {
    const isKnown = found !== -2 && from >= asked && (found === -1 || from <= found);
    if (!isKnown) {
      asked = from;
      found = text.indexOf(needle, from);
    }
    return found;
  };
}

/** Where the next delimiter of each kind stands in one page; -1 where none follows. */
export interface Delimiters {
  /** `>}}` for a tag that opens with `{{<`, `%}}` for one with `{{%`. */
  closer(mark: number, from: number): number;
  otherCloser(mark: number, from: number): number;
  /** `{{<` or `{{%`, whichever comes first. */
  opener(from: number): number;
  lineEnd(from: number): number;
  /** Where the two characters that end an escape stand, directly before a closing delimiter. */
  escapeCloser(mark: number, from: number): number;
  /** The start of an escape of either kind. */
  escapeOpener(from: number): number;
}

const ANGLE = 62;

/** Looks delimiters up in one page, remembering where it looked. */
export function createDelimiters(text: string): Delimiters {
  const angle = createFinder(text, '>}}');
  const percent = createFinder(text, '%}}');
  const openAngle = createFinder(text, '{{<');
  const openPercent = createFinder(text, '{{%');
  const lineFeed = createFinder(text, '\n');
  const openEscape = createFinder(text, '{{</*');
  const openPercentEscape = createFinder(text, '{{%/*');
  const closeEscape = createFinder(text, '*/>}}');
  const closePercentEscape = createFinder(text, '*/%}}');
  return {
    closer: (mark, from) => (mark === ANGLE ? angle(from) : percent(from)),
    otherCloser: (mark, from) => (mark === ANGLE ? percent(from) : angle(from)),
    opener: (from) => nearer(openAngle(from), openPercent(from)),
    escapeCloser: (mark, from) => (mark === ANGLE ? closeEscape(from) : closePercentEscape(from)),
    escapeOpener: (from) => nearer(openEscape(from), openPercentEscape(from)),
    lineEnd(from) {
      const found = lineFeed(from);
      return found === -1 ? text.length : found;
    },
  };
}

function nearer(first: number, second: number): number {
  if (first === -1 || second === -1) return Math.max(first, second);
  return Math.min(first, second);
}
