import { describe, expect, test } from 'vitest';
import missingBibliography from '../../../../rules/citations/missing-bibliography.ts';
import undefinedKey from '../../../../rules/citations/undefined-key.ts';
import { readGoTemplate } from '../../../../src/scan/dialects/hugo/go-template.ts';
import { keySourcesOf } from '../../../../src/scan/dialects/hugo/key-sources.ts';
import { lintFiles } from '../../../support/lint-files.ts';

const sources = (template: string) => keySourcesOf(readGoTemplate(template));

const FOLDER = { data: ['references'], paths: [], parameters: [], folders: ['references'] };

test.each([
  ['{{ $e := index site.Data.references (.Get 0) }}', FOLDER],
  ['{{ $k := .Get 0 }}{{ with index .Site.Data.references $k | default dict }}{{ end }}', FOLDER],
  ['{{ $e := index (index site.Data "references") $id }}', FOLDER],
  ['{{ $all := site.Data.references }}{{ $e := index $all (.Get 0) }}', FOLDER],
  ['{{ $all := index .Site.Data "references" }}{{ with index $all $id }}{{ end }}', FOLDER],
  [
    '{{ $all := site.Data.references }}{{ $all = index $all "books" }}{{ index $all $k }}',
    { data: ['references'], paths: [], parameters: [] },
  ],
  [
    '{{ $k := printf "r-%s" (.Get 0) }}{{ index site.Data.references $k }}',
    { data: ['references'], paths: [], parameters: [] },
  ],
  [
    '{{ index site.Data.references $k "title" }}{{ index site.Data.references (.Get 0 | lower) }}',
    { data: ['references'], paths: [], parameters: [] },
  ],
  ['{{ range index $.Site.Data "works" }}{{ end }}', { data: ['works'], paths: [], parameters: [] }],
  ['{{ $j := index site.Data .Page.Params.bib }}', { data: [], paths: [], parameters: ['bib'] }],
  ['{{ $c := readFile "assets/library.bib" }}', { data: [], paths: ['assets/library.bib'], parameters: [] }],
  ['{{ printf "%sreferences.bib" .Page.File.Dir }}', { data: [], paths: ['references.bib'], parameters: [] }],
  [
    '{{ with .Page.Params.bibFile }}{{ getJSON . }}{{ end }}',
    { data: [], paths: [], parameters: ['bibFile'] },
  ],
  ['{{ partial "cite.html" (dict "key" (.Get 0)) }}{{ .Page.Params.title }}', undefined],
  ['{{/* site.Data.references */}}{{ errorf "see `bib.json` there" }}', undefined],
])('%s', (template, expected) => {
  expect(sources(template)).toEqual(expected);
});

const library =
  '@book{knuth1997,\n  author = {Knuth, Donald E.},\n  title = {The Art of Computer Programming}\n}\n';
const data = 'knuth1997:\n  author: Knuth\n  title: The Art of Computer Programming\n';
const items = '[{"id": "knuth1997", "type": "book", "title": "The Art of Computer Programming"}]\n';
const page = (parameters: string, cites: string) => `---\ntitle: x\n${parameters}---\n${cites}\n`;

/** A template, the front matter of a page, and the file its keys are in. */
const SITES: readonly (readonly [template: string, parameters: string, path: string, text: string])[] = [
  [
    '{{ $e := where (index site.Data .Page.Params.bib) "id" (.Get 0) }}{{ $e }}',
    'bib: ml\n',
    'data/ml.json',
    items,
  ],
  [
    '{{ $key := .Get 0 }}{{ $all := readFile "works.bib" }}{{ if findRE $key $all }}<a href="#ref-{{ $key }}">x</a>{{ end }}',
    '',
    'works.bib',
    library,
  ],
  ['{{ index site.Data.library (.Get 0) }}', '', 'data/library.yaml', data],
  [
    '{{ $c := site.Data.citations.citations }}{{ index $c (.Get 0) }}',
    '',
    'data/citations.yaml',
    `citations:\n${data.replace(/^/gm, '  ').trimEnd()}\n`,
  ],
];

