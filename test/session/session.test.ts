import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { createConfig } from '../../src/config/config.ts';
import { createMemorySource } from '../../src/host/memory.ts';
import type { FileSource } from '../../src/project/file-source.ts';
import { createSession } from '../../src/session.ts';

const page = (year: string): string =>
  `---\ntitle: Sorting\ndate: 1998-01-01\n---\n{{< cite "knuth1998" "Knuth, D. E. (${year}). *Sorting and Searching*. Addison-Wesley." >}}\n`;

/** A source whose files can be changed, and which counts how often each is read. */
function countingSource(files: Record<string, string>) {
  const reads: string[] = [];
  const source: FileSource = {
    entries: (folder) => createMemorySource(files).entries(folder),
    read(path) {
      reads.push(path);
      return createMemorySource(files).read(path);
    },
  };
  return { source, reads };
}

const ids = (findings: readonly { ruleId: string }[]): string[] => findings.map(({ ruleId }) => ruleId);

test('a change on disk is seen once it is told, and only that file is read again', async () => {
  const files: Record<string, string> = {
    'hugo.toml': '',
    'content/a.md': page('1998'),
    'content/b.md': page('1998'),
  };
  const { source, reads } = countingSource(files);
  const session = createSession({ source, rules });
  expect(ids((await session.lint()).findings)).toEqual([]);
  files['content/b.md'] = page('1989');
  expect(ids((await session.lint()).findings)).toEqual([]);
  reads.length = 0;
  session.changed(['content/b.md']);
  expect(ids((await session.lint()).findings)).toContain('conflicting-reference');
  expect(reads).toEqual(['content/b.md']);
});

test('an unsaved buffer wins over the disk until it is closed', async () => {
  const files = { 'hugo.toml': '', 'content/a.md': page('1998'), 'content/b.md': page('1998') };
  const session = createSession({ source: createMemorySource(files), rules });
  session.setText('content/b.md', page('1989'));
  const { findings, text } = await session.lint();
  expect(ids(findings)).toContain('conflicting-reference');
  expect(text('content/b.md')).toBe(page('1989'));
  session.setText('content/b.md', undefined);
  expect(ids((await session.lint()).findings)).toEqual([]);
});

test('a file that comes and goes is found and forgotten', async () => {
  const files: Record<string, string> = { 'hugo.toml': '', 'content/a.md': page('1998') };
  const session = createSession({ source: countingSource(files).source, rules });
  expect((await session.lint()).files).toHaveLength(1);
  files['content/new/b.md'] = page('1998');
  session.changed(['content/new/b.md']);
  expect((await session.lint()).files.map(({ path }) => path)).toEqual(['content/a.md', 'content/new/b.md']);
  delete files['content/new/b.md'];
  session.changed(['content/new/b.md']);
  expect((await session.lint()).files).toHaveLength(1);
});

test('a template that changes changes how all pages are read', async () => {
  const files: Record<string, string> = {
    'hugo.toml': '',
    'content/a.md': page('1998'),
    'layouts/shortcodes/cite.html': '{{ .Get 0 }}{{ .Get 1 }}',
  };
  const session = createSession({ source: countingSource(files).source, rules });
  expect(ids((await session.lint()).findings)).toEqual([]);
  files['layouts/shortcodes/cite.html'] = '{{ .Inner }}{{ .Get 0 }}';
  session.changed(['layouts/shortcodes/cite.html']);
  expect(ids((await session.lint()).findings)).toContain('unclosed-shortcode');
});

test('nothing is done again where nothing changed, and a look costs no judgement', async () => {
  const { source, reads } = countingSource({ 'hugo.toml': '', 'content/a.md': page('1998') });
  const judged: string[] = [];
  const counting = rules.map((rule) => ({ ...rule, check: () => void judged.push(rule.id) }));
  const session = createSession({ source, rules: counting });
  const first = await session.look();
  expect(judged).toEqual([]);
  reads.length = 0;
  expect(await session.look()).toBe(first);
  expect(await session.lint()).toBe(await session.lint());
  expect(judged).not.toEqual([]);
  expect(reads).toEqual([]);
});

