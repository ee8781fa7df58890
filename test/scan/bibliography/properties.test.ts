import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { BibliographyFormat } from '../../../src/model.ts';
import { readBibtex } from '../../../src/scan/bibliography/bibtex/bibtex.ts';
import { readJsonItems } from '../../../src/scan/bibliography/json-items.ts';
import { readBibliography } from '../../../src/scan/bibliography/read-bibliography.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';

beforeAll(loadAllParsers);

const pieces: Readonly<Record<BibliographyFormat, readonly string[]>> = {
  bibtex: [
    ...'{}",=#@%()\\ \n\r\t:;',
    ...[
      '@book{',
      '@string{',
      '@comment{',
      '@preamble{',
      '@misc(',
      'knuth1997',
      'title = ',
      'year',
      '1997',
      '\n@book{k,',
    ],
    ...[
      '{The Art}',
      '"Sorting"',
      ' # ',
      'jan',
      '},\n',
      '\u00a0',
      '\ufeff',
      'é',
      '<<<<<<< HEAD\n',
      '---\n',
      '\\"',
      '\\}',
    ],
  ],
  'csl-json': [
    ...'[]{}",:\\ \n1-',
    ...[
      '"id":',
      '"knuth1997"',
      '{"id": "a", "type": "book"}',
      'null',
      'true',
      '"items": [',
      '"\\u00e9"',
      '\ufeff',
      '//x\n',
    ],
  ],
  'csl-yaml': [
    'references:\n',
    '- id: a\n',
    '  title: x\n',
    '- ',
    ': ',
    '[',
    '"',
    '---\n',
    '...\n',
    '  ',
    '\n',
    '{',
    '&a',
    '*a',
  ],
  ris: [
    'TY  - JOUR\n',
    'ER  - \n',
    'ID  - knuth1997\n',
    'AU  - Knuth\n',
    'more',
    '\n',
    '\r\n',
    ' ',
    'TI  -',
    '\ufeff',
  ],
  'hugo-data': [
    'knuth1997:\n',
    '  title: x\n',
    '[knuth1997]\n',
    'title = "x"\n',
    '{"a": {"title": "x"}}',
    '{',
    '\n',
    '- ',
    '=',
  ],
  cff: [
    'cff-version: 1.2.0\n',
    'references:\n',
    '- title: x\n',
    '  type: book\n',
    'preferred-citation:\n',
    '  title: y\n',
    '\n',
    '[',
  ],
};

describe.each(Object.entries(pieces))('%s', (format, parts) => {
  const text = fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((list) => list.join(''));

  test('never throws, keeps regions inside the text, and gives plain data', () => {
    fc.assert(
      fc.property(text, (source) => {
        const result = readBibliography(source, format as BibliographyFormat);
        expect(JSON.parse(JSON.stringify(result))).toEqual({ ...result });
        const regions = [
          ...result.problems.flatMap(({ region, fix }) => [
            region,
            ...(fix?.edits ?? []).map((edit) => edit.region),
          ]),
          ...result.macros.flatMap(({ region, nameRegion }) => [region, nameRegion]),
          ...result.entries.flatMap(({ region, keyRegion, typeRegion, fields }) => [
            ...[region, keyRegion, typeRegion],
            ...fields.flatMap((field) => [field.region, field.nameRegion]),
          ]),
        ];
        for (const { start, end } of regions) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(source.length);
        }
      }),
      { numRuns: 400 },
    );
  });
});

const library = `@string{aw = "Addison-Wesley"}

@book{knuth1997,
  author    = {Knuth, Donald E.},
  title     = {The {Art} of Computer Programming},
  publisher = aw,
  year      = 1997,
}

@article{shannon1948,
  author  = "Shannon, Claude E.",
  title   = "A {Mathematical} Theory of Communication",
  month   = jul,
  pages   = {379--423}
}

@misc{lovelace1843, author = {Lovelace, Ada}, title = {Notes}, year = 1843}
`;

test('keys stand where their regions say', () => {
  for (const { key, keyRegion } of readBibtex(library).entries) {
    expect(library.slice(keyRegion.start, keyRegion.end)).toBe(key);
  }
});

test('a delimiter lost or doubled anywhere costs no other entry', () => {
  const whole = readBibtex(library).entries;
  for (let at = library.indexOf('@book'); at < library.length; at++) {
    const code = library.charAt(at);
    if (!'{}",='.includes(code)) continue;
    for (const by of ['', code + code]) {
      const { entries } = readBibtex(library.slice(0, at) + by + library.slice(at + 1));
      const others = whole.filter(({ region }) => at < region.start || at >= region.end);
      for (const { key, fields } of others) {
        const found = entries.find((entry) => entry.key === key);
        expect({ at, by, key, values: found?.fields.map(({ value }) => value) }).toEqual({
          at,
          by,
          key,
          values: fields.map(({ value }) => value),
        });
      }
    }
  }
});

test('an entry means the same alone as among others, so the fast path reads what the slow one does', () => {
  const names = ['title', 'year', 'note', 'pages', 'month', 'author'];
  const values = [
    '{The {Art}}',
    '"Sort {"}x{"}"',
    '1997',
    '{a@b.org}',
    'jan',
    '{x} # "y"',
    '{C:\\{x\\}}',
    '12-3',
    '{a\n@b c}',
  ];
  const field = fc.tuple(
    fc.constantFrom(...names),
    fc.constantFrom(...values),
    fc.constantFrom(',', ', ', ',\n', '\n,'),
  );
  const entry = fc.uniqueArray(field, { maxLength: 5, selector: ([name]) => name });
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 4 }), (entries) => {
      const texts = entries.map(
        (fields, i) => `@misc{k${i},${fields.map((f) => `${f[0]} = ${f[1]}${f[2]}`).join('')}}`,
      );
      const strip = (text: string) =>
        readBibtex(text).entries.map(({ key, fields }) => [
          key,
          fields.map(({ name, value, written }) => [name, value, written]),
        ]);
      expect(strip(texts.join('\n'))).toEqual(texts.flatMap(strip));
    }),
  );
});

test('JSON has problems exactly where JSON.parse refuses it', () => {
  const json = fc.array(fc.constantFrom(...pieces['csl-json'].filter((piece) => piece !== '\ufeff')), {
    maxLength: 30,
  });
  const whole = fc.json({ maxDepth: 4 });
  fc.assert(
    fc.property(
      fc.oneof(
        json.map((list) => list.join('')),
        whole,
      ),
      (text) => {
        expect(readJsonItems(text).problems.length === 0).toBe(isJson(text));
      },
    ),
    { numRuns: 1000 },
  );
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
