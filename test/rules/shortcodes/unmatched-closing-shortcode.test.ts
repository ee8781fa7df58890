import { expect, test } from 'vitest';
import unmatchedClosingShortcode from '../../../rules/shortcodes/unmatched-closing-shortcode.ts';
import { findingLines } from '../../support/lint-files.ts';

const site = {
  'hugo.toml': 'title = "Notes"\n',
  'layouts/shortcodes/cite.html':
    '{{ .Page.Scratch.SetInMap "references" (.Get 0) (.Get 1) }}<sup>[{{ .Get 0 }}]</sup>\n',
  'layouts/shortcodes/aside.html': '<aside>{{ .Inner }}</aside>\n',
};
const page = (body: string) => ({ ...site, 'content/a.md': `---\ntitle: A\n---\n${body}\n` });
const lintPage = (body: string) => findingLines(page(body), unmatchedClosingShortcode);

test('a closing tag of another name', async () => {
  expect(await lintPage('{{< aside >}}a{{< /asid >}}')).toEqual(['content/a.md:4:20 close-mismatch "asid"']);
});

test('a self-closing tag of a shortcode that has no body', async () => {
  expect(await lintPage('{{< cite "a" "b" />}}')).toHaveLength(1);
});

test('crossed shortcodes are fine for Hugo', async () => {
  expect(await lintPage('{{< aside >}}{{% aside %}}{{< /aside >}}{{% /aside %}}')).toEqual([]);
});
