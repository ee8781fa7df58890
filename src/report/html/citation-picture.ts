import type {
  BibEntry,
  Citation,
  DocumentFacts,
  Finding,
  Location,
  Project,
  Reference,
  Region,
  Work,
} from '../../model.ts';
import { countHolding } from '../../text/halving.ts';
import { isPageKey } from '../../work/page-keys.ts';
import { normalizeReferenceText } from '../../work/titles.ts';

/** A work and where the site cites it. */
export interface CitedWork {
  /** The cite key; `''` for a reference that has none of its own. */
  readonly key: string;
  /** “Kernighan & Ritchie 1988”; `''` where it cannot be read. */
  readonly name: string;
  readonly title: string;
  /** Places of the citations, by page, in the order of the pages. */
  readonly places: ReadonlyMap<string, readonly Location[]>;
  readonly uses: number;
  /** A finding stands on one of its cite keys or references. */
  readonly troubled: boolean;
}

/** Who cites what in a project. */
export interface CitationPicture {
  /** The most used first; works used alike by name. */
  readonly works: readonly CitedWork[];
  /** Pages that cite, with the number of their citations; the ones that cite most first. */
  readonly pages: readonly { readonly path: string; readonly uses: number; readonly works: number }[];
  /** Entries of bibliographies that nothing cites. */
  readonly uncited: number;
  readonly entries: number;
}

interface Draft {
  readonly key: string;
  source: Reference | BibEntry | undefined;
  readonly places: Map<string, Location[]>;
  troubled: boolean;
}

/** Joins the citations of all pages by the work they are of. */
export function drawCitations(project: Project, findings: readonly Finding[]): CitationPicture {
  const drafts = new Map<string, Draft>();
  const isTroubled = troubleFinder(findings);
  for (const document of project.documents) collectUses(document, project, drafts, isTroubled);
  const works = [...drafts.values()].map((draft) => describeWork(draft, project));
  const entries = project.bibliographies.flatMap(({ path, entries: list }) =>
    list.map(({ key }) => entryId(path, key)),
  );
  return {
    works: works.sort((a, b) => b.uses - a.uses || compareText(nameOf(a), nameOf(b))),
    pages: countPages(works),
    uncited: entries.filter((id) => !drafts.has(id)).length,
    entries: entries.length,
  };
}

const entryId = (path: string, key: string): string => JSON.stringify(['entry', path, key]);

function collectUses(
  document: DocumentFacts,
  project: Project,
  drafts: Map<string, Draft>,
  isTroubled: (at: Location) => boolean,
): void {
  const { path } = document;
  const entries = project.entriesFor(document);
  const references = new Map(document.references.map((reference) => [reference.key ?? '', reference]));
  const cited = new Set<string>();
  const use = (
    id: string,
    key: string,
    source: Draft['source'],
    regions: readonly [Region, ...Region[]],
  ): void => {
    const draft = drafts.get(id) ?? { key, source, places: new Map(), troubled: false };
    draft.source ??= source;
    draft.troubled ||= regions.some((region) => isTroubled({ path, region }));
    drafts.set(id, draft);
    const places = draft.places.get(path);
    const at = { path, region: regions[0] };
    if (places === undefined) draft.places.set(path, [at]);
    else places.push(at);
  };
  for (const { construct, cites } of project.citationsOf(document)) {
    for (const { key, keyRegion } of cites) {
      if (key === '' || key === '*') continue;
      cited.add(key);
      const entry = entries.get(key)?.[0];
      const reference = references.get(key);
      const id =
        entry === undefined
          ? referenceId(key, construct, reference, document, project)
          : entryId(entry.at.path, key);
      const own = reference === undefined ? [] : [reference.region];
      use(id, key, entry ?? reference, [keyRegion, ...own]);
    }
  }
  for (const reference of document.references) {
    const { key = '', construct, region } = reference;
    if (key !== '' && cited.has(key)) continue;
    use(referenceId(key, construct, reference, document, project), key, reference, [region]);
  }
}

/** By the key within a site, or by the text where the key holds for one page only. */
function referenceId(
  key: string,
  construct: Citation['construct'],
  reference: Reference | undefined,
  document: DocumentFacts,
  project: Project,
): string {
  const isLocal = key === '' || isPageKey(construct, key);
  return isLocal && reference !== undefined
    ? JSON.stringify(['text', normalizeReferenceText(reference.text)])
    : JSON.stringify(['key', isLocal ? document.path : project.dialectOf(document).root, key]);
}

function describeWork({ key, source, places, troubled }: Draft, project: Project): CitedWork {
  const work = source === undefined ? undefined : project.workOf(source);
  const isLocal = source !== undefined && 'construct' in source && isPageKey(source.construct, key);
  return {
    key: isLocal ? '' : key,
    name: work === undefined ? '' : authorYear(work),
    title: work?.title?.value ?? (source !== undefined && 'text' in source ? source.text : ''),
    places,
    uses: [...places.values()].reduce((sum, list) => sum + list.length, 0),
    troubled,
  };
}

const nameOf = ({ name, title, key }: CitedWork): string => name || title || key;

/** “Knuth 1997”, “Kernighan & Ritchie 1988”, “Brooks et al. 1975”. */
function authorYear({ authors, editors, othersOmitted, year }: Work): string {
  const families = (authors.length > 0 ? authors : editors).map(({ value }) =>
    [value.particle, value.family].filter(Boolean).join(' '),
  );
  const [first = '', second] = families;
  const isMany = families.length > 2 || othersOmitted;
  const names = isMany ? `${first} et al.` : second === undefined ? first : `${first} & ${second}`;
  return first === '' ? '' : [names, year?.value].filter(Boolean).join(' ');
}

function countPages(works: readonly CitedWork[]): CitationPicture['pages'] {
  const pages = new Map<string, { uses: number; works: number }>();
  for (const { places } of works) {
    for (const [path, list] of places) {
      const page = pages.get(path) ?? { uses: 0, works: 0 };
      pages.set(path, { uses: page.uses + list.length, works: page.works + 1 });
    }
  }
  return [...pages]
    .map(([path, counts]) => ({ path, ...counts }))
    .sort((a, b) => b.uses - a.uses || compareText(a.path, b.path));
}

/** Whether a finding stands on a place, or around it. Findings come sorted, so it is a binary search. */
function troubleFinder(findings: readonly Finding[]): (at: Location) => boolean {
  const byPath = new Map<string, { readonly starts: number[]; readonly furthest: number[] }>();
  for (const { at } of findings) {
    const lists = byPath.get(at.path) ?? { starts: [], furthest: [] };
    byPath.set(at.path, lists);
    lists.starts.push(at.region.start);
    lists.furthest.push(Math.max(at.region.end, lists.furthest.at(-1) ?? 0));
  }
  return ({ path, region }) => {
    const { starts = [], furthest = [] } = byPath.get(path) ?? {};
    const before = countHolding(starts.length, (place) => starts[place]! < region.end);
    return before > 0 && furthest[before - 1]! > region.start;
  };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
