import { describe, expect, test } from 'vitest';
import rule from '../../../rules/front-matter/missing-front-matter.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const HUGO = { 'hugo.toml': 'title = "Engines"\n' };
const JEKYLL = { '_config.yml': 'title: Engines\nplugins: [jekyll-scholar]\n' };

const lint = (files: Record<string, string>) => findingLines(files, rule);

describe('Hugo', () => {
  test.each([
    'content/posts/sorting.md',
    'content/about.md',
    'content/posts/sorting/index.md',
    'content/_index.md',
  ])('%s needs front matter', async (path) => {
    expect(await lint({ ...HUGO, [path]: 'Text.\n' })).toEqual([`${path}:1:1 missing ""`]);
  });

  test('an empty page needs it, too', async () => {
    expect(await lint({ ...HUGO, 'content/posts/a.md': '' })).toHaveLength(1);
  });

  test.each([
    ['HTML', 'content/raw.html', '<p>Text</p>\n'],
    ['TOML', 'content/posts/a.md', '+++\ntitle = "x"\n+++\n'],
    ['JSON', 'content/posts/a.md', '{"title": "x"}\n'],
    ['Org', 'content/posts/a.org', '#+title: x\n'],
    ['empty front matter', 'content/posts/a.md', '---\n---\n'],
    ['a byte order mark', 'content/posts/a.md', '\ufeff---\ntitle: x\n---\n'],
  ])('%s is fine', async (_name, path, text) => {
    expect(await lint({ ...HUGO, [path]: text })).toEqual([]);
  });

  test.each([
    ['a broken one', '---\ntitle: "x\n---\n'],
    ['an unclosed one', '---\ntitle: x\n'],
    ['one without opening', 'title: x\n---\n'],
    ['a list', '- item\n'],
    ['a shortcode first', '{{< cite "a" >}}\n'],
    ['a program', '---js\n{}\n---\n'],
  ])('%s is for another rule', async (_name, text) => {
    expect(await lint({ ...HUGO, 'content/posts/a.md': text })).toEqual([]);
  });

  test('files beside an index.md are parts of that page', async () => {
    const files = {
      ...HUGO,
      'content/posts/a/index.md': '---\ntitle: A\n---\n',
      'content/posts/a/notes.md': 'Text.\n',
      'content/posts/a/more/notes.md': 'Text.\n',
      'content/posts/b.md': 'Text.\n',
    };
    expect(await lint(files)).toEqual(['content/posts/b.md:1:1 missing ""']);
  });

  test('the suggestion begins with the name of the file', async () => {
    const files = { ...HUGO, 'content/posts/2024-05-01-on_computable-numbers.md': 'Text.\n' };
    const { findings } = await lintFiles(files, rule);
    expect(findings[0]?.fixes).toMatchObject([
      { safety: 'suggest', edits: [{ text: '---\ntitle: "On computable numbers"\n---\n\n' }] },
    ]);
  });
});

test('Jekyll wants it on posts', async () => {
  const files = {
    ...JEKYLL,
    '_posts/2024-05-01-a.md': 'Text.\n',
    'notes.md': 'Text.\n',
    'README.md': 'Text.\n',
  };
  expect(await lint(files)).toEqual(['_posts/2024-05-01-a.md:1:1 post ""']);
});

test('Pandoc and MyST take the title from the first heading', async () => {
  expect(await lint({ 'paper.md': '# Title\n\nText [@a].\n', 'refs.bib': '' })).toEqual([]);
  expect(await lint({ 'myst.yml': 'version: 1\n', 'index.md': '# Title\n' })).toEqual([]);
});
