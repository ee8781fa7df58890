import { expect, test } from 'vitest';
import undefinedFootnote from '../../../rules/footnotes/undefined-footnote.ts';
import { lintFiles, summarizeFindings } from '../../support/lint-files.ts';

const page = (body: string) => ({
  'hugo.toml': 'title = "Notes"\n',
  'content/a.md': `---\ntitle: A\n---\n${body}\n`,
});
const lintPage = async (body: string) => {
  const files = page(body);
  return summarizeFindings(await lintFiles(files, undefinedFootnote), files);
};

test('a misspelt label gets a suggestion', async () => {
  expect(await lintPage('x[^lovelace]\n\n[^lovelaec]: Notes by the translator.')).toEqual([
    'content/a.md:4:2 misspelt "[^lovelace]"',
  ]);
});

test('marks in code are no footnotes', async () => {
  expect(await lintPage('`x[^1]`\n\n```\ny[^2]\n```')).toEqual([]);
});
