import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import missingBibliographyFile from '../../../rules/front-matter/missing-bibliography-file.ts';
import { createNodeSource } from '../../../src/host/node.ts';
import { findingLines, lintFiles, summarizeFindings } from '../../support/lint-files.ts';

const lint = (files: Record<string, string>) => findingLines(files, missingBibliographyFile);

const entry = (key: string, rest = '') =>
  `@article{${key},\n  author = {Shannon, Claude E.},\n  title = {A Mathematical Theory of Communication},\n  journal = {Bell System Technical Journal},\n  year = {1948}${rest}\n}\n`;
const paper = (front: string, body = 'Known.') => ({
  'paper.md': `---\ntitle: A\n${front}\n---\n${body}\n`,
  'refs.bib': entry('shannon1948'),
});

test.each([
  ['plain', 'bibliography: ref.bib', 'misspelt'],
  ['quoted', 'bibliography: "ref.bib"', 'misspelt'],
  ['in a list', 'bibliography: [refs.bib, other/works.bib]', 'missing'],
  ['outside', 'bibliography: ../refs.bib', 'outside'],
  ['a style', 'bibliography: refs.bib\ncsl: styles/ieee.csl', 'missing'],
])('%s', async (_, front, messageId) => {
  expect(await lint(paper(front))).toEqual([expect.stringContaining(` ${messageId} `)]);
});

test('bibliography: lib\\refs.bib', async () => {
  const files = {
    'paper.md': "---\ntitle: A\nbibliography: 'lib\\refs.bib'\n---\nKnown [@shannon1948].\n",
    'lib/refs.bib': entry('shannon1948'),
  };
  const [finding] = (await lintFiles(files, missingBibliographyFile)).findings;
  expect(finding?.message).toBe('Only Windows finds the bibliography `lib\\refs.bib`; write `lib/refs.bib`.');
  expect(finding?.fixes[0]?.edits[0]?.text).toBe('lib/refs.bib');
});

test.each([
  [
    'bibliography: refs.bib, works.bib',
    '`refs.bib, works.bib`; several files are a list, `[refs.bib, works.bib]`.',
  ],
  [
    'bibliography: [refs.bib works.bib]',
    '`refs.bib works.bib`; several files are a list, `[refs.bib, works.bib]`.',
  ],
  ['bibliography: refs.bib, software.bib', '`refs.bib, software.bib`.'],
  ['bibliography: "refs bib.bib"', '`refs bib.bib`.'],
])('%s', async (front, message) => {
  const files = { ...paper(front), 'works.bib': entry('shannon1949') };
  const { findings } = await lintFiles(files, missingBibliographyFile);
  expect(findings.map((finding) => finding.message)).toEqual([`There is no bibliography ${message}`]);
});

test.each([
  ['biblography: refs.bib', 'biblography'],
  ['Bibliography: refs.bib', 'Bibliography'],
  ['bibliographies: [refs.bib]', 'bibliographies'],
  ['biblography: works.bib', undefined],
  ['biblography: Knuth', undefined],
  ['biblography: refs.bib\nbibliography: refs.bib', undefined],
  ['bib: refs.bib', undefined],
  ['bibliography_software: refs.bib', undefined],
])('%s, a field that Pandoc does not read', async (front, name) => {
  const files = paper(front, 'Known [@shannon1948].');
  const { findings } = await lintFiles(files, missingBibliographyFile);
  expect(findings.map(({ message }) => message)).toEqual(
    name === undefined
      ? []
      : [`Nothing reads the field \`${name}\`, which names \`refs.bib\`; did you mean \`bibliography\`?`],
  );
  if (name !== undefined) expect(findings[0]?.fixes[0]?.edits[0]?.text).toBe('bibliography');
});

test('bibliography: /Users/ada/blog/posts/a/refs.bib, where posts/a/refs.bib is there', async () => {
  const files = (written: string) => ({
    'posts/a/paper.md': `---\ntitle: A\nbibliography: ${written}\n---\nKnown [@shannon1948].\n`,
    'posts/a/refs.bib': entry('shannon1948'),
  });
  const [finding] = (await lintFiles(files('/Users/ada/blog/posts/a/refs.bib'), missingBibliographyFile))
    .findings;
  expect(finding?.message).toBe(
    'The bibliography `/Users/ada/blog/posts/a/refs.bib` is named by its place on one machine; no one else who builds the project finds `posts/a/refs.bib` by it.',
  );
  expect(await lint(files('refs.bib'))).toEqual([]);
  const inQuarto = { ...files('/posts/a/refs.bib'), '_quarto.yml': 'project:\n  type: website\n' };
  expect(await lint(inQuarto)).toEqual([]);
});

test('bibliography: a reference, as notes of Obsidian have it', async () => {
  const text = '"Shannon, Claude E. “A Mathematical Theory of Communication.” 27, no. 3 (1948): 379–423."';
  expect(await lint(paper(`bibliography: ${text}`))).toEqual([]);
});

