import { expect, test } from 'vitest';
import emptyCitation from '../../../../rules/citations/empty-citation.ts';
import malformedCitation from '../../../../rules/citations/malformed-citation.ts';
import undefinedKey from '../../../../rules/citations/undefined-key.ts';
import { readInclude } from '../../../../src/scan/dialects/jekyll/includes.ts';
import { findingLines, lintFiles } from '../../../support/lint-files.ts';

const MAP = { parameter: 'key', data: ['references'], fields: [] };
const OF_PAGE = { parameter: 'id', data: [], fields: ['sources'] };

test.each([
  ['{{ site.data.references[include.key].title }}', MAP],
  ['{% assign ref = site.data.references[include.key] %}{{ ref.title }}', MAP],
  ['{% assign k = include.key %}{% assign all = site.data.references -%}{{ all[k].title }}', MAP],
  [
    '{% assign r = site.data.bib | where: "id", include.id | first %}',
    { parameter: 'id', data: ['bib'], fields: [], field: 'id' },
  ],
  [
    '{% for r in site.data.bib %}{% if r.key == include.key %}{{ r.title }}{% endif %}{% endfor %}',
    { parameter: 'key', data: ['bib'], fields: [], field: 'key' },
  ],
  [
    '{% for r in site.data.references %}{% if r[0] == include.key %}{{ r[1].title }}{% endif %}{% endfor %}',
    MAP,
  ],
  ['{% assign source = page.sources[include.id] %}{{ source.year }}', OF_PAGE],
  ['{% assign s = page.sources | where: "id", include.id | first %}', { ...OF_PAGE, field: 'id' }],
  [
    '{% for s in page.sources %}{% if s.key == include.id %}{{ s.title }}{% endif %}{% endfor %}',
    { ...OF_PAGE, field: 'key' },
  ],
  [
    '{%- assign t = include.id | default: include.key -%}{% for s in page.sources %}{% if s.id == t %}{% endif %}{% endfor %}',
    { ...OF_PAGE, field: 'id', alternative: 'key' },
  ],
  [
    '{% assign keys = include.key | split: "," %}{% for k in keys %}{% assign ref = site.data.references[k] %}{% endfor %}',
    { ...MAP, separator: ',' },
  ],
  [
    '{% assign ks = include.key | split: "; " %}{% for k in ks %}{% assign want = k | strip %}{% for r in site.data.bib %}{% if r.id == want %}{% endif %}{% endfor %}{% endfor %}{% for k in ks %}{{ k }}{% endfor %}',
    { parameter: 'key', data: ['bib'], fields: [], field: 'id', separator: ';' },
  ],
  [
    '{% assign r = site.data.bib | where_exp: "r", "r.id == include.key" | first %}',
    { parameter: 'key', data: ['bib'], fields: [], field: 'id' },
  ],
  [
    '{% assign r = site.data.bib\n    | where_exp: "r",\n      "r.id == include.find or r.title contains include.find"\n    | first\n%}',
    { parameter: 'find', data: ['bib'], fields: [], field: 'id', within: 'title' },
  ],
])('%s is looked up', (template, expected) => {
  expect(readInclude(template)).toEqual(expected);
});

test.each([
  ['{% include other.html key=include.key %}{{ site.data.references.size }}'],
  ['{% assign k = include.key | downcase %}{{ site.data.references[k].title }}'],
  ['{% assign k = include.key %}{% assign k = page.key %}{{ site.data.references[k].title }}'],
  [
    '{% assign ks = include.key | split: "." %}{% for k in ks %}{{ site.data.references[k].title }}{% endfor %}',
  ],
  ['{% assign k = include.id | default: page.key %}{{ site.data.references[k].title }}'],
  ['{% for k in page.keys %}{{ site.data.references[k].title }}{% endfor %}'],
  ['{{ site.data[include.file][include.key] }}{{ site.data.references[include.key] }}'],
  ['{{ site.data.references.books[include.key] }}'],
  ['{{ site.data.references[include.key] }}{{ site.data.references[include.other] }}'],
  ['{% for r in site.data.references %}{% if r.id contains include.key %}{% endif %}{% endfor %}'],
  [
    '{% assign r = site.data.bib | where_exp: "r", "r.id == include.key or r.title contains include.title" %}',
  ],
  ['{% assign r = site.data.bib | where_exp: "r", "s.id == include.key" %}'],
  ['{% assign r = site.data.bib | where_exp: "r", "r.id == include.key and r.year > include.year" %}'],
])('%s does not tell', (template) => {
  expect(readInclude(template)).toBeUndefined();
});

