import { describe, expect, test } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { CAPABLE, type LspClient, type LspClientOptions, serveFiles } from '../support/lsp-client.ts';

const bib =
  '@book{knuth1997,\n  author = {Knuth, Donald E.},\n  title = {Fundamental Algorithms},\n  publisher = {Addison-Wesley},\n  year = 1997,\n}\n';
const head = '---\ntitle: A\nbibliography: refs.bib\n---\n';

async function open(files: Record<string, string>, options?: LspClientOptions): Promise<LspClient> {
  const { client } = await serveFiles(files, options);
  for (const [path, text] of Object.entries(files)) await client.open(path, text);
  return client;
}

/** The actions offered over a text, and what the editor thinks is wrong there. */
function actions(
  client: LspClient,
  path: string,
  needle: string,
  context: object = {},
): Promise<CodeAction[]> {
  const start = client.positionOf(path, needle);
  const end = client.positionOf(path, needle, needle.length);
  return client.ask('textDocument/codeAction', path, {
    range: { start, end },
    context: { diagnostics: [], ...context },
  });
}

const titled = (list: readonly CodeAction[], title: string): CodeAction => {
  const found = list.find((action) => action.title === title);
  if (found === undefined)
    throw new Error(`No ${title} among ${list.map((action) => action.title).join(', ')}`);
  return found;
};

test('a fix is offered, made, and what it mends is gone', async () => {
  const client = await open({ 'a.md': `${head}😀é [@Knuth1997]\n`, 'refs.bib': bib });
  const list = await actions(client, 'a.md', 'Knuth1997');
  const fix = titled(list, 'Write `knuth1997`');
  expect(fix).toMatchObject({
    kind: 'quickfix',
    isPreferred: true,
    diagnostics: [{ code: 'miscased-key' }],
    edit: { documentChanges: [{ textDocument: { uri: client.uri('a.md'), version: 1 } }] },
  });
  expect(await client.apply(fix.edit!)).toEqual(['a.md']);
  expect(client.text('a.md')).toBe(`${head}😀é [@knuth1997]\n`);
  expect((await client.diagnostics('a.md')).map(({ code }) => code)).toEqual([]);
});

test('a suggestion is offered without being preferred', async () => {
  const client = await open({ 'a.md': `${head}[@knuth1979]\n`, 'refs.bib': bib });
  const fix = titled(await actions(client, 'a.md', 'knuth1979'), 'Cite `knuth1997`');
  expect(fix.isPreferred).toBeUndefined();
});

test('findings are our own, whatever the editor holds for them', async () => {
  const client = await open({ 'a.md': `${head}😀 [@Knuth1997]\n`, 'refs.bib': bib });
  const stale = {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
    message: 'old',
    code: 'miscased-key',
    source: 'bibliolint',
  };
  const list = await actions(client, 'a.md', 'Knuth1997', { diagnostics: [stale] });
  await client.apply(titled(list, 'Write `knuth1997`').edit!);
  expect(client.text('a.md')).toBe(`${head}😀 [@knuth1997]\n`);
  const elsewhere = await actions(client, 'a.md', 'title: A', { diagnostics: [stale] });
  expect(elsewhere.filter(({ title }) => title.startsWith('Write'))).toEqual([]);
});

test('an edit of several files carries their versions, null for those that are not open', async () => {
  const files = {
    'hugo.toml': '',
    'content/a.md':
      '---\ntitle: A\n---\n{{< cite "knuth97" "Knuth, D. E. (1997). *Fundamental Algorithms*. Addison-Wesley." >}}\n',
    'content/b.md':
      '---\ntitle: B\n---\n{{< cite "taocp1" "Knuth, D. E. (1997). *Fundamental Algorithms*. Addison-Wesley." >}}\n',
    'content/c.md':
      '---\ntitle: C\n---\n{{< cite "taocp1" "Knuth, D. E. (1997). *Fundamental Algorithms*. Addison-Wesley." >}}\n',
  };
  const { client } = await serveFiles(files);
  await client.open('content/b.md', files['content/b.md']);
  const fix = (await actions(client, 'content/b.md', 'taocp1')).find(({ title }) => title.startsWith('Cite'));
  expect(fix?.edit?.documentChanges).toMatchObject([
    { textDocument: { uri: client.uri('content/b.md'), version: 1 } },
    { textDocument: { uri: client.uri('content/c.md'), version: null } },
  ]);
});

