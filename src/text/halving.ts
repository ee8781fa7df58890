/**
 * How many of the things 0 … `count` - 1 hold, where none behind the first that does not hold does: the place where they
 * change over, found by halving.
 */
export function countHolding(count: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
