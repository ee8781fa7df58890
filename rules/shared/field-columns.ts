import type { Field, Project } from '../../src/model.ts';
import { type EntryInFile, entryPlaces } from './bibliography-entries.ts';

/** The fields of one name, each with its entry at the same index. */
interface Column {
  readonly fields: Field[];
  readonly places: EntryInFile[];
  /** Which signs stand in the value at the same index, once a rule asks. */
  signs?: Uint8Array;
}

/** Signs a value may hold, as bits: rules that look for some of them need not look into the many values without. */
export const AMPERSAND = 1;
export const ANGLE_BRACKET = 2;
export const BACKSLASH = 4;
export const SLASH = 8;
/** `%`, `$`, `#` and `_`. */
export const TEX_SIGN = 16;

const signOf = new Uint8Array(128);
for (const [characters, sign] of [
  ['&', AMPERSAND],
  ['<', ANGLE_BRACKET],
  ['\\', BACKSLASH],
  ['/', SLASH],
  ['%$#_', TEX_SIGN],
] as const) {
  for (const character of characters) signOf[character.charCodeAt(0)] = sign;
}

function signsIn(text: string): number {
  let signs = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 128) signs |= signOf[code]!;
  }
  return signs;
}

/** The fields of the project by their lower-cased names: a rule about months need not look at every title. */
function columns(project: Project): ReadonlyMap<string, Column> {
  const byName = new Map<string, Column>();
  const bySpelling = new Map<string, Column>();
  const columnOf = (spelling: string): Column => {
    const name = spelling.toLowerCase();
    const column = byName.get(name) ?? { fields: [], places: [] };
    byName.set(name, column);
    bySpelling.set(spelling, column);
    return column;
  };
  // Counted, for a library has a hundred thousand fields: before V8 knows better, an iterator makes an object for each.
  const all = project.shared(entryPlaces);
  for (let entry = 0; entry < all.length; entry++) {
    const place = all[entry]!;
    const { fields } = place.entry;
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index]!;
      const column = bySpelling.get(field.name) ?? columnOf(field.name);
      column.fields.push(field);
      column.places.push(place);
    }
  }
  return byName;
}

/** The lower-cased names of all fields there are. */
export function fieldNames(project: Project): Iterable<string> {
  return project.shared(columns).keys();
}

/** Calls `visit` for every field of these names, which are in lower case, of bibliographies and of front matter. */
export function eachField(
  project: Project,
  names: Iterable<string>,
  visit: (field: Field, place: EntryInFile) => void,
): void {
  const byName = project.shared(columns);
  for (const name of names) {
    const column = byName.get(name);
    if (column === undefined) continue;
    const { fields, places } = column;
    for (let index = 0; index < fields.length; index++) {
      visit(fields[index] as Field, places[index] as EntryInFile);
    }
  }
}

/** `eachField` for the fields alone whose values hold one of the signs. */
export function eachFieldWith(
  project: Project,
  signs: number,
  names: Iterable<string>,
  visit: (field: Field, place: EntryInFile) => void,
): void {
  const byName = project.shared(columns);
  for (const name of names) {
    const column = byName.get(name);
    if (column === undefined) continue;
    const { fields, places } = column;
    const found = signsOf(column);
    for (let index = 0; index < fields.length; index++) {
      if ((found[index]! & signs) === 0) continue;
      visit(fields[index] as Field, places[index] as EntryInFile);
    }
  }
}

function signsOf(column: Column): Uint8Array {
  if (column.signs !== undefined) return column.signs;
  const { fields } = column;
  const signs = new Uint8Array(fields.length);
  for (let index = 0; index < fields.length; index++) signs[index] = signsIn(fields[index]!.value);
  column.signs = signs;
  return signs;
}
