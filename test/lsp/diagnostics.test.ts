import { expect, test } from 'vitest';
import { serveFiles } from '../support/lsp-client.ts';

const knuth = (year: string): string =>
  `---\ntitle: Sorting\ndate: 1998-01-01\n---\n{{< cite "knuth1998" "Knuth, D. E. (${year}). *Sorting and Searching*. Addison-Wesley." >}}\n`;

test('findings of all files are pushed, and cleared where they vanish', async () => {
  const { client } = await serveFiles({
    'hugo.toml': '',
    'content/a.md': knuth('1998'),
    'content/b.md': knuth('1989'),
  });
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
