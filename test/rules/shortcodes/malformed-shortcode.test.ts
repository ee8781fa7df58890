import { expect, test } from 'vitest';
import malformedShortcode from '../../../rules/shortcodes/malformed-shortcode.ts';
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
  return summarizeFindings(await lintFiles(files, malformedShortcode), files);
};

test('named and positional arguments mixed', async () => {
  const found = await lintPage('{{< cite key="a" "b" >}}');
  expect(found.map((line) => line.split(' ')[1])).toEqual(['mixed-params']);
});

test('shortcodes in code blocks count, since Hugo reads them there too', async () => {
  expect(await lintPage('```\n{{< cite knuth:1997 >}}\n```')).toHaveLength(1);
});

test('what is not closed is left to unclosed-shortcode', async () => {
  expect(await lintPage('{{< cite "a" "b" >}')).toEqual([]);
});
