import { placesOf } from '../fix/rename-key.ts';
import type { BibEntry, Located, Location, Region } from '../model.ts';
import type { KeyUses } from '../project/key-uses.ts';
import { labelRegion, type Target } from './target.ts';
import type { View } from './view.ts';

/** A place to go to: what to show of it, and what to put the cursor on. */
export interface Destination {
  readonly path: string;
  readonly region: Region;
  readonly selection: Region;
}

/**
 * Where a thing is defined: a key at its entries, or else at the first text written under it; a footnote at its
 * definition; the path of a bibliography in that file.
 */
export function definitionsOf(view: View, path: string, target: Target): Destination[] {
  if (target.kind === 'key') return keyDefinitions(view.keys.usesOf(target.key, path));
  const facts = view.facts(path);
  if (facts?.kind !== 'document') return [];
  if (target.kind === 'footnote') {
    return facts.footnotes.definitions
      .filter(({ label }) => label === target.label)
      .map(({ region, labelRegion: selection }) => ({ path, region, selection }));
  }
  if (target.kind !== 'bibliography' || target.link.path === undefined) return [];
  const start = { start: 0, end: 0 };
  return target.link.status === 'found' ? [{ path: target.link.path, region: start, selection: start }] : [];
}

function keyDefinitions({ entries, aliased, references }: KeyUses): Destination[] {
  const found = entries.length > 0 ? entries : aliased;
  if (found.length > 0) return found.map(ofEntry);
  const [first] = references;
  if (first === undefined) return [];
  const { region } = first.reference;
  return [{ path: first.document.path, region, selection: region }];
}

function ofEntry({ at, region, keyRegion }: Located<BibEntry>): Destination {
  return { path: at.path, region, selection: keyRegion };
}

/** Every place that names the thing; its definition among them only where that is asked for. */
export function referencesTo(
  view: View,
  path: string,
  target: Target,
  includeDeclaration: boolean,
): Location[] {
  if (target.kind === 'key') {
    const uses = view.keys.usesOf(target.key, path);
    return placesOf(includeDeclaration ? uses : { ...uses, entries: [] });
  }
  const facts = view.facts(path);
  if (target.kind !== 'footnote' || facts?.kind !== 'document') return [];
  const { uses, definitions } = facts.footnotes;
  const declared = includeDeclaration ? definitions.filter(({ label }) => label === target.label) : [];
  return [
    ...uses.filter(({ label }) => label === target.label).map((use) => ({ path, region: labelRegion(use) })),
    ...declared.map((definition) => ({ path, region: definition.labelRegion })),
  ];
}
