import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/invalid-month.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { lintFiles } from '../../support/lint-files.ts';
import { alone, entry, findingsOf } from './bibliography-project.ts';

beforeAll(loadAllParsers);

test.each([
  ['{Marchember}', 'misspelt "Marchember"'],
  ['{Febuary}', 'misspelt "Febuary"'],
  ['13', 'unknown "13"'],
  ['{0}', 'unknown "0"'],
])('%s', async (month, finding) => {
  expect(await findingsOf(rule, alone(entry({ month })))).toEqual([finding]);
});

test.each([
  // No macro, as `undefined-string` says.
  'jann',
  'jul # day',
  'jul # {~4}',
  'jan',
  '{5}',
  '{May}',
  '"Sept."',
  '{13--15~May}',
  '{May/June}',
  '{Summer}',
  '{janvier}',
  '{März}',
  '{maart}',
  'may # "~17"',
  '{3月}',
  '{stycznia}',
])('%s', async (month) => {
  expect(await findingsOf(rule, alone(entry({ month })))).toEqual([]);
});

test('a reference of CITATION.cff has months by number', async () => {
  const cff = (month: string) => ({
    'CITATION.cff': `cff-version: 1.2.0\ntitle: TeX\nmessage: Cite the book.\nauthors:\n  - family-names: Knuth\npreferred-citation:\n  type: book\n  title: The TeXbook\n  year: 1984\n  month: ${month}\n  authors:\n    - family-names: Knuth\n`,
  });
  expect(await findingsOf(rule, cff('13'))).toEqual(['unknown "13"']);
  expect(await findingsOf(rule, cff('12'))).toEqual([]);
  expect(await findingsOf(rule, cff('May'))).toEqual([]);
});

test('a reference without a key is called by its type, and its type by no key', async () => {
  const text =
    'cff-version: 1.2.0\ntitle: TeX\nmessage: Cite it.\nauthors:\n  - family-names: Knuth\npreferred-citation:\n  type: article\n  title: Literate Programming\n  month: 13\n  authors:\n    - family-names: Knuth\n';
  const { findings } = await lintFiles({ 'CITATION.cff': text }, rule);
  expect(findings.map(({ message }) => message)).toEqual(['`13` is no month, in this `article`.']);
});
