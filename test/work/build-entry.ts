import type { BibEntry, Field } from '../../src/model.ts';

/** A BibTeX entry with made-up regions: the field at index n stands at 100·n. */
export function bibtex(type: string, fields: Readonly<Record<string, string>>): BibEntry {
  return entry(type, Object.entries(fields), 'braced');
}

/** An entry of another format: values that are no text become JSON, a name may come twice. */
export function record(type: string, fields: readonly (readonly [string, unknown])[]): BibEntry {
  const texts = fields.map(
    ([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)] as const,
  );
  return entry(type, texts);
}

function entry(type: string, fields: readonly (readonly [string, string])[], written?: 'braced'): BibEntry {
  const nowhere = { start: 0, end: 0 };
  return {
    key: 'key',
    keyRegion: nowhere,
    region: nowhere,
    type,
    typeRegion: nowhere,
    fields: fields.map(
      ([name, value], index): Field => ({
        name,
        nameRegion: nowhere,
        value,
        region: { start: 100 * index, end: 100 * index + value.length },
        ...(written === undefined ? {} : { written }),
      }),
    ),
  };
}