test.each(SITES)('keys are looked up where %s does', async (template, parameters, path, text) => {
  const files = {
    'hugo.toml': '',
    'layouts/shortcodes/cite.html': template,
    'content/posts/a.md': page(parameters, '{{< cite knuth1997 >}} {{< cite knuth1998 >}}'),
    [path]: text,
  };
  const { findings } = await lintFiles(files, [undefinedKey, missingBibliography]);
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^Cite key `knuth1998` is not defined in .*did you mean `knuth1997`\?$/),
  ]);
});

test('a template that leaves the keys to a partial, to pages or to a script hides where they are', async () => {
  for (const template of [
    '{{ partial "cite.html" (dict "key" (.Get 0)) }}',
    '{{ $work := partial "work.html" (lower (.Get 0)) }}<a href="{{ $work.RelPermalink }}">{{ $work.Title }}</a>',
    '<a href="#ref-{{ .Get 0 }}" data-cite-key="{{ .Get 0 }}">[?]</a>',
    '{{ $b := index .Site.Data.works (.Get 0) }}<span>[{{ .Get 0 }}]</span>',
  ]) {
    const files = {
      'hugo.toml': '',
      'layouts/shortcodes/cite.html': template,
      'content/posts/a.md': page('', '{{< cite "knuth1997" >}}'),
    };
    expect((await lintFiles(files, [undefinedKey, missingBibliography])).findings).toEqual([]);
  }
});

describe('a partial that is named after references', () => {
  const cite =
    '{{ $all := partial "references/all.html" .Page }}{{ $key := .Get "key" }}{{ range $all }}{{ if eq .id $key }}{{ .title }}{{ end }}{{ end }}';
  const lint = async (partial: string, path: string, text: string) => {
    const files = {
      'hugo.toml': '',
      'layouts/_shortcodes/cite.html': cite,
      'layouts/_partials/references/all.html': partial,
      'content/posts/a/index.md': page('', '{{< cite key="knuth1997" >}} {{< cite key="knuth1998" >}}'),
      [path]: text,
    };
    const { findings } = await lintFiles(files, [undefinedKey, missingBibliography]);
    return findings.map(({ message }) => message);
  };
  const list = '- id: knuth1997\n  title: The Art of Computer Programming\n  author: Knuth\n';
  const found = [
    expect.stringMatching(/^Cite key `knuth1998` is not defined in .*did you mean `knuth1997`\?$/),
  ];

  test('tells where keys are looked up', async () => {
    const ofBundle = '{{ return .Resources.GetMatch "references.y*ml" | transform.Unmarshal }}';
    expect(await lint(ofBundle, 'content/posts/a/references.yaml', list)).toEqual(found);
    const ofData = '{{ return site.Data.library }}';
    expect(await lint(ofData, 'data/library.yaml', list)).toEqual(found);
  });

  test('does not tell where it reads other data as well', async () => {
    const icons = '{{ $icon := site.Data.icons.book }}{{ return site.Data.library }}';
    expect(await lint(icons, 'data/library.yaml', list)).toEqual([]);
  });
});

test('a page without the parameter that the template takes the bibliography from', async () => {
  const files = {
    'hugo.toml': '',
    'layouts/shortcodes/cite.html':
      '{{ range where (getJSON .Page.Params.bibFile) "id" (.Get 0) }}{{ .title }}{{ end }}',
    'content/posts/a.md': page('', '{{< cite "knuth1997" >}}'),
  };
  const { findings } = await lintFiles(files, missingBibliography);
  expect(findings.map(({ message }) => message)).toEqual([
    'This page cites `knuth1997`, but neither it nor its site names a bibliography.',
  ]);
});

test('keys in one argument with blanks between', async () => {
  const files = {
    'hugo.toml': '',
    'layouts/shortcodes/cite.html':
      '{{ range split (.Get 0) " " }}{{ index (where site.Data.references "id" .) 0 }}{{ end }}',
    'data/references.json': items,
    'content/posts/a.md': page('', '{{< cite "knuth1997 lamport1978" >}}'),
  };
  const { findings } = await lintFiles(files, undefinedKey);
  expect(findings.map(({ message }) => message)).toEqual([
    'Cite key `lamport1978` is not defined in data/references.json.',
  ]);
});

