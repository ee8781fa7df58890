import { expect, test } from 'vitest';
import rule from '../../../rules/front-matter/ignored-front-matter.ts';
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

test('Hugo does not mind', async () => {
  const files = { 'hugo.toml': 'title = "Engines"\n', 'content/a.md': `\ufeff\n${PAGE}` };
  expect((await lintFiles(files, rule)).findings).toEqual([]);
});
