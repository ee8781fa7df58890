import { expect, test } from 'vitest';
import unknownShortcode from '../../../rules/shortcodes/unknown-shortcode.ts';
import { lintFiles, summarizeFindings } from '../../support/lint-files.ts';

const site = {
  'hugo.toml': 'title = "Notes"\n',
  'layouts/shortcodes/cite.html':
    '{{ .Page.Scratch.SetInMap "references" (.Get 0) (.Get 1) }}<sup>[{{ .Get 0 }}]</sup>\n',
  'layouts/shortcodes/aside.html': '<aside>{{ .Inner }}</aside>\n',
};
const page = (body: string) => ({ ...site, 'content/a.md': `---\ntitle: A\n---\n${body}\n` });
const lintPage = async (body: string) => {
  const files = page(body);
  return summarizeFindings(await lintFiles(files, unknownShortcode), files);
};

test('a misspelt name gets a suggestion', async () => {
  const { findings } = await lintFiles(page('{{< cit "a" "b" >}}'), unknownShortcode);
  expect(findings[0]?.message).toContain('cite');
});

test('the shortcodes Hugo brings are known', async () => {
  expect(await lintPage('{{< figure src="a.png" >}} {{< ref "b.md" >}}')).toEqual([]);
});

test('silent where a theme that is not checked out may bring more', async () => {
  const files = { ...page('{{< gallery >}}'), 'hugo.toml': 'title = "Notes"\ntheme = "ananke"\n' };
  expect((await lintFiles(files, unknownShortcode)).findings).toEqual([]);
});
