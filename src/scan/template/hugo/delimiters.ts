/**
 * Where the delimiters of one page stand. Each answer is kept until it is passed, so that asking again and again, for
 * offsets that mostly grow, stays linear in the text.
 */
export interface Delimiters {
  readonly text: string;
  /** By index in `NEEDLES`: from where the answer holds, and the answer. */
  readonly asked: number[];
  readonly found: number[];
}

const NEEDLES = ['>}}', '%}}', '{{<', '{{%', '*/>}}', '*/%}}', '{{</*', '{{%/*', '\n', '\\'] as const;
const ANGLE = 62;

/** Nothing is looked up before it is asked for. */
export function createDelimiters(text: string): Delimiters {
  return { text, asked: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], found: [-2, -2, -2, -2, -2, -2, -2, -2, -2, -2] };
}

function find(delimiters: Delimiters, needle: number, from: number): number {
  const { text, asked, found } = delimiters;
  const known = found[needle]!;
  if (known !== -2 && from >= asked[needle]! && (known === -1 || from <= known)) return known;
  asked[needle] = from;
  found[needle] = text.indexOf(NEEDLES[needle]!, from);
  return found[needle]!;
}

/** The next `>}}`, or `%}}` for a tag that opens with `{{%`; `mark` is the code of `>` or `%`. -1 where none follows. */
export function findCloser(delimiters: Delimiters, mark: number, from: number): number {
  return find(delimiters, mark === ANGLE ? 0 : 1, from);
}

/** The next closing delimiter of the other kind; -1 where none follows. */
export function findOtherCloser(delimiters: Delimiters, mark: number, from: number): number {
  return find(delimiters, mark === ANGLE ? 1 : 0, from);
}

/** The next `{{<` or `{{%`; -1 where none follows. */
export function findOpener(delimiters: Delimiters, from: number): number {
  return nearer(find(delimiters, 2, from), find(delimiters, 3, from));
}

/** Where the two characters that end an escape stand, directly before a closing delimiter; -1 where none follow. */
export function findEscapeCloser(delimiters: Delimiters, mark: number, from: number): number {
  return find(delimiters, mark === ANGLE ? 4 : 5, from);
}

/** The next escape of either kind; -1 where none follows. */
export function findEscapeOpener(delimiters: Delimiters, from: number): number {
  return nearer(find(delimiters, 6, from), find(delimiters, 7, from));
}

/** The next line feed, or the end of the text. */
export function findLineEnd(delimiters: Delimiters, from: number): number {
  const found = find(delimiters, 8, from);
  return found === -1 ? delimiters.text.length : found;
}

/** Whether a line feed or a backslash stands between two offsets. */
export function breaksOrEscapes(delimiters: Delimiters, start: number, end: number): boolean {
  const backslash = find(delimiters, 9, start);
  return (backslash !== -1 && backslash < end) || findLineEnd(delimiters, start) < end;
}

function nearer(first: number, second: number): number {
  if (first === -1 || second === -1) return Math.max(first, second);
  return Math.min(first, second);
}
