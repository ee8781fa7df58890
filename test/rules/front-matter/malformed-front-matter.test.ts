import { beforeAll, describe, expect, test } from 'vitest';
import rule from '../../../rules/front-matter/malformed-front-matter.ts';
import { loadAllParsers } from '../../../src/scan/parsers.ts';
import { lintFiles, summarizeFindings } from '../../support/lint-files.ts';

beforeAll(loadAllParsers);

const SITES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  hugo: { 'hugo.toml': 'title = "Engines"\n' },
  jekyll: { '_config.yml': 'title: Engines\nplugins: [jekyll-scholar]\n' },
  astro: { 'astro.config.mjs': 'export default {}\n' },
  mkdocs: { 'mkdocs.yml': 'site_name: Engines\nplugins: [search]\n' },
  quarto: { '_quarto.yml': 'project:\n  type: website\n' },
  plain: {},
};

const PAGES: Readonly<Record<string, string>> = {
  hugo: 'content/posts/engine.md',
  jekyll: '_posts/2024-05-01-engine.md',
  astro: 'docs/engine.md',
  mkdocs: 'docs/engine.md',
  quarto: 'engine.qmd',
  plain: 'engine.md',
};

async function lint(site: string, text: string): Promise<string[]> {
  const files = { ...SITES[site], [PAGES[site]!]: text };
  const result = await lintFiles(files, rule);
  for (const { message } of result.findings) expect(message).not.toMatch(/\{\w+\}/);
  return summarizeFindings(result, files).map((line) => line.replace(`${PAGES[site]}:`, ''));
}

describe('one defect is one finding, in its place', () => {
  test.each([
    ['hugo', '---\ntitle: x\n...\ndate: 2024-05-01\n---\n', '4:1 fm-decode "date: 2024-05-01"'],
    ['jekyll', '---\ntitle: x\n: Notes\n---\n', '3:1 fm-decode ": Notes"'],
    ['hugo', '---\ntitle: x\n\nText.\n', '1:1 fm-unclosed "---"'],
    ['hugo', '+++\ntitle = "x"\n\nText.\n', '1:1 fm-unclosed "+++"'],
    ['hugo', '---\ntitle: x\n...\nText.\n', '1:1 fm-unclosed "---"'],
    ['hugo', '{\n"title": "x"\n\nText.\n', '1:1 fm-json-eof "{"'],
    ['hugo', '- item\n', '1:1 fm-bad-delimiter "-"'],
    ['hugo', 'title: x\ndate: 2024-05-01\n---\nText.\n', '1:1 fm-missing-opening-delimiter "title: x"'],
    ['hugo', '---\ntitle: x\nauthor: @ada\n---\n', '3:9 fm-decode "@"'],
    ['hugo', '+++\ntitle = x\n+++\n', '2:9 fm-decode "x"'],
    ['hugo', '{\n"title": "x",\n}\n', '3:1 fm-decode "}"'],
    ['hugo', '---\ntags: [a,,b]\n---\n', '2:10 fm-decode ","'],
    ['hugo', '---\ntags: [{a: 1}, {,}]\n---\n', '2:17 fm-decode ","'],
    ['hugo', '---\ntitle: x\n\t\ndate: 2024-05-01\n---\n', '3:1 fm-decode "\\t"'],
    ['hugo', '---\t\ntitle: x\n---\n', '1:4 fm-decode "\\t"'],
    ['hugo', '---\ntags:\n-\ta\n---\n', '3:2 fm-decode "\\t"'],
    ['hugo', '---\ntitle: On Numbers"\n---\n', '2:8 stray-front-matter-quote "On Numbers\\""'],
    ['hugo', '---\ntags: ["a", b", "c"]\n---\n', '2:13 stray-front-matter-quote "b\\""'],
    ['jekyll', '---\ntitle: x\n\t# late\n---\n', '3:1 fm-decode "\\t"'],
    ['hugo', '---\nsummary: |\n\tText.\n---\n', '3:1 fm-decode "\\t"'],
    ['hugo', '{{< cite "a" >}} first\n', '1:2 fm-decode "{"'],
    ['hugo', `---\na: ${'['.repeat(200)}\n---\n`, '2:1 front-matter-too-deep "a"'],
    ['hugo', `---\n${'a: 0123456789\n'.repeat(6000)}---\n`, '1:1 front-matter-too-large "---"'],
    ['jekyll', '---\ntitle: x\n\nText.\n', '1:1 fm-unclosed "---"'],
    ['jekyll', 'title: x\n---\nText.\n', '1:1 fm-missing-opening-delimiter "title: x"'],
    ['jekyll', '---\ntitle: "x\n---\n', '2:8 fm-decode "\\"x"'],
    ['hugo', '---\ntitle: {{ title }}\n---\n', '2:9 fm-decode "{ title }"'],
    ['jekyll', '---\ntitle: {{ title }}\n---\n', '2:9 fm-unquoted-braces "{ title }"'],
    ['quarto', '---\ntitle: {{< meta name >}}\n---\n', '2:9 fm-unquoted-braces "{< meta name >}"'],
    ['astro', '---\ntitle: x\ntitle: y\n---\n', '3:1 duplicate-front-matter-key "title"'],
    ['astro', '---toml\ntitle = "x"\n---\n', '1:1 unsupported-front-matter-language "---toml"'],
  ])('%s: %j', async (site, text, finding) => {
    expect(await lint(site, text)).toEqual([finding]);
  });

  test('a missing closing delimiter, a thematic break later on', async () => {
    const text = '---\ntitle: x\ndate: 2024-05-01\n\nThe Engine weaves.\n\n---\n\nThe end.\n';
    expect(await lint('hugo', text)).toEqual(['5:1 fm-decode "The Engine weaves."']);
  });
});

