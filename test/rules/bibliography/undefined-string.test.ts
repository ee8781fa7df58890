import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/undefined-string.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { lintFiles } from '../../support/lint-files.ts';
import { alone, entry, findingsOf, inPandoc } from './bibliography-project.ts';

beforeAll(loadAllParsers);

test.each([
  ['aw', 'undefined-string "aw"'],
  ['Knuth', 'undefined-string "Knuth"'],
  ['"Addison" # dash # "Wesley"', 'undefined-string "dash"'],
])('%s', async (value, finding) => {
  expect(await findingsOf(rule, alone(entry({ publisher: value })))).toEqual([finding]);
});

test('macros of a file loaded beside this one are known', async () => {
  const files = {
    'strings.bib': '@string{aw = "Addison-Wesley"}\n',
    'refs.bib': entry({ publisher: 'aw' }),
    'paper.md': '---\ntitle: x\nbibliography: [strings.bib, refs.bib]\n---\n\n[@knuth1998]\n',
  };
  expect(await findingsOf(rule, files)).toEqual([]);
});

test('macros of a file beside one that no document loads are known', async () => {
  const files = {
    'abbreviations.bib': '@string{aw = "Addison-Wesley"}\n',
    ...alone(entry({ publisher: 'aw' })),
  };
  expect(await findingsOf(rule, files)).toEqual([]);
});

test('a flag for templates is no macro', async () => {
  expect(await findingsOf(rule, alone(entry({ selected: 'true' })))).toEqual([]);
});

test('a month in French or German', async () => {
  expect(await findingsOf(rule, alone(entry({ month: 'mai' })))).toEqual(['misspelt "mai"']);
  const { findings } = await lintFiles(alone(entry({ month: 'mai' })), [rule]);
  expect(findings[0]?.message).toContain('did you mean `may`?');
});

test('a misspelt month', async () => {
  expect(await findingsOf(rule, alone(entry({ month: 'sept' })))).toEqual(['misspelt "sept"']);
});

test('months are known, in any case', async () => {
  expect(await findingsOf(rule, alone(entry({ month: 'JAN' })))).toEqual([]);
});

test.each(['cacm', 'JACM', 'IEEE_J_IT'])(
  '%s is a macro of styles, which Pandoc does not have',
  async (journal) => {
    expect(await findingsOf(rule, alone(entry({ journal })))).toEqual([]);
    expect(await findingsOf(rule, inPandoc(entry({ journal })))).toHaveLength(1);
  },
);
