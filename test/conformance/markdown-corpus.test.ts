import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { type MarkdownFlavor, readMarkdown } from '../../src/scan/markdown/read-markdown.ts';
import { loadAllParsers } from '../../src/scan/parsers.ts';
import { FLAVORS, plainDialect, readText } from '../support/read-markdown.ts';
import { hasShared, shared } from '../support/shared.ts';

interface TruthFile {
  readonly citations: readonly string[];
  readonly at?: readonly (readonly [key: string, line: number | null])[];
  readonly crossrefs?: readonly string[];
  readonly footnote_refs?: Readonly<Record<string, readonly number[]>>;
  readonly footnote_defs?: Readonly<Record<string, readonly number[]>>;
}

interface Truth {
  readonly files: Readonly<Record<string, TruthFile>>;
}

const truthOf = (site: string): Truth =>
  JSON.parse(readFileSync(shared(`corpus/truth/${site}.json`), 'utf8'));
const textOf = (site: string, path: string): string =>
  readFileSync(shared(`corpus/sites/${site}/${path}`), 'utf8');

/** Every Markdown file of a site. */
function pagesOf(site: string, folder = ''): string[] {
  return readdirSync(shared(`corpus/sites/${site}/${folder}`)).flatMap((name) => {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (statSync(shared(`corpus/sites/${site}/${path}`)).isDirectory()) return pagesOf(site, path);
    return /\.mdx?$/.test(name) ? [path] : [];
  });
}

function keysOf(text: string, flavor: MarkdownFlavor): string[] {
  return readText(text, flavor)
    .citations.filter(({ construct }) => construct !== 'link')
    .flatMap(({ cites }) => cites.map(({ key }) => key));
}

beforeAll(loadAllParsers);

describe.skipIf(!hasShared)('MyST: jupyter-book+mystmd', () => {
  const site = 'jupyter-book+mystmd';
  /** A label that a plugin of the site writes when it is built. */
  const GENERATED = new Set(['template-site-myst-book-theme-style']);
  const isDoi = (key: string): boolean => key.startsWith('10.') || key.startsWith('https://doi.org/');

  test('the keys of each page, labels of the site taken off, are the truth', () => {
    const { files } = truthOf(site);
    const pages = pagesOf(site);
    const labels = new Set(
      pages.flatMap((path) => readText(textOf(site, path), 'myst').labels.map(({ name }) => name)),
    );
    let cites = 0;
    for (const [path, { citations }] of Object.entries(files)) {
      const keys = keysOf(textOf(site, path), 'myst');
      const cited = keys.filter((key) => !labels.has(key) && !GENERATED.has(key) && !isDoi(key));
      expect(cited.toSorted(), path).toEqual([...citations].sort());
      cites += cited.length;
    }
    console.log(`${site}: ${cites} cites in ${Object.keys(files).length} pages`);
  });

  test('cross-references are read and are labels', () => {
    const labels = new Set(
      pagesOf(site).flatMap((path) => readText(textOf(site, path), 'myst').labels.map(({ name }) => name)),
    );
    for (const [path, { crossrefs = [] }] of Object.entries(truthOf(site).files)) {
      const keys = new Set(keysOf(textOf(site, path), 'myst'));
      for (const label of crossrefs) {
        expect(keys.has(label), `${path}: ${label}`).toBe(true);
        if (!GENERATED.has(label)) expect(labels.has(label), label).toBe(true);
      }
    }
  });

  test('no page has a problem', () => {
    const problems = pagesOf(site).flatMap((path) =>
      readText(textOf(site, path), 'myst').problems.map(({ messageId }) => `${path}: ${messageId}`),
    );
    expect(problems).toEqual([]);
  });
});

describe.skipIf(!hasShared)('Distill: jax-ml+scaling-book', () => {
  const site = 'jax-ml+scaling-book';

  test('the keys of each page and their lines are the truth', () => {
    let cites = 0;
    for (const [path, { at = [] }] of Object.entries(truthOf(site).files)) {
      const text = textOf(site, path);
      const { citations, problems } = readText(text, 'distill');
      const found = citations
        .filter(({ construct }) => construct === 'element')
        .flatMap((citation) =>
          citation.cites.map(({ key }) => [key, text.slice(0, citation.region.start).split('\n').length]),
        );
      expect(found, path).toEqual(at);
      expect(problems, path).toEqual([]);
      cites += found.length;
    }
    console.log(`${site}: ${cites} cites`);
  });
});

describe.skipIf(!hasShared)('footnotes', () => {
  const SITES: readonly [site: string, flavor: MarkdownFlavor][] = [
    ['BetterCLI+bettercli.org', 'goldmark'],
    ['loup-brun+hugo-cite', 'goldmark'],
    ['EmanueleGhelfi+emanueleghelfi.github.io', 'kramdown'],
    ['jax-ml+scaling-book', 'distill'],
  ];

  for (const [site, flavor] of SITES) {
    test(`${site}: none undefined, unused or defined twice`, () => {
      let uses = 0;
      for (const [path, truth] of Object.entries(truthOf(site).files)) {
        if (!existsSync(shared(`corpus/sites/${site}/${path}`))) continue;
        const { footnotes } = readText(textOf(site, path), flavor);
        const used = footnotes.uses.map(({ label }) => label);
        const defined = footnotes.definitions.map(({ label }) => label);
        expect([...new Set(used)].sort(), path).toEqual([...defined].sort());
        if (truth.footnote_refs !== undefined) {
          expect([...new Set(used)].sort(), path).toEqual(Object.keys(truth.footnote_refs).sort());
        }
        uses += used.length;
      }
      console.log(`${site}: ${uses} footnote uses`);
    });
  }
});

describe.skipIf(!hasShared)('rehype-citation: timlrx+rehype-citation', () => {
  test('of all the keys its README shows, two stand outside code', () => {
    const text = textOf('timlrx+rehype-citation', 'README.md');
    const { citations, problems } = readText(text, 'rehype-citation');
    const found = citations.flatMap(({ construct, cites }) => cites.map(({ key }) => [construct, key]));
    expect(found).toEqual([
      ['bracketed', 'foo'],
      ['in-text', 'foo'],
    ]);
    // `(@item1)` is told where an entry has that key.
    expect(problems.map(({ messageId, data }) => [messageId, data?.['key']])).toEqual([
      ['glued-citation', 'item1'],
    ]);
  });
});

describe.skipIf(!hasShared)('every page of the corpus under every flavor', () => {
  test('is read without a throw, and keys stand where they are said to', () => {
    const sites = readdirSync(shared('corpus/sites'));
    let pages = 0;
    for (const site of sites) {
      for (const path of pagesOf(site)) {
        const text = textOf(site, path);
        pages += 1;
        for (const flavor of FLAVORS) {
          const facts = readMarkdown(text, { start: 0, end: text.length }, flavor, plainDialect);
          for (const { cites } of facts.citations) {
            for (const { key, keyRegion } of cites) {
              expect(text.slice(keyRegion.start, keyRegion.end), `${site}/${path} as ${flavor}`).toContain(
                key.slice(0, 1),
              );
            }
          }
        }
      }
    }
    console.log(`${pages} pages under ${FLAVORS.length} flavors`);
  });
});
