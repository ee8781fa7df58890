import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { CodeAction, CompletionList, Hover, WorkspaceEdit } from 'vscode-languageserver-protocol/node';
import { LspClient } from '../support/lsp-client.ts';

const bin = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url));
const site = mkdtempSync(join(tmpdir(), 'bibliolint-lsp-'));
afterAll(() => rmSync(site, { recursive: true, force: true }));

const page = '---\ntitle: A\nbibliography: refs.bib\n---\n😀 [@Knuth1997]\n';
const bib =
  '@book{knuth1997,\n  author = {Knuth, Donald E.},\n  title = {Fundamental Algorithms},\n  publisher = {Addison-Wesley},\n  year = 1997,\n}\n';

/** The program as an editor starts it, and an editor that talks to it over its standard streams. */
async function start(...args: string[]) {
  writeFileSync(join(site, 'a.md'), page);
  writeFileSync(join(site, 'refs.bib'), bib);
  const child = spawn(process.execPath, [bin, 'lsp', ...args], { cwd: site, stdio: 'pipe' });
  const stderr: string[] = [];
  child.stderr.on('data', (data) => stderr.push(String(data)));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const client = await new LspClient(child.stdout, child.stdin, { folders: [site] }).start();
  return { child, client, ended, stderr };
}

test('the program serves an editor over its standard streams', async () => {
  const { client, ended, stderr } = await start('--stdio', `--clientProcessId=${process.pid}`);
  const path = join(site, 'a.md');
  expect(await client.diagnostics(path)).toMatchObject([{ code: 'miscased-key' }]);
  await client.open(path, page);
  const position = client.positionOf(path, 'Knuth1997', 3);
  const hover = await client.ask<Hover>('textDocument/hover', path, { position });
  expect(JSON.stringify(hover)).toContain('miscased');
  const context = { diagnostics: [], only: ['quickfix'] };
  const [fix] = await client.ask<CodeAction[]>('textDocument/codeAction', path, {
    range: { start: position, end: position },
    context,
  });
  await client.apply(fix!.edit!);
  expect(client.text(path)).toBe(page.replace('Knuth1997', 'knuth1997'));
  expect(await client.diagnostics(path)).toEqual([]);
  const { items } = await client.askAt<CompletionList>('textDocument/completion', path, 'knuth1997', {}, 3);
  expect(items.map(({ detail }) => detail)).toEqual(['Knuth 1997: Fundamental Algorithms']);
  const edit = await client.askAt<WorkspaceEdit>('textDocument/rename', path, 'knuth1997', {
    newName: 'taocp1',
  });
  await client.apply(edit);
  expect(client.text(path)).toBe(page.replace('Knuth1997', 'taocp1'));
  await client.end();
  expect(await ended).toBe(0);
  expect(stderr.join('')).toBe('');
});

test('it ends when the editor does, however that ends', async () => {
  const silent = await start();
  silent.child.stdin.end();
  expect(await silent.ended).toBe(1);
  const deaf = await start();
  deaf.child.stdout.destroy();
  await deaf.client.open(join(site, 'a.md'), page);
  deaf.child.stdin.end();
  expect(await deaf.ended).toBe(1);
  expect(deaf.stderr.join('')).not.toMatch(/\n\s+at /);
});

test('it says what it does not know on standard error, and ends with 2', async () => {
  const child = spawn(process.execPath, [bin, 'lsp', '--socket=1'], { cwd: site, stdio: 'pipe' });
  const stderr: string[] = [];
  child.stderr.on('data', (data) => stderr.push(String(data)));
  const [code] = await once(child, 'exit');
  expect(code).toBe(2);
  expect(stderr.join('')).toContain('socket');
});
