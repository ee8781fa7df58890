import { expect, test } from 'vitest';
import mixedCitationForms from '../../../rules/citations/mixed-citation-forms.ts';
import { findingLines } from '../../support/lint-files.ts';

const lint = (files: Record<string, string>) => findingLines(files, mixedCitationForms);

const entry = (key: string, rest = '') =>
  `@article{${key},\n  author = {Shannon, Claude E.},\n  title = {A Mathematical Theory of Communication},\n  journal = {Bell System Technical Journal},\n  year = {1948}${rest}\n}\n`;

const hoare = 'Hoare, C. A. R. (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16.';
const knuth = 'Knuth, D. E. (1997). *The Art of Computer Programming* (3rd ed.). Addison-Wesley.';
const references = `\n\n## References\n\n1. ${hoare}\n2. ${knuth}\n`;
const page = (body: string) => ({
  'myst.yml': 'version: 1\nproject:\n  bibliography: [refs.bib]\n',
  'refs.bib': entry('shannon1948'),
  'a.md': body,
});

test('a number beside keys', async () => {
  expect(await lint(page(`[@shannon1948] and [@shannon1948], but [1].${references}`))).toEqual([
    'a.md:1:40 mixed "[1]"',
  ]);
});

test('a key beside numbers', async () => {
  expect(await lint(page(`[1] and [2], but [@shannon1948].${references}`))).toEqual([
    'a.md:1:18 mixed "[@shannon1948]"',
  ]);
});

test('one form alone, and a link to a DOI', async () => {
  expect(await lint(page(`[1] and [2].${references}`))).toEqual([]);
  expect(await lint(page('[@shannon1948] and [this](https://doi.org/10.1093/comjnl/5.1.10).\n'))).toEqual([]);
});
