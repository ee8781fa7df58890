import fc from 'fast-check';
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

/** The definition, word for word: a hundred steps a line on whole 64-bit numbers. */
function defined(text: string): string[] {
  const units = [...text.replace(/\r\n?/g, '\n').replace(/[ \t]/g, '')].flatMap((character) =>
    character.split('').map((unit) => unit.charCodeAt(0)),
  );
  const starts = [0, ...units.flatMap((unit, index) => (unit === 10 ? [index + 1] : []))];
  const seen: string[] = [];
  return starts.map((start) => {
    let hash = 0n;
    for (let at = start; at < start + 100; at++) {
      const unit = at === units.length ? 65535 : (units[at] ?? 0);
      hash = BigInt.asUintN(64, hash * 37n + BigInt(unit));
    }
    seen.push(hash.toString(16));
    return `${seen.at(-1)}:${seen.filter((other) => other === seen.at(-1)).length}`;
  });
}

test('the sliding window gives what the definition gives', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 150 }),
    fc.constantFrom('', ' \t', '\u{1f600}'.repeat(60), '\uffff'.repeat(120), 'a'.repeat(250)),
  );
  const end = fc.constantFrom('\n', '\r\n', '\r', '\n\n');
  fc.assert(
    fc.property(fc.array(fc.tuple(line, end), { maxLength: 8 }), (lines) => {
      const text = lines.flat().join('');
      expect(lineFingerprints(text)).toEqual(defined(text));
    }),
  );
});
