import { expect, test } from 'vitest';
import invalidShortcodeArguments from '../../../rules/shortcodes/invalid-shortcode-arguments.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const site = {
  'hugo.toml': 'title = "Notes"\n',
  'layouts/shortcodes/cite.html':
    '{{ $text := .Get 1 }}{{ if not $text }}{{ errorf "no text" }}{{ end }}{{ .Page.Scratch.SetInMap "references" (.Get 0) $text }}<sup>[{{ .Get 0 }}]</sup>\n',
};

test('a key without the reference text its template demands', async () => {
  const files = { ...site, 'content/a.md': '---\ntitle: A\n---\n{{< cite "knuth1997" >}}\n' };
  const found = await findingLines(files, invalidShortcodeArguments);
  expect(found.map((line) => line.split(' ')[1])).toEqual(['missing-reference']);
});

test('a template that prints the key alone demands nothing', async () => {
  const files = {
    ...site,
    'layouts/shortcodes/cite.html': '<sup>{{ .Get 0 }}</sup>\n',
    'content/a.md': '---\ntitle: A\n---\n{{< cite "knuth1997" >}}\n',
  };
  expect((await lintFiles(files, invalidShortcodeArguments)).findings).toEqual([]);
});

test('key and text the other way round, where the other calls of the page show their order', async () => {
  const knuth = '"Knuth, D. E. (1997). *The Art of Computer Programming* (3rd ed.). Addison-Wesley."';
  const hoare =
    '{{< cite "hoare1962" "Hoare, C. A. R. (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16." >}}';
  const lint = async (body: string) => {
    const files = { 'content/a.md': `---\ntitle: A\n---\n${body}\n` };
    return findingLines(files, invalidShortcodeArguments);
  };
  expect(await lint(`${hoare} and {{< cite ${knuth} "knuth1997" >}}`)).toEqual([
    expect.stringContaining('swapped-arguments'),
  ]);
  expect(await lint(`{{< cite ${knuth} "knuth1997" >}}`)).toEqual([]);
  expect(await lint(`${hoare} and {{< cite "Sorting, they say, is hard." "knuth1997" >}}`)).toEqual([]);
});
