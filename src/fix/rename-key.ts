import type { Edit, Location, Project } from '../model.ts';
import { indexKeys, type KeyIndex, type KeyUses } from '../project/key-uses.ts';

/** The edits that rename a key, or why it cannot be renamed: one sentence for its user. */
export type RenamePlan =
  | { readonly edits: readonly Edit[]; readonly uses: KeyUses }
  | { readonly refusal: string };

/** A key as a file of the project means it. */
export interface KeyPlace {
  readonly key: string;
  readonly path: string;
}

/**
 * Plans the renaming of a cite key wherever it means the same work: in its citations, at its entries, and in the fields
 * of other entries that name it. Nothing is renamed where the new name means something already, or cannot be a key in
 * every format. Whether each page reads the new key as it is meant is for the caller to see, who can read it again.
 */
export function renameKey(
  project: Project,
  from: KeyPlace,
  name: string,
  keys: KeyIndex = indexKeys(project),
): RenamePlan {
  const uses = keys.usesOf(from.key, from.path);
  const refusal = refusalOf(uses, name, keys);
  if (refusal !== undefined) return { refusal };
  const places = placesOf(uses);
  const written = places.find(({ region }) => region.end - region.start !== uses.key.length);
  if (written !== undefined) {
    return {
      refusal: `In ${written.path} the key \`${uses.key}\` is written in a form that cannot be replaced.`,
    };
  }
  return { edits: name === uses.key ? [] : places.map((place) => ({ ...place, text: name })), uses };
}

/** Every place the key is written, each once, in the order of the files. */
export function placesOf({ cites, entries, pointers }: KeyUses): Location[] {
  const places = [
    ...cites.map(({ document, cite }) => ({ path: document.path, region: cite.keyRegion })),
    ...entries.map(({ at, keyRegion }) => ({ path: at.path, region: keyRegion })),
    ...pointers,
  ];
  const names = new Set<string>();
  const once = places.filter(({ path, region }) => {
    const place = `${region.start} ${path}`;
    return !names.has(place) && names.add(place);
  });
  return once.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.region.start - b.region.start));
}

/** What ends a key in one format or another. */
const NOT_IN_KEYS = /[\s{}()[\]<>"'`,;#%\\~=@|^$&*]/u;

function refusalOf(uses: KeyUses, name: string, keys: KeyIndex): string | undefined {
  if (uses.isLocal) return `\`${uses.key}\` is a number or an anchor of this page, not a cite key.`;
  if (uses.cites.length + uses.entries.length + uses.pointers.length === 0)
    return `No cite key \`${uses.key}\` stands here.`;
  if (name === '') return 'A cite key cannot be empty.';
  const [forbidden] = NOT_IN_KEYS.exec(name) ?? [];
  if (forbidden !== undefined) {
    return `A cite key cannot hold ${/\s/.test(forbidden) ? 'white space' : `\`${forbidden}\``}.`;
  }
  if (name === uses.key || !keys.has(name)) return undefined;
  const paths = new Set([
    ...[...uses.entries, ...uses.aliased].map(({ at }) => at.path),
    ...uses.cites.map(({ document }) => document.path),
  ]);
  for (const path of paths) {
    const taken = keys.usesOf(name, path);
    const place =
      taken.entries[0]?.at ??
      taken.aliased[0]?.at ??
      taken.cites[0]?.document ??
      taken.references[0]?.document;
    if (place !== undefined && !taken.isLocal) return `\`${name}\` is a cite key already, in ${place.path}.`;
  }
  return undefined;
}
