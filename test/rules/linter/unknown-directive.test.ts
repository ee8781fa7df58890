import { expect, test } from 'vitest';
import unknownDirective from '../../../rules/linter/unknown-directive.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const HEAD = '---\ntitle: A\n---\n';
const page = (body: string) => ({ 'hugo.toml': 'title = "Notes"\n', 'content/a.md': `${HEAD}${body}\n` });
async function suggestions(body: string): Promise<(string | undefined)[]> {
  const { findings } = await lintFiles(page(body), unknownDirective);
  return findings.map(({ fixes }) => fixes[0]?.edits[0]?.text);
}

test.each([
  ['<!-- bibliolint-disable-nextline x -->', 'bibliolint-disable-next-line'],
  ['<!-- bibliolint-disable-next x -->', 'bibliolint-disable-next-line'],
  ['<!-- bibliolint-disable-line x -->', 'bibliolint-disable-next-line'],
  ['<!-- bibliolint-disable_next_line x -->', 'bibliolint-disable-next-line'],
  ['<!-- bibliolint-disabel x -->', 'bibliolint-disable'],
  ['<!--bibliolint-Disable-File-->', 'bibliolint-disable-file'],
  ['<!-- bibliolint-enabled x -->', 'bibliolint-enable'],
  ['<!-- bibliolint-disable: x -->', 'bibliolint-disable'],
  ['<!-- bibliolint-disable, x -->', 'bibliolint-disable'],
  ['<!-- bibliolint disable x -->', 'bibliolint-disable'],
  ['<!-- bibliolint: disable-next-line x -->', 'bibliolint-disable-next-line'],
  ['<!-- bibliolint_disable x -->', 'bibliolint-disable'],
  ['<!-- bibliolint-ignore x -->', undefined],
  ['<!-- bibliolint-disable--because -->', undefined],
  ['<!-- bibliolint- -->', undefined],
  ['{{</* bibliolint-disable-nextline x */>}}', 'bibliolint-disable-next-line'],
  ['{{/* bibliolint-enabel x */}}', 'bibliolint-enable'],
  ['# bibliolint-disable-nextline x', 'bibliolint-disable-next-line'],
])('%s', async (body, meant) => {
  expect(await suggestions(body)).toEqual([meant]);
});

test.each([
  '<!-- bibliolint-disable x -->',
  '<!-- bibliolint-disable-next-line -->',
  '<!--bibliolint-disable-file-->',
  '<!-- bibliolint-enable -->',
  '<!-- bibliolint is run on this site -->',
  '<!-- bibliolint, of course -->',
  '<!-- bibliolint -->',
  '# bibliolint-action',
  '# bibliolint-disable: how it works',
  '# bibliolint disable',
  'bibliolint-disable-nextline in prose',
  '`<!-- bibliolint-disable-nextline x -->` in a code span',
  '```html\n<!-- bibliolint-disable-nextline x -->\n```',
])('%s is none of our business', async (body) => {
  expect(await suggestions(body)).toEqual([]);
});

test('the finding stands at the word', async () => {
  const files = { ...page('<!-- bibliolint-disable-nextline x -->') };
  expect(await findingLines(files, unknownDirective)).toEqual([
    'content/a.md:4:6 misspelt "bibliolint-disable-nextline"',
  ]);
});

test('in a bibliography, too', async () => {
  const files = {
    'a.md': '---\nbibliography: r.bib\n---\n\n[@a]\n',
    'r.bib':
      '% bibliolint-disable-nextline x\n@book{a, title = {A}}\n@comment{bibliolint-enabel}\n% bibliolint-made\n',
  };
  expect(await findingLines(files, unknownDirective)).toEqual([
    'r.bib:1:3 misspelt "bibliolint-disable-nextline"',
    'r.bib:3:10 misspelt "bibliolint-enabel"',
  ]);
});

test('not where directives do not count', async () => {
  const files = page('<!-- bibliolint-disable-nextline x -->');
  const { findings } = await lintFiles(files, unknownDirective, {}, { inlineConfig: false });
  expect(findings).toEqual([]);
});
