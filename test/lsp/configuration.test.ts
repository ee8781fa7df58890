import { describe, expect, test } from 'vitest';
import { serveFiles } from '../support/lsp-client.ts';

const bib =
  '@book{knuth1997,\n  author = {Knuth, Donald E.},\n  title = {Fundamental Algorithms},\n  publisher = {Addison-Wesley},\n  year = 1997,\n}\n';
const page = '---\ntitle: A\nbibliography: refs.bib\n---\n[@turing1950]\n';
const site = { 'a.md': page, 'refs.bib': bib };

const off = (rule: string): string => `{\n  "rules": {\n    "${rule}": "off"\n  }\n}\n`;
const codes = (diagnostics: readonly { readonly code?: unknown }[]): unknown[] =>
  diagnostics.map(({ code }) => code);

test('the configuration of the site holds, and is followed when it changes', async () => {
  const { client, files } = await serveFiles({ ...site, 'bibliolint.config.json': off('undefined-key') });
  expect(codes(await client.diagnostics('a.md'))).toEqual([]);
  files.set('/site/bibliolint.config.json', off('unused-entry'));
  await client.changed('bibliolint.config.json');
  expect(codes(await client.diagnostics('a.md'))).toEqual(['undefined-key']);
  await client.open('bibliolint.config.json', off('undefined-key'));
  expect(codes(await client.diagnostics('a.md'))).toEqual([]);
});

test('a configuration nearer to a file wins for it', async () => {
  const { client } = await serveFiles({
    'one/a.md': page,
    'one/refs.bib': bib,
    'two/a.md': page,
    'two/refs.bib': bib,
    'two/bibliolint.config.json': off('undefined-key'),
  });
  expect(codes(await client.diagnostics('one/a.md'))).toEqual(['undefined-key']);
  expect(codes(await client.diagnostics('two/a.md'))).toEqual([]);
});

test('a mistake in it is shown where it is made, and the last good one holds on', async () => {
  const { client, files } = await serveFiles({ ...site, 'bibliolint.config.json': off('undefined-key') });
  expect(codes(await client.diagnostics('a.md'))).toEqual([]);
  files.set('/site/bibliolint.config.json', off('undefined-keey'));
  await client.changed('bibliolint.config.json');
  expect(await client.diagnostics('bibliolint.config.json')).toEqual([
    {
      range: { start: { line: 2, character: 4 }, end: { line: 2, character: 20 } },
      severity: 1,
      source: 'bibliolint',
      message: expect.stringMatching(/undefined-keey.*Did you mean/s),
    },
  ]);
  expect(codes(await client.diagnostics('a.md'))).toEqual([]);
  expect(client.heard).toContainEqual({
    method: 'window/showMessage',
    params: { type: 1, message: expect.stringContaining('/site/bibliolint.config.json') },
  });
  files.set('/site/bibliolint.config.json', off('unused-entry'));
  await client.changed('bibliolint.config.json');
  expect(await client.diagnostics('bibliolint.config.json')).toEqual([]);
  expect(codes(await client.diagnostics('a.md'))).toEqual(['undefined-key']);
});

test('one that is broken from the start leaves nothing but its mistake, and everything else at work', async () => {
  const { client, files } = await serveFiles({ ...site, 'bibliolint.config.json': '{ "rules": ' });
  expect(await client.diagnostics('a.md')).toEqual([]);
  expect(await client.diagnostics('bibliolint.config.json')).toMatchObject([
    { message: expect.stringContaining('This is not JSON') },
  ]);
  await client.open('refs.bib', bib);
  expect(await client.askAt('textDocument/hover', 'refs.bib', 'knuth1997')).not.toBeNull();
  files.set('/site/bibliolint.config.json', '{}');
  await client.changed('bibliolint.config.json');
  expect(codes(await client.diagnostics('a.md'))).toEqual(['undefined-key']);
});

test('code in the site is not run', async () => {
  const { client } = await serveFiles({
    ...site,
    'bibliolint.config.mjs': 'throw new Error("run");\n',
    'b.md': '---js\nthrow new Error("run")\n---\n[@turing1950]\n',
  });
  expect(codes(await client.diagnostics('a.md'))).toContain('undefined-key');
  expect(codes(await client.diagnostics('b.md'))).toContain('executable-front-matter');
  expect(client.heard).toContainEqual({
    method: 'window/logMessage',
    params: { type: 1, message: expect.stringContaining('was not run') },
  });
});

test('files that are ignored are, open or not', async () => {
  const { client } = await serveFiles({ ...site, '.gitignore': 'drafts/\n', 'drafts/b.md': page });
  await client.open('drafts/b.md', page);
  await client.open('drafts/new.md', page);
  expect(await client.diagnostics('drafts/b.md')).toEqual([]);
  expect(await client.diagnostics('drafts/new.md')).toEqual([]);
});

describe('a plugin', () => {
  const todo = {
    id: 'no-plans',
    description: 'Disallow plans.',
    scope: 'document',
    level: 'warning',
    preset: 'recommended',
    since: '1.0.0',
    fix: 'none',
    messages: { plan: 'This page is a plan.' },
    options: {},
    check({ path }: { path: string }, { report }: { report(problem: unknown): void }) {
      report({ at: { path, region: { start: 0, end: 3 } }, messageId: 'plan' });
    },
  };
  const files = {
    ...site,
    'house.mjs': '',
    'bibliolint.config.json': '{ "plugins": ["./house.mjs"], "rules": { "undefined-key": "off" } }',
  };
  const modules = { '/site/house.mjs': { rules: [todo] } };

  test('runs where who starts the editor allows it, and has no page to link to', async () => {
    const { client } = await serveFiles(files, { environment: { BIBLIOLINT_ALLOW_CODE: '1' }, modules });
    const found = await client.diagnostics('a.md');
    expect(found).toMatchObject([{ code: 'house/no-plans', message: 'This page is a plan.' }]);
    expect(found[0]).not.toHaveProperty('codeDescription');
    await client.open('a.md', page);
    const hover = await client.askAt<{ contents: unknown }>('textDocument/hover', 'a.md', '---');
    expect(JSON.stringify(hover)).not.toContain('undefined');
  });

  test.each([[{}], [{ BIBLIOLINT_ALLOW_CODE: '0' }]])('does not run otherwise: %j', async (environment) => {
    const { client } = await serveFiles(files, { environment, modules });
    expect(codes(await client.diagnostics('a.md'))).toEqual([]);
    expect(await client.diagnostics('bibliolint.config.json')).toMatchObject([
      { message: expect.stringContaining('Plugins are code, and code is not run.') },
    ]);
  });
});
