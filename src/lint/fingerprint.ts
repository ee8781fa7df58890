import type { Finding } from '../model.ts';
import { crypto } from '../text/digest.ts';

/** Units of the marked text that count: what a long region goes on to say may change without making it another one. */
const LONGEST = 200;

/**
 * What makes a finding the same in the next run, 32 hexadecimal digits: its rule, its message id, its file and the text
 * it marks, white space folded. It does not change when lines move or the rest of the line is edited. Two findings of a
 * file may share one; whoever needs them apart counts.
 *
 * @param path The file as it is named wherever the fingerprint is kept.
 */
export function fingerprintOf({ ruleId, messageId, at }: Finding, path: string, text: string): string {
  const { start, end } = at.region;
  const marked = text
    .slice(start, Math.min(end, start + 2 * LONGEST))
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);
  return digest([ruleId, messageId, path, marked]);
}

/** A fingerprint that no other finding of a run shares: equal ones are told apart by their order. */
export function createFingerprinter(): (finding: Finding, path: string, text: string) => string {
  const counts = new Map<string, number>();
  return (finding, path, text) => {
    const fingerprint = fingerprintOf(finding, path, text);
    const count = (counts.get(fingerprint) ?? 0) + 1;
    counts.set(fingerprint, count);
    return count === 1 ? fingerprint : digest([fingerprint, count]);
  };
}

function digest(parts: readonly (string | number)[]): string {
  return crypto().hash('sha256', JSON.stringify(parts), 'hex').slice(0, 32);
}
