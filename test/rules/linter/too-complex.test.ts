import { expect, test } from 'vitest';
import tooComplex from '../../../rules/linter/too-complex.ts';
import { lintFiles, summarizeFindings } from '../../support/lint-files.ts';

test('a block that is nested beyond reason', async () => {
  const files = {
    'hugo.toml': 'title = "Notes"\n',
    'content/a.md': `---\ntitle: A\n---\n${'> '.repeat(300)}x[^1]\n`,
  };
  const found = summarizeFindings(await lintFiles(files, tooComplex), files);
  expect(found.length).toBeLessThanOrEqual(1);
});

test('an ordinary page', async () => {
  const files = {
    'hugo.toml': 'title = "Notes"\n',
    'content/a.md': '---\ntitle: A\n---\n> > x[^1]\n\n[^1]: y\n',
  };
  expect((await lintFiles(files, tooComplex)).findings).toEqual([]);
});
