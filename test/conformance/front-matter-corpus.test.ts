import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { FrontMatterField, Json } from '../../src/model.ts';
import { readFlatYaml } from '../../src/scan/front-matter/flat-yaml.ts';
import {
  type FrontMatterPolicy,
  hugoFrontMatter,
  jekyllFrontMatter,
  markdownFrontMatter,
  pandocFrontMatter,
} from '../../src/scan/front-matter/policies.ts';
import { readFrontMatter } from '../../src/scan/front-matter/read-front-matter.ts';
import { readYaml } from '../../src/scan/front-matter/yaml.ts';
import { loadAllParsers } from '../../src/scan/parsers.ts';
import { hasShared, shared } from '../support/shared.ts';

beforeAll(loadAllParsers);

const SITES: readonly (readonly [site: string, policy: FrontMatterPolicy])[] = [
  ['BetterCLI+bettercli.org', hugoFrontMatter],
  ['loup-brun+hugo-cite', hugoFrontMatter],
  ['EmanueleGhelfi+emanueleghelfi.github.io', jekyllFrontMatter],
  ['inukshuk+jekyll-scholar', jekyllFrontMatter],
  ['jax-ml+scaling-book', jekyllFrontMatter],
  ['jupyter-book+mystmd', markdownFrontMatter],
  ['timlrx+rehype-citation', markdownFrontMatter],
  ['greenelab+meta-review', pandocFrontMatter],
  ['markrussinovich+refchecker', pandocFrontMatter],
  ['ropensci+ruODK', pandocFrontMatter],
  ['rstudio+bookdown', pandocFrontMatter],
  ['tidymodels+TMwR', pandocFrontMatter],
  ['tompollard+phd_thesis_markdown', pandocFrontMatter],
];

/** Hugo fills archetypes as templates before it reads their front matter. */
const IS_TEMPLATE = /(?:^|\/)archetypes\//;

function pagesOf(site: string): { path: string; text: string }[] {
  const root = shared(`corpus/sites/${site}`);
  const paths = readdirSync(root, { recursive: true }) as string[];
  return paths
    .filter((path) => /\.(?:md|mdx|markdown|html|Rmd|rmd|qmd)$/.test(path) && !IS_TEMPLATE.test(path))
    .map((path) => ({ path, text: readFileSync(`${root}/${path}`, 'utf8') }));
}

/** What `yaml` alone makes of a block, with the numbers that stay as written put back. */
const isSame = (ours: Json, theirs: unknown): boolean =>
  JSON.stringify(ours) === JSON.stringify(theirs, (_key, value) => value) ||
  (typeof ours === 'string' && typeof theirs === 'number' && Number(ours) === theirs) ||
  (typeof ours === 'object' &&
    ours !== null &&
    typeof theirs === 'object' &&
    theirs !== null &&
    Object.keys(ours).join('\n') === Object.keys(theirs).join('\n') &&
    Object.entries(ours).every(([key, value]) => isSame(value, (theirs as Record<string, unknown>)[key])));

const top = (fields: readonly FrontMatterField[]) => fields.filter(({ name }) => !name.includes('.'));

describe.skipIf(!hasShared)('front matter of real sites', () => {
  test.each(SITES)('%s', (site, policy) => {
    let blocks = 0;
    let flat = 0;
    for (const { path, text } of pagesOf(site)) {
      const { format, region, fields, problems } = readFrontMatter(text, policy);
      expect([path, problems]).toEqual([path, []]);
      if (format !== 'yaml') continue;
      blocks += 1;
      const block = text
        .slice(region.start, region.end)
        .replace(/^---.*\r?\n/, '')
        .replace(/(?:---|\.\.\.)$/, '');
      const data: Record<string, unknown> = parse(block, { uniqueKeys: false, logLevel: 'error' }) ?? {};
      expect([path, top(fields).map(({ name }) => name)]).toEqual([path, Object.keys(data)]);
      for (const { name, value } of top(fields))
        expect([path, name, isSame(value, data[name])]).toEqual([path, name, true]);
      const fast = readFlatYaml(block, 0, block.length);
      if (fast === undefined) continue;
      flat += 1;
      expect([path, fast]).toEqual([path, readYaml(block, 0, block.length).fields]);
    }
    console.log(`${site}: ${blocks} blocks as yaml reads them, ${flat} of them without a parser`);
  });
});
