import { expect, test } from 'vitest';
import { lineFingerprints } from '../../src/report/line-fingerprint.ts';
import { readCases } from '../support/shared.ts';

interface FingerprintCase {
  readonly id: string;
  readonly input: string;
  readonly primaryLocationLineHash: readonly string[];
}

const cases = readCases<FingerprintCase>('fingerprint-cases');

test.skipIf(cases.length === 0).each(cases)(
  '$id: the hashes GitHub computes',
  ({ input, primaryLocationLineHash }) => {
    expect(lineFingerprints(input)).toEqual(primaryLocationLineHash);
  },
);

test('a line keeps its fingerprint when text is put in above it', () => {
  const line = 'Knuth, D. E. (1997). The Art of Computer Programming.\n'.repeat(3);
  expect(lineFingerprints(`Preface\n${line}`).slice(1)).toEqual(lineFingerprints(line));
});