test('an editor that knows no versions gets plain changes, one that knows no literals nothing', async () => {
  const files = { 'a.md': `${head}[@Knuth1997]\n`, 'refs.bib': bib };
  const plain = await open(files, { capabilities: { textDocument: CAPABLE.textDocument! } });
  const fix = titled(await actions(plain, 'a.md', 'Knuth1997'), 'Write `knuth1997`');
  expect(Object.keys(fix.edit?.changes ?? {})).toEqual([plain.uri('a.md')]);
  const bare = await open(files, { capabilities: {} });
  expect(bare.server.capabilities.codeActionProvider).toBeUndefined();
});

test('only what is asked for is offered', async () => {
  const client = await open({ 'a.md': `${head}[@Knuth1997]\n`, 'refs.bib': bib });
  const kinds = async (...only: string[]) =>
    new Set((await actions(client, 'a.md', 'Knuth1997', { only })).map(({ kind }) => kind));
  expect(await kinds('quickfix')).toEqual(new Set(['quickfix']));
  expect(await kinds('source.fixAll')).toEqual(new Set(['source.fixAll.bibliolint']));
  expect(await kinds('source')).toEqual(new Set(['source.fixAll.bibliolint']));
  expect(await kinds('refactor')).toEqual(new Set());
  const light = await actions(client, 'a.md', 'Knuth1997', { triggerKind: 2 });
  expect(light.map(({ kind }) => kind)).not.toContain('source.fixAll.bibliolint');
});

test('all safe fixes of a file are made as --fix makes them', async () => {
  const text = `${head}[@Knuth1997] and [@KNUTH1997] and [@knuth1979]\n`;
  const client = await open({ 'a.md': text, 'b.md': `${head}[@Knuth1997]\n`, 'refs.bib': bib });
  const [all, ...rest] = await actions(client, 'a.md', 'title', { only: ['source.fixAll.bibliolint'] });
  expect(rest).toEqual([]);
  expect(await client.apply(all!.edit!)).toEqual(['a.md']);
  expect(client.text('a.md')).toBe(`${head}[@knuth1997] and [@knuth1997] and [@knuth1979]\n`);
  expect(await actions(client, 'a.md', 'title', { only: ['source.fixAll'] })).toEqual([]);
});

