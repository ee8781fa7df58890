import { describe, expect, test } from 'vitest';
import bibliographySyntax from '../../../rules/bibliography/bibliography-syntax.ts';
import invalidKey from '../../../rules/bibliography/invalid-key.ts';
import undefinedKey from '../../../rules/citations/undefined-key.ts';
import unusedEntry from '../../../rules/citations/unused-entry.ts';
import invisibleCharacter from '../../../rules/references/invisible-character.ts';
import mixedScriptKey from '../../../rules/references/mixed-script-key.ts';
import { findingLines, lintFiles, summarizeFindings } from '../../support/lint-files.ts';
import { notebook } from '../../support/notebook.ts';

const book = (key: string) =>
  `@book{${key},\n  author = {Knuth, Donald E.},\n  title = {The Art of Computer Programming},\n  publisher = {Addison-Wesley},\n  year = {1997}\n}\n`;
const site = (page: string) => ({
  'myst.yml': 'version: 1\nproject:\n  bibliography: [refs.bib]\n',
  'refs.bib': book('knuth1997'),
  'a.md': page,
});
const lintPage = (page: string) => findingLines(site(page), undefinedKey);

test('a key of every citation is looked up', async () => {
  expect(await lintPage('a {cite:p}`knuth1997,hopper1952` b\n')).toEqual([
    'a.md:1:22 undefined "hopper1952"',
  ]);
});

test('book{knuth1997, without its @ is a comment, which matters where it is cited', async () => {
  const refs = `% book{hopper1952,\n${book('knuth1997').slice(1)}`;
  const files = { ...site('a {cite:p}`knuth1997` b {cite:p}`hopper1952` c\n'), 'refs.bib': refs };
  const found = await lintFiles(files, [undefinedKey, bibliographySyntax]);
  expect(summarizeFindings(found, files)).toEqual([
    'a.md:1:12 missing-at-sign "knuth1997"',
    'a.md:1:34 undefined "hopper1952"',
  ]);
  expect(found.findings[0]?.related).toEqual([
    { at: { path: 'refs.bib', region: { start: 19, end: 33 } }, message: 'the entry' },
  ]);
});

test('a DOI is resolved online by mystmd', async () => {
  expect(await lintPage('a [@10.1145/363235.363259] b\n')).toEqual([]);
});

test('@template-site-myst-book-theme-style: a label that a plugin of mystmd makes', async () => {
  expect(await lintPage('define the @template-site-myst-book-theme-style option\n')).toEqual([]);
});

test('a template of Hugo that takes the place in the list for a key', async () => {
  const template =
    '{{ $key := .Get 0 }}{{ range $i, $e := .Page.Params.references }}' +
    '{{ if or (eq (string (add $i 1)) (string $key)) (eq $e.id $key) }}[{{ $i }}]{{ end }}{{ end }}\n';
  const files = {
    'hugo.toml': '',
    'layouts/shortcodes/cite.html': template,
    'content/a.md':
      '---\ntitle: A\nreferences:\n  - id: knuth1997\n    title: The Art of Computer Programming\n---\n' +
      '{{< cite 1 >}} {{< cite hopper1952 >}}\n',
  };
  expect(await findingLines(files, undefinedKey)).toEqual(['content/a.md:7:25 undefined "hopper1952"']);
});

test('a template of Hugo that looks into a map in the front matter', async () => {
  const template =
    '{{ $id := .Get "id" }}{{ with index .Page.Params.references $id }}<a href="#{{ $id }}">{{ $.Get "text" | default $id }}</a>{{ end }}\n';
  const files = {
    'hugo.toml': '',
    'layouts/shortcodes/cite.html': template,
    'content/a.md':
      '---\ntitle: A\nreferences:\n  knuth1997:\n    text: Knuth, The Art of Computer Programming\n---\n' +
      '{{< cite id="knuth1997" text="Knuth, 1997" >}} {{< cite id="hopper1952" text="Hopper, 1952" >}}\n',
  };
  expect(await findingLines(files, undefinedKey)).toEqual(['content/a.md:7:61 undefined "hopper1952"']);
});

test.each([
  ['{{ else }}<code>{{ .Get 0 }}</code>', 'api', 0],
  ['{{ else if .Get 1 }}{{ .Get 1 }}{{ else }}{{ .Get 0 }}', 'api', 0],
  ['{{ else }}[{{ .Get 0 }}?]', 'api', 1],
  ['{{ else }}{{ warnf "no entry %s" (.Get 0) }}{{ .Get 0 }}', 'api', 1],
  ['', 'api', 1],
  // What is named after citing has lost its entry, whatever it prints.
  ['{{ else }}[{{ .Get 0 }}]', 'cite', 1],
])('a template of Hugo that looks its argument up, with %s, as %s', async (otherwise, name, count) => {
  const files = {
    'hugo.toml': '',
    [`layouts/shortcodes/${name}.html`]: `{{ with index site.Data.references (.Get 0) }}<a href="{{ .url }}">{{ .title }}</a>${otherwise}{{ end }}\n`,
    'data/references.yaml': 'Heap.pop:\n  title: Binary heaps\n  author: Williams\n',
    'content/a.md': `---\ntitle: A\n---\n{{< ${name} "Foo.baz" >}} {{< ${name} "Heap.pop" >}}\n`,
  };
  expect((await lintFiles(files, undefinedKey)).findings).toHaveLength(count);
});