describe('what the engine reads is fine', () => {
  test.each([
    ['plain', '---\ntitle: x\n...\n\nText.\n'],
    ['hugo', '---\ntags: [",", ",,", {b: 1,}, [c,],]\n---\n'],
    ['hugo', '---\ntitle: "x\n\t\ny"\nk: [a,\n\tb]\n \t\n---\n'],
    ['hugo', '---\ntitle: The "Engine"\nscreen: 19"\nquote: \'say "\'\n---\n'],
    ['astro', '---\ntags: [a,,b]\n\t\nk: v\n---\n'],
    ['hugo', '---\ntitle: x\ntitle: y\n---\n'],
    ['hugo', '\n\n  ---\ntitle: x\n---text\n'],
    ['hugo', '---\ntags: [\n"a",\n"b"\n]\n---\n'],
    ['hugo', '---\r\ntitle: x\r\n---\r\n'],
    ['jekyll', '---\ntitle: x\n...\nText.\n'],
    ['mkdocs', '---\ntitle: x\nauthor: Ada\nauthor: Claude\n---\n'],
    ['mkdocs', 'title: x\ndate: 2024-05-01\n---\nText.\n'],
    ['astro', '---\n\nA thematic break.\n'],
    ['astro', '---\n\nText between two\n\n---\n'],
  ])('%s: %j', async (site, text) => {
    expect(await lint(site, text)).toEqual([]);
  });
});

test.each([
  ['title: {{ title }}'],
  ['tags: {% if allTags %}{{allTags}}{% endif %}'],
  ['{% block meta %}{% endblock %}\ntitle: Notes'],
  ['<%* const title = tp.file.title -%>\ntitle: <% title %>'],
])('a template that some program fills in: %s', async (lines) => {
  expect(await lint('astro', `---\n${lines}\n---\n`)).toEqual([]);
  expect(await lint('hugo', `---\n${lines}\n---\n`)).toHaveLength(1);
});

test.each<[string, string, Record<string, string>?]>([
  ['engine.qmd', 'Quarto stops'],
  ['engine.Rmd', 'R Markdown stops'],
  ['paper.md', 'Pandoc stops'],
  ['docs/engine.md', 'MkDocs prints it as text', { 'mkdocs.yml': 'site_name: Engines\n' }],
  ['engine.md', 'Sphinx reads none of it', { 'conf.py': 'extensions = ["myst_parser"]\n' }],
])('title: "x in %s: %s', async (page, effect, config = {}) => {
  const text = '---\ntitle: "x\nbibliography: refs.bib\n---\nText.\n';
  const files = { [page]: text, 'refs.bib': '', ...config };
  const { findings } = await lintFiles(files, rule);
  expect(findings.map(({ message }) => message)).toEqual([expect.stringContaining(effect)]);
});

test('what stands below `...` is lost in Hugo, which builds the page', async () => {
  const files = { ...SITES['hugo'], [PAGES['hugo']!]: '---\ntitle: x\n...\ndate: 2024-05-01\n---\n' };
  const { findings } = await lintFiles(files, rule);
  expect(findings.map(({ message }) => message)).toEqual([
    'The YAML front matter cannot be read: another YAML document begins here; Hugo reads none of it.',
  ]);
});
