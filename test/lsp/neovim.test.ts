import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { hasTool } from '../support/tools.ts';

const bin = fileURLToPath(new URL('../../dist/bin.cjs', import.meta.url));
const script = fileURLToPath(new URL('neovim.lua', import.meta.url));
const site = mkdtempSync(join(tmpdir(), 'bibliolint-neovim-'));
afterAll(() => rmSync(site, { recursive: true, force: true }));

const files = {
  'a.md':
    '---\ntitle: A\nbibliography: refs.bib\n---\nNaïve 😀 heaps [@Knuth1997, p. 3]\nSee @knuth1997 again.\n',
  'b.md': '---\ntitle: B\nbibliography: refs.bib\n---\n@knuth1997\n',
  'refs.bib':
    '@book{knuth1997,\n  author = {Knuth, Donald E.},\n  title = {Fundamental Algorithms},\n  publisher = {Addison-Wesley},\n  year = 1997,\n}\n',
};

const isThere = hasTool('nvim', 'its client is not tried with the language server');

test.skipIf(!isThere)('Neovim’s own client gets what it asks for', () => {
  for (const [path, text] of Object.entries(files)) writeFileSync(join(site, path), text);
  const run = spawnSync(
    'nvim',
    ['-u', 'NONE', '-n', '--headless', '-c', `luafile ${script}`, '-c', 'cquit 1'],
    {
      encoding: 'utf8',
      timeout: 100_000,
      env: { ...process.env, SITE: site, NODE: process.execPath, BIN: bin, HOME: site },
    },
  );
  expect(run.stderr).toBe('');
  expect(run.status).toBe(0);
  const result = JSON.parse(readFileSync(join(site, 'result.json'), 'utf8'));
  expect(result).toMatchObject({
    code: 'miscased-key',
    marked: 'Knuth1997',
    hover: expect.stringContaining('Knuth, Donald E. \\(1997\\). Fundamental Algorithms. Addison\\-Wesley.'),
    completion: ['knuth1997'],
    definition: { targetUri: expect.stringMatching(/\/refs\.bib$/) },
    actions: expect.arrayContaining(['Write `knuth1997`', 'Disable miscased-key for this line']),
    fixed: 'Naïve 😀 heaps [@knuth1997, p. 3]',
    renamed: ['Naïve 😀 heaps [@knuth1997art, p. 3]', 'See @knuth1997art again.'],
    renamed_entry: '@book{knuth1997art,',
    renamed_elsewhere: expect.arrayContaining(['@knuth1997art']),
    unsaved: ['undefined-key', 'undefined-key'],
    exit: 0,
  });
});
