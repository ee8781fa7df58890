import { expect, test } from 'vitest';
import brokenReferenceLink from '../../../../rules/references/broken-reference-link.ts';
import { readShortcodeTemplate } from '../../../../src/scan/dialects/hugo/templates.ts';
import { findingLines, lintFiles } from '../../../support/lint-files.ts';

const read = (name: string, template: string) =>
  readShortcodeTemplate(name, template, `layouts/shortcodes/${name}.html`);

test.each([
  ['bibitem', '<li id="bib-{{ .Get 0 }}">{{ .Inner }}</li>', 'bib-', { position: 0, names: [] }],
  [
    'reference',
    '{{ $key := .Get "key" }}<p id="ref-{{ $key }}">[{{ $key }}] {{ .Inner | markdownify }}</p>',
    'ref-',
    { names: ['key'] },
  ],
  [
    'citation',
    '{{ $num := .Get 0 }}<a id="cite{{ $num }}" href="#cite{{ $num }}">{{ $num }}</a> {{ .Inner }}',
    'cite',
    { position: 0, names: [] },
  ],
  [
    'source',
    '{{ with .Get 0 | anchorize }}<p id="{{ . }}">{{ $.Inner }}</p>{{ end }}',
    '',
    { position: 0, names: [] },
  ],
])('%s makes an item of its body: %s', (name, template, prefix, key) => {
  expect(read(name, template)).toMatchObject({ paired: true, item: { prefix, key } });
  expect(read(name, template).cite).toBeUndefined();
});

test.each([
  ['theorem', '<div id="{{ .Get 0 }}">{{ .Inner }}</div>'],
  ['bibitem', '<li>{{ .Get 0 }} {{ .Inner }}</li>'],
  ['bibitem', '<li id="bib-{{ .Get 0 }}"></li>'],
  ['citation', '<pre id="{{ .Get 0 }}"><code>{{ .Inner }}</code></pre>'],
  ['reference', '<a id="a-{{ .Get 0 }}"></a><p id="b-{{ .Get 0 }}">{{ .Inner }}</p>'],
])('%s makes none: %s', (name, template) => {
  expect(read(name, template).item).toBeUndefined();
});

test.each([
  ['<a href="#bib-{{ .Get "target" }}">{{ .Get "label" }}</a>', 'bib-'],
  ['<a href="{{ printf "#ref-%s" (.Get 0) | safeURL }}">[{{ .Get 0 }}]</a>', 'ref-'],
  ['<a href="#{{ .Get 0 }}">[{{ .Get 0 }}]</a>', ''],
  ['<a href="/references/#{{ .Get 0 }}">[{{ .Get 0 }}]</a>', undefined],
  ['{{ .Page.Scratch.Add "cited" (slice (.Get 0)) }}<a href="#{{ .Get 0 }}">[{{ .Get 0 }}]</a>', undefined],
  ['{{ with index site.Data.bib (.Get 0) }}{{ .title }}{{ end }}<a href="#{{ .Get 0 }}">1</a>', undefined],
  ['<a id="cite-{{ .Get 0 }}" data-key="{{ .Get 0 }}">[{{ .Get 0 }}]</a>', undefined],
])('%s links to the item', (template, linksTo) => {
  expect(read('cite', template).cite?.linksTo).toBe(linksTo);
});

const knuth = 'Knuth, D. E. (1997). *The Art of Computer Programming* (3rd ed.). Addison-Wesley.';
const hoare = 'Hoare, C. A. R. (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16.';
const codd =
  'Codd, E. F. A relational model of data for large shared data banks. *Communications of the ACM*, *13*(6), 377–387.';
