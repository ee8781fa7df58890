import { PassThrough } from 'node:stream';
import { describe, expect, test, vi } from 'vitest';
import { rules } from '../../rules/index.ts';
import { createMemorySource } from '../../src/host/memory.ts';
import { serve } from '../../src/lsp/server.ts';
import { LspClient, serveFiles } from '../support/lsp-client.ts';

const page = '---\ntitle: A\nbibliography: refs.bib\n---\n[@turing]\n';
const site = { 'a.md': page, 'refs.bib': '@book{knuth,}\n' };

test('an editor that says goodbye gets 0', async () => {
  const { client, exitCode } = await serveFiles(site);
  await client.end();
  expect(await exitCode).toBe(0);
});

test('one that goes without a word gets 1', async () => {
  const { client, exitCode } = await serveFiles(site);
  await client.connection.sendNotification('exit');
  expect(await exitCode).toBe(1);
});

test('one whose stream ends gets 1, or 0 after a goodbye', async () => {
  const abrupt = await serveFiles(site);
  abrupt.client.connection.end();
  expect(await abrupt.exitCode).toBe(1);
  const polite = await serveFiles(site);
  await polite.client.connection.sendRequest('shutdown');
  polite.client.connection.end();
  expect(await polite.exitCode).toBe(0);
});

test('one whose process is gone is not waited for', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const { exitCode, processes } = await serveFiles(site, { initialize: { processId: 4711 } });
    processes.add(4711);
    vi.advanceTimersByTime(60_000);
    processes.delete(4711);
    vi.advanceTimersByTime(60_000);
    expect(await exitCode).toBe(1);
  } finally {
    vi.useRealTimers();
  }
});

test('nothing is answered before the introduction or after the goodbye', async () => {
  const input = new PassThrough();
  const output = new PassThrough();
  const host = {
    kind: () => 'missing' as const,
    source: () => createMemorySource({}),
    environment: {},
    importModule: () => Promise.resolve(undefined),
    openStreams: () => ({ input, output }),
    isRunning: () => true,
    stderr: { isTerminal: false, write: () => undefined },
  };
  const exitCode = serve(host);
  const client = new LspClient(output, input);
  await expect(client.ask('textDocument/codeLens', 'a.md')).rejects.toMatchObject({ code: -32002 });
  await client.start();
  await expect(client.start()).rejects.toMatchObject({ code: -32600 });
  await client.connection.sendRequest('shutdown');
  await expect(client.ask('textDocument/codeLens', 'a.md')).rejects.toMatchObject({ code: -32600 });
  await client.connection.sendNotification('exit');
  expect(await exitCode).toBe(0);
});

test('a request nobody knows is refused and everything goes on', async () => {
  const { client } = await serveFiles(site);
  await expect(client.ask('textDocument/doMagic', 'a.md')).rejects.toMatchObject({ code: -32601 });
  await client.connection.sendNotification('$/unknown', { x: 1 });
  expect(await client.diagnostics('a.md')).toHaveLength(1);
});

test.each([
  ['no file', {}, 'textDocument.uri'],
  ['no place', { textDocument: { uri: 'file:///site/a.md' } }, 'position'],
  ['half a place', { textDocument: { uri: 'file:///site/a.md' }, position: { line: 4 } }, 'position'],
])('a request about %s is said to be the mistake of the editor', async (_, params, name) => {
  const { client } = await serveFiles(site);
  await expect(client.connection.sendRequest('textDocument/hover', params)).rejects.toMatchObject({
    code: -32602,
    message: `The request needs a ${name}.`,
  });
  expect(client.heard.filter(({ method }) => method === 'window/logMessage')).toEqual([]);
});

const IN_PAGE = { textDocument: { uri: 'file:///site/a.md' } };
const AT_START = { ...IN_PAGE, position: { line: 0, character: 0 } };

test.each([
  ['textDocument/codeAction', IN_PAGE, 'range'],
  ['textDocument/codeAction', { ...IN_PAGE, range: { start: { line: 0, character: 0 } } }, 'position'],
  [
    'textDocument/codeAction',
    { ...IN_PAGE, range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } } },
    'context',
  ],
  ['textDocument/references', { ...IN_PAGE, position: { line: 4, character: 6 } }, 'context'],
  ['textDocument/rename', AT_START, 'newName'],
  ['workspace/symbol', {}, 'query'],
  ['workspace/diagnostic', {}, 'previousResultIds'],
])('%s with %o says that it needs a %s', async (method, params, name) => {
  const { client } = await serveFiles(site);
  await expect(client.connection.sendRequest(method, params)).rejects.toMatchObject({
    code: -32602,
    message: `The request needs a ${name}.`,
  });
});

