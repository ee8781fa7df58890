import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lint } from '../../src/index.ts';
import type { DocumentFacts, Project } from '../../src/model.ts';
import { hasShared, shared } from '../support/shared.ts';

/** What an independent tool found in one file of a site. */
interface Truth {
  readonly files: Readonly<Record<string, { readonly citations: readonly string[] }>>;
  readonly undefined: readonly { readonly file: string; readonly key: string }[];
}

const names = hasShared
  ? readdirSync(shared('corpus/truth')).map((name) => name.slice(0, -'.json'.length))
  : [];

/** Keys we read otherwise than the independent tool, each with the reason. */
const ARGUED: Readonly<Record<string, string>> = {
  'docs/citations.md': 'mystmd cites DOIs that stand in the place of a key; the truth leaves them out',
  'docs/cite.md': 'mystmd cites DOIs that stand in the place of a key; the truth leaves them out',
  'docs/external-references.md':
    'mystmd cites DOIs that stand in the place of a key; the truth leaves them out',
  'docs/website-style.md': 'a label that a directive of mystmd makes while it builds',
  'content/response-to-reviewers.md': 'handles in prose, which Pandoc cites and the truth leaves out',
};

function keysOf(document: DocumentFacts, project: Project): string[] {
  return project
    .citationsOf(document)
    .filter(({ construct }) => construct !== 'link' && construct !== 'numbered')
    .flatMap(({ cites }) => cites.map(({ key }) => key))
    .sort();
}

test.each(names)('%s: every file cites the keys of the truth', { timeout: 120_000 }, async (name) => {
  const truth: Truth = JSON.parse(readFileSync(shared(`corpus/truth/${name}.json`), 'utf8'));
  const { project, findings } = await lint(shared(`corpus/sites/${name}`));
  const wrong: string[] = [];
  let agreed = 0;
  for (const [path, { citations }] of Object.entries(truth.files)) {
    const document = project.documents.find((facts) => facts.path === path);
    const keys = document === undefined ? [] : keysOf(document, project);
    // READMEs and the like are no documents of the site; the truth lists them with no citations.
    if (keys.join('\n') === [...citations].sort().join('\n')) agreed += 1;
    else if (ARGUED[path] === undefined) wrong.push(path);
  }
  console.log(`${name}: ${agreed}/${Object.keys(truth.files).length} files`);
  expect(wrong).toEqual([]);

  const undefinedKeys = findings
    .filter(({ ruleId }) => ruleId === 'undefined-key')
    .map(({ at, message }) => `${at.path} ${/`([^`]+)`/.exec(message)?.[1]}`);
  const expected = truth.undefined.map(({ file, key }) => `${file} ${key}`);
  expect(undefinedKeys.filter((found) => !expected.includes(found))).toEqual([]);
});

test.each(names)('%s: the findings, each of which has been read', { timeout: 120_000 }, async (name) => {
  const { findings } = await lint(shared(`corpus/sites/${name}`));
  const counts = new Map<string, number>();
  for (const { ruleId } of findings) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  console.log(`${name}: ${[...counts].map(([rule, count]) => `${rule} ${count}`).join(', ') || 'none'}`);
  expect(findings.length).toBeLessThan(100);
});
