import { describe, expect, test } from 'vitest';
import brokenReferenceLink from '../../../rules/references/broken-reference-link.ts';
import { findingLines } from '../../support/lint-files.ts';

const lint = (files: Record<string, string>) => findingLines(files, brokenReferenceLink);

const knuth = 'Knuth, D. E. (1997). *The Art of Computer Programming* (3rd ed.). Addison-Wesley.';
const hoare = 'Hoare, C. A. R. (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16.';
const codd =
  'Codd, E. F. (1970). A relational model of data for large shared data banks. *Communications of the ACM*, *13*(6), 377–387.';
const lintPage = (text: string, ...items: string[]) =>
  lint({ 'a.md': `# Sorting\n\n${text}\n\n## References\n\n${items.join('\n')}\n` });

test('numbers with their items', async () => {
  expect(await lintPage('a [1], b [2, 3], c [1–3].', `1. ${knuth}`, `2. ${hoare}`, `3. ${codd}`)).toEqual([]);
});

test('a number in a list of numbers', async () => {
  expect(await lintPage('a [1, 4].', `1. ${knuth}`, `2. ${hoare}`)).toEqual(['a.md:3:7 number "4"']);
});

test('[3], [13], [14], [16] and [18] of a longer list', async () => {
  const works = [knuth, hoare, codd, knuth.replace('1997', '1973'), hoare.replace('Quicksort', 'Partition')];
  const items = [3, 13, 14, 16, 18].map((number, at) => `[${number}] ${works[at]}\n`);
  expect(await lintPage('a [3], b [13, 14], c [16], d [18].', ...items)).toEqual([]);
  expect(await lintPage('a [20].', ...items)).toEqual([]);
  const near = [1, 2, 3, 5, 7].map((number, at) => `[${number}] ${works[at]}\n`);
  expect(await lintPage('a [1], b [2].', ...near)).toHaveLength(2);
});

test.each([
  ['排序很快[1]，合并更早[2]，还有[4]。', 20],
  ['ソートは速い[1]、併合は古い[2]、また[4]。', 23],
  ['정렬은 빠르다[1], 병합은[2], 그리고[4].', 25],
])('a number behind a word of a script without blanks: %s', async (text, column) => {
  expect(await lintPage(text, `1. ${knuth}`, `2. ${hoare}`)).toEqual([`a.md:3:${column} number "4"`]);
});

test.each(['数组[4]', '公式[4]', '第[4]章', '図[4]', 'x[4]', '그림[4]'])(
  '%s counts something else',
  async (index) => {
    expect(await lintPage(`排序很快[1]，合并更早[2]，${index}。`, `1. ${knuth}`, `2. ${hoare}`)).toEqual([]);
  },
);

test('numbers on a page that cites by none', async () => {
  expect(await lintPage('I rate it [4] of five.', `1. ${knuth}`, `2. ${hoare}`)).toEqual([]);
});

test('an interval, and an index in a formula', async () => {
  const text = 'a [1], values in the range [1, 10], $x \\in [3, 4]$, an array [10, 20].';
  expect(await lintPage(text, `1. ${knuth}`, `2. ${hoare}`)).toEqual([]);
});

test('marks out of five, and a cell of a table that holds nothing else', async () => {
  const text = 'a [1]. I rate it [4] of five.\n\n| book | mark |\n|---|---|\n| Knuth | [3] |';
  expect(await lintPage(text, `1. ${knuth}`, `2. ${hoare}`)).toEqual([]);
});

test('[2-3], the label of two items', async () => {
  const items = [`[1] ${knuth}\n`, `[2-3] ${codd}\n`, `[4] ${hoare}`];
  expect(await lintPage('a [1], b [2], c [3], d [4].', ...items)).toEqual([]);
  expect(await lintPage('a [1], b [2], c [5].', ...items)).toEqual(['a.md:3:18 number "5"']);
});

test.each(['2.', '2)', '(2)'])('%s among items in brackets', async (label) => {
  const items = [`[1] ${knuth}`, `${label} ${codd}`, `[3] ${hoare}`];
  expect(await lintPage('a [1], b [2], c [3].', ...items)).toEqual([]);
  expect(await lintPage('a [1], b [2], c [3].', items.join('\n\n'))).toEqual([]);
});

test('numbers that go on under several headings of one list', async () => {
  const items = ['### Books\n', `[1] ${knuth}\n`, `[3] ${codd}\n`, '### Articles\n', `[2] ${hoare}`];
  expect(await lintPage('a [1], b [2], c [3].', ...items)).toEqual([]);
});

