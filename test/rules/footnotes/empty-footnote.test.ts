import { expect, test } from 'vitest';
import emptyFootnote from '../../../rules/footnotes/empty-footnote.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const page = (body: string) => ({
  'hugo.toml': 'title = "Notes"\n',
  'content/a.md': `---\ntitle: A\n---\n${body}\n`,
});
const lintPage = (body: string) => findingLines(page(body), emptyFootnote);

test('a note whose text begins on the next line is not empty', async () => {
  expect(await lintPage('x[^a]\n\n[^a]:\n    Lovelace (1843).')).toEqual([]);
});

test.each([
  ['in a list of two blanks', '- Knuth[^a]\n\n  [^a]:\n    Knuth, D. E. (1984).', []],
  ['in a list, behind a blank line', '- Knuth[^a]\n\n  [^a]:\n\n    Knuth, D. E. (1984).', []],
  ['not indented', 'Knuth[^a]\n\n[^a]:\nKnuth, D. E. (1984).', []],
  ['above another note', 'Knuth[^a] and Lamport[^b]\n\n[^a]:\n[^b]: Lamport, L. (1978).', ['a']],
  ['above a paragraph', 'Knuth[^a]\n\n[^a]:\n\nKnuth wrote it in 1984.', ['a']],
])('MkDocs, a mark alone on its line, %s', async (_, body, empty) => {
  const files = { 'mkdocs.yml': 'site_name: Notes\n', 'docs/a.md': `${body}\n` };
  const { findings } = await lintFiles(files, emptyFootnote);
  expect(findings.map(({ message }) => message)).toEqual(
    empty.map((label) => `Footnote \`[^${label}]\` has no text.`),
  );
});
