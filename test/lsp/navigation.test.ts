import { describe, expect, test } from 'vitest';
import type {
  CodeLens,
  DocumentLink,
  DocumentSymbol,
  Location,
  LocationLink,
  SymbolInformation,
} from 'vscode-languageserver-protocol/node';
import { CAPABLE, type LspClient, type LspClientOptions, serveFiles } from '../support/lsp-client.ts';

const files = {
  'a.md':
    '---\ntitle: A\nbibliography: refs.bib\n---\nSee [@knuth1997, p. 3; @shannon1948] and [@taocp].[^n]\n\n[^n]: A note.\n',
  'b.md': '---\ntitle: B\nbibliography: refs.bib\n---\n@knuth1997 again\n',
  'refs.bib':
    '@book{knuth1997,\n  author = {Knuth, Donald E.},\n  title = {Fundamental Algorithms},\n  ids = {taocp},\n  year = 1997,\n  doi = {10.1000/182},\n}\n@inbook{part,\n  crossref = {knuth1997},\n  url = {https://example.org/a_b?c=d},\n}\n@article{shannon1948,\n  title = {Communication},\n  eprint = {1706.03762},\n  eprinttype = {arxiv},\n  note = {PMID: 12345678; see javascript:alert(1)},\n}\n',
};

const hugo = {
  'hugo.toml': '',
  'content/a.md': '---\ntitle: A\n---\n{{< cite "knuth1998" >}}\n',
  'content/b.md':
    '---\ntitle: B\n---\n{{< cite "knuth1998" "Knuth, D. E. (1998). *Sorting and Searching*. Addison-Wesley. https://doi.org/10.1000/182" >}}\n',
  'content/c.md':
    '---\ntitle: C\n---\n{{< cite "knuth1998" "Knuth, D. E. (1998). *Sorting and Searching*. Addison-Wesley. https://doi.org/10.1000/182" >}}\n',
};

async function open(site: Record<string, string>, options?: LspClientOptions): Promise<LspClient> {
  const { client } = await serveFiles(site, options);
  for (const [path, text] of Object.entries(site)) await client.open(path, text);
  return client;
}

/** A place as its path and what stands there. */
function show(client: LspClient, { uri, range }: Location): string {
  const path = uri.replace('file:///site/', '');
  return `${path}: ${client.slice(path, range)}`;
}

describe('a definition', () => {
  const definition = async (site: Record<string, string>, path: string, needle: string, by = 1) => {
    const client = await open(site);
    const links = await client.askAt<LocationLink[] | null>('textDocument/definition', path, needle, {}, by);
    return links?.map(({ targetUri, targetSelectionRange, originSelectionRange }) => [
      client.slice(path, originSelectionRange!),
      show(client, { uri: targetUri, range: targetSelectionRange }),
    ]);
  };

  test.each([
    ['of a key is its entry', 'a.md', '@knuth1997', 'knuth1997', 'refs.bib: knuth1997'],
    ['of another key of an entry is that entry', 'a.md', 'taocp', 'taocp', 'refs.bib: knuth1997'],
    [
      'of a crossref is the other entry',
      'refs.bib',
      'knuth1997},\n  url',
      'knuth1997',
      'refs.bib: knuth1997',
    ],
    ['of a footnote is its note', 'a.md', '[^n].', 'n', 'a.md: n'],
    ['of a bibliography is its beginning', 'a.md', 'refs.bib', 'refs.bib', 'refs.bib: '],
  ])('%s', async (_, path, needle, origin, place) => {
    const site = { ...files, 'a.md': files['a.md'].replace('.[^n]', '[^n].') };
    expect(await definition(site, path, needle, needle.startsWith('[^') ? 2 : 1)).toEqual([[origin, place]]);
  });

  test('of a key without an entry is its first text', async () => {
    expect(await definition(hugo, 'content/a.md', 'knuth1998')).toEqual([
      ['knuth1998', expect.stringContaining('content/b.md: Knuth, D. E. (1998).')],
    ]);
  });

  test('of plain text is none', async () => {
    expect(await definition(files, 'a.md', 'See')).toBeUndefined();
  });

  test('comes as plain places where the editor knows no links', async () => {
    const client = await open(files, { capabilities: {} });
    const found = await client.askAt<Location[]>('textDocument/definition', 'a.md', '@knuth1997', {}, 1);
    expect(found.map((place) => show(client, place))).toEqual(['refs.bib: knuth1997']);
  });
});

describe('references', () => {
  const references = async (path: string, needle: string, includeDeclaration: boolean, by = 1) => {
    const client = await open(files);
    const context = { includeDeclaration };
    const found = await client.askAt<Location[]>('textDocument/references', path, needle, { context }, by);
    return found.map((place) => show(client, place));
  };

  test('are cites, entries and the fields that name them', async () => {
    const all = ['a.md: knuth1997', 'b.md: knuth1997', 'refs.bib: knuth1997', 'refs.bib: knuth1997'];
    expect(await references('a.md', '@knuth1997', true)).toEqual(all);
    expect(await references('refs.bib', 'knuth1997', false)).toEqual(all.slice(0, 3));
  });

  test('of a footnote are its uses', async () => {
    expect(await references('a.md', '[^n]', true, 2)).toEqual(['a.md: n', 'a.md: n']);
  });
});