test('a file that is not written yet is found, unless it is ignored', async () => {
  const files = { 'hugo.toml': '', '.gitignore': 'drafts/\n', 'content/a.md': page('1998') };
  const session = createSession({ source: createMemorySource(files), rules });
  session.setText('content/new/b.md', page('1989'));
  session.setText('drafts/c.md', page('1977'));
  const { files: seen, findings } = await session.lint();
  expect(seen.map(({ path }) => path)).toEqual(['content/a.md', 'content/new/b.md']);
  expect(ids(findings)).toContain('conflicting-reference');
});

test('what would be found after a change is told without making it', async () => {
  const files = { 'hugo.toml': '', 'content/a.md': page('1998'), 'content/b.md': page('1998') };
  const session = createSession({ source: createMemorySource(files), rules });
  const after = await session.lint(new Map([['content/b.md', page('1989')]]));
  expect(ids(after.findings)).toContain('conflicting-reference');
  expect(after.text('content/b.md')).toBe(page('1989'));
  expect((await session.lint()).findings).toEqual([]);
});

test('a result keeps the texts it is about when the files change', async () => {
  const files: Record<string, string> = { 'hugo.toml': '', 'content/a.md': page('1998') };
  const session = createSession({ source: countingSource(files).source, rules });
  const before = await session.lint();
  session.setText('content/a.md', page('1989'));
  await session.lint();
  expect(before.text('content/a.md')).toBe(page('1998'));
});

test('a text is read in the dialect of the document it would stand in', async () => {
  const files = { 'hugo.toml': '', 'content/a.md': page('1998') };
  const session = createSession({ source: createMemorySource(files), rules });
  const facts = await session.scan('content/a.md', '{{< cite "shannon1948" >}} [@knuth1998]');
  expect(facts?.citations.flatMap(({ cites }) => cites.map(({ key }) => key))).toEqual(['shannon1948']);
  expect(await session.scan('content/b.md', '')).toBeUndefined();
});

test('another configuration holds from the next lint on', async () => {
  const files = { 'hugo.toml': '', 'content/a.md': page('1998'), 'content/b.md': page('1989') };
  const session = createSession({ source: createMemorySource(files), rules });
  expect(ids((await session.lint()).findings)).toContain('conflicting-reference');
  session.configure({ config: createConfig({ ignore: ['b.md'] }) });
  expect((await session.lint()).findings).toEqual([]);
});

test('a configuration file is looked at again, and a broken one leaves the last good one in force', async () => {
  const files: Record<string, string> = {
    'hugo.toml': '',
    'content/a.md': page('1998'),
    'content/b.md': page('1989'),
    'bibliolint.config.json': '{"ignore": ["b.md"]}',
  };
  const errors: (string | undefined)[] = [];
  const onConfigError = ({ path }: { path: string | undefined }): void => void errors.push(path);
  const session = createSession({
    source: countingSource(files).source,
    rules: rules.filter(({ id }) => id === 'conflicting-reference'),
    onConfigError,
  });
  const found = async (text: string): Promise<string[]> => {
    files['bibliolint.config.json'] = text;
    session.changed(['bibliolint.config.json']);
    return ids((await session.lint()).findings);
  };
  expect(await found('{"ignore": ["b.md"]}')).toEqual([]);
  expect(await found('{"ignore": ["b.md"')).toEqual([]);
  expect(errors).toEqual(['bibliolint.config.json:1:19']);
  expect(await found('{}')).toContain('conflicting-reference');
  session.setText('bibliolint.config.json', '{"rules": {"conflicting-reference": "off"}}');
  expect(ids((await session.lint()).findings)).toEqual([]);
});
