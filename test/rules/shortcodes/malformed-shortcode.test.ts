import { expect, test } from 'vitest';
import malformedShortcode from '../../../rules/shortcodes/malformed-shortcode.ts';
import { fixFiles } from '../../support/fix-files.ts';
import { findingLines, lintFiles, summarizeFindings } from '../../support/lint-files.ts';

const site = {
  'hugo.toml': 'title = "Notes"\n',
  'layouts/shortcodes/cite.html':
    '{{ .Page.Scratch.SetInMap "references" (.Get 0) (.Get 1) }}<sup>[{{ .Get 0 }}]</sup>\n',
  'layouts/shortcodes/aside.html': '<aside>{{ .Inner }}</aside>\n',
};
const page = (body: string) => ({ ...site, 'content/a.md': `---\ntitle: A\n---\n${body}\n` });
const lintPage = (body: string) => findingLines(page(body), malformedShortcode);

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

test('a tag without a name', async () => {
  const { findings } = await lintFiles(page('{{< "knuth1997" >}}'), malformedShortcode);
  expect(findings.map(({ message }) => message)).toEqual([
    'This shortcode has no name: `"` stands where it should.',
  ]);
});

test.each([
  ['cite knuth1997" "Knuth, D. E."', 'knuth1997"', 'opening'],
  ['cite "knuth1997 "Knuth, D. E."', '"knuth1997', 'closing'],
  ['cite "knuth1997" Knuth, D. E."', 'Knuth, D. E."', 'opening'],
  ['cite "knuth1997" "Knuth, D. E.', '"Knuth, D. E.', 'closing'],
])('the argument that lacks a quote is named in %s', async (tag, argument, side) => {
  const body = `a{{< ${tag} >}} and {{< cite "b" "Lamport, L." >}}`;
  const files = page(body);
  const result = await lintFiles(files, malformedShortcode);
  expect(result.findings.map(({ message }) => message)).toEqual([
    `Argument \`${argument}\` of shortcode \`cite\` lacks its ${side} quote.`,
  ]);
  const column = body.indexOf(argument) + 1;
  expect(summarizeFindings(result, files)).toEqual([
    `content/a.md:4:${column} missing-quote ${JSON.stringify(argument)}`,
  ]);
});

test.each([
  ['cite "knuth1997"" "Knuth, D. E."', '""'],
  ['cite ""knuth1997" "Knuth, D. E."', '""'],
  ['cite "knuth1997" ""Knuth, D. E."', '""'],
  ['cite "knuth1997" "Knuth, D. E.""', '""'],
])('a doubled quote is named in %s, and taken out', async (tag, quotes) => {
  const files = page(`a{{< ${tag} >}} and {{< cite "b" "Lamport, L." >}}`);
  const { first, files: fixed } = await fixFiles(files, malformedShortcode);
  expect(summarizeFindings(first, files).map((line) => line.replace(/^\S+ /, ''))).toEqual([
    `doubled-quote ${JSON.stringify(quotes)}`,
  ]);
  expect(fixed).toEqual(page('a{{< cite "knuth1997" "Knuth, D. E." >}} and {{< cite "b" "Lamport, L." >}}'));
});

test.each([
  [`cite "knuth1997' "Knuth, D. E."`, 'cite "knuth1997" "Knuth, D. E."'],
  [`cite "knuth1997" "Knuth, D. E.'`, 'cite "knuth1997" "Knuth, D. E."'],
  [`cite "knuth1997" "The '60s, Knuth's'`, `cite "knuth1997" "The '60s, Knuth's'"`],
])('another quote that was meant to close is replaced: %s', async (tag, expected) => {
  const { files } = await fixFiles(page(`a{{< ${tag} >}}`), malformedShortcode);
  expect(files).toEqual(page(`a{{< ${expected} >}}`));
});

test('a quote too many that ends a text, Programming," Volume 1, is not mended by itself as if a third argument began', async () => {
  const { findings } = await lintFiles(
    page(
      '{{< cite "knuth1997" "Knuth, D. E. (1997). *The Art of Computer Programming," Volume 1*. Addison-Wesley." >}}',
    ),
    malformedShortcode,
  );
  expect(findings.flatMap(({ fixes }) => fixes.map(({ safety }) => safety))).toEqual(['suggest']);
});
