import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/unknown-entry-type.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { alone, entry, findingsOf } from './bibliography-project.ts';

beforeAll(loadAllParsers);

test.each([
  ['artcle', 'misspelt "artcle"'],
  ['website', 'misspelt "website"'],
  ['shelfmark', 'unknown "shelfmark"'],
])('%s', async (type, finding) => {
  expect(await findingsOf(rule, alone(entry({ title: '{x}' }, type)))).toEqual([finding]);
});

test.each(['Article', 'online', 'xdata', 'CONFERENCE', 'software'])('%s', async (type) => {
  expect(await findingsOf(rule, alone(entry({ title: '{x}' }, type)))).toEqual([]);
});
