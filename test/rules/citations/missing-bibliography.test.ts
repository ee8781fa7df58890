import { expect, test } from 'vitest';
import missingBibliography from '../../../rules/citations/missing-bibliography.ts';
import { lintFiles, summarizeFindings } from '../../support/lint-files.ts';

const book = (key: string) =>
  `@book{${key},\n  author = {Knuth, Donald E.},\n  title = {The Art of Computer Programming},\n  publisher = {Addison-Wesley},\n  year = {1997}\n}\n`;
const site = (page: string) => ({
  'myst.yml': 'version: 1\nproject:\n  bibliography: [refs.bib]\n',
  'refs.bib': book('knuth1997'),
  'a.md': page,
});
const lintPage = async (page: string) => {
  const files = site(page);
  return summarizeFindings(await lintFiles(files, missingBibliography), files);
};

test('a bare @word may be a handle', async () => {
  const files = { 'paper.md': 'Thanks to @ada for all the notes.\n' };
  expect((await lintFiles(files, missingBibliography, {}, { targets: ['paper.md'] })).findings).toEqual([]);
});

test('a bibliography that is named but not there is another rule', async () => {
  const files = { 'myst.yml': 'project:\n  bibliography: [gone.bib]\n', 'a.md': 'a {cite:p}`knuth1997`\n' };
  expect((await lintFiles(files, missingBibliography)).findings).toEqual([]);
});

test('one report a page', async () => {
  const files = { 'myst.yml': 'version: 1\n', 'a.md': 'a {cite:p}`knuth1997` {cite:p}`hoare1962`\n' };
  expect((await lintFiles(files, missingBibliography)).findings).toHaveLength(1);
});

test('the page of a good site', async () => {
  expect(await lintPage('a {cite:p}`knuth1997`\n')).toEqual([]);
});

test('a damaged tag whose reference text is lost in the damage', async () => {
  const template = '{{ .Page.Scratch.SetInMap "references" (.Get 0) (.Get 1) }}<sup>[{{ .Get 0 }}]</sup>\n';
  const body =
    'a{{< cite "knuth1997" "Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley. >}}\n';
  for (const layouts of [{}, { 'layouts/shortcodes/cite.html': template }]) {
    const files = {
      'hugo.toml': 'title = "Notes"\n',
      ...layouts,
      'content/a.md': `---\ntitle: A\n---\n${body}`,
    };
    expect((await lintFiles(files, missingBibliography)).findings).toEqual([]);
  }
});

test('a Hugo template that takes the bibliography from the page, and a page that names none', async () => {
  const files = {
    'hugo.toml': 'title = "Notes"\n',
    'layouts/shortcodes/cite.html':
      '{{ $works := getJSON .Page.Params.bibFile }}{{ range where $works "id" (.Get 0) }}{{ .title }}{{ end }}\n',
    'content/a.md': '---\ntitle: A\n---\nOld{{< cite "knuth84" >}}.\n',
  };
  const found = await lintFiles(files, missingBibliography);
  expect(summarizeFindings(found, files)).toEqual(['content/a.md:4:14 missing "knuth84"']);
});

test('[@types/node]: a package in brackets', async () => {
  const files = {
    'astro.config.mjs': "import rehypeCitation from 'rehype-citation';\n",
    'src/a.mdx': 'Install [@types/node] and [@babel/core, @babel/cli].\n',
  };
  expect((await lintFiles(files, missingBibliography)).findings).toEqual([]);
});
