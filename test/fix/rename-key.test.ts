import { describe, expect, test } from 'vitest';
import { renameKey } from '../../src/fix/rename-key.ts';
import { createMemorySource } from '../../src/host/memory.ts';
import { createSession } from '../../src/session.ts';
import { applyEdits } from '../../src/text/edits.ts';

/** Renames in a project; the texts that change, or the refusal. */
async function rename(files: Record<string, string>, path: string, key: string, name: string) {
  const { project } = await createSession({ source: createMemorySource(files), rules: [] }).look();
  const plan = renameKey(project, { key, path }, name);
  if ('refusal' in plan) return plan.refusal;
  const changed = new Set(plan.edits.map((edit) => edit.path));
  return Object.fromEntries(
    [...changed].map((file) => [
      file,
      applyEdits(
        files[file]!,
        plan.edits.filter((edit) => edit.path === file),
      ),
    ]),
  );
}

const knuth = '"Knuth, D. E. (1997). *Fundamental Algorithms*. Addison-Wesley."';

describe('a site with reference texts', () => {
  const files = {
    'a/hugo.toml': '',
    'a/content/x.md': `{{< cite "knuth97" ${knuth} >}} {{< cite "shannon48" >}} {{% cite key="knuth97" %}}`,
    'a/content/y.md': '`knuth97` {{< cite knuth97 >}}',
    'b/hugo.toml': '',
    'b/content/z.md': `{{< cite "knuth97" ${knuth} >}}`,
  };

  test('every page of the site follows, and no other site', async () => {
    expect(await rename(files, 'a/content/y.md', 'knuth97', 'knuth1997')).toEqual({
      'a/content/x.md': `{{< cite "knuth1997" ${knuth} >}} {{< cite "shannon48" >}} {{% cite key="knuth1997" %}}`,
      'a/content/y.md': '`knuth97` {{< cite knuth1997 >}}',
    });
  });

  test('a key that another work has is refused', async () => {
    expect(await rename(files, 'a/content/x.md', 'knuth97', 'shannon48')).toBe(
      '`shannon48` is a cite key already, in a/content/x.md.',
    );
  });

  test.each([
    ['knuth 97', 'A cite key cannot hold white space.'],
    ['knuth"97', 'A cite key cannot hold `"`.'],
    ['', 'A cite key cannot be empty.'],
  ])('%j is refused', async (name, refusal) => {
    expect(await rename(files, 'a/content/x.md', 'knuth97', name)).toBe(refusal);
  });

  test('a key that stands nowhere is refused', async () => {
    expect(await rename(files, 'a/content/x.md', 'turing36', 'turing1936')).toBe(
      'No cite key `turing36` stands here.',
    );
  });
});

describe('documents with bibliographies', () => {
  const files = {
    'one.md': '---\nbibliography: one.bib\nnocite: "@knuth97"\n---\n[see @knuth97, p. 3; -@taocp] knuth97',
    'two.md': '---\nbibliography: two.bib\n---\n@knuth97\n',
    'both.md': '---\nbibliography: [one.bib, three.json]\n---\n[@knuth97]\n',
    'one.bib':
      '@book{knuth97,\n  title = {knuth97},\n  ids = {taocp, art1},\n}\n@inbook{part,\n  crossref = {knuth97},\n}\n',
    'two.bib': '@book{knuth97,\n  title = {Another},\n}\n',
    'three.json': '[{"id": "knuth97", "type": "book"}]',
  };

  test('from a citation: its entry, what names the entry, and the pages that see it', async () => {
    expect(await rename(files, 'one.md', 'knuth97', 'knuth1997')).toEqual({
      'one.md':
        '---\nbibliography: one.bib\nnocite: "@knuth1997"\n---\n[see @knuth1997, p. 3; -@taocp] knuth97',
      'both.md': '---\nbibliography: [one.bib, three.json]\n---\n[@knuth1997]\n',
      'one.bib':
        '@book{knuth1997,\n  title = {knuth97},\n  ids = {taocp, art1},\n}\n@inbook{part,\n  crossref = {knuth1997},\n}\n',
      'three.json': '[{"id": "knuth1997", "type": "book"}]',
    });
  });

  test('from an entry: the pages that load its file', async () => {
    expect(await rename(files, 'two.bib', 'knuth97', 'knuth1997')).toEqual({
      'two.md': '---\nbibliography: two.bib\n---\n@knuth1997\n',
      'two.bib': '@book{knuth1997,\n  title = {Another},\n}\n',
    });
  });

  test('another key of an entry is renamed where it is declared', async () => {
    expect(await rename(files, 'one.md', 'taocp', 'art')).toEqual({
      'one.md': files['one.md'].replace('@taocp', '@art'),
      'one.bib': files['one.bib'].replace('{taocp,', '{art,'),
    });
    expect(await rename(files, 'one.md', 'taocp', 'art1')).toBe('`art1` is a cite key already, in one.bib.');
  });

  test('the key of an entry that nothing cites', async () => {
    expect(await rename(files, 'one.bib', 'part', 'chapter')).toEqual({
      'one.bib': files['one.bib'].replace('{part,', '{chapter,'),
    });
  });
});

test('the number of a list is not renamed', async () => {
  const files = {
    'hugo.toml': '',
    'content/a.md':
      'Sorted [3].\n\n## References\n\n- [3] Knuth, D. E. (1998). *Sorting and Searching*. Addison-Wesley.\n',
  };
  expect(await rename(files, 'content/a.md', '3', 'knuth98')).toBe(
    '`3` is a number or an anchor of this page, not a cite key.',
  );
});
