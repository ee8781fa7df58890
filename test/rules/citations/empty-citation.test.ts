import { expect, test } from 'vitest';
import emptyCitation from '../../../rules/citations/empty-citation.ts';
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
  return summarizeFindings(await lintFiles(files, emptyCitation), files);
};

test('a citing shortcode without any argument', async () => {
  expect(await lintPage('{{< cite >}}')).toHaveLength(1);
});

test('a key is enough', async () => {
  expect(await lintPage('{{< cite "knuth1997" >}}')).toEqual([]);
});
