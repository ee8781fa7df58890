import { describe, expect, test } from 'vitest';
import conflictingReference from '../../../rules/references/conflicting-reference.ts';
import { findingLines, lintFiles, summarizeFindings } from '../../support/lint-files.ts';

const site = {
  'hugo.toml': 'title = "Notes"\n',
  'layouts/shortcodes/cite.html':
    '{{ .Page.Scratch.SetInMap "references" (.Get 0) (.Get 1) }}<sup>[{{ .Get 0 }}]</sup>\n',
  'layouts/shortcodes/aside.html': '<aside>{{ .Inner }}</aside>\n',
};
const page = (body: string) => ({ ...site, 'content/a.md': `---\ntitle: A\n---\n${body}\n` });
const lintPage = (body: string) => findingLines(page(body), conflictingReference);

const cite = (text: string) => `{{< cite "knuth1997" "${text}" >}}`;
const text = 'Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley.';
const lintTexts = (...texts: string[]) => lintPage(texts.map(cite).join(' '));

test.each([
  ['year', text.replace('1997', '1998'), '1998'],
  ['publisher', text.replace('Addison-Wesley', 'MIT Press'), 'MIT Press'],
  ['author', text.replace('Knuth', 'Lamport'), 'Lamport, D. E.'],
])('the %s is named and marked', async (part, other, marked) => {
  const files = page(`${cite(text)} ${cite(other)}`);
  const result = await lintFiles(files, conflictingReference);
  expect(result.findings).toHaveLength(1);
  expect(result.findings[0]?.message).toContain(part);
  expect(summarizeFindings(result, files)[0]).toContain(marked);
});

test('a title word is named', async () => {
  const found = await lintTexts(text, text.replace('Art', 'Craft'));
  expect(found).toHaveLength(1);
});

test('a word that the title lacks is one of the title', async () => {
  const clocks =
    'Lamport, L. (1978). Time, clocks, and the ordering of events in a distributed system. *Communications of the ACM*, *21*(7), 558–565.';
  const files = page(`${cite(clocks)} ${cite(clocks.replace('Time, clocks', 'Clocks'))}`);
  const { findings } = await lintFiles(files, conflictingReference);
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringContaining('title without `Time` here, with it in the other'),
  ]);
});

test('a volume that is shortened in one of two titles is a difference in wording', async () => {
  const volume = text.replace('Programming', 'Programming, Volume 1: Fundamental Algorithms');
  const files = page(`${cite(volume)} ${cite(volume.replace(', Volume 1:', '. Vol. 1,'))}`);
  const { findings } = await lintFiles(files, conflictingReference);
  expect(findings.map(({ level, message }) => `${level} ${message}`)).toEqual([
    expect.stringContaining('warning Cite key `knuth1997` has two reference texts that differ in wording'),
  ]);
});

test('emphasis, case, dashes, quotes and blanks make no difference', async () => {
  const same = text
    .replaceAll('*', '_')
    .replace('The Art', 'the  art')
    .replace('Addison-Wesley', 'Addison–Wesley');
  expect(await lintTexts(text, same)).toEqual([]);
});

test('the text used most is taken for the right one', async () => {
  const found = await lintTexts(text.replace('1997', '1979'), text, text);
  expect(found).toEqual([expect.stringContaining('"1979"')]);
});

test('of two texts used alike, each site takes its earlier one for the right one', async () => {
  const other = text.replace('1997', '1998');
  const siteIn = (root: string, ...texts: readonly string[]) => ({
    ...Object.fromEntries(Object.entries(site).map(([path, content]) => [`${root}/${path}`, content])),
    ...Object.fromEntries(
      texts.map((one, index) => [
        `${root}/content/page-${index + 1}.md`,
        `---\ntitle: Knuth\n---\n${cite(one)}\n`,
      ]),
    ),
  });
  const files = { ...siteIn('one', text, other), ...siteIn('two', other, text) };
  const { findings } = await lintFiles(files, conflictingReference);
  expect(findings.map(({ at }) => at.path)).toEqual(['one/content/page-2.md', 'two/content/page-2.md']);
});

