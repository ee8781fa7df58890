import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { root } from '../../.ci/rule-files.ts';
import { rules } from '../../rules/index.ts';
import { loadAllParsers } from '../../src/scan/parsers.ts';
import { fixFiles } from '../support/fix-files.ts';

beforeAll(loadAllParsers);

type Files = Readonly<Record<string, string>>;

const entries = ['knuth1997', 'hoare1962', 'lamport1978']
  .map(
    (key) =>
      `@book{${key},\n  author = {Knuth, D. E.},\n  title = {Of ${key}},\n  publisher = {MIT Press},\n  year = {1997}\n}\n`,
  )
  .join('\n');
const hugo = readFileSync(`${root}examples/hugo-blog/content/posts/allocation.md`, 'utf8');

/** Sound projects, the file that is damaged, and where in it: at the marks that make its syntax. */
const projects: readonly (readonly [name: string, files: Files, path: string, marks: RegExp])[] = [
  ['BibTeX', { 'refs.bib': entries }, 'refs.bib', /[{}",=@\n]/g],
  ['Hugo', { 'hugo.toml': '', 'content/a.md': hugo }, 'content/a.md', /\{\{<|>\}\}|"/g],
  [
    'Jekyll',
    {
      '_config.yml': 'scholar:\n  bibliography: refs.bib\n',
      '_bibliography/refs.bib': entries,
      '_posts/2024-01-01-a.md':
        '---\ntitle: A\n---\n\nSee {% cite knuth1997 hoare1962 %} and {% cite knuth1997 --locator 3 %}.\n\n{% quote hoare1962 %}\nWords.\n{% endquote %}\n\n{% bibliography --cited %}\n',
    },
    '_posts/2024-01-01-a.md',
    /[{}%-]| /g,
  ],
  [
    'Pandoc',
    {
      'refs.bib': entries,
      'a.md':
        '---\nbibliography: refs.bib\n---\n\nSee [@knuth1997; @hoare1962, p. 3] and [see @knuth1997, pp. 33-35; also @lamport1978].\n\nAs @knuth1997 [p. 3] says, and [-@hoare1962].\n',
    },
    'a.md',
    /[[\]@;,-]/g,
  ],
  [
    'MyST',
    {
      'myst.yml': 'version: 1\nproject:\n  bibliography: refs.bib\n',
      'refs.bib': entries,
      'a.md':
        '# A\n\nSee {cite:p}`knuth1997,hoare1962`, {cite:t}`knuth1997`, [@knuth1997; @hoare1962] and @lamport1978.\n',
    },
    'a.md',
    /[[\]@;,{}`:]/g,
  ],
];

/** One character lost, put in, or typed for another. */
const damage = fc.record({
  spot: fc.nat(),
  kind: fc.constantFrom('lost', 'put in', 'wrong'),
  character: fc.constantFrom('"', '{', '}', "'", ',', '“', '%', '>', ' ', '@', ';', '[', ']', '`', '-'),
});

test.each(projects)(
  '%s: what one wrong character breaks is mended or left, never made worse',
  { timeout: 120_000 },
  async (_, files, path, marks) => {
    const { files: sound } = await fixFiles(files, rules);
    const text = sound[path] ?? '';
    const spots = [...text.matchAll(marks)].map(({ index }) => index);
    await fc.assert(
      fc.asyncProperty(damage, async ({ spot, kind, character }) => {
        const at = spots[spot % spots.length] ?? 0;
        const [put, from] = kind === 'lost' ? ['', at + 1] : [character, kind === 'wrong' ? at + 1 : at];
        const damaged = { ...sound, [path]: text.slice(0, at) + put + text.slice(from) };
        const once = await fixFiles(damaged, rules);
        expect([...once.takenBack]).toEqual([]);
        const twice = await fixFiles(once.files, rules);
        expect(twice.files).toEqual(once.files);
      }),
      { numRuns: 60 },
    );
  },
);

test.each([
  [
    'a no-break space in one year, letters in another',
    '@proceedings{a,\n  year = 198\u00a03,\n}\n\n@article{b,\n  year=2TODO000,\n}\n',
    ['year = {198 3},', 'year={2TODO000},'],
  ],
  [
    'a brace that is not closed, behind a comma that is missing',
    '@misc{a\n  note = {x}\n}\n\n@book{b,\n  title = {Gaussian Processes\n  publisher = {MIT Press},\n  year = {2006},\n}\n',
    ['@misc{a,', 'title = {Gaussian Processes},'],
  ],
])('%s: what one fix brings to light is mended by the next', async (_, text, lines) => {
  const { files, takenBack } = await fixFiles({ 'refs.bib': text }, rules);
  expect([...takenBack]).toEqual([]);
  for (const line of lines) expect(files['refs.bib']).toContain(line);
});