test('an item that stands in two lists of the page', async () => {
  const items = [`[1] ${knuth}\n`, `[2] ${hoare}\n`, '## Further reading\n', `- ${codd}`, `- ${knuth}`];
  expect(await lintPage('a [1], b [2].', ...items)).toEqual([]);
  expect(await lintPage('a [1], b [2].', ...items, `- ${codd}`)).toEqual([
    expect.stringContaining('repeated-item'),
  ]);
});

test('an anchor that a shortcode or a tag makes', async () => {
  const items = [
    `- <a id="knuth97"></a>${knuth}`,
    `- {{< anchor "hoare62" >}}${hoare}`,
    `- {{< item codd70 >}}${codd}`,
  ];
  const text = 'a [1997](#knuth97), b [1962](#hoare62), c [1970](#item-codd70), d [1971](#codd71).';
  const page = `---\ntitle: A\n---\n${text}\n\n## References\n\n${items.join('\n')}\n`;
  expect(await lint({ 'hugo.toml': '', 'content/a.md': page })).toEqual([
    expect.stringContaining('link "#codd71"'),
  ]);
  const tagged = page
    .replace('{{< anchor "hoare62" >}}', '{% include anchor.html id="hoare62" %}')
    .replace('{{< item codd70 >}}', '');
  expect(await lint({ '_config.yml': 'plugins: []\n', 'a.md': tagged })).toEqual([
    expect.stringContaining('link "#item-codd70"'),
    expect.stringContaining('link "#codd71"'),
  ]);
});

test('an anchor in an expression of JSX', async () => {
  const items = [`- <a id="knuth97"></a>${knuth}`, `- <Anchor id={'hoare62'} />${hoare}`];
  const page = `a [1997](#knuth97), b [1962](#hoare62).\n\n## References\n\n${items.join('\n')}\n`;
  expect(await lint({ 'docusaurus.config.js': '', 'a.mdx': page })).toEqual([]);
});

test('a list whose rest may stand in another file', async () => {
  const list = `a [1], b [3], c [Codd, 1970](#codd).\n\n## References\n\n1. ${knuth}\n2. <a id="hoare"></a>${hoare}\n\n`;
  const page = `---\ntitle: A\n---\n${list}`;
  for (const files of [
    { 'hugo.toml': '', 'content/a.md': `${page}{{% include "more.md" %}}\n` },
    { '_config.yml': 'plugins: []\n', 'a.md': `${page}{% include more.md %}\n` },
    { 'mkdocs.yml': 'site_name: x\n', 'docs/a.md': `${page}--8<-- "more.md"\n` },
    { 'a.md': `${page}<!--@include: ./more.md-->\n` },
  ]) {
    expect(await lint(files as Record<string, string>), Object.keys(files)[0]).toEqual([]);
  }
  expect(await lint({ 'a.md': page })).toHaveLength(2);
});

test('what is cited and left out is told once', async () => {
  const found = await lintPage('a [1], b [3].', `[1] ${knuth}\n`, `[2] ${hoare}\n`, `[4] ${codd}`);
  expect(found).toEqual(['a.md:3:11 number "3"']);
});

test('a number twice', async () => {
  const found = await lintPage('a [1], b [2].', `[1] ${knuth}\n`, `[2] ${hoare}\n`, `[2] ${codd}`);
  expect(found).toEqual([expect.stringContaining('repeated-number')]);
});

test('a number twice and the next one left out is one slip', async () => {
  const items = [`[1] ${knuth}\n`, `[2] ${hoare}\n`, `[2] ${codd}\n`, `[4] ${knuth.replace('1997', '1998')}`];
  const found = await lintPage('a [1], b [2, 3], c [3], d [4].', ...items);
  expect(found).toEqual([expect.stringContaining('misnumbered')]);
});

test('another number of the list is no suggestion', async () => {
  const items = [`<a id="ref-1"></a>[1] ${knuth}\n`, `<a id="ref-2"></a>[2] ${hoare}`];
  expect(await lintPage('a [[1]](#ref-1), b [[9]](#ref-9), c [[2]](#rf-2).', ...items)).toEqual([
    'a.md:3:26 link "#ref-9"',
    'a.md:3:43 misspelt "#rf-2"',
  ]);
});

test('a second list may begin again', async () => {
  const found = await lintPage(
    'a [1], b [2].',
    `1. ${knuth}`,
    `2. ${hoare}`,
    '\n## Further reading\n',
    `1. ${codd}`,
  );
  expect(found).toEqual([]);
});