const site = (body: string, more: Record<string, string> = {}) => ({
  'hugo.toml': '',
  'layouts/shortcodes/cite.html': '<a href="#ref-{{ .Get 0 | anchorize }}">({{ .Get 0 }})</a>',
  'layouts/shortcodes/reference.html': '<p id="ref-{{ .Get 0 | anchorize }}">{{ .Inner | markdownify }}</p>',
  'layouts/shortcodes/highlight.html': '<pre>{{ .Inner }}</pre>',
  'layouts/shortcodes/item.html': '<p id="ref-{{ .Get 0 }}">{{ .Inner }}</p>',
  'content/a.md': `---\ntitle: A\ndate: 2024-05-01\n---\n${body}\n`,
  ...more,
});
const lint = (files: Record<string, string>) => findingLines(files, brokenReferenceLink);
const referencesOf = async (body: string) => {
  const { project } = await lintFiles(site(body), brokenReferenceLink);
  return project.documents.flatMap(({ references }) => references);
};
const item = (key: string, text: string) => `{{< reference "${key}" >}}${text}{{< /reference >}}\n`;

test('{{< reference "Hoare 1962" >}}Hoare, C. A. R. (1962). …{{< /reference >}}', async () => {
  const found = await referencesOf(
    `## Literatur\n\n${item('Knuth 1997', knuth)}\n${item('Hoare 1962', hoare)}`,
  );
  expect(found.map(({ key, text, construct }) => [key, text, construct])).toEqual([
    ['Knuth 1997', knuth, 'list-item'],
    ['Hoare 1962', hoare, 'list-item'],
  ]);
});

test('an item on several lines, between blank ones under a heading, is read once', async () => {
  const body = `## References\n\n{{< reference "knuth97" >}}\n\n  Knuth, D. E. (1997).\n  *The Art of Computer Programming*.\n  Addison-Wesley.\n\n{{< /reference >}}`;
  const found = await referencesOf(body);
  expect(found).toMatchObject([
    {
      key: 'knuth97',
      text: 'Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley.',
      gaps: [{ length: 2 }, { length: 2 }],
    },
  ]);
});

