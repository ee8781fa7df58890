import { describe, expect, test } from 'vitest';
import unlinkedCitation from '../../../rules/citations/unlinked-citation.ts';
import { applyEdits } from '../../../src/text/edits.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const entry = (key: string, author: string, year: number, rest = '') =>
  `@article{${key},\n  author = {${author}},\n  title = {Title of ${key}},\n  journal = {Journal},\n  year = {${year}}${rest}\n}\n`;
const refs =
  entry('knuth84', 'Knuth, Donald E.', 1984, ',\n  doi = {10.1093/comjnl/27.2.97}') +
  entry('knuth81', 'Knuth, Donald E. and Plass, Michael F.', 1981) +
  entry(
    'vaswani17',
    'Vaswani, Ashish and Shazeer, Noam and Parmar, Niki',
    2017,
    ',\n  eprint = {1706.03762},\n  archiveprefix = {arXiv}',
  ) +
  entry('rossum95', 'van Rossum, Guido', 1995) +
  entry('who20', '{World Health Organization}', 2020) +
  entry('hoare62a', 'Hoare, C. A. R.', 1962) +
  entry('hoare62b', 'Hoare, C. A. R.', 1962) +
  entry(
    'watson53',
    'Watson, J. D. and Crick, F. H. C.',
    1953,
    ',\n  eprint = {13054692},\n  eprinttype = {pubmed}',
  );
const site = (page: string) => ({
  'myst.yml': 'version: 1\nproject:\n  bibliography: [refs.bib]\n',
  'refs.bib': refs,
  'a.md': page,
});
/** To mystmd a link to a DOI is a citation; to Quarto it is a link. */
const quarto = (page: string) => ({
  '_quarto.yml': 'project:\n  type: website\nbibliography: refs.bib\n',
  'refs.bib': refs,
  'a.qmd': page,
});
const lint = async (page: string) => {
  const files = site(page);
  return (await findingLines(files, unlinkedCitation)).map((line) => line.replace(/^a\.md:\S+ /, ''));
};

describe('what names a work', () => {
  test.each([
    ['(Knuth, 1984)', '(Knuth, 1984)'],
    ['(Knuth 1984)', '(Knuth 1984)'],
    ['[Knuth, 1984]', '[Knuth, 1984]'],
    ['(see Knuth, 1984, p. 98)', '(see Knuth, 1984, p. 98)'],
    ['(Knuth & Plass, 1981)', '(Knuth & Plass, 1981)'],
    ['(Knuth and Plass 1981; Vaswani et al., 2017)', '(Knuth and Plass 1981; Vaswani et al., 2017)'],
    ['(Vaswani, Shazeer, & Parmar, 2017)', '(Vaswani, Shazeer, & Parmar, 2017)'],
    ['(van Rossum, 1995)', '(van Rossum, 1995)'],
    ['(World Health Organization, 2020)', '(World Health Organization, 2020)'],
    ['As Knuth (1984) says', 'As Knuth (1984)'],
    ['Knuth and Plass (1981) say', 'Knuth and Plass (1981)'],
    ['Vaswani et al. (2017) say', 'Vaswani et al. (2017)'],
  ])('%s', async (words, region) => {
    expect(await lint(`In print, ${words}, as ever.\n`.replace('In print, As', 'As'))).toEqual([
      `author-year ${JSON.stringify(region)}`,
    ]);
  });

  test.each([
    [
      '[the paper](https://doi.org/10.1093/comjnl/27.2.97)',
      '[the paper](https://doi.org/10.1093/comjnl/27.2.97)',
    ],
    ['https://doi.org/10.1093/COMJNL/27.2.97', 'https://doi.org/10.1093/COMJNL/27.2.97'],
    ['<https://arxiv.org/abs/1706.03762>', '<https://arxiv.org/abs/1706.03762>'],
    ['arXiv:1706.03762', 'arXiv:1706.03762'],
    [
      '[there](https://pubmed.ncbi.nlm.nih.gov/13054692/)',
      '[there](https://pubmed.ncbi.nlm.nih.gov/13054692/)',
    ],
  ])('%s', async (words, region) => {
    const files = quarto(`It is ${words} indeed.\n`);
    const found = await findingLines(files, unlinkedCitation);
    expect(found.map((line) => line.replace(/^a\.qmd:\S+ /, ''))).toEqual([
      `identifier ${JSON.stringify(region)}`,
    ]);
  });
});

