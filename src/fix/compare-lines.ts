import { countHolding } from '../text/halving.ts';
/** A line of either text: in both, only in the first, only in the second. */
export interface ComparedLine {
  readonly kind: ' ' | '-' | '+';
  /** With its line end. */
  readonly text: string;
}

/** Two lists of lines and where in them to compare. */
interface Stretch {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly newFrom: number;
  readonly newTo: number;
}

/** A pair of equal lines, by index. */
type Anchor = readonly [before: number, after: number];

/** Cells of a table of common subsequences that are filled without a thought. */
const SMALL = 250_000;

/**
 * The lines of both texts in one list. Equal beginnings and ends cost nothing; between lines that each text holds once
 * (“patience”), short stretches are compared exactly; a long stretch without such lines is replaced as a whole.
 */
export function compareLines(before: readonly string[], after: readonly string[]): ComparedLine[] {
  const lines: ComparedLine[] = [];
  compare({ before, after, from: 0, to: before.length, newFrom: 0, newTo: after.length }, lines);
  return lines;
}

function compare(stretch: Stretch, lines: ComparedLine[]): void {
  const { before, after } = stretch;
  let { from, to, newFrom, newTo } = stretch;
  while (from < to && newFrom < newTo && before[from] === after[newFrom]) {
    lines.push({ kind: ' ', text: before[from]! });
    from += 1;
    newFrom += 1;
  }
  const tail: ComparedLine[] = [];
  while (from < to && newFrom < newTo && before[to - 1] === after[newTo - 1]) {
    to -= 1;
    newTo -= 1;
    tail.push({ kind: ' ', text: before[to]! });
  }
  compareMiddle({ before, after, from, to, newFrom, newTo }, lines);
  for (let index = tail.length - 1; index >= 0; index--) lines.push(tail[index]!);
}

function compareMiddle(stretch: Stretch, lines: ComparedLine[]): void {
  const { before, after, from, to, newFrom, newTo } = stretch;
  const isOneSided = from === to || newFrom === newTo;
  if (!isOneSided && (to - from) * (newTo - newFrom) <= SMALL) {
    compareExactly(stretch, lines);
    return;
  }
  const anchors = isOneSided ? [] : commonUniqueLines(stretch);
  if (anchors.length === 0) {
    for (let index = from; index < to; index++) lines.push({ kind: '-', text: before[index]! });
    for (let index = newFrom; index < newTo; index++) lines.push({ kind: '+', text: after[index]! });
    return;
  }
  let [at, newAt] = [from, newFrom];
  for (const [next, newNext] of anchors) {
    compare({ before, after, from: at, to: next, newFrom: newAt, newTo: newNext }, lines);
    lines.push({ kind: ' ', text: before[next]! });
    [at, newAt] = [next + 1, newNext + 1];
  }
  compare({ before, after, from: at, to, newFrom: newAt, newTo }, lines);
}

/** The longest common subsequence, from a table of its lengths. */
function compareExactly({ before, after, from, to, newFrom, newTo }: Stretch, lines: ComparedLine[]): void {
  const [rows, columns] = [to - from, newTo - newFrom];
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      lengths[i * width + j] =
        before[from + i] === after[newFrom + j]
          ? lengths[(i + 1) * width + j + 1]! + 1
          : Math.max(lengths[(i + 1) * width + j]!, lengths[i * width + j + 1]!);
    }
  }
  for (let [i, j] = [0, 0]; i < rows || j < columns; ) {
    const isBoth = i < rows && j < columns && before[from + i] === after[newFrom + j];
    const isRemoved =
      j >= columns || (i < rows && lengths[(i + 1) * width + j]! >= lengths[i * width + j + 1]!);
    if (isBoth) lines.push({ kind: ' ', text: before[from + i]! });
    else if (isRemoved) lines.push({ kind: '-', text: before[from + i]! });
    else lines.push({ kind: '+', text: after[newFrom + j]! });
    if (isBoth || isRemoved) i += 1;
    if (isBoth || !isRemoved) j += 1;
  }
}

/** Lines that stand once in either stretch, as far as their order is the same: the longest rising run, by patience. */
function commonUniqueLines({ before, after, from, to, newFrom, newTo }: Stretch): Anchor[] {
  const olds = uniqueLines(before, from, to);
  const news = uniqueLines(after, newFrom, newTo);
  const piles: Link[] = [];
  for (const [line, index] of olds) {
    const other = index === undefined ? undefined : news.get(line);
    if (index === undefined || other === undefined) continue;
    const pile = countHolding(piles.length, (place) => piles[place]!.anchor[1] < other);
    piles[pile] = { anchor: [index, other], previous: piles[pile - 1] };
  }
  const anchors: Anchor[] = [];
  for (let link = piles.at(-1); link !== undefined; link = link.previous) anchors.push(link.anchor);
  return anchors.reverse();
}

interface Link {
  readonly anchor: Anchor;
  readonly previous: Link | undefined;
}

/** Each line with its index, in the order of the text; `undefined` where it stands more than once. */
function uniqueLines(lines: readonly string[], from: number, to: number): Map<string, number | undefined> {
  const found = new Map<string, number | undefined>();
  for (let index = from; index < to; index++) {
    const line = lines[index]!;
    found.set(line, found.has(line) ? undefined : index);
  }
  return found;
}
