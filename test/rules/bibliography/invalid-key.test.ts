import { beforeAll, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/invalid-key.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { lintFiles } from '../../support/lint-files.ts';
import { alone, entry, findingsOf, inPandoc, messagesOf } from './bibliography-project.ts';

beforeAll(loadAllParsers);

const withKey = (key: string): string => entry({ year: '1998' }, 'misc', key);

test.each(["o'neil1998", 'knuth#1', 'knuth 1998', 'knuth(1998)', 'knuth%1'])('%j', async (key) => {
  expect(await findingsOf(rule, alone(withKey(key)))).toHaveLength(1);
});

test.each(['knuth\u200b1998', 'knuth\u00a01998'])('%j is left to `invisible-character`', async (key) => {
  expect(await findingsOf(rule, alone(withKey(key)))).toEqual([]);
});

test.each(['DBLP:conf/iclr/X22', 'image--image_2016', 'größe', 'knuth1998+a.b', '1998x'])(
  '%j',
  async (key) => {
    expect(await findingsOf(rule, alone(withKey(key)))).toEqual([]);
  },
);

test('what only biber refuses is left out where Pandoc alone reads the file', async () => {
  expect(await findingsOf(rule, inPandoc(withKey("o'neil1998")))).toEqual([]);
  expect(await findingsOf(rule, inPandoc(withKey('knuth~1998')))).toEqual(['invalid-key-character "~"']);
});

test('what bibtex-ruby takes into a key does no harm where Jekyll alone reads the file', async () => {
  const inJekyll = (key: string) => ({
    '_config.yml': 'scholar:\n  style: apa\n',
    'a.md': '---\n---\n{% bibliography %}\n',
    '_bibliography/references.bib': withKey(key),
  });
  expect(await findingsOf(rule, inJekyll("o'neil1998"))).toEqual([]);
  expect(await findingsOf(rule, inJekyll('knuth(1998)'))).toHaveLength(1);
});

test.each([
  [
    'a file that Jekyll reads',
    { '_config.yml': 'scholar:\n  style: apa\n', 'a.md': '---\n---\n{% bibliography %}\n' },
    'error',
    'Jekyll loses the entry',
  ],
  ['a file that nobody is known to read', {}, 'warning', 'bibtex-ruby refuses it'],
])('a bracket in a key is refused by bibtex-ruby alone: %s', async (_, site, level, effect) => {
  const files = { ...site, '_bibliography/references.bib': withKey('[1]') };
  const { findings } = await lintFiles(files, rule);
  expect(findings.map((finding) => [finding.level, finding.message])).toEqual([
    [level, `Key \`[1]\` contains \`[\`; ${effect}.`],
  ]);
});

test('entries and items without a key', async () => {
  expect(await findingsOf(rule, alone('@misc{, year = 1998}'))).toEqual(['missing-key "misc{"']);
  expect(await messagesOf(rule, alone('@Manual{title = {Zsh}}'))).toEqual([
    expect.stringContaining('This `@Manual` has no key'),
  ]);
  expect(await findingsOf(rule, inPandoc('[{"type": "book"}]', 'refs.json'))).toEqual(['csl-missing-id "{"']);
});

test.each([
  ['true', 1],
  ['1.5', 1],
  ['["a"]', 1],
  ['12', 0],
  ['"true"', 0],
  ['"1.5"', 0],
])('an id of JSON that is %s', async (id, count) => {
  expect(await findingsOf(rule, inPandoc(`[{"id": ${id}, "type": "book"}]`, 'refs.json'))).toHaveLength(
    count,
  );
});