const works = 'knuth84:\n  author: Donald E. Knuth\n  title: The TeXbook\n  year: 1984\n';
const list = '- id: knuth84\n  author: Donald E. Knuth\n  title: The TeXbook\n  year: 1984\n';
const byKey = '{% assign ref = site.data.references[include.key] %}{{ ref.author }}\n';
const byId = '{% assign ref = site.data.references | where: "id", include.key | first %}{{ ref.author }}\n';
const page = (body: string) => `---\ntitle: Typesetting\n---\n${body}\n`;
const lint = (files: Record<string, string>) =>
  findingLines(
    {
      '_config.yml': 'title: Notes\n',
      '_includes/cite.html': byKey,
      '_posts/2020-01-01-a.md': page(
        '{% include cite.html key="knuth84" %} {% include cite.html key="hoare62" %}',
      ),
      ...files,
    },
    undefinedKey,
  );
const FOUND = ['_posts/2020-01-01-a.md:4:65 undefined "hoare62"'];

test('{% include cite.html key="hoare62" %} cites what the include looks up', async () => {
  expect(await lint({ '_data/references.yml': works })).toEqual(FOUND);
  expect(await lint({ '_data/references.yml': list, '_includes/cite.html': byId })).toEqual(FOUND);
  const json = '{"knuth84": {"title": "The TeXbook", "author": "Donald E. Knuth", "year": 1984}}\n';
  expect(await lint({ '_data/references.json': json })).toEqual(FOUND);
});

test('a folder of data with one file is no file of works by keys', async () => {
  const work = 'title: The TeXbook\nyear: 1984\nauthor:\n  family: Knuth\n  given: Donald E.\n';
  expect(await lint({ '_data/references/knuth84.yml': work })).toEqual([]);
});

test('{% include cite.html key="knuth84, hoare62" %} cites both where the include splits', async () => {
  const template =
    '{% assign keys = include.id | split: "," %}' +
    '{% for k in keys %}{% assign want = k | strip %}{{ site.data.references[want].title }}{% endfor %}';
  expect(
    await lint({
      '_data/references.yml': works,
      '_includes/cite.html': template,
      '_posts/2020-01-01-a.md': page('{% include cite.html id="knuth84, hoare62," %}'),
    }),
  ).toEqual(['_posts/2020-01-01-a.md:4:35 undefined "hoare62"']);
});

test('{% include cite.html id="hoare62" %} where key="…" does as well', async () => {
  const template =
    '{% assign t = include.id | default: include.key %}{% for r in page.references %}{% if r.id == t %}{{ forloop.index }}{% endif %}{% endfor %}';
  const post = `---\ntitle: A\nreferences:\n  - id: knuth84\n    title: The TeXbook\n    author: Donald E. Knuth\n---\n`;
  expect(
    await lint({
      '_includes/cite.html': template,
      '_posts/2020-01-01-a.md': `${post}{% include cite.html id="hoare62" %} {% include cite.html key="codd70" %}\n`,
    }),
  ).toEqual([
    '_posts/2020-01-01-a.md:8:26 undefined "hoare62"',
    '_posts/2020-01-01-a.md:8:64 undefined "codd70"',
  ]);
});

