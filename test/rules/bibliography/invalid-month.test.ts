import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/invalid-month.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
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
