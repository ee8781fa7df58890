import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { BibEntry } from '../../src/model.ts';
import { bibliographyFormat } from '../../src/scan/bibliography/bibliography-format.ts';
import { type ReadBibliography, readBibliography } from '../../src/scan/bibliography/read-bibliography.ts';
import { loadAllParsers, parser } from '../../src/scan/parsers.ts';
import { createLineIndex } from '../../src/text/line-index.ts';
import { readBibliographiesWithPandoc } from '../support/read-bibliographies-with-pandoc.ts';
import { readWithBibtex } from '../support/read-tex.ts';
import { hasShared, shared } from '../support/shared.ts';
import { hasTool } from '../support/tools.ts';

interface Truth {
  readonly entries: number;
  readonly keys: readonly string[];
  readonly lines?: Readonly<Record<string, number>>;
}

const corpus = shared('corpus/');
const listed = (folder: string): string[] =>
  hasShared ? readdirSync(corpus + folder, { recursive: true, encoding: 'utf8' }).sort() : [];
const bibliographies = listed('bib').filter((path) => path.endsWith('.bib'));
const truths = listed('truth').flatMap((name) => {
  const site = name.replace(/\.json$/, '');
  const { bibs } = JSON.parse(readFileSync(`${corpus}truth/${name}`, 'utf8')) as {
    bibs: Record<string, Truth>;
  };
  return Object.entries(bibs).map(([path, truth]) => ({ path: `${site}/${path}`, truth }));
});

const read = (path: string): { text: string; result: ReadBibliography } => {
  const text = readFileSync(corpus + path, 'utf8');
  return { text, result: readBibliography(text, bibliographyFormat(path, text) ?? 'bibtex') };
};

beforeAll(loadAllParsers);

describe.skipIf(!hasShared)('bibliographies of real sites', () => {
  it.each(truths)('$path: keys and lines on which three parsers agree', ({ path, truth }) => {
    const { text, result } = read(`sites/${path}`);
    expect(result.entries.map(({ key }) => key).sort()).toEqual([...truth.keys].sort());
    const lines = createLineIndex(text);
    for (const { key, region } of result.entries) {
      if (truth.lines !== undefined) expect(lines.position(region.start).line).toBe(truth.lines[key]);
    }
    expect(result.problems).toEqual([]);
  });

  it('counts them', () => {
    const entries = truths.reduce((sum, { truth }) => sum + truth.entries, 0);
    console.log(`bib-corpus: ${truths.length} bibliographies, ${entries} entries as in the truth`);
    expect(truths.length).toBeGreaterThan(10);
  });

  it.each([
    ['H5/bad/TMwR.bib', 'pvalue', 2],
    ['H5/good/TMwR.bib', 'pvalue', 1],
    ['H6/bad/TMwR.bib', 'breiman2001random', 2],
    ['H6/good/TMwR.bib', 'breiman2001random', 1],
    ['H7/bad/paper/paper.bib', 'recitework', 1],
    ['H7/bad/paper/paper.bib', 'reciteworks', 0],
  ])('history %s: %s is there %i times', (path, key, count) => {
    const { result } = read(`history/${path}`);
    expect(result.entries.filter((entry) => entry.key === key)).toHaveLength(count);
  });
});

describe.skipIf(!hasShared)('test bibliographies of other tools', () => {
  it.each(bibliographies)('%s is read at once, with regions that hold what they say', (path) => {
    const start = performance.now();
    const { text, result } = read(`bib/${path}`);
    expect(performance.now() - start).toBeLessThan(5_000);
    for (const entry of result.entries) expectRegions(text, entry);
    for (const { region } of result.problems) {
      expect(region.start).toBeLessThan(region.end);
      expect(region.end).toBeLessThanOrEqual(text.length);
    }
  });

  it('are read as bibtex-parse reads them, where it does', () => {
    const compared = bibliographies.flatMap((path) => {
      const { text, result } = read(`bib/${path}`);
      const theirs = readWithBibtexParse(text);
      return theirs === undefined || path in READ_OTHERWISE
        ? []
        : [{ path, theirs, ours: summary(result.entries) }];
    });
    console.log(
      `bibtex-parse: ${compared.length} of ${bibliographies.length} files compared, keys and fields equal`,
    );
    for (const { path, theirs, ours } of compared)
      expect({ path, entries: ours }).toEqual({ path, entries: theirs });
    expect(compared.length).toBeGreaterThan(200);
  });
});

