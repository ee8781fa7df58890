import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainReference } from '../../../src/scan/reference/plain-reference.ts';
import { readTokens } from '../../../src/scan/reference/read-reference.ts';
import * as lists from '../../../src/scan/reference/words.ts';

/** Every word that means something to the reader of tokens. */
const KNOWN = [
  ...new Set(
    Object.values(lists)
      .filter((list) => typeof list === 'string')
      .flatMap((list) => list.split(' ')),
  ),
].filter((word) => /^[a-zà-öø-ÿ-]+$/.test(word));
const OTHERS = ['clocks', 'sorting', 'man-month', 'über', 'façade', 'vim', 'mix', 'civil', 'xi', 'i'];

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function expectSame(text: string): void {
  const plain = readPlainReference(text);
  if (plain !== undefined) expect(plain, text).toEqual(readTokens(text));
}

describe('what is read at once is read as its tokens are', () => {
  test.each([
    'Knuth, D. E. (1997). *The Art of Computer Programming, Volume 1: Fundamental Algorithms*. Addison-Wesley.',
    'Love, R. (2010). *Linux Kernel Development*. Addison-Wesley Professional.',
    'Kernighan, B. W., & Ritchie, D. M. (1988). *The C Programming Language*. Prentice Hall.',
    'Aho, A. V., Sethi, R., & Ullman, J. D. (1986). *Compilers: Principles and Tools*. Cambridge University Press.',
    'Dijkstra, E. W. (1968). Go to statement considered harmful. *Communications of the ACM*, 11(3), 147–148.',
    'Liskov, B., & Wing, J. (1994). A behavioral notion of subtyping. *ACM Transactions, 16*(6), 1811-1841.',
    'McCarthy, J. (1960). Recursive functions of symbolic expressions. *Communications of the ACM*, 3(4).',
  ])('%s', (text) => {
    expect(readPlainReference(text)).toEqual(readTokens(text));
  });

  test.each<[string, (word: string) => string]>([
    ['a family name', (word) => `${capital(word)}, D. E. (1997). *The Sorting of Things*. Addison-Wesley.`],
    ['the last name', (word) => `Knuth, D. E., & ${capital(word)}, R. (1997). *Sorting*. Addison-Wesley.`],
    ['a book', (word) => `Knuth, D. E. (1997). *${capital(word)}*. Addison-Wesley.`],
    ['the first word', (word) => `Knuth, D. E. (1997). *${capital(word)} of Things*. Addison-Wesley.`],
    ['a word before a number', (word) => `Knuth, D. E. (1997). *Sorting, ${word} 2*. Addison-Wesley.`],
    ['a word behind a number', (word) => `Knuth, D. E. (1997). *Sorting 2 ${word}*. Addison-Wesley.`],
    ['a subtitle', (word) => `Knuth, D. E. (1997). *Sorting: ${capital(word)} of 1984*. Addison-Wesley.`],
    ['a publisher', (word) => `Knuth, D. E. (1997). *The Sorting of Things*. ${capital(word)}.`],
    ['a publisher’s first word', (word) => `Knuth, D. E. (1997). *Sorting*. ${capital(word)} Books.`],
    ['a publisher’s last word', (word) => `Knuth, D. E. (1997). *Sorting*. Morgan ${capital(word)}.`],
    ['an article', (word) => `Knuth, D. E. (1997). ${capital(word)}. *Software*, 11(3), 147-148.`],
    ['a word of an article', (word) => `Knuth, D. E. (1997). Sorting, ${word} things. *Software*, 11(3).`],
    ['a journal', (word) => `Knuth, D. E. (1997). Sorting things. *${capital(word)}*, 11(3), 147-148.`],
    ['a journal’s last word', (word) => `Knuth, D. E. (1997). Sorting. *Clocks ${word}, 11*(3), 147-148.`],
  ])('any known word as %s', (_, textWith) => {
    for (const word of [...KNOWN, ...OTHERS]) expectSame(textWith(word));
  });

  test('and many of them at once', () => {
    const word = fc
      .tuple(fc.constantFrom(...KNOWN, ...OTHERS), fc.nat(9))
      .map(([found, spelling]) =>
        spelling < 4 ? capital(found) : spelling < 5 ? found.toUpperCase() : found,
      );
    const words = (most: number) => fc.array(word, { minLength: 1, maxLength: most });
    const joint = fc.constantFrom(' ', ' ', ', ', ': ', ' 12 ', ' 1984 ');
    const title = fc.tuple(words(6), joint).map(([found, between]) => capital(found.join(between)));
    const name = fc
      .tuple(
        fc.constantFrom('Knuth', 'McCarthy', 'Müller', ...KNOWN.map(capital)),
        fc.constantFrom('D.', 'E. W.'),
      )
      .map((parts) => parts.join(', '));
    const names = fc.oneof(
      name,
      fc.tuple(name, name).map((two) => two.join(', & ')),
    );
    const house = words(3).map((found) => found.map(capital).join(' '));
    const place = fc.constantFrom('*, 11(3), 147-148', ', 11*(3), 147–148', '*, 7(2)', ', 7*, 201–9');
    const book = fc
      .tuple(names, title, house)
      .map(([by, called, from]) => `${by} (1997). *${called}*. ${from}.`);
    const article = fc
      .tuple(names, title, words(3), place)
      .map(([by, called, journal, at]) => `${by} (1997). ${called}. *${journal.join(' ')}${at}.`);
    fc.assert(fc.property(fc.oneof(book, article), expectSame), { numRuns: 5000 });
  });
});

test.each([
  'Knuth, Donald E. (1997). *The Art of Computer Programming*. Addison-Wesley.',
  'Knuth, D. E. (1997). *The Art of Computer Programming* (3rd ed.). Addison-Wesley.',
  'Knuth, D. E. (1997). The Art of Computer Programming. Addison-Wesley.',
  'Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley',
  'Knuth, D. E. (1997) *The Art of Computer Programming*. Addison-Wesley.',
  'Knuth, D. E. 1997. *The Art of Computer Programming*. Addison-Wesley.',
])('%s is not plain', (text) => {
  expect(readPlainReference(text)).toBeUndefined();
});
