/** Characters hashed for one line: its own and those of the lines below, up to this many. */
const WINDOW = 100;
const BASE = 37n;
const MODULUS_MASK = (1n << 64n) - 1n;
const END_OF_FILE = 65535;

/**
 * GitHub's `primaryLocationLineHash` of every line: a rolling hash, base 37 modulo 2^64, over the 100 UTF-16 units from
 * the start of the line that are neither blank nor tab, with line ends folded to LF; behind a colon, how often the same
 * hash came before. An alert keeps its identity while these characters stay, wherever the line moves.
 */
export function lineFingerprints(text: string): string[] {
  const units = significantUnits(text);
  const counts = new Map<string, number>();
  return hashes(units).map((hash) => {
    const hex = hash.toString(16);
    const count = (counts.get(hex) ?? 0) + 1;
    counts.set(hex, count);
    return `${hex}:${count}`;
  });
}

interface SignificantUnits {
  readonly units: Uint16Array;
  readonly length: number;
  /** Index into `units` at which each line starts. */
  readonly lineStarts: readonly number[];
}

function significantUnits(text: string): SignificantUnits {
  const units = new Uint16Array(text.length + 1);
  const lineStarts = [0];
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 9) continue;
    if (code === 13 && text.charCodeAt(at + 1) === 10) continue;
    const unit = code === 13 ? 10 : code;
    units[length++] = unit;
    if (unit === 10) lineStarts.push(length);
  }
  units[length++] = END_OF_FILE;
  return { units, length, lineStarts };
}

function hashes({ units, length, lineStarts }: SignificantUnits): bigint[] {
  return lineStarts.map((start) => {
    let hash = 0n;
    for (let index = 0; index < WINDOW; index++) {
      const at = start + index;
      hash = (hash * BASE + (at < length ? BigInt(units[at] ?? 0) : 0n)) & MODULUS_MASK;
    }
    return hash;
  });
}
