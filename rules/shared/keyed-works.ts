import type { KeyedText, Project, ReferenceUse } from '../../src/model.ts';
import { isNumbering, isPageConstruct } from '../../src/work/page-keys.ts';
import { isUnlisted } from './bibliography-entries.ts';
import { isResolvedOnline } from './keys.ts';
import { likelyTwins } from './likely-twins.ts';
import { type PlacedWork, placesOf, workSources } from './placed-works.ts';

/**
 * The works that stand under a key of their own, each once: those of entries that may have a twin, and of all texts under
 * one key the first in each site.
 */
export function* keyedWorks(project: Project): Iterable<PlacedWork> {
  const twins = project.shared(likelyTwins);
  const readByManubot = pathsOfManubot(project);
  const noText = (): boolean => false;
  for (const source of workSources(project, (entry) => twins.has(entry), noText)) {
    if (source.entry === undefined || source.entry.key === '' || isUnlisted(source.entry)) continue;
    // Manubot makes its short keys out of these.
    const isMade = readByManubot.has(source.path) && isResolvedOnline(source.entry.key, 'manubot');
    if (!isMade) yield* placesOf(source);
  }
  for (const [key, texts] of project.referencesByKey()) {
    if (isNumbering(key)) continue;
    const readable = texts.filter(({ uses }) => project.readingOf(uses[0]!.reference).confidence >= 0.5);
    for (const use of firstOfEachSite(project, readable))
      yield* placesOf({ work: project.workOf(use.reference), uses: [use] });
  }
}

/** Notes and lists have keys of their own, which mean nothing beyond their page. */
function firstOfEachSite(project: Project, texts: readonly KeyedText[]): Iterable<ReferenceUse> {
  const first = new Map<string, ReferenceUse>();
  const count = project.shared(countSites);
  for (const { uses } of texts) {
    for (const use of uses) {
      if (first.size === count) return first.values();
      if (isPageConstruct(use.reference.construct)) continue;
      const { root } = project.dialectOf(use.document);
      if (!first.has(root)) first.set(root, use);
    }
  }
  return first.values();
}

const countSites = (project: Project): number =>
  new Set(project.documents.map((document) => project.dialectOf(document).root)).size;

function pathsOfManubot(project: Project): ReadonlySet<string | undefined> {
  const documents = project.documents.filter(({ dialect }) => dialect === 'manubot');
  return new Set(documents.flatMap((document) => project.linksOf(document).map(({ path }) => path)));
}
