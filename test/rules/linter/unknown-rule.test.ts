import { expect, test } from 'vitest';
import unknownRule from '../../../rules/linter/unknown-rule.ts';
import { findingLines } from '../../support/lint-files.ts';

const page = (body: string) => ({
  'hugo.toml': 'title = "Notes"\n',
  'content/a.md': `---\ntitle: A\n---\n${body}\n`,
});
const lintPage = (body: string) => findingLines(page(body), unknownRule);

test('all names of a directive are looked at', async () => {
  expect(await lintPage('<!-- bibliolint-disable unknown-rule, no-such-rule-at-all -->')).toEqual([
    'content/a.md:4:39 unknown "no-such-rule-at-all"',
  ]);
});

test('a directive in a code fence is an example', async () => {
  expect(await lintPage('```html\n<!-- bibliolint-disable nonsense -->\n```')).toEqual([]);
});
