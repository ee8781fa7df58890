import { expect, test } from 'vitest';
import duplicateWork from '../../../rules/references/duplicate-work.ts';
import { hugoCite as cite, hugoPage as page, paper } from '../../support/cite-pages.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const lint = (files: Record<string, string>) => findingLines(files, duplicateWork);

const book = (key: string, fields = '') =>
  `@book{${key},\n  author = {Knuth, Donald E.},\n  title = {The Art of Computer Programming},\n  publisher = {Addison-Wesley},\n  year = {1997}${fields}\n}\n`;
const text = 'Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley.';

const other = text.replace('*The Art', '*the art').replace('Knuth, D. E.', 'Knuth, D.');

test('two entries of one file', async () => {
  expect(await lint(paper(book('knuth1997') + book('taocp')))).toEqual(['refs.bib:7:7 duplicate "taocp"']);
});

test('an entry that BibLaTeX keeps out of the list', async () => {
  const unlisted = book('taocp', ',\n  options = {skipbib}');
  expect(await lint(paper(book('knuth1997') + unlisted))).toEqual([]);
  expect(await lint(paper(book('knuth1997') + unlisted.replace('skipbib', 'skipbib=false')))).toHaveLength(1);
});

const column = (key: string, fields: string) =>
  `@article{${key},\n  author = {Barbara Beeton},\n  title = {Editorial comments},\n  journal = {TUGboat},\n  url = {https://tug.org/TUGboat/editorial.html}${fields}\n}\n`;

test('a column of every issue under one address', async () => {
  const first = column('beeton1985', ',\n  volume = {6}, year = {1985}');
  expect(await lint(paper(first + column('beeton1994', ',\n  volume = {15}, year = {1994}')))).toEqual([]);
  expect(await lint(paper(first + column('beeton85', ',\n  volume = {6}, year = {1985}')))).toHaveLength(1);
});

const krugman = (key: string, fields: string) =>
  `@article{${key}, author = {Krugman, Paul}, title = {The Conscience of a Liberal}, journal = {The New York Times}, year = 2009, ${fields}}\n`;

test.each<[string, string, number]>([
  ['month = sep, day = 2', 'month = oct, day = 5', 0],
  ['date = {2009-09-02}', 'month = oct, day = {05}', 0],
  ['month = sep, day = 2', 'date = {2009-09-02}', 1],
  ['month = sep, day = 2', 'month = sep', 1],
])('a column of two days: %s and %s', async (first, second, count) => {
  const { findings } = await lintFiles(
    { 'refs.bib': krugman('a', first) + krugman('b', second) },
    duplicateWork,
  );
  expect(findings).toHaveLength(count);
});

test.each<[string, string, number]>([
  ['volumes = {8}', 'volume = {2}', 0],
  ['volumes = {8}', 'volume = {2}, volumes = {8}', 0],
  ['volumes = {8}', 'volumes = {8}', 1],
  ['volumes = {8}', 'pagetotal = {650}', 1],
])('a set of volumes and one of them: %s and %s', async (first, second, count) => {
  const files = { 'refs.bib': book('set', `, ${first}`) + book('part', `, ${second}`) };
  expect((await lintFiles(files, duplicateWork)).findings).toHaveLength(count);
});

test.each<[string, string, number]>([
  ['translator = {Emily Wilson}', 'translator = {Green, Peter}', 0],
  ['translator = {Emily Wilson}', 'translator = {Wilson, E.}', 1],
  ['translator = {Emily Wilson}', '', 1],
  [
    'translator = {Emily Wilson}, isbn = {978-0-393-35625-0}',
    'translator = {E. Wilsen}, isbn = {9780393356250}',
    1,
  ],
])('translations of one work: %s and %s', async (first, second, count) => {
  const odyssey = (key: string, fields: string) =>
    `@book{${key}, author = {Homer}, title = {The Odyssey}, publisher = {Norton}, year = 2018, ${fields}}\n`;
  const files = { 'refs.bib': odyssey('a', first) + odyssey('b', second) };
  expect((await lintFiles(files, duplicateWork)).findings).toHaveLength(count);
});

test.each<[string, number]>([
  ['https://www.bbc.co.uk/news/technology-30290540', 1],
  ['https://www.bbc.co.uk/news/technology-30290599', 0],
])('snapshots of one page and of two: %s', async (page, count) => {
  const snapshot = (key: string, day: string, url: string) =>
    `@online{${key}, author = {Cellan-Jones, Rory}, title = {Technology News}, year = 2014, publisher = {BBC}, url = {https://web.archive.org/web/${day}000000/${url}}}\n`;
  const first = snapshot('a', '20141202', 'https://www.bbc.co.uk/news/technology-30290540');
  const files = { 'refs.bib': first + snapshot('b', '20150301', page) };
  expect((await lintFiles(files, duplicateWork)).findings).toHaveLength(count);
});