test('{{ with $entry }}, {{ if not $entry }}: a template of Hugo that keeps what it found', async () => {
  for (const template of [
    '{{ $e := index site.Data.references (.Get 0) }}{{ with $e }}{{ .title }}{{ else }}{{ $.Get 0 }}{{ end }}',
    '{{ $e := index site.Data.references (.Get 0) }}{{ if not $e }}{{ .Get 0 }}{{ else }}{{ $e.title }}{{ end }}',
  ]) {
    const files = {
      'hugo.toml': '',
      'layouts/shortcodes/api.html': template,
      'data/references.yaml': 'Heap.pop:\n  title: Binary heaps\n  author: Williams\n',
      'content/a.md':
        '---\ntitle: A\n---\n{{< api "Foo.baz" >}} {{< api "Heap.pop" >}} {{< api "Heap.popp" >}}\n',
    };
    expect(await findingLines(files, undefinedKey)).toEqual(['content/a.md:4:55 misspelt "Heap.popp"']);
  }
});

test('a bibliography that is named without its extension is told with it, where it is', async () => {
  const hugo = {
    'hugo.toml': '',
    'layouts/shortcodes/cite.html': '{{ (index site.Data.works (.Get 0)).title }}\n',
    'data/works.yaml': 'knuth1997:\n  title: The Art of Computer Programming\n',
    'content/a.md': '---\ntitle: A\n---\n{{< cite hopper1952 >}}\n',
  };
  const jekyll = {
    '_config.yml': 'plugins: [jekyll-scholar]\nscholar:\n  bibliography: works\n',
    '_bibliography/works.bib': book('knuth1997'),
    'a.md': '---\ntitle: A\n---\n{% cite hopper1952 %}\n{% bibliography --file works %}\n',
  };
  for (const [files, where] of [
    [hugo, 'data/works.yaml'],
    [jekyll, 'works.bib'],
  ] as const) {
    const { findings } = await lintFiles(files, undefinedKey);
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringContaining(` not defined in ${where}.`),
    ]);
  }
});

test('{% nocite hopper1952 %} prints nothing, defined or not', async () => {
  const files = {
    '_config.yml': 'plugins: [jekyll-scholar]\n',
    '_bibliography/references.bib': book('knuth1997'),
    'a.md': '---\ntitle: A\n---\n{% nocite hopper1952 %}{% cite lamport1978 %}\n{% bibliography --cited %}\n',
  };
  const { findings } = await lintFiles(files, undefinedKey);
  const where = 'is not defined in references.bib';
  expect(findings.map(({ message }) => message)).toEqual([
    `Cite key \`hopper1952\` ${where}. Jekyll lists nothing for it.`,
    `Cite key \`lamport1978\` ${where}. Jekyll prints (missing reference).`,
  ]);
});

test('{% cite hopper1952 %} on a page for Distill is a tag of jekyll-scholar', async () => {
  const files = {
    '_config.yml': 'plugins: [jekyll-scholar]\n',
    '_bibliography/references.bib': book('knuth1997'),
    'a.md': '---\nlayout: distill\n---\n<d-cite key="lamport1978"></d-cite> {% cite hopper1952 %}\n',
  };
  const { findings } = await lintFiles(files, undefinedKey);
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringContaining('`lamport1978` is not defined in references.bib. Distill prints [?].'),
    expect.stringContaining('jekyll-scholar prints (missing reference).'),
  ]);
});

test('{% cite hopper1952 %} in a comment of HTML: Jekyll runs it, and nobody sees what it prints', async () => {
  const lint = async (body: string) => {
    const files = {
      '_config.yml': 'plugins: [jekyll-scholar]\n',
      '_bibliography/references.bib': book('knuth1997'),
      'a.md': `---\ntitle: A\n---\n${body}\n`,
    };
    return findingLines(files, undefinedKey);
  };
  expect(await lint('<!-- x {% cite hopper1952 %}\n\n{% cite a %} -->')).toEqual([]);
  expect(await lint('<!-- x --> {% cite hopper1952 %} <!-- y -->')).toHaveLength(1);
  expect(await lint('<!-- x {% cite hopper1952 %}')).toHaveLength(1);
});

test('a field of the front matter whose keys a layout of Jekyll makes a query of', async () => {
  const layout = (rest: string) =>
    `{% assign keys = page.related_publications ${rest} | join: "|" %}{% bibliography -q @*[key^={{ keys }}]* %}\n`;
  const lint = async (value: string, rest = '| replace: ", ", "," | split: ","') => {
    const files = {
      '_config.yml': 'plugins: [jekyll-scholar]\n',
      '_bibliography/references.bib': book('knuth1997'),
      '_layouts/page.html': layout(rest),
      'a.md': `---\ntitle: A\nrelated_publications: ${value}\n---\nText.\n`,
    };
    return findingLines(files, undefinedKey);
  };
  expect(await lint('knuth1997, hopper1952')).toEqual(['a.md:3:34 undefined "hopper1952"']);
  expect(await lint('"hopper1952,knuth1997"')).toEqual(['a.md:3:24 undefined "hopper1952"']);
  // A part of a key finds it, too.
  expect(await lint('knuth19')).toEqual([]);
  expect(await lint('true')).toEqual([]);
  expect(await lint('hopper1952', '')).toEqual([]);
});

test('templates of one shortcode for several formats: that of the page counts', async () => {
  const files = {
    'hugo.toml': '',
    'layouts/shortcodes/cite.html': '{{ (index site.Data.references (.Get 0)).title }}\n',
    'layouts/shortcodes/cite.rss.xml': '[{{ .Get 0 }}]\n',
    'data/references.yaml': 'knuth1997:\n  title: The Art of Computer Programming\n',
    'content/a.md': '---\ntitle: A\n---\n{{< cite hopper1952 >}}\n',
  };
  expect((await lintFiles(files, undefinedKey)).findings).toHaveLength(1);
});

test('a data file of Hugo whose keys go by a name of their own', async () => {
  const files = (name: string) => ({
    'hugo.toml': '',
    'layouts/shortcodes/cite.html': `{{ range where site.Data.references "${name}" (.Get 0) }}{{ .title }}{{ end }}\n`,
    'data/references.yaml': `- ${name}: knuth1997\n  title: The Art of Computer Programming\n`,
    'content/a.md': '---\ntitle: A\n---\n{{< cite hopper1952 >}}\n',
  });
  expect((await lintFiles(files('slug'), undefinedKey)).findings).toEqual([]);
  expect((await lintFiles(files('id'), undefinedKey)).findings).toHaveLength(1);
});

