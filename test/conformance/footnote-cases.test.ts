import { beforeAll, describe, expect, test } from 'vitest';
import type { Footnotes } from '../../src/model.ts';
import { readPandocMarkdown } from '../../src/scan/markdown/pandoc/read-document.ts';
import type { MarkdownFlavor } from '../../src/scan/markdown/read-markdown.ts';
import { loadAllParsers } from '../../src/scan/parsers.ts';
import { plainDialect, readText } from '../support/read-markdown.ts';
import { readCases } from '../support/shared.ts';

interface Row {
  readonly id: string;
  readonly input: string;
  readonly gfm_refs: number;
  readonly gfm_defs: number;
  readonly hugo_refs: number;
  readonly hugo_defs: number;
  readonly kramdown_refs: number;
  readonly kramdown_defs: number;
  readonly kramdown_warn?: string;
  readonly pandoc_notes: number;
}

const rows = readCases<Row>('footnote-cases');

/** What an engine makes of the footnotes: calls of defined ones, and definitions that are called. */
function made(
  { uses, definitions }: Footnotes,
  name: (label: string) => string,
): [refs: number, defs: number] {
  const defined = new Set(definitions.map(({ label }) => name(label)));
  const used = new Set(uses.map(({ label }) => name(label)));
  const refs = uses.filter(({ label }) => defined.has(name(label))).length;
  return [refs, [...defined].filter((label) => used.has(label)).length];
}

/** The notes Pandoc prints: calls of defined ones outside of notes, and inline notes. */
function pandocNotes({ uses, definitions, inline }: Footnotes): number {
  const defined = new Set(definitions.map(({ label }) => label));
  const called = uses.filter(({ label, region: { start } }) => {
    const isInside = definitions.some(({ region }) => region.start <= start && start < region.end);
    return defined.has(label) && !isInside;
  });
  return called.length + inline.length;
}

const exact = (label: string): string => label;
const caseless = (label: string): string => label.toLowerCase();

const ENGINES: readonly [MarkdownFlavor, 'gfm' | 'hugo' | 'kramdown', (label: string) => string][] = [
  ['markdown', 'gfm', caseless],
  ['rehype-citation', 'gfm', caseless],
  ['goldmark', 'hugo', exact],
  ['kramdown', 'kramdown', exact],
  ['distill', 'kramdown', exact],
];

beforeAll(loadAllParsers);

describe.skipIf(rows.length === 0)('footnote-cases', () => {
  for (const [flavor, engine, name] of ENGINES) {
    test(`${flavor} makes what ${engine} made`, () => {
      const wrong = rows.filter((row) => {
        const got = made(readText(row.input, flavor).footnotes, name);
        return got[0] !== row[`${engine}_refs`] || got[1] !== row[`${engine}_defs`];
      });
      console.log(`footnote-cases, ${flavor}: ${rows.length - wrong.length}/${rows.length}`);
      expect(wrong.map(({ id }) => id)).toEqual([]);
    });
  }

  test('pandoc makes what Pandoc made', () => {
    const wrong = rows.filter(({ input, pandoc_notes }) => {
      const body = { start: 0, end: input.length };
      const { footnotes } = readPandocMarkdown(input, body, { ...plainDialect, name: 'pandoc' }, []);
      return pandocNotes(footnotes) !== pandoc_notes;
    });
    console.log(`footnote-cases, pandoc: ${rows.length - wrong.length}/${rows.length}`);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('kramdown: every undefined call it warns of is a use, every unreferenced definition a definition', () => {
    for (const { id, input, kramdown_warn = '' } of rows) {
      const { uses, definitions } = readText(input, 'kramdown').footnotes;
      const defined = new Set(definitions.map(({ label }) => label));
      const missing = uses.filter(({ label }) => !defined.has(label)).map(({ label }) => label);
      const warned = [...kramdown_warn.matchAll(/definition for '([^']*)' not found/g)].map(
        (found) => found[1],
      );
      expect(missing, id).toEqual(warned);
    }
  });
});
