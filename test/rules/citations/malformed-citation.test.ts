import { expect, test } from 'vitest';
import malformedCitation from '../../../rules/citations/malformed-citation.ts';
import undefinedKey from '../../../rules/citations/undefined-key.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const book = (key: string) =>
  `@book{${key},\n  author = {Knuth, Donald E.},\n  title = {The Art of Computer Programming},\n  publisher = {Addison-Wesley},\n  year = {1997}\n}\n`;
const site = (page: string) => ({
  'myst.yml': 'version: 1\nproject:\n  bibliography: [refs.bib]\n',
  'refs.bib': book('knuth1997'),
  'a.md': page,
});
const lintPage = (page: string) => findingLines(site(page), malformedCitation);

test('a blank between role and text', async () => {
  expect(await lintPage('a {cite:p} `knuth1997` b\n')).toHaveLength(1);
});

test('semicolons separate', async () => {
  expect(await lintPage('a [@knuth1997; see @hoare1962, p. 3] b\n')).toEqual([]);
});

test('the safe fix puts the semicolon in', async () => {
  const { findings } = await lintFiles(site('a [@knuth1997, @hoare1962] b\n'), malformedCitation);
  expect(findings[0]?.fixes[0]).toMatchObject({ safety: 'safe', edits: [{ text: '; ' }] });
});

test('[@knuth1997][@hoare1962]: a bracket behind a citation undoes it', async () => {
  const inPandoc = (page: string) => ({
    'refs.bib': book('knuth1997') + book('hoare1962'),
    'a.md': `---\nbibliography: refs.bib\n---\n\n${page}`,
  });
  const count = async (page: string) => {
    const sites = [inPandoc(page), site(page)];
    const results = await Promise.all(sites.map((files) => lintFiles(files, malformedCitation)));
    return results.map(({ findings }) => findings.length);
  };
  expect(await count('A [@knuth1997][@hoare1962] b\n')).toEqual([1, 1]);
  expect(await count('A [-@knuth1997, p. 3][see] b\n')).toEqual([1, 1]);
  expect(await count('A [@knuth1997][^1] b\n\n[^1]: C.\n')).toEqual([0, 1]);
  expect(await count('A [@knuth1997] [@hoare1962] b\n')).toEqual([0, 0]);
  expect(await count('A [@knuth1997](https://tug.org) b\n')).toEqual([0, 0]);
  expect(await count('A [@knuth1997][r] b\n\n[r]: https://tug.org\n')).toEqual([0, 0]);
  expect(await count('A [see the book][@knuth1997] b\n')).toEqual([0, 0]);
  const { findings } = await lintFiles(inPandoc('A [@knuth1997][@hoare1962] b\n'), malformedCitation);
  expect(findings[0]?.fixes[0]).toMatchObject({ safety: 'suggest', edits: [{ text: '; ' }] });
});

test('<d-cite key="knuth1997;hoare1962">: Distill separates by commas, and undefined-key says nothing more', async () => {
  const files = {
    '_config.yml': 'plugins: [jekyll-scholar]\n',
    'assets/bibliography/a.bib': book('knuth1997') + book('hoare1962'),
    'a.md':
      '---\nlayout: distill\ntitle: A\nbibliography: a.bib\n---\nx <d-cite key="knuth1997;hoare1962"></d-cite>\n',
  };
  const { findings } = await lintFiles(files, [malformedCitation, undefinedKey]);
  expect(findings.map(({ message }) => message)).toEqual(['Only commas separate the keys of `<d-cite>`.']);
  expect(findings[0]?.fixes[0]).toMatchObject({ safety: 'safe', edits: [{ text: 'knuth1997,hoare1962' }] });
});

test('[see knuth1997](@cite), [knuth1997](@citetitle): the build of Documenter stops', async () => {
  const files = {
    'docs/make.jl':
      'using Documenter, DocumenterCitations\nCitationBibliography(joinpath(@__DIR__, "refs.bib"))\n',
    'docs/refs.bib': book('knuth1997'),
    'docs/src/a.md':
      'A [see knuth1997](@cite), [knuth1997](@citetitle), [b](@cite knuth1997, hoare62), [c](@cite knuth1979).\n',
  };
  expect(await findingLines(files, [malformedCitation, undefinedKey])).toEqual([
    'docs/src/a.md:1:3 unreadable-cite-link "[see knuth1997](@cite)"',
    'docs/src/a.md:1:27 unknown-cite-link "[knuth1997](@citetitle)"',
    'docs/src/a.md:1:52 several-keys-behind-link "[b](@cite knuth1997, hoare62)"',
    'docs/src/a.md:1:93 misspelt "knuth1979"',
  ]);
});