test('`a b`: keys of Sphinx that nothing separates are no key that is not defined', async () => {
  const files = {
    'conf.py': 'extensions = ["myst_parser", "sphinxcontrib.bibtex"]\nbibtex_bibfiles = ["refs.bib"]\n',
    'refs.bib': book('knuth1997'),
    'a.md': 'a {cite}`knuth1997 hopper1952` {cite}`knuth1997;hopper1952` {cite}`hopper1952`\n',
  };
  expect(await findingLines(files, undefinedKey)).toEqual(['a.md:1:68 undefined "hopper1952"']);
});

test('the parts of a MyST page that its front matter holds', async () => {
  const front = [
    'title: On [@hopper1952]',
    'abstract: |',
    '  After [@hoare1962] and {cite:t}`knuth1997`.',
    'data_availability: "See [@shannon1948]."',
    'parts:',
    '  thanks: To @ada, [@lovelace1843].',
  ].join('\n');
  expect(await lintPage(`---\n${front}\n---\n\n# A\n`)).toEqual([
    'a.md:4:11 undefined "hoare1962"',
    'a.md:5:27 undefined "shannon1948"',
    'a.md:7:22 undefined "lovelace1843"',
  ]);
});

test('abstract: An updated version of @hopper1952', async () => {
  const front = (field: string) => `---\ntitle: A\n${field}\nbibliography: refs.bib\n---\nKnown.\n`;
  const lint = (field: string) =>
    findingLines({ 'refs.bib': book('knuth1997'), 'paper.md': front(field) }, undefinedKey);
  expect(await lint('abstract: An updated version of @hopper1952.')).toEqual([
    'paper.md:3:34 undefined "hopper1952"',
  ]);
  expect(await lint('author: Grace Hopper, @hopper1952')).toEqual([]);
});

test('abstract: As in [@hopper1952], where @ada is a handle', async () => {
  const files = {
    'paper.md':
      '---\nabstract: |\n  As in [@hopper1952], says @ada.\nbibliography: paper.bib\n---\n\nText.\n',
    'paper.bib': book('knuth1997'),
  };
  expect(await findingLines(files, undefinedKey)).toEqual(['paper.md:3:11 undefined "hopper1952"']);
});

test('[see @fig:clock]: a label that a notebook defines, or what nobody reads may define', async () => {
  const files = site('a [see @fig:clock] and [@hopper1952] b\n');
  const found = async (all: Record<string, string>) =>
    (await lintFiles(all, undefinedKey)).findings.map(({ message }) => message.split('`')[1]);
  expect(await found(files)).toEqual(['fig:clock', 'hopper1952']);
  expect(await found({ ...files, 'nb/clock.ipynb': '{}' })).toEqual(['fig:clock', 'hopper1952']);
  const clock = notebook([['code', '#| label: fig:clock\nplot()']]);
  expect(await found({ ...files, 'nb/clock.ipynb': clock })).toEqual(['hopper1952']);
  expect(await found({ ...files, 'parts/clock.tex': '' })).toEqual(['hopper1952']);
});

test('[@types/node]: a package in brackets', async () => {
  expect(await lintPage('a [@types/node] and [@babel/core, @babel/cli] and [@hopper/1952] b\n')).toEqual([
    'a.md:1:53 undefined "hopper/1952"',
  ]);
});

test('silent where a bibliography is missing or written by the build', async () => {
  const files = {
    ...site('a {cite:p}`hopper1952`\n'),
    'myst.yml': 'project:\n  bibliography: [refs.bib, made.bib]\n',
  };
  expect((await lintFiles(files, undefinedKey)).findings).toEqual([]);
});

test('[@next], [@llast]: the examples that pandoc-ling numbers', async () => {
  const text = '\n[@next] and [@llast b], @lastlast, [@ex2]; [@hopper1952].\n\n:::ex\nAn example.\n:::\n';
  const ofPage = {
    'a.md': `---\nbibliography: refs.bib\nfilters: [pandoc-ling.lua]\n---\n${text}`,
    'refs.bib': book('knuth1997'),
  };
  const ofBuild = {
    ...ofPage,
    'a.md': `---\nbibliography: refs.bib\n---\n${text}`,
    Makefile: 'pandoc --lua-filter=pandoc-ling.lua --citeproc a.md\n',
  };
  for (const files of [ofPage, ofBuild])
    expect(await findingLines(files, undefinedKey)).toEqual([
      expect.stringContaining('undefined "hopper1952"'),
    ]);
  const without = { ...ofBuild, Makefile: 'pandoc --citeproc a.md\n' };
  expect(await findingLines(without, undefinedKey)).toHaveLength(5);
});

test('@ggplot2: what grateful will write into the bibliography that it left at the last build', async () => {
  const files = {
    'a.Rmd':
      '---\nbibliography: grateful-refs.bib\noutput: html_document\n---\n\n```{r}\nlibrary(ggplot2)\nscales::percent(1)\n' +
      'grateful::get_pkgs_info(out.dir = ".")\n```\n\n[@base; @ggplot2; @scales; @lme42015; @hopper1952]\n',
    'model.R': 'library("lme4")\n',
    'grateful-refs.bib': '@Manual{base, title = {R}}\n',
  };
  expect(await findingLines(files, undefinedKey)).toEqual([
    expect.stringContaining('undefined "hopper1952"'),
  ]);
});

