import { expect, test } from 'vitest';
import rule from '../../../rules/front-matter/executable-front-matter.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const SITES = [
  [{ 'astro.config.mjs': 'export default {}\n' }, 'docs/a.md'],
  [{ 'hugo.toml': 'title = "Engines"\n' }, 'content/posts/a.md'],
  [{ '_config.yml': 'plugins: [jekyll-scholar]\n' }, '_posts/2024-05-01-a.md'],
  [{ 'myst.yml': 'version: 1\n' }, 'a.md'],
] as const;

test.each(['---js', '---javascript', '--- JS'])('%s is reported and never run', async (fence) => {
  for (const [site, path] of SITES) {
    const files = { ...site, [path]: `${fence}\n{ title: (globalThis.wasRun = true) }\n---\n\nText.\n` };
    expect(await findingLines(files, rule)).toEqual([
      `${path}:1:1 executable-front-matter ${JSON.stringify(fence)}`,
    ]);
  }
  expect('wasRun' in globalThis).toBe(false);
});

test('data is no program', async () => {
  const files = {
    'astro.config.mjs': '',
    'docs/a.md': '---\nlanguage: js\n---\n',
    'docs/b.md': '```js\n---js\n```\n',
  };
  expect((await lintFiles(files, rule)).findings).toEqual([]);
});
