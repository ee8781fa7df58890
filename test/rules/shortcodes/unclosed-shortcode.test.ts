import { expect, test } from 'vitest';
import unclosedShortcode from '../../../rules/shortcodes/unclosed-shortcode.ts';
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
  return summarizeFindings(await lintFiles(files, unclosedShortcode), files);
};

test('a value that swallows the closing delimiter', async () => {
  expect(await lintPage('{{< cite key=knuth1997>}} text')).toEqual([
    'content/a.md:4:14 mixed-params "knuth1997>}}"',
  ]);
});

test('one report for a page where one closing delimiter was dropped', async () => {
  const cite =
    '{{< cite "knuth1997" "Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley." >}}';
  const found = await lintPage(`a${cite.slice(0, -3)}\nb${cite}\nc${cite}`);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('content/a.md:4:');
});

test('an escaped shortcode shown in the docs is no shortcode', async () => {
  expect(await lintPage('Write `{{</* cite "key" */>}}`.')).toEqual([]);
});

test('the safe fix completes the delimiter', async () => {
  const files = page(
    'a{{< cite "knuth1997" "Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley." >}',
  );
  const { findings } = await lintFiles(files, unclosedShortcode);
  expect(findings[0]?.fixes[0]).toMatchObject({ safety: 'safe', edits: [{ text: '>}}' }] });
});
