import type { BibliographyFacts, DocumentFacts, Finding, Project, Rule } from '../model.ts';
import { restrictProject } from '../project/index-project.ts';

/** What the rules that judge file by file found at an earlier look, for the files of which everything is as it was. */
export interface FindingsMemory {
  /**
   * The findings of all files. `judge` is asked for those of files that changed, or of which the project says something
   * else than before. `settings` tells configurations apart.
   */
  recall(project: Project, rules: readonly Rule[], settings: string, judge: JudgeFiles): Finding[];
}

/** Judges files of a project; `isWhole` says that no rule failed. */
export type JudgeFiles = (files: Project) => {
  readonly findings: readonly Finding[];
  readonly isWhole: boolean;
};

/** What the findings of a file follow from, to be compared part by part. */
type Grounds = readonly unknown[];

interface Judged {
  readonly grounds: Grounds;
  readonly findings: readonly Finding[];
}

/** Remembers the findings of each file with what they follow from. */
export function createFindingsMemory(): FindingsMemory {
  let known = new Map<string, Judged>();
  let common: Grounds = [];
  return {
    recall(project, rules, settings, judge) {
      const commonNow = [settings, ...rules, ...project.bibliographies];
      if (!areSame(common, commonNow)) known = new Map();
      common = commonNow;
      const kept = new Map<string, Judged>();
      const changed = new Map<string, Grounds>();
      /** Whether a file has to be judged again; what is known of it is kept where it need not. */
      const isChanged = (path: string, grounds: Grounds): boolean => {
        const before = known.get(path);
        if (before !== undefined && areSame(before.grounds, grounds)) kept.set(path, before);
        else changed.set(path, grounds);
        return changed.has(path);
      };
      const documents = project.documents.filter((facts) => isChanged(facts.path, groundsOf(facts, project)));
      const bibliographies = project.bibliographies.filter((facts) =>
        isChanged(facts.path, groundsOfBibliography(facts, project)),
      );
      const findings = [...kept.values()].flatMap((judged) => judged.findings);
      if (changed.size > 0) {
        const found = judge(restrictProject(project, { documents, bibliographies }));
        findings.push(...found.findings);
        if (found.isWhole)
          for (const [path, judged] of shareOut(found.findings, changed)) kept.set(path, judged);
      }
      known = kept;
      return findings;
    },
  };
}

function groundsOf(document: DocumentFacts, project: Project): Grounds {
  return [
    document,
    project.dialectOf(document),
    project.linksOf(document),
    project.entriesFor(document),
    project.citationsOf(document),
    project.labelsOf(document),
  ];
}

/** What loads a bibliography, and what is loaded with it. */
function groundsOfBibliography(bibliography: BibliographyFacts, project: Project): Grounds {
  const readers = project.documentsOf(bibliography);
  return [
    bibliography,
    ...readers.flatMap((document) => [project.dialectOf(document), project.linksOf(document)]),
  ];
}

/** The findings by the file they were found in; none are kept where one stands in a file that was not judged. */
function shareOut(
  findings: readonly Finding[],
  judged: ReadonlyMap<string, Grounds>,
): ReadonlyMap<string, Judged> {
  const shares = new Map(
    [...judged].map(([path, grounds]) => [path, { grounds, findings: [] as Finding[] }]),
  );
  for (const finding of findings) {
    const share = shares.get(finding.at.path);
    if (share === undefined) return new Map();
    share.findings.push(finding);
  }
  return shares;
}

function areSame(a: Grounds, b: Grounds): boolean {
  return a.length === b.length && a.every((part, index) => part === b[index]);
}
