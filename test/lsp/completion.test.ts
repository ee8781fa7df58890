import { describe, expect, test } from 'vitest';
import type { CompletionItem, CompletionList, InsertReplaceEdit } from 'vscode-languageserver-protocol/node';
import { CAPABLE, type LspClient, serveFiles } from '../support/lsp-client.ts';

const bib =
  '@book{knuth1997,\n  author = {Knuth, Donald E.},\n  title = {Fundamental Algorithms},\n  year = 1997,\n}\n' +
  '@article{shannon1948,\n  author = {Shannon, C. E.},\n  title = {A Mathematical Theory of Communication},\n  year = 1948,\n}\n' +
  '@book{kernighan1988,\n  author = {Kernighan, Brian W. and Ritchie, Dennis M.},\n  title = {The C Programming Language},\n  year = 1988,\n}\n';

/** The keys offered at `|`, which is taken out of the text. */
async function complete(
  path: string,
  marked: string,
  files: Record<string, string> = {},
  capabilities = CAPABLE,
) {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const { client } = await serveFiles({ ...files, [path]: text }, { capabilities });
  await client.open(path, text);
  const list = await client.ask<CompletionList | null>('textDocument/completion', path, {
    position: client.position(path, offset),
  });
  return { client, list, items: list?.items ?? [], labels: list?.items.map(({ label }) => label) };
}

function replaced(client: LspClient, path: string, item: CompletionItem | undefined): string {
  const edit = item?.textEdit as InsertReplaceEdit | undefined;
  return edit === undefined ? '' : client.slice(path, edit.replace);
}

const pandoc = { 'refs.bib': bib };
const head = '---\ntitle: A\nbibliography: refs.bib\n---\n';
const hugo = {
  'hugo.toml': '',
  'data/references.json': '{"knuth1997": {"title": "Fundamental Algorithms"}}',
};
const jekyll = { '_config.yml': 'plugins: [jekyll-scholar]\n', '_bibliography/references.bib': bib };
const myst = { 'myst.yml': 'project:\n  bibliography: [refs.bib]\n', 'refs.bib': bib };
const distill = { '_config.yml': 'title: x\n', 'assets/bibliography/a.bib': bib };
const distillHead = '---\nlayout: distill\ntitle: A\nbibliography: a.bib\n---\n';
const astro = {
  'package.json': '{"dependencies": {"rehype-citation": "^2"}}',
  'astro.config.mjs':
    "import rehypeCitation from 'rehype-citation';\nexport default { markdown: { rehypePlugins: [[rehypeCitation, { bibliography: 'refs.bib' }]] } };\n",
  'refs.bib': bib,
};

const documenter = {
  'docs/make.jl':
    'using Documenter, DocumenterCitations\nCitationBibliography(joinpath(@__DIR__, "refs.bib"))\n',
  'docs/refs.bib': bib,
};

describe('keys are offered where one is being written', () => {
  test.each([
    ['an @', 'a.md', `${head}As @kn| says\n`, pandoc],
    ['a bracket', 'a.md', `${head}So [see @kn|\n`, pandoc],
    ['a closed bracket', 'a.md', `${head}So [see @kn|, p. 3; @shannon1948].\n`, pandoc],
    ['a second cite', 'a.md', `${head}So [@shannon1948; -@kn|]\n`, pandoc],
    ['nocite', 'a.md', '---\nbibliography: refs.bib\nnocite: "@kn|"\n---\nText\n', pandoc],
    ['a quoted argument', 'content/a.md', '---\ntitle: A\n---\n{{< cite "kn|\n', hugo],
    ['a closed shortcode', 'content/a.md', '---\ntitle: A\n---\n{{< cite "kn|" >}}\n', hugo],
    ['a named argument', 'content/a.md', '---\ntitle: A\n---\n{{< cite key="kn|\n', hugo],
    ['a bare argument', 'content/a.md', '---\ntitle: A\n---\n{{% cite kn|\n', hugo],
    ['a Liquid tag', '_posts/2024-01-01-a.md', '---\ntitle: A\n---\n{% cite kn|\n', jekyll],
    [
      'a closed Liquid tag',
      '_posts/2024-01-01-a.md',
      '---\ntitle: A\n---\n{% cite shannon1948 kn| %}\n',
      jekyll,
    ],
    ['a role', 'a.md', 'So {cite:p}`kn|\n', myst],
    ['a role with several keys', 'a.md', 'So {cite}`shannon1948,kn|`\n', myst],
    ['an in-text cite of MyST', 'a.md', 'So [@kn|]\n', myst],
    ['an element', '_posts/2024-01-01-a.md', `${distillHead}So <d-cite key="kn|\n`, distill],
    ['a closed element', '_posts/2024-01-01-a.md', `${distillHead}So <d-cite key="kn|"></d-cite>\n`, distill],
    ['rehype-citation', 'src/a.md', '---\ntitle: A\n---\nSo [@kn|\n', astro],
    ['a link of Documenter', 'docs/src/a.md', 'So [shannon1948, kn|](@cite)\n', documenter],
    ['a link that is being written', 'docs/src/a.md', 'So [shannon1948](@cite) and [kn|\n', documenter],
    ['behind a link with a text', 'docs/src/a.md', 'So [the book](@cite kn|\n', documenter],
  ])('%s', async (_, path, text, files: Record<string, string>) => {
    const { client, items, labels } = await complete(path, text, files);
    expect(labels?.[0]).toBe('knuth1997');
    expect(replaced(client, path, items[0])).toBe('kn');
  });
});