test("rmarkdown2020: a package's own citation, which knitr::write_bib() writes beside R-rmarkdown", async () => {
  const files = {
    '_bookdown.yml': 'book_filename: notes\n',
    'index.Rmd':
      '---\nbibliography: [refs.bib, packages.bib]\n---\n\n[@R-rmarkdown; @rmarkdown2020; @hopper1952; @knuth1998]\n',
    'refs.bib': book('knuth1997'),
    'references.Rmd': "```{r}\nknitr::write_bib(c(.packages(), 'rmarkdown'), 'packages.bib')\n```\n",
  };
  const expected = ['index.Rmd:5:33 undefined "hopper1952"', 'index.Rmd:5:46 misspelt "knuth1998"'];
  expect(await findingLines(files, undefinedKey)).toEqual(expected);
  const asLastBuilt = { ...files, 'packages.bib': '@Manual{R-base, title = {R}}\n' };
  expect(summarizeFindings(await lintFiles(asLastBuilt, undefinedKey), files)).toEqual(expected);
});

test.each<[string, Record<string, string>, string[]]>([
  ['a filter in the build', { Makefile: 'pandoc --filter pandoc-manubot-cite --citeproc a.md\n' }, []],
  ['a filter among the files', { 'filters/doi2cite.lua': '-- asks Crossref\n' }, []],
  ['no filter', {}, ['a.md:5:7 undefined "doi:10.1145/356635.356640"']],
])('[@doi:10.1145/356635.356640] of Pandoc with %s', async (_, more, expected) => {
  const files = {
    'a.md':
      '---\nbibliography: refs.bib\n---\n\nSee [@doi:10.1145/356635.356640; @knuth1997] and @{https://doi.org/10.1145/1}.\n',
    'refs.bib': book('knuth1997'),
    ...more,
  };
  const found = await findingLines(files, undefinedKey);
  expect(found.slice(0, 1)).toEqual(expected);
});

test.each([
  ['url:https://www.w3.org/'],
  ['wikidata:Q56458321'],
  ['shortdoi:10/b6vnmd'],
  ['clinicaltrials:NCT04292899'],
])("[@%s] of Pandoc, which Manubot's filter looks up", async (key) => {
  const files = {
    'a.md': `---\nbibliography: refs.bib\n---\n\nSee [@${key}; @knuth1997].\n`,
    'refs.bib': book('knuth1997'),
  };
  const Makefile = 'pandoc --filter pandoc-manubot-cite --citeproc a.md\n';
  expect(await findingLines({ ...files, Makefile }, undefinedKey)).toEqual([]);
  expect(await findingLines(files, undefinedKey)).toHaveLength(1);
});

test.each<[string, string, Record<string, string>, string[]]>([
  ['a filter in the build', '', { Makefile: 'pandoc --filter pandoc-url2cite --citeproc a.md\n' }, []],
  ['a filter that the page sets up', 'url2cite: citation-only\n', {}, []],
  ['no filter', '', {}, ['a.md:5:7 undefined "church1936"', 'a.md:7:3 undefined "church1936"']],
])('[@church1936]: https://doi.org/10.2307/2371045 with %s', async (_, field, more, expected) => {
  const files = {
    'a.md': `---\nbibliography: refs.bib\n${field}---\n\nSee [@church1936; @knuth1997].\n\n[@church1936]: https://doi.org/10.2307/2371045\n[@turing36]: https://doi.org/10.1112/plms/s2-42.1.230\n`,
    'refs.bib': book('knuth1997') + book('turing36'),
    ...more,
  };
  expect(await findingLines(files, undefinedKey)).toEqual(expected);
});

test('Follow @me: a handle where no bibliography is declared', async () => {
  const files = {
    '_quarto.yml': 'project:\n  type: website\n',
    'about.qmd': 'Follow @me, and see @knuth1998 or [@hopper1952].\n',
    'refs.bib': book('knuth1997'),
  };
  expect(await findingLines(files, undefinedKey)).toEqual([
    'about.qmd:1:22 misspelt "knuth1998"',
    'about.qmd:1:37 undefined "hopper1952"',
  ]);
  const declared = { ...files, '_quarto.yml': 'bibliography: refs.bib\n' };
  expect((await lintFiles(declared, undefinedKey)).findings).toHaveLength(3);
});

test('Manubot: a bare @name may be a handle, a key in brackets is none', async () => {
  const files = {
    'content/metadata.yaml': 'title: Sorting\n',
    'content/manual-references.json': '[{"id": "knuth1997", "type": "book"}]\n',
    'content/01.text.md':
      'Ask @knuth about [@knuth1997; @hopper1952], [@doi:10.1145/363235.363259] and [@tag:flow].\n\n[@tag:flow]: doi:10.1145/356635.356640\n',
  };
  expect(await findingLines(files, undefinedKey)).toEqual(['content/01.text.md:1:32 undefined "hopper1952"']);
});

test('Manubot: [@uses_data_from:doi:10.5281/zenodo.1] says why it cites what is looked up', async () => {
  const files = {
    'content/metadata.yaml': 'title: Sorting\n',
    'content/manual-references.json': '[{"id": "knuth1997", "type": "book"}]\n',
    'content/01.text.md':
      'See [@uses_data_from:doi:10.5281/zenodo.1; @cites_as_authority:knuth1997; @uses_data_from:raw:hopper1952].\n',
  };
  expect(await findingLines(files, undefinedKey)).toEqual([
    'content/01.text.md:1:76 undefined "uses_data_from:raw:hopper1952"',
  ]);
});

