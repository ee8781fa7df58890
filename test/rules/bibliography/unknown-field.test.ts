import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/unknown-field.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { alone, entry, findingsOf } from './bibliography-project.ts';

beforeAll(loadAllParsers);

test.each([
  ['auther', 'misspelt "auther"'],
  ['journel', 'misspelt "journel"'],
  ['vol', 'misspelt "vol"'],
  ['shelfmarks', 'unknown "shelfmarks"'],
])('%s', async (name, finding) => {
  expect(await findingsOf(rule, alone(entry({ [name]: '{x}' })))).toEqual([finding]);
});

test.each([
  'journaltitle',
  'bdsk-url-1',
  'keywords',
  'mendeley-tags',
  'origdate',
  'archiveprefix',
  'award_name',
  'inspirehep_id',
  'journal-full',
  'elocation-id',
  'pst',
  'hal_id',
  'acknowledgement',
  'englishtitle',
  'namea',
  'adsurl',
  'author+an',
  'OPTeditor',
  '_year',
])('%s', async (name) => {
  expect(await findingsOf(rule, alone(entry({ [name]: '{x}' })))).toEqual([]);
});

test('titles beside title: what is there already was not meant', async () => {
  expect(await findingsOf(rule, alone(entry({ titles: '{x}' })))).toEqual(['misspelt "titles"']);
  expect(await findingsOf(rule, alone(entry({ titles: '{x}', title: '{y}' })))).toEqual(['unknown "titles"']);
});

test('allow', async () => {
  expect(await findingsOf(rule, alone(entry({ shelfmarks: '{x}' })), { allow: ['shelfmarks'] })).toEqual([]);
});