describe('what does not', () => {
  test.each([
    ['a citation', 'Known [@knuth84].'],
    ['a citation close by', 'Knuth (1984) coined the word [@knuth84].'],
    ['another year', '(Knuth, 1985)'],
    ['another author', '(Lamport, 1984)'],
    ['too few authors', '(Knuth, 1981) and (Vaswani, 2017)'],
    ['too many', '(Knuth et al., 1984)'],
    ['two works of one year', '(Hoare, 1962)'],
    ['a span of code', '`(Knuth, 1984)` and `10.1093/comjnl/27.2.97`'],
    ['fenced code', '```\n(Knuth, 1984)\n```'],
    ['indented code', 'Code:\n\n    (Knuth, 1984)\n'],
    ['a comment', '<!-- (Knuth, 1984) -->'],
    ['a link', '[Knuth, 1984](https://example.org)'],
    ['the definition of a link', '[paper]: https://doi.org/10.1093/comjnl/27.2.97'],
    ['an image', '![plot](https://doi.org/10.1093/comjnl/27.2.97)'],
    [
      'a list of references',
      '## References\n\n- Knuth, D. E. (1984). Literate programming. *The Computer Journal*, *27*(2), 97–111. https://doi.org/10.1093/comjnl/27.2.97',
    ],
    ['a year alone', 'In the summer (1984) it was hot.'],
    ['another DOI', 'https://doi.org/10.1145/359545.359563'],
  ])('%s', async (_name, page) => {
    expect(await lint(`${page}\n`)).toEqual([]);
  });

  test('a page without a bibliography', async () => {
    const files = { 'a.md': 'Known (Knuth, 1984).\n' };
    expect((await lintFiles(files, unlinkedCitation)).findings).toEqual([]);
  });

  test('tags and shortcodes', async () => {
    const files = {
      'hugo.toml': '',
      'references.bib': refs,
      'content/a.md': '---\ntitle: A\n---\n{{< quote "(Knuth, 1984)" >}} {{< cite "knuth84" >}}\n',
    };
    expect((await lintFiles(files, unlinkedCitation)).findings).toEqual([]);
  });
});

test.each([
  ['So it is (see Knuth, 1984, p. 98; Knuth & Plass, 1981).', 'So it is [see @knuth84, p. 98; @knuth81].'],
  ['As Donald Knuth (1984, p. 98) says.', 'As Donald @knuth84 [p. 98] says.'],
  ['See [the paper](https://doi.org/10.1093/comjnl/27.2.97).', 'See the paper [@knuth84].'],
  ['See arXiv:1706.03762.', 'See [@vaswani17].'],
])('the suggestion: %s', async (before, after) => {
  const { findings } = await lintFiles(quarto(`${before}\n`), unlinkedCitation);
  const [fix] = findings[0]?.fixes ?? [];
  expect(fix?.safety).toBe('suggest');
  expect(applyEdits(`${before}\n`, fix?.edits ?? [])).toBe(`${after}\n`);
});

test('no suggestion where a part of the bracket is not known', async () => {
  const { findings } = await lintFiles(site('(Knuth, 1984; Lamport, 1978)\n'), unlinkedCitation);
  expect(findings.map(({ fixes }) => fixes)).toEqual([[]]);
});

test.each([
  ['years', '(1984, '.repeat(20_000)],
  ['names', `${'Knuth, '.repeat(20_000)}(1984)`],
  ['brackets', '('.repeat(50_000) + '1984)'.repeat(10_000)],
  ['links', '[a](https://doi.org/10.1093/x '.repeat(5_000)],
  ['tags', '{{< '.repeat(30_000) + '(Knuth, 1984)'],
])('hostile %s are read in time', async (_name, page) => {
  const start = performance.now();
  await lintFiles(site(page), unlinkedCitation);
  expect(performance.now() - start).toBeLessThan(3_000);
});
