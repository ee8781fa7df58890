import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { DialectName } from '../../src/model.ts';
import { loadAllParsers } from '../../src/scan/parsers.ts';
import { keysOf, readPandoc } from '../support/read-pandoc.ts';
import { hasShared, shared } from '../support/shared.ts';

/** The sites of the family with the dialect of their pages; JOSS papers are plain Pandoc. */
const SITES: Readonly<Record<string, DialectName>> = {
  'greenelab+meta-review': 'manubot',
  'markrussinovich+refchecker': 'pandoc',
  'ropensci+ruODK': 'rmarkdown',
  'rstudio+bookdown': 'rmarkdown',
  'tidymodels+TMwR': 'rmarkdown',
  'tompollard+phd_thesis_markdown': 'pandoc',
};

/** Files that no engine of the site renders; handles in them are no citations. */
const NOT_RENDERED = /(?:^|\/)(?:README|NEWS)\.|response-to-reviewers\.md$/;

interface Truth {
  readonly files: Readonly<Record<string, { readonly citations: readonly string[] }>>;
  readonly tags?: Readonly<Record<string, unknown>>;
}

beforeAll(loadAllParsers);

describe.skipIf(!hasShared)('real documents of the Pandoc family', () => {
  for (const [site, dialect] of Object.entries(SITES)) {
    test(site, () => {
      const truth = JSON.parse(readFileSync(shared(`corpus/truth/${site}.json`), 'utf8')) as Truth;
      const files = Object.entries(truth.files).filter(([path]) => !NOT_RENDERED.test(path));
      const tags: string[] = [];
      for (const [path, { citations }] of files) {
        const text = readFileSync(shared(`corpus/sites/${site}/${path}`), 'utf8');
        const facts = readPandoc(text, path.endsWith('paper.md') ? 'pandoc' : dialect);
        expect(keysOf(facts).sort(), path).toEqual([...citations].sort());
        const wrong = facts.problems.filter(({ messageId }) => messageId !== 'unspaced-citation');
        expect(wrong, path).toEqual([]);
        tags.push(...facts.labels.map(({ name }) => name).filter((name) => name.startsWith('tag:')));
      }
      expect(new Set(tags)).toEqual(new Set(Object.keys(truth.tags ?? {})));
      const keys = files.reduce((sum, [, { citations }]) => sum + citations.length, 0);
      console.log(`${site}: ${files.length}/${files.length} files, ${keys} cites`);
    });
  }
});
