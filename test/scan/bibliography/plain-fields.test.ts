import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBibtex } from '../../../src/scan/bibliography/bibtex/bibtex.ts';

const values = [
  ...[
    '{Sorting}',
    '"Sorting"',
    '1997',
    'jan',
    '{{Sorting}}',
    '{M{\\"u}ller}',
    '{a {b {c}} d}',
    '{a {b {c {d}}}}',
  ],
  ...[
    '"a {"} b"',
    '"a {b} c"',
    '{a@b.org}',
    '"a@b.org"',
    '{a \\{b\\} c}',
    '{}',
    '""',
    '{a, b = {c}}',
    '{a\n  b}',
  ],
  ...['"a" # jan', '12 # {a}', '{= @ ,}', `{${'{a}b'.repeat(60)}}`],
];
const heads = ['@book{k,', '@Book{k1997,\n', '@book { k ,', '@book{a/b:c-d,', '@book{k\n,', '@book{ü,'];

// A name is unknown in the first entry, which `readField` has to read therefore, and known in the second.
test('fields are read alike in the short way and in the long one', () => {
  const field = fc.tuple(
    fc.constantFrom(' = ', '=', '\n=\t'),
    fc.constantFrom(...values),
    fc.constantFrom(',\n', ',', ' , '),
  );
  const entry = fc
    .tuple(fc.constantFrom(...heads), fc.array(field, { minLength: 1, maxLength: 5 }), fc.boolean())
    .map(([head, fields, hasComma]) => {
      const text = head + fields.map((parts, index) => `Name${index}${parts.join('')}`).join('');
      return `${hasComma ? text : text.replace(/[\s,]*$/, '\n')}}\n`;
    });
  fc.assert(
    fc.property(entry, (text) => {
      const again = readBibtex(text + text).entries[1];
      const first = readBibtex(' '.repeat(text.length) + text).entries[0];
      expect(again).toEqual(first);
    }),
  );
});
