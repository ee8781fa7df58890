import type { Location, Region } from '../model.ts';
import { timesText } from './hover.ts';
import type { View } from './view.ts';

/** A line of text over an entry, or over the first text of a key: how often it is cited, and where. */
export interface CiteLens {
  readonly region: Region;
  readonly title: string;
  readonly cites: readonly Location[];
}

/** The lenses of a file: one for each entry, and one for each reference text that is the first of its key. */
export function citeLenses(view: View, path: string): CiteLens[] {
  const facts = view.facts(path);
  if (facts === undefined) return [];
  const entries = facts.entries
    .filter(({ key }) => key !== '')
    .map(({ key, keyRegion }) => lens(keyRegion, view.keys.citesOfEntry(key, path)));
  if (facts.kind === 'bibliography') return entries;
  const texts = facts.references.flatMap((reference) => {
    const { key = '', region } = reference;
    if (key === '') return [];
    const { isLocal, references, cites } = view.keys.usesOf(key, path);
    return isLocal || references[0]?.reference !== reference ? [] : [lens(region, cites)];
  });
  return [...entries, ...texts];
}

type Cites = ReturnType<View['keys']['citesOfEntry']>;

function lens(region: Region, cites: Cites): CiteLens {
  return {
    region,
    title: cites.length === 0 ? 'not cited' : `cited ${timesText(cites.length)}`,
    cites: cites.map(({ document, cite }) => ({ path: document.path, region: cite.keyRegion })),
  };
}