test('an item twice', async () => {
  expect(
    await lintPage('a [1].', `1. ${knuth}`, `2. ${hoare}`, `3. ${knuth.replace(' (3rd ed.)', '')}`),
  ).toEqual([expect.stringContaining('repeated-item')]);
});

test('links to headings and to anchors elsewhere on the page', async () => {
  const items = [`- <a id="knuth97"></a>${knuth}`, `- <a id="hoare62"></a>${hoare}`];
  const text =
    '<a id="note-1984"></a>[1984](#note-1984), [the year 1997](#sorting), [Knuth 1997](#knuth97).\n\n## In 1984 {#in-1984}\n\n[then (1984)](#in-1984)';
  expect(await lintPage(text, ...items)).toEqual([]);
});

test('a page without a list', async () => {
  expect(await lint({ 'a.md': 'items[3] and [Knuth, 1997](#knuth97)\n' })).toEqual([]);
});

const anchored = (item: string, number: number) => `<a id="${number}">[${number}]</a> \n${item}`;

test('an anchor that is the number of its item makes no second item', async () => {
  const items = [anchored(knuth, 1), anchored(hoare, 2), anchored(codd, 3)];
  for (const apart of ['\n', '']) {
    const list = items.map((item) => item + apart);
    expect(await lintPage('a [[1]](#1), b [2](#2), c [3].', ...list)).toEqual([]);
    expect(await lintPage('a [[4]](#4).', ...list)).toEqual(['a.md:3:9 link "#4"']);
    expect(await lintPage('a [1], b [4].', ...list)).toEqual(['a.md:3:11 number "4"']);
  }
});

test('bold numbers with anchors of kramdown, one a line', async () => {
  const items = [`**[1]**{: #ref1} ${knuth}`, `**[2]**{: #ref2} ${hoare}`, `**[3]**{: #ref3} ${codd}`];
  expect(await lintPage('a [[1]](#ref1), b [2], c [[3]](#ref3).', ...items)).toEqual([]);
  expect(await lintPage('a [[1]](#ref1), b [5].', ...items)).toEqual(['a.md:3:20 number "5"']);
});

test('anchors that count up are not suggested for one another', async () => {
  const items = [`<a name="ref1"></a>[1] ${knuth}\n`, `<a name="ref2"></a>[2] ${hoare}`];
  expect(await lintPage('a [[3]](#ref3).', ...items)).toEqual(['a.md:3:9 link "#ref3"']);
  expect(await lintPage('a [[2]](#ref-2).', ...items)).toEqual(['a.md:3:9 misspelt "#ref-2"']);
});

test('a link that has lost its #', async () => {
  const items = [anchored(knuth, 1), anchored(hoare, 2)];
  expect(await lintPage('a [[1]](#1), b [[2]](2), [chapter](2), [2](3).', ...items)).toEqual([
    'a.md:3:22 hashless "2"',
  ]);
});

test('[[Knuth97]](#Knuth), a link that names an item and misses its anchor', async () => {
  const items = [`- <a name="Knuth97" />[Knuth97] ${knuth}`, `- <a name="Codd70" />[Codd70] ${codd}`];
  expect(await lintPage('See [[Knuth97]](#Knuth) and [[Codd70]](#Codd70).', ...items)).toEqual([
    'a.md:3:17 link "#Knuth"',
  ]);
  expect(await lintPage('See [[appendix]](#appendix-b) and [[Codd70]](#Codd70).', ...items)).toEqual([]);
});

test.each([
  ['## Results of 2019\n\n## Results of 2019', '#results-of-2019-1'],
  ['## [Linked 2020](https://example.org/x)', '#linked-2020'],
  ['## *My* __Bold__ 2024', '#my-bold-2024'],
  ['## R&amp;D 2024', '#rd-2024'],
  ['## H<sub>2</sub>O 2020', '#h2o-2020'],
  ['## Émile 2022', '#%C3%A9mile-2022'],
  ['## Émile 2022', '#emile-2022'],
  ['## 4. Sorting, 2022', '#sorting-2022'],
  ['<h3>Sorting 2022</h3>', '#sorting-2022'],
  ['## Sorting 2022', '#user-content-sorting-2022'],
  ['(results-2022)=\n## Results', '#results-2022'],
  ['# Sorting', '#top'],
])('%j is a heading that a link with a year leads to', async (heading, link) => {
  const items = [`- <a id="knuth97"></a>${knuth}`, `- <a id="hoare62"></a>${hoare}`];
  expect(await lintPage(`See [of 2022](${link}).\n\n${heading}`, ...items)).toEqual([]);
  expect(await lintPage(`See [of 2022](${link}a).\n\n${heading}`, ...items)).toEqual([
    expect.stringContaining('link'),
  ]);
});

