import { expect, test } from 'vitest';
import { createMemorySource } from '../../src/host/memory.ts';
import { discoverFiles } from '../../src/project/discover.ts';

const find = (...paths: string[]): Promise<string[]> =>
  discoverFiles(createMemorySource(Object.fromEntries(paths.map((path) => [path, '']))));

test('what a generator writes beside its configuration is no source', async () => {
  const sources = ['_quarto.yml', 'index.qmd', 'notes/_book/kept.md'];
  expect(await find(...sources, '_book/index.md', '_freeze/a/figure.md')).toEqual(sources);
});

test('inst/doc of an R package holds the copies of its vignettes', async () => {
  const sources = ['DESCRIPTION', 'inst/CITATION', 'vignettes/plot.Rmd', 'vignettes/refs.bib'];
  expect(await find(...sources, 'inst/doc/plot.Rmd')).toEqual(sources);
});

test('inst/doc is the source where a package has no other vignettes', async () => {
  const sources = ['DESCRIPTION', 'inst/doc/plot.Rmd', 'inst/doc/refs.bib'];
  expect(await find(...sources)).toEqual(sources);
});