describe('a bug of ours', () => {
  test('in a rule is logged once, and the other rules go on', async () => {
    const rule = rules.find(({ id }) => id === 'repeated-key')!;
    const check = vi.spyOn(rule, 'check').mockImplementation(() => {
      throw new Error('a bug for the test');
    });
    try {
      const { client } = await serveFiles(site);
      await client.open('a.md', page);
      await client.type('a.md', page.length, 'x');
      expect((await client.diagnostics('a.md')).map(({ code }) => code)).toEqual(['undefined-key']);
      const logged = client.heard.filter(({ method }) => method === 'window/logMessage');
      expect(logged).toHaveLength(1);
      expect(JSON.stringify(logged[0]?.params)).toMatch(
        /repeated-key failed on \/site\/a\.md.*a bug for the test/,
      );
    } finally {
      check.mockRestore();
    }
  });
});

test('keystrokes that come together cost one look', async () => {
  const rule = rules.find(({ id }) => id === 'repeated-key')!;
  const check = vi.spyOn(rule, 'check');
  try {
    const { client } = await serveFiles(site);
    await client.open('a.md', page);
    await client.settled('a.md');
    check.mockClear();
    for (let index = 0; index < 50; index++) void client.type('a.md', page.length + index, 'x');
    await client.settled('a.md');
    expect(client.text('a.md')).toBe(page + 'x'.repeat(50));
    expect(check.mock.calls.length).toBeLessThan(10);
  } finally {
    check.mockRestore();
  }
});

test('an answer is about the latest text, though it was asked for while older ones were being looked at', async () => {
  const { client } = await serveFiles(site);
  await client.open('a.md', page);
  const asked: Promise<unknown>[] = [];
  for (let index = 0; index < 20; index++) {
    void client.type('a.md', 0, '\n');
    asked.push(client.askAt('textDocument/prepareRename', 'a.md', 'turing'));
  }
  const answers = await Promise.all(asked);
  expect(
    answers.map((answer) => (answer as { range: { start: { line: number } } } | null)?.range.start.line),
  ).toEqual(Array.from({ length: 20 }, () => 24).map((_, index) => index + 5));
});

test('a request that is no longer wanted is answered so', async () => {
  const { client } = await serveFiles(site);
  const { CancellationTokenSource } = await import('vscode-jsonrpc/node');
  const cancel = new CancellationTokenSource();
  const asked = client.connection.sendRequest(
    'textDocument/codeLens',
    { textDocument: { uri: client.uri('refs.bib') } },
    cancel.token,
  );
  cancel.cancel();
  await expect(asked).rejects.toMatchObject({ code: -32800 });
});

describe('what is no message', () => {
  const talk = async (bytes: string) => {
    const input = new PassThrough();
    const output = new PassThrough();
    const stderr: string[] = [];
    const exitCode = serve({
      kind: () => 'missing',
      source: () => createMemorySource({}),
      environment: {},
      importModule: () => Promise.resolve(undefined),
      openStreams: () => ({ input, output }),
      isRunning: () => true,
      stderr: { isTerminal: false, write: (text) => void stderr.push(text) },
    });
    input.end(bytes);
    return { code: await exitCode, stderr: stderr.join('') };
  };

  test.each([
    ['nothing', ''],
    ['garbage', 'garbage\r\n\r\n'],
    ['no length', 'Content-Type: x\r\n\r\n{}'],
    ['a bad length', 'Content-Length: abc\r\n\r\n{}'],
    ['no JSON', 'Content-Length: 3\r\n\r\n{{{'],
    ['no object', 'Content-Length: 2\r\n\r\n42'],
    ['null', 'Content-Length: 4\r\n\r\nnull'],
    ['a length too long', 'Content-Length: 99999999999\r\n\r\n{}'],
    [
      'parameters of the wrong kind',
      `Content-Length: 56\r\n\r\n{"jsonrpc":"2.0","id":1,"method":"initialize","params":3}`,
    ],
  ])('%s ends the conversation and nothing else', async (_, bytes) => {
    const { code, stderr } = await talk(bytes);
    expect(code).toBe(1);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
