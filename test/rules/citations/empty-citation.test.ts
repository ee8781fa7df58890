import { expect, test } from 'vitest';
import emptyCitation from '../../../rules/citations/empty-citation.ts';
import { findingLines } from '../../support/lint-files.ts';

const site = {
  'hugo.toml': 'title = "Notes"\n',
  'layouts/shortcodes/cite.html':
    '{{ .Page.Scratch.SetInMap "references" (.Get 0) (.Get 1) }}<sup>[{{ .Get 0 }}]</sup>\n',
  'layouts/shortcodes/aside.html': '<aside>{{ .Inner }}</aside>\n',
};
const page = (body: string) => ({ ...site, 'content/a.md': `---\ntitle: A\n---\n${body}\n` });
const lintPage = (body: string) => findingLines(page(body), emptyCitation);

test('a citing shortcode without any argument', async () => {
  expect(await lintPage('{{< cite >}}')).toHaveLength(1);
});

test('a key is enough', async () => {
  expect(await lintPage('{{< cite "knuth1997" >}}')).toEqual([]);
});

test('a reference text without the key before it, by the template or by the rest of the page', async () => {
  const text = (year: number) =>
    `"Knuth, D. E. (${year}). *The Art of Computer Programming*. Addison-Wesley."`;
  const template =
    '{{ $text := .Get 1 }}{{ if not $text }}{{ errorf "cite: %s" .Position }}{{ end }}{{ .Page.Scratch.SetInMap "references" (.Get 0) $text }}';
  const strict = { ...page(`{{< cite ${text(1997)} >}}`), 'layouts/shortcodes/cite.html': template };
  const body = `{{< cite "a" ${text(1968)} >}} {{< cite "b" ${text(1969)} >}} {{< cite ${text(1997)} >}}`;
  const alone = { 'hugo.toml': '', 'content/a.md': `---\ntitle: A\n---\n${body}\n` };
  for (const files of [strict, alone]) {
    const found = await findingLines(files, emptyCitation);
    expect(found.map((line) => line.split(' ').slice(1, 3).join(' '))).toEqual([
      'keyless-reference "\\"Knuth,',
    ]);
  }
});

test('a shortcode whose template makes a key where none is given', async () => {
  const template =
    '{{- $id := .Get "id" | default (printf "citation-%d" (add .Ordinal 1)) -}}<span class="citation" data-citation="{{ $id }}">{{ .Inner | markdownify }}</span>';
  const files = {
    ...page('{{< cite >}}Knuth, D. E. (1997). *The Art of Computer Programming*.{{< /cite >}}'),
    'layouts/shortcodes/cite.html': template,
  };
  expect(await findingLines(files, emptyCitation)).toEqual([]);
});