test('{% include citation.html lookup="Structured programming" %} where a part of a title will do', async () => {
  const template =
    '{% assign citation = site.data.citations\n  | where_exp: "citation",\n    "citation.id == include.lookup or citation.title contains include.lookup"\n  | first\n%}{{ citation.title | default: "[no title info]" }}\n';
  const lookup = (text: string) => `{% include citation.html lookup="${text}" style="rich" %}`;
  const ids = ['doi:10.1093/comjnl/27.2.97', 'doi:10.1093/comjnl/27.2.79'];
  const titles = ['Literate programming', 'Literate', 'TeXbook', 'Structured programming'];
  const texts = [...ids, ...titles];
  expect(
    await lint({
      '_includes/citation.html': template,
      '_data/citations.yaml':
        '# generated\n\n- id: doi:10.1093/comjnl/27.2.97\n  title: Literate\n    programming\n  authors:\n  - Donald E. Knuth\n' +
        "  date: '1984-01-01'\n- title: The TeXbook\n  authors: []\n  publisher: Addison-Wesley\n",
      '_posts/2020-01-01-a.md': page(texts.map(lookup).join('\n')),
    }),
  ).toEqual([
    '_posts/2020-01-01-a.md:5:34 misspelt "doi:10.1093/comjnl/27.2.79"',
    '_posts/2020-01-01-a.md:9:34 undefined "Structured programming"',
  ]);
});

test('{% include cite.html key=knuth1984 %} and key=""', async () => {
  const post = (body: string) => ({
    '_config.yml': 'title: Notes\n',
    '_includes/cite.html': byKey,
    '_data/references.yml': works,
    'a.md': page(body),
  });
  const { findings } = await lintFiles(
    post(
      '{% include cite.html key=knuth1984 %} {% include cite.html key="" %} {% include cite.html key=k %}',
    ),
    [malformedCitation, emptyCitation],
  );
  expect(findings.map(({ messageId }) => messageId).sort()).toEqual(['empty-citation', 'literal-key']);
  const set = post('{% assign knuth1984 = "knuth84" %}{% include cite.html key=knuth1984 %}');
  expect((await lintFiles(set, malformedCitation)).findings).toEqual([]);
});

test('{% include cite.html key="hoare62" %} cites what the page keeps in its front matter', async () => {
  const cites = '{% include cite.html key="knuth84" %} {% include cite.html key="hoare62" %}';
  const map = '  knuth84:\n    title: The TeXbook\n    authors: [Donald E. Knuth]\n    year: 1984\n';
  const items = '  - id: knuth84\n    title: The TeXbook\n    author: Donald E. Knuth\n';
  for (const [template, works] of [
    ['{% assign r = page.sources[include.key] %}{{ r.year }}', map],
    ['{% assign r = page.sources | where: "id", include.key | first %}{{ r.year }}', items],
  ]) {
    const post = `---\ntitle: A\nsources:\n${works}---\n${cites}\n`;
    const without = page(cites);
    expect(
      await lint({
        '_includes/cite.html': template!,
        '_posts/2020-01-01-a.md': post,
        '_posts/2020-01-02-b.md': without,
      }),
    ).toEqual([expect.stringMatching(/^_posts\/2020-01-01-a\.md:\d+:\d+ undefined "hoare62"$/)]);
  }
});

test.each<[string, Record<string, string>]>([
  [
    'fields of other kinds',
    {
      '_includes/cite.html': '{{ page.captions[include.key].title }}',
      '_posts/2020-01-01-a.md':
        '---\ntitle: A\ncaptions:\n  a: {title: x}\n---\n{% include cite.html key="b" %}\n',
    },
  ],
  ['data in a table', { '_data/references.csv': 'id,title,year\nknuth84,The TeXbook,1984\n' }],
  ['a folder of data', { '_data/references/knuth84.yml': 'title: The TeXbook\nyear: 1984\n' }],
  ['a list that is looked into as a map', { '_data/references.yml': list }],
  ['customers', { '_data/references.yml': 'acme:\n  company: Acme\n  quote: Great.\n' }],
  [
    'another name for the key',
    {
      '_data/references.yml': list.replace('id:', 'id: 1\n  key:'),
      '_includes/cite.html': byId.replace('"id"', '"key"'),
    },
  ],
  ['jekyll-scholar beside it', { '_data/references.yml': works, 'refs.bib': '' }],
  [
    'a variable, and an include in a comment',
    {
      '_data/references.yml': works,
      '_posts/2020-01-01-a.md': page(
        '{% include cite.html key=page.key %}{% comment %}{% include cite.html key="x" %}{% endcomment %}',
      ),
    },
  ],
])('nothing is said of %s', async (_what, files) => {
  expect(await lint(files)).toEqual([]);
});
