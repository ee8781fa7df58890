import { expect, test } from 'vitest';
import undefinedFootnote from '../../../rules/footnotes/undefined-footnote.ts';
import unusedSuppression from '../../../rules/linter/unused-suppression.ts';
import { lintFiles, summarizeFindings } from '../../support/lint-files.ts';

const page = (body: string) => ({
  'hugo.toml': 'title = "Notes"\n',
  'content/a.md': `---\ntitle: A\n---\n${body}\n`,
});
const lintPage = async (body: string) => {
  const files = page(body);
  return summarizeFindings(await lintFiles(files, [unusedSuppression, undefinedFootnote]), files);
};

test('a directive that silences something is used', async () => {
  expect(
    await lintPage('<!-- bibliolint-disable-next-line undefined-footnote -- printed elsewhere -->\nx[^1]'),
  ).toEqual([]);
});

test('directives stacked on two lines hold for the line below both', async () => {
  const body =
    '<!-- bibliolint-disable-next-line undefined-footnote -->\n<!-- bibliolint-disable-next-line unused-suppression -->\nx[^1]';
  expect(await lintPage(body)).toEqual(['content/a.md:5:35 unused "unused-suppression"']);
});

test('a region ends at enable', async () => {
  const body = '<!-- bibliolint-disable undefined-footnote -->\nx[^1]\n<!-- bibliolint-enable -->\ny[^2]';
  expect(await lintPage(body)).toEqual(['content/a.md:7:2 undefined "[^2]"']);
});
