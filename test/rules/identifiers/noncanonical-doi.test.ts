import { expect, test } from 'vitest';
import rule from '../../../rules/identifiers/noncanonical-doi.ts';
import { lintFiles } from '../../support/lint-files.ts';
import { findingsOf, fixedFiles, jsonPaperWith, pageWith, paperWith } from './identifier-project.ts';

test.each([
  'https://doi.org/10.1145/359545.359563',
  'http://dx.doi.org/10.1145/359545.359563',
  'doi:10.1145/359545.359563',
  'https://doi.org/doi:10.1145/359545.359563',
  '10.1145/359545.359563.',
  '10.1145/359545.359563/full',
  '10.1145/359545.359563/abstract',
  '\\url{10.1145/359545.359563}',
  '\\url{https://doi.org/10.1145/359545.359563}',
])('%s becomes the bare DOI', async (doi) => {
  const fixed = await fixedFiles(rule, paperWith({ doi }), 'safe');
  expect(fixed).toEqual(paperWith({ doi: '10.1145/359545.359563' }));
});

test('a short DOI keeps its `10/`', async () => {
  const fixed = await fixedFiles(rule, paperWith({ doi: 'https://doi.org/fg6rf9' }), 'safe');
  expect(fixed).toEqual(paperWith({ doi: '10/fg6rf9' }));
});

test('what the address bar encoded is decoded', async () => {
  const doi = '10.1016/S0140-6736%2820%2930183-5';
  const fixed = await fixedFiles(rule, paperWith({ doi }), 'safe');
  expect(fixed).toEqual(paperWith({ doi: '10.1016/S0140-6736(20)30183-5' }));
});

test('CSL-JSON is fixed inside its quotes', async () => {
  const fixed = await fixedFiles(
    rule,
    jsonPaperWith({ DOI: 'https://doi.org/10.1145/359545.359563' }),
    'safe',
  );
  expect(fixed).toEqual(jsonPaperWith({ DOI: '10.1145/359545.359563' }));
});

test('inner braces, as Web of Science writes them, go where Pandoc reads the file', async () => {
  const files = paperWith({ doi: '{10.1145/359545.359563}' });
  expect(await fixedFiles(rule, files, 'safe')).toEqual(paperWith({ doi: '10.1145/359545.359563' }));
  const alone = { 'refs.bib': files['refs.bib'] ?? '' };
  expect(await findingsOf(rule, alone)).toEqual([]);
});

test('names the command round a DOI whole', async () => {
  const { findings } = await lintFiles(paperWith({ doi: '\\url{10.1145/359545.359563}' }), rule);
  expect(findings[0]?.message).toBe(
    'The field takes the bare DOI `10.1145/359545.359563`, without `\\url{…}`.',
  );
});

test('says what Pandoc prints', async () => {
  const files = paperWith({ doi: 'https://doi.org/10.1145/359545.359563' });
  const { findings } = await lintFiles(files, rule);
  expect(findings[0]?.message).toContain('https://doi.org/https://doi.org/10.1145/359545.359563');
});

test.each(['10.1145/359545.359563', '', 'TODO', 'https://dl.acm.org/doi/10.1145/359545.359563'])(
  '%s is left alone',
  async (doi) => {
    expect(await findingsOf(rule, paperWith({ doi }))).toEqual([]);
  },
);

test('an address in `url` is one', async () => {
  expect(await findingsOf(rule, paperWith({ url: 'https://doi.org/10.1145/359545.359563' }))).toEqual([]);
});

const text = (address: string) => `Lamport, L. (1978). Time, clocks. CACM, 21(7), 558–565. ${address}`;

test('reference texts', async () => {
  const today = pageWith(text('https://doi.org/10.1145/359545.359563'));
  for (const old of ['http://dx.doi.org/10.1145/359545.359563', 'http://doi.org/10.1145/359545.359563']) {
    expect(await fixedFiles(rule, pageWith(text(old)), 'safe')).toEqual(today);
  }
  expect(await findingsOf(rule, today)).toEqual([]);
  expect(await findingsOf(rule, pageWith(text('doi:10.1145/359545.359563')))).toEqual([]);
});

test('what would need another escape is left encoded', async () => {
  const files = paperWith({ doi: '10.1000/a%7Bb%22c' });
  expect(await findingsOf(rule, files)).toHaveLength(1);
  expect(await fixedFiles(rule, files, 'safe')).toEqual(files);
});

test('of `{{10.1093/x}` a brace is lost, and no word is said of the other', async () => {
  expect(await findingsOf(rule, paperWith({ doi: '{10.1145/359545.359563}' }))).toHaveLength(1);
  expect(await findingsOf(rule, paperWith({ doi: '{10.1145/359545.359563' }))).toEqual([]);
});

test('a backslash of LaTeX, which Pandoc and mystmd keep in the link', async () => {
  const doi = '10.1007/978-3-540-24777-7\\_5';
  expect(await findingsOf(rule, paperWith({ doi }))).toEqual([`latex ${JSON.stringify(doi)}`]);
  expect(await fixedFiles(rule, paperWith({ doi }), 'suggest')).toEqual(
    paperWith({ doi: '10.1007/978-3-540-24777-7_5' }),
  );
  const { 'refs.bib': bibliography = '' } = paperWith({ doi });
  const jekyll = {
    '_config.yml': 'scholar:\n  bibliography: refs.bib\n  source: ./\n',
    'refs.bib': bibliography,
    'index.md': '---\ntitle: A\n---\n{% cite knuth1984 %}\n',
  };
  expect(await findingsOf(rule, jekyll)).toEqual([]);
});
