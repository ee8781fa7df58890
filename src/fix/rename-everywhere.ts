import type { DocumentFacts, Edit, Facts, Finding, Project } from '../model.ts';
import { indexKeys } from '../project/key-uses.ts';
import type { Look } from './check-pass.ts';
import { renameKey } from './rename-key.ts';

/** The edits of a renaming, or why there is none: one sentence for its user. */
export type RenameEdits = { readonly edits: readonly Edit[] } | { readonly refusal: string };

/** A look at a project that can be asked for its keys. */
export interface KeyLook extends Look {
  readonly project: Project;
}

/**
 * Plans the renaming of a cite key in every file of the project, whatever work each site means by it. Numbers and anchors
 * that one page has for itself are no cite keys and stay.
 */
export function renameEverywhere({ project, text }: KeyLook, key: string, name: string): RenameEdits {
  const keys = indexKeys(project);
  const edits: Edit[] = [];
  const covered = new Set<string>();
  let refusal = `No page cites \`${key}\`, and no bibliography has it.`;
  for (const path of pathsNaming(key, project)) {
    if (covered.has(path)) continue;
    const { isLocal, cites, entries, pointers } = keys.usesOf(key, path);
    if (isLocal || cites.length + entries.length + pointers.length === 0) continue;
    const plan = renameKey(project, { key, path }, name, keys);
    if ('refusal' in plan) return plan;
    if (plan.edits.length === 0) refusal = `\`${key}\` is its name already.`;
    for (const edit of plan.edits) {
      // A variable that holds the key, or a key with escapes in it.
      if (text(edit.path).slice(edit.region.start, edit.region.end) !== key) {
        return {
          refusal: `In ${edit.path} the key \`${key}\` is written in a form that cannot be replaced.`,
        };
      }
      edits.push(edit);
      covered.add(edit.path);
    }
  }
  return edits.length === 0 ? { refusal } : { edits: edits.sort(byPlace) };
}

function pathsNaming(key: string, project: Project): string[] {
  const cites = (document: DocumentFacts): boolean =>
    project.citationsOf(document).some((citation) => citation.cites.some((cite) => cite.key === key)) ||
    document.references.some((reference) => reference.key === key);
  const has = ({ entries }: Facts): boolean =>
    entries.some((entry) => entry.key === key || entry.fields.some(({ value }) => value.includes(key)));
  return [
    ...project.bibliographies.filter(has),
    ...project.documents.filter((document) => has(document) || cites(document)),
  ].map(({ path }) => path);
}

function byPlace(a: Edit, b: Edit): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : a.region.start - b.region.start;
}

/**
 * Why a renaming must not be made, after reading the project as it would be: a page that would not read the new key
 * where it read the old one, or a finding that was not there. `undefined` where all is well.
 */
export function renameRefusal(
  before: KeyLook,
  after: KeyLook,
  edits: readonly Edit[],
): { readonly path: string; readonly reason: string } | undefined {
  const renamed = new Map(edits.map((edit) => [placeName(edit.path, edit.region.start), edit.text]));
  const keysAfter = new Map(
    [...after.project.bibliographies, ...after.project.documents].map((facts) => [
      facts.path,
      keysOf(facts, after.project).map(({ key }) => key),
    ]),
  );
  for (const facts of [...before.project.bibliographies, ...before.project.documents]) {
    const expected = keysOf(facts, before.project).map(
      ({ key, start }) => renamed.get(placeName(facts.path, start)) ?? key,
    );
    if (expected.join('\n') !== keysAfter.get(facts.path)?.join('\n')) {
      return { path: facts.path, reason: 'The new key would not be read there as it is meant.' };
    }
  }
  const [finding] = newFindings(before, after);
  return finding === undefined ? undefined : { path: finding.at.path, reason: finding.message };
}

const placeName = (path: string, start: number): string => `${start} ${path}`;

/** Every key of a file, of its entries and of its cites, in order. */
function keysOf(facts: Facts, project: Project): { readonly key: string; readonly start: number }[] {
  const cites =
    facts.kind === 'document' ? project.citationsOf(facts).flatMap((citation) => citation.cites) : [];
  return [...facts.entries, ...cites].map(({ key, keyRegion }) => ({ key, start: keyRegion.start }));
}

/** Errors and warnings that outnumber those of the same rule, message and file before. */
function newFindings(before: Look, after: Look): Finding[] {
  const counts = new Map<string, number>();
  const nameOf = ({ at, ruleId, messageId }: Finding): string => [at.path, ruleId, messageId].join('\n');
  for (const finding of before.findings) counts.set(nameOf(finding), (counts.get(nameOf(finding)) ?? 0) + 1);
  return after.findings.filter((finding) => {
    const left = (counts.get(nameOf(finding)) ?? 0) - 1;
    counts.set(nameOf(finding), left);
    return left < 0 && finding.level !== 'note';
  });
}