test('keys named like properties of objects', async () => {
  expect(
    await lintPage(
      cite(text).replace('knuth1997', '__proto__') + cite(text).replace('knuth1997', 'constructor'),
    ),
  ).toEqual([]);
});

test('every page has its own footnotes, so their labels are not keys of the site', async () => {
  const note = (year: number) =>
    `---\ntitle: A\n---\nx[^1]\n\n[^1]: Knuth, D. E. (${year}). *The Art of Computer Programming*. Addison-Wesley.\n`;
  const files = { ...site, 'content/a.md': note(1997), 'content/b.md': note(1998) };
  expect((await lintFiles(files, conflictingReference)).findings).toEqual([]);
});

test.each(['1', 'ref2', 'fn:3'])('every page numbers its citations for itself: %s', async (key) => {
  const numbered = (year: number) =>
    `---\ntitle: A\n---\n${cite(text.replace('1997', `${year}`)).replace('knuth1997', key)}\n`;
  const files = { ...site, 'content/a.md': numbered(1997), 'content/b.md': numbered(1998) };
  expect((await lintFiles(files, conflictingReference)).findings).toEqual([]);
  const both = `${cite(text)} ${cite(text.replace('1997', '1998'))}`.replaceAll('"knuth1997"', `"${key}"`);
  expect(await lintPage(both)).toHaveLength(1);
});

test.each([
  ['content/a.md', 'content/a.de.md', 0],
  ['content/en/a.md', 'content/de/a.md', 0],
  ['content/a/index.md', 'content/a/index.zh-cn.md', 0],
  ['content/en/a.md', 'content/en/b.md', 1],
  ['content/a.de.md', 'content/b.de.md', 1],
])('a translation cites the edition of its language: %s, %s', async (first, second, count) => {
  const german = 'Knuth, D. E. (1983). *Die Kunst der Programmierung*. Hanser.';
  const files = {
    ...site,
    [first]: page(cite(text))['content/a.md']!,
    [second]: page(cite(german))['content/a.md']!,
  };
  expect((await lintFiles(files, conflictingReference)).findings).toHaveLength(count);
});

test.each([
  [', p. 5.', ', p. 77.', 0],
  [', pp. 5–9.', ', pp. 5–90.', 1],
])('each page names the page that it cites: %s %s', async (first, second, count) => {
  const placed = (end: string) => page(cite(text.replace(/\.$/, end)))['content/a.md']!;
  const files = { ...site, 'content/a.md': placed(first), 'content/b.md': placed(second) };
  expect((await lintFiles(files, conflictingReference)).findings).toHaveLength(count);
});

test('the bibliography of the page says otherwise, told once a page and key', async () => {
  const bib = (year: number) =>
    `@book{knuth1997,\n  author = {Knuth, Donald E.},\n  title = {The Art of Computer Programming},\n  publisher = {Addison-Wesley},\n  year = {${year}}\n}\n`;
  const files = (year: number) => ({
    ...site,
    'refs.bib': bib(year),
    'content/a.md': `---\ntitle: A\nbibliography: refs.bib\n---\n${cite(text)} ${cite(text)}\n`,
  });
  expect(summarizeFindings(await lintFiles(files(1998), conflictingReference), files(1998))).toEqual([
    'content/a.md:5:37 bibliography "1997"',
  ]);
  expect((await lintFiles(files(1997), conflictingReference)).findings).toEqual([]);
});

test('a text that lacks its year is malformed, and only that', async () => {
  expect(await lintTexts(text, text.replace(' (1997)', ''))).toEqual([]);
  expect(
    await lintTexts(text, text.replace(' (1997)', '').replace('Addison-Wesley', 'MIT Press')),
  ).toHaveLength(1);
});

test('a footnote and an item of a list that bear one number', async () => {
  const files = {
    'a.md':
      'Known.[^1]\n\n[^1]: Knuth, D. E. (1997). *Fundamental Algorithms*. Addison-Wesley.\n\n# References\n\n' +
      '1. Hoare, C. A. R. (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16.\n',
  };
  const { findings } = await lintFiles(files, conflictingReference);
  expect(findings).toEqual([]);
});

