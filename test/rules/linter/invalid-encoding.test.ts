import { expect, test } from 'vitest';
import invalidEncoding from '../../../rules/linter/invalid-encoding.ts';
import { lintFiles, summarizeFindings } from '../../support/lint-files.ts';

const page = (body: string) => ({
  'hugo.toml': 'title = "Notes"\n',
  'content/a.md': `---\ntitle: A\n---\n${body}\n`,
});
const lintPage = async (body: string) => {
  const files = page(body);
  return summarizeFindings(await lintFiles(files, invalidEncoding), files);
};

test('where the NUL stands', async () => {
  expect(await lintPage('a\u0000b')).toEqual(['content/a.md:4:2 nul-character "\\u0000"']);
});
