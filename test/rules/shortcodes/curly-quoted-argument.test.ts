import { expect, test } from 'vitest';
import curlyQuotedArgument from '../../../rules/shortcodes/curly-quoted-argument.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const site = {
  'hugo.toml': 'title = "Notes"\n',
  'layouts/shortcodes/cite.html':
    '{{ .Page.Scratch.SetInMap "references" (.Get 0) (.Get 1) }}<sup>[{{ .Get 0 }}]</sup>\n',
  'layouts/shortcodes/aside.html': '<aside>{{ .Inner }}</aside>\n',
};
const page = (body: string) => ({ ...site, 'content/a.md': `---\ntitle: A\n---\n${body}\n` });
const lintPage = (body: string) => findingLines(page(body), curlyQuotedArgument);

test('typographic quotes round both arguments', async () => {
  const { findings } = await lintFiles(page('{{< cite “knuth1997” “Knuth, 1997” >}}'), curlyQuotedArgument);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings[0]?.fixes[0]?.safety).toBe('safe');
});

test('typographic quotes inside an argument are text', async () => {
  expect(await lintPage('{{< cite "a" "Dijkstra, E. W. (1968). “Go To” considered harmful." >}}')).toEqual(
    [],
  );
});

test('a quote that is typographic at one end alone is told at that end', async () => {
  const text = '"Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley."';
  const found = async (body: string) =>
    (await lintPage(body)).map((line) => line.split(' ').slice(1).join(' '));
  expect(await found(`{{< cite "knuth1997” ${text} >}}`)).toEqual(['curly-quoted-argument "”"']);
  expect(await found(`{{< cite “knuth1997" ${text} >}}`)).toEqual(['curly-quoted-argument "“"']);
});