test('the anchor of the whole list is not suggested for one of its items', async () => {
  const items = ["<a id='refs'></a>\n", `1. <a name="ref1"></a>${knuth}`, `2. <a name="ref2"></a>${hoare}`];
  expect(await lintPage('a [[4]](#ref4).', ...items)).toEqual(['a.md:3:9 link "#ref4"']);
});

describe('items with anchors that are no works: standards and pages of the web', () => {
  const items = [
    '<a id="ref1"></a>[1] The Unicode Standard, chapter 3.\n',
    '<a id="ref2"></a>[2] HTML, the living standard.\n',
  ];
  const lintItems = (text: string) => lintPage(text, ...items);

  test('[[7]](#ref7), where [[1]](#ref1) leads to one', async () => {
    expect(await lintItems('As [[1]](#ref1) says, and [[7]](#ref7).')).toEqual(['a.md:3:33 link "#ref7"']);
  });

  test.each([
    'As [[1]](#ref1) and [[2]](#ref2) say, and [below](#sorting).',
    'As [[7]](#ref7) says: no link leads to an item.',
    'As [[1]](#ref1) says, and [7].',
    'As [[1]](#ref1) says.\n\n<a id="ref7"></a>\n\nMore, as [[7]](#ref7).',
  ])('%j', async (text) => {
    expect(await lintItems(text)).toEqual([]);
  });

  test('one item alone has no kin', async () => {
    expect(await lintPage('As [[1]](#ref1) says, and [[7]](#ref7).', items[0]!)).toEqual([]);
  });
});

describe('links that are written as elements', () => {
  const items = [`1. <a id="ref1"></a>${knuth}`, `2. <a id="ref2"></a>${hoare}`];

  test.each([
    ['<a href="#ref4">[4]</a>', 'a.md:3:43 link "#ref4"'],
    ['<sup><a class="cite" href="#ref4"><sup>4</sup></a></sup>', 'a.md:3:61 link "#ref4"'],
    ['<a href="#references">[4]</a>', 'a.md:3:57 number "4"'],
    ['<a\nhref="#ref4">Codd, 1970</a>', 'a.md:4:7 link "#ref4"'],
  ])('%s', async (link, finding) => {
    expect(await lintPage(`Old <a href="#ref1">[1]</a>, new ${link}.`, ...items)).toEqual([finding]);
  });

  test.each([
    '<a href="#ref2">[2]</a> and <A HREF="#ref1">Knuth, 1997</A>',
    '<a id="cite4"></a>[<a href="#sorting">sorting</a>, <a href="https://example.org/2024">2024</a>]',
    '`<a href="#ref4">[4]</a>` in code',
    'Figure <a href="#fig-2">2</a>, equation [3](#eq3)',
    '<a href="#ref4">[2]',
  ])('%s', async (text) => {
    expect(await lintPage(`Old <a href="#ref1">[1]</a>, ${text}.`, ...items)).toEqual([]);
  });

  test('<li id="ref-1">, a list in HTML', async () => {
    const list = ['<ol>', `<li id="ref-1">${knuth}</li>`, `<li id="ref-2">${hoare}</li>`, '</ol>'];
    const text = 'Old <sup><a href="#ref-1">[1]</a></sup>, new <sup><a href="#ref-9">[9]</a></sup>.';
    expect(await lintPage(text, ...list)).toEqual(['a.md:3:60 link "#ref-9"']);
  });
});

test.each([
  ['ref-1', '[2](#{{ page.anchor }}), [3](#ref-{{ page.number }})', 'a'],
  ['ref-{{ page.number }}', '[2](#ref-2), <a href="#ref-3">3</a>', 'ref-{{ page.more }}'],
])('an anchor that template code makes: %s, %s', async (first, text, second) => {
  const list = `## References\n\n1. <a id="${first}"></a>${knuth}\n2. <a id="${second}"></a>${hoare}\n`;
  const page = `---\ntitle: Sorting\n---\n\nSee ${text}.\n\n${list}`;
  expect(await lint({ '_config.yml': 'title: x\n', '_posts/2024-01-01-a.md': page })).toEqual([]);
});
