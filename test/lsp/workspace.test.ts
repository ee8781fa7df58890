import { expect, test } from 'vitest';
import type { Hover, Location } from 'vscode-languageserver-protocol/node';
import { CAPABLE, serveFiles } from '../support/lsp-client.ts';

const bib =
  '@book{knuth1997,\n  author = {Knuth, Donald E.},\n  title = {Fundamental Algorithms},\n  publisher = {Addison-Wesley},\n  year = 1997,\n}\n';
const page = (key: string): string => `---\ntitle: A\nbibliography: refs.bib\n---\n[@${key}]\n`;
const codes = (diagnostics: readonly { readonly code?: unknown }[]): unknown[] =>
  diagnostics.map(({ code }) => code);

test('several folders are served at once, each for itself', async () => {
  const { client } = await serveFiles(
    {
      '/one/a.md': page('turing'),
      '/one/refs.bib': bib,
      '/two/a.md': page('knuth1997'),
      '/two/refs.bib': bib,
    },
    { folders: ['/one', '/two'] },
  );
  expect(codes(await client.diagnostics('/one/a.md'))).toEqual(['undefined-key']);
  expect(codes(await client.diagnostics('/two/a.md'))).toEqual([]);
});

test('a folder inside a repository sees the whole repository and speaks of itself', async () => {
  const { client } = await serveFiles(
    {
      '/repo/.git/HEAD': '',
      '/repo/docs/a.md': '---\ntitle: A\nbibliography: ../refs.bib\n---\n[@turing] [@knuth1997]\n',
      '/repo/other/b.md': '---\ntitle: B\nbibliography: ../refs.bib\n---\n[@turing]\n',
      '/repo/refs.bib': bib,
    },
    { folders: ['/repo/docs'] },
  );
  const text = '---\ntitle: A\nbibliography: ../refs.bib\n---\n[@turing] [@knuth1997]\n';
  await client.open('/repo/docs/a.md', text);
  expect(codes(await client.diagnostics('/repo/docs/a.md'))).toEqual(['undefined-key']);
  const found = await client.askAt<Location[]>('textDocument/definition', '/repo/docs/a.md', 'knuth1997');
  expect(JSON.stringify(found)).toContain('file:///repo/refs.bib');
  expect(client.pushed.has(client.uri('/repo/other/b.md'))).toBe(false);
});

test('of folders inside one another the innermost speaks of a file, once', async () => {
  const { client } = await serveFiles(
    { '/site/docs/a.md': page('turing'), '/site/docs/refs.bib': bib, '/site/b.md': page('x') },
    { folders: ['/site', '/site/docs'] },
  );
  expect(codes(await client.diagnostics('/site/docs/a.md'))).toEqual(['undefined-key']);
});

test('folders come and go', async () => {
  const { client } = await serveFiles(
    { '/one/a.md': page('turing'), '/one/refs.bib': bib, '/two/a.md': page('turing'), '/two/refs.bib': bib },
    { folders: ['/one'] },
  );
  expect(codes(await client.diagnostics('/one/a.md'))).toEqual(['undefined-key']);
  const folder = (path: string) => ({ uri: client.uri(path), name: path });
  await client.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: [folder('/two')], removed: [folder('/one')] },
  });
  expect(codes(await client.diagnostics('/two/a.md'))).toEqual(['undefined-key']);
  await expect.poll(() => client.pushed.get(client.uri('/one/a.md'))?.diagnostics).toEqual([]);
});

test('a document outside every folder is served as the command line would lint it', async () => {
  const { client } = await serveFiles(
    {
      '/blog/hugo.toml': '',
      '/blog/content/a.md':
        '---\ntitle: A\n---\n{{< cite "k" "Knuth, D. E. (1997). *Fundamental Algorithms*. Addison-Wesley." >}}\n',
      '/blog/content/b.md':
        '---\ntitle: B\n---\n{{< cite "k" "Knuth, D. E. (1979). *Fundamental Algorithms*. Addison-Wesley." >}}\n',
    },
    { folders: [] },
  );
  const text =
    '---\ntitle: B\n---\n{{< cite "k" "Knuth, D. E. (1979). *Fundamental Algorithms*. Addison-Wesley." >}}\n';
  await client.open('/blog/content/b.md', text);
  expect(codes(await client.diagnostics('/blog/content/b.md'))).toEqual(['conflicting-reference']);
  const hover = await client.askAt<Hover>('textDocument/hover', '/blog/content/b.md', '"k"', {}, 1);
  expect(JSON.stringify(hover.contents)).toContain('file:///blog/content/a.md');
  await client.close('/blog/content/b.md');
  await expect.poll(() => client.pushed.get(client.uri('/blog/content/b.md'))?.diagnostics).toEqual([]);
});

