import { writeSync } from 'node:fs';

/**
 * Writes a line to standard output without making a stream of it, which takes longer than the rest of a short answer;
 * whether it could be written.
 */
export function writeShortAnswer(line: string): boolean {
  try {
    writeSync(1, `${line}\n`);
    return true;
  } catch {
    return false;
  }
}
