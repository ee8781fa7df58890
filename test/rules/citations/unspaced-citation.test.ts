import { expect, test } from 'vitest';
import unspacedCitation from '../../../rules/citations/unspaced-citation.ts';
import { findingLines, lintFiles, summarizeFindings } from '../../support/lint-files.ts';

const files = (body: string) => ({
  'paper.md': `---\nbibliography: refs.bib\n---\n${body}\n`,
  'refs.bib':
    '@article{shannon1948,\n  author = {Shannon, Claude E.},\n  title = {Noise},\n  year = {1948}\n}\n',
});
const lint = (body: string) => findingLines(files(body), unspacedCitation);

test.each([
  'Noise@shannon1948 is.',
  'Noise.@shannon1948 It is.',
  '*Noise@shannon1948*',
  '> Noise@shannon1948',
  '- Noise@shannon1948',
])('%s', async (body) => {
  expect(await lint(body)).toEqual([expect.stringContaining('unspaced-citation "@shannon1948"')]);
});

test.each([
  'Noise [@shannon1948].',
  'Noise @shannon1948.',
  '(@shannon1948)',
  'Write to ada@lovelace.org.',
  'Uses katex@0.16.11.',
  '`Noise@shannon1948`',
  '[link](https://example.org/noise@shannon1948)',
  '$x@shannon1948$',
  'Noise\\@shannon1948',
])('%s is left alone', async (body) => {
  expect(await lint(body)).toEqual([]);
});

test('two ways to mend it are offered', async () => {
  const { findings } = await lintFiles(files('Noise@shannon1948'), unspacedCitation);
  expect(findings[0]?.fixes.map(({ safety, edits }) => [safety, edits[0]?.text])).toEqual([
    ['suggest', ' [@shannon1948]'],
    ['suggest', ' @shannon1948'],
  ]);
});

test("l'@shannon1948: R Markdown takes it for an address, with the word before it", async () => {
  const body =
    "Voir l'@shannon1948, texte@shannon1948 et https://example.org/@shannon1948 de ada@lovelace.org.";
  const { 'paper.md': page, ...rest } = files(body);
  const site = { 'paper.Rmd': page, ...rest };
  const result = await lintFiles(site, unspacedCitation);
  expect(summarizeFindings(result, site)).toEqual([
    'paper.Rmd:4:8 citation-in-address "@shannon1948"',
    'paper.Rmd:4:27 unspaced-citation "@shannon1948"',
  ]);
  expect(result.findings[0]!.message).toContain('e-mail address');
  expect(result.findings[0]!.fixes.map(({ edits }) => edits[0]?.text)).toEqual([
    '@{shannon1948}',
    '[@shannon1948]',
  ]);
});
