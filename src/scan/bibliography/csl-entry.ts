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
 * Makes an entry of an item whose key stands in `id` and whose type stands in `type`. The key is a text where the format
 * has a number; it is empty, at the start of the item, where there is none.
 */
export function toEntry(
  text: string,
  region: Region,
  values: readonly ItemValue[],
  keyNames: readonly string[] = ['id'],
): BibEntry {
  const nowhere = { start: region.start, end: region.start };
  const id = values.find(({ name }) => keyNames.includes(name));
  const type = values.find(({ name }) => name === 'type');
  const fields: Field[] = values.filter((value) => value !== id && value !== type);
  return {
    key: id?.value ?? '',
    keyRegion: id === undefined ? nowhere : withoutQuotes(text, id.region),
    region,
    type: type?.value ?? '',
    typeRegion: type === undefined ? nowhere : withoutQuotes(text, type.region),
    fields,
  };
}

/** The region between the quotes of a quoted value; a plain one as it is. */
export function withoutQuotes(text: string, { start, end }: Region): Region {
  const code = text.charCodeAt(start);
  const isQuoted = (code === 34 || code === 39) && end - start > 1 && text.charCodeAt(end - 1) === code;
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

/** A value as text: a scalar as it is printed, a list or an object as JSON. */
export function textOfJson(value: Json): string {
  if (typeof value === 'string') return value;
  return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
