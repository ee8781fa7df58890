import { beforeAll, describe, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/bibliography-syntax.ts';
import undefinedKey from '../../../rules/citations/undefined-key.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { lintFiles } from '../../support/lint-files.ts';
import { alone, findingsOf, fixed, inJekyll, inPandoc, messagesOf } from './bibliography-project.ts';

beforeAll(loadAllParsers);

const paren = '@book(knuth1998, year = 1998)\n';
const commented = '@book{knuth1998,\n  year = 1998, % the second edition\n}\n';

test('what Pandoc minds not is left out where Pandoc alone reads the file', async () => {
  expect(await findingsOf(rule, inPandoc(commented))).toEqual([]);
  expect(await findingsOf(rule, inPandoc(paren))).toEqual(['parenthesised-entry "("']);
  expect(await findingsOf(rule, inJekyll(commented))).toEqual(['comment-in-entry "% the second edition"']);
  expect(await findingsOf(rule, alone(commented))).toEqual(['comment-in-entry "% the second edition"']);
});

test('what BibTeX alone refuses is left out where no page loads a file in the fields of BibLaTeX', async () => {
  const inFields = (date: string, place: string) =>
    `@book{knuth1998,\n  title = {Sorting}, % the second edition\n  ${date},\n  ${place}\n}\n`;
  const told = ['comment-in-entry "% the second edition"'];
  expect(await findingsOf(rule, alone(inFields('date = {1998}', 'location = {Reading}')))).toEqual([]);
  expect(await findingsOf(rule, alone(inFields('date = {1998}', 'address = {Reading}')))).toEqual(told);
  expect(await findingsOf(rule, alone(inFields('year = {1998}', 'address = {Reading}')))).toEqual(told);
  expect(await findingsOf(rule, inJekyll(inFields('date = {1998}', 'location = {Reading}')))).toEqual(told);
});

test('what only some programs refuse is a warning where it is not known who reads', async () => {
  const { findings } = await lintFiles(alone(commented), rule);
  expect(findings.map(({ level }) => level)).toEqual(['warning']);
  expect((await lintFiles(inJekyll(commented), rule)).findings.map(({ level }) => level)).toEqual(['error']);
});

test.each([
  '@book(knuth1998, title = {Sorting})\n',
  '@misc{knuth1998, title = {Sorting}, url.size = {3}}\n',
  '@string{r&a = "Sorting"}\n@misc{knuth1998, title = r&a}\n',
])('what Pandoc alone refuses is an error where Pandoc reads the file: %j', async (text) => {
  const levelsOf = async (files: Readonly<Record<string, string>>) =>
    new Set((await lintFiles(files, rule)).findings.map(({ level }) => level));
  expect(await levelsOf(alone(text))).toEqual(new Set(['warning']));
  expect(await levelsOf(inPandoc(text))).toEqual(new Set(['error']));
});

test('a comment in parentheses costs Jekyll nothing', async () => {
  const { findings } = await lintFiles(inJekyll('@comment(sorting)\n'), rule);
  expect(findings.map(({ level, message }) => [level, message])).toEqual([
    ['warning', 'The parentheses around `@comment` should be braces; Pandoc refuses it.'],
  ]);
});

test('what has no width is a blank to no program, a no-break space to Pandoc', async () => {
  const withSpace = (space: string): string => `@book{k,\n  title = {Sorting},${space}\n  year = 1998\n}\n`;
  expect(await messagesOf(rule, inPandoc(withSpace('\u00a0')))).toEqual([]);
  expect(await messagesOf(rule, inPandoc(withSpace('\u200b')))).toEqual([
    '`k` has a zero-width space (U+200B) outside its values, where not every program skips it; Pandoc reads nothing of this file.',
  ]);
  expect(await messagesOf(rule, alone(withSpace('\u00a0')))).toEqual([
    '`k` has a no-break space (U+00A0) outside its values, where not every program skips it; BibTeX and biber refuse it.',
  ]);
});

test.each(['refs.bib', 'refs.json', 'refs.yaml'])('a pointer of Git LFS is one finding: %s', async (path) => {
  const files = {
    'paper.md': `---\nbibliography: ${path}\n---\nSorting [@knuth1998] and searching [@knuth1998; @hoare1962].\n`,
    [path]: 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12345\n',
  };
  const { findings } = await lintFiles(files, [rule, undefinedKey]);
  expect(findings.map(({ ruleId, messageId }) => [ruleId, messageId])).toEqual([[rule.id, 'lfs-pointer']]);
});

test('what is cut off is said where it ends', async () => {
  const files = {
    'paper.md': '---\nbibliography: bib.json\n---\nSorting [@knuth1998].\n',
    'bib.json': '[{"id": "knuth1998"',
  };
  const { findings } = await lintFiles(files, rule);
  expect(findings.map(({ message }) => message)).toEqual([
    'This is not JSON: `}` expected, the end of the file found; Pandoc reads nothing of this file.',
  ]);
});

test('the message says what is lost', async () => {
  const broken = '@book{knuth1998,\n  title = {Sorting}\n  year = 1998\n}\n';
  expect(await messagesOf(rule, inPandoc(broken))).toEqual([
    'A comma is missing behind `title` in `knuth1998`; Pandoc reads nothing of this file.',
  ]);
  expect(await messagesOf(rule, inJekyll(broken))).toEqual([
    'A comma is missing behind `title` in `knuth1998`; Jekyll loses the entry.',
  ]);
});

test.each([
  ['@book{k,\n  title = {Sorting}\n  year = 1998\n}\n', '@book{k,\n  title = {Sorting},\n  year = 1998\n}\n'],
  [
    '@book{k,\n  title = {Sorting},,\n  year = 1998\n}\n',
    '@book{k,\n  title = {Sorting},\n  year = 1998\n}\n',
  ],
  [
    '@book{k,\n  title = {Sorting}},\n  year = 1998\n}\n',
    '@book{k,\n  title = {Sorting},\n  year = 1998\n}\n',
  ],
  ['@book{k,\n  title = {Sorting,\n  year = 1998\n}\n', '@book{k,\n  title = {Sorting},\n  year = 1998\n}\n'],
  ['@book{k,\r\n  pages = 12--15\r\n}\r\n', '@book{k,\r\n  pages = {12--15}\r\n}\r\n'],
  ['@ book{k, year = 1998}\n', '@book{k, year = 1998}\n'],
  ['@book{k,\r\n  year = 1998\r\n', '@book{k,\r\n  year = 1998\r\n}\r\n'],
  ['@book{k,\n  title = {The {Art}} of Sorting},\n}\n', '@book{k,\n  title = {The {Art} of Sorting},\n}\n'],
  ['@book{k,\n  title = Die M\\"uller},\n}\n', '@book{k,\n  title = {Die M\\"uller},\n}\n'],
  ['@book{k,\n  title = Die M\\"uller,\n}\n', '@book{k,\n  title = {Die M\\"uller},\n}\n'],
  ['@book{k,\n  title = {Die M\\"uller",\n}\n', '@book{k,\n  title = {Die M\\"uller},\n}\n'],
  ['@book{k,\n  title = Die "Neue" Welt},\n}\n', '@book{k,\n  title = {Die "Neue" Welt},\n}\n'],
  ['@book{k,\n  title = On "Work",\n}\n', '@book{k,\n  title = {On "Work"},\n}\n'],
  ['@book{k,\n  title = On Work",\n}\n', '@book{k,\n  title = "On Work",\n}\n'],
  ['@book{k,\n  title-{Sorting},\n}\n', '@book{k,\n  title = {Sorting},\n}\n'],
  ['@book{k,\n  year = 1998,\u200b\n  month = jan\n}\n', '@book{k,\n  year = 1998,\n  month = jan\n}\n'],
  ['@book{k,\n  year\u00a0= 1998\n}\n', '@book{k,\n  year = 1998\n}\n'],
])('fixes %j', async (text, expected) => {
  expect(await fixed(rule, text)).toBe(expected);
});

test.each([
  ['an entry without fields would be no better closed', '@book{k\n\n@book{l,\n  year = 1998\n}\n'],
  ['a brace too many, or one lost before it', '@book{k,\n  title = {Art} of Programming},\n}\n'],
  [
    'which brace is one too many, or a name behind the first',
    '@book{k,\n  author = {Doe}, J.},\n  year = 1998\n}\n',
  ],
  ['what a sign is there for', '@book{k,\n  title = {Sorting}, - {Searching},\n}\n'],
  ['which brace is one too many', '@book{k,\n  title = {a \\} b} c},\n}\n'],
])('leaves to its author: %s', async (_, text) => {
  expect(await fixed(rule, text)).toBe(text);
});

describe('other formats', () => {
  test('CSL-YAML', async () => {
    const text = 'references:\n- id: knuth1998\n  title: Sorting: a survey\n- id: shannon1948\n  title: x\n';
    expect(await messagesOf(rule, inPandoc(text, 'refs.yaml'))).toEqual([
      'This is not YAML: a value that contains a colon and a blank needs quotes; Pandoc reads nothing of this file.',
    ]);
  });

  test('an item alone', async () => {
    const text = '{"id": "knuth1998", "type": "book", "title": "Sorting"}';
    expect(await findingsOf(rule, inPandoc(text, 'refs.json'))).toEqual(['csl-not-a-list "{"']);
  });
});

test.each([
  ['@book{knuth1998,\n  title: {Sorting},\n  year = 1998\n}\n', 'title = {Sorting}'],
  ['@book{knuth1998,\n  title:{Sorting},\n  year = 1998\n}\n', 'title = {Sorting}'],
])('a colon for an equals sign: %j', async (text, expected) => {
  expect(await fixed(rule, text)).toBe(`@book{knuth1998,\n  ${expected},\n  year = 1998\n}\n`);
});

test('a closing brace too many behind an entry, which no program minds, is a warning', async () => {
  const text = '@book{knuth1998,\n  title = {Sorting},\n  year = 1998}\n}\n';
  expect(await messagesOf(rule, alone(text))).toEqual([
    'A closing brace too many stands behind `knuth1998`, where programs pass over it.',
  ]);
  expect((await lintFiles(alone(text), rule)).findings.map(({ level }) => level)).toEqual(['warning']);
  expect(await fixed(rule, text)).toBe(text.replace('}\n}\n', '}\n'));
});

test('a closing brace before the last field is moved behind it', async () => {
  const entry =
    '@book{knuth1998,\n  title = {Sorting},\n}\n  year = 1998\n\n@book{hoare1962,\n  year = 1962\n}\n';
  expect(await findingsOf(rule, alone(entry))).toEqual(['extra-closing-brace "}"']);
  expect(await fixed(rule, entry)).toBe(entry.replace('}\n  year = 1998\n', '  year = 1998\n}\n'));
});
