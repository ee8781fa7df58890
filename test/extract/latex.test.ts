import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeLatex, escapeVerbatim, protectTitle } from '../../src/extract/latex.ts';
import { readBibliography } from '../../src/scan/bibliography/read-bibliography.ts';
import { latexToText } from '../../src/work/latex-text.ts';
import '../support/property-seed.ts';

/** Lines of text; two hyphens and quotes are typography in LaTeX, which a title may not mean. */
const line = fc
  .string({ unit: 'grapheme', maxLength: 60 })
  .map((text) => text.replace(/\s+/g, ' ').replace(/-{2,}/g, '-').replace(/[`'~]/g, '').normalize('NFC'));

test('what is escaped is read back as it was', () => {
  fc.assert(
    fc.property(line, (text) => {
      expect(latexToText(escapeLatex(text))).toBe(text);
      expect(latexToText(protectTitle(text))).toBe(text);
    }),
  );
});

test('no value breaks its entry', () => {
  fc.assert(
    fc.property(line, line, (title, url) => {
      const written = `@misc{a,\n  title = {${protectTitle(title)}},\n  url = {${escapeVerbatim(url)}},\n}\n@misc{b,\n  title = {B},\n}\n`;
      const { entries } = readBibliography(written, 'bibtex');
      expect(entries.map(({ key, fields }) => [key, fields.map(({ name }) => name)])).toEqual([
        ['a', ['title', 'url']],
        ['b', ['title']],
      ]);
    }),
  );
});

test.each([
  ['Using Valgrind to detect undefined value errors', 'Using {Valgrind} to detect undefined value errors'],
  [
    'The Art of Computer Programming, Volume 1: Fundamental Algorithms',
    'The Art of Computer Programming, Volume 1: Fundamental Algorithms',
  ],
  ['The UNIX time-sharing system', 'The {UNIX} time-sharing system'],
  ['The C Programming Language', 'The {C} Programming Language'],
  [
    'BERT: Pre-training of deep bidirectional transformers',
    '{BERT}: Pre-training of deep bidirectional transformers',
  ],
  ['A look at C++ and C# – An overview', 'A look at {C++} and {C\\#} – An overview'],
  ['50% of R&D in $5', '50\\% of {R\\&D} in \\$5'],
  ['深度学习综述', '深度学习综述'],
])('capitals that count: %s', (title, expected) => {
  expect(protectTitle(title)).toBe(expected);
});