test('an item without a year among items with one', async () => {
  const items = [
    item('a', knuth),
    item('b', hoare),
    item('c', knuth.replace('1997', '1973')),
    item('d', codd),
  ];
  expect((await referencesOf(items.join('\n'))).map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd']);
  expect(await referencesOf(item('d', codd))).toEqual([]);
});

test('{{< cite "Hoare 1963" >}} on a page with an item “Hoare 1962”', async () => {
  const items = `${item('Knuth 1997', knuth)}\n${item('Hoare 1962', hoare)}`;
  const cites =
    '{{< cite "Hoare 1962" >}} {{< cite "hoare-1962" >}} {{< cite "Hoare 1963" >}} {{< cite "Codd" >}}';
  expect(await lint(site(`${cites}\n\n${items}`))).toEqual([
    'content/a.md:5:63 misspelt-item "Hoare 1963"',
    'content/a.md:5:89 lost-item "Codd"',
  ]);
});

test.each([
  ['ref', '<li id="ref-{{ .Get 0 }}">{{ .Get 1 }}</li>', `{{< ref "knuth97" "${knuth}" >}}`],
  [
    'citation',
    '{{ $id := .Get "id" }}<cite id="ref-{{ $id }}">{{ .Get "title" }}, {{ .Get "author" }}, {{ .Get "year" }}.</cite>',
    '{{< citation id="knuth97" title="The Art of Computer Programming" author="Donald E. Knuth" year="1997" >}}',
  ],
])(
  '{{< cite "Codd" >}} on a page with items that {{< %s … >}} makes of its arguments',
  async (name, template, call) => {
    const more = { [`layouts/shortcodes/${name}.html`]: template };
    const cites = '{{< cite "knuth97" >}} {{< cite "Codd" >}}';
    expect(await lint(site(`${cites}\n\n${call}`, more))).toEqual(['content/a.md:5:34 lost-item "Codd"']);
    expect(await lint(site(cites, more))).toEqual([]);
  },
);

test.each([
  [
    'ref',
    '<li id="ref-{{ .Get 0 }}">{{ .Get 1 }}</li>',
    `{{< ref "knuth97" "${knuth}" >}}`,
    [['knuth97', knuth]],
  ],
  [
    'references',
    '<ol>{{ range $index, $text := .Params }}<li>{{ $text | markdownify }}</li>{{ end }}</ol>',
    `{{< references\n"${knuth}"\n"${hoare}"\n>}}`,
    [
      [undefined, knuth],
      [undefined, hoare],
    ],
  ],
  [
    'reference',
    '{{ $name := .Get "name" }}{{ .Page.Scratch.Add "list" (slice (dict "name" $name "alt" (.Get "alt"))) }}',
    `{{< reference name="${hoare}" alt="hoare" >}}`,
    [[undefined, hoare]],
  ],
  ['source', '<small>{{ .Get 0 }}</small>', '{{< source "Ada Lovelace, *Notes*, 1843" >}}', []],
  ['figure', '<small>{{ .Get 0 }}</small>', `{{< figure "${knuth}" >}}`, []],
])('the references that {{< %s … >}} has for arguments: %s', async (name, template, call, expected) => {
  const more = { [`layouts/shortcodes/${name}.html`]: template };
  const { project } = await lintFiles(site(call, more), brokenReferenceLink);
  const found = project.documents.flatMap(({ references }) => references);
  expect(found.map(({ key, text }) => [key, text])).toEqual(expected);
});

const numbered = (...texts: string[]) =>
  `<ol>\n${texts.map((text, at) => `<li id="ref-${at + 1}">${text}</li>\n`).join('')}</ol>\n`;

test.each([
  ['<li id="ref-2">', numbered(knuth, hoare)],
  ['<a name="ref-2">', `1. <a name="ref-1"></a>${knuth}\n2. <a name="ref-2"></a>${hoare}\n`],
])('{{< cite 3 >}} on a page whose list ends with %s', async (_what, list) => {
  const cites = '{{< cite 1 >}} {{< cite 2 >}} {{< cite 3 >}}';
  expect(await lint(site(`${cites}\n\n## References\n\n${list}`))).toEqual([
    'content/a.md:5:40 lost-item "3"',
  ]);
});

test.each<[string, string, Record<string, string>?]>([
  ['without items', '{{< cite "codd70" >}}'],
  [
    'with anchors that no citation leads to',
    `{{< cite "codd70" >}} {{< cite "knuth97" >}}\n\n<a id="ref-back-1"></a> <a id="ref-back-2"></a>`,
  ],
  [
    'whose items lead back to the text',
    `A<sup id="fnref:1">1</sup>.\n\n{{< cite "1" "${knuth}" >}}\n{{< cite "2" "A remark." >}}`,
    {
      'layouts/shortcodes/cite.html':
        '<li id="fn:{{ .Get 0 }}">{{ .Get 1 }} <a href="#fnref:{{ .Get 0 }}">x</a></li>',
    },
  ],
  ['with an anchor made of its key', `{{< cite "Codd 1970" >}}\n\n<p id="ref-codd-1970">${codd}</p>`],
  [
    'with an anchor in HTML',
    `{{< cite "codd70" >}}\n\n<p id="ref-codd70">${codd}</p>\n\n${item('knuth97', knuth)}`,
  ],
  [
    'with an item of another shortcode',
    `{{< cite "codd70" >}}\n\n{{< item codd70 >}}${codd}{{< /item >}}\n\n${item('knuth97', knuth)}`,
  ],
  [
    'with items in a listing',
    `{{< cite "codd70" >}}\n\n{{< highlight >}}${item('knuth97', knuth)}{{< /highlight >}}`,
  ],
  [
    'whose citations link to another page',
    `{{< cite "codd70" >}}\n\n${item('knuth97', knuth)}`,
    { 'layouts/shortcodes/cite.html': '<a href="/references/#ref-{{ .Get 0 }}">({{ .Get 0 }})</a>' },
  ],
  [
    'whose items have other anchors',
    `{{< cite "codd70" >}}\n\n${item('knuth97', knuth)}`,
    { 'layouts/shortcodes/reference.html': '<p id="bib-{{ .Get 0 }}">{{ .Inner }}</p>' },
  ],
])('nothing is said of a page %s', async (_what, body, more = {}) => {
  expect(await lint(site(body, more))).toEqual([]);
});