test('a talk and its slides under two addresses', async () => {
  const talk = (key: string, url: string) =>
    `@misc{${key}, author = {Hickey, Rich}, title = {Simple Made Easy}, year = 2011, url = {${url}}}\n`;
  const first = talk('a', 'https://www.infoq.com/presentations/Simple-Made-Easy/');
  const second = talk('b', 'https://github.com/strangeloop/StrangeLoop2011');
  expect((await lintFiles({ 'refs.bib': first + second }, duplicateWork)).findings).toEqual([]);
  expect(
    (await lintFiles({ 'refs.bib': first + first.replace('{a', '{b') }, duplicateWork)).findings,
  ).toHaveLength(1);
});

test('the manual of two versions under one address', async () => {
  const manual = (key: string, year: string) =>
    `@manual{${key},\n  author = {{R Core Team}},\n  title = {R: A Language and Environment for Statistical Computing},\n  url = {https://www.r-project.org/manual},\n  year = {${year}}\n}\n`;
  expect(await lint(paper(manual('R2021', '2021') + manual('R2023', '2023')))).toEqual([]);
});

const inBook = (key: string, fields: string) =>
  `@inbook{${key}, author = {Knuth, Donald E.}, title = {The TeXbook}, publisher = {Addison-Wesley}, year = 1984, ${fields}}\n`;

test.each<[string, string, number]>([
  ['chapter = {Boxes}', 'chapter = {Glue}', 0],
  ['chapter = 11, isbn = {0-201-13448-9}', 'chapter = 12, isbn = {0-201-13448-9}', 0],
  ['pages = {63--67}, isbn = {0-201-13448-9}', 'pages = {69--83}, isbn = {0-201-13448-9}', 0],
  ['pages = {63--67}', 'pages = {69--83}', 0],
  ['chapter = {Chapter 11}', 'chapter = 11', 1],
  ['pages = {63--67}', 'pages = {63-67}', 1],
])('chapters of one book: %s and %s', async (first, second, count) => {
  const { findings } = await lintFiles(
    { 'refs.bib': inBook('a', first) + inBook('b', second) },
    duplicateWork,
  );
  expect(findings).toHaveLength(count);
});

const software = (key: string, fields: string) =>
  `@manual{${key}, author = {Hadley Wickham}, title = {stringr: Simple, Consistent Wrappers}, year = 2019, url = {https://CRAN.R-project.org/package=stringr}, ${fields}}\n`;

test.each<[string, string, number]>([
  ['note = {R package version 1.4.0}', 'note = {R package version 1.3.1}', 0],
  ['version = {1.4.0}', 'note = {R package version 1.3.1}', 0],
  ['version = {v1.4.0}', 'note = {R package version 1.4.0}', 1],
  ['publisher = {CRAN}', 'note = {R package version 1.4.0}', 1],
])('versions of one year under one address: %s and %s', async (first, second, count) => {
  const { findings } = await lintFiles(
    { 'refs.bib': software('a', first) + software('b', second) },
    duplicateWork,
  );
  expect(findings).toHaveLength(count);
});

test('two printings that one page reviews', async () => {
  const printing = (key: string, fields: string) =>
    `@book{${key}, author = {Bringhurst, Robert}, title = {Palatino: The Natural History of a Typeface}, year = 2016, url = {https://tug.org/books/reviews/bringhurst.html}, ${fields}}\n`;
  const first = printing('a', 'publisher = {The Book Club of California}, isbn = {978-0-9819597-8-8}');
  const second = printing('b', 'publisher = {David R. Godine}, isbn = {978-1-56792-572-2}');
  expect((await lintFiles({ 'refs.bib': first + second }, duplicateWork)).findings).toEqual([]);
});

test('two entries of two files that one page loads', async () => {
  const files = {
    'paper.md': '---\ntitle: A\nbibliography: [a.bib, b.bib]\n---\nKnown.\n',
    'a.bib': book('knuth1997'),
    'b.bib': book('taocp'),
  };
  expect(await lint(files)).toEqual(['b.bib:1:7 duplicate "taocp"']);
});

