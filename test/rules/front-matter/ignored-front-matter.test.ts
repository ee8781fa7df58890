import { expect, test } from 'vitest';
import rule from '../../../rules/front-matter/ignored-front-matter.ts';
import missingFrontMatter from '../../../rules/front-matter/missing-front-matter.ts';
import { applyEdits } from '../../../src/text/edits.ts';
import { lintFiles } from '../../support/lint-files.ts';

const JEKYLL = { '_config.yml': 'title: Engines\nplugins: [jekyll-scholar]\n' };
const PAGE = '---\nlayout: post\ntitle: The Engine\n---\n\nText.\n';

test.each([
  ['\ufeff', 'fm-ignored-bom'],
  ['\n', 'fm-ignored-blank-line'],
  ['\r\n \r\n', 'fm-ignored-blank-line'],
  ['  ', 'fm-ignored-indentation'],
])('%j before the front matter is deleted', async (lead, messageId) => {
  for (const path of ['about.md', '_posts/2024-05-01-engine.md']) {
    const { findings } = await lintFiles({ ...JEKYLL, [path]: lead + PAGE }, rule);
    const region = { start: 0, end: lead.length };
    expect(findings).toMatchObject([
      { messageId, at: { path, region }, fixes: [{ safety: 'safe', edits: [{ path, region, text: '' }] }] },
    ]);
    expect((await lintFiles({ ...JEKYLL, [path]: PAGE }, rule)).findings).toEqual([]);
  }
});

test('text between thematic breaks is no front matter', async () => {
  const files = { ...JEKYLL, 'about.md': '\n---\n\nNote: text.\n\n---\n' };
  expect((await lintFiles(files, rule)).findings).toEqual([]);
});

test.each([
  ['a comment', '<!-- In the public domain. -->\n'],
  ['a comment of several lines', '<!--\nIn the public domain.\n-->\n\n'],
  ['two comments', '<!-- In the public domain. -->\n<!-- Written in 1843. -->\n'],
  ['a byte order mark and a comment', '\ufeff<!-- In the public domain. -->\n'],
])('%s before the front matter is moved behind it', async (_name, lead) => {
  const files = { ...JEKYLL, 'about.md': lead + PAGE };
  const { findings } = await lintFiles(files, rule);
  expect(findings).toMatchObject([
    { messageId: 'fm-ignored-comment', at: { path: 'about.md', region: { start: 0, end: lead.length } } },
  ]);
  const [fix] = findings[0]!.fixes;
  const moved = applyEdits(files['about.md'], fix!.edits);
  expect(moved).toBe(`---\nlayout: post\ntitle: The Engine\n---\n${lead.trim()}\n\nText.\n`);
  expect((await lintFiles({ ...JEKYLL, 'about.md': moved }, rule)).findings).toEqual([]);
});

test.each([
  ['text between thematic breaks', '<!-- A remark. -->\n---\n\nNote: text.\n\n---\n'],
  ['a comment without an end', '<!-- A remark.\n---\ntitle: The Engine\n---\n'],
  ['a comment alone', '<!-- A remark. -->\n'],
])('%s is no front matter', async (_name, text) => {
  expect((await lintFiles({ ...JEKYLL, 'about.md': text }, rule)).findings).toEqual([]);
});

test('Hugo reads front matter that is commented out, and nothing behind a comment of one line', async () => {
  const site = { 'hugo.toml': 'title = "Engines"\n' };
  const hidden = `<!--\n${PAGE.replace('---\n\n', '---\n-->\n\n')}`;
  const { findings } = await lintFiles({ ...site, 'content/a.md': hidden }, [rule, missingFrontMatter]);
  expect(findings).toEqual([]);
  const lost = `<!-- In the public domain. -->\n${PAGE}`;
  const told = await lintFiles({ ...site, 'content/a.md': lost }, [rule, missingFrontMatter]);
  expect(told.findings).toMatchObject([{ messageId: 'fm-ignored-comment' }]);
});

test('Hugo does not mind', async () => {
  const files = { 'hugo.toml': 'title = "Engines"\n', 'content/a.md': `\ufeff\n${PAGE}` };
  expect((await lintFiles(files, rule)).findings).toEqual([]);
});
