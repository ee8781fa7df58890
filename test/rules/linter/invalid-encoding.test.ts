import { expect, test } from 'vitest';
import bibliographySyntax from '../../../rules/bibliography/bibliography-syntax.ts';
import duplicateKey from '../../../rules/bibliography/duplicate-key.ts';
import invalidName from '../../../rules/bibliography/invalid-name.ts';
import missingField from '../../../rules/bibliography/missing-field.ts';
import unescapedCharacter from '../../../rules/bibliography/unescaped-character.ts';
import invalidEncoding from '../../../rules/linter/invalid-encoding.ts';
import invisibleCharacter from '../../../rules/references/invisible-character.ts';
import { createMemorySource } from '../../../src/host/memory.ts';
import { decode } from '../../../src/host/node.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const page = (body: string) => ({
  'hugo.toml': 'title = "Notes"\n',
  'content/a.md': `---\ntitle: A\n---\n${body}\n`,
});
const lintPage = (body: string) => findingLines(page(body), invalidEncoding);

test('where the NUL stands', async () => {
  expect(await lintPage('a\u0000b')).toEqual(['content/a.md:4:2 nul-character "\\u0000"']);
});

test('a bibliography in Latin-1 is one defect, however many letters it loses', async () => {
  const text = '@book{goedel,\n  author = {Gödel, Kurt},\n  title = {Über formal unentscheidbare Sätze}\n}\n';
  const files = { 'refs.bib': text };
  const source = { ...createMemorySource(files), read: () => decode(Buffer.from(text, 'latin1')) };
  const { findings } = await lintFiles(files, [invalidEncoding, invisibleCharacter], {}, { source });
  expect(findings.map(({ ruleId, at }) => [ruleId, at.region.start])).toEqual([
    ['invalid-encoding', text.indexOf('ö')],
  ]);
});

test('a bibliography in ISO-2022-JP is one defect, though every byte of it is ASCII', async () => {
  const author = '\u001b$B2FL\\\u001b(B \u001b$B^{@P\u001b(B';
  const text = `@book{soseki1905,\n  author = {${author}},\n  title = {\u001b$B8cGZ$OG-$G$"$k\u001b(B}\n}\n`;
  const files = { 'refs.bib': text };
  const { findings } = await lintFiles(files, [invalidEncoding, invisibleCharacter, bibliographySyntax]);
  expect(findings.map(({ ruleId, at }) => [ruleId, at.region.start])).toEqual([
    ['invalid-encoding', text.indexOf('\u001b')],
  ]);
});

test('halves of letters in ISO-2022-JP are no braces, dollars, percents and semicolons', async () => {
  const jp = (bytes: string): string => `\u001b$B${bytes}\u001b(B`;
  const text =
    `@book{${jp('@FF#')},\n  author = {${jp('?ML>I=5-;q')}},\n  title = {${jp('$B}%{=')}},\n  year = 1987,\n` +
    `  publisher = {${jp('6&N)=PHG')}}\n}\n@book{${jp('@FF!')},\n  title = {${jp('$3$l')}},\n  year = 1986,\n  publisher = {${jp('6&N)')}},\n  author = {Knuth, D. E.}\n}\n`;
  const rules = [
    invalidEncoding,
    unescapedCharacter,
    invalidName,
    missingField,
    duplicateKey,
    bibliographySyntax,
  ];
  const { findings } = await lintFiles({ 'refs.bib': text }, rules);
  expect(findings.map(({ ruleId, at }) => [ruleId, at.region.start])).toEqual([
    ['invalid-encoding', text.indexOf('\u001b')],
  ]);
});

test('the colours of a terminal are no other encoding', async () => {
  expect(await lintPage('\u001b[1mbold\u001b(B\u001b[m')).toEqual([]);
});
