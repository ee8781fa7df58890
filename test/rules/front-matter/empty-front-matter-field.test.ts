import { expect, test } from 'vitest';
import rule from '../../../rules/front-matter/empty-front-matter-field.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const HUGO = { 'hugo.toml': 'title = "Engines"\n' };
const PATH = 'content/posts/a.md';

const lint = async (text: string, options = {}) => {
  const files = { ...HUGO, [PATH]: text };
  return findingLines(files, rule, options);
};

test.each([
  ['---\ntitle:\n---\n', '2:1 empty "title"'],
  ['---\ntitle: ""\n---\n', '2:1 empty "title"'],
  ['---\nTitle: " "\n---\n', '2:1 empty "Title"'],
  ['---\ntitle: x\nbibliography: []\n---\n', '3:1 empty "bibliography"'],
  ['---\nauthor: ~\n---\n', '2:1 empty "author"'],
  ['+++\ntitle = ""\n+++\n', '2:1 empty "title"'],
  ['{"date": null}\n', '1:3 empty "date"'],
])('%j', async (text, finding) => {
  expect(await lint(text)).toEqual([`${PATH}:${finding}`]);
});

test.each([
  '---\ntitle: 0\n---\n',
  '---\ntitle: x\ntags:\nslug: ""\nsummary:\n---\n',
  '---\nauthor:\n  name: Ada\n---\n',
  '---\nauthors:\n- Ada\n---\n',
  '---\ntitle:\n---\nauthor: @broken\n'.replace('---\nauthor', 'author'),
  '---\nparams:\n  title:\n---\n',
])('%j has what it needs', async (text) => {
  expect(await lint(text)).toEqual([]);
});

test('options', async () => {
  expect(await lint('---\ntitle:\nsummary:\n---\n', { fields: ['summary'] })).toEqual([
    `${PATH}:3:1 empty "summary"`,
  ]);
});

test('a page that heads its section is named by the site', async () => {
  const files = { ...HUGO, 'content/_index.md': '---\ntitle:\ntype: landing\n---\n' };
  expect((await lintFiles(files, rule)).findings).toEqual([]);
});
