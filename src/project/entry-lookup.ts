import type {
  BibEntry,
  BibliographyFacts,
  BibliographyLink,
  DocumentFacts,
  Located,
  Project,
} from '../model.ts';
import { remember } from '../text/remember.ts';
import { holdsBibliography } from '../work/page-keys.ts';
import type { Entries, ProjectMemory } from './project-memory.ts';

/** Documents that load the same files share one map: a site's thousand pages cost one. */
export function entryLookup(
  byFile: ReadonlyMap<string, BibliographyFacts>,
  linksOf: Project['linksOf'],
  memory: ProjectMemory,
): Project['entriesFor'] {
  const shared = new Map<string, Entries>();
  const ofOne = new Map<string, Entries>();
  const known = new Map<DocumentFacts, Entries>();
  const make = (paths: readonly string[], own: DocumentFacts | undefined): Entries => {
    const files = paths.flatMap((path) => byFile.get(path) ?? []);
    return memory.entries(files, own, () => joinEntries(files, own));
  };
  const lookUp = (document: DocumentFacts): Entries => {
    const links = linksOf(document);
    const own = holdsBibliography(document) ? document : undefined;
    // Most pages load one bibliography or none: there is nothing to join.
    const only = own === undefined ? onlyPath(links) : undefined;
    if (only !== undefined) return remember(ofOne, only, () => make(only === '' ? [] : [only], undefined));
    const paths = links.flatMap(({ path, role }) =>
      path !== undefined && role === 'bibliography' ? [path] : [],
    );
    return remember(shared, [own?.path ?? '', ...paths].join('\n'), () => make(paths, own));
  };
  return (document) => {
    if (linksOf(document).length === 0 && !holdsBibliography(document)) return NO_ENTRIES;
    return remember(known, document, () => lookUp(document));
  };
}

const NO_ENTRIES: Entries = new Map();

/** The path of the only bibliography among the links, `''` where there is none; undefined where there are several. */
function onlyPath(links: readonly BibliographyLink[]): string | undefined {
  let only = '';
  for (const { path = '', role } of links) {
    if (path === '' || role !== 'bibliography') continue;
    if (only !== '') return undefined;
    only = path;
  }
  return only;
}

function joinEntries(files: readonly BibliographyFacts[], own: DocumentFacts | undefined): Entries {
  const entries = new Map<string, Located<BibEntry>[]>();
  for (const facts of files) addEntries(entries, facts.entries, facts.path);
  if (own !== undefined) addEntries(entries, own.entries, own.path);
  return entries;
}

function addEntries(map: Map<string, Located<BibEntry>[]>, entries: readonly BibEntry[], path: string): void {
  for (const entry of entries) {
    const { key, keyRegion, region, type, typeRegion, fields } = entry;
    const at = { path, region: keyRegion };
    const located = { key, keyRegion, region, type, typeRegion, fields, at };
    const same = map.get(entry.key);
    if (same === undefined) map.set(entry.key, [located]);
    else same.push(located);
  }
}
