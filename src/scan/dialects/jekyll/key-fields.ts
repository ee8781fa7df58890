import type { Citation, Cite, FrontMatterField } from '../../../model.ts';

/**
 * The keys in fields of the front matter whose entries a layout prints, as `nocite` would have them printed:
 * `related_publications: knuth1984, lamport1978`.
 */
export function citesOfFields(
  fields: readonly FrontMatterField[],
  names: readonly string[],
  text: string,
): readonly Citation[] {
  return fields.flatMap(({ name, value, region }): Citation[] => {
    if (typeof value !== 'string' || !names.includes(name)) return [];
    const cites = Array.from(
      text.slice(region.start, region.end).matchAll(KEY),
      ({ index, 0: key }): Cite => {
        const start = region.start + index;
        return { key, keyRegion: { start, end: start + key.length }, mode: 'normal' };
      },
    );
    return cites.length === 0 ? [] : [{ region, construct: 'nocite', cites }];
  });
}

/** What stands between commas, blanks and quotes. */
const KEY = /[^\s,"']+/g;
