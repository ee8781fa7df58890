import { describe, expect, test } from 'vitest';
import placeholderReference, {
  mayHoldPlaceholder,
  NAMES,
  TITLES,
} from '../../../rules/references/placeholder-reference.ts';
import { hugoCite as cite, hugoPage as page, paper } from '../../support/cite-pages.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const lint = (files: Record<string, string>) => findingLines(files, placeholderReference);

test.each([
  'TODO',
  'TBD: ask Ada',
  '???',
  'Reference needed',
  'Lorem ipsum dolor sit amet',
  'Author, A. A. (Year). Title of work. Publisher.',
])('%s', async (text) => {
  expect(await lint(page(cite('lovelace1843', text)))).toEqual([expect.stringContaining(' text ')]);
});

describe('an item of a list of references', () => {
  const others = [
    'Knuth, D. E. (1997). *The Art of Computer Programming, Volume 1: Fundamental Algorithms* (3rd ed.). Addison-Wesley.',
    'Hoare, C. A. R. (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16.',
    'Wirth, N. (1976). *Algorithms + data structures = programs*. Prentice Hall.',
  ];
  const list = (...items: string[]) => ({
    'a.md': `Sorting is old.\n\n## References\n\n${items.map((item) => `- ${item}\n`).join('')}`,
  });

  test.each(['TODO', 'TODO: Shannon 1948', '???', '[citation needed]'])('%s', async (note) => {
    expect(await lint(list(...others, note))).toEqual([
      expect.stringContaining(`a.md:8:3 text ${JSON.stringify(note)}`),
    ]);
  });

  test('is no placeholder among items that are no references', async () => {
    expect(await lint(list('TODO', 'Read the manual', 'Ask the author'))).toEqual([]);
  });
});

test.each<[string, number]>([
  ['TODO', 1],
  ['[citation needed]', 1],
  ['Citation needed.', 1],
  ['TODO\n    Mergesort is by von Neumann (1945).', 0],
  ['TODO lists are older than computers.', 0],
  ['See the note on “citation needed” above.', 0],
])('a footnote that says %s', async (text, count) => {
  const files = { 'a.md': `Sorting is old.[^1]\n\n[^1]: ${text}\n` };
  const { findings } = await lintFiles(files, placeholderReference);
  expect(findings.map(({ messageId }) => messageId)).toEqual(Array(count).fill('footnote'));
});

const online = (title: string, author = 'Lovelace, Ada') =>
  `@online{lovelace,\n  author = {${author}},\n  title = {${title}},\n  year = {2019}\n}\n`;

test.each([
  '404 Not Found',
  'Page not found',
  'Are you a robot?',
  'Just a moment...',
  'Attention Required! | Cloudflare',
  '403 Forbidden',
  'Redirecting…',
])('title %s', async (title) => {
  expect(await lint(paper(online(title)))).toEqual([expect.stringContaining(' title ')]);
});

test.each([
  'Title',
  'Article title',
  'Untitled document',
  'Paper Title Number 2',
  'An example journal article',
  'An example preprint / working paper',
])('%s holds the place of a title', async (title) => {
  expect(await lint(paper(online(title)))).toEqual([expect.stringContaining(' no-title ')]);
});

test.each(['Admin', 'Super User', 'First Author'])('author %s', async (author) => {
  expect(await lint(paper(online('Sketch of the Analytical Engine', author)))).toEqual([
    expect.stringContaining(' name '),
  ]);
});

test.each([
  '404: A History of Errors',
  'Not Found',
  'Are You a Machine?',
  '500 Years of Printing',
  'Captcha Design',
  'An example of a journal article',
  'An Example Machine',
])('title %s names a work', async (title) => {
  expect(await lint(paper(online(title)))).toEqual([]);
});

test('a title that begins like a note', async () => {
  const text = 'Todo, M. (2004). *Reference needed: a history*. Springer.';
  expect(await lint(page(cite('todo2004', text)))).toEqual([]);
});

test('a text that holds one of the titles and names is read', () => {
  const errors = ['404 Not Found', 'Error 500', 'Page not found', 'File does not exist', 'Lorem ipsum'];
  const passed = [...TITLES, ...NAMES, ...errors].filter(
    (words) => !mayHoldPlaceholder(`Ada. ${words}. 1843.`),
  );
  expect(passed).toEqual([]);
});