test('Manubot: a tag of citation-tags.tsv', async () => {
  const files = {
    'content/metadata.yaml': 'title: Sorting\n',
    'content/manual-references.json': '[{"id": "knuth1997", "type": "book"}]\n',
    'content/citation-tags.tsv': 'tag\tcitation\nflow\tdoi:10.1145/356635.356640\n',
    'content/01.text.md':
      '[@tag:gap]: doi:10.1145/363235.363259\n\nSee [@tag:flow; @tag:gap; @tag:flwo; @tag:lost].\n',
  };
  const result = await lintFiles(files, undefinedKey);
  expect(summarizeFindings(result, files)).toEqual([
    'content/01.text.md:3:28 misspelt "tag:flwo"',
    'content/01.text.md:3:39 undefined "tag:lost"',
  ]);
  expect(result.findings[1]?.message).toBe(
    'Cite key `tag:lost` is not defined in the text of this site, as `[@tag:lost]: doi:…` would. Manubot prints (tag:lost?).',
  );
  const { 'content/citation-tags.tsv': _, ...without } = files;
  expect((await lintFiles(without, undefinedKey)).findings).toHaveLength(3);
});

test('Manubot: an alias that any page defines, with and without `tag:`', async () => {
  const files = {
    'content/metadata.yaml': 'title: Sorting\n',
    'content/manual-references.json': '[{"id": "knuth1997", "type": "book"}]\n',
    'content/01.text.md': 'See [@flow; @tag:gap; @tag:lost; @knuth1997].\n',
    'content/90.aliases.md': '[@flow]: doi:10.1145/356635.356640\n[@tag:gap]: doi:10.1145/363235.363259\n',
  };
  expect(await findingLines(files, undefinedKey)).toEqual(['content/01.text.md:1:24 undefined "tag:lost"']);
  const { 'content/90.aliases.md': _, ...without } = files;
  expect(summarizeFindings(await lintFiles(without, undefinedKey), files)).toEqual([
    'content/01.text.md:1:7 undefined "flow"',
  ]);
});

test('Quarto: what some page labels may be a cross-reference of an extension', async () => {
  const files = {
    '_quarto.yml': 'bibliography: refs.bib\n',
    'a.qmd':
      'See @algo-quicksort, [-@box-one; @knuth1997], @box-two.\n\n' +
      '```pseudocode\n#| label: algo-quicksort\n\\begin{algorithm}\n```\n',
    'b.qmd': '::: {.box #box-one}\nText.\n:::\n',
    'refs.bib': book('knuth1997'),
  };
  expect(await findingLines(files, undefinedKey)).toEqual(['a.qmd:1:48 undefined "box-two"']);
});

test('[@citesAsAuthority:knuth1997]: a key that says why it is cited', async () => {
  const text =
    '[@citesAsAuthority:knuth1997; @uses_method_in:agrees_with:knuth1997] @extends:knuth1997 @extends:hoare1962\n' +
    '[@data:1962] [@fig:knuth1997] [@CitesAs:knuth1997]\n';
  const files = {
    'paper.md': `---\nbibliography: paper.bib\n---\n\n${text}`,
    'paper.bib': book('knuth1997') + book('data:1962') + book('1962'),
  };
  expect(await findingLines(files, undefinedKey)).toEqual([
    'paper.md:5:90 undefined "extends:hoare1962"',
    'paper.md:6:33 undefined "CitesAs:knuth1997"',
  ]);
  expect(await findingLines(files, unusedEntry)).toEqual(['paper.bib:13:7 unused "1962"']);
});

test('the option allow', async () => {
  const result = await lintFiles(site('a {cite:p}`hopper1952`\n'), undefinedKey, { allow: ['hopper1952'] });
  expect(result.findings).toEqual([]);
});

test('keys named like properties of objects', async () => {
  expect(await lintPage('a {cite:p}`constructor` and {cite:p}`__proto__`\n')).toHaveLength(2);
});

test.each([
  ["[@O'Neil2016, p. 3]", 'O', "'", "O'Neil2016"],
  ["[see @O'Brien2010]", 'O', "'", "O'Brien2010"],
  ["as @d'Alembert1743 says", 'd', "'", "d'Alembert1743"],
  ['[@a--b]', 'a', '-', 'a--b'],
  ['[@WHO(2010)]', 'WHO', '(', 'WHO(2010)'],
  ['as @O says', 'O', undefined, undefined],
  ['[@O, p. 2016]', 'O', undefined, undefined],
  ['[@x, p. 3]', 'x', undefined, undefined],
])('%s, where the key ends at a mark', async (text, key, mark, whole) => {
  const keys = ["O'Neil2016", "O'Brien2010", "d'Alembert1743", 'a--b', 'WHO(2010)', 'x.y'];
  const files = {
    'a.md': `---\nbibliography: refs.bib\n---\n\n${text}\n`,
    'refs.bib': keys.map((each) => book(each)).join(''),
  };
  const { findings } = await lintFiles(files, undefinedKey);
  const known = mark === undefined ? '' : `: it ends at \`${mark}\`, and \`@{${whole}}\` keeps it together`;
  expect(findings.map(({ message }) => message)).toEqual([
    `Cite key \`${key}\` is not defined in refs.bib${known}. Pandoc prints (${key}?).`,
  ]);
});

test.each([
  ['an @knuth1997-like book', 'knuth1997-like', 'knuth1997'],
  ['as in @knuth1997.Then more', 'knuth1997.Then', 'knuth1997'],
  ['[see @müller:2009/x, p. 3] and @müller:2009/sorting', 'müller:2009/sorting', 'müller:2009'],
  ['a letter makes another key: @knuth1997-b', 'knuth1997-b', undefined],
  ['and so does @knuth1997abc', 'knuth1997abc', undefined],
  ['of nobody: @hopper1952-like', 'hopper1952-like', undefined],
])('%s, where a word behind the key is taken for more of it', async (text, key, known) => {
  const files = {
    'a.md': `---\nbibliography: refs.bib\n---\n\n${text}\n`,
    'refs.bib': book('knuth1997') + book('müller:2009'),
  };
  const { findings } = await lintFiles(files, undefinedKey);
  const overrun = `: it goes on behind \`${known}\`, which \`@{${known}}\` cites alone`;
  const [message] = findings.map((finding) => finding.message).slice(-1);
  expect(message).toContain(
    `Cite key \`${key}\` is not defined in refs.bib${known === undefined ? '' : overrun}`,
  );
  if (known === undefined) expect(message).not.toContain('goes on');
});

