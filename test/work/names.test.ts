import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json } from '../../src/model.ts';
import { displayName, readBibtexNames, readSingleName } from '../../src/work/names.ts';
import { readCslNames, readNameText } from '../../src/work/structured-names.ts';

const first = (value: string) => readBibtexNames(value).names[0];

describe('readBibtexNames', () => {
  test.each([
    ['Donald E. Knuth', { given: 'Donald E.', family: 'Knuth' }],
    ['Knuth, Donald E.', { given: 'Donald E.', family: 'Knuth' }],
    ['Knuth', { family: 'Knuth' }],
    ['Ludwig van Beethoven', { given: 'Ludwig', particle: 'van', family: 'Beethoven' }],
    ['van Beethoven, Ludwig', { given: 'Ludwig', particle: 'van', family: 'Beethoven' }],
    [
      "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
      {
        given: 'Charles Louis Xavier Joseph',
        particle: 'de la',
        family: 'Vallée Poussin',
      },
    ],
    [
      'de la Vallée Poussin, Charles Jean',
      { given: 'Charles Jean', particle: 'de la', family: 'Vallée Poussin' },
    ],
    ['King, Jr., Martin Luther', { given: 'Martin Luther', family: 'King', suffix: 'Jr.' }],
    ['{Barnes and Noble, Inc.}', { family: 'Barnes and Noble, Inc.', literal: true }],
    ['{{World Health Organization}}', { family: 'World Health Organization', literal: true }],
    ['{\\"U}mit Erlang', { given: 'Ümit', family: 'Erlang' }],
    ["{\\'e}cole Polytechnique de Paris", { particle: 'école Polytechnique de', family: 'Paris' }],
    ['Kurt G{\\"o}del', { given: 'Kurt', family: 'Gödel' }],
    ['Jean-Paul Sartre', { given: 'Jean-Paul', family: 'Sartre' }],
    ["Claude L{\\'e}vi-Strauss", { given: 'Claude', family: 'Lévi-Strauss' }],
    ['García Márquez, Gabriel', { given: 'Gabriel', family: 'García Márquez' }],
    ['D.~E. Knuth', { given: 'D. E.', family: 'Knuth' }],
    ['曹雪芹', { family: '曹雪芹' }],
    ['曹, 雪芹', { given: '雪芹', family: '曹' }],
    ['family=Knuth, given=Donald Ervin', { given: 'Donald Ervin', family: 'Knuth' }],
    [
      'family=Beethoven, given=Ludwig, prefix=van, useprefix=false',
      { given: 'Ludwig', particle: 'van', family: 'Beethoven' },
    ],
    ['given=Simon, prefix=van der, family=Berg', { given: 'Simon', particle: 'van der', family: 'Berg' }],
    ['{Donald} {Knuth}', { given: 'Donald', family: 'Knuth' }],
    ['van der Waals', { particle: 'van der', family: 'Waals' }],
  ])('%s', (value, name) => {
    expect(first(value)).toEqual(name);
    expect(readBibtexNames(value).problems).toEqual([]);
  });

  test('lists', () => {
    const list = readBibtexNames('Whitfield Diffie\n  AND Hellman, Martin E. and others');
    expect(list.names.map((name) => name.family)).toEqual(['Diffie', 'Hellman']);
    expect(list).toMatchObject({ others: true, problems: [] });
    expect(readBibtexNames('Anderson and Sandeep').names).toHaveLength(2);
    expect(readBibtexNames('')).toEqual({ names: [], others: false, problems: [] });
  });

  test.each([
    ['Knuth, Donald and and Lamport, Leslie', 'empty-name', 18, 18],
    ['and Knuth, Donald', 'empty-name', 0, 0],
    ['Knuth, Donald and', 'empty-name', 17, 17],
    ['Knuth, D. E., Lamport, L.', 'too-many-commas', 0, 25],
    ['Knuth, Donald, and Lamport, Leslie', 'empty-part', 0, 14],
    ['Knuth,', 'empty-part', 0, 6],
    [', Donald', 'empty-part', 0, 8],
    ['Whitfield Diffie & Martin Hellman', 'separator', 17, 18],
    ['Whitfield Diffie \\& Martin Hellman', 'separator', 17, 19],
    ['Diffie, Whitfield; Hellman, Martin', 'separator', 17, 18],
    ['Donald E. Knuth, Leslie Lamport', 'separator', 0, 31],
    ['E.W. Dijkstra, C.A.R. Hoare', 'separator', 0, 27],
    ['O.-J. Dahl, Edsger W. Dijkstra', 'separator', 0, 30],
    ['G.U. Yule y M.G. Kendall', 'separator', 0, 24],
    ['Ashish Vaswani and et al.', 'et-al', 19, 25],
    ['Vaswani, Ashish et al.', 'et-al', 16, 22],
    ['Vaswani et al', 'et-al', 8, 13],
    ['{Knuth, Donald', 'unbalanced-braces', 0, 14],
  ])('%s: %s', (value, kind, start, end) => {
    expect(readBibtexNames(value).problems).toContainEqual(
      expect.objectContaining({ kind, region: { start, end } }),
    );
  });

  test('what is left out of “et al.” is a person', () => {
    expect(readBibtexNames('Vaswani, Ashish et al.')).toMatchObject({
      names: [{ family: 'Vaswani', given: 'Ashish' }],
      others: true,
    });
  });

  test.each(['Procter AT\\&T', '{Johnson & Johnson}', 'Etta Alvarez', 'Anders Land'])(
    '%s has no problem',
    (value) => {
      expect(readBibtexNames(value).problems).toEqual([]);
    },
  );

  test('never throws; regions lie inside the value', () => {
    const pieces = fc.constantFrom(
      ' and ',
      'Knuth',
      ', ',
      '{',
      '}',
      '\\"',
      ' et al.',
      '~',
      ' ',
      'van',
      '&',
      ';',
      '红',
      'family=',
    );
    const values = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(pieces).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(values, (value) => {
        const { names, problems } = readBibtexNames(value);
        for (const { region } of problems) {
          expect(region.start).toBeGreaterThanOrEqual(0);
          expect(region.end).toBeGreaterThanOrEqual(region.start);
          expect(region.end).toBeLessThanOrEqual(value.length);
        }
        expect(JSON.parse(JSON.stringify(names))).toEqual(names);
      }),
      { numRuns: 2000 },
    );
  });

  test('both orders of a name are one person', () => {
    const word = fc.constantFrom('Ada', 'Alan', 'Mathison', 'Lovelace', 'Turing', 'Gödel', 'Лев');
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), word, (given, family) => {
        expect(first(`${given.join(' ')} ${family}`)).toEqual(first(`${family}, ${given.join(' ')}`));
      }),
    );
  });

  test('a long list is read in linear time', () => {
    const value = Array.from({ length: 20_000 }, () => 'Knuth, Donald E.').join(' and ');
    const start = performance.now();
    expect(readBibtexNames(value).names).toHaveLength(20_000);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

describe('structured names', () => {
  test('CSL, CITATION.cff and loose YAML', () => {
    const csl: Json = [
      { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
      { literal: 'World Health Organization' },
      { family: 'King', given: 'Martin Luther', suffix: 'Jr.' },
      'Ada Lovelace',
      { 'family-names': 'Druskat', 'given-names': 'Stephan' },
      { name: 'The Research Software project' },
      { constructor: 'x' },
      null,
      4,
      { literal: 'others' },
    ];
    const { names, others } = readCslNames(csl);
    expect(names.map(displayName)).toEqual([
      'Ludwig van Beethoven',
      'World Health Organization',
      'Martin Luther King, Jr.',
      'Ada Lovelace',
      'Stephan Druskat',
      'The Research Software project',
    ]);
    expect(others).toBe(true);
    expect(readCslNames(JSON.stringify(csl))).toEqual({ names, others });
    expect(readCslNames('[not JSON').names).toHaveLength(1);
  });

  test.each([
    ['Knuth, D. E.; Lamport, L.', ['Knuth', 'Lamport']],
    ['Donald Knuth and Leslie Lamport', ['Knuth', 'Lamport']],
    ['Donald Knuth, Leslie Lamport & Ada Lovelace', ['Knuth', 'Lamport', 'Lovelace']],
    ['Knuth, Donald', ['Knuth']],
    ['曹雪芹、高鹗', ['曹雪芹', '高鹗']],
    ['Vaswani, A. et al.', ['Vaswani']],
    ['', []],
  ])('%s', (text, families) => {
    expect(readNameText(text).names.map((name) => name.family)).toEqual(families);
  });

  test('RIS puts the suffix last', () => {
    expect(readSingleName('King, Martin Luther, Jr.')).toEqual({
      family: 'King',
      given: 'Martin Luther',
      suffix: 'Jr.',
    });
  });
});