test('a model of BibTeX that was never filled in, and one that was in part', async () => {
  const entry = (title: string) =>
    paper(
      `@book{hopper,\n  author = {Hopper, Grace},\n  title = {${title}},\n  publisher = {The name of the publisher},\n  year = {1952},\n  note = {An optional note}\n}\n`,
    );
  expect(await lint(entry('The title of the work'))).toEqual([expect.stringContaining(' no-title ')]);
  expect(await lint(entry('The Education of a Computer'))).toEqual([
    'refs.bib:4:16 field "The name of the publisher"',
    'refs.bib:6:11 field "An optional note"',
  ]);
  expect(await lint(entry('The Title of Liberty'))).toHaveLength(2);
});

test('fields that hold a note to oneself', async () => {
  const entry = (fields: string) =>
    paper(
      `@book{hopper,\n  author = {Hopper, Grace},\n  title = {The Education of a Computer},\n  ${fields}\n}\n`,
    );
  expect(await lint(entry('year = {TODO}, url = {TODO}'))).toEqual([
    'refs.bib:4:11 unfilled "TODO"',
    'refs.bib:4:25 unfilled "TODO"',
  ]);
  expect(await lint(entry('publisher = {TBD},'))).toEqual(['refs.bib:4:16 unfilled "TBD"']);
  expect(await lint(entry('volume = {n/a}, number = {N/A}, url = {n/a}'))).toEqual([
    'refs.bib:4:13 unfilled "n/a"',
    'refs.bib:4:29 unfilled "N/A"',
  ]);
  expect(await lint(entry('volume = {120}, number = {xxxx}'))).toEqual(['refs.bib:4:29 unfilled "xxxx"']);
  for (const field of [
    'volume = {xxx}',
    'journal = {Todo}',
    'note = {n/a}',
    'series = {TODO lists}',
    'annote = {TODO}',
    'volume = {XXX}',
  ])
    expect(await lint(entry(field))).toEqual([]);
});

test('names that Google Scholar has cut', async () => {
  const entry = (fields: string) =>
    paper(`@article{hopper,\n  title = {The Education of a Computer},\n  ${fields}\n}\n`);
  for (const field of [
    'journal = {Proceedings of the National~…}',
    'journal = {{\\ldots} Journal of Marine {\\ldots}}',
    'booktitle = {... of the 1952 ACM National Conference}',
    'booktitle = {Proceedings of the 1952 ACM...}',
    'publisher = {Mary Ann Liebert, Inc., publishers 140 Huguenot Street, 3rd Floor New~…}',
  ])
    expect(await lint(entry(field))).toEqual([expect.stringContaining(' cut ')]);
  for (const field of [
    'booktitle = {And Then There Were None …}',
    'booktitle = {Proceedings...}',
    'booktitle = {Anais...}',
    'journal = {.....}',
    'journal = {Lettres … et arts}',
    'note = {…}',
  ])
    expect(await lint(entry(field))).toEqual([]);
});

test('what programs write for a value they do not have', async () => {
  const entry = (fields: string) =>
    paper(`@book{hopper,\n  title = {The Education of a Computer},\n  ${fields}\n}\n`);
  expect(await lint(entry('author = {None}, volume = {nan}, note = {undefined}'))).toEqual([
    'refs.bib:3:13 unfilled "None"',
    'refs.bib:3:30 unfilled "nan"',
    'refs.bib:3:44 unfilled "undefined"',
  ]);
  for (const field of [
    'author = {Nan, Li}',
    'author = {Null, Jane}',
    'note = {None of it}',
    'series = {none}',
  ])
    expect(await lint(entry(field))).toEqual([]);
  const json = (volume: string) => ({
    'paper.md': '---\ntitle: A\nbibliography: refs.json\n---\nKnown.\n',
    'refs.json': `[{ "id": "hopper", "type": "book", "volume": ${volume} }]`,
  });
  expect(await lint(json('"null"'))).toHaveLength(1);
  expect(await lint(json('null'))).toEqual([]);
});
