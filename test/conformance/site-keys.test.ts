import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lint, rules } from '../../src/index.ts';
import { hasShared, shared } from '../support/shared.ts';

/** What an independent tool says about the keys of a site. */
interface Truth {
  readonly undefined: readonly { readonly file: string; readonly key: string }[];
  readonly unused: readonly { readonly bib: string; readonly key: string }[];
  readonly duplicates: readonly unknown[];
  readonly cross_file_duplicates?: readonly unknown[];
}

const names = hasShared
  ? readdirSync(shared('corpus/truth')).map((name) => name.slice(0, -'.json'.length))
  : [];

/** Findings we leave out or add, each with the reason. */
const ARGUED: Readonly<Record<string, string>> = {
  'content/02.main-text.md raw:paywall-movie':
    'Manubot takes `raw:` keys from its manual references; this one is defined there under its standard form',
  'inst/examples/02-components.Rmd rmarkdown2020':
    'knitr writes the works a package asks to be cited by into packages.bib while the book is built, this one among them',
};

/** Sites whose unused entries we do not name, with the reason. */
const PRINTED_WHOLE: Readonly<Record<string, string>> = {
  'loup-brun+hugo-cite': 'a page prints the whole bibliography, cited or not',
};

/** `path key` of each finding of one rule, switched on whatever its preset. */
const keysOf = async (root: string, id: string): Promise<string[]> => {
  const rule = rules
    .filter((one) => one.id === id)
    .map((one) => ({ ...one, preset: 'recommended' as const }));
  const { findings } = await lint(root, { rules: rule });
  return findings
    .map(({ at, message }) => `${at.path} ${/`([^`]+)`/.exec(message)?.[1]}`)
    .filter((found) => !(found in ARGUED))
    .sort();
};

describe.skipIf(!hasShared)('keys of real sites', () => {
  test.each(names)(
    '%s: undefined, unused and duplicate keys are those of the truth',
    { timeout: 120_000 },
    async (name) => {
      const truth: Truth = JSON.parse(readFileSync(shared(`corpus/truth/${name}.json`), 'utf8'));
      const root = shared(`corpus/sites/${name}`);
      const undefinedKeys = truth.undefined
        .map(({ file, key }) => `${file} ${key}`)
        .filter((key) => !(key in ARGUED));
      expect(await keysOf(root, 'undefined-key')).toEqual(undefinedKeys.sort());
      const unused = name in PRINTED_WHOLE ? [] : truth.unused;
      expect(await keysOf(root, 'unused-entry')).toEqual(
        unused.map(({ bib, key }) => `${bib} ${key}`).sort(),
      );
      const doubles = truth.duplicates.length + (truth.cross_file_duplicates?.length ?? 0);
      expect(await keysOf(root, 'duplicate-key')).toHaveLength(doubles);
    },
  );

  test('history H7: the misspelt key is found before it was mended, and not behind', async () => {
    expect(await keysOf(shared('corpus/history/H7/bad'), 'undefined-key')).toEqual([
      'paper/paper.md reciteworks',
    ]);
    expect(await keysOf(shared('corpus/history/H7/good'), 'undefined-key')).toEqual([]);
  });
});
