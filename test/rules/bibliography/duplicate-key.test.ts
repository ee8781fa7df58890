import { beforeAll, describe, expect, test } from 'vitest';
import rule from '../../../rules/bibliography/duplicate-key.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { fixFiles } from '../../support/fix-files.ts';
import { lintFiles } from '../../support/lint-files.ts';
import { alone, entry, findingsOf, fixed, inJekyll, inPandoc, messagesOf } from './bibliography-project.ts';

beforeAll(loadAllParsers);

const first = entry({ title: '{Sorting}', year: '1973' });
const second = entry({ title: '{Sorting}', year: '1998' });

test('the message says who wins in the engine of the site', async () => {
  expect(await messagesOf(rule, inPandoc(first + second))).toEqual([
    'Key `knuth1998` is defined twice, and the entries differ in year; Pandoc prints the last.',
  ]);
  expect(await messagesOf(rule, inJekyll(first + second))).toEqual([
    expect.stringMatching(/differ in year; Jekyll prints the (?:first|last)\.$/),
  ]);
  expect(await messagesOf(rule, alone(first + second))).toEqual([
    'Key `knuth1998` is defined twice, and the entries differ in year; biber prints the first, Pandoc the last.',
  ]);
});

test('a key three times is two findings, and white space is no difference', async () => {
  const spaced = first.replace('{Sorting}', '{\n    Sorting }');
  expect(await findingsOf(rule, alone(first + spaced + second))).toEqual([
    'identical "knuth1998"',
    'different "knuth1998"',
  ]);
});

test('equal entries are a warning, and the second is taken out', async () => {
  const { findings } = await lintFiles(alone(first + first), rule);
  expect(findings.map(({ level }) => level)).toEqual(['warning']);
  expect(await fixed(rule, `${first}\n${first}`)).toBe(`${first}\n`);
});

describe('over several files', () => {
  const paper = (list: string): string => `---\ntitle: x\nbibliography: ${list}\n---\n\n[@knuth1998]\n`;

  test('of one document', async () => {
    const files = { 'a.bib': first, 'b.bib': second, 'paper.md': paper('[a.bib, b.bib]') };
    const { findings } = await lintFiles(files, rule);
    expect(findings.map(({ at, related }) => [at.path, related[0]?.at.path])).toEqual([['b.bib', 'a.bib']]);
  });

  test('but not of two documents', async () => {
    const files = { 'a.bib': first, 'b.bib': second, 'a.md': paper('a.bib'), 'b.md': paper('b.bib') };
    expect(await findingsOf(rule, files)).toEqual([]);
  });

  test('but not of those that lie beside a page that names none', async () => {
    const files = {
      'a.Rmd': '---\ntitle: x\n---\n\n[@knuth1998]\n',
      'b.Rmd': paper('b.bib'),
      'a.bib': first,
      'b.bib': first,
    };
    expect(await findingsOf(rule, files)).toEqual([]);
  });

  test('but not of two tags of a Jekyll page, each of which reads its own', async () => {
    const post = `---\ntitle: x\n---\n\n{% cite knuth1998 %}\n\n{% bibliography --file talks %}\n`;
    const files = {
      '_config.yml': 'plugins: [jekyll-scholar]\nscholar:\n  bibliography: papers.bib\n',
      '_bibliography/papers.bib': first,
      '_bibliography/talks.bib': second,
      '_posts/2024-01-01-a.md': post,
    };
    expect(await findingsOf(rule, files)).toEqual([]);
  });

  test('but not of two data files of a Hugo site', async () => {
    const files = {
      'hugo.toml': '',
      'layouts/shortcodes/cite.html':
        '{{ $entry := index site.Data.references (.Get 0) }}{{ $entry.title }}\n',
      'data/references.yaml': 'knuth1998:\n  title: Sorting\n',
      'data/bib.toml': '[knuth1998]\ntitle = "Searching"\n',
      'content/a.md': '---\ntitle: x\n---\n\n{{< cite "knuth1998" >}}\n',
    };
    expect(await findingsOf(rule, files)).toEqual([]);
  });

  test('once, however many documents load both', async () => {
    const files = {
      'a.bib': first,
      'b.bib': second,
      'a.md': paper('[a.bib, b.bib]'),
      'b.md': paper('[a.bib, b.bib]'),
    };
    expect(await findingsOf(rule, files)).toHaveLength(1);
  });
});