test('two files that no page loads together do not meet', async () => {
  const files = {
    'one.md': '---\ntitle: A\nbibliography: a.bib\n---\nKnown.\n',
    'two.md': '---\ntitle: A\nbibliography: b.bib\n---\nKnown.\n',
    'a.bib': book('knuth1997'),
    'b.bib': book('taocp'),
  };
  expect(await lint(files)).toEqual([]);
});

test('two files beside a page that names neither', async () => {
  const files = {
    'paper.md': '---\ntitle: A\n---\nKnown [@knuth1997].\n',
    Makefile: 'paper.pdf: paper.md\n\tpandoc --citeproc --bibliography $(BIB) paper.md\n',
    'a.bib': book('knuth1997'),
    'b.bib': book('taocp'),
  };
  expect(await lint(files)).toEqual([]);
});

test('two pages of one site', async () => {
  const files = {
    ...page(cite('knuth1997', text)),
    'content/b.md': `---\ntitle: B\n---\n${cite('taocp', other)} ${cite('taocp', other)}\n`,
  };
  expect(await lint(files)).toEqual(['content/b.md:4:11 duplicate "taocp"']);
});

test('two sites that have one text under one key: in the second it stands under another, too', async () => {
  const site = (name: string, content: string): Record<string, string> => ({
    [`${name}/hugo.toml`]: 'title = "A site"\n',
    [`${name}/content/a.md`]: `---\ntitle: A\n---\n${content}\n`,
  });
  const files = {
    ...site('first', cite('knuth1997', text)),
    ...site('second', `${cite('knuth1997', text)} ${cite('taocp', other)}`),
  };
  expect((await lint(files)).map((line) => line.replace(/:\d+:.*? /, ' '))).toEqual([
    'second/content/a.md duplicate "taocp"',
  ]);
});

test('numbers of two pages are no keys of one site', async () => {
  const files = page(cite('1', text));
  expect(await lint({ ...files, 'content/b.md': `---\ntitle: B\n---\n${cite('3', text)}\n` })).toEqual([]);
});

test('the fix cites the first key', async () => {
  const files = page(`${cite('knuth1997', text)} ${cite('taocp', other)}`);
  const { findings } = await lintFiles(files, duplicateWork);
  expect(findings[0]?.fixes[0]?.edits.map((edit) => edit.text)).toEqual(['knuth1997']);
  expect(findings[0]?.fixes[0]?.safety).toBe('suggest');
});

test.each([
  ['another volume', ',\n  volume = {2}', ',\n  volume = {1}'],
  ['another edition', ',\n  edition = {2}', ',\n  edition = {3}'],
  ['an alias', ',\n  ids = {taocp}', ''],
  ['a work related on purpose', ',\n  related = {taocp}', ''],
])('%s', async (_, first, second) => {
  expect(await lint(paper(book('knuth1997', first) + book('taocp', second)))).toEqual([]);
});

test('a key twice is the business of another rule', async () => {
  expect(await lint(paper(book('knuth1997') + book('Knuth1997')))).toEqual([]);
});

test('labels of footnotes are no keys', async () => {
  const body = `a[^1] b[^2]\n\n[^1]: ${text}\n\n[^2]: ${text}`;
  expect(await lint(page(body))).toEqual([]);
});

test('keys named like properties of objects', async () => {
  const files = page(`${cite('__proto__', text)} ${cite('constructor', other)}`);
  expect(await lint(files)).toHaveLength(1);
});

test('a thousand copies cost no more than a thousand entries', async () => {
  const copies = Array.from({ length: 1000 }, (_, index) => book(`knuth${index}`)).join('');
  expect(await lint(paper(copies))).toHaveLength(999);
});

test('keys of reference texts that differ by case alone', async () => {
  expect(await lint(page(`${cite('knuth1997', text)} ${cite('Knuth1997', text)}`))).toEqual([
    expect.stringContaining('duplicate "Knuth1997"'),
  ]);
});

test.each([
  ['month = feb, address = {Boston}', 'month = jul, address = {Kraków}', 0],
  ['month = feb, howpublished = {Talk in Boston}', 'month = {July}, howpublished = {Poster in Kraków}', 0],
  ['month = feb, address = {Boston}', 'month = {February}, address = {Boston}', 1],
  ['month = feb, address = {Boston}', 'address = {Kraków}', 1],
])('a talk that was given twice: %s and %s', async (first, second, count) => {
  const talk = (key: string, fields: string) =>
    `@misc{${key},\n  author = {Grace Hopper},\n  title = {The Education of a Computer},\n  year = {1952},\n  ${fields}\n}\n`;
  expect(await lint(paper(talk('hopper-1', first) + talk('hopper-2', second)))).toHaveLength(count);
});
