import type { BibEntry, Field, Json, Region } from '../../model.ts';

/** A value of an item before it is sorted into key, type and fields. */
export interface ItemValue {
  readonly name: string;
  readonly nameRegion: Region;
  /** Text for a scalar, JSON text for a list or an object. */
  readonly value: string;
  /** Of the value as written, quotes included. */
  readonly region: Region;
}

/**
 * Makes an entry of an item whose key stands under one of `keyNames` and whose type stands under `type`. The key is
 * empty, at the start of the item, where there is none.
 */
export function toEntry(
  region: Region,
  values: readonly ItemValue[],
  keyNames: readonly string[] = ['id'],
): BibEntry {
  const nowhere = { start: region.start, end: region.start };
  const key = values.find(({ name }) => keyNames.includes(name));
  const type = values.find(({ name }) => name === 'type');
  const fields: Field[] = values.filter((value) => value !== key && value !== type);
  return {
    key: key?.value ?? '',
    keyRegion: key === undefined ? nowhere : withoutQuotes(key),
    region,
    type: type?.value ?? '',
    typeRegion: type === undefined ? nowhere : withoutQuotes(type),
    fields,
  };
}

/** The region between the quotes, which are there where the region is longer than its value. */
function withoutQuotes({ value, region: { start, end } }: ItemValue): Region {
  return end - start >= value.length + 2 ? { start: start + 1, end: end - 1 } : { start, end };
}

/** A value as text: a scalar as it is printed, a list or an object as JSON. */
export function textOfJson(value: Json): string {
  if (typeof value === 'string') return value;
  return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
