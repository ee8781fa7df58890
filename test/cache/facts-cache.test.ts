import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { createFactsCache } from '../../src/cache/facts-cache.ts';
import { openFacts } from '../../src/cache/facts-file.ts';
import { createMemorySource } from '../../src/host/memory.ts';
import { createNodeSource } from '../../src/host/node.ts';
import type { FileSource } from '../../src/project/file-source.ts';
import { type LintResult, lintProject } from '../../src/session.ts';
import { examplePath, exampleSites } from '../support/example-report.ts';
import { hasShared, shared } from '../support/shared.ts';

const VERSION = '1.0.0';
const always = (): boolean => true;

/** What a run says, whatever it was read from. */
const said = ({ findings, suppressed, files, project }: LintResult): unknown =>
  JSON.parse(
    JSON.stringify({
      findings,
      suppressed,
      files,
      keys: [...project.citedKeys()],
      entries: project.entries(),
    }),
  );

/** One run that fills a cache, and the bytes of it. */
async function firstRun(source: FileSource) {
  const memory = createFactsCache(VERSION, []);
  const result = await lintProject({ source, rules, memory });
  return { result, bytes: memory.pack(always)! };
}

/** A memory that counts what it could not answer. */
function counting(bytes: readonly Uint8Array[], version = VERSION) {
  const cache = createFactsCache(version, bytes);
  const missed: string[] = [];
  const memory: typeof cache = {
    ...cache,
    keepDocument(source, dialect, facts) {
      missed.push(source.path);
      cache.keepDocument(source, dialect, facts);
    },
    keepBibliography(source, format, facts) {
      missed.push(source.path);
      cache.keepBibliography(source, format, facts);
    },
  };
  return { memory, missed };
}

const corpus = hasShared
  ? readdirSync(shared('corpus/sites')).map((name) => ({ name, root: shared(`corpus/sites/${name}`) }))
  : [];
const sites = [...exampleSites.map((name) => ({ name, root: examplePath(name) })), ...corpus];

test.each(sites)(
  '$name: facts survive being packed, and the report is the same',
  { timeout: 120_000 },
  async ({ root }) => {
    const source = createNodeSource(root);
    const { result, bytes } = await firstRun(source);
    const { memory, missed } = counting([bytes]);
    const again = await lintProject({ source, rules, memory });
    expect(missed).toEqual([]);
    expect(said(again)).toEqual(said(result));
    expect(memory.pack(always)).toBeUndefined();
  },
);

const files = {
  'paper.md':
    '---\ntitle: Noise\nbibliography: refs.bib\n---\nAs [@shannon1948, p. 3; see @hartley1928].[^a]\n\n[^a]: Note.\n',
  'other.md': '---\ntitle: Noise\nbibliography: refs.bib\n---\nAs @shannon1948 says.\n',
  'refs.bib':
    '@string{bell = "Bell System Technical Journal"}\n@article{shannon1948,\n  author = {Shannon, Claude E.},\n  title = {Noise},\n  journal = bell,\n  year = {1948}\n}\n',
};

test('one changed file is scanned again, and no other', async () => {
  const { bytes } = await firstRun(createMemorySource(files));
  const changed = { ...files, 'other.md': files['other.md'].replace('shannon1948', 'hartley1928') };
  const { memory, missed } = counting([bytes]);
  const result = await lintProject({ source: createMemorySource(changed), rules, memory });
  expect(missed).toEqual(['other.md']);
  expect(said(result)).toEqual(said(await lintProject({ source: createMemorySource(changed), rules })));
});

test('the facts of changed files take the place of the old ones, edit after edit', async () => {
  const site: Record<string, string> = { 'refs.bib': files['refs.bib'] };
  for (let page = 0; page < 12; page++)
    site[`p${page}.md`] = files['paper.md'].replace('Noise', `Noise ${page}`);
  let { bytes } = await firstRun(createMemorySource(site));
  const whole = bytes.length;
  for (let edit = 0; edit < 30; edit++) {
    const path = `p${(edit * 5) % 12}.md`;
    if (edit === 7) delete site['p3.md'];
    site[path] = `${site[path] ?? files['paper.md']}See @hartley${1900 + edit}.\n`;
    if (edit === 11) site['p12.md'] = files['other.md'];
    const source = createMemorySource({ ...site });
    const { memory, missed } = counting([bytes]);
    const result = await lintProject({ source, rules, memory });
    expect(missed.sort()).toEqual(edit === 11 ? ['p12.md', path].sort() : [path]);
    expect(said(result)).toEqual(said(await lintProject({ source, rules })));
    bytes = memory.pack((asked) => asked in site)!;
  }
  expect(bytes.length).toBeLessThan(2 * whole);
});

