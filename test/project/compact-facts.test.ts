import { beforeAll, expect, test } from 'vitest';
import type { SiteDialect } from '../../src/model.ts';
import { createCompactor } from '../../src/project/compact-facts.ts';
import { loadAllParsers } from '../../src/scan/parsers.ts';
import { scanDocument } from '../../src/scan/scan.ts';

beforeAll(loadAllParsers);

const dialect: SiteDialect = {
  name: 'hugo',
  root: '',
  reason: 'it was asked for',
  shortcodes: {},
  shortcodesComplete: false,
  crossReferencePrefixes: [],
};

const page = `---
title: "The Art of Computer Programming, read again"
tags: ["algorithms and data", "short"]
deep: { of: [ { a: "a value that stands deep in the data" } ] }
---
{{< cite "knuth-1984-literate" "Knuth, D. E. (1984). *Literate Programming*. The Computer Journal." >}}
{{< cite "shannon
<!-- bibliolint-disable-file undefined-key -- the entries are generated -->
[^a-long-label-of-a-note]: Lovelace, A. (1843). Notes by the Translator.
`;

const scan = () => scanDocument({ path: 'content/post.md', text: page }, dialect);

test('facts say what they said', () => {
  const facts = createCompactor()(scan());
  expect(facts.references.length).toBeGreaterThan(0);
  expect(facts.problems.length).toBeGreaterThan(0);
  expect(facts).toEqual(scan());
});

test('text outside Latin-1, and a lone surrogate, stay as they are', () => {
  const facts = scan();
  const text = 'Кнут, Д. (1984). \ud800 Литературное программирование';
  const changed = { ...facts, references: facts.references.map((reference) => ({ ...reference, text })) };
  expect(createCompactor()(changed).references[0]?.text).toBe(text);
});

test('an alias that is used over and over does not multiply the work', () => {
  const facts = scan();
  let value: object = { text: 'a value that stands deep in the data' };
  for (let depth = 0; depth < 60; depth++) value = [value, value];
  const region = { start: 0, end: 0 };
  const field = { name: 'deep', nameRegion: region, value: value as never, region };
  expect(createCompactor()({ ...facts, frontMatter: [field] }).frontMatter).toHaveLength(1);
});

test('pages with the same fields at the top share their regions where there are many', () => {
  const compact = createCompactor();
  for (let page = 0; page < 500; page++) compact(scan());
  const [first] = compact(scan()).frontMatter;
  const [again] = compact(scan()).frontMatter;
  expect(again?.nameRegion).toBe(first?.nameRegion);
  expect(again?.region).toBe(first?.region);
});

test('a region that stands far down or is long stays as it is', () => {
  const region = { start: 70_000, end: 70_010 };
  const long = { start: 5, end: 5000 };
  const field = { name: 'title', nameRegion: region, value: 'x', region: long };
  const [compacted] = createCompactor()({ ...scan(), frontMatter: [field] }).frontMatter;
  expect(compacted?.nameRegion).toBe(region);
  expect(compacted?.region).toBe(long);
});