test.each([
  ['pandoc', '[@kn\u200buth1997]', 'kn', 'a zero-width space (U+200B)'],
  ['pandoc', '[see @knu\u00adth1997, p. 3]', 'knu', 'a soft hyphen (U+00AD)'],
  ['myst', '[@knuth19\u041e7; @knuth1997]', 'knuth19', undefined],
  ['myst', '[@kn\u0443th1997]', 'kn', undefined],
  ['myst', '[@knuth_\u0430rt]', 'knuth_', 'a Cyrillic `а` (U+0430)'],
])('%s: %j, whose key ends at what only looks like a part of it', async (dialect, text, key, character) => {
  const page = dialect === 'myst' ? `${text}\n` : `---\nbibliography: refs.bib\n---\n\n${text}\n`;
  const files = { 'a.md': page, 'refs.bib': book('knuth1997') + book('knuth_art') };
  const config = { 'myst.yml': 'version: 1\nproject:\n  bibliography: [refs.bib]\n' };
  const { findings } = await lintFiles(dialect === 'myst' ? { ...files, ...config } : files, undefinedKey);
  const [finding] = findings;
  expect(finding?.message).toContain(`Cite key \`${key}\` is not defined in refs.bib`);
  if (character === undefined) {
    expect(finding?.messageId).not.toBe('parted');
    return;
  }
  const whole = text.includes('rt]') ? 'knuth_art' : 'knuth1997';
  expect(finding?.message).toContain(`${character} parts it from the rest of \`${whole}\`.`);
  const [edit] = finding?.fixes[0]?.edits ?? [];
  expect(page.slice(0, edit?.region.start) + edit?.text + page.slice(edit?.region.end)).toBe(
    page.replace(/[\u200b\u00ad]/, '').replace('\u0430', 'a'),
  );
});

test('@book{, beside it: no key goes on behind one that is empty', async () => {
  const files = {
    'a.md': '---\nbibliography: refs.bib\n---\n\nSee [@knuth1997].\n',
    'refs.bib': book('knuth1998') + book(''),
  };
  const { findings } = await lintFiles(files, undefinedKey);
  expect(findings.map(({ message }) => message)).toEqual([
    expect.stringContaining('did you mean `knuth1998`?'),
  ]);
});

test('an alias in ids is defined', async () => {
  const files = {
    ...site('a {cite:p}`taocp`\n'),
    'refs.bib': book('knuth1997').replace('year', 'ids = {taocp},\n  year'),
  };
  expect((await lintFiles(files, undefinedKey)).findings).toEqual([]);
});

test('an alias in other-ids of CSL is defined', async () => {
  const files = {
    'sorting.md': '---\nbibliography: [a.yaml, b.json]\n---\n\nSee [@taocp; @art; @sorting; @taocp3].\n',
    'a.yaml': 'references:\n- id: knuth1997\n  other-ids: [taocp, art]\n  type: book\n',
    'b.json': '[{"id": "knuth1998", "type": "book", "other-ids": "sorting"}]\n',
  };
  const { findings } = await lintFiles(files, undefinedKey);
  expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining('`taocp3`')]);
});

test('a citation that brings its reference along', async () => {
  const files = {
    'hugo.toml': '',
    'references.bib': book('knuth1997'),
    'content/a.md':
      '---\ntitle: A\n---\n{{< cite "knuth1997" >}} {{< cite "hoare1962" "Hoare, C. A. R. (1962). Quicksort. *The Computer Journal*, *5*(1), 10–16." >}} {{< cite "hopper1952" >}}\n',
  };
  expect(await findingLines(files, undefinedKey)).toEqual(['content/a.md:4:137 undefined "hopper1952"']);
});

test('a key in curly quotes is said to be quoted wrongly, and only that', async () => {
  const files = {
    'hugo.toml': '[params]\nbibFile = "refs.json"\n',
    'refs.json': '[{"id": "knuth1997", "type": "book", "title": "The Art of Computer Programming"}]\n',
    'content/a.md': '---\ntitle: A\n---\nSorted{{< cite key=“knuth1997” >}}.\n',
  };
  expect((await lintFiles(files, undefinedKey)).findings).toEqual([]);
});

describe('an entry of a data file that is broken is there all the same', () => {
  const entry = (title: string) => `  title: ${title}\n  type: book\n`;
  test.each([
    ['json', '{\n"a": {"title": "A"},\n"b": {"title": "B" "type": "book"},\n"c": {"title": "C"}\n}\n'],
    ['json', '{\n"a": {"title": "A"},\nb: {"title": "B"},\n"c": {"title": "C"}\n}\n'],
    ['yaml', `a:\n${entry('A')}b:\n${entry('"B')}c:\n${entry('C')}`],
    ['yaml', `a:\n${entry('A')}"b":  \n${entry('B: a subtitle')}c:\n${entry('C')}`],
    ['yaml', `a:\r\n  title: A\r\nb:\r\n\ttitle: B\r\nc:\r\n  title: C\r\n`],
    ['yaml', `- id: a\n${entry('A')}- id: b\n${entry('"B')}- id: c\n${entry('C')}`],
    ['toml', '[a]\ntitle = "A"\n[b]\ntitle = "B\n[c]\ntitle = "C"\n'],
    ['toml', '[a]\ntitle = "A"\n[b\ntitle = "B"\n["c"]\ntitle = "C"\n'],
    ['toml', 'a = {title = "A"}\nb = {title = "B",}\nc = {title = "C"}\n'],
  ])('%s %j', async (format, data) => {
    const files = {
      'hugo.toml': 'title = "Notes"\n',
      'layouts/shortcodes/cite.html': '{{ (index site.Data.refs (.Get 0)).title }}\n',
      [`data/refs.${format}`]: data,
      'content/p.md':
        '---\ntitle: P\n---\n{{< cite "a" >}}{{< cite "b" >}}{{< cite "c" >}}{{< cite "d" >}}\n',
    };
    const { findings } = await lintFiles(files, [undefinedKey, bibliographySyntax]);
    expect(findings.map(({ ruleId, at }) => `${at.path} ${ruleId}`)).toEqual([
      'content/p.md undefined-key',
      `data/refs.${format} bibliography-syntax`,
    ]);
    expect(findings[0]?.message).toContain('`d`');
  });
});

