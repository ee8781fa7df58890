import { expect, test } from 'vitest';
import undefinedFootnote from '../../../rules/footnotes/undefined-footnote.ts';
import unusedFootnote from '../../../rules/footnotes/unused-footnote.ts';
import unusedSuppression from '../../../rules/linter/unused-suppression.ts';
import { createConfig } from '../../../src/config/config.ts';
import { createMemorySource } from '../../../src/host/memory.ts';
import { lintProject, type SessionOptions } from '../../../src/session.ts';
import { fixFiles } from '../../support/fix-files.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const page = (body: string) => ({
  'hugo.toml': 'title = "Notes"\n',
  'content/a.md': `---\ntitle: A\n---\n${body}\n`,
});
const lintPage = (body: string) => findingLines(page(body), [unusedSuppression, undefinedFootnote]);

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

const rules = [unusedSuppression, undefinedFootnote];
const settings: readonly (readonly [string, Omit<SessionOptions, 'source' | 'rules'>])[] = [
  ['switched off', { config: createConfig({ rules: { 'undefined-footnote': 'off' } }, 'test') }],
  ['left out', { only: new Set(['unused-suppression']) }],
  ['skipped', { skip: new Set(['undefined-footnote']) }],
];

test.each(settings)('a directive for a rule that was %s may still be needed', async (_, session) => {
  const source = createMemorySource(page('<!-- bibliolint-disable-next-line undefined-footnote -->\nx[^1]'));
  expect((await lintProject({ source, rules, ...session })).findings).toEqual([]);
});

test.each(settings.slice(1))('so may one for all rules, where one was %s', async (_, session) => {
  const source = createMemorySource(page('<!-- bibliolint-disable-next-line -->\nx[^1]'));
  expect((await lintProject({ source, rules, ...session })).findings).toEqual([]);
});

test.each([
  ['a\n<!-- bibliolint-disable-next-line undefined-footnote -->\nb', 'a\nb'],
  ['a <!-- bibliolint-disable-file undefined-footnote --> b', 'a  b'],
  [
    '<!-- bibliolint-disable-file undefined-footnote, unused-footnote -->\nx[^1]',
    '<!-- bibliolint-disable-file undefined-footnote -->\nx[^1]',
  ],
])('the fix takes the directive out, with the line it fills: %j', async (body, expected) => {
  const { files } = await fixFiles(page(body), [unusedSuppression, undefinedFootnote, unusedFootnote]);
  expect(files).toEqual(page(expected));
});

test('a directive shown in a code span is none', async () => {
  const files = { 'hugo.toml': '', 'content/a.md': 'Write `<!-- bibliolint-disable-file -->` at the top.\n' };
  expect((await lintFiles(files, unusedSuppression)).findings).toEqual([]);
});
