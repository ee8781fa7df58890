import { describe, expect, test } from 'vitest';
import missingBibliography from '../../../rules/citations/missing-bibliography.ts';
import undefinedKey from '../../../rules/citations/undefined-key.ts';
import { findingLines, lintFiles, summarizeFindings } from '../../support/lint-files.ts';

const book = (key: string) =>
  `@book{${key},\n  author = {Knuth, Donald E.},\n  title = {The Art of Computer Programming},\n  publisher = {Addison-Wesley},\n  year = {1997}\n}\n`;
const site = (page: string) => ({
  'myst.yml': 'version: 1\nproject:\n  bibliography: [refs.bib]\n',
  'refs.bib': book('knuth1997'),
  'a.md': page,
});
const lintPage = (page: string) => findingLines(site(page), missingBibliography);

test('a bare @word may be a handle', async () => {
  const files = { 'paper.md': 'Thanks to @ada for all the notes.\n' };
  expect((await lintFiles(files, missingBibliography, {}, { targets: ['paper.md'] })).findings).toEqual([]);
});

test('minutes that name persons in brackets, in a page that nothing else makes one of Pandoc', async () => {
  const minutes = 'The notes are on the wiki [@adalovelace] [@c-babbage] [@ada0].\n';
  expect(await findingLines({ 'minutes.md': minutes }, missingBibliography)).toEqual([]);
  const page = `---\ntitle: Engines\n---\n\n${minutes}`;
  expect(await findingLines({ 'page.md': page }, missingBibliography)).toHaveLength(1);
  const cites = `${minutes}\nSee [@lovelace1843].\n`;
  expect(await findingLines({ 'minutes.md': cites }, missingBibliography)).toEqual([
    'minutes.md:3:7 missing "lovelace1843"',
  ]);
});

test('a bibliography that is named but not there is another rule', async () => {
  const files = { 'myst.yml': 'project:\n  bibliography: [gone.bib]\n', 'a.md': 'a {cite:p}`knuth1997`\n' };
  expect((await lintFiles(files, missingBibliography)).findings).toEqual([]);
});

test('a child of R Markdown, which has no front matter, cites what its page loads', async () => {
  const child = 'See [@knuth1997].\n';
  const files = { 'man/rmd/child.Rmd': child, 'man/rmd/page.Rmd': `---\ntitle: Notes\n---\n\n${child}` };
  const findings = await findingLines(files, missingBibliography);
  expect(findings).toEqual(['man/rmd/page.Rmd:5:7 missing "knuth1997"']);
});

test('the text of an article for Distill, which a page out of sight takes in', async () => {
  const cite = 'See <d-cite bibtex-key="knuth1997"></d-cite>.\n';
  const files = { 'src/article.mdx': cite, 'drafts/main.md': cite.replaceAll('d-cite', 'dt-cite') };
  expect(await findingLines(files, missingBibliography)).toEqual([]);
  const whole = { ...files, 'index.html': `<d-article><p>${cite}</p></d-article>\n` };
  expect(await findingLines(whole, missingBibliography)).toEqual(['index.html:1:39 missing "knuth1997"']);
});

describe('a page for Distill that names no bibliography, in a site with one for jekyll-scholar', () => {
  const cite = '<d-cite key="knuth1997"></d-cite>';
  const post = (front: string, body: string) => `---\ntitle: A\n${front}---\n\n${body}\n`;
  const element = (src: string) =>
    `<d-article>{{ content }}</d-article><d-bibliography src="${src}"></d-bibliography>\n`;
  const named = element("{{ page.bibliography | prepend: '/assets/bibliography/' | relative_url }}");
  const path = '_posts/2024-01-01-a.md';
  const lint = (page: string, layout: Record<string, string>) =>
    findingLines(
      {
        '_config.yml': 'scholar:\n  bibliography: papers.bib\n',
        '_bibliography/papers.bib': book('knuth1997'),
        ...layout,
        [path]: page,
      },
      [missingBibliography, undefinedKey],
    );

  test.each(['html', 'liquid'])('its layout, distill.%s, loads what the page names', async (extension) => {
    const layout = { [`_layouts/distill.${extension}`]: named };
    expect(await lint(post('layout: distill\n', `${cite} ${cite}`), layout)).toEqual([
      `${path}:6:14 unnamed-by-page "knuth1997"`,
    ]);
  });

  test.each<[string, string, Record<string, string>]>([
    ['a layout out of sight', post('layout: distill\n', cite), {}],
    ['another layout', post('layout: post\n', cite), { '_layouts/distill.html': named }],
    [
      'a layout with a file of its own',
      post('layout: distill\n', cite),
      { '_layouts/distill.html': element('/assets/papers.bib') },
    ],
    [
      'a layout with a file to fall back on',
      post('layout: distill\n', cite),
      { '_layouts/distill.html': element("{{ page.bibliography | default: 'papers.bib' }}") },
    ],
    [
      'a page that cites by tags as well',
      post('layout: distill\n', `${cite} {% cite knuth1997 %}`),
      { '_layouts/distill.html': named },
    ],
  ])('%s', async (_, page, layout) => {
    expect(await lint(page, layout)).toEqual([]);
  });
});

test('one report a page', async () => {
  const files = { 'myst.yml': 'version: 1\n', 'a.md': 'a {cite:p}`knuth1997` {cite:p}`hoare1962`\n' };
  expect((await lintFiles(files, missingBibliography)).findings).toHaveLength(1);
});

