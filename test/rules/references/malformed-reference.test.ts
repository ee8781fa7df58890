import { describe, expect, test } from 'vitest';
import malformedReference from '../../../rules/references/malformed-reference.ts';
import { findingLines, lintFiles } from '../../support/lint-files.ts';

const site = {
  'hugo.toml': 'title = "Notes"\n',
  'layouts/shortcodes/cite.html':
    '{{ .Page.Scratch.SetInMap "references" (.Get 0) (.Get 1) }}<sup>[{{ .Get 0 }}]</sup>\n',
  'layouts/shortcodes/aside.html': '<aside>{{ .Inner }}</aside>\n',
};
const page = (body: string) => ({ ...site, 'content/a.md': `---\ntitle: A\n---\n${body}\n` });
const lintPage = (body: string) => findingLines(page(body), malformedReference);

const cite = (text: string) => `{{< cite "key" "${text}" >}}`;

test('a good reference', async () => {
  expect(
    await lintPage(cite('Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley.')),
  ).toEqual([]);
});

test.each([
  ['the year dropped', 'Knuth, D. E. *The Art of Computer Programming*. Addison-Wesley.'],
  ['the closing * dropped', 'Knuth, D. E. (1997). *The Art of Computer Programming. Addison-Wesley.'],
  ['a parenthesis dropped', 'Knuth, D. E. (1997. *The Art of Computer Programming*. Addison-Wesley.'],
])('%s', async (_, text) => {
  expect(await lintPage(cite(text))).toHaveLength(1);
});

test('*Genetics* 154(4) below *Math. Oper. Res.* 23(2): a list that prints no titles', async () => {
  const genetics = '- Woolliams, J. A., & Bijma, P. (2000). *Genetics*, *154*(4), 1851–1864.';
  const others = [
    '- Pataki, G. (1998). *Math. Oper. Res.*, *23*(2), 339–358.',
    '- Markowitz, H. (1956). *Naval Res. Logist. Q.*, *3*, 111–133.',
  ];
  expect(await lintPage(`## References\n\n${[...others, genetics].join('\n')}`)).toEqual([]);
  expect(await lintPage(`## References\n\n${genetics}`)).toHaveLength(1);
});

test('a text that cannot be understood is left alone', async () => {
  expect(await lintPage(cite('personal communication, see above'))).toEqual([]);
});

test('brackets that cross are one slip', async () => {
  const text =
    'Knuth, D. E. (1997). *The Art of Computer Programming* [with errata (and addenda]). Addison-Wesley.';
  expect(await lintPage(cite(text))).toHaveLength(1);
});

test('of a model that is not filled in `placeholder-reference` speaks', async () => {
  expect(await lintPage(cite('Author, A. A. (Year). *Title*'))).toEqual([]);
});

test.each([
  'C. H. Lim, *A Revised Version of CRYPTON: CRYPTON V1.0*; in FSE’01, pp. 31–45.',
  'Ghemawat, S., Gobioff, H., & Leung, S.-T. The Google File System. In *Proceedings of SOSP ’03*, pp. 29–43.',
  'R. Avanzi, *The QARMA block cipher family*; in ToSC, (2017.1), pp. 4–44.',
  'C. Lenart, S. Naito, *A uniform model for Kirillov–Reshetikhin crystals.* DMTCS proc, to appear (arXiv:1211.6019)',
])('a year that is told by a conference, an issue or words: %s', async (text) => {
  expect(await lintPage(cite(text))).toEqual([]);
});

test('the year that stands in brackets behind the proceedings does not replace that of its style', async () => {
  const text = (year: string) =>
    cite(
      `Sanjay Ghemawat, Howard Gobioff, and Shun-Tak Leung.${year} The Google file system. In Proceedings of the nineteenth ACM symposium on Operating systems principles (SOSP ’03). ACM, New York, NY, USA, 29–43.`,
    );
  expect(await lintPage(text(' 2003.'))).toEqual([]);
  expect(await lintPage(text(''))).toHaveLength(1);
});

test('a title that has run into the name of its journal is not missing', async () => {
  const text =
    'Kleitman D.J. and Wang D.L. Algorithms for Constructing Graphs and Digraphs with Given Valences and Factors Discrete Mathematics, 6(1), pp. 79–88 (1973)';
  expect(await lintPage(cite(text))).toEqual([]);
});

test.each([
  [
    'Knuth, D. E.. (1997). *The Art of Computer Programming*. Addison-Wesley.',
    'In the authors `..` stands where one mark is meant.',
  ],
  [
    'Seward, J., & (2005). Using Valgrind to detect undefined value errors. *Proceedings of USENIX*, 17–30.',
    'No author follows `&`.',
  ],
])('the words for a slip among the authors: %s', async (text, message) => {
  const { findings } = await lintFiles(page(cite(text)), malformedReference);
  expect(findings.map((finding) => finding.message)).toEqual([message]);
});

describe('an address that was lost', () => {
  const article = 'Turing, A. M. (1950). Computing machinery and intelligence. *Mind*, *59*(236), 433–460.';

  test.each(['Retrieved from', 'Available at:', 'Retrieved May 3, 2020, from', '[Online]. Available:'])(
    '%s at the end',
    async (words) => {
      expect(await lintPage(cite(`${article} ${words}`))).toEqual([
        expect.stringContaining(' misshapen-address '),
      ]);
    },
  );

  test.each([
    'Retrieved from https://www.jstor.org/stable/2251299',
    'Accessed 3 May 2020.',
    '[Online]. Available: <https://www.jstor.org/stable/2251299>.',
  ])('%s', async (words) => {
    expect(await lintPage(cite(`${article} ${words}`))).toEqual([]);
  });

  test('a title that ends so', async () => {
    const text = 'Turing, A. M. (1950). *Memories retrieved from*. Oxford University Press.';
    expect(await lintPage(cite(text))).toEqual([]);
  });
});

test.each([
  ['Hoare, C. A. R (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16.', 1],
  ['Hoare, C. A. R. (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16.', 0],
  ['Hoare C A R (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16.', 0],
  ['Hoare, CAR (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16.', 0],
])('the initials of one author: %s', async (text, count) => {
  expect(await lintPage(cite(text))).toHaveLength(count);
});

test.each([
  [
    'the stop behind grouped initials ends the list',
    'Kirkpatrick, RM, Neale, MC. (2021). Combining structural-equation modeling. *Behavior Genetics*, 51, 331–342.',
  ],
  [
    'a name that some people have alone',
    'Heumann, C., Schomaker, M., Shalabh (2016). *Introduction to Statistics and Data Analysis*. Springer.',
  ],
  ['a work in preparation', 'Revelle, W. (in prep). *An introduction to psychometric theory*. Springer.'],
])('nothing is wrong with it: %s', async (_, text) => {
  expect(await lintPage(cite(text))).toEqual([]);
});

test('an initial without its stop, in the only name', async () => {
  const text = 'Lenstra, J.K (1974). Clustering a data array. *Operations Research*, 22(2), 413–414.';
  expect(await lintPage(cite(text))).toHaveLength(1);
});
