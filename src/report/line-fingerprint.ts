import type { Location } from '../model.ts';
import type { Source } from './sources.ts';

/** Characters hashed for one line: its own and those of the lines below, up to this many. */
const WINDOW = 100;
const BASE = 37;
const WORD = 2 ** 32;
const END_OF_FILE = 65535;

/** 37^100 modulo 2^64, in two words: the weight of the unit that leaves the window. */
const LEAVING_HIGH = Number(((37n ** 100n) >> 32n) & 0xffffffffn);
const LEAVING_LOW = Number((37n ** 100n) & 0xffffffffn);

/** GitHub's fingerprint of the line a location starts on. Each file is hashed once while its findings follow each other. */
export function lineFingerprinter(source: (path: string) => Source): (at: Location) => string {
  let path: string | undefined;
  let fingerprints: readonly string[] = [];
  return (at) => {
    const { text, lines } = source(at.path);
    if (at.path !== path) fingerprints = lineFingerprints(text);
    path = at.path;
    return fingerprints[lines.position(at.region.start).line - 1] ?? '';
  };
}

/**
 * GitHub's `primaryLocationLineHash` of every line: a rolling hash, base 37 modulo 2^64, over the 100 UTF-16 units from
 * the start of the line that are neither blank nor tab, with line ends folded to LF; behind a colon, how often the same
 * hash came before. An alert keeps its identity while these characters stay, wherever the line moves.
 */
export function lineFingerprints(text: string): string[] {
  const counts = new Map<string, number>();
  return hashes(significantUnits(text)).map((hash) => {
    const count = (counts.get(hash) ?? 0) + 1;
    counts.set(hash, count);
    return `${hash}:${count}`;
  });
}

interface SignificantUnits {
  /** Behind the last unit there are zeros for a whole window. */
  readonly units: Uint16Array;
  /** Index into `units` at which each line starts. */
  readonly lineStarts: readonly number[];
}

function significantUnits(text: string): SignificantUnits {
  const units = new Uint16Array(text.length + 1 + WINDOW);
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
  units[length] = END_OF_FILE;
  return { units, lineStarts };
}

/**
 * The hash of the window at each line start. The window slides over every unit, so a text costs one step a unit however
 * short its lines are. 64 bits are kept as two words, because a BigInt a step is some fifty times slower.
 */
function hashes({ units, lineStarts }: SignificantUnits): string[] {
  const found: string[] = [];
  let high = 0;
  let low = 0;
  for (let end = 0, line = 0; line < lineStarts.length; end++) {
    const leaving = end < WINDOW ? 0 : units[end - WINDOW]!;
    const sum = low * BASE + units[end]! - leaving * LEAVING_LOW;
    const carry = Math.floor(sum / WORD);
    low = sum - carry * WORD;
    high = modulo(high * BASE + carry - leaving * LEAVING_HIGH);
    if (end + 1 - WINDOW !== lineStarts[line]) continue;
    found.push(toHex(high, low));
    line += 1;
  }
  return found;
}

const modulo = (value: number): number => value - Math.floor(value / WORD) * WORD;

function toHex(high: number, low: number): string {
  return high === 0 ? low.toString(16) : high.toString(16) + low.toString(16).padStart(8, '0');
}