test('the page of a good site', async () => {
  expect(await lintPage('a {cite:p}`knuth1997`\n')).toEqual([]);
});

test('a damaged tag whose reference text is lost in the damage', async () => {
  const template = '{{ .Page.Scratch.SetInMap "references" (.Get 0) (.Get 1) }}<sup>[{{ .Get 0 }}]</sup>\n';
  const body =
    'a{{< cite "knuth1997" "Knuth, D. E. (1997). *The Art of Computer Programming*. Addison-Wesley. >}}\n';
  for (const layouts of [{}, { 'layouts/shortcodes/cite.html': template }]) {
    const files = {
      'hugo.toml': 'title = "Notes"\n',
      ...layouts,
      'content/a.md': `---\ntitle: A\n---\n${body}`,
    };
    expect((await lintFiles(files, missingBibliography)).findings).toEqual([]);
  }
});

test.each([
  ['the parameters of the page', { 'content/docs/a.md': 'params:\n  bibFile: refs.json\n' }],
  ['the section above', { 'content/docs/_index.md': '---\ntitle: B\ncascade:\n  bibFile: refs.json\n---\n' }],
  [
    'the section above in TOML',
    { 'content/_index.md': '+++\ntitle = "B"\n[[cascade]]\n[cascade.params]\nbibFile = "refs.json"\n+++\n' },
  ],
  ['a cascade of the site', { 'config/_default/hugo.yaml': 'cascade:\n  - bibFile: refs.json\n' }],
])('a Hugo page that gets its bibliography from %s', async (_where, { ...given }: Record<string, string>) => {
  const files = {
    'hugo.toml': '',
    'layouts/shortcodes/cite.html':
      '{{ range where (getJSON .Page.Params.bibFile) "id" (.Get 0) }}{{ .title }}{{ end }}\n',
    'refs.json': '[{ "id": "knuth84", "type": "book", "author": [{ "family": "Knuth" }] }]\n',
    ...given,
    'content/docs/a.md': `---\ntitle: A\n${given['content/docs/a.md'] ?? ''}---\nOld{{< cite "knuth84" >}}.\n`,
  };
  expect((await lintFiles(files, missingBibliography)).findings).toEqual([]);
});

test('a Hugo template that falls back on a parameter of the site', async () => {
  const files = {
    'hugo.toml': '[params.library]\nbib = "https://example.org/refs.json"\n',
    'layouts/shortcodes/cite.html':
      '{{ $file := .Page.Params.bibFile | default site.Params.library.bib }}{{ range where (getJSON $file) "id" (.Get 0) }}{{ .title }}{{ end }}\n',
    'content/a.md': '---\ntitle: A\n---\nOld{{< cite "knuth84" >}}.\n',
  };
  expect((await lintFiles(files, missingBibliography)).findings).toEqual([]);
});

test('a Hugo template that takes the bibliography from the page, and a page that names none', async () => {
  const files = {
    'hugo.toml': 'title = "Notes"\n',
    'layouts/shortcodes/cite.html':
      '{{ $works := getJSON .Page.Params.bibFile }}{{ range where $works "id" (.Get 0) }}{{ .title }}{{ end }}\n',
    'content/a.md': '---\ntitle: A\n---\nOld{{< cite "knuth84" >}}.\n',
  };
  const found = await lintFiles(files, missingBibliography);
  expect(summarizeFindings(found, files)).toEqual(['content/a.md:4:14 missing "knuth84"']);
});

test('[@types/node]: a package in brackets', async () => {
  const files = {
    'astro.config.mjs': "import rehypeCitation from 'rehype-citation';\n",
    'src/a.mdx': 'Install [@types/node] and [@babel/core, @babel/cli].\n',
  };
  expect((await lintFiles(files, missingBibliography)).findings).toEqual([]);
});

describe('rehype-citation, whose configuration names no bibliography', () => {
  const lintAstro = async (plugin: string, page: string) => {
    const files = {
      'astro.config.mjs': `import rehypeCitation from 'rehype-citation';\nexport default { markdown: { rehypePlugins: [${plugin}] } };\n`,
      'src/refs.bib': '@book{knuth84, title = {Literate Programming}}\n',
      'src/a.md': page,
    };
    return findingLines(files, [missingBibliography, undefinedKey]);
  };

  test('a key that has an entry', async () => {
    const expected = ['src/a.md:1:20 missing "knuth84"'];
    expect(await lintAstro('rehypeCitation', 'Ask [@jane], see [@knuth84].\n')).toEqual(expected);
    expect(await lintAstro("[rehypeCitation, { csl: 'apa' }]", 'Ask [@jane], see [@knuth84].\n')).toEqual(
      expected,
    );
  });

  test('a handle', async () => {
    expect(await lintAstro('rehypeCitation', 'Ask [@jane].\n')).toEqual([]);
  });

  test('options from elsewhere may name one', async () => {
    expect(await lintAstro('[rehypeCitation, options]', 'Ask [@jane], see [@knuth84].\n')).toEqual([]);
    expect(await lintAstro('[rehypeCitation, { ...options }]', 'Ask [@jane], see [@knuth84].\n')).toEqual([]);
  });

  test('a page that names one', async () => {
    const page = '---\nbibliography: src/refs.bib\n---\nAsk [@jane], see [@knuth84].\n';
    expect(await lintAstro('rehypeCitation', page)).toEqual(['src/a.md:4:7 undefined "jane"']);
  });
});
