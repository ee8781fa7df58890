import { describe, expect, test } from 'vitest';
import rule from '../../../rules/front-matter/missing-front-matter-field.ts';
import { findingLines, lintFiles, summarizeFindings } from '../../support/lint-files.ts';

const HUGO = { 'hugo.toml': 'title = "Engines"\n' };

const lint = (files: Record<string, string>, options = {}) =>
  findingLines({ ...HUGO, ...files }, rule, options);

const dated = '---\ntitle: A\ndate: 2024-05-01\n---\n';
const undated = '---\ntitle: A\n---\n';

describe('title', () => {
  test.each([
    ['---\ndate: 2024-05-01\n---\n', '"---"'],
    ['---\n---\n', '"---"'],
    ['+++\ndate = 2024-05-01\n+++\n', '"+++"'],
    ['{"date": "2024-05-01"}\n', '"{"'],
    ['---\ndate: 2024-05-01\nparams:\n  title: x\n---\n', '"---"'],
  ])('%j has none', async (text, marked) => {
    expect(await lint({ 'content/posts/a.md': text })).toContain(`content/posts/a.md:1:1 missing ${marked}`);
  });

  test.each(['Title: A', 'TITLE: A', '"title": A', 'title: ""', 'title:'])('%s is one', async (line) => {
    expect(await lint({ 'content/posts/a.md': `---\n${line}\ndate: 2024-05-01\n---\n` })).toEqual([]);
  });

  test('is not asked of what is no page', async () => {
    const files = {
      'content/_index.md': '---\nmenu: main\n---\n',
      'content/menu.md': '---\nheadless: true\n---\n',
      'content/hidden.md': '---\nbuild:\n  render: never\n---\n',
      'content/a/index.md': dated,
      'content/a/part.md': '---\nweight: 1\n---\n',
    };
    expect(await lint(files)).toEqual([]);
  });

  test('is suggested from the name of the file', async () => {
    const files = { ...HUGO, 'content/posts/the-engine/index.md': '+++\ndate = 2024-05-01\n+++\n' };
    const [finding] = (await lintFiles(files, rule)).findings;
    expect(finding?.fixes).toMatchObject([
      { edits: [{ region: { start: 3, end: 3 }, text: '\ntitle = "The engine"' }] },
    ]);
  });
});

describe('date', () => {
  const missing = (path: string) => [`${path}:1:1 missing "---"`];

  test('of the only page', async () => {
    expect(await lint({ 'content/posts/a.md': undated })).toEqual(missing('content/posts/a.md'));
  });

  test('one or two pages of documentation make no custom', async () => {
    expect(await lint({ 'content/docs/a.md': undated })).toEqual([]);
    expect(await lint({ 'content/docs/a.md': undated, 'content/docs/b.md': dated })).toEqual([]);
    expect(await lint({ 'content/docs/a.md': undated, 'content/guide/b.md': dated })).toEqual([]);
  });

  test('of one among dated ones', async () => {
    const files = {
      'content/posts/a.md': undated,
      'content/posts/b.md': dated,
      'content/posts/2024/c.md': dated,
    };
    expect(await lint(files)).toEqual(missing('content/posts/a.md'));
  });

  test('of one of two', async () => {
    expect(await lint({ 'content/posts/a/index.md': undated, 'content/posts/b.md': dated })).toEqual(
      missing('content/posts/a/index.md'),
    );
  });

  test('documentation has none', async () => {
    const files = {
      'content/docs/a.md': undated,
      'content/docs/b.md': undated,
      'content/guides/c.md': undated,
    };
    expect(await lint(files)).toEqual([]);
  });

  test('a section decides for itself', async () => {
    const files = {
      'content/docs/a.md': undated,
      'content/docs/b.md': undated,
      'content/posts/c.md': dated,
      'content/posts/d.md': undated,
    };
    expect(await lint(files)).toEqual(missing('content/posts/d.md'));
  });

  test('a section with one page says nothing, unless it is called posts', async () => {
    const files = { 'content/docs/a.md': undated, 'content/blog/b.md': dated, 'content/news/c.md': undated };
    expect(await lint(files)).toEqual(missing('content/news/c.md'));
  });

  test('pages that stand alone have none', async () => {
    const files = {
      'content/about.md': undated,
      'content/contact/index.md': undated,
      'content/en/about.md': undated,
      'content/posts/b.md': dated,
      'content/en/posts/b.md': dated,
    };
    expect(await lint(files)).toEqual([]);
  });

  test('one dated page of three in a section of documentation is no custom', async () => {
    const files = {
      'content/docs/_index.md': '---\ntitle: Guide\nweight: 1\n---\n',
      'content/docs/a.md': dated,
      'content/docs/b.md': undated,
      'content/docs/api/reference.md': undated,
    };
    expect(await lint(files)).toEqual([]);
    const posts = { 'content/posts/a.md': dated, 'content/posts/b.md': dated, 'content/posts/c.md': undated };
    expect(await lint(posts)).toEqual(['content/posts/c.md:1:1 missing "---"']);
  });

  test.each(['publishDate', 'pubdate', 'published', 'lastmod', 'Date'])('%s will do', async (name) => {
    expect(await lint({ 'content/posts/a.md': `---\ntitle: A\n${name}: 2024-05-01\n---\n` })).toEqual([]);
  });

  test('the name of the file will do', async () => {
    expect(await lint({ 'content/posts/2024-05-01-a.md': undated })).toEqual([]);
  });
});

test('a broken front matter lacks nothing', async () => {
  for (const text of [
    '---\nauthor: @ada\n---\n',
    '---\nauthor: x\n\nText.\n',
    'author: x\ntags: []\n---\n',
    '---js\n{}\n---\n',
  ]) {
    expect(await lint({ 'content/posts/a.md': text })).toEqual([]);
  }
});

test('titel: the field that was probably meant is named', async () => {
  const files = { 'hugo.toml': '', 'content/posts/a.md': '---\ntitel: Engines\ndate: 1843-09-01\n---\n' };
  const { findings } = await lintFiles(files, rule);
  expect(findings.map(({ message }) => message)).toEqual([
    'The front matter has no field `title`; was it meant by `titel`?',
  ]);
  expect(summarizeFindings({ findings }, files)).toEqual(['content/posts/a.md:2:1 misspelt "titel"']);
  expect(findings[0]?.fixes[0]?.edits[0]?.text).toBe('title');
});

describe('options', () => {
  test('fields by path win over those of the dialect, custom or not', async () => {
    const files = { 'content/posts/a.md': undated, 'content/docs/b.md': undated, 'content/c.md': undated };
    const options = { paths: { 'content/**': ['title'], 'content/posts/*.md': ['title', 'author.name'] } };
    expect(await lint(files, options)).toEqual(['content/posts/a.md:1:1 missing "---"']);
  });

  test('fields by dialect', async () => {
    const files = { '_config.yml': 'plugins: [jekyll-scholar]\n', '_posts/2024-05-01-a.md': undated };
    const result = await lintFiles(files, rule, { fields: { jekyll: ['title', 'layout'] } });
    expect(summarizeFindings(result, files)).toEqual(['_posts/2024-05-01-a.md:1:1 missing "---"']);
    expect((await lintFiles(files, rule)).findings).toEqual([]);
  });
});
