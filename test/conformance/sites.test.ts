import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lint } from '../../src/index.ts';
import type { Cite, DocumentFacts, Project } from '../../src/model.ts';
import { hasShared, shared } from '../support/shared.ts';

/** What an independent tool found in one file of a site. */
interface FileTruth {
  /** Every key as often as it is cited. */
  readonly citations: readonly string[];
  /** Keys with their lines, found by a search for their text where the tool tells no places; some are missing. */
  readonly at?: readonly (readonly [key: string, line: number | null])[];
}

interface Truth {
  readonly files: Readonly<Record<string, FileTruth>>;
  readonly undefined: readonly { readonly file: string; readonly key: string }[];
}

const names = hasShared
  ? readdirSync(shared('corpus/truth')).map((name) => name.slice(0, -'.json'.length))
  : [];

const DOI = 'mystmd cites a DOI that stands in the place of a key; the truth leaves them out';
const HANDLE = 'a handle in prose, which Pandoc cites and the truth leaves out';

/** Files of the truth that the site's engine does not build, with the reason. */
const NOT_BUILT = new Map([
  [
    'content/response-to-reviewers.md',
    'Manubot joins content/[0-9]*.md; the letter names accounts of GitHub',
  ],
]);

/** Keys that we cite and the independent tool does not, each as often as it stands here, with the reason. */
const ARGUED: Readonly<Record<string, readonly (readonly [key: string, reason: string])[]>> = {
  'docs/citations.md': [
    ['10.1093/nar/22.22.4673', DOI],
    ['10.1093/nar/22.22.4673', DOI],
  ],
  'docs/cite.md': [['10.25080/NKVC9349', DOI]],
  'docs/external-references.md': [
    ['10.1038/nn.4268', DOI],
    ['10.7554/eLife.59045', DOI],
  ],
  'docs/website-style.md': [
    ['template-site-myst-book-theme-style', 'a label that a directive of mystmd makes while it builds'],
  ],
  'content/response-to-reviewers.md': [
    ['ctb', HANDLE],
    ['distillpub-reviewers', HANDLE],
  ],
};

/** Why each rule that speaks about a site is right to do so; what no list names has not been read. */
const READ: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'EmanueleGhelfi+emanueleghelfi.github.io': {
    'misplaced-identifier': 'journal = {arXiv preprint arXiv:…} and no eprint',
    'private-field': 'file = {/home/…} in a public bibliography',
    'missing-field': 'articles whose journal is missing',
    'literal-et-al': 'author = {… and et al.}',
    'duplicate-key': 'four entries stand in references.bib and in remps.bib',
  },
  'greenelab+meta-review': {
    'duplicate-work': 'a preprint and its publication, both in the list',
    'missing-field': 'a report and a handbook entered as journal articles without a journal',
  },
  'jupyter-book+mystmd': {
    'undefined-footnote': '[^fair] stands nowhere else on its page',
    'noncanonical-doi': 'doi = {https://doi.org/…}',
    'invalid-isbn': 'isbn={ARRAY(0x4dac6e08)}',
  },
  'markrussinovich+refchecker': {
    'misplaced-identifier': 'journal = {arXiv preprint arXiv:…} and no eprint',
  },
  'tidymodels+TMwR': {
    'invalid-name': 'author={McInnes, L, and …}: a comma before the word and',
    'misplaced-identifier': 'url={https://doi.org/…} and no doi',
  },
};

function citesOf(document: DocumentFacts, project: Project): Cite[] {
  return project
    .citationsOf(document)
    .filter(({ construct }) => construct !== 'link' && construct !== 'numbered')
    .flatMap(({ cites }) => cites);
}

test.skipIf(!hasShared)('there are sites to read', () => {
  expect(names.length).toBeGreaterThan(0);
});

describe.each(names)('%s', (name) => {
  const folder = shared(`corpus/sites/${name}`);

  test('every file cites the keys of the truth, on the lines of the truth', {
    timeout: 120_000,
  }, async () => {
    const truth: Truth = JSON.parse(readFileSync(shared(`corpus/truth/${name}.json`), 'utf8'));
    const { project, findings } = await lint(folder);
    let cited = 0;
    let argued = 0;
    for (const [path, { citations, at = [] }] of Object.entries(truth.files)) {
      const document = project.documents.find((facts) => facts.path === path);
      if (NOT_BUILT.has(path)) {
        expect(document, path).toBeUndefined();
        continue;
      }
      // READMEs and the like are no documents of the site; the truth lists them with no citations.
      const cites = document === undefined ? [] : citesOf(document, project);
      const extra = (ARGUED[path] ?? []).map(([key]) => key);
      expect(cites.map(({ key }) => key).sort(), path).toEqual([...citations, ...extra].sort());
      cited += cites.length;
      argued += extra.length;
      const text = cites.length === 0 ? '' : readFileSync(`${folder}/${path}`, 'utf8');
      const lines = new Set(
        cites.map(({ key, keyRegion }) => `${key} ${text.slice(0, keyRegion.start).split('\n').length}`),
      );
      const missing = at.filter(([key, line]) => line !== null && !lines.has(`${key} ${line}`));
      expect(missing, path).toEqual([]);
    }
    console.log(
      `${name}: ${Object.keys(truth.files).length} files, ${cited} cites, ${argued} of them argued`,
    );

    const undefinedKeys = findings
      .filter(({ ruleId }) => ruleId === 'undefined-key')
      .map(({ at, message }) => `${at.path} ${/`([^`]+)`/.exec(message)?.[1]}`);
    const expected = truth.undefined.map(({ file, key }) => `${file} ${key}`);
    expect(undefinedKeys.filter((found) => !expected.includes(found))).toEqual([]);
  });

  test('the findings, each of which has been read', { timeout: 120_000 }, async () => {
    const { findings } = await lint(folder);
    const printed = findings.map(({ at, level, message, ruleId }) => {
      const line = readFileSync(`${folder}/${at.path}`, 'utf8').slice(0, at.region.start).split('\n').length;
      return `  ${at.path}:${line} ${level} ${message} ${ruleId}`;
    });
    console.log([`${name}: ${findings.length} findings`, ...printed].join('\n'));
    const speaking = [...new Set(findings.map(({ ruleId }) => ruleId))];
    expect(speaking.filter((ruleId) => READ[name]?.[ruleId] === undefined)).toEqual([]);
  });
});