describe('and nowhere else', () => {
  test.each([
    ['an address of mail', 'a.md', `${head}mail@kn|\n`, pandoc],
    ['code', 'a.md', `${head}\`@kn|\`\n`, pandoc],
    ['a fence', 'a.md', `${head}\`\`\`\n@kn|\n\`\`\`\n`, pandoc],
    ['an @ in Hugo', 'content/a.md', '---\ntitle: A\n---\n@kn|\n', hugo],
    ['another shortcode', 'content/a.md', '---\ntitle: A\n---\n{{< figure src="kn|" >}}\n', hugo],
    ['the text of a reference', 'content/a.md', '---\ntitle: A\n---\n{{< cite "a" "Knuth|" >}}\n', hugo],
    ['a role that cites nothing', 'a.md', '{ref}`kn|`\n', myst],
    ['plain text', 'a.md', `${head}kn|\n`, pandoc],
    ['a title', 'refs.bib', '@book{a,\n  title = {kn|},\n}\n', { 'a.md': `${head}@a\n` }],
  ])('%s', async (_, path, text, files: Record<string, string>) => {
    expect((await complete(path, text, files)).list).toBeNull();
  });
});

test('a proposal tells who wrote what', async () => {
  const { client, items } = await complete('a.md', `${head}@ke|\n`, pandoc);
  expect(items[0]).toMatchObject({
    label: 'kernighan1988',
    detail: 'Kernighan & Ritchie 1988: The C Programming Language',
    kind: 18,
  });
  const resolved = await client.connection.sendRequest<CompletionItem>('completionItem/resolve', items[0]);
  expect(resolved.documentation).toMatchObject({
    kind: 'markdown',
    value: expect.stringContaining('Kernighan, Brian W., &amp; Ritchie, Dennis M. \\(1988\\).'),
  });
});

test('works are found by author and title, behind the keys that begin so', async () => {
  expect((await complete('a.md', `${head}@communi|\n`, pandoc)).labels).toEqual(['shannon1948']);
  expect((await complete('a.md', `${head}@|\n`, pandoc)).labels).toEqual([
    'kernighan1988',
    'knuth1997',
    'shannon1948',
  ]);
});

test('the whole key is replaced, or what stands before the cursor is', async () => {
  const path = 'a.md';
  const { client, items } = await complete(path, `${head}[@knu|th97, p. 3]\n`, pandoc);
  const { insert, replace } = items[0]!.textEdit as InsertReplaceEdit;
  expect(client.slice(path, insert)).toBe('knu');
  expect(client.slice(path, replace)).toBe('knuth97');
  const simple = await complete(path, `${head}[@knu|th97, p. 3]\n`, pandoc, {});
  expect(simple.items[0]?.textEdit).toMatchObject({ range: replace });
});

test('a site that has no bibliography offers the keys of its texts and its other citations', async () => {
  const { labels, items } = await complete('content/b.md', '---\ntitle: B\n---\n{{< cite "|" >}}\n', {
    'hugo.toml': '',
    'content/a.md':
      '---\ntitle: A\n---\n{{< cite "knuth1998" "Knuth, D. E. (1998). *Sorting and Searching*. Addison-Wesley." >}} {{< cite "turing1950" >}}\n',
  });
  expect(labels).toEqual(['knuth1998', 'turing1950']);
  expect(items[0]?.detail).toBe('Knuth 1998: Sorting and Searching');
});

test('the keys of another site are not offered', async () => {
  const { labels } = await complete('a/content/x.md', '---\ntitle: X\n---\n{{< cite "|" >}}\n', {
    'a/hugo.toml': '',
    'b/hugo.toml': '',
    'b/content/y.md': '---\ntitle: Y\n---\n{{< cite "knuth1998" >}}\n',
  });
  expect(labels).toEqual([]);
});

test('an entry is offered the keys beside it', async () => {
  const { labels, list } = await complete('refs.bib', `${bib}@inbook{part,\n  crossref = {knu|},\n}\n`, {
    'a.md': `${head}@part\n`,
  });
  expect(labels).toEqual(['knuth1997']);
  expect(list?.isIncomplete).toBe(false);
});

test('of thousands of entries the best hundred are offered, quickly', async () => {
  const many = Array.from(
    { length: 5000 },
    (_, index) =>
      `@book{author${index},\n  author = {Author, A.},\n  title = {Title ${index}},\n  year = 1990,\n}\n`,
  ).join('');
  const { client, list } = await complete('a.md', `${head}@author49|\n`, { 'refs.bib': many + bib });
  expect(list?.isIncomplete).toBe(true);
  expect(list?.items).toHaveLength(100);
  expect(list?.items[0]?.label).toBe('author49');
  const started = performance.now();
  await client.ask('textDocument/completion', 'a.md', {
    position: client.positionOf('a.md', '@author49', 9),
  });
  expect(performance.now() - started).toBeLessThan(5_000);
});
