import { beforeAll, describe, expect, test } from 'vitest';
import { loadAllParsers } from '../../src/scan/parsers.ts';
import { readPandoc, readPandocTree } from '../support/read-pandoc.ts';
import { hasShared, readCases } from '../support/shared.ts';

interface Row {
  readonly id: string;
  readonly input: string;
  readonly citations: readonly {
    readonly id: string;
    readonly mode: keyof typeof MODES;
    readonly prefix: string;
    readonly suffix: string;
    readonly group: number;
  }[];
  readonly citeproc_render?: string;
}

const MODES = {
  NormalCitation: 'normal',
  AuthorInText: 'author-in-text',
  SuppressAuthor: 'suppress-author',
} as const;

/** Rows we decide against, with the reason. */
const DEVIATIONS = new Map([
  ['wikilink', 'the row switches on an extension that no dialect here uses'],
  [
    'quarto-fig-attr',
    'one citation in the source; Pandoc prints a caption twice, as caption and as alternative text',
  ],
]);

beforeAll(loadAllParsers);

/** Groups as lines, in any order: notes and metadata stand elsewhere in Pandoc's tree than in the file. */
const lines = (groups: Iterable<readonly (readonly string[])[]>): string[] =>
  [...groups].map((cites) => cites.map((cite) => cite.join(' | ')).join(' ; ')).sort();

function expected({ citations }: Row): string[] {
  const groups = new Map<number, string[][]>();
  for (const { group, id, mode, prefix, suffix } of citations) {
    groups.set(group, [
      ...(groups.get(group) ?? []),
      [id, MODES[mode], prefix, suffix.replace(/\u00a0/g, ' ')],
    ]);
  }
  return lines(groups.values());
}

function found(input: string): string[] {
  return lines(
    readPandocTree(input).map(({ cites }) =>
      cites.map(({ key, mode, prefix, suffix }) => [key, mode, prefix, suffix.replace(/\u00a0/g, ' ')]),
    ),
  );
}

describe.skipIf(!hasShared)('Pandoc 3.10', () => {
  const rows = readCases<Row>('pandoc-cases');

  test('cites the same keys, in the same groups and modes, with the same prefixes and suffixes', () => {
    const differing = rows.filter((row) => found(row.input).join('\n') !== expected(row).join('\n'));
    console.log(`pandoc-cases: ${rows.length - differing.length}/${rows.length}`);
    expect(differing.map(({ id }) => id).sort()).toEqual([...DEVIATIONS.keys()].sort());
  });

  test('every key stands where its region says', () => {
    for (const { input } of rows) {
      for (const { region, cites } of readPandoc(input).citations) {
        for (const { key, keyRegion } of cites) {
          expect(input.slice(keyRegion.start, keyRegion.end), input).toBe(key);
          expect(keyRegion.start >= region.start && keyRegion.end <= region.end, input).toBe(true);
        }
      }
    }
  });

  test('understands the same locators', () => {
    const rendered = rows.filter(({ citeproc_render }) => citeproc_render?.includes('\u25b8'));
    const agreeing = rendered.filter(({ input, citeproc_render }) => {
      const shown = [...citeproc_render!.matchAll(/K:(.+?)\u25b8(?:(\w+)\u25b8)?(.*?)(?=K:|$)/g)];
      const cites = readPandoc(input).citations.flatMap((citation) => citation.cites);
      return shown.every(([, key, label, text]) => {
        const cite = cites.find((candidate) => candidate.key === key);
        const isLabel = label === undefined || label.replace(/s$/, '') === cite?.label;
        return isLabel && text!.startsWith((cite?.locator ?? '?').replace(/-/g, '\u2013'));
      });
    });
    console.log(`pandoc-cases, locators: ${agreeing.length}/${rendered.length}`);
    expect(agreeing).toEqual(rendered);
    expect(rendered.length).toBeGreaterThan(5);
  });
});

interface FootnoteRow {
  readonly id: string;
  readonly input: string;
  readonly pandoc_notes: number;
  readonly pandoc_warnings?: readonly string[];
}

describe.skipIf(!hasShared)('footnotes in Pandoc', () => {
  test('the same number of notes is printed, and the same labels are unused', () => {
    const rows = readCases<FootnoteRow>('footnote-cases');
    const agreeing = rows.filter(({ input, pandoc_notes, pandoc_warnings = [] }) => {
      const { footnotes, problems } = readPandoc(input);
      const nested = problems.filter(({ messageId }) => messageId === 'footnote-use-in-definition').length;
      const defined = new Set(footnotes.definitions.map(({ label }) => label));
      const used = footnotes.uses.filter(({ label }) => defined.has(label)).length;
      const unused = [...defined].filter((label) => !footnotes.uses.some((use) => use.label === label));
      const warned = pandoc_warnings.filter((warning) => warning.includes('not used')).length;
      return used - nested + footnotes.inline.length === pandoc_notes && unused.length === warned;
    });
    console.log(`footnote-cases, pandoc: ${agreeing.length}/${rows.length}`);
    expect(rows.filter((row) => !agreeing.includes(row)).map(({ id }) => id)).toEqual([
      // The note is printed, yet Pandoc warns that nobody uses it: the text of a link is read twice.
      'in_link',
    ]);
  });
});