const hasBibtex = hasTool('bibtex', 'no majority of parsers is asked for');
const hasPandoc = hasTool('pandoc', 'no majority of parsers is asked for');

/** Pandoc goes in circles with an entry that is its own grandparent. */
const CIRCULAR = 'bibtex-parse/python-bibtexparser-crossref_cascading_cycle.bib';

describe.skipIf(!hasShared || !hasBibtex || !hasPandoc)('test bibliographies of other tools', () => {
  it('have the keys that most of BibTeX, Pandoc and bibtex-parse find', { timeout: 300_000 }, () => {
    const paths = bibliographies.filter((path) => path !== CIRCULAR);
    const texts = paths.map((path) => readFileSync(`${corpus}bib/${path}`, 'utf8'));
    const pandoc = readBibliographiesWithPandoc(texts);
    const differing = texts.flatMap((text, index) => {
      const bibtex = readWithBibtex(text);
      const parsed = readWithBibtexParse(text)?.map(({ key }) => key);
      const readings = [bibtex.refused ? undefined : bibtex.keys, pandoc[index], parsed];
      const expected = majority(readings.filter((keys) => keys !== undefined).map(keySet));
      const ours = keySet(read(`bib/${paths[index]}`).result.entries.map(({ key }) => key));
      return expected === undefined || expected === ours ? [] : [{ path: paths[index], ours, expected }];
    });
    console.log(
      `bib-corpus: ${paths.length} files, ${differing.length} with other keys than two of three parsers`,
    );
    expect(differing).toEqual([]);
  });
});

const keySet = (keys: readonly string[]): string =>
  [...new Set(keys.filter((key) => key !== ''))].sort().join('\n');

/** What two or three agree on. */
function majority(readings: readonly string[]): string | undefined {
  return readings.find((keys, index) => readings.indexOf(keys) !== index);
}

/** Files that bibtex-parse reads otherwise, with the reason. */
const READ_OTHERWISE: Readonly<Record<string, string>> = {
  'biblint/clean_comments_in.bib': 'its @comment ends with the line; for BibTeX only the word is a comment',
  'biblint/clean_entryparse_in.bib': 'it does not know blanks behind the @',
  'bibtex-parse/example2.bib': 'no other program reads field names with blanks and `#`',
  'bibtex-parse/php-bibtex-parser-multiples-entries.bib': 'bar=rab is a key for BibTeX and Pandoc',
};

interface AstField {
  readonly name: string;
  readonly value: unknown;
  readonly datatype: string;
}
interface AstItem {
  readonly itemtype: string;
  readonly key: string | null;
  readonly type: string;
  readonly fields: readonly AstField[];
}

type Summary = readonly {
  readonly key: string;
  readonly type: string;
  readonly fields: readonly unknown[];
}[];

function readWithBibtexParse(text: string): Summary | undefined {
  try {
    const items = parser('bibtex-parse').parse(text) as AstItem[];
    return items
      .filter(({ itemtype }) => itemtype === 'entry')
      .map(({ key, type, fields }) => ({
        key: key ?? '',
        type: type.toLowerCase(),
        fields: fields
          .filter(({ value }) => value !== null)
          .map(({ name, value, datatype }) => [
            name.toLowerCase().trim(),
            datatype === 'braced' || datatype === 'quoted' ? value : datatype,
          ]),
      }));
  } catch {
    return undefined;
  }
}

/** What bibtex-parse calls a value that is not one group. */
const DATATYPES: Readonly<Record<string, string>> = {
  number: 'number',
  macro: 'identifier',
  concatenated: 'concatinate',
};

function summary(entries: readonly BibEntry[]): Summary {
  return entries.map(({ key, type, fields }) => ({
    key,
    type,
    fields: fields.map(({ name, value, written = '' }) => [name, DATATYPES[written] ?? value]),
  }));
}

function expectRegions(text: string, { key, keyRegion, region, type, typeRegion, fields }: BibEntry): void {
  expect(text.slice(keyRegion.start, keyRegion.end)).toBe(key);
  expect(text.slice(typeRegion.start, typeRegion.end).toLowerCase()).toBe(type);
  expect(text.charAt(region.start)).toBe('@');
  for (const { name, nameRegion, region: value } of fields) {
    expect(text.slice(nameRegion.start, nameRegion.end).toLowerCase()).toContain(name.slice(0, 1));
    expect(region.start).toBeLessThanOrEqual(nameRegion.start);
    expect(value.end).toBeLessThanOrEqual(region.end);
  }
}