describe('MkDocs with the plugin macros', () => {
  const lintMkdocs = async (plugins: string) => {
    const files = {
      'mkdocs.yml': `site_name: Essays\n${plugins}`,
      'refs.bib': book('knuth1997'),
      'docs/a.md': 'See {{ quote("[@hopper1952]") }}, {# [@gap] #} {% if x %}[@knuth]{% endif %}.\n',
    };
    return (await findingLines(files, undefinedKey)).map((line) => line.split(' ').at(-1));
  };
  const bibtex = '  - bibtex:\n      bib_file: refs.bib\n';

  test('what stands in Jinja is no text', async () => {
    expect(await lintMkdocs(`plugins:\n  - macros\n${bibtex}`)).toEqual(['"knuth"']);
    expect(await lintMkdocs(`plugins:\n  - macros: # ours\n      module_name: m\n${bibtex}`)).toEqual([
      '"knuth"',
    ]);
  });

  test('without the plugin, or with delimiters of its own, braces are text', async () => {
    const all = ['"hopper1952"', '"gap"', '"knuth"'];
    expect(await lintMkdocs(`plugins:\n${bibtex}`)).toEqual(all);
    const own = '  - macros:\n      j2_variable_start_string: "[["\n';
    expect(await lintMkdocs(`plugins:\n${own}${bibtex}`)).toEqual(all);
  });
});

test('<span>@knuth1997</span>: to mystmd the tag is a part of the key', async () => {
  const files = {
    'myst.yml': 'version: 1\nproject: {}\n',
    'refs.bib': book('knuth1997'),
    'a.md':
      '<b>@knuth1997</b>, <b>@ada</b>, @knuth1997<br>, [@knuth1997<sup>]\n\n(@knuth1997) <i>a</i>@knuth1997<!-- -->\n',
  };
  const { findings } = await lintFiles(files, undefinedKey);
  expect(summarizeFindings({ findings }, files)).toEqual([
    'a.md:1:5 tagged "knuth1997</b"',
    'a.md:1:34 tagged "knuth1997<br"',
    'a.md:1:51 tagged "knuth1997<sup>"',
  ]);
  const edits = findings.map(({ fixes }) => fixes.map(({ edits }) => edits.map(({ text }) => text)));
  expect(edits).toEqual([[['{cite:t}`knuth1997`']], [['{cite:t}`knuth1997`']], []]);
});

test('@shannon48 in the text is no group, and [@shannon48] is one of its own', async () => {
  const files = {
    'astro.config.mjs':
      "import rehypeCitation from 'rehype-citation';\nexport default { rehypePlugins: [[rehypeCitation, { bibliography: 'refs.bib' }]] };\n",
    'refs.bib': book('knuth1997'),
    'src/a.md': 'As [@shannon48] and [@knuth1997; @hopper1952] say.\n\nSo does @knuth1979 [p. 3].\n',
  };
  const { findings } = await lintFiles(files, undefinedKey);
  const prints = (what: string) => expect.stringContaining(` rehype-citation prints ${what} as it stands.`);
  expect(findings.map(({ message }) => message)).toEqual([
    prints('the citation'),
    prints('the whole group'),
    prints('the citation'),
  ]);
});

test('<Cite id="krebs-2023" />: a component of the site, which has data of its own', async () => {
  const files = {
    'astro.config.mjs':
      "import rehypeCitation from 'rehype-citation';\nexport default { rehypePlugins: [[rehypeCitation, { bibliography: 'refs.bib' }]] };\n",
    'refs.bib': book('knuth1997'),
    'src/a.mdx':
      '<Cite id="krebs-2023" /> <Citation id="1" index={1} /> <Cite id="knuth1979" /> [@hopper1952]\n',
  };
  expect(await findingLines(files, undefinedKey)).toEqual([
    'src/a.mdx:1:66 misspelt "knuth1979"',
    'src/a.mdx:1:82 undefined "hopper1952"',
  ]);
});

describe('[[@knuth97]], a link to a note of Obsidian', () => {
  const vault = (note: string, more = {}) => ({ 'library.bib': book('knuth1997'), 'a.md': note, ...more });
  const note = 'As [@knuth1997] says, [[@hopper1952]] and ![[@hopper1952#Compilers|Hopper, 1952]].\n';
  const undefinedIn = (files: Record<string, string>) => findingLines(files, undefinedKey);

  test.each([
    ['a note on a work stands among the pages', vault(note, { 'works/@hopper1952.md': 'A-0.\n' })],
    [
      'it stands in another folder of the vault',
      { 'library.bib': book('knuth1997'), 'ideas/a.md': note, 'works/@hopper1952.md': '[[@knuth1997]]\n' },
    ],
    ['the page has a link to another note', vault(`See [[Compilers]].\n\n${note}`)],
    [
      'Quartz prints the notes',
      {
        'quartz.config.ts': '  Plugin.Citations({ bibliographyFile: "refs.bib" }),\n',
        'refs.bib': book('knuth1997'),
        'content/a.md': `${note}\n%% not yet: [@hopper1955] %%\n`,
      },
    ],
  ])('where %s', async (_, files) => {
    expect(await undefinedIn(files)).toEqual([]);
  });

  test('Pandoc cites in it', async () => {
    expect(await undefinedIn(vault('[@knuth1997] and [[@hopper1952]], [[1]](#ref).\n'))).toEqual([
      'a.md:1:21 undefined "hopper1952"',
    ]);
  });
});

