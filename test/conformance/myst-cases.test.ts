import { beforeAll, describe, expect, test } from 'vitest';
import { readSuffix } from '../../src/scan/markdown/cite-suffix.ts';
import { loadAllParsers } from '../../src/scan/parsers.ts';
import { readText } from '../support/read-markdown.ts';
import { readCases } from '../support/shared.ts';

interface MystCite {
  readonly label: string;
  readonly kind: 'narrative' | 'parenthetical';
  readonly partial?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  /** Line and column of the start and of the end, from 1; the engine counts wrongly inside nested parts. */
  readonly pos?: readonly [number, number, number, number];
}

interface Row {
  readonly id: string;
  readonly input: string;
  readonly cites: readonly (MystCite | { readonly bibliography: true })[];
}

const rows = readCases<Row>('myst-cases');

function modeOf({ kind, partial }: MystCite): string {
  if (partial !== undefined) return 'suppress-author';
  return kind === 'narrative' ? 'author-in-text' : 'normal';
}

beforeAll(loadAllParsers);

describe.skipIf(rows.length === 0)('myst-cases', () => {
  test('the cites are those of mystmd, in order', () => {
    const wrong = rows.filter(({ input, cites }) => {
      const expected = cites.flatMap((cite) =>
        'label' in cite ? [[cite.label, modeOf(cite), cite.prefix ?? '', readSuffix(cite.suffix ?? '')]] : [],
      );
      const { citations } = readText(input, 'myst');
      const { printsReferenceList } = readText(input, 'sphinx');
      const got = citations
        .filter(({ construct }) => construct !== 'link')
        .flatMap((citation) => citation.cites)
        .map(({ key, keyRegion: _, mode, prefix = '', ...suffix }) => [key, mode, prefix, suffix]);
      const lists = cites.some((cite) => 'bibliography' in cite);
      return JSON.stringify(got) !== JSON.stringify(expected) || printsReferenceList !== lists;
    });
    console.log(`myst-cases: ${rows.length - wrong.length}/${rows.length}`);
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test('a key stands where its region says', () => {
    for (const { input, id } of rows) {
      for (const { cites } of readText(input, 'myst').citations) {
        for (const { key, keyRegion } of cites)
          expect(input.slice(keyRegion.start, keyRegion.end), id).toBe(key);
      }
    }
  });
});
