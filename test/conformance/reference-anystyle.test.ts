import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readReference } from '../../src/scan/reference/read-reference.ts';
import { hasShared, shared } from '../support/shared.ts';
import {
  addTo,
  emptyTally,
  expectedWords,
  FIELDS,
  type FieldName,
  f1Of,
  foundWords,
  type LabelledReference,
  type Tally,
} from '../support/token-f1.ts';

/**
 * Labelled strings of AnyStyle. The measure is F1 over the words of a field, all rows together: words in lower case,
 * punctuation and joining words left out, counted as a bag; of a date its first year; journals count as containers.
 * The rules were shaped by looking at what they got wrong here, so other sets will do a little worse; no row is in the reader.
 */
function measure(name: string): Record<FieldName, Tally> {
  const tallies = Object.fromEntries(FIELDS.map((field) => [field, emptyTally()])) as Record<
    FieldName,
    Tally
  >;
  const lines = readFileSync(shared(`corpus/references/anystyle-${name}.jsonl`), 'utf8').split('\n');
  for (const line of lines.filter((text) => text !== '')) {
    const row = JSON.parse(line) as LabelledReference;
    const reading = readReference(row.text);
    for (const field of FIELDS)
      addTo(tallies[field], expectedWords(row, field), foundWords(reading, row.text, field));
  }
  for (const field of FIELDS) {
    const { exact, rows } = tallies[field];
    console.log(`anystyle-${name} ${field}: F1 ${f1Of(tallies[field]).toFixed(3)}, whole ${exact}/${rows}`);
  }
  return tallies;
}

describe.skipIf(!hasShared)('labelled references', () => {
  it('reads those of AnyStyle’s core set', () => {
    const tallies = measure('core');
    expect(f1Of(tallies.author)).toBeGreaterThanOrEqual(0.955);
    expect(f1Of(tallies.date)).toBeGreaterThanOrEqual(0.97);
    expect(f1Of(tallies.title)).toBeGreaterThanOrEqual(0.93);
    expect(f1Of(tallies['container-title'])).toBeGreaterThanOrEqual(0.855);
  });

  it('reads most of those that AnyStyle itself gets wrong', () => {
    const tallies = measure('bad');
    expect(f1Of(tallies.author)).toBeGreaterThanOrEqual(0.88);
    expect(f1Of(tallies.date)).toBeGreaterThanOrEqual(0.91);
    expect(f1Of(tallies.title)).toBeGreaterThanOrEqual(0.87);
    expect(f1Of(tallies['container-title'])).toBeGreaterThanOrEqual(0.74);
  });
});
