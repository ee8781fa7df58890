import { expect, test } from 'vitest';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol/node';
import { type LspClient, type LspClientOptions, serveFiles } from '../support/lsp-client.ts';

const knuth =
  '{{< cite "knuth1998" "Knuth, D. E. (1998). *Sorting and Searching*. Addison-Wesley. <https://doi.org/10.1000/182>" >}}';

async function open(files: Record<string, string>, options?: LspClientOptions): Promise<LspClient> {
  const { client } = await serveFiles(files, options);
  for (const [path, text] of Object.entries(files)) await client.open(path, text);
  return client;
}

async function hover(client: LspClient, path: string, needle: string, by = 1): Promise<string | undefined> {
  const found = await client.askAt<Hover | null>('textDocument/hover', path, needle, {}, by);
  return (found?.contents as MarkupContent | undefined)?.value;
}

const site = {
  'hugo.toml': '',
  'content/a.md': `---\ntitle: A\n---\n${knuth}\n`,
  'content/b.md': `---\ntitle: B\n---\n{{< cite "knuth1998" >}} and ${knuth}\n`,
};

test('a key shows its reference as it is printed, and who else cites it', async () => {
  const client = await open(site);
  expect(await hover(client, 'content/b.md', 'knuth1998')).toBe(
    [
      'Knuth, D. E. \\(1998\\). *Sorting and Searching*. Addison\\-Wesley. &lt;https://doi.org/10.1000/182&gt;',
      '**Cited 3 times**, 2 times in this file.\n- [content/a.md](<file:///site/content/a.md#L4>)',
    ].join('\n\n'),
  );
});

test('a reference text shows the same', async () => {
  const client = await open(site);
  expect(await hover(client, 'content/a.md', 'Sorting')).toContain('- [content/b.md](<');
});

test('an entry is shown as one line', async () => {
  const client = await open({
    'a.md': '---\nbibliography: a.bib\n---\nAs @turing1950 says.\n',
    'a.bib':
      '@article{turing1950,\n  author = {Turing, A. M.},\n  title = {Computing {Machinery} and Intelligence},\n  journal = {Mind},\n  volume = 59,\n  year = 1950,\n}\n',
  });
  const line = 'Turing, A. M. \\(1950\\). Computing Machinery and Intelligence. Mind, 59.';
  expect(await hover(client, 'a.md', 'turing1950', 'turing1950'.length)).toContain(line);
  expect(await hover(client, 'a.bib', 'turing1950')).toBe(
    `${line}\n\n**Cited once**.\n- [a.md](<file:///site/a.md#L4>)`,
  );
  expect(await hover(client, 'a.md', 'a.bib')).toBe('`a.bib`: 1 entry.');
});

test('a footnote shows its text', async () => {
  const client = await open({ 'a.md': 'See.[^note]\n\n[^note]: *Notes*, 1843.\n' });
  expect(await hover(client, 'a.md', '[^note]', 3)).toBe('*Notes*, 1843.');
});

test('a finding shows what its rule is for, and where to read more', async () => {
  const client = await open({ 'hugo.toml': '', 'content/a.md': '---\ntitle: A\n---\n{{< cite "a" \n' });
  expect(await hover(client, 'content/a.md', '{{< cite')).toMatch(
    /\[unclosed\\-shortcode\]\(<https:\/\/\S+\/rules\/shortcodes\/unclosed-shortcode\.md>\): \w+/,
  );
});

test('nothing is shown over plain text', async () => {
  const client = await open({ 'a.md': 'plain text\n' });
  expect(await hover(client, 'a.md', 'text')).toBeUndefined();
});

test('an editor without Markdown gets plain text', async () => {
  const client = await open(site, { capabilities: {} });
  expect(await hover(client, 'content/b.md', 'knuth1998')).toBe(
    'Knuth, D. E. (1998). Sorting and Searching. Addison-Wesley. <https://doi.org/10.1000/182>\n\nCited 3 times, 2 times in this file.\n- content/a.md',
  );
});

test('a text cannot make markup: no image is fetched, no command is linked', async () => {
  const evil = '![x](https://evil.example/t.png) [run](command:evil) <img src=x> **b** \u202e';
  const client = await open({
    'hugo.toml': '',
    'layouts/shortcodes/cite.html': '{{ .Get 0 }} {{ .Get 1 }}',
    'content/a.md': `---\ntitle: A\n---\n{{< cite "k" "Knuth, D. E. (1998). *Sorting*. ${evil}" >}}\n`,
  });
  const shown = (await hover(client, 'content/a.md', '"k"')) ?? '';
  const [reference = ''] = shown.split('\n');
  expect(reference).toContain('\\!\\[x\\]\\(https://evil.example/t.png\\)');
  expect(reference).toContain('&lt;img src=x&gt;');
  expect(reference).toContain('\\\\u\\{202e\\}');
  expect(reference).not.toMatch(/(?<!\\)[[\]<]/);
});

test('many pages are counted, not listed', async () => {
  const pages = Object.fromEntries(
    Array.from({ length: 12 }, (_, index) => [
      `content/p${index}.md`,
      '---\ntitle: P\n---\n{{< cite "knuth1998" >}}\n',
    ]),
  );
  const { client } = await serveFiles({ ...site, ...pages });
  await client.open('content/a.md', site['content/a.md']);
  const shown = (await hover(client, 'content/a.md', 'knuth1998')) ?? '';
  expect(shown.match(/^- /gm)).toHaveLength(9);
  expect(shown).toContain('- and 5 more pages');
});
