import { expect, test } from 'vitest';
import swallowedCitation from '../../../rules/citations/swallowed-citation.ts';
import { lintFiles, summarizeFindings } from '../../support/lint-files.ts';

const site = (page: string) => ({
  'astro.config.mjs':
    "import rehypeCitation from 'rehype-citation';\nexport default { markdown: { rehypePlugins: [rehypeCitation] } };\n",
  'refs.bib':
    '@book{knuth1997,\n  author = {Knuth, Donald E.},\n  title = {The Art of Computer Programming},\n  year = {1997}\n}\n',
  'src/a.mdx': `---\nbibliography: refs.bib\n---\n${page}`,
});

test('a citation in a paragraph is found by the plugin', async () => {
  expect((await lintFiles(site('Merging [@knuth1997] is old.\n'), swallowedCitation)).findings).toEqual([]);
});

test('a citation inside emphasis is not', async () => {
  const files = site('*Merging [@knuth1997] is old.*\n');
  expect(summarizeFindings(await lintFiles(files, swallowedCitation), files)).toHaveLength(1);
});

test('**[@types/node]**, *[@ada]*: what no bibliography knows is no citation', async () => {
  const page = site('## By [@ada]\n\nThanks to *[@ada]* for **[@types/node]**.\n');
  expect((await lintFiles(page, swallowedCitation)).findings).toEqual([]);
});

test('Follow @ada: what stands behind a handle in the same text is not looked at', async () => {
  const files = site(
    'Follow @ada, who merges [@knuth1997].\n\nSee [@knuth1997], @ada and `@ada` [@knuth1997].\n',
  );
  expect(summarizeFindings(await lintFiles(files, swallowedCitation), files)).toEqual([
    'src/a.mdx:4:25 stopped "[@knuth1997]"',
  ]);
});

test('nothing is looked for where no bibliography is named', async () => {
  const files = { ...site(''), 'src/a.mdx': 'Follow @ada, who merges [@knuth1997].\n' };
  expect((await lintFiles(files, swallowedCitation)).findings).toEqual([]);
});