test.each([
  ['[@knuth1997,hoare1962]', ['"hoare1962"']],
  ['[@knuth1997, p. 3 and hoare1962]', ['"hoare1962"']],
  ['[see hoare1962 and @knuth1997]', ['"hoare1962"']],
  ['@knuth1997 [hoare1962, p. 3]', ['"hoare1962"']],
  ['*[@knuth1997,hoare1962]*', ['"hoare1962"']],
  ['@knuth1997 and ggplot2 [hoare1962].', ['"hoare1962"']],
  ['@knuth1997 and [knuth1997; hoare1962, p. 3]', ['"knuth1997"', '"hoare1962"']],
  ['@knuth1997 and [[hoare1962]], ![hoare1962], @[hoare1962]', []],
  ['@knuth1997 and [hoare1962](x.md), [hoare1962]{.x}, `[hoare1962]`, [ggplot2]', []],
  ['@knuth1997 and [hoare1962]\n\n[hoare1962]: x.md', []],
  ['[@knuth1997, hoare1961]', []],
  ['[@knuth1997, p. 1962]', []],
  ['[ggplot2, @knuth1997]', []],
  ['[hoare1962, @hoare1962]', []],
  ['[@knuth1997, `hoare1962`]', []],
])('%s: a key that has lost its sign, where a bibliography has it', async (text, found) => {
  const files = {
    'refs.bib': book('knuth1997') + book('hoare1962') + book('ggplot2'),
    'a.md': `---\nbibliography: refs.bib\n---\n\nA ${text} b\n`,
  };
  expect(await findingLines(files, malformedCitation)).toEqual(
    found.map((key) => expect.stringContaining(key)),
  );
});

test('[@knuth1997]] and [[@knuth1997]: Pandoc prints the bracket without a partner', async () => {
  const inPandoc = (page: string) => ({
    'refs.bib': book('knuth1997'),
    'a.qmd': page,
    '_quarto.yml': 'bibliography: refs.bib',
  });
  const stray = async (page: string) => findingLines(inPandoc(page), malformedCitation);
  expect(await stray('A [@knuth1997]] b\n')).toEqual(['a.qmd:1:15 stray-bracket "]"']);
  expect(await stray('A [[@knuth1997] b\n')).toEqual(['a.qmd:1:3 stray-bracket "["']);
  expect(await stray('A (see [see @knuth1997, p. 3]]).\n')).toEqual(['a.qmd:1:30 stray-bracket "]"']);
  const paired = [
    '[[@knuth1997]]',
    '[see [@knuth1997]]',
    '[[@knuth1997] b]',
    '\\[[@knuth1997]\\]',
    '[a\n[@knuth1997]]',
  ];
  for (const page of paired) expect(await stray(`A ${page} c\n`)).toEqual([]);
  const { findings } = await lintFiles(inPandoc('A [@knuth1997]] b\n'), malformedCitation);
  expect(findings[0]?.fixes).toMatchObject([
    { title: 'Remove the `]`', safety: 'suggest', edits: [{ text: '' }] },
  ]);
});

test.each([
  ['[\\@knuth1997; \\@hoare1962]', ['"\\\\@knuth1997"', '"\\\\@hoare1962"'], '[@knuth1997; @hoare1962]'],
  ['\\[\\@knuth1997\\]', ['"\\\\@knuth1997"'], '[@knuth1997]'],
  [
    '\\[\\@knuth1997; \\@hoare1962\\]',
    ['"\\\\@knuth1997"', '"\\\\@hoare1962"'],
    '\\[\\@knuth1997; \\@hoare1962\\]',
  ],
  ['As \\@knuth1997 says', ['"\\\\@knuth1997"'], 'As @knuth1997 says'],
  ['[\\@definetti]', ['"\\\\@definetti"'], '[@definetti]'],
  ['Ask \\@definetti', [], 'Ask \\@definetti'],
  ['Ask \\@knuth1998', [], 'Ask \\@knuth1998'],
  ['`\\@knuth1997` and $\\@knuth1997$', [], '`\\@knuth1997` and $\\@knuth1997$'],
  ['\\@ref(fig:knuth1997)', [], '\\@ref(fig:knuth1997)'],
])('%s: a key behind a backslash, where a bibliography has it', async (text, found, mended) => {
  const page = (body: string) => `---\nbibliography: refs.bib\n---\n\n${body}\n`;
  const files = {
    'refs.bib': book('knuth1997') + book('hoare1962') + book('definetti'),
    'a.md': page(text),
  };
  const { findings } = await lintFiles(files, malformedCitation);
  expect(
    findings.map(({ at }) => JSON.stringify(files['a.md'].slice(at.region.start, at.region.end))),
  ).toEqual(found);
  const edits = findings.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
  const fixed = edits
    .toSorted((one, other) => other.region.start - one.region.start)
    .reduce(
      (all, { region, text: put }) => all.slice(0, region.start) + put + all.slice(region.end),
      files['a.md'],
    );
  expect(fixed).toBe(page(mended));
});
