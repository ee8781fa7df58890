import { expect, test } from 'vitest';
import malformedReference from '../../../rules/references/malformed-reference.ts';
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
  return summarizeFindings(await lintFiles(files, malformedReference), files);
};

const cite = (text: string) => `{{< cite "key" "${text}" >}}`;

test('a good reference', async () => {
  expect(
    await lintPage(cite('Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley.')),
  ).toEqual([]);
});

test.each([
  ['the year dropped', 'Knuth, D. E. *The Art of Computer Programming*. Addison-Wesley.'],
  ['the closing * dropped', 'Knuth, D. E. (1997). *The Art of Computer Programming. Addison-Wesley.'],
  ['a parenthesis dropped', 'Knuth, D. E. (1997. *The Art of Computer Programming*. Addison-Wesley.'],
])('%s', async (_, text) => {
  expect(await lintPage(cite(text))).toHaveLength(1);
});

test('a text that cannot be understood is left alone', async () => {
  expect(await lintPage(cite('personal communication, see above'))).toEqual([]);
});

test('brackets that cross are one slip', async () => {
  const text =
    'Knuth, D. E. (1997). *The Art of Computer Programming* [with errata (and addenda]). Addison-Wesley.';
  expect(await lintPage(cite(text))).toHaveLength(1);
});

test('of a model that is not filled in `placeholder-reference` speaks', async () => {
  expect(await lintPage(cite('Author, A. A. (Year). *Title*'))).toEqual([]);
});
