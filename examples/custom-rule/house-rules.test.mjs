import { test } from 'node:test';
import { testRule } from 'bibliolint/rule-tester';
import house from './house-rules.mjs';

const [missingLocator] = house.rules;

const bibliography = `
@book{knuth1998, author = {Knuth, Donald E.}, title = {Sorting and Searching}, publisher = {Addison-Wesley}, year = {1998}}
@article{hoare1962, author = {Hoare, C. A. R.}, title = {Quicksort}, journal = {The Computer Journal}, year = {1962}}
`;
/** A page with this sentence, beside its bibliography. */
const paper = (sentence) => ({
  'references.bib': bibliography,
  'paper.md': `---\nbibliography: references.bib\n---\n\n${sentence}\n`,
});

testRule(missingLocator, {
  test,
  correct: [
    { name: 'a book with pages', files: paper('Merging is older than computers [@knuth1998, pp. 158–168].') },
    { name: 'a chapter will do', files: paper('Merging is older than computers [@knuth1998, chap. 5].') },
    { name: 'an article is short', files: paper('Partitioning is the heart of it [@hoare1962].') },
    { name: 'an undefined key is the business of another rule', files: paper('See [@knuth1973].') },
    {
      name: 'a list of works points nowhere',
      files: { ...paper(''), 'paper.md': '---\nbibliography: references.bib\nnocite: "@knuth1998"\n---\n\nText.\n' },
    },
    { name: 'books may be allowed', files: paper('See [@knuth1998].'), options: { types: ['proceedings'] } },
  ],
  incorrect: [
    {
      name: 'a whole book',
      files: paper('Merging is older than computers [@hoare1962; @knuth1998].'),
      findings: [
        {
          path: 'paper.md',
          line: 5,
          text: 'knuth1998',
          level: 'warning',
          message: 'This cites the whole of `knuth1998`, a book; say which pages are meant.',
        },
      ],
    },
    {
      name: 'a type of our own choice',
      files: paper('@hoare1962 begins with an array.'),
      options: { types: ['article'] },
      findings: [{ messageId: 'missing', text: 'hoare1962' }],
    },
  ],
});
