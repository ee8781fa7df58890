/** UTF-16 units between two counts that are kept. */
const STEP = 1024;

/**
 * Turns UTF-16 offsets of a text into UTF-8 byte offsets. Built in one pass; asking costs at most one step, so that many
 * places on one long line are no trouble.
 */
export function byteOffsets(text: string): (offset: number) => number {
  const counts = new Float64Array(Math.floor(text.length / STEP) + 1);
  for (let step = 1; step < counts.length; step++) {
    counts[step] = counts[step - 1]! + bytes(text, (step - 1) * STEP, step * STEP);
  }
  return (offset) => {
    const inside = Math.max(0, Math.min(offset, text.length));
    const step = Math.floor(inside / STEP);
    return counts[step]! + bytes(text, step * STEP, inside);
  };
}

/** Each half of a surrogate pair counts for two of its four bytes. */
function bytes(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x80) count += 1;
    else if (code < 0x800 || (code >= 0xd800 && code <= 0xdfff)) count += 2;
    else count += 3;
  }
  return count;
}