test('a page read in another dialect is scanned again', async () => {
  const { bytes } = await firstRun(createMemorySource(files));
  const { memory, missed } = counting([bytes]);
  await lintProject({ source: createMemorySource(files), rules, memory, dialect: 'quarto' });
  expect(missed).toEqual(['other.md', 'paper.md']);
});

test('facts of files that were not looked at are kept while these exist', async () => {
  const { bytes } = await firstRun(createMemorySource(files));
  const { 'other.md': _other, ...fewer } = { ...files, 'paper.md': 'No cites.\n' };
  const { memory } = counting([bytes]);
  await lintProject({ source: createMemorySource(fewer), rules, memory });
  const { memory: kept, missed } = counting([memory.pack(always)!]);
  await lintProject({
    source: createMemorySource({ ...files, 'paper.md': 'No cites.\n' }),
    rules,
    memory: kept,
  });
  expect(missed).toEqual([]);
  const { memory: dropped, missed: lost } = counting([memory.pack((path) => path !== 'other.md')!]);
  await lintProject({
    source: createMemorySource({ ...files, 'paper.md': 'No cites.\n' }),
    rules,
    memory: dropped,
  });
  expect(lost).toEqual(['other.md']);
});

test('the facts of shards are joined', async () => {
  const source = createMemorySource(files);
  const shards = [0, 1, 2].map((index) => {
    const memory = createFactsCache(VERSION, []);
    return lintProject({ source, rules: [], memory, shard: { index, count: 3 } }).then(
      () => memory.pack(always)!,
    );
  });
  const { memory, missed } = counting(await Promise.all(shards));
  const result = await lintProject({ source, rules, memory });
  expect(missed).toEqual([]);
  expect(said(result)).toEqual(said(await lintProject({ source, rules })));
});

test('bytes that are cut, changed or foreign hold nothing, and nothing is lost by it', async () => {
  const source = createMemorySource(files);
  const { result, bytes } = await firstRun(source);
  const damaged: Uint8Array[] = [
    Buffer.from('{}\n'),
    Buffer.from(''),
    Buffer.from('\n'),
    Buffer.from('null\n[]'),
  ];
  for (let at = 0; at < bytes.length; at += 7) {
    const flipped = Uint8Array.from(bytes);
    flipped[at] = flipped[at]! ^ 0x55;
    damaged.push(bytes.slice(0, at), flipped);
  }
  const opened = damaged.filter((one) => openFacts(VERSION, one) !== undefined);
  for (const one of [...damaged.slice(0, 5), ...opened]) {
    expect(said(await lintProject({ source, rules: [], memory: createFactsCache(VERSION, [one]) }))).toEqual(
      said({ ...result, findings: [], suppressed: [] }),
    );
  }
});

test('facts of another version of the program are not used', async () => {
  const { bytes } = await firstRun(createMemorySource(files));
  const { memory, missed } = counting([bytes], '1.0.1');
  await lintProject({ source: createMemorySource(files), rules, memory });
  expect(missed).toEqual(['other.md', 'paper.md', 'refs.bib']);
});

test('keys like __proto__ are keys like any other', async () => {
  const text = '@constructor [@__proto__; @toString]\n';
  const source = createMemorySource({
    'paper.md': `---\ntitle: x\nbibliography: refs.bib\n---\n${text}`,
    'refs.bib': '@book{__proto__, title = {hasOwnProperty}}\n',
  });
  const { result, bytes } = await firstRun(source);
  const { memory, missed } = counting([bytes]);
  expect(said(await lintProject({ source, rules, memory }))).toEqual(said(result));
  expect(missed).toEqual([]);
});
