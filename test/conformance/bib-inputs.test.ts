import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { readBibtex } from '../../src/scan/bibliography/bibtex/bibtex.ts';
import { loadAllParsers } from '../../src/scan/parsers.ts';
import { lintFiles } from '../support/lint-files.ts';

/**
 * Odd inputs between two plain entries, `good1` and `good2`, with the keys that BibTeX 0.99d, biber 2.18 and Pandoc 3.10
 * read; null where a program refuses the text, absent where it never ends.
 */
interface Row {
  readonly id: string;
  readonly text: string;
  readonly bibtex?: readonly string[] | null;
  readonly biber?: readonly string[] | null;
  readonly pandoc?: readonly string[] | null;
}

const rows = readFileSync(new URL('bib-inputs.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

/** What one program reads otherwise than the others, with the reason; a finding says so where it is a defect. */
const OTHER_KEYS: Readonly<Record<string, string>> = {
  'comment-entry bibtex': 'BibTeX skips the word @comment, not its braces',
  'comment-percent bibtex': 'BibTeX knows no comments',
  'comment-after-at biber': 'a comment between @ and type; the others refuse it, and so it is reported',
  'comments-plural biber': 'biber takes every type that begins so for a comment',
  'paren-key-paren bibtex': 'a key with parentheses in an entry with parentheses; reported',
  'type-dash biber': 'biber skips entries of such a type; reported',
  'type-nonascii biber': 'biber skips entries of such a type',
  'key-apostrophe biber': 'biber cuts the key; reported',
  'key-backslash biber': 'biber cuts the key; reported',
  'key-combining biber': 'biber composes letters; reported',
  'key-nfd biber': 'biber composes letters; reported',
  'at-end biber': 'biber reads nothing of the file and says so; reported',
  'at-at biber': 'biber skips such an entry; reported',
  'xdata pandoc': 'no entry to Pandoc, which lends its fields all the same',
  'name-empty-and biber': 'biber loses an entry with an empty name; reported',
};

/** What a program refuses and nothing is said of, with the reason. */
const SILENT: Readonly<Record<string, string>> = {
  'comment-commented':
    'to BibTeX a commented entry is a broken one; nobody who writes % before each line has BibTeX in mind',
  'preamble-empty': 'an empty preamble hurts nobody who reads the site',
  formfeed: 'BibTeX knows no form feeds',
  vt: 'BibTeX knows no vertical tabs',
};

const engines = ['bibtex', 'biber', 'pandoc'] as const;
const recommended = rules.filter(({ preset }) => preset === 'recommended');
const keySet = (keys: readonly string[], folds: boolean): readonly string[] =>
  [...new Set(keys.filter((key) => key !== '').map((key) => (folds ? key.toLowerCase() : key)))].sort();

beforeAll(loadAllParsers);

describe('odd bibliographies', () => {
  it.each(rows)('$id: keys as every program that reads it', (row) => {
    const ours = readBibtex(row.text).entries.map(({ key }) => key);
    for (const engine of engines) {
      const theirs = row[engine];
      if (theirs === undefined || theirs === null || `${row.id} ${engine}` in OTHER_KEYS) continue;
      const folds = engine === 'bibtex';
      expect({ engine, keys: keySet(ours, folds) }).toEqual({ engine, keys: keySet(theirs, folds) });
    }
    expect(ours).toEqual(expect.arrayContaining(['good1', 'good2']));
  });

  it.each(rows)(
    '$id: what a program refuses is reported, and between the good entries',
    async ({ id, text, ...verdicts }) => {
      const { findings } = await lintFiles({ 'refs.bib': text }, recommended);
      const isRefused = engines.some((engine) => verdicts[engine] === null);
      if (isRefused) expect({ id, reported: findings.length > 0 }).toEqual({ id, reported: !(id in SILENT) });
      const [start, end] = [text.indexOf('\n') + 1, text.lastIndexOf('@misc{good2')];
      for (const { at } of findings) {
        expect(at.region.start).toBeGreaterThanOrEqual(start);
        expect(at.region.end).toBeLessThanOrEqual(end);
      }
    },
  );
});
