import { expect, test } from 'vitest';
import swallowedCitation from '../../../rules/citations/swallowed-citation.ts';
import { lintFiles, summarizeFindings } from '../../support/lint-files.ts';

const site = (page: string) => ({
  'astro.config.mjs':
    "import rehypeCitation from 'rehype-citation';\nexport default { markdown: { rehypePlugins: [rehypeCitation] } };\n",
  'src/a.mdx': page,
});

test('a citation in a paragraph is found by the plugin', async () => {
  expect((await lintFiles(site('Merging [@knuth1997] is old.\n'), swallowedCitation)).findings).toEqual([]);
});

test('a citation inside emphasis is not', async () => {
  const files = site('*Merging [@knuth1997] is old.*\n');
  expect(summarizeFindings(await lintFiles(files, swallowedCitation), files)).toHaveLength(1);
});
