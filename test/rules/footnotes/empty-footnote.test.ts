import { expect, test } from 'vitest';
import emptyFootnote from '../../../rules/footnotes/empty-footnote.ts';
import { lintFiles, summarizeFindings } from '../../support/lint-files.ts';

const page = (body: string) => ({
  'hugo.toml': 'title = "Notes"\n',
  'content/a.md': `---\ntitle: A\n---\n${body}\n`,
});
const lintPage = async (body: string) => {
  const files = page(body);
  return summarizeFindings(await lintFiles(files, emptyFootnote), files);
};

test('a note whose text begins on the next line is not empty', async () => {
  expect(await lintPage('x[^a]\n\n[^a]:\n    Lovelace (1843).')).toEqual([]);
});
