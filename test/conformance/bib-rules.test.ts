import { readdirSync, readFileSync, statSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { loadAllParsers } from '../../src/scan/parsers.ts';
import { createLineIndex } from '../../src/text/line-index.ts';
import { lintFiles } from '../support/lint-files.ts';
import { hasShared, shared } from '../support/shared.ts';

const folder = new URL('../../rules/bibliography/', import.meta.url);
const ids = new Set(readdirSync(folder).flatMap((name) => (name.endsWith('.ts') ? [name.slice(0, -3)] : [])));
const recommended = rules.filter(({ id, preset }) => ids.has(id) && preset === 'recommended');

beforeAll(loadAllParsers);

/** Every finding of the recommended rules on real sites, each looked at: `rule path:line`. All are defects. */
const FINDINGS: Readonly<Record<string, readonly string[]>> = {
  'EmanueleGhelfi+emanueleghelfi.github.io': [
    'duplicate-key _bibliography/remps.bib:6',
    'duplicate-key _bibliography/remps.bib:16',
    'duplicate-key _bibliography/remps.bib:24',
    'duplicate-key _bibliography/remps.bib:33',
    'literal-et-al _bibliography/references.bib:35',
    'literal-et-al _bibliography/references.bib:43',
    'missing-field _bibliography/references.bib:6',
    'missing-field _bibliography/references.bib:269',
    'missing-field _bibliography/remps.bib:16',
    'private-field _bibliography/detr.bib:22',
    'private-field _bibliography/references.bib:316',
  ],
  'jax-ml+scaling-book': [],
  'jupyter-book+mystmd': [],
  'loup-brun+hugo-cite': [],
  'markrussinovich+refchecker': [],
  'ropensci+ruODK': [],
  'rstudio+bookdown': [],
  'tidymodels+TMwR': ['invalid-name TMwR.bib:812', 'invalid-name TMwR.bib:843'],
  'tompollard+phd_thesis_markdown': [],
};

describe.skipIf(!hasShared)('bibliographies of real sites', () => {
  it.each(Object.entries(FINDINGS))(
    '%s',
    async (site, expected) => {
      expect(await findingsOf(shared(`corpus/sites/${site}/`))).toEqual(expected);
    },
    60_000,
  );

  it.each([
    ['H5', 'duplicate-key TMwR.bib:329'],
    ['H6', 'duplicate-key TMwR.bib:700'],
  ])('history %s: the defect is found before it was mended, and not behind', async (history, finding) => {
    expect(await findingsOf(shared(`corpus/history/${history}/bad/`))).toContain(finding);
    expect(await findingsOf(shared(`corpus/history/${history}/good/`))).not.toContain(finding);
  });
});

async function findingsOf(root: string): Promise<string[]> {
  const files: Record<string, string> = {};
  for (const path of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
    const stat = statSync(root + path);
    if (stat.isFile() && stat.size < 1_000_000) files[path] = readFileSync(root + path, 'utf8');
  }
  const { findings } = await lintFiles(files, recommended);
  const lines = findings.map(({ ruleId, at }) => {
    const { line } = createLineIndex(files[at.path] ?? '').position(at.region.start);
    return { text: `${ruleId} ${at.path}:${line}`, sort: `${ruleId} ${at.path} ${String(line).padStart(6)}` };
  });
  return lines.sort((a, b) => (a.sort < b.sort ? -1 : 1)).map(({ text }) => text);
}
