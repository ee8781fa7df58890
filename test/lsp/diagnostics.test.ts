import { expect, test } from 'vitest';
import type {
  DocumentDiagnosticReport,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver-protocol/node';
import { CAPABLE, serveFiles } from '../support/lsp-client.ts';

const knuth = (year: string): string =>
  `---\ntitle: Sorting\ndate: 1998-01-01\n---\n{{< cite "knuth1998" "Knuth, D. E. (${year}). *Sorting and Searching*. Addison-Wesley." >}}\n`;

const conflict = { 'hugo.toml': '', 'content/a.md': knuth('1998'), 'content/b.md': knuth('1989') };

const PULLS = {
  ...CAPABLE,
  textDocument: { ...CAPABLE.textDocument, diagnostic: { relatedInformation: true } },
  workspace: { ...CAPABLE.workspace, diagnostics: { refreshSupport: true } },
};

test('findings of all files are pushed, and cleared where they vanish', async () => {
  const { client } = await serveFiles(conflict);
  const [found] = await client.diagnostics('content/b.md');
  expect(found).toMatchObject({
    code: 'conflicting-reference',
    source: 'bibliolint',
    severity: 1,
    codeDescription: { href: expect.stringContaining('/rules/references/conflicting-reference.md') },
    relatedInformation: [{ location: { uri: client.uri('content/a.md') } }],
  });
  await client.open('content/a.md', knuth('1998'));
  await client.type('content/a.md', knuth('1998').indexOf('1998).'), '1989', 4);
  expect(await client.diagnostics('content/b.md')).toEqual([]);
  await client.close('content/a.md');
  expect(await client.diagnostics('content/b.md')).toHaveLength(1);
});

test('an unsaved buffer wins over the disk, whatever happens there', async () => {
  const { client, files } = await serveFiles({ 'hugo.toml': '', 'content/a.md': knuth('1998') });
  await client.open('content/a.md', `${knuth('1998')}{{< cite "`);
  const range = (await client.diagnostics('content/a.md'))[0]?.range;
  expect(range?.start.line).toBe(5);
  files.set('/site/content/a.md', 'nothing');
  await client.changed('content/a.md');
  expect((await client.diagnostics('content/a.md'))[0]?.range).toEqual(range);
});

test('a push names the version it is about', async () => {
  const { client } = await serveFiles(conflict);
  await client.open('content/b.md', knuth('1989'));
  await client.type('content/b.md', 0, '\n');
  await client.settled('content/b.md');
  expect(client.pushed.get(client.uri('content/b.md'))?.version).toBe(2);
});

test('files that come, change and go on disk are followed', async () => {
  const { client, files } = await serveFiles({ 'hugo.toml': '', 'content/a.md': knuth('1998') });
  expect(await client.diagnostics('content/b.md')).toEqual([]);
  files.set('/site/content/b.md', knuth('1989'));
  await client.changed('content/b.md');
  expect(await client.diagnostics('content/b.md')).toHaveLength(1);
  files.delete('/site/content/b.md');
  await client.changed('content/b.md');
  expect(await client.diagnostics('content/b.md')).toEqual([]);
});

test('an editor that pulls is pushed nothing', async () => {
  const { client } = await serveFiles(conflict, { capabilities: PULLS });
  expect(client.server.capabilities.diagnosticProvider).toMatchObject({
    interFileDependencies: true,
    workspaceDiagnostics: true,
  });
  await client.open('content/b.md', knuth('1989'));
  const full = await client.ask<DocumentDiagnosticReport>('textDocument/diagnostic', 'content/b.md');
  expect(full).toMatchObject({ kind: 'full', items: [{ code: 'conflicting-reference' }] });
  const again = await client.ask<DocumentDiagnosticReport>('textDocument/diagnostic', 'content/b.md', {
    previousResultId: full.resultId,
  });
  expect(again).toEqual({ kind: 'unchanged', resultId: full.resultId });
  expect(client.pushed.size).toBe(0);
});

test('an editor that pulls is asked to pull again where another file is the better or the worse for a change', async () => {
  const { client } = await serveFiles(conflict, { capabilities: PULLS });
  await client.open('content/a.md', knuth('1998'));
  await client.settled('content/a.md');
  client.heard.length = 0;
  await client.type('content/a.md', knuth('1998').indexOf('1998).'), '1989', 4);
  await client.settled('content/a.md');
  expect(client.heard.map(({ method }) => method)).toContain('workspace/diagnostic/refresh');
  const all = await client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', {
    previousResultIds: [{ uri: client.uri('content/b.md'), value: 'old' }],
  });
  expect(all.items).toContainEqual(
    expect.objectContaining({ uri: client.uri('content/b.md'), kind: 'full', items: [] }),
  );
});

test('a whole workspace is pulled at once, and what is known is not sent again', async () => {
  const { client } = await serveFiles(conflict, { capabilities: PULLS });
  const pull = (previousResultIds: object[]) =>
    client.connection.sendRequest<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });
  const { items } = await pull([]);
  expect(items).toMatchObject([{ uri: client.uri('content/b.md'), kind: 'full', version: null }]);
  const known = items.map(({ uri, resultId }) => ({ uri, value: resultId }));
  expect((await pull(known)).items).toMatchObject([{ uri: client.uri('content/b.md'), kind: 'unchanged' }]);
});

test('an editor that can do little gets little', async () => {
  const { client } = await serveFiles(conflict, { capabilities: {} });
  const [found] = await client.diagnostics('content/b.md');
  expect(Object.keys(found ?? {}).sort()).toEqual(['code', 'message', 'range', 'severity', 'source']);
});

test('what nothing uses is marked so', async () => {
  const { client } = await serveFiles({
    'a.md': '---\nbibliography: a.bib\n---\n[@turing1950]\n',
    'a.bib':
      '@string{mind = {Mind}}\n@article{turing1950,\n  author = {Turing, A. M.},\n  title = {Computing Machinery and Intelligence},\n  journal = {Mind},\n  year = 1950,\n}\n',
  });
  expect(await client.diagnostics('a.bib')).toContainEqual(
    expect.objectContaining({ code: 'unused-string', tags: [1] }),
  );
});

test('positions count what the editor counts', async () => {
  const text = '---\ntitle: x\nbibliography: a.bib\n---\n😀é [@turing]\n';
  for (const [encoding, character] of [
    ['utf-16', 6],
    ['utf-8', 9],
    ['utf-32', 5],
  ] as const) {
    const capabilities = { ...CAPABLE, general: { positionEncodings: [encoding] } };
    const { client } = await serveFiles(
      { 'a.bib': '@book{knuth,}', 'a.md': text },
      { capabilities, encoding },
    );
    expect(client.server.capabilities.positionEncoding).toBe(encoding);
    const found = (await client.diagnostics('a.md')).find(({ code }) => code === 'undefined-key');
    expect(found?.range.start).toEqual({ line: 4, character });
  }
});

test('UTF-16 is preferred where it is offered', async () => {
  const capabilities = { ...CAPABLE, general: { positionEncodings: ['utf-8', 'utf-16'] } };
  const { client } = await serveFiles({}, { capabilities });
  expect(client.server.capabilities.positionEncoding).toBe('utf-16');
});
