import { expect, test } from 'vitest';
import unclosedShortcode from '../../../rules/shortcodes/unclosed-shortcode.ts';
import type { Fix } from '../../../src/model.ts';
import { applyEdits } from '../../../src/text/edits.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const site = {
  'hugo.toml': 'title = "Notes"\n',
  'layouts/shortcodes/cite.html':
    '{{ .Page.Scratch.SetInMap "references" (.Get 0) (.Get 1) }}<sup>[{{ .Get 0 }}]</sup>\n',
  'layouts/shortcodes/aside.html': '<aside>{{ .Inner }}</aside>\n',
};
const page = (body: string) => ({ ...site, 'content/a.md': `---\ntitle: A\n---\n${body}\n` });
const lintPage = (body: string) => findingLines(page(body), unclosedShortcode);

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

test.each([
  ['Knuth{ {< cite "k" "Knuth, D. E." >} } says', 'Knuth{{< cite "k" "Knuth, D. E." >}} says'],
  ['Knuth{ {< cite "k" "Knuth, D. E." >}} says', 'Knuth{{< cite "k" "Knuth, D. E." >}} says'],
  ['Knuth{{< cite "k" "Knuth, D. E." >} } says', 'Knuth{{< cite "k" "Knuth, D. E." >}} says'],
  ['{ {< cite "k" "Knuth, D. E." >}}, x }', '{ {{< cite "k" "Knuth, D. E." >}}, x }'],
  ['{x, {{< cite "k" "Knuth, D. E." >} }', '{x, {{< cite "k" "Knuth, D. E." >}} }'],
  ['{x, { {< cite "k" "Knuth, D. E." >} } }', '{x, {{< cite "k" "Knuth, D. E." >}} }'],
])('a brace that a formatter parted from its tag belongs to it: %s', async (body, mended) => {
  const files = page(body);
  const { findings } = await lintFiles(files, unclosedShortcode);
  expect(findings).toHaveLength(1);
  const [{ safety, edits }] = findings[0]!.fixes as [Fix];
  expect(safety).toBe('safe');
  expect(applyEdits(files['content/a.md'], edits)).toBe(page(mended)['content/a.md']);
});

test.each([
  ['Knuth{{ cite "knuth1997" }} says', '{{ cite "knuth1997" }}'],
  ['Knuth{{cite "knuth1997" "Knuth, D. E. (1997)." }} says', '{{cite "knuth1997" "Knuth, D. E. (1997)." }}'],
  ['Knuth{{ cite `knuth1997` }}.', '{{ cite `knuth1997` }}'],
])('braces without marks are printed as they stand: %s', async (body, tag) => {
  const column = body.indexOf('{{') + 1;
  const found = [`content/a.md:4:${column} unopened-shortcode ${JSON.stringify(tag)}`];
  expect(await lintPage(body)).toEqual(found);
  expect(await lintPage(`${body} And{{< cite "knuth1998" >}}.`)).toEqual(found);
});

test.each([
  'Write `{{ cite "knuth1997" }}` in a template.',
  '```go-html-template\n{{ cite "knuth1997" }}\n```',
  'So:\n\n    {{ cite "knuth1997" }}\n',
  '<pre><code>{{ cite "knuth1997" }}</code></pre>',
  '<!-- {{ cite "knuth1997" }} -->',
  'In a template {{ cite . }} stands for it, and {{ cite $key }}.',
  'Vue has {{ cite }} and {{ cite("knuth1997") }}.',
  '{{ partial "head.html" }} and {{ figure "a.png" }} and {{ aside "x" }}',
  '{{</* cite "knuth1997" */>}} and {{ "{{" }} cite "knuth1997" }}',
  '{{ cite "knuth1997" | upper }}',
])('braces that are no citation of the page: %s', async (body) => {
  expect(await lintPage(body)).toEqual([]);
});

test('braces of a shortcode that the site does not have are another language', async () => {
  const files = { ...page('Knuth{{ cite "knuth1997" }} says'), 'layouts/shortcodes/cite.html': '<hr>' };
  expect(await findingLines(files, unclosedShortcode)).toEqual([]);
});

test('two braces and an angle bracket alone', async () => {
  expect(await lintPage('The delimiter `{{<` opens one.')).toEqual([
    expect.stringContaining('content/a.md:4:16 nameless'),
  ]);
});
