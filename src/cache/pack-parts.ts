import type { Json, Region } from '../model.ts';
import { DamagedFacts, type NumberReader, type Writer } from './number-list.ts';

/** Writes a region as its two offsets. */
export function packRegion(writer: Writer, { start, end }: Region): void {
  writer.number(start);
  writer.number(end);
}

/** Reads a region; one that does not lie in a text of `length` is damage. */
export function unpackRegion(reader: NumberReader, length: number): Region {
  const start = reader.number();
  const end = reader.number();
  if (start < 0 || end < start || end > length) throw new DamagedFacts();
  return { start, end };
}

/** Writes how many there are, then each. */
export function packList<T>(
  writer: Writer,
  items: readonly T[],
  pack: (writer: Writer, item: T) => void,
): void {
  writer.number(items.length);
  for (const item of items) pack(writer, item);
}

const NONE: readonly never[] = [];

/** Reads what `packList` wrote. Empty lists are one list, for most are empty. */
export function unpackList<T>(
  reader: NumberReader,
  length: number,
  unpack: (reader: NumberReader, length: number) => T,
): readonly T[] {
  const count = reader.count();
  if (count === 0) return NONE;
  const items: T[] = [];
  for (let index = 0; index < count; index++) items.push(unpack(reader, length));
  return items;
}

/** Reads JSON that was kept inside. */
export function unpackJson(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new DamagedFacts();
  }
}

/** Reads parts that most files have none of: all of them are there, of the kind of their `common` value, or the list is damaged. */
export function unpackRare<R extends object>(reader: NumberReader, length: number, common: R): R {
  const json = reader.maybeText();
  if (json === undefined) return common;
  const rare = unpackJson(json);
  if (typeof rare !== 'object' || rare === null) throw new DamagedFacts();
  for (const [name, value] of Object.entries(common)) {
    const found = (rare as Readonly<Record<string, unknown>>)[name];
    if (Array.isArray(value) !== Array.isArray(found) || typeof found !== 'object') throw new DamagedFacts();
  }
  checkRegions(rare, length);
  return rare as unknown as R;
}

/** Walks plain data: whatever has a start and an end is a region of the text. */
function checkRegions(data: object, length: number): void {
  const waiting: object[] = [data];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { start, end } = next as { readonly start?: unknown; readonly end?: unknown };
    if (start !== undefined && !isWithin(start, end, length)) throw new DamagedFacts();
    for (const value of Object.values(next)) {
      if (typeof value === 'object' && value !== null) waiting.push(value as object);
    }
  }
}

function isWithin(start: unknown, end: unknown, length: number): boolean {
  return Number.isInteger(start) && Number.isInteger(end) && Number(start) >= 0 && Number(end) <= length;
}

/** Fails to compile where a type has a part that was not taken out of it before. */
export function nothingLeft(_rest: Readonly<Record<string, never>>): void {}
