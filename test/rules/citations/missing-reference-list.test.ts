import { expect, test } from 'vitest';
import missingReferenceList from '../../../rules/citations/missing-reference-list.ts';
import { findingLines } from '../../support/lint-files.ts';

const lint = (files: Record<string, string>) => findingLines(files, missingReferenceList);

const site = {
  'hugo.toml': 'title = "Notes"\n',
  'layouts/shortcodes/cite.html': '{{ range split (.Get 0) ";" }}<a href="#{{ . }}">{{ . }}</a>{{ end }}\n',
};
const list = {
  'layouts/shortcodes/bibliography.html':
    '{{ $bib := getJSON (.Get 0) }}<ol>{{ range $bib }}<li id="{{ .id }}">{{ .title }}</li>{{ end }}</ol>\n',
};
const page = (body: string) => `---\ntitle: A\n---\n${body}\n`;
const cite = '{{< cite "shannon1948" >}}';

test('a page without, beside one with', async () => {
  const files = {
    ...site,
    ...list,
    'content/a.md': page(cite),
    'content/b.md': page(`${cite}\n\n{{< bibliography "bib.json" >}}`),
  };
  expect(await lint(files)).toEqual(['content/a.md:4:11 page "shannon1948"']);
});

test('no shortcode prints a list, so the layout may', async () => {
  expect(await lint({ ...site, 'content/a.md': page(cite) })).toEqual([]);
});

test('most pages print none, so the layout may', async () => {
  const pages = Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [`content/${name}.md`, page(cite)]));
  expect(await lint({ ...site, ...list, ...pages })).toEqual([]);
});

test('Sphinx has one list for all', async () => {
  const files = {
    'conf.py': 'extensions = ["myst_parser", "sphinxcontrib.bibtex"]\nbibtex_bibfiles = ["refs.bib"]\n',
    'a.md': 'Known {cite:p}`shannon1948`.\n',
    'b.md': 'Known {cite:p}`shannon1948`.\n',
  };
  expect(await lint(files)).toEqual(['a.md:1:16 site "shannon1948"']);
  expect(await lint({ ...files, 'refs.md': '```{bibliography}\n```\n' })).toEqual([]);
});

test('Documenter has one list for all', async () => {
  const files = {
    'docs/make.jl':
      'using Documenter, DocumenterCitations\nCitationBibliography(joinpath(@__DIR__, "refs.bib"))\n',
    'docs/src/a.md': 'Known [shannon1948](@cite).\n',
  };
  expect(await lint(files)).toEqual(['docs/src/a.md:1:8 site "shannon1948"']);
  expect(await lint({ ...files, 'docs/src/refs.md': '```@bibliography\n```\n' })).toEqual([]);
});

test('Pandoc adds the list itself', async () => {
  expect(await lint({ 'a.md': '---\nbibliography: refs.bib\n---\nKnown [@shannon1948].\n' })).toEqual([]);
});

test('a layout of Jekyll prints the list', async () => {
  const files = { '_config.yml': 'scholar:\n  style: apa\n', 'a.md': '---\n---\n{% cite shannon1948 %}\n' };
  expect(await lint(files)).toEqual(['a.md:3:9 page "shannon1948"']);
  const layout =
    '{{ content }}\n{% if page.related_publications %}{% bibliography --cited_in_order %}{% endif %}\n';
  expect(await lint({ ...files, '_layouts/post.liquid': layout })).toEqual([]);
});

test('{% raw %} that is never closed takes the list along', async () => {
  const list = '{% cite shannon1948 %}\n\n{% raw %}\nWrite a tag.\n\n{% bibliography --cited %}';
  const files = { '_config.yml': 'scholar:\n  style: apa\n', 'a.md': page(list) };
  expect(await lint(files)).toEqual([]);
});
