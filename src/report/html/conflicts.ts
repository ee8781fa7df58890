import type { BibEntry, Finding, Location, Project, Reference, Region } from '../../model.ts';
import { textDifferences } from '../../work/text-difference.ts';
import type { Source } from '../sources.ts';

/** One of the texts that contradict each other. */
export interface ConflictSide {
  readonly text: string;
  /** Parts of the text that the second side has differently; in the second, what the first has differently. */
  readonly differences: readonly Region[];
  readonly places: readonly Location[];
}

/** Two texts or more that should be one: references under one key, or entries. */
export interface Conflict {
  readonly kind: Passage['kind'];
  readonly title: string;
  readonly message: string;
  /** First the text the message calls “here”, then the one it is held against, then the others. */
  readonly sides: readonly ConflictSide[];
}

interface Passage {
  readonly kind: 'reference' | 'entry';
  readonly key: string;
  readonly text: string;
  readonly at: Location;
}

/**
 * The findings that name two references or two entries, with both texts side by side. Findings about one key make one
 * conflict, however many pages are in it.
 */
export function collectConflicts(
  findings: readonly Finding[],
  project: Project,
  source: (path: string) => Source,
): Conflict[] {
  const passageAt = passageFinder(project, source);
  const groups = new Map<string, { message: string; passages: Map<string, Passage[]> }>();
  for (const { ruleId, message, at, related } of findings) {
    const here = passageAt(at);
    if (here === undefined) continue;
    for (const { at: place } of related) {
      const there = passageAt(place);
      if (there === undefined || there.kind !== here.kind || there.text === here.text) continue;
      const id = JSON.stringify([ruleId, [here.key, there.key].sort()]);
      const group = groups.get(id) ?? { message, passages: new Map() };
      groups.set(id, group);
      for (const passage of [here, there]) addPassage(passage, group.passages);
    }
  }
  return [...groups.values()].map(({ message, passages }) => describe(message, [...passages.values()]));
}

function addPassage(passage: Passage, passages: Map<string, Passage[]>): void {
  const same = passages.get(passage.text);
  if (same === undefined) passages.set(passage.text, [passage]);
  else if (!same.some(({ at }) => isSame(at, passage.at))) same.push(passage);
}

function describe(message: string, groups: readonly (readonly Passage[])[]): Conflict {
  const texts = groups.map(([passage]) => passage?.text ?? '');
  const keys = new Set(
    groups
      .flat()
      .map(({ key }) => key)
      .filter((key) => key !== ''),
  );
  const sides = groups.map((passages, index): ConflictSide => {
    const [left = '', right = ''] = index === 1 ? [texts[1], texts[0]] : [texts[index], texts[1]];
    const regions = textDifferences(left, right).map(({ leftRegion }) => leftRegion);
    return {
      text: texts[index] ?? '',
      differences: regions.filter((region) => region !== undefined),
      places: passages.map(({ at }) => at),
    };
  });
  return { kind: groups[0]?.[0]?.kind ?? 'reference', title: [...keys].join(' / '), message, sides };
}

/** The reference or the entry in which a place lies. */
function passageFinder(
  project: Project,
  source: (path: string) => Source,
): (at: Location) => Passage | undefined {
  const references = new Map(project.documents.map((document) => [document.path, document.references]));
  const entries = new Map(project.bibliographies.map((file) => [file.path, file.entries]));
  return ({ path, region }) => {
    const contains = (part: Reference | BibEntry): boolean =>
      part.region.start <= region.start && region.end <= part.region.end;
    const reference = references.get(path)?.find(contains);
    if (reference !== undefined) {
      return {
        kind: 'reference',
        key: reference.key ?? '',
        text: reference.text,
        at: { path, region: reference.region },
      };
    }
    const entry = entries.get(path)?.find(contains);
    if (entry === undefined) return undefined;
    const text = source(path).text.slice(entry.region.start, entry.region.end);
    return { kind: 'entry', key: entry.key, text, at: { path, region: entry.region } };
  };
}

function isSame(a: Location, b: Location): boolean {
  return a.path === b.path && a.region.start === b.region.start;
}
