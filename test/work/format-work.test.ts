import { expect, test } from 'vitest';
import { readBibliography } from '../../src/scan/bibliography/read-bibliography.ts';
import { workOfEntry } from '../../src/work/entry-work.ts';
import { authorYear, formatWork } from '../../src/work/format-work.ts';

const workOf = (entry: string) => workOfEntry(readBibliography(entry, 'bibtex').entries[0]!);

test.each([
  [
    '@book{a, author = {Knuth, Donald E.}, year = 1997, title = {Fundamental Algorithms}, edition = {3rd}, publisher = {Addison-Wesley}}',
    'Knuth, Donald E. (1997). Fundamental Algorithms (3rd ed.). Addison-Wesley.',
    'Knuth 1997',
  ],
  [
    '@article{a, author = {Shannon, C. E.}, year = 1948, title = {A Mathematical Theory of Communication}, journal = {Bell System Technical Journal}, volume = 27, number = 3, pages = {379--423}}',
    'Shannon, C. E. (1948). A Mathematical Theory of Communication. Bell System Technical Journal, 27(3), 379–423.',
    'Shannon 1948',
  ],
  [
    '@book{a, author = {Kernighan, Brian W. and Ritchie, Dennis M.}, year = 1988, title = {The C Programming Language}}',
    'Kernighan, Brian W., & Ritchie, Dennis M. (1988). The C Programming Language.',
    'Kernighan & Ritchie 1988',
  ],
  [
    '@book{a, editor = {van Leeuwen, Jan}, title = {Algorithms and Complexity?}}',
    'van Leeuwen, Jan (Ed.). Algorithms and Complexity?',
    'van Leeuwen',
  ],
  [
    '@misc{a, author = {Aho, A. and Sethi, R. and Ullman, J. and others}, year = {1986}}',
    'Aho, A., Sethi, R., Ullman, J., et al. (1986).',
    'Aho et al. 1986',
  ],
  ['@misc{a, note = {n}}', '', ''],
])('%s', (entry, line, short) => {
  expect(formatWork(workOf(entry))).toBe(line);
  expect(authorYear(workOf(entry))).toBe(short);
});
