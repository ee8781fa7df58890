import { expect, test } from 'vitest';
import rule from '../../../rules/identifiers/shared-identifier.ts';
import { findingsOf } from './identifier-project.ts';

const bib = (...entries: string[]) => ({
  'refs.bib': `${entries.join('\n')}\n`,
  'paper.md': '---\ntitle: Notes\nbibliography: refs.bib\n---\n\nAs was shown [@a].\n',
});
const entry = (key: string, author: string, title: string, year: string, more: string, type = 'article') =>
  `@${type}{${key}, author = {${author}}, title = {${title}}, year = {${year}}, ${more}}`;
const lamport = entry(
  'a',
  'Lamport, Leslie',
  'Time, Clocks, and the Ordering of Events',
  '1978',
  'doi = {10.1145/359545.359563}',
);
const shannon = (more: string) =>
  entry('b', 'Shannon, Claude', 'A Mathematical Theory of Communication', '1948', more);

test('one DOI on two works, in whatever spelling', async () => {
  const files = bib(lamport, shannon('doi = {https://doi.org/10.1145/359545.359563}'));
  expect(await findingsOf(rule, files)).toEqual(['shared "{https://doi.org/10.1145/359545.359563}"']);
});

test('a DOI of its own', async () => {
  expect(await findingsOf(rule, bib(lamport, shannon('doi = {10.1002/j.1538-7305.1948.tb01338.x}')))).toEqual(
    [],
  );
});

test('one work under two keys is no matter of this rule', async () => {
  const again = lamport.replace('{a,', '{b,').replace('Time, Clocks,', 'Time, clocks');
  expect(await findingsOf(rule, bib(lamport, again))).toEqual([]);
});

test('one number of arXiv on a paper and a book with the name of a journal, as Mendeley imports them', async () => {
  const number = 'eprint = {arXiv:1011.1669v3}, archivePrefix = {arXiv}';
  const book = entry(
    'b',
    'Knuth, Donald',
    'Sorting and Searching',
    '1998',
    `${number}, booktitle = {Science}`,
    'book',
  );
  const paper = entry('a', 'Shannon, Claude', 'A Mathematical Theory of Communication', '1948', number);
  expect(await findingsOf(rule, bib(paper, book))).toEqual(['shared "{arXiv:1011.1669v3}"']);
});

test('chapters bear the ISBN of their book', async () => {
  const isbn = 'isbn = {978-0-201-89683-1}, booktitle = {Fundamental Algorithms}';
  const files = bib(
    entry('a', 'Knuth, Donald', 'On Trees', '1997', isbn, 'incollection'),
    entry('b', 'Lamport, Leslie', 'On Clocks', '1998', isbn, 'incollection'),
  );
  expect(await findingsOf(rule, files)).toEqual([]);
});

test('papers bear the ISBN of the proceedings that their entries name as a journal', async () => {
  const isbn = 'isbn = {0-201-89683-4}, journal = {Proceedings of the Spring Joint Computer Conference}';
  const files = bib(
    entry('a', 'Knuth, Donald', 'On Trees', '1997', isbn),
    entry('b', 'Lamport, Leslie', 'Clocks of Systems', '1997', isbn),
  );
  expect(await findingsOf(rule, files)).toEqual([]);
});

const ISBN = 'isbn = {0-14-000838-1}';
const orwell = entry('a', 'Orwell, George', 'Animal Farm', '1951', ISBN, 'book');

test('two books by two authors under one ISBN', async () => {
  const huxley = entry('b', 'Huxley, Aldous', 'Brave New World', '1955', ISBN, 'book');
  expect(await findingsOf(rule, bib(orwell, huxley))).toEqual(['shared "{0-14-000838-1}"']);
});

test.each<[string, string]>([
  ['a translation', entry('b', 'Orwell, George', 'Farm der Tiere', '1982', ISBN, 'book')],
  [
    'a later edition under another title',
    entry('b', 'Orwell, George', 'A Fairy Story', '1982', ISBN, 'book'),
  ],
  ['a volume', entry('b', 'Huxley, Aldous', 'Brave New World', '1955', `${ISBN}, volume = 2`, 'book')],
  ['an edition', entry('b', 'Huxley, Aldous', 'Brave New World', '1955', `${ISBN}, edition = 2`, 'book')],
  [
    'a chapter entered as a book',
    entry('b', 'Huxley, Aldous', 'Essay', '1955', `${ISBN}, pages = {7--9}`, 'book'),
  ],
  ['what is no book', entry('b', 'Huxley, Aldous', 'Essay', '1955', ISBN, 'misc')],
  ['a collection', `@book{b, editor = {Crick, Bernard}, title = {Essays}, year = 1982, ${ISBN}}`],
])('publishers reuse an ISBN: %s', async (_, other) => {
  expect(await findingsOf(rule, bib(orwell, other))).toEqual([]);
});

test('reference texts of two keys', async () => {
  const cite = (key: string, text: string) =>
    `{{< cite "${key}" "${text} https://doi.org/10.1145/359545.359563" >}}`;
  const files = {
    'hugo.toml': 'title = "Notes"\n',
    'layouts/shortcodes/cite.html':
      '{{ .Page.Scratch.SetInMap "references" (.Get 0) (.Get 1) }}<sup>[{{ .Get 0 }}]</sup>\n',
    'content/a.md': `---\ntitle: A\n---\n${cite('a', 'Lamport, L. (1978). Time, clocks, and the ordering of events. *CACM*, 21(7), 558–565.')}\n${cite('b', 'Shannon, C. E. (1948). A mathematical theory of communication. *Bell System Technical Journal*, 27(3), 379–423.')}\n`,
  };
  expect(await findingsOf(rule, files)).toEqual(['shared "https://doi.org/10.1145/359545.359563"']);
});
