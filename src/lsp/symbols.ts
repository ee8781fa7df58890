import type { BibEntry, Location, Region } from '../model.ts';
import { authorYear } from '../work/format-work.ts';
import type { View } from './view.ts';

/** Something of a file that an outline lists. */
export interface OutlineItem {
  readonly name: string;
  readonly detail: string;
  readonly kind: 'citation' | 'reference' | 'entry';
  readonly region: Region;
  readonly selection: Region;
}

/** The citations and references of a document, the entries of a bibliography, in the order of the file. */
export function outlineOf(view: View, path: string): OutlineItem[] {
  const facts = view.facts(path);
  if (facts === undefined) return [];
  const entries = facts.entries.map(entryItem);
  if (facts.kind === 'bibliography') return entries;
  const citations = view.project.citationsOf(facts).map(({ cites, region, construct }): OutlineItem => {
    const [first] = cites;
    return {
      name: cites.map(({ key }) => key).join('; ') || construct,
      detail: construct,
      kind: 'citation',
      region,
      selection: first === undefined ? region : first.keyRegion,
    };
  });
  const references = facts.references.map((reference): OutlineItem => {
    const { text, key = '', region } = reference;
    const name = authorYear(view.project.workOf(reference)) || key || text.slice(0, 60);
    return { name, detail: key, kind: 'reference', region, selection: region };
  });
  return [...entries, ...citations, ...references].sort((a, b) => a.region.start - b.region.start);
}

function entryItem({ key, type, region, keyRegion }: BibEntry): OutlineItem {
  return { name: key || type, detail: type, kind: 'entry', region, selection: keyRegion };
}

/** A key of the project and where it is defined, or else where it is first cited. */
export interface KeySymbol {
  readonly key: string;
  readonly at: Location;
}

/** An editor shows no more, and asks again while its user types. */
const MOST_SYMBOLS = 200;

/** Keys that hold the letters of the query in their order; those that begin with it come first. */
export function findKeys(view: View, query: string): KeySymbol[] {
  const wanted = query.toLowerCase();
  const matching = [...view.keys.definitions()].filter(({ key }) => holdsInOrder(key.toLowerCase(), wanted));
  const rankOf = ({ key }: KeySymbol): number => {
    const at = key.toLowerCase().indexOf(wanted);
    return at === -1 ? 2 : Math.min(at, 1);
  };
  return matching.sort((a, b) => rankOf(a) - rankOf(b) || (a.key < b.key ? -1 : 1)).slice(0, MOST_SYMBOLS);
}

function holdsInOrder(text: string, letters: string): boolean {
  let at = 0;
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
