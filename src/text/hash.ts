/** Takes one more number into a hash of 32 bits (FNV-1a). */
export const mix = (hash: number, value: number): number => Math.imul(hash ^ value, 16_777_619);

/** A hash of 32 bits: equal for equal texts under one seed, and for few others. */
export function hashText(text: string, seed: number): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = mix(hash, text.charCodeAt(at));
  return hash;
}

/**
 * Calls `visit` with the index of the first and of each later one of equal hashes. They are sorted, not put into a map:
 * that needs no object for each of a million, and no choice of hashes makes it slow.
 */
export function eachRepeated(hashes: readonly number[], visit: (first: number, later: number) => void): void {
  // A double holds whole numbers of 53 bits: those of the index, and as many of the hash as there is room for.
  const size = 2 ** (32 - Math.clz32(hashes.length));
  const range = Math.min(2 ** 32, 2 ** 53 / size);
  const sorted = new Float64Array(hashes.length);
  for (let index = 0; index < hashes.length; index++)
    sorted[index] = ((hashes[index]! >>> 0) % range) * size + index;
  sorted.sort();
  let first = 0;
  for (let at = 1; at < sorted.length; at++) {
    if (Math.floor(sorted[at]! / size) !== Math.floor(sorted[first]! / size)) first = at;
    else visit(sorted[first]! % size, sorted[at]! % size);
  }
}