describe('a rule is disabled for a line', () => {
  const hugo = (body: string) => ({ 'hugo.toml': '', 'content/a.md': `---\ntitle: A\n---\n${body}` });
  const pandoc = (body: string) => ({ 'a.md': `${head}${body}`, 'refs.bib': bib });
  const comment = (rule: string) => `<!-- bibliolint-disable-next-line ${rule} -->`;

  test.each([
    [
      'on a line of its own where a block begins',
      pandoc('First.\n\n[@turing] said\n'),
      '[@turing]',
      pandoc(`First.\n\n${comment('undefined-key')}\n[@turing] said\n`),
    ],
    [
      'behind the line before, inside a paragraph',
      pandoc('As we saw,\n[@turing] said\n'),
      '[@turing]',
      pandoc(`As we saw, ${comment('undefined-key')}\n[@turing] said\n`),
    ],
    [
      'before a hard line break',
      pandoc('As we saw,\\\n[@turing] said\n'),
      '[@turing]',
      pandoc(`As we saw, ${comment('undefined-key')}\\\n[@turing] said\n`),
    ],
    [
      'in a list',
      pandoc('- one\n- two [@turing]\n'),
      '[@turing]',
      pandoc(`- one ${comment('undefined-key')}\n- two [@turing]\n`),
    ],
    [
      'under the front matter',
      pandoc('[@turing] said\n'),
      '[@turing]',
      pandoc(`${comment('undefined-key')}\n[@turing] said\n`),
    ],
    [
      'with the line ends of the file',
      { 'a.md': `${head}One.\n\n[@turing]\n`.replaceAll('\n', '\r\n'), 'refs.bib': bib },
      '[@turing]',
      {
        'a.md': `${head}One.\n\n${comment('undefined-key')}\n[@turing]\n`.replaceAll('\n', '\r\n'),
        'refs.bib': bib,
      },
    ],
    [
      'in the front matter',
      { 'a.md': '---\ntitle: A\nbibliography: nowhere.bib\n---\nText\n' },
      'nowhere.bib',
      {
        'a.md':
          '---\ntitle: A\n# bibliolint-disable-next-line missing-bibliography-file\nbibliography: nowhere.bib\n---\nText\n',
      },
    ],
    [
      'in a page that takes HTML comments away',
      hugo('One.\n\n{{< cite "a" "Knuth, D. E. (2999). *The Art*. Addison-Wesley." >}}\n'),
      '2999',
      hugo(
        `One.\n\n${comment('malformed-reference')}\n{{< cite "a" "Knuth, D. E. (2999). *The Art*. Addison-Wesley." >}}\n`,
      ),
    ],
    [
      'in MDX',
      {
        'package.json': '{"dependencies": {"rehype-citation": "^2"}}',
        'astro.config.mjs':
          "import rehypeCitation from 'rehype-citation'\nexport default { rehypePlugins: [[rehypeCitation, { bibliography: 'refs.bib' }]] }\n",
        'refs.bib': bib,
        'src/a.mdx': '---\ntitle: A\n---\n\nOne.\n\nSee [@turing].\n',
      },
      '[@turing]',
      {
        'src/a.mdx':
          '---\ntitle: A\n---\n\nOne.\n\n{/* bibliolint-disable-next-line undefined-key */}\nSee [@turing].\n',
      },
    ],
  ])('%s', async (_, files: Record<string, string>, needle, expected: Record<string, string>) => {
    const path = Object.keys(files).find((file) => files[file]!.includes(needle))!;
    const client = await open(files);
    const before = await client.diagnostics(path);
    const list = await actions(client, path, needle);
    const disable = list.find(({ title }) => title.endsWith('for this line'));
    await client.apply(disable!.edit!);
    expect(client.text(path)).toBe(expected[path]);
    const after = await client.diagnostics(path);
    expect(after.map(({ code }) => code)).toEqual(
      before.map(({ code }) => code).filter((code) => code !== disable!.diagnostics?.[0]?.code),
    );
  });

  test('round the entry where a comment cannot stand inside', async () => {
    const text =
      '@book{a,\n  author = {Knuth, Donald E.},\n  title = {X},\n  publisher = {Y},\n  year = 1997,\n  isbn = {0-201-89683-5},\n}\n';
    const client = await open({ 'a.md': `${head}[@a]\n`, 'refs.bib': text });
    const list = await actions(client, 'refs.bib', '0-201-89683-5');
    await client.apply(titled(list, 'Disable invalid-isbn for this line').edit!);
    expect(client.text('refs.bib')).toBe(
      `% bibliolint-disable invalid-isbn\n${text.trimEnd()}\n% bibliolint-enable invalid-isbn\n`,
    );
    expect((await client.diagnostics('refs.bib')).map(({ code }) => code)).not.toContain('invalid-isbn');
  });

  test('not where no comment can stand', async () => {
    const client = await open({
      'a.md': '---\nbibliography: a.json\n---\n[@a]\n',
      'a.json': '[{"id": "a", "type": "book", "title": "X", "ISBN": "0-201-89683-5"}]\n',
    });
    const list = await actions(client, 'a.json', '0-201-89683-5');
    expect(list.map(({ title }) => title).filter((title) => title.startsWith('Disable'))).toEqual([]);
  });

  test('not in front of the middle of a shortcode', async () => {
    const client = await open(
      hugo('One.\n\n{{< cite "a"\n  "Knuth, D. E. (2999). *The Art*. Addison-Wesley." >}}\n'),
    );
    const list = await actions(client, 'content/a.md', '2999');
    expect(list.map(({ title }) => title)).toEqual(['Disable malformed-reference in this file']);
  });
});

test('a rule is disabled for a file', async () => {
  const client = await open({ 'a.md': `${head}One [@turing].\n\nTwo [@turing].\n`, 'refs.bib': bib });
  const list = await actions(client, 'a.md', '@turing');
  await client.apply(titled(list, 'Disable undefined-key in this file').edit!);
  expect(client.text('a.md')).toBe(
    `${head}<!-- bibliolint-disable-file undefined-key -->\nOne [@turing].\n\nTwo [@turing].\n`,
  );
  expect((await client.diagnostics('a.md')).map(({ code }) => code)).toEqual([]);
});