test('two such documents of one site share it; nothing is said of its other pages', async () => {
  const text = page('turing');
  const { client } = await serveFiles(
    {
      '/repo/.git/HEAD': '',
      '/repo/a.md': text,
      '/repo/b.md': text,
      '/repo/c.md': text,
      '/repo/refs.bib': bib,
    },
    { folders: [] },
  );
  await client.open('/repo/a.md', text);
  await client.open('/repo/b.md', text);
  expect(codes(await client.diagnostics('/repo/a.md'))).toEqual(['undefined-key']);
  expect(codes(await client.diagnostics('/repo/b.md'))).toEqual(['undefined-key']);
  expect(client.pushed.has(client.uri('/repo/c.md'))).toBe(false);
  await client.close('/repo/a.md');
  expect(codes(await client.diagnostics('/repo/b.md'))).toEqual(['undefined-key']);
  await expect.poll(() => client.pushed.get(client.uri('/repo/a.md'))?.diagnostics).toEqual([]);
});

test('a lone document of a home folder does not have the whole disk walked', async () => {
  const deep = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`/home/ada/a/b/c/d${index}/deep.md`, page('turing')]),
  );
  const text = '---\ntitle: A\nbibliography: lib/refs.bib\n---\n[@turing]\n';
  const { client } = await serveFiles(
    { ...deep, '/home/ada/note.md': text, '/home/ada/lib/refs.bib': bib },
    { folders: [] },
  );
  await client.open('/home/ada/note.md', text);
  expect(codes(await client.diagnostics('/home/ada/note.md'))).toEqual(['undefined-key']);
  const symbols = await client.connection.sendRequest<{ name: string }[]>('workspace/symbol', { query: '' });
  expect(symbols.map(({ name }) => name)).toEqual(['knuth1997', 'turing']);
});

test('a document that is not saved yet is served, in a folder that is not there yet, too', async () => {
  const { client } = await serveFiles({ 'refs.bib': bib }, { folders: ['/site'] });
  await client.open('new/a.md', '---\ntitle: A\nbibliography: ../refs.bib\n---\n[@turing]\n');
  expect(codes(await client.diagnostics('new/a.md'))).toEqual(['undefined-key']);
  const lonely = await serveFiles({}, { folders: ['/nowhere'] });
  await lonely.client.open('/nowhere/a.md', page('turing'));
  expect(codes(await lonely.client.diagnostics('/nowhere/a.md'))).toEqual(['missing-bibliography-file']);
});

test('what is no file is left alone', async () => {
  const { client } = await serveFiles({ 'refs.bib': bib });
  for (const uri of ['untitled:Untitled-1', 'git:/site/a.md', 'vscode-notebook-cell:/a#x', 'nonsense']) {
    await client.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text: page('turing') },
    });
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: page('church') }],
    });
    const hover = client.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: { line: 4, character: 3 },
    });
    expect(await hover).toBeNull();
    await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }
  await client.settled();
  expect([...client.pushed.keys()].filter((uri) => !uri.startsWith('file:'))).toEqual([]);
});

test('the editor is asked to watch files, those of the repository round its folder too', async () => {
  const watched = { dynamicRegistration: true, relativePatternSupport: true };
  const { client } = await serveFiles(
    { '/repo/.git/HEAD': '', '/repo/docs/a.md': page('turing') },
    {
      folders: ['/repo/docs'],
      capabilities: { ...CAPABLE, workspace: { ...CAPABLE.workspace, didChangeWatchedFiles: watched } },
    },
  );
  await client.settled('/repo/docs/a.md');
  expect(client.heard).toContainEqual({
    method: 'client/registerCapability',
    params: {
      registrations: [
        {
          id: 'bibliolint-files',
          method: 'workspace/didChangeWatchedFiles',
          registerOptions: {
            watchers: [
              { globPattern: '**/*' },
              { globPattern: { baseUri: 'file:///repo', pattern: '**/*' } },
            ],
          },
        },
      ],
    },
  });
});

test('one that cannot watch is looked after when it saves', async () => {
  const { client, files } = await serveFiles({ 'a.md': page('turing1950'), 'refs.bib': bib });
  await client.open('a.md', page('turing1950'));
  expect(codes(await client.diagnostics('a.md'))).toEqual(['undefined-key']);
  files.set('/site/refs.bib', bib.replace('knuth1997', 'turing1950'));
  await client.connection.sendNotification('textDocument/didSave', {
    textDocument: { uri: client.uri('a.md') },
  });
  expect(codes(await client.diagnostics('a.md'))).toEqual([]);
});

test('a folder that goes and comes back is read again', async () => {
  const { client, files } = await serveFiles({
    'a.md': page('turing'),
    'refs.bib': bib,
    'sub/b.md': page('x'),
  });
  await client.settled();
  files.delete('/site/sub/b.md');
  await client.changed('sub');
  await client.settled();
  files.set('/site/sub/c.md', page('turing').replace('refs', '../refs'));
  await client.changed('sub');
  expect(codes(await client.diagnostics('sub/c.md'))).toEqual(['undefined-key']);
});