test.each([
  [
    'sources',
    '{{ $key := .Get 0 }}{{ range .Page.Params.sources }}{{ if eq .key $key }}{{ .title }}{{ end }}{{ end }}',
  ],
  [
    'references',
    '{{ $key := .Get 0 }}{{ range $r := .Page.Params.references }}{{ if eq $r.key $key }}{{ $r.name }}{{ end }}{{ end }}',
  ],
  [
    'citations',
    '{{ $id := .Get 0 }}{{ range .Page.Params.citations }}{{ if eq (index . "key") $id }}{{ .url }}{{ end }}{{ end }}',
  ],
])('keys are looked up in the list `%s` of the page', async (name, template) => {
  const files = {
    'hugo.toml': '',
    'layouts/shortcodes/cite.html': template,
    'content/posts/a.md': page(
      `${name}:\n- key: iucn\n  title: Red List\n  name: Red List\n  url: https://www.iucnredlist.org\n`,
      '{{< cite "iucn" >}} {{< cite "iucm" >}}',
    ),
  };
  const { findings } = await lintFiles(files, [undefinedKey, missingBibliography]);
  expect(findings.map(({ message }) => message)).toEqual([
    'Cite key `iucm` is not defined in the front matter of this page; did you mean `iucn`?',
  ]);
});

test('a parameter names a file in a folder of data files', async () => {
  const files = {
    'hugo.toml': '',
    'layouts/shortcodes/cite.html':
      '{{ $src := index site.Data.bibliographies .Page.Params.bibliography }}{{ range where $src "id" (.Get 0) }}{{ .title }}{{ end }}',
    'data/bibliographies/sorting.json': items,
    'content/posts/a.md': page(
      'bibliography: sorting\n',
      '{{< cite "knuth1997" >}} {{< cite "knuth1998" >}}',
    ),
  };
  const { findings } = await lintFiles(files, [undefinedKey, missingBibliography]);
  expect(findings.map(({ message }) => message)).toEqual([
    'Cite key `knuth1998` is not defined in data/bibliographies/sorting.json; did you mean `knuth1997`?',
  ]);
});

describe('data/references/knuth84.yaml, one file for each key', () => {
  const cite =
    '{{ $k := .Get 0 }}{{ with index site.Data.references $k }}{{ .author }}{{ else }}{{ errorf "%s" $k }}{{ end }}';
  const lint = (files: Record<string, string>, template = cite) =>
    lintFiles(
      {
        'hugo.toml': '',
        'layouts/shortcodes/cite.html': template,
        'content/a.md': page('', '{{< cite "knuth84" >}} {{< cite "hoare62" >}}'),
        ...files,
      },
      undefinedKey,
    ).then(({ findings }) => findings.map(({ message }) => message));

  test.each<[string, string]>([
    ['yaml', 'title: The TeXbook\nauthor:\n  - family: Knuth\n    given: Donald E.\n'],
    ['yml', 'id: knuth84\ntitle: The TeXbook\nyear: 1984\n'],
    ['toml', 'title = "The TeXbook"\nyear = 1984\n'],
    ['json', '{"id": "knuth84", "title": "The TeXbook", "author": [{"family": "Knuth"}], "type": "book"}\n'],
  ])('the names are the keys (%s)', async (extension, text) => {
    expect(await lint({ [`data/references/knuth84.${extension}`]: text })).toEqual([
      `Cite key \`hoare62\` is not defined in data/references/*.${extension}.`,
    ]);
  });

  test('nothing is said where another key stands inside, and where the template builds a name', async () => {
    expect(
      await lint({ 'data/references/texbook.yaml': 'id: knuth84\ntitle: The TeXbook\nyear: 1984\n' }),
    ).toEqual([]);
    const files = { 'data/references/r-knuth84.yaml': 'title: The TeXbook\nyear: 1984\n' };
    expect(await lint(files, cite.replace('.Get 0', 'printf "r-%s" (.Get 0)'))).toEqual([]);
  });
});