test('case: BibTeX takes the keys for one, Pandoc does not', async () => {
  const text = first + second.replace('knuth1998', 'Knuth1998');
  expect(await findingsOf(rule, alone(text))).toEqual(['case "Knuth1998"']);
  expect(await findingsOf(rule, inPandoc(text))).toEqual([]);
});

test('names of the prototype are keys like others', async () => {
  const text = ['__proto__', 'constructor', '__proto__']
    .map((key) => entry({ year: '1' }, 'misc', key))
    .join('');
  expect(await findingsOf(rule, alone(text))).toEqual(['identical "__proto__"']);
});

test('CSL-JSON', async () => {
  const text = '[{"id": "knuth1998", "title": "a"}, {"id": "knuth1998", "title": "b"}]';
  expect(await findingsOf(rule, inPandoc(text, 'refs.json'))).toEqual(['different "knuth1998"']);
});

describe('equal entries in two files', () => {
  const paper = (files: string) => `---\nbibliography: [${files}]\n---\n\nSee [@knuth1998].\n`;
  const same = { 'a.bib': first, 'b.bib': `${first}\n${first.replace('knuth1998', 'knuth1999')}` };
  const safetyOf = async (files: Record<string, string>) =>
    (await lintFiles(files, rule)).findings.flatMap(({ fixes }) => fixes.map(({ safety }) => safety));

  test('the second goes where every page reads both', async () => {
    const { files } = await fixFiles({ ...same, 'x.md': paper('a.bib, b.bib') }, rule);
    expect(files['b.bib']).toBe(first.replace('knuth1998', 'knuth1999'));
    expect(files['a.bib']).toBe(first);
  });

  test('it stays where a page reads the second file alone', async () => {
    expect(await safetyOf({ ...same, 'x.md': paper('a.bib, b.bib'), 'y.md': paper('b.bib') })).toEqual([
      'suggest',
    ]);
  });

  test('it stays in Jekyll, whose pages print the list of one file', async () => {
    expect(
      await safetyOf({
        '_config.yml': 'title: Notes\nscholar:\n  source: ./refs\n  bibliography: "*.bib"\n',
        'refs/a.bib': first,
        'refs/b.bib': first,
        '_posts/2024-05-01-a.md':
          '---\ntitle: A\n---\n\n{% cite knuth1998 %} {% bibliography --file b %} {% bibliography --file a %}\n',
      }),
    ).toEqual(['suggest']);
  });
});

test('a page for Distill that cites with tags of jekyll-scholar, too: two files that nobody reads as one', async () => {
  const entry =
    '@book{knuth1997, title = {The Art of Computer Programming}, author = {Knuth, Donald E.}, year = 1997}\n';
  const files = {
    '_config.yml': 'plugins: [jekyll-scholar]\nscholar:\n  bibliography: papers.bib\n',
    '_bibliography/papers.bib': entry,
    'assets/bibliography/sorting.bib': entry,
    '_posts/2024-05-01-sorting.md':
      '---\nlayout: distill\nbibliography: sorting.bib\n---\n<d-cite key="knuth1997"></d-cite> {% cite knuth1997 %}\n',
  };
  expect((await lintFiles(files, rule)).findings).toEqual([]);
});

describe('a text and an appendix with lists of their own, which filters of Pandoc print: each entry stands in both', () => {
  const lists = { 'text.bib': first, 'appendix.bib': first };
  const named = 'bibliography_text:\n  - text.bib\nbibliography_appendix: appendix.bib\n';
  const mapping = 'bibliography:\n  text: text.bib\n  appendix: appendix.bib\n';

  test.each<[string, Record<string, string>]>([
    ['named by the page', { 'paper.md': `---\n${named}---\n[@knuth1998]\n` }],
    ['in a mapping', { 'paper.md': `---\n${mapping}---\n[@knuth1998]\n` }],
    [
      'named by the site',
      { '_quarto.yml': `project:\n  type: website\n${named}`, 'index.qmd': '[@knuth1998]\n' },
    ],
    ['named by metadata', { 'metadata.yaml': mapping, 'paper.md': '[@knuth1998]\n' }],
  ])('%s', async (_, files) => {
    expect(await findingsOf(rule, { ...files, ...lists })).toEqual([]);
  });

  test('and not in one list of both', async () => {
    const files = {
      'paper.md': '---\nbibliography: [text.bib, appendix.bib]\n---\n[@knuth1998]\n',
      ...lists,
    };
    expect(await findingsOf(rule, files)).toEqual(['identical "knuth1998"']);
  });
});
