import { expect, test } from 'vitest';
import miscasedKey from '../../../rules/citations/miscased-key.ts';
import undefinedKey from '../../../rules/citations/undefined-key.ts';
import unusedEntry from '../../../rules/citations/unused-entry.ts';
import { lintFiles } from '../../support/lint-files.ts';

const book = (key: string) =>
  `@book{${key},\n  author = {Knuth, Donald E.},\n  title = {The Art of Computer Programming},\n  publisher = {Addison-Wesley},\n  year = {1997}\n}\n`;
const site = (page: string) => ({
  'myst.yml': 'version: 1\nproject:\n  bibliography: [refs.bib]\n',
  'refs.bib': book('knuth1997'),
  'a.md': page,
});

test('the safe fix writes the key as the entry has it', async () => {
  const { findings } = await lintFiles(site('a {cite:p}`KNUTH1997` b\n'), miscasedKey);
  expect(findings[0]?.fixes[0]).toMatchObject({ safety: 'safe', edits: [{ text: 'knuth1997' }] });
});

test('two entries that differ by case are two keys', async () => {
  const files = { ...site('a {cite:p}`Knuth1997` b\n'), 'refs.bib': book('knuth1997') + book('Knuth1997') };
  expect((await lintFiles(files, miscasedKey)).findings).toEqual([]);
});

test('of two entries that both fit a person has to choose', async () => {
  const files = { ...site('a {cite:p}`KNUTH1997` b\n'), 'refs.bib': book('knuth1997') + book('Knuth1997') };
  const { findings } = await lintFiles(files, miscasedKey);
  expect(findings[0]?.fixes[0]?.safety).toBe('suggest');
});

test.each([
  ['both in lower case', '{{ if eq (lower .id) (lower $key) }}', 0],
  ['in lower case before', '{{ $key = lower $key }}{{ if eq (lower .id) $key }}', 0],
  ['as they are, and an anchor in lower case', '{{ if eq .id $key }}<a href="#{{ lower $key }}">', 1],
])('a template of Hugo that compares keys %s', async (_how, condition, count) => {
  const files = {
    'hugo.toml': 'title = "Notes"\n',
    'layouts/shortcodes/cite.html': `{{ $key := .Get 0 }}{{ range site.Data.references }}${condition}{{ .title }}{{ end }}{{ end }}\n`,
    'data/references.json':
      '[{ "id": "Knuth1997", "type": "book", "title": "The Art of Computer Programming" }]\n',
    'content/a.md': '---\ntitle: A\n---\n{{< cite "knuth1997" >}}\n',
  };
  expect((await lintFiles(files, miscasedKey)).findings).toHaveLength(count);
});

test('a variable that holds the key is not written over', async () => {
  const files = {
    '_config.yml': 'title: Notes\nscholar:\n  bibliography: refs.bib\n',
    '_bibliography/refs.bib': book('knuth1997'),
    '_posts/2024-05-01-a.md': '---\ntitle: A\n---\n\n{% assign k = "Knuth1997" %}{% cite k %}\n',
  };
  const { findings } = await lintFiles(files, miscasedKey);
  expect(findings.map(({ fixes }) => fixes)).toEqual([[]]);
});

test.each([
  ['Sphinx, which reads entries without their case and cites with it', 'sensitive', 'error'],
  ['mkdocs-bibtex, which does neither with it', 'insensitive', 'warning'],
])('%s', async (_, messageId, level) => {
  const config =
    messageId === 'sensitive'
      ? {
          'conf.py': 'extensions = ["myst_parser", "sphinxcontrib.bibtex"]\nbibtex_bibfiles = ["refs.bib"]\n',
        }
      : { 'mkdocs.yml': 'docs_dir: docs\nplugins:\n  - bibtex:\n      bib_file: refs.bib\n' };
  const page = messageId === 'sensitive' ? 'a {cite}`Knuth1997` b\n' : 'a [@Knuth1997] b\n';
  const files = { ...config, 'refs.bib': book('knuth1997'), 'docs/a.md': page };
  const { findings } = await lintFiles(files, miscasedKey);
  expect(findings).toMatchObject([{ messageId, level }]);
});

test('footcite of Sphinx, which asks pybtex for the entry', async () => {
  const files = {
    'conf.py': 'extensions = ["myst_parser", "sphinxcontrib.bibtex"]\nbibtex_bibfiles = ["refs.bib"]\n',
    'refs.bib': book('knuth1997'),
    'a.md': 'a {footcite:t}`Knuth1997` and {footcite}`KNUTH1997`\n',
  };
  expect((await lintFiles(files, [miscasedKey, undefinedKey, unusedEntry])).findings).toEqual([]);
});
