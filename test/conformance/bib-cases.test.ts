import { describe, expect, it } from 'vitest';
import { readBibtex } from '../../src/scan/bibliography/bibtex/bibtex.ts';
import { hasShared, readCases } from '../support/shared.ts';

interface TexVerdict {
  readonly rc: number;
  readonly keys: readonly string[];
  readonly errors: readonly string[];
}
interface ParserVerdict {
  readonly ok: boolean;
  readonly keys?: readonly (string | null)[] | null;
}
interface Row {
  readonly id: string;
  readonly input: string;
  readonly bibtex: TexVerdict;
  readonly biber: TexVerdict;
  readonly pandoc_bibtex: ParserVerdict;
  readonly bibtex_parse: ParserVerdict;
  readonly citation_js: ParserVerdict;
}

/** Rows whose keys we read otherwise than BibTeX and biber, with the reason. */
const OTHER_KEYS: Readonly<Record<string, string>> = {
  'key-braces': 'BibTeX cuts a{b}c at the brace and loses all fields; we report the brace and keep the entry',
};

/** Texts that a program refuses for what they mean: rules over whole projects report those. */
const OTHER_RULES: Readonly<Record<string, string>> = {
  'dup-key-case': 'duplicate-key',
  'crossref-missing': 'dangling-crossref',
};

/** Texts no program refuses, which are reported nevertheless, with the reason. */
const REPORTED_ANYWAY: Readonly<Record<string, string>> = {
  'json-in-bib': 'JSON under the name .bib: every program reads it without a word and finds no entry',
  'nbsp-indent': 'BibTeX takes the no-break space for a letter of the name, and the field is lost',
  'string-undefined': 'BibTeX and biber warn',
  'string-after-use': 'BibTeX and biber warn',
  'preamble-unquoted': 'BibTeX and biber warn',
  'bare-word-multi': 'BibTeX and biber warn',
  'bare-year-neg': 'BibTeX and biber warn',
};

const rows = readCases<Row>('bib-cases');
const sorted = (keys: Iterable<string>): string[] => [...new Set(keys)].sort();
const engines = {
  BibTeX: (row: Row) => row.bibtex.rc === 0,
  biber: (row: Row) => row.biber.rc === 0,
  Pandoc: (row: Row) => row.pandoc_bibtex.ok,
  'bibtex-parse': (row: Row) => row.bibtex_parse.ok,
  'citation-js': (row: Row) => row.citation_js.ok,
};

describe.skipIf(!hasShared)('bib-cases', () => {
  it.each(rows)('$id: keys as BibTeX or biber read them', ({ id, input, bibtex, biber }) => {
    const readable = [bibtex, biber].filter(({ rc }) => rc === 0).map(({ keys }) => sorted(keys));
    if (readable.length === 0 || id in OTHER_KEYS) return;
    expect(readable).toContainEqual(sorted(readBibtex(input).entries.map(({ key }) => key)));
  });

  it.each(rows)('$id: one problem where a program refuses the text, none where all read it', (row) => {
    const { problems } = readBibtex(row.input);
    const isRefused = Object.values(engines).some((reads) => !reads(row));
    const expected = row.id in OTHER_RULES ? 0 : isRefused || row.id in REPORTED_ANYWAY ? 1 : 0;
    expect(problems.map(({ messageId }) => messageId)).toHaveLength(expected);
  });

  it.each(rows)('$id: the problem stands before the place where BibTeX and biber give up', (row) => {
    const [problem] = readBibtex(row.input).problems;
    const message = [...row.bibtex.errors, ...row.biber.errors].find((error) => /line \d+/.test(error));
    if (problem === undefined || message === undefined) return;
    const line = row.input.slice(0, problem.region.start).split('\n').length;
    expect(line).toBeLessThanOrEqual(Number(/line (\d+)/.exec(message)?.[1]));
  });

  it.each(rows)('$id: every entry is found, whatever stands before it', ({ input }) => {
    const written = [...input.matchAll(/^@\w+\s*\{(k\d),/gm)].map((match) => match[1]);
    const found = readBibtex(input).entries.map(({ key }) => key);
    expect(found).toEqual(expect.arrayContaining(written));
  });

  it('counts the agreement', () => {
    for (const [name, reads] of Object.entries(engines)) {
      const agree = rows.filter(
        (row) => row.id in OTHER_RULES || reads(row) || readBibtex(row.input).problems.length > 0,
      );
      const silent = rows.filter((row) => reads(row) || row.id in OTHER_RULES || !agree.includes(row));
      console.log(`bib-cases, refused by ${name}: ${rows.length - silent.length}, all reported`);
      expect(agree).toHaveLength(rows.length);
    }
    const keys = rows.length - Object.keys(OTHER_KEYS).length;
    console.log(`bib-cases: ${keys}/${rows.length} keys as in BibTeX or biber`);
  });
});