test('a text whose year cannot be read is malformed, and only that', async () => {
  expect(await lintTexts(text, text.replace('(1997)', '(19977)'))).toEqual([]);
});

describe('notes and lists, which have no keys', () => {
  const knuth =
    'Knuth, D. E. (1984). Literate programming. *The Computer Journal*, *27*(2), 97–111. https://doi.org/10.1093/comjnl/27.2.97';
  const quarto = {
    '_quarto.yml': 'project:\n  type: website\nbibliography: refs.bib\n',
    'refs.bib':
      '@article{knuth84,\n  author = {Knuth, Donald E.},\n  title = {Literate Programming},\n  journal = {The Computer Journal},\n  volume = {27},\n  number = {2},\n  pages = {97--111},\n  doi = {10.1093/comjnl/27.2.97},\n  year = {1984}\n}\n',
  };
  const found = async (text: string) => {
    const files = { ...quarto, 'a.qmd': `---\ntitle: A\n---\n${text}\n` };
    return findingLines(files, conflictingReference);
  };

  test.each([
    ['a footnote', `x[^1]\n\n[^1]: ${knuth}`, 'a.qmd:6:21 entry "1985"'],
    [
      'a footnote of the key',
      `x[^knuth84]\n\n[^knuth84]: ${knuth.replace(/ https.*/, '')}`,
      'a.qmd:6:27 entry "1985"',
    ],
    ['an item', `# References\n\n- ${knuth}`, 'a.qmd:6:17 entry "1985"'],
  ])('%s against the bibliography', async (_name, text, expected) => {
    expect(await found(text)).toEqual([]);
    expect(await found(text.replace('1984', '1985'))).toEqual([expected]);
  });

  test('two footnotes of one page', async () => {
    const files = (second: string) => ({ 'a.md': `x[^1] y[^2]\n\n[^1]: ${knuth}\n\n[^2]: ${second}\n` });
    const other = files(knuth.replace('97–111', '79–111'));
    expect(await findingLines(other, conflictingReference)).toEqual(['a.md:5:83 note "79–111"']);
    const style = files(
      'D. E. Knuth, “Literate programming,” *Comput. J.*, vol. 27, no. 2, pp. 97–111, 1984, doi: 10.1093/comjnl/27.2.97.',
    );
    expect((await lintFiles(style, conflictingReference)).findings).toEqual([]);
  });

  test('a label that is the key of another work', async () => {
    expect(
      await found(
        'x[^knuth84]\n\n[^knuth84]: Hoare, C. A. R. (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16.',
      ),
    ).toEqual([]);
  });
});

test('a blank in a DOI is told as what it is', async () => {
  const files = page(
    [`${text} https://doi.org/10.1145/359545.359563`, `${text} https://doi.org/ 10.1145/359545.359563`]
      .map(cite)
      .join(' '),
  );
  const { findings } = await lintFiles(files, conflictingReference);
  expect(findings.map(({ message }) => message)).toEqual([
    'Cite key `knuth1997` has two reference texts that differ in punctuation or white space: ' +
      '`https://doi.org/ 10.1145/359545.359563` here, `https://doi.org/10.1145/359545.359563` in the other text. ' +
      'The page prints the first, which is the other.',
  ]);
});

test('a DOI that is none is left to invalid-doi', async () => {
  const doi = (prefix: string) => `${text} https://doi.org/${prefix}/359545.359563`;
  expect(await lintTexts(doi('10.1145'), doi('10.11.45'))).toEqual([]);
  expect(await lintTexts(doi('10.1145'), doi('10.1154'))).toHaveLength(1);
});

test('a label or a number given twice on a page is no key with two texts', async () => {
  const hoare = 'Hoare, C. A. R. (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16.';
  for (const body of [
    `x[^1]\n\n[^1]: ${text}\n[^1]: ${hoare}\n`,
    `x [1]\n\n## References\n\n[1] ${text}\n\n[1] ${hoare}\n`,
  ]) {
    expect((await lintFiles({ 'a.md': body }, conflictingReference)).findings).toEqual([]);
  }
});
