import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/unprotected-capitals.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { alone, entry, findingsOf, fixed } from './bibliography-project.ts';

beforeAll(loadAllParsers);

test.each([
  ['{The DNA of RNA}', '{The {DNA} of {RNA}}'],
  ['{Learning with McCarthy}', '{Learning with {McCarthy}}'],
])('%s becomes %s', async (title, expected) => {
  expect(await fixed(rule, entry({ title }), 'unsafe')).toBe(entry({ title: expected }));
});

test.each([
  '{{The ACM}}',
  '{The {ACM}}',
  '{Sorting and Searching}',
  '{SORTING}',
  '{$\\mathit{NP}$ and more}',
])('%s', async (title) => {
  expect(await findingsOf(rule, alone(entry({ title })))).toEqual([]);
});
