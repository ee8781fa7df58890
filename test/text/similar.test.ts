import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closest } from '../../src/text/similar.ts';

describe('closest', () => {
  it.each([
    ['ctie', ['note', 'cite', 'figure'], 'cite'],
    ['knuth79', ['lamport94', 'knuth97'], 'knuth97'],
    ['Knuth97', ['knuth97x', 'knuth97'], 'knuth97'],
    ['shannon1948mathmatical', ['shannon1948mathematical', 'lovelace1843'], 'shannon1948mathematical'],
    ['knuth97', ['hoare62', 'knuth1997'], 'knuth1997'],
    ['hoare1962qs', ['hoare62qs'], 'hoare62qs'],
    ['bibliografy', ['bibliography'], 'bibliography'],
  ])('finds what %s was meant to be', (word, candidates, meant) => {
    expect(closest(word, candidates)).toBe(meant);
  });

  it.each([
    ['knuth97', ['knuth97', 'knuth98']],
    ['a', ['b', 'c']],
    ['ack-ngm', ['ack-rsm', 'ack-kb']],
    ['lovelace', ['shannon', 'turing']],
    ['__proto__', ['constructor']],
    ['', ['a']],
  ])('has no suggestion for %j among %j', (word, candidates) => {
    expect(closest(word, candidates)).toBeUndefined();
  });

  it('never invents a candidate', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (word, candidates) => {
        const found = closest(word, candidates);
        expect(found === undefined || candidates.includes(found)).toBe(true);
        expect(found).not.toBe(word);
      }),
    );
  });
});
