import { describe, expect, test } from 'vitest';
import invisibleCharacter from '../../../rules/references/invisible-character.ts';
import { hugoCite as cite, hugoPage as page, paper } from '../../support/cite-pages.ts';
import { fixFiles } from '../../support/fix-files.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const lint = (files: Record<string, string>) => findingLines(files, invisibleCharacter);

const text = 'Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley.';

test.each([
  ['a zero-width space', '\u200b'],
  ['a soft hyphen', '\u00ad'],
  ['a byte order mark', '\ufeff'],
  ['a mark of writing direction', '\u202e'],
  ['a zero-width joiner', '\u200d'],
  ['a replacement character', '\ufffd'],
])('%s in a reference', async (name, character) => {
  const files = page(cite('knuth', text.replace('Pro', `Pro${character}`)));
  const { findings } = await lintFiles(files, invisibleCharacter);
  expect(findings).toHaveLength(1);
  expect(findings[0]?.message).toContain(name);
  expect(findings[0]?.fixes).toHaveLength(character === '\ufffd' ? 0 : 1);
});

test.each([
  ['a no-break space', text.replaceAll(' ', '\u00a0')],
  ['Persian', 'قاضی\u200cزاده، ع. (1390). *مبانی برنامه\u200cنویسی*. تهران.'],
  ['an emoji', text.replace('Art', '👩\u200d💻')],
  ['Thai', 'สม\u200bชาย (2555). *การเขียน\u200bโปรแกรม*. กรุงเทพ.'],
])('%s is meant', async (_, other) => {
  expect(await lint(page(cite('knuth', other)))).toEqual([]);
});

test.each(['GÃ¶del, K.', 'HaÅ\u00a1ek, J. Ã‰', 'OâReilly'.replace('â', 'â€™')])(
  '%s: one letter read as two',
  async (name) => {
    const { findings } = await lintFiles(
      page(cite('knuth', text.replace('Knuth, D. E.', name))),
      invisibleCharacter,
    );
    expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('in another encoding')]);
  },
);

test.each(['GUIMARÃES, J.', 'MANHÃ–TARDE, A.', 'Â, B.'])('%s is meant', async (name) => {
  expect(await lint(page(cite('knuth', text.replace('Knuth, D. E.', name))))).toEqual([]);
});

test('keys', async () => {
  const bib = '@book{knuth\u200b1997,\n  title = {Digital\u00a0Typography},\n  abstract = {Fonts\u00ad}\n}\n';
  expect(await lint(paper(bib, 'Known [@knuth\u200b1997].'))).toContain('refs.bib:1:12 key "\u200b"');
});

test('a field', async () => {
  const bib = '@book{knuth1997,\n  title = {Digital Typo\u00adgra\u00adphy}\n}\n';
  expect(await lint(paper(bib))).toEqual(['refs.bib:2:24 field "\u00ad"']);
});

describe('a key', () => {
  const bib = (key: string) =>
    `@book{${key},\n  title = {Sorting},\n  author = {Knuth, D. E.},\n  publisher = {MIT Press},\n  year = 1997\n}\n`;
  const files = (entry: string, cite: string) => ({
    'refs.bib': bib(entry),
    'a.md': `---\nbibliography: refs.bib\n---\n\nSee [@{${cite}}].\n`,
    'b.md': `---\nbibliography: refs.bib\n---\n\nSee [@{${cite}}] and [@{${cite}}].\n`,
  });
  const odd = 'knuth\u200b1997';

  test('is mended in its entry and its citations at once', async () => {
    const { files: fixed, tiedTo } = await fixFiles(files(odd, odd), invisibleCharacter);
    expect(fixed).toEqual(files('knuth1997', 'knuth1997'));
    expect([...tiedTo('a.md')].sort()).toEqual(['a.md', 'b.md', 'refs.bib']);
  });

  test('is an error where a program loses the file by it', async () => {
    const { findings } = await lintFiles(files(odd, odd), invisibleCharacter);
    expect(findings.map(({ at, level, message }) => [at.path, level, message])).toEqual([
      ['a.md', 'warning', 'Key `knuth1997` holds a zero-width space (U+200B).'],
      ['b.md', 'warning', 'Key `knuth1997` holds a zero-width space (U+200B).'],
      ['b.md', 'warning', 'Key `knuth1997` holds a zero-width space (U+200B).'],
      [
        'refs.bib',
        'error',
        'Key `knuth1997` holds a zero-width space (U+200B); Pandoc reads nothing of this file.',
      ],
    ]);
  });

  test('or nowhere', async () => {
    const { files: fixed } = await fixFiles(files(odd, odd), invisibleCharacter, {
      refuse: (path) => (path === 'b.md' ? 'it is read-only' : undefined),
    });
    expect(fixed).toEqual(files(odd, odd));
  });

  test('that no entry has is mended page by page', async () => {
    const { files: fixed } = await fixFiles(files('knuth1997', odd), invisibleCharacter, {
      refuse: (path) => (path === 'b.md' ? 'it is read-only' : undefined),
    });
    expect(fixed['a.md']).toBe(files('knuth1997', 'knuth1997')['a.md']);
  });
});