test('mkdocs-bibtex: a bare key that is nearly one of an entry, and no decorator', async () => {
  const page = 'As @knuth84 says, and @knut84, @knuth84: see, the @dataclass and @pytest.fixture.\n';
  const site = (options: string) => ({
    'mkdocs.yml': `site_name: N\nplugins:\n  - bibtex:\n      bib_file: refs.bib\n${options}`,
    'docs/a.md': page,
    'refs.bib': '@book{knuth84,\n  title = {A}\n}\n',
  });
  const files = site('');
  expect(await findingLines(files, undefinedKey)).toEqual([
    'docs/a.md:1:24 misspelt "knut84"',
    'docs/a.md:1:33 misspelt "knuth84:"',
  ]);
  for (const option of ['enable_inline_citations: false', 'cite_inline: true']) {
    const told = site(`      ${option}\n`);
    expect(await findingLines(told, undefinedKey), option).toEqual([]);
  }
});

describe('a garbled key is told once, where it is garbled', () => {
  const rules = [undefinedKey, invalidKey, invisibleCharacter, mixedScriptKey];
  const page = (key: string): string =>
    `---\ntitle: Notes\nbibliography: refs.bib\n---\nSorting [@${key}].\n`;
  const entry = (key: string): string =>
    `@article{${key},\n  author = {Hoare, C. A. R.},\n  title = {Quicksort},\n  journal = {The Computer Journal},\n  year = {1962}\n}\n`;

  test.each([
    ['a blank', 'hoare 1962', 'invalid-key'],
    ['a percent sign', 'hoare%1962', 'invalid-key'],
    ['quotes', '"hoare1962"', 'invalid-key'],
    ['a zero-width space', 'hoare\u200b1962', 'invisible-character'],
    ['a Cyrillic letter', 'h\u043eare1962', 'mixed-script-key'],
  ])('%s in the key of the entry', async (_name, key, ruleId) => {
    const { findings } = await lintFiles({ 'refs.bib': entry(key), 'paper.md': page('hoare1962') }, rules);
    expect(findings.map((finding) => [finding.ruleId, finding.at.path])).toEqual([[ruleId, 'refs.bib']]);
  });

  test.each([
    ['a Cyrillic letter', 'h\u043eare1962', 'mixed-script-key'],
    ['a soft hyphen', 'hoare\u00ad1962', 'invisible-character'],
  ])('%s in the citation', async (_name, key, ruleId) => {
    const files = {
      'myst.yml': 'version: 1\nproject:\n  bibliography: [refs.bib]\n',
      'refs.bib': entry('hoare1962'),
      'sorting.md': `Sorting {cite:p}\`${key}\`.\n`,
    };
    const { findings } = await lintFiles(files, rules);
    expect(findings.map((finding) => [finding.ruleId, finding.at.path])).toEqual([[ruleId, 'sorting.md']]);
  });

  test('a key that Pandoc takes in braces alone is named, and not put where it would be cut', async () => {
    const files = { 'refs.bib': entry("ho'are1962"), 'paper.md': page('hoare1962') };
    const { findings } = await lintFiles(files, undefinedKey);
    expect(findings).toMatchObject([{ messageId: 'misspelt', fixes: [] }]);
    expect(findings[0]!.message).toContain("did you mean `ho'are1962`?");
  });
});

describe('{{< cite page="/publication/knuth-1997" >}} of Hugo Blox, which cites a page', () => {
  const publication = '---\ntitle: Sorting and searching\ndate: 1997-01-01\n---\n';
  const lint = (body: string, more: Record<string, string> = {}) =>
    lintFiles(
      {
        'config/_default/hugo.yaml': 'title: Lab\n',
        'content/publication/Knuth-1997/index.md': publication,
        'content/publication/hoare-1962.md': publication,
        'content/post/a/index.md': `---\ntitle: A\ndate: 2020-01-01\n---\n${body}\n`,
        ...more,
      },
      undefinedKey,
    );

  test.each([
    '{{< cite page="/publication/knuth-1997" view="4" >}}',
    '{{% cite page="publication/Hoare-1962/" %}}',
    '{{< cite page="/talk/knuth-1997" >}}',
    '{{< cite key="knuth1997" page="12/13" >}}',
    '{{< cite page="12" >}}{{< cite page="https://example.org/a/b" >}}',
    '<!-- {{< cite page="/publication/turing-1936" >}} -->',
    '{{</* cite page="/publication/turing-1936" */>}}',
  ])('%s', async (body) => {
    expect((await lint(body)).findings).toEqual([]);
  });

  test('pages that are not there', async () => {
    const { findings } = await lint(
      '{{< cite page="/publication/turing-1936" view="4" >}} [^a]\n\n[^a]: {{< cite page="/publication/knuth-97" >}}',
    );
    expect(findings.map(({ message }) => message)).toEqual([
      'There is no page `/publication/turing-1936`, so this shortcode prints nothing.',
      'There is no page `/publication/knuth-97`; did you mean `/publication/Knuth-1997`? This shortcode prints nothing.',
    ]);
  });

  test('content of a language, and a template of the site with a mind of its own', async () => {
    const body = '{{< cite page="/publication/turing-1936" >}}';
    const inEnglish = { 'content/en/publication/turing-1936/index.en.md': publication };
    expect((await lint(body, inEnglish)).findings).toEqual([]);
    const template = { 'layouts/shortcodes/cite.html': '<a href="{{ .Get "page" }}">*</a>\n' };
    expect((await lint(body, template)).findings).toEqual([]);
  });
});