test('the quotes stay', async () => {
  const files = paper('bibliography: "ref.bib"');
  const [finding] = (await lintFiles(files, missingBibliographyFile)).findings;
  const edit = finding?.fixes[0]?.edits[0];
  expect(files['paper.md'].slice(edit?.region.start, edit?.region.end)).toBe('ref.bib');
  expect(edit?.text).toBe('refs.bib');
});

test.each([
  'bibliography: refs.bib',
  'bibliography: https://example.org/refs.bib',
  'bibliography: refs.bib\ncsl: ieee.csl',
  'bibliography: "`r refs`"',
  'bibliography: !expr c("a.bib", "b.bib")',
  "bibliography: !r here::here('works.bib')",
  'bibliography: refs.bib\ncsl: https://example.org/ieee.csl',
])('%s', async (front) => {
  expect(await lint(paper(front))).toEqual([]);
});

test('a declaration of the site is told once, where it stands', async () => {
  const files = {
    '_quarto.yml': 'project:\n  type: website\nbibliography: library.bib\n',
    'a.qmd': '---\ntitle: A\n---\nKnown [@shannon1948].\n',
    'b.qmd': '---\ntitle: B\n---\nKnown [@shannon1948].\n',
  };
  expect(await lint(files)).toEqual(['_quarto.yml:3:15 missing "library.bib"']);
});

test('what a theme left behind does no harm to pages that do not cite', async () => {
  const config =
    'plugins: [jekyll-scholar]\nscholar:\n  source: /_bibliography\n  bibliography: papers.bib\n';
  const post = (body: string) => ({
    '_config.yml': config,
    '_posts/2024-05-01-a.md': `---\ntitle: A\n---\n${body}\n`,
  });
  expect(await lint(post('Known.'))).toEqual([]);
  expect(await lint(post('Known {% cite shannon1948 %}.'))).toEqual([
    expect.stringContaining('_config.yml:4:'),
  ]);
});

test('a link that leads out of the project is said to be one; what a link or a hidden folder holds is there', async () => {
  const above = mkdtempSync(join(tmpdir(), 'bibliolint-links-'));
  const inProject = (name: string) => join(above, 'project', name);
  const message = async (bibliography: string) => {
    writeFileSync(
      inProject('paper.md'),
      paper(`bibliography: ${bibliography}`, '[@shannon1948]')['paper.md'],
    );
    const source = createNodeSource(join(above, 'project'));
    const { findings } = await lintFiles({}, missingBibliographyFile, {}, { source });
    return findings.map((finding) => finding.message);
  };
  try {
    for (const name of ['library', '.hidden']) mkdirSync(inProject(name), { recursive: true });
    writeFileSync(join(above, 'zotero.bib'), entry('shannon1948'));
    for (const name of ['library/refs.bib', '.hidden/refs.bib'])
      writeFileSync(inProject(name), entry('shannon1948'));
    symlinkSync('../zotero.bib', inProject('away.bib'));
    symlinkSync('library', inProject('linked'));
    expect(await message('away.bib')).toEqual([
      'The bibliography `away.bib` is a link to no file of the project, so no one else who builds it has it.',
    ]);
    expect(await message('linked/refs.bib')).toEqual([]);
    expect(await message('.hidden/refs.bib')).toEqual([]);
    expect(await message('.hidden/ref.bib')).toEqual(['There is no bibliography `.hidden/ref.bib`.']);
  } finally {
    rmSync(above, { recursive: true });
  }
});

test('joinpath(@__DIR__, "src", "refs.bib"): a path that code joins is shown at its name, and not rewritten', async () => {
  const files = {
    'docs/make.jl':
      'using Documenter, DocumenterCitations\nCitationBibliography(joinpath(@__DIR__, "src", "refs.bib"))\n',
    'docs/src/ref.bib': entry('shannon1948'),
    'docs/src/a.md': 'See [shannon1948](@cite).\n',
  };
  const { findings } = await lintFiles(files, missingBibliographyFile);
  expect(summarizeFindings({ findings }, files)).toEqual(['docs/make.jl:2:49 misspelt "refs.bib"']);
  expect(findings[0]?.fixes).toEqual([]);
});

test.each([
  ['bibliography: "C:\\\\Users\\\\ada\\\\refs.bib"', 3, 15],
  ["bibliography: 'ada''s.bib'", 3, 15],
  ['# bibliography: gone.bib\nbibliography: gone.bib', 4, 14],
  ['bibliography: [books-and-reports.bib, ports.bib]', 3, 38],
])('%s in _quarto.yml is found where it stands', async (lines, line, start) => {
  const files = {
    '_quarto.yml': `project:\n  type: website\n${lines}\n`,
    'index.qmd': 'Noise has a measure.\n',
    'books-and-reports.bib': '',
  };
  const { findings } = await lintFiles(files, missingBibliographyFile);
  const expected =
    files['_quarto.yml']
      .split('\n')
      .slice(0, line - 1)
      .join('\n').length +
    1 +
    start;
  expect(findings.map(({ at }) => at.region.start)).toEqual([expected]);
});
