import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../shared/', import.meta.url));

/** Absolute path of a file of the reference material that lies beside the checkout. */
export const shared = (path: string): string => root + path;

/**
 * Whether the reference material is there; without it the tests that need it are skipped, and say so. CI runs them as if it
 * were not, too, since most checkouts have none.
 */
export const hasShared: boolean =
  process.env['BIBLIOLINT_WITHOUT_SHARED'] === undefined && existsSync(root + 'README.md');

if (!hasShared) console.warn('SKIPPED: ../shared is absent, so conformance and corpus tests do not run.');

/** The rows of one case table; none where the reference material is absent. */
export function readCases<T>(name: string): T[] {
  if (!hasShared) return [];
  const lines = readFileSync(shared(`cases/${name}.jsonl`), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}
