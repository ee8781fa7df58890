import { expect, test } from 'vitest';
import { createMemorySource } from '../../src/host/memory.ts';
import { discoverFiles } from '../../src/project/discover.ts';
import { nearbySource } from '../../src/project/nearby-source.ts';

const page = '# Heaps\n';

/** The files that are found near these targets, with the folders that were looked into. */
async function look(files: Readonly<Record<string, string>>, targets: readonly string[]) {
  const source = createMemorySource(files);
  const asked: string[] = [];
  const counted = {
    ...source,
    entries: (folder: string) => {
      asked.push(folder);
      return source.entries(folder);
    },
  };
  return { found: await discoverFiles(nearbySource(counted, targets)), asked };
}

test('what lies beside a lone file and two folders below is found, and nothing deeper', async () => {
  const files = { 'note.md': page, 'lib/refs.bib': '', 'a/b/c.md': page, 'a/b/c/d.md': page };
  const { found, asked } = await look(files, ['note.md']);
  expect(found).toEqual(['a/b/c.md', 'lib/refs.bib', 'note.md']);
  expect(asked).not.toContain('a/b/c');
});

test('a lone file further down has the way to it, and what is near', async () => {
  const files = {
    'note.md': page,
    'one/two/three/four/deep.md': page,
    'one/two/three/four/bib/refs.bib': '',
    'other/far.md': page,
    'one/beside.md': page,
    'one/two/other/far.md': page,
  };
  const { found, asked } = await look(files, ['note.md', 'one/two/three/four/deep.md']);
  expect(found).toContain('one/two/three/four/bib/refs.bib');
  expect(found).toContain('one/two/three/four/deep.md');
  expect(asked).not.toContain('one/two/other/far');
});

test('a folder with the files of a whole disk is not looked into further', async () => {
  const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`big/${index}.txt`, '']));
  const { asked } = await look({ 'note.md': page, ...many, 'big/sub/a.md': page }, ['note.md']);
  expect(asked).toEqual(['', 'big']);
});
