import { expect, test } from 'vitest';
import suppressionWithoutReason from '../../../rules/linter/suppression-without-reason.ts';
import { findingLines } from '../../support/lint-files.ts';

const page = (body: string) => ({
  'hugo.toml': 'title = "Notes"\n',
  'content/a.md': `---\ntitle: A\n---\n${body}\n`,
});
const lintPage = (body: string) => findingLines(page(body), suppressionWithoutReason);

test('enable needs no reason', async () => {
  expect(await lintPage('<!-- bibliolint-enable -->')).toEqual([]);
});

test('a Hugo comment carries a directive too', async () => {
  expect(await lintPage('{{</* bibliolint-disable-next-line undefined-footnote */>}}')).toHaveLength(1);
});
