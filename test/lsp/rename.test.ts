import { expect, test } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { type LspClient, serveFiles } from '../support/lsp-client.ts';

const files = {
  'a.md': '---\ntitle: A\nbibliography: refs.bib\n---\n😀 [@knuth97, p. 3] knuth97\n',
  'b.md': '---\ntitle: B\nbibliography: refs.bib\nnocite: "@knuth97"\n---\nText\n',
  'refs.bib': '@book{knuth97,\n  title = {Fundamental Algorithms},\n}\n@book{shannon48,\n  title = {X},\n}\n',
};

async function open(site: Record<string, string>): Promise<LspClient> {
  const { client } = await serveFiles(site);
  for (const [path, text] of Object.entries(site)) await client.open(path, text);
  return client;
}

const rename = (client: LspClient, path: string, needle: string, newName: string, by = 1) =>
  client.askAt<WorkspaceEdit>('textDocument/rename', path, needle, { newName }, by);

test('a key is renamed everywhere, from a page', async () => {
  const client = await open(files);
  expect(await client.apply(await rename(client, 'a.md', '@knuth97', 'knuth1997'))).toEqual([
    'a.md',
    'b.md',
    'refs.bib',
  ]);
  expect(client.text('a.md')).toBe(files['a.md'].replace('@knuth97', '@knuth1997'));
  expect(client.text('b.md')).toBe(files['b.md'].replace('@knuth97', '@knuth1997'));
  expect(client.text('refs.bib')).toBe(files['refs.bib'].replace('{knuth97', '{knuth1997'));
  expect((await client.diagnostics('a.md')).map(({ code }) => code)).not.toContain('undefined-key');
});

test('and from its entry, in files that are not open too', async () => {
  const { client } = await serveFiles(files);
  await client.open('refs.bib', files['refs.bib']);
  const edit = await rename(client, 'refs.bib', 'knuth97', 'knuth1997');
  expect(edit.documentChanges).toMatchObject([
    { textDocument: { uri: client.uri('a.md'), version: null } },
    { textDocument: { uri: client.uri('b.md'), version: null } },
    { textDocument: { uri: client.uri('refs.bib'), version: 1 } },
  ]);
});

test('what can be renamed is told before a name is asked for', async () => {
  const client = await open(files);
  expect(await client.askAt('textDocument/prepareRename', 'a.md', '@knuth97', {}, 3)).toEqual({
    range: { start: client.positionOf('a.md', 'knuth97'), end: client.positionOf('a.md', 'knuth97', 7) },
    placeholder: 'knuth97',
  });
  expect(await client.askAt('textDocument/prepareRename', 'a.md', 'title')).toBeNull();
});

test.each([
  ['shannon48', '`shannon48` is a cite key already, in refs.bib.'],
  ['knuth 97', 'A cite key cannot hold white space.'],
  ['', 'A cite key cannot be empty.'],
  // Pandoc ends the key of `[@knuth97., p. 3]` before the full stop.
  ['knuth97.', 'In a.md `knuth97.` would not be read as a cite key.'],
])('%j is refused, and why', async (name, message) => {
  const client = await open(files);
  await expect(rename(client, 'a.md', '@knuth97', name)).rejects.toMatchObject({ code: -32803, message });
});

test('nothing is renamed where no key stands', async () => {
  const client = await open(files);
  await expect(rename(client, 'a.md', 'title', 'x')).rejects.toMatchObject({
    message: 'No cite key that could be renamed stands here.',
  });
});