describe('an outline', () => {
  test('lists citations and notes of a page', async () => {
    const client = await open(hugo);
    const list = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', 'content/b.md');
    expect(list.map(({ name, detail, kind }) => [name, detail, kind])).toEqual([
      ['knuth1998', 'shortcode', 20],
      ['Knuth 1998', 'knuth1998', 15],
    ]);
  });

  test('lists the entries of a bibliography, each with its key inside it', async () => {
    const client = await open(files);
    const list = await client.ask<DocumentSymbol[]>('textDocument/documentSymbol', 'refs.bib');
    expect(list.map(({ name, detail }) => [name, detail])).toEqual([
      ['knuth1997', 'book'],
      ['part', 'inbook'],
      ['shannon1948', 'article'],
    ]);
    expect(client.slice('refs.bib', list[0]!.range)).toMatch(/^@book\{knuth1997,[\s\S]*\}$/);
    expect(client.slice('refs.bib', list[0]!.selectionRange)).toBe('knuth1997');
  });

  test('is flat where the editor knows nothing else', async () => {
    const client = await open(files, { capabilities: {} });
    const list = await client.ask<SymbolInformation[]>('textDocument/documentSymbol', 'a.md');
    expect(list.map(({ name, location }) => [name, show(client, location)])).toEqual([
      ['knuth1997; shannon1948', 'a.md: [@knuth1997, p. 3; @shannon1948]'],
      ['taocp', 'a.md: [@taocp]'],
    ]);
  });
});

test('keys are found in the whole workspace by their letters', async () => {
  const client = await open({ ...files, ...hugo });
  const find = async (query: string) => {
    const found = await client.connection.sendRequest<SymbolInformation[]>('workspace/symbol', { query });
    return found.map(({ name, location }) => `${name} ${location.uri.replace('file:///site/', '')}`);
  };
  expect(await find('nuth19')).toEqual(['knuth1997 refs.bib', 'knuth1998 content/b.md']);
  expect(await find('sh48')).toEqual(['shannon1948 refs.bib']);
  expect(await find('zz')).toEqual([]);
});

describe('links', () => {
  const links = async (site: Record<string, string>, path: string) => {
    const client = await open(site);
    const found = await client.ask<DocumentLink[]>('textDocument/documentLink', path);
    return found.map(({ range, target }) => [client.slice(path, range), target]);
  };

  test('lead from the fields of entries to what they name', async () => {
    expect(await links(files, 'refs.bib')).toEqual([
      ['10.1000/182', 'https://doi.org/10.1000/182'],
      ['https://example.org/a_b?c=d', 'https://example.org/a_b?c=d'],
      ['1706.03762', 'https://arxiv.org/abs/1706.03762'],
      [expect.stringContaining('12345678'), 'https://pubmed.ncbi.nlm.nih.gov/12345678/'],
    ]);
  });

  test('lead from reference texts', async () => {
    expect(await links(hugo, 'content/b.md')).toEqual([
      ['https://doi.org/10.1000/182', 'https://doi.org/10.1000/182'],
    ]);
  });

  test('lead nowhere but to pages of the web', async () => {
    const site = {
      'a.md': '---\nbibliography: r.bib\n---\n@a\n',
      'r.bib':
        '@misc{a,\n  url = {javascript:alert(1)},\n  doi = {10.1000/a b},\n  note = {file:///etc/passwd command:x},\n}\n',
    };
    expect(await links(site, 'r.bib')).toEqual([]);
  });
});

describe('lenses', () => {
  const lenses = async (client: LspClient, path: string) => {
    const found = await client.ask<CodeLens[]>('textDocument/codeLens', path);
    return found.map(({ range, command }) => [client.slice(path, range), command?.title, command?.command]);
  };

  test('count the citations of entries', async () => {
    expect(await lenses(await open(files), 'refs.bib')).toEqual([
      ['knuth1997', 'cited 2 times', ''],
      ['part', 'not cited', ''],
      ['shannon1948', 'cited once', ''],
    ]);
  });

  test('count the citations of a key over its first text', async () => {
    const client = await open(hugo);
    expect(await lenses(client, 'content/b.md')).toEqual([
      [expect.stringContaining('Knuth'), 'cited 3 times', ''],
    ]);
    expect(await lenses(client, 'content/c.md')).toEqual([]);
  });

  test('can be clicked where the editor names a command', async () => {
    const client = await open(files, {
      initialize: { initializationOptions: { showReferencesCommand: 'bibliolint.showReferences' } },
    });
    const [first] = await client.ask<CodeLens[]>('textDocument/codeLens', 'refs.bib');
    expect(first?.command).toMatchObject({
      command: 'bibliolint.showReferences',
      arguments: [
        client.uri('refs.bib'),
        first?.range.start,
        [{ uri: client.uri('a.md') }, { uri: client.uri('b.md') }],
      ],
    });
  });

  test('are asked for again after a change where the editor can be asked to', async () => {
    const client = await open(files, {
      capabilities: { ...CAPABLE, workspace: { ...CAPABLE.workspace, codeLens: { refreshSupport: true } } },
    });
    await client.type('b.md', files['b.md'].length, '[@part]\n');
    await expect.poll(() => client.heard.map(({ method }) => method)).toContain('workspace/codeLens/refresh');
    expect(await lenses(client, 'refs.bib')).toContainEqual(['part', 'cited once', '']);
  });
});
